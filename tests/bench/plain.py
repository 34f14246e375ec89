"""`python -m tests.bench.plain web PORT | socket | worker FILE`: a Bolt app that does nothing, over our adapters.

What a process must weigh and take at least that listens to Slack. It reads the same environment as the desk.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from slack_bolt import App


def make_app() -> App:
    """An app that has a command, and does nothing when it is typed."""
    app = App(
        token=os.environ["SLACK_BOT_TOKEN"],
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        token_verification_enabled=False,
    )
    app.client.base_url = os.environ["SLACK_API_URL"]
    app.command("/numbers")(lambda ack: ack())
    return app


def web(port: str) -> None:
    """Answer to the paths of the desk's own `web`."""
    import uvicorn
    from slack_bolt.adapter.starlette import SlackRequestHandler
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import JSONResponse, Response
    from starlette.routing import Route

    handler = SlackRequestHandler(make_app())

    async def events(request: Request) -> Response:
        return await handler.handle(request)

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"ok": True})

    routes = [Route("/slack/events", events, methods=["POST"]), Route("/healthz", healthz)]
    uvicorn.run(Starlette(routes=routes), host="127.0.0.1", port=int(port), log_config=None)


def socket() -> None:
    """Connect over Socket Mode."""
    from slack_bolt.adapter.socket_mode import SocketModeHandler

    handler = SocketModeHandler(make_app(), os.environ["SLACK_APP_TOKEN"])
    handler.connect()  # type: ignore[no-untyped-call] # Bolt gives it no types
    signal.pause()


def worker(file: str) -> None:
    """Let a clock tick once a second; the file is there after its first look."""
    from apscheduler.schedulers.background import BackgroundScheduler

    make_app()
    scheduler = BackgroundScheduler(timezone="UTC")
    scheduler.add_job(Path(file).touch, "interval", seconds=1)
    scheduler.start()
    signal.pause()


if __name__ == "__main__":
    starts: dict[str, Callable[..., None]] = {"web": web, "socket": socket, "worker": worker}
    starts[sys.argv[1]](*sys.argv[2:])

"""The desk over HTTP: what Slack posts, and how it is doing."""

from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.build import Desk
from store import outbox


def web(desk: Desk) -> Starlette:
    """The ASGI application. Signature and timestamp of what Slack posts are checked by Bolt."""

    async def events(request: Request) -> Response:
        try:
            received = to_bolt_request(request, await request.body())
        except UnicodeDecodeError:
            return Response("not text", 400)
        # Bolt works in this thread until it has answered; on the event loop everybody else would wait for it.
        answer = await run_in_threadpool(desk.app.dispatch, received)
        return to_starlette_response(answer)

    async def healthz(_request: Request) -> Response:
        status, told = await run_in_threadpool(health, desk)
        return JSONResponse(told, status)

    return Starlette(
        routes=[
            Route("/slack/events", events, methods=["POST"]),
            Route("/healthz", healthz, methods=["GET"]),
        ]
    )


def health(desk: Desk) -> tuple[int, dict[str, object]]:
    """An HTTP status, and what it says: whether the database answers, and how far behind the outbox is.

    200 with the rows that wait, the age of the oldest in seconds and the rows that are parked; 503 without an answer.
    """
    try:
        with desk.tools.reading() as db:
            backlog = outbox.backlog(db, desk.tools.real_now())
    except SQLAlchemyError:
        return 503, {"ok": False, "database": False}
    return 200, {
        "ok": True,
        "database": True,
        "outbox": backlog.count,
        "outbox_age_seconds": round(backlog.age.total_seconds(), 1),
        "parked": backlog.parked,
    }

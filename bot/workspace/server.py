"""The workspace as a server on 127.0.0.1: Web API, Socket Mode, control API, and the page when wanted."""

import asyncio
import importlib
import json
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import structlog
import uvicorn
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.settings import SLACK_WAITS
from bot.workspace import carrier_calls, web_api
from bot.workspace.calls import HANG_UP
from bot.workspace.child import Child
from bot.workspace.control import routes as control
from bot.workspace.guard import Guard
from bot.workspace.keys import Keys
from bot.workspace.refused import Refused
from bot.workspace.scopes import SCOPES
from bot.workspace.workspace import Workspace

HOST = "127.0.0.1"
CLOSES_WITHIN = 2  # seconds for open connections when the server ends

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a workspace is started with."""

    clock_file: Path  # where the bot reads how far the desk's time is ahead
    port: int = 0  # 0: any that is free
    page: bool = True
    bot_url: str | None = None  # the bot's request URL, for signed HTTP; without it the bot comes by Socket Mode
    bot_argv: tuple[str, ...] = ()  # the bot to run as a child; none: it is started elsewhere
    bot_environment: dict[str, str] = field(default_factory=dict)  # besides SLACK_API_URL, tokens and clock file
    rate_limits: bool = True
    waits: float = SLACK_WAITS  # seconds, for the answer to an interaction
    log_file: Path | None = None
    keys: Keys = field(default_factory=Keys.from_environment)
    scopes: frozenset[str] = SCOPES
    events: frozenset[str] | None = None  # what the app subscribes to; None: everything
    greet: Callable[[str], None] = lambda _url: None  # called with the address once it can be used
    carriers: tuple[str, ...] = ()  # local carriers to run beside it
    carrier_keys: Mapping[str, str] = field(default_factory=dict, repr=False)  # those that somebody else has made


def create(workspace: Workspace) -> FastAPI:
    """The app with all of its routes but the page's.

    What routes raise is answered with HTTP 400 and the body of a Refused; what no route takes, with 404 or 405.
    """
    app = FastAPI(title="Local workspace", docs_url=None, redoc_url=None)
    app.include_router(web_api.router(workspace))
    app.include_router(control.router(workspace))
    app.include_router(carrier_calls.router(workspace.carriers))
    app.add_middleware(Guard, url=workspace.url)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _unread)
    app.add_exception_handler(ClientDisconnect, _gone)
    return app


async def serve(options: Options) -> None:
    """Run until SIGINT or SIGTERM."""
    listener = listen(options.port)
    url = f"http://{HOST}:{listener.getsockname()[1]}"
    workspace = Workspace(
        url=url,
        clock_file=options.clock_file,
        keys=options.keys,
        scopes=options.scopes,
        events=options.events,
        rate_limits=options.rate_limits,
        waits=options.waits,
        bot_url=options.bot_url,
        log_file=options.log_file,
        carriers=options.carriers,
        carrier_keys=options.carrier_keys,
    )
    app = create(workspace)
    child = _child(options, workspace)
    if child:
        child.start()  # already now: until it has started and connects, we are up
    if options.page:
        # Takes a second to import, and many runs have no page.
        page = await asyncio.to_thread(importlib.import_module, "bot.workspace.page")
        page.mount(app, workspace)
    await Server(app, workspace, child, options.greet).serve([listener])


class Server(uvicorn.Server):
    """Ends the bot before the server ends."""

    def __init__(
        self,
        app: FastAPI,
        workspace: Workspace,
        child: Child | None = None,
        greet: Callable[[str], None] = lambda _url: None,
    ) -> None:
        super().__init__(
            uvicorn.Config(
                _with_hang_up(app),
                log_config=None,
                log_level="warning",
                access_log=False,
                proxy_headers=False,
                timeout_graceful_shutdown=CLOSES_WITHIN,
            )
        )
        self._workspace = workspace
        self._child = child
        self._greet = greet

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Say where the workspace is once it listens."""
        await super().startup(sockets)
        log.info("workspace is up", url=self._workspace.url)
        self._greet(self._workspace.url)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the bot first, so that nothing it still says here fails; then work nobody waits for; then the server."""
        if self._child:
            await self._child.stop()
        self._workspace.background.cancel()
        await super().shutdown(sockets)


async def _refused(_request: Request, refused: Exception) -> Response:
    """A wrong call is HTTP 400 with a word for what is wrong."""
    return JSONResponse(refused.as_json() if isinstance(refused, Refused) else None, 400)


async def _invalid(_request: Request, invalid: Exception) -> Response:
    problems = invalid.errors() if isinstance(invalid, RequestValidationError) else []
    error = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in problems)
    return JSONResponse({"ok": False, "error": error}, 400)


async def _unread(_request: Request, unread: Exception) -> Response:
    """No JSON at all, or nothing of ours at this address."""
    status, why = (unread.status_code, unread.detail) if isinstance(unread, HTTPException) else (400, "")
    return JSONResponse({"ok": False, "error": why}, status)


async def _gone(_request: Request, _gone: Exception) -> Response:
    """Whoever asked died in the middle of a sentence: nobody will read this."""
    return Response(status_code=400)


def listen(port: int) -> socket.socket:
    """A socket for `Server.serve`; port 0 takes any that is free. Raises SystemExit where the port is taken."""
    # The protocol is named because asyncio sends without delay (TCP_NODELAY) only where it is: 40 ms for each answer.
    listener = socket.socket(proto=socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as taken:
        listener.close()
        raise SystemExit(f"Cannot listen on port {port}: {taken.strerror}") from None
    listener.listen()  # who connects before the server runs waits for it
    return listener


def _child(options: Options, workspace: Workspace) -> Child | None:
    if not options.bot_argv:
        return None
    environment = {
        "SLACK_API_URL": f"{workspace.url}/api/",
        "NUMBERDESK_CLOCK_FILE": str(options.clock_file),
        **options.keys.as_environment(),
        **_carriers(workspace),
        **options.bot_environment,
    }

    def at_start(pid: int | None) -> None:
        workspace.bot_pid = pid

    return Child(options.bot_argv, environment, at_start)


def _carriers(workspace: Workspace) -> dict[str, str]:
    accounts = workspace.carriers.accounts()
    return {"NUMBERDESK_CARRIERS": json.dumps(accounts)} if accounts else {}


def _with_hang_up(app: ASGIApp) -> ASGIApp:
    """Let a route cut its connection: uvicorn itself offers no way to end a request without an answer."""

    async def outermost(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            cycle = send.__self__  # type: ignore[attr-defined] # uvicorn's own object of this request
            scope[HANG_UP] = cycle.transport.abort
        await app(scope, receive, send)

    return outermost

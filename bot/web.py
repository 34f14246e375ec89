"""The desk over HTTP: what Slack posts, and how it is doing."""

import structlog
from slack_bolt.adapter.starlette.handler import to_starlette_response
from slack_sdk.signature import SignatureVerifier
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.arrival import Wakefulness
from bot.build import Desk
from bot.incoming import Refused, bolt_request, signed_body
from store import outbox
from store.outbox import outages

log = structlog.get_logger()


def web(desk: Desk, signing_secret: str) -> Starlette:
    """The ASGI application. What is not signed with the secret, or is garbage, is refused before anything reads it."""
    verifier = SignatureVerifier(signing_secret)

    wakefulness = Wakefulness()

    async def events(request: Request) -> Response:
        wakefulness.note_arrival()
        try:
            body = await signed_body(request, verifier)
            # Bolt works in this thread until it has answered; on the event loop everybody else would wait for it.
            return await run_in_threadpool(dispatch, body, request.headers)
        except Refused as refused:
            log.warning("a request was refused", status=refused.status, why=refused.why)
            return PlainTextResponse(refused.why, refused.status)

    def dispatch(body: bytes, headers: Headers) -> Response:
        return to_starlette_response(desk.app.dispatch(bolt_request(body, headers)))

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

    200 with the rows that wait and the age of the oldest in seconds. 503 without an answer, where rows are parked, and
    where a workspace sleeps because its Slack cannot be reached: with the error and since when.
    """
    try:
        with desk.tools.reading() as db:
            backlog = outbox.backlog(db, desk.tools.real_now())
            asleep = outages.asleep(db)
    except SQLAlchemyError:
        return 503, {"ok": False, "database": False}
    is_ok = not backlog.parked and not asleep
    return 200 if is_ok else 503, {
        "ok": is_ok,
        "database": True,
        "outbox": backlog.count,
        "outbox_age_seconds": round(backlog.age.total_seconds(), 1),
        "parked": backlog.parked,
        "asleep": [
            {"workspace": each.workspace, "since": each.since.isoformat(), "error": each.error} for each in asleep
        ],
    }

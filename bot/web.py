"""The desk over HTTP: what Slack and carriers post, and how it is doing."""

import structlog
from slack_bolt.adapter.starlette.handler import to_starlette_response
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.arrival import Wakefulness
from bot.build import Desk
from bot.health import Health
from bot.incoming import Refused, bolt_request, received, signed_body
from handlers.carriers import UnknownCarrier, hear
from handlers.kit.carriers import CarrierName, CarrierRefused
from store.troubles import FAILURES

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

    async def news(request: Request) -> Response:
        try:
            body = await received(request)
            await run_in_threadpool(hear, desk.tools, CarrierName(request.path_params["name"]), request.headers, body)
        except Refused as refused:
            log.warning("news was refused", status=refused.status, why=refused.why)
            return PlainTextResponse(refused.why, refused.status)
        except UnknownCarrier:
            return PlainTextResponse("no such carrier", 404)
        except CarrierRefused as refused:
            log.warning("news was refused", code=refused.code)
            return PlainTextResponse("not news of ours", 401)
        except FAILURES:
            log.exception("news was not kept")
            return PlainTextResponse("to be sent again", 503)
        return PlainTextResponse("")

    health = Health(desk)

    async def healthz(_request: Request) -> Response:
        told = await health.told()
        return JSONResponse(told, 200 if told["ok"] else 503)

    return Starlette(
        routes=[
            Route("/slack/events", events, methods=["POST"]),
            Route("/carriers/{name}", news, methods=["POST"]),
            Route("/healthz", healthz, methods=["GET"]),
        ]
    )

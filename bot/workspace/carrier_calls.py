"""The addresses of the local carriers: each call goes to the carrier as it came."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from bot.carriers.local.carrier import Answered, Asked
from bot.workspace.calls import Unanswered
from bot.workspace.carriers import PREFIX, LocalCarriers

_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]


def router(carriers: LocalCarriers) -> APIRouter:
    """Each carrier under PREFIX and its name, whatever the method and the path.

    Who calls one that does not run here gets Refused("unknown_carrier").
    """
    routes = APIRouter(prefix=PREFIX, include_in_schema=False)

    @routes.api_route("/{name}/{path:path}", methods=_METHODS)
    async def call(name: str, path: str, request: Request) -> Response:
        answered = await carriers.called(name).answer(
            Asked(
                method=request.method,
                path=f"/{path}",
                target=request.scope["raw_path"].decode() + (f"?{request.url.query}" if request.url.query else ""),
                query=request.query_params.multi_items(),
                headers=dict(request.headers),
                body=await request.body(),
            )
        )
        carriers.attend()
        return _response(answered)

    return routes


def _response(answered: Answered | None) -> Response:
    if answered is None:
        return Unanswered()
    if answered.body is None:
        return Response(status_code=answered.status, headers=dict(answered.headers))
    return JSONResponse(answered.body, answered.status, dict(answered.headers))

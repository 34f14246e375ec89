"""The Web API, and the other addresses the bot may call: response_urls, uploads, private downloads, Socket Mode."""

from dataclasses import replace
from typing import Any, Literal

from fastapi import APIRouter, Request, WebSocket
from fastapi.responses import PlainTextResponse, Response

from bot.workspace import answers
from bot.workspace.api import arguments as call_arguments
from bot.workspace.api import chat, conversations, files, people, views
from bot.workspace.api.method import Method, need
from bot.workspace.calls import Answer, answer, refusal
from bot.workspace.refused import Refused
from bot.workspace.sample import BOT_USER_ID
from bot.workspace.state import Json
from bot.workspace.workspace import Workspace

METHODS: dict[str, Method] = {
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **people.METHODS,
    **views.METHODS,
}


def router(workspace: Workspace) -> APIRouter:
    """The addresses that Slack has for apps. What is refused is answered, not raised, in the shape that Slack gives it.

    An upload that nobody began and a download of what is not there are Refused("file_not_found").
    """
    routes = APIRouter(include_in_schema=False)

    @routes.api_route("/api/{method}", methods=["GET", "POST"])
    async def call(method: str, request: Request) -> Response:
        try:
            arguments = await call_arguments.read(request)
        except Refused as refused:
            unread = refusal(refused)
            return await answer(workspace, method, {}, lambda: unread)
        token = _token(request, arguments)
        channel = _channel_meant(workspace, arguments)
        return await answer(
            workspace, method, arguments, lambda: _perform(workspace, method, token, arguments), channel=channel
        )

    @routes.post("/response/{key}")
    async def respond(key: str, request: Request) -> Response:
        body = await _json(request)
        channel = workspace.triggers.channel_of(key)
        return await answer(workspace, "response_url", body, lambda: _respond(workspace, key, body), channel=channel)

    @routes.post("/upload/{file_id}")
    async def upload(file_id: str, request: Request) -> Response:
        if file_id not in workspace.state.uploads:
            raise Refused("file_not_found")
        content = await _uploaded(request)
        workspace.state.uploads[file_id] = replace(workspace.state.uploads[file_id], content=content)
        return PlainTextResponse(f"OK - {len(content)}")

    @routes.get("/files-pri/{team_and_file}/{name:path}")
    async def download(team_and_file: str, request: Request) -> Response:
        if _token(request, {}) != workspace.keys.bot_token or "files:read" not in workspace.scopes:
            return PlainTextResponse("<html>Sign in to Slack</html>", media_type="text/html")
        file = workspace.state.file(team_and_file.rpartition("-")[2])
        return Response(file.content, media_type=file.mimetype)

    @routes.websocket("/link")
    async def link(websocket: WebSocket) -> None:
        await workspace.socket_mode.connect(websocket)

    return routes


def _perform(workspace: Workspace, name: str, token: str | None, arguments: Json) -> Answer:
    try:
        method = _method(workspace, name, token)
        need(workspace, *method.scopes)
        workspace.limits.count_call(name, method.per_minute)
        scopes = {"x-oauth-scopes": ",".join(sorted(workspace.scopes))}
        return Answer(body={"ok": True, **method.run(workspace, call_arguments.alike(arguments))}, headers=scopes)
    except Refused as refused:
        return refusal(refused)


def _method(workspace: Workspace, name: str, token: str | None) -> Method:
    """What this token may call by this name."""
    method = METHODS.get(name)
    if method is None:
        raise Refused("unknown_method", req_method=name)
    if method.caller != "anyone":
        _check_token(workspace, token, method.caller)
    return method


def _check_token(workspace: Workspace, token: str | None, caller: Literal["bot", "app"]) -> None:
    callers = {workspace.keys.bot_token: "bot", workspace.keys.app_token: "app"}
    if not token:
        raise Refused("not_authed")
    if token not in callers:
        raise Refused("invalid_auth")
    if callers[token] != caller:
        raise Refused("not_allowed_token_type")
    if workspace.state.members[BOT_USER_ID].deleted:
        raise Refused("account_inactive")


def _respond(workspace: Workspace, key: str, body: object) -> Answer:
    try:
        url = workspace.triggers.use_response_url(key)
    except Refused as refused:
        return refusal(refused, status=404)
    try:
        answers.to_response_url(workspace, url, body)
    except Refused as refused:
        return refusal(refused, status=400)
    return Answer(body={"ok": True})


def _token(request: Request, arguments: Json) -> str | None:
    given: Any = arguments.pop("token", None)
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    return bearer.strip() if scheme.lower() == "bearer" else given


def _channel_meant(workspace: Workspace, arguments: Json) -> str | None:
    wanted = arguments.get("channel") or arguments.get("channel_id")
    try:
        return workspace.state.channel(wanted).id if isinstance(wanted, str) else None
    except Refused:
        return None


async def _json(request: Request) -> Any:
    """None where it is not JSON."""
    try:
        return await request.json()
    except ValueError:
        return None


async def _uploaded(request: Request) -> bytes:
    """The bytes as they are, or as the first file of a form."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.body()
    for part in (await request.form()).values():
        if not isinstance(part, str):
            return await part.read()
    return b""

"""The control API, `/_control`: for tests and scripts to act as people, to skip time, to make things go wrong."""

from dataclasses import replace

from fastapi import APIRouter, Depends, Request
from fastapi.responses import PlainTextResponse, Response

from bot.workspace import actions, people
from bot.workspace.actions import Outcome, Place
from bot.workspace.control import bodies, carriers, snapshot
from bot.workspace.delivery.words import Envelope
from bot.workspace.faults import Fault
from bot.workspace.refused import Refused
from bot.workspace.shapes import view_json
from bot.workspace.state import Json
from bot.workspace.workspace import Workspace


def router(workspace: Workspace) -> APIRouter:
    """The calls under `/_control`, which want JSON where they change something.

    Raises Refused: content_type_must_be_json, unknown_call, or what a call is refused with where it is carried out.
    """
    routes = APIRouter(prefix="/_control", tags=["control"], dependencies=[Depends(_json_only)])
    _looking(routes, workspace)
    _using_the_desk(routes, workspace)
    _being_people(routes, workspace)
    _making_trouble(routes, workspace)
    carriers.add(routes, workspace.carriers)
    _refusing_the_rest(routes)
    return routes


def _json_only(request: Request) -> None:
    """What changes something says that it is JSON, also where its body is empty: no form on a page can say so."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method != "GET" and media_type != "application/json":
        raise Refused("content_type_must_be_json")


def _looking(routes: APIRouter, workspace: Workspace) -> None:
    @routes.get("/state")
    async def state() -> Json:
        return snapshot.whole(workspace)

    @routes.get("/messages/{channel}")
    async def messages(channel: str, user: str | None = None) -> Json:
        reader = workspace.state.member(user).id if user else None
        return {"messages": [snapshot.of_message(each) for each in workspace.state.channel(channel).read_by(reader)]}

    @routes.get("/views/{user}")
    async def views(user: str) -> Json:
        stack = workspace.state.modals.get(workspace.state.member(user).id, [])
        return {"views": [view_json(view) for view in stack]}

    @routes.get("/files")
    async def files() -> Json:
        return {"files": [snapshot.of_file(file) for file in workspace.state.files.values()]}

    @routes.get("/files/{file_id}")
    async def download(file_id: str) -> Response:
        file = workspace.state.file(file_id)
        return Response(file.content, media_type=file.mimetype)

    @routes.get("/log")
    async def log() -> Response:
        return PlainTextResponse(workspace.log.lines(), media_type="application/jsonl")


def _using_the_desk(routes: APIRouter, workspace: Workspace) -> None:
    @routes.post("/command")
    async def command(body: bodies.Command) -> Json:
        outcome = await actions.command(workspace, **body.model_dump())
        return _told(outcome) | ({"message_ts": outcome.message_ts} if outcome.ok else {})

    @routes.post("/click")
    async def click(body: bodies.Click) -> Json:
        return _told(await actions.click(workspace, _place(body), **body.model_dump(exclude=_PLACE)))

    @routes.post("/options")
    async def options(body: bodies.Options) -> Json:
        return await actions.options(workspace, _place(body), **body.model_dump(exclude=_PLACE))

    @routes.post("/submit")
    async def submit(body: bodies.Submit) -> Json:
        return _told(await actions.submit(workspace, **body.model_dump()))

    @routes.post("/close")
    async def close(body: bodies.Close) -> Json:
        return _told(await actions.close(workspace, **body.model_dump()))

    @routes.post("/home")
    async def home(body: bodies.Home) -> Json:
        view = await actions.home(workspace, user=body.user)
        return {"view": view_json(view) if view else None}

    @routes.post("/shortcut")
    async def shortcut(body: bodies.Shortcut) -> Json:
        return _told(await actions.shortcut(workspace, **body.model_dump()))


def _being_people(routes: APIRouter, workspace: Workspace) -> None:
    @routes.post("/message")
    async def message(body: bodies.Message) -> Json:
        said = await people.message(workspace, **body.model_dump())
        return {"ok": True, "message_ts": said.ts}

    @routes.post("/upload")
    async def upload(body: bodies.Upload) -> Json:
        file = await people.upload(workspace, user=body.user, name=body.name, content=body.content_base64)
        return {"ok": True, "file_id": file.id}

    @routes.post("/delete")
    async def delete(body: bodies.Delete) -> Json:
        await people.delete(workspace, **body.model_dump())
        return {"ok": True}

    @routes.post("/edit")
    async def edit(body: bodies.Edit) -> Json:
        await people.edit(workspace, **body.model_dump())
        return {"ok": True}

    @routes.post("/user")
    async def user(body: bodies.User) -> Json:
        await people.change_member(workspace, **body.model_dump())
        return {"ok": True}

    @routes.post("/usergroup")
    async def usergroup(body: bodies.Usergroup) -> Json:
        await people.change_usergroup(workspace, **body.model_dump())
        return {"ok": True}

    @routes.post("/member")
    async def member(body: bodies.Membership) -> Json:
        await people.change_membership(workspace, **body.model_dump())
        return {"ok": True}

    @routes.post("/channel")
    async def channel(body: bodies.Channel) -> Json:
        await people.archive(workspace, **body.model_dump())
        return {"ok": True}


def _making_trouble(routes: APIRouter, workspace: Workspace) -> None:
    @routes.post("/clock")
    async def clock(body: bodies.Clock) -> Json:
        now = workspace.clock.advance(body.advance_seconds)
        workspace.carriers.attend()
        workspace.changed()
        return {"now": now}

    @routes.post("/deliver")
    async def deliver(body: bodies.Deliver) -> Json:
        if body.forge and not workspace.delivers_by_http:
            raise Refused("only_http_delivery_is_signed")
        envelope = Envelope(type=body.type, payload=body.payload, forge=body.forge)
        acks = [await workspace.deliver(envelope) for _ in range(body.times)]
        responses = [{"status": ack.status, "error": ack.error, "body": ack.body} for ack in acks]
        return {"ok": all(ack.error is None for ack in acks), "responses": responses}

    @routes.post("/fault")
    async def fault(body: bodies.Fault) -> Json:
        made = Fault(**body.model_dump())
        workspace.faults.add(replace(made, channel=workspace.state.channel(made.channel).id) if made.channel else made)
        return {"ok": True}

    @routes.post("/disconnect")
    async def disconnect(body: bodies.Disconnect | None = None) -> Json:
        await workspace.socket_mode.disconnect((body or bodies.Disconnect()).reason)
        return {"ok": True}

    @routes.post("/reset")
    async def reset() -> Json:
        workspace.reset()
        return {"ok": True}


def _refusing_the_rest(routes: APIRouter) -> None:
    @routes.api_route("/{call:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
    async def unknown(call: str, request: Request) -> Json:
        raise Refused("unknown_call", call=f"{request.method} {call}")


_PLACE = {"channel", "message_ts", "view_id"}


def _place(body: bodies.Placed) -> Place:
    return Place(channel=body.channel, message_ts=body.message_ts, view_id=body.view_id)


def _told(outcome: Outcome) -> Json:
    if outcome.ok:
        return {"ok": True, "response": outcome.response}
    told: Json = {"ok": False, "error": outcome.error}
    if outcome.block_id:
        told["block_id"] = outcome.block_id
    if outcome.response is not None:
        told["response"] = outcome.response
    return told

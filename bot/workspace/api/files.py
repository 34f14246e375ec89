"""files.*: uploading in two steps, listing, deleting."""

from dataclasses import replace

from bot.workspace import people, posts
from bot.workspace.api.arguments import number, page, required
from bot.workspace.api.method import TIER_3, TIER_4, Method, joined_channel
from bot.workspace.checks import invalid_arguments
from bot.workspace.refused import Refused
from bot.workspace.sample import BOT_USER_ID
from bot.workspace.shapes import file_json
from bot.workspace.state import File, Json
from bot.workspace.workspace import Workspace


def get_upload_url(workspace: Workspace, arguments: Json) -> Json:
    name, length = required(arguments, "filename"), number(arguments, "length", 0)
    if length <= 0:
        raise invalid_arguments(["missing required field: length"])
    file = people.new_file(workspace, owner=BOT_USER_ID, name=name, content=b"")
    workspace.state.uploads[file.id] = file
    return {"upload_url": f"{workspace.url}/upload/{file.id}", "file_id": file.id}


def complete_upload(workspace: Workspace, arguments: Json) -> Json:
    wanted = arguments.get("files")
    if not isinstance(wanted, list) or not wanted:
        raise invalid_arguments(["missing required field: files"])
    for each in wanted:
        _complete(workspace, each)
    if channel_id := arguments.get("channel_id"):
        posts.post(
            workspace,
            joined_channel(workspace, channel_id),
            author=posts.DESK,
            text=arguments.get("initial_comment", ""),
            thread_ts=arguments.get("thread_ts"),
            files=[each["id"] for each in wanted],
        )
    return {"files": [file_json(workspace.state.file(each["id"]), workspace.url) for each in wanted]}


def info(workspace: Workspace, arguments: Json) -> Json:
    return {"file": file_json(workspace.state.file(required(arguments, "file")), workspace.url)}


def list_all(workspace: Workspace, arguments: Json) -> Json:
    found = [file for file in workspace.state.files.values() if _is_wanted(file, arguments)]
    count = number(arguments, "count", 100)
    listed, _ = page({"limit": count}, found)
    paging = {"count": count, "total": len(found), "page": 1, "pages": -(-len(found) // count)}
    return {"files": [file_json(file, workspace.url) for file in listed], "paging": paging}


def delete(workspace: Workspace, arguments: Json) -> Json:
    file = workspace.state.file(required(arguments, "file"))
    if file.user != BOT_USER_ID:
        raise Refused("cant_delete_file")
    del workspace.state.files[file.id]
    workspace.changed()
    return {}


METHODS = {
    "files.getUploadURLExternal": Method(get_upload_url, ("files:write",), TIER_4),
    "files.completeUploadExternal": Method(complete_upload, ("files:write",), TIER_4),
    "files.info": Method(info, ("files:read",), TIER_4),
    "files.list": Method(list_all, ("files:read",), TIER_3),
    "files.delete": Method(delete, ("files:write",), TIER_3),
}


def _complete(workspace: Workspace, wanted: Json) -> None:
    """A file is there for others to see once it is complete; its bytes alone are not."""
    uploaded = workspace.state.uploads.pop(wanted.get("id", ""), None)
    if uploaded is None or not uploaded.content:
        raise Refused("file_not_found")
    workspace.state.files[uploaded.id] = replace(uploaded, title=wanted.get("title") or uploaded.title)


def _is_wanted(file: File, arguments: Json) -> bool:
    return (
        arguments.get("user") in (None, file.user)
        and (arguments.get("channel") is None or arguments["channel"] in file.channels)
        and file.created >= float(arguments.get("ts_from") or 0)
        and file.created <= float(arguments.get("ts_to") or "inf")
    )

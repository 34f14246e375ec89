"""files.*: uploading in two steps, listing, deleting."""

from dataclasses import replace

from bot.workspace import people, posts
from bot.workspace.api.arguments import LIMIT_MOST, moment, number, required, several
from bot.workspace.api.method import TIER_3, TIER_4, Method, joined_channel
from bot.workspace.checks import invalid_arguments
from bot.workspace.refused import Refused
from bot.workspace.sample import BOT_USER_ID
from bot.workspace.shapes import file_json
from bot.workspace.state import Channel, File, Json
from bot.workspace.workspace import Workspace

_ALT_TXT_MOST = 1000  # characters


def get_upload_url(workspace: Workspace, arguments: Json) -> Json:
    """files.getUploadURLExternal: an address for the bytes of a file that nobody sees yet.

    `length`, in bytes, is asked for and not held against what comes. Raises Refused: invalid_arguments,
    alt_txt_too_large.
    """
    name, length = required(arguments, "filename"), number(arguments, "length", 0)
    if length <= 0:
        raise invalid_arguments(["missing required field: length"])
    alt_txt = str(arguments.get("alt_txt") or "")
    if len(alt_txt) > _ALT_TXT_MOST:
        raise Refused("alt_txt_too_large")
    file = people.new_file(workspace, owner=BOT_USER_ID, name=name, content=b"")
    workspace.state.uploads[file.id] = replace(file, alt_txt=alt_txt)
    return {"upload_url": f"{workspace.url}/upload/{file.id}", "file_id": file.id}


def complete_upload(workspace: Workspace, arguments: Json) -> Json:
    """files.completeUploadExternal: have files seen, and post them where they are to be shared.

    Raises Refused: file_not_found (or without bytes), channel_not_found, not_in_channel, invalid_thread_ts,
    invalid_arguments.
    """
    channels = _channels(workspace, arguments)
    files = [_complete(workspace, wanted) for wanted in _wanted(arguments)]
    for channel in channels:
        posts.post(
            workspace,
            channel,
            author=posts.DESK,
            text=arguments.get("initial_comment", ""),
            thread_ts=arguments.get("thread_ts"),
            files=files,
        )
    return {"files": [file_json(workspace.state.file(file_id), workspace.url) for file_id in files]}


def info(workspace: Workspace, arguments: Json) -> Json:
    """files.info: a file. Raises Refused("file_not_found")."""
    return {"file": file_json(workspace.state.file(required(arguments, "file")), workspace.url)}


def list_all(workspace: Workspace, arguments: Json) -> Json:
    """files.list: files, oldest first, by pages that are counted from 1.

    Raises Refused: invalid_arguments, invalid_ts_from, invalid_ts_to.
    """
    found = _found(workspace, arguments)
    count = min(max(1, number(arguments, "count", 100)), LIMIT_MOST)
    page = max(1, number(arguments, "page", 1))
    listed = found[(page - 1) * count : page * count]
    paging = {"count": count, "total": len(found), "page": page, "pages": -(-len(found) // count)}
    return {"files": [file_json(file, workspace.url) for file in listed], "paging": paging}


def delete(workspace: Workspace, arguments: Json) -> Json:
    """files.delete: a file that the desk gave. Raises Refused: file_not_found, cant_delete_file (another's)."""
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


def _channels(workspace: Workspace, arguments: Json) -> list[Channel]:
    """Where a file is to be shared: channels, or members for the direct messages with them; once in each."""
    wanted = [*several(arguments, "channel_id"), *several(arguments, "channels")]
    found = [joined_channel(workspace, _opened(workspace, each)) for each in wanted]
    channels = list({channel.id: channel for channel in found}.values())
    if arguments.get("thread_ts") and len(channels) > 1:
        raise invalid_arguments(["must provide only one channel with thread_ts [json-pointer:/channels]"])
    return channels


def _opened(workspace: Workspace, wanted: str) -> str:
    member = workspace.state.members.get(wanted)
    return workspace.state.direct_messages(member).id if member and not member.is_bot else wanted


def _wanted(arguments: Json) -> list[Json]:
    wanted = arguments.get("files")
    if not isinstance(wanted, list) or not wanted:
        raise invalid_arguments(["missing required field: files"])
    if not all(isinstance(each, dict) and isinstance(each.get("id"), str) for each in wanted):
        raise invalid_arguments(["must provide an object [json-pointer:/files]"])
    return wanted


def _complete(workspace: Workspace, wanted: Json) -> str:
    """A file is there for others to see once it is complete; its bytes alone are not."""
    uploaded = workspace.state.uploads.pop(wanted["id"], None)
    if uploaded is None or not uploaded.content:
        raise Refused("file_not_found")
    workspace.state.files[uploaded.id] = replace(uploaded, title=str(wanted.get("title") or uploaded.title))
    return uploaded.id


def _found(workspace: Workspace, arguments: Json) -> list[File]:
    since, until = moment(arguments, "ts_from", "0"), moment(arguments, "ts_to", "9" * 12)
    return [
        file
        for file in workspace.state.files.values()
        if arguments.get("user") in (None, file.user)
        and (arguments.get("channel") is None or arguments["channel"] in file.shared_in)
        and since <= (file.created, 0) <= until
    ]

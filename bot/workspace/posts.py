"""Messages put into channels, changed and taken out, whoever does it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.workspace import blocks as block_kit
from bot.workspace.refused import Refused
from bot.workspace.sample import APP_ID, BOT_ID, BOT_USER_ID, TEAM_ID
from bot.workspace.shapes import file_json
from bot.workspace.state import Channel, Json, Message, Share
from bot.workspace.workspace import Workspace

DESK = {"user": BOT_USER_ID, "bot_id": BOT_ID, "app_id": APP_ID, "team": TEAM_ID}


def post(
    workspace: Workspace,
    channel: Channel,
    *,
    author: Json,
    text: str = "",
    blocks: list[Json] | None = None,
    metadata: Json | None = None,
    thread_ts: str | None = None,
    broadcast: bool = False,
    files: Sequence[str] = (),
    ephemeral_to: str | None = None,
) -> Message:
    """Put a message into a channel, at the desk's time. Its content is looked over before (checks.content).

    `author` is what its body says of who wrote it; `thread_ts` the message it replies to, with `broadcast` in the
    channel, too; `files` the ids of what was uploaded; `ephemeral_to` the id of the only member who sees it. Raises
    Refused: invalid_thread_ts, file_not_found.
    """
    body: Json = {"type": "message", **author, "text": text, "ts": workspace.clock.new_ts()}
    if thread_ts:
        body |= _in_thread(channel, thread_ts, broadcast)
    if blocks:
        body["blocks"] = block_kit.stored(blocks)
        _warn_without_text(workspace, body)
    if metadata:
        body["metadata"] = metadata
    if files:
        body["files"] = _shared(workspace, channel, files, body)
    message = Message(channel=channel.id, body=body, ephemeral_to=ephemeral_to)
    channel.messages[message.ts] = message
    workspace.changed()
    return message


def change(workspace: Workspace, message: Message, *, by: str = BOT_USER_ID, **given: Any) -> Message:
    """Edit: what is not given stays; an empty `blocks` or `metadata` takes away what was there."""
    changes = {key: value for key, value in given.items() if value is not None}
    if "blocks" in changes:
        changes["blocks"] = block_kit.stored(changes["blocks"])
    body = message.body | changes
    body = {key: value for key, value in body.items() if key not in ("blocks", "metadata") or value}
    if message.ephemeral_to is None:
        body["edited"] = {"user": by, "ts": workspace.clock.new_ts()}
    _warn_without_text(workspace, body)
    changed = replace(message, body=body, chosen={})
    workspace.state.channels[message.channel].messages[message.ts] = changed
    workspace.changed()
    return changed


def remove(workspace: Workspace, message: Message) -> None:
    """Take a message out. Its replies stay; raises KeyError where it is gone already."""
    del workspace.state.channels[message.channel].messages[message.ts]
    workspace.changed()


def _warn_without_text(workspace: Workspace, body: Json) -> None:
    # Slack takes it, but phones' notifications and screen readers read only the text.
    if not body["text"]:
        workspace.log.note("to_slack", "missing_text", body)


def _in_thread(channel: Channel, thread_ts: str, broadcast: bool) -> Json:
    if not re.fullmatch(r"\d+\.\d{6}", str(thread_ts)):
        raise Refused("invalid_thread_ts")
    parent = channel.messages.get(thread_ts)
    # A reply to a reply goes to the thread that one is in.
    placed: Json = {"thread_ts": (parent.thread_ts or parent.ts) if parent else thread_ts}
    if broadcast:
        placed |= {"subtype": "thread_broadcast", "root": parent.body if parent else {}}
    return placed


def _shared(workspace: Workspace, channel: Channel, file_ids: Sequence[str], body: Json) -> list[Json]:
    share = Share(
        channel=channel.id,
        channel_name=channel.name,
        kind="ims" if channel.is_im else "groups" if channel.is_private else "channels",
        ts=body["ts"],
        thread_ts=body.get("thread_ts"),
    )
    shapes = []
    for file_id in file_ids:
        file = workspace.state.file(file_id)
        file = replace(file, shares=(*file.shares, share))
        workspace.state.files[file_id] = file
        shapes.append(file_json(file, workspace.url))
    return shapes

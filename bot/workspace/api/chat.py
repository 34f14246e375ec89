"""chat.*: posting, changing and deleting messages; reactions."""

from dataclasses import replace
from typing import Any

from bot.workspace import checks, posts
from bot.workspace.api.arguments import flag, required
from bot.workspace.api.method import TIER_3, TIER_4, Method, joined_channel, visible_channel
from bot.workspace.refused import Refused
from bot.workspace.sample import BOT_USER_ID, TEAM_DOMAIN
from bot.workspace.shapes import message_json
from bot.workspace.state import Channel, Json, Message
from bot.workspace.workspace import Workspace


def post_message(workspace: Workspace, arguments: Json) -> Json:
    """chat.postMessage: say something in a channel, or to a member.

    Raises Refused: channel_not_found, is_archived, not_in_channel, ratelimited, invalid_thread_ts, or as
    checks.content and checks.metadata do.
    """
    channel = _channel_to_post_in(workspace, required(arguments, "channel"))
    content = _content(arguments, checks.POST_MOST)
    workspace.limits.count_post(channel.id)
    message = posts.post(
        workspace,
        channel,
        author=posts.DESK,
        thread_ts=arguments.get("thread_ts"),
        broadcast=flag(arguments, "reply_broadcast"),
        **content,
    )
    return {"channel": channel.id, "ts": message.ts, "message": message_json(message)}


def post_ephemeral(workspace: Workspace, arguments: Json) -> Json:
    """chat.postEphemeral: say something that one member sees, who is in the channel.

    Raises Refused: user_not_in_channel, or as post_message does.
    """
    channel = _channel_to_post_in(workspace, required(arguments, "channel"))
    reader = required(arguments, "user")
    if reader not in channel.members:
        raise Refused("user_not_in_channel")
    message = posts.post(
        workspace,
        channel,
        author=posts.DESK,
        thread_ts=arguments.get("thread_ts"),
        ephemeral_to=reader,
        **_content(arguments, checks.POST_MOST),
    )
    return {"message_ts": message.ts}


def update(workspace: Workspace, arguments: Json) -> Json:
    """chat.update: change a message of the desk's own, of which what is not given stays.

    Ephemerals are not found. Raises Refused: channel_not_found, message_not_found, cant_update_message,
    is_inactive, or as checks.content and checks.metadata do.
    """
    channel = visible_channel(workspace, required(arguments, "channel"))
    message = _own(channel, required(arguments, "ts"), "cant_update_message")
    content = _content(arguments, checks.EDIT_MOST, taken_away_by={})
    given = {key: value for key, value in content.items() if key in arguments}
    changed = posts.change(workspace, message, **given)
    text = changed.body["text"]
    return {"channel": channel.id, "ts": changed.ts, "text": text, "message": message_json(changed)}


def delete(workspace: Workspace, arguments: Json) -> Json:
    """chat.delete: take back a message of the desk's own.

    Raises Refused: channel_not_found, message_not_found, cant_delete_message, is_inactive.
    """
    channel = visible_channel(workspace, required(arguments, "channel"))
    message = _own(channel, required(arguments, "ts"), "cant_delete_message")
    posts.remove(workspace, message)
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(workspace: Workspace, arguments: Json) -> Json:
    """chat.getPermalink: an address of a message, which leads nowhere here.

    Raises Refused: channel_not_found, message_not_found.
    """
    channel = visible_channel(workspace, required(arguments, "channel"))
    message = channel.message(required(arguments, "message_ts"))
    link = f"https://{TEAM_DOMAIN}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts and message.thread_ts != message.ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def add_reaction(workspace: Workspace, arguments: Json) -> Json:
    """reactions.add: put the desk's emoji, by its name without colons, under a message.

    Raises Refused: channel_not_found, not_in_channel, message_not_found, already_reacted.
    """
    channel = joined_channel(workspace, required(arguments, "channel"))
    message, name = channel.message(required(arguments, "timestamp")), required(arguments, "name")
    reactions: list[Json] = message.body.get("reactions", [])
    if any(reaction["name"] == name and BOT_USER_ID in reaction["users"] for reaction in reactions):
        raise Refused("already_reacted")
    reactions = [*reactions, {"name": name, "users": [BOT_USER_ID], "count": 1}]
    channel.messages[message.ts] = replace(message, body=message.body | {"reactions": reactions})
    workspace.changed()
    return {}


def validate_blocks(_workspace: Workspace, arguments: Json) -> Json:
    """blocks.validate: look over the blocks of a message. Raises Refused as checks.message_blocks does."""
    checks.message_blocks(arguments.get("blocks"))
    return {}


METHODS = {
    "chat.postMessage": Method(post_message, ("chat:write",)),  # limited by channel
    "chat.postEphemeral": Method(post_ephemeral, ("chat:write",), TIER_4),
    "chat.update": Method(update, ("chat:write",), TIER_3),
    "chat.delete": Method(delete, ("chat:write",), TIER_3),
    "chat.getPermalink": Method(get_permalink),
    "reactions.add": Method(add_reaction, ("reactions:write",), TIER_3),
    "blocks.validate": Method(validate_blocks),
}


def _channel_to_post_in(workspace: Workspace, wanted: str) -> Channel:
    """By id, by `#name`, or by a member's id for direct messages with them."""
    channel = visible_channel(workspace, workspace.state.channel(wanted).id)
    if channel.is_archived:
        raise Refused("is_archived")
    if BOT_USER_ID not in channel.members and "chat:write.public" not in workspace.scopes:
        raise Refused("not_in_channel")
    return channel


def _own(channel: Channel, ts: str, otherwise: str) -> Message:
    message = channel.message(ts)
    if message.body["user"] != BOT_USER_ID:
        raise Refused(otherwise)
    if channel.is_archived:
        raise Refused("is_inactive")
    return message


def _content(arguments: Json, text_most: int, *, taken_away_by: object = None) -> dict[str, Any]:
    """Text, blocks and metadata, looked over; an edit takes metadata away by an empty object."""
    metadata = arguments.get("metadata")
    return {
        **checks.content(arguments.get("text"), arguments.get("blocks"), text_most),
        "metadata": metadata if metadata in (None, taken_away_by) else checks.metadata(metadata),
    }

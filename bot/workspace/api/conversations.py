"""conversations.* and users.conversations: channels, who is in them, and what was said."""

from collections.abc import Iterable

from bot.workspace.api.arguments import flag, moment, page, required, several, sortable
from bot.workspace.api.method import TIER_3, Method, joined_channel, need, readable_channel, visible_channel
from bot.workspace.events import announce
from bot.workspace.refused import Refused
from bot.workspace.sample import BOT_USER_ID, TEAM_ID
from bot.workspace.scopes import to_read, to_read_history
from bot.workspace.shapes import channel_json, message_json, tombstone, with_thread
from bot.workspace.state import Channel, Json, Message
from bot.workspace.workspace import Workspace

_TYPES = ("public_channel", "private_channel", "im", "mpim")
_SCOPE_OF_TYPE = {"public_channel": "channels:read", "private_channel": "groups:read", "im": "im:read"}


def info(workspace: Workspace, arguments: Json) -> Json:
    """conversations.info: a channel, as the desk sees it. Raises Refused: channel_not_found, missing_scope."""
    channel = readable_channel(workspace, required(arguments, "channel"))
    shape = channel_json(channel, BOT_USER_ID, include_locale=flag(arguments, "include_locale"))
    if not channel.is_im and BOT_USER_ID in channel.members:
        shape["last_read"] = "0000000000.000000"
    if flag(arguments, "include_num_members"):
        shape["num_members"] = len(channel.members)
    return {"channel": shape}


def list_all(workspace: Workspace, arguments: Json) -> Json:
    """conversations.list: channels the desk may know of.

    Raises Refused: invalid_types, missing_scope, or as arguments.page does.
    """
    known = (
        channel
        for channel in workspace.state.channels.values()
        if not channel.is_private or BOT_USER_ID in channel.members
    )
    return _listed(workspace, arguments, known)


def list_of_user(workspace: Workspace, arguments: Json) -> Json:
    """users.conversations: channels a member is in, of those the desk may know of; its own without `user`.

    Raises Refused: user_not_found, invalid_types, missing_scope, or as arguments.page does.
    """
    member = workspace.state.members.get(arguments.get("user", BOT_USER_ID))
    if member is None:
        raise Refused("user_not_found")
    known = (
        channel
        for channel in workspace.state.channels_of(member)
        if not channel.is_private or BOT_USER_ID in channel.members
    )
    return _listed(workspace, arguments, known)


def members(workspace: Workspace, arguments: Json) -> Json:
    """conversations.members: the ids of who is in a channel.

    Raises Refused: channel_not_found, missing_scope, or as arguments.page does.
    """
    channel = readable_channel(workspace, required(arguments, "channel"))
    listed, more = page(arguments, sorted(channel.members))
    return {"members": listed, **more}


def history(workspace: Workspace, arguments: Json) -> Json:
    """conversations.history: newest first, without the replies that stay in their threads.

    Raises Refused: channel_not_found, not_in_channel, missing_scope, invalid_ts_oldest, invalid_ts_latest, or as
    arguments.page does.
    """
    channel = _history_of(workspace, arguments)
    shown = [message for message in _with_tombstones(channel) if _is_in_channel(message)]
    return _told(channel, arguments, list(reversed(_within(arguments, shown))))


def replies(workspace: Workspace, arguments: Json) -> Json:
    """conversations.replies: a thread, oldest first; its parent is always there.

    Raises Refused: thread_not_found, or as history does.
    """
    channel = _history_of(workspace, arguments)
    messages = {message.ts: message for message in _with_tombstones(channel)}
    asked = messages.get(required(arguments, "ts"))
    if asked is None:
        raise Refused("thread_not_found")
    parent = messages[asked.thread_ts] if asked.thread_ts else asked
    thread = [message for message in messages.values() if message.thread_ts == parent.ts and message is not parent]
    return _told(channel, arguments, [parent, *_within(arguments, thread)])


def open_direct(workspace: Workspace, arguments: Json) -> Json:
    """conversations.open: the desk's direct messages with a member, which are there already.

    Raises Refused: users_list_not_supplied, user_not_found (several members, too: here are no group messages), or
    channel_not_found.
    """
    if "channel" in arguments:
        return {"channel": {"id": visible_channel(workspace, arguments["channel"]).id}}
    users = several(arguments, "users")
    if not users:
        raise Refused("users_list_not_supplied")
    if len(users) > 1 or users[0] not in workspace.state.members or users[0] == BOT_USER_ID:
        raise Refused("user_not_found")
    channel = workspace.state.direct_messages(workspace.state.members[users[0]])
    shape = channel_json(channel, BOT_USER_ID) if flag(arguments, "return_im") else {"id": channel.id}
    return {"no_op": True, "already_open": True, "channel": shape}


def join(workspace: Workspace, arguments: Json) -> Json:
    """conversations.join: put the desk into a public channel.

    Raises Refused: channel_not_found, method_not_supported_for_channel_type (a private one), is_archived.
    """
    channel = visible_channel(workspace, required(arguments, "channel"))
    if channel.is_private:
        raise Refused("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise Refused("is_archived")
    if BOT_USER_ID in channel.members:
        return {"channel": channel_json(channel, BOT_USER_ID), "warning": "already_in_channel"}
    channel.members.add(BOT_USER_ID)
    workspace.changed()
    event = {"type": "member_joined_channel", "user": BOT_USER_ID, "channel": channel.id, "channel_type": "C"}
    announce(workspace, event | {"team": TEAM_ID}, channel)
    return {"channel": channel_json(channel, BOT_USER_ID)}


METHODS = {
    "conversations.info": Method(info, per_minute=TIER_3),
    "conversations.list": Method(list_all, per_minute=TIER_3),
    "conversations.members": Method(members, per_minute=TIER_3),
    "conversations.history": Method(history, per_minute=TIER_3),
    "conversations.replies": Method(replies, per_minute=TIER_3),
    "conversations.open": Method(open_direct, ("im:write",), TIER_3),
    "conversations.join": Method(join, ("channels:join",), TIER_3),
    "users.conversations": Method(list_of_user, per_minute=TIER_3),
}


def _listed(workspace: Workspace, arguments: Json, channels: Iterable[Channel]) -> Json:
    types = several(arguments, "types", "public_channel")
    if unknown := set(types).difference(_TYPES):
        raise Refused("invalid_types", types=sorted(unknown))
    for name in types:
        need(workspace, _SCOPE_OF_TYPE.get(name, "mpim:read"))
    without_archived = flag(arguments, "exclude_archived")
    wanted = [
        channel for channel in channels if _type(channel) in types and not (without_archived and channel.is_archived)
    ]
    listed, more = page(arguments, wanted)
    return {"channels": [_in_list(channel) for channel in listed], **more}


def _in_list(channel: Channel) -> Json:
    shape = channel_json(channel, BOT_USER_ID)
    return shape if channel.is_im else shape | {"num_members": len(channel.members)}


def _type(channel: Channel) -> str:
    return {"channels:read": "public_channel", "groups:read": "private_channel", "im:read": "im"}[to_read(channel)]


def _history_of(workspace: Workspace, arguments: Json) -> Channel:
    channel = joined_channel(workspace, required(arguments, "channel"))
    need(workspace, to_read_history(channel))
    return channel


def _with_tombstones(channel: Channel) -> list[Message]:
    """All messages, oldest first. Of one that was answered and then deleted, Slack shows where it was."""
    messages = channel.read_by(None)
    there = {message.ts for message in messages}
    gone = {message.thread_ts for message in messages if message.thread_ts and message.thread_ts not in there}
    return sorted([*messages, *(tombstone(channel, ts) for ts in gone)], key=lambda message: sortable(message.ts))


def _is_in_channel(message: Message) -> bool:
    return message.thread_ts in (None, message.ts) or message.body.get("subtype") == "thread_broadcast"


def _within(arguments: Json, messages: list[Message]) -> list[Message]:
    oldest, latest = moment(arguments, "oldest", "0"), moment(arguments, "latest", "9" * 12)
    if flag(arguments, "inclusive"):
        return [message for message in messages if oldest <= sortable(message.ts) <= latest]
    return [message for message in messages if oldest < sortable(message.ts) < latest]


def _told(channel: Channel, arguments: Json, messages: list[Message]) -> Json:
    listed, more = page(arguments, messages)
    with_payload = flag(arguments, "include_all_metadata")
    shapes = [with_thread(channel, each, message_json(each, with_payload=with_payload)) for each in listed]
    answer: Json = {"messages": shapes, "has_more": bool(more["response_metadata"]["next_cursor"])}
    return answer | (more if answer["has_more"] else {})

"""What a message event tells of a message in a thread, which is new, edited or gone, read once."""

from collections.abc import Callable
from typing import Any

from handlers.kit.fields import (
    CHANNEL,
    TS,
    Carried,
    at,
    file_id,
    word,
)
from handlers.kit.member import Member
from handlers.kit.tools import Tools
from handlers.ports import comments
from handlers.ports.comments import Gone, Said
from store.folding import kept, kept_lines
from store.types import ChannelId, UserId, WorkspaceId

_BY_A_MEMBER = (None, "file_share", "thread_broadcast")  # what else is told of are comings and goings
_IN = "channel"
_COMMENT, _FILE_NAME = 4_000, 200  # characters that are kept


def heed(tools: Tools, workspace: WorkspaceId, event: Carried) -> bool:
    """Keep, edit or drop what an event tells of the thread of an order's card. Whether there was anything to it.

    Raises SlackSilent where Slack does not say who somebody is.
    """
    match event.get("subtype"):
        case "message_deleted":
            found = gone(event)
            concerns = found is not None and comments.concerns_an_order(tools, workspace, found)
            if found and concerns:
                comments.forget(tools, workspace, found)
            return concerns
        case "message_changed":
            return _heed(tools, workspace, at(event, "message"), edited(event), comments.edit)
        case _:
            return _heed(tools, workspace, event, said(event), comments.keep)


def _heed(
    tools: Tools, workspace: WorkspaceId, message: Any, found: Said | None, work: Callable[[Tools, Member, Said], None]
) -> bool:
    user = word(at(message, "user"))
    by_a_member = user and at(message, "subtype") in _BY_A_MEMBER and at(message, "bot_id") is None
    if not by_a_member or found is None or not comments.concerns_an_order(tools, workspace, found):
        return False
    work(tools, tools.people.member(workspace, UserId(user)), found)
    return True


def said(event: Carried) -> Said | None:
    """What a message event tells of a message in a thread; None where it is no such message."""
    channel, thread, ts = (word(event.get(name)) for name in ("channel", "thread_ts", "ts"))
    if not CHANNEL.fullmatch(channel) or not TS.fullmatch(thread) or not TS.fullmatch(ts) or thread == ts:
        return None
    given = event.get("files")
    files = (
        [(file_id(each), kept(word(at(each, "name")))[:_FILE_NAME]) for each in given]
        if isinstance(given, list)
        else []
    )
    text = kept_lines(word(event.get("text")))[:_COMMENT]
    known = tuple((id_, name) for id_, name in files if id_)
    return Said(channel=ChannelId(channel), thread=thread, ts=ts, text=text, files=known)


def edited(event: Carried) -> Said | None:
    """The message in a thread as it says now that an event tells it was edited; None where it tells of no such."""
    message = event.get("message")
    return said({**message, _IN: event.get(_IN)}) if isinstance(message, dict) else None


def gone(event: Carried) -> Gone | None:
    """The message in a thread that an event tells was deleted; None where it tells of no such."""
    channel, ts = word(event.get(_IN)), word(event.get("deleted_ts"))
    thread = word(at(event, "previous_message", "thread_ts"))
    if not CHANNEL.fullmatch(channel) or not TS.fullmatch(thread) or not TS.fullmatch(ts):
        return None
    return Gone(channel=ChannelId(channel), thread=thread, ts=ts)

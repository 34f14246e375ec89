"""What a message event tells of a message in a thread, read once."""

from handlers.kit.fields import (
    CHANNEL,
    TS,
    Carried,
    at,
    file_id,
    word,
)
from handlers.ports.comments import Said
from store.types import ChannelId

_COMMENT, _FILE_NAME = 4_000, 200  # characters that are kept


def said(event: Carried) -> Said | None:
    """What a message event tells of a message in a thread; None where it is no such message."""
    channel, thread, ts = (word(event.get(name)) for name in ("channel", "thread_ts", "ts"))
    if not CHANNEL.fullmatch(channel) or not TS.fullmatch(thread) or not TS.fullmatch(ts) or thread == ts:
        return None
    given = event.get("files")
    files = [(file_id(each), word(at(each, "name"))[:_FILE_NAME]) for each in given] if isinstance(given, list) else []
    text = word(event.get("text"))[:_COMMENT]
    known = tuple((id_, name) for id_, name in files if id_)
    return Said(channel=ChannelId(channel), thread=thread, ts=ts, text=text, files=known)

"""What is told in the thread under a card, and of holds that ended."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from handlers.messages import say, slack_time
from handlers.reply import Message
from handlers.views.parts import mention
from store.types import Action, ChannelId, Deed, Hold, UserId

_NAMED = 20  # an ended notice names so many holds and counts the rest


def line(locale: str, hold: Hold, deed: Deed) -> Message:
    """An entry of the record, in one line."""
    by = mention(deed.who or hold.held_by)
    return Message(text=_LINES[deed.action](locale, by, hold, deed.after))


def warning(locale: str, hold: Hold) -> Message:
    """Tell the holder that the hold ends soon."""
    holder, time = mention(hold.held_by), slack_time(hold.until)
    return Message(text=say(locale, "warning", holder=holder, hold=hold.name, time=time, count=hold.size))


def ended(locale: str, holds: Sequence[Hold]) -> Message:
    """Tell a channel which of its holds ended together."""
    if len(holds) == 1:
        (hold,) = holds
        return Message(text=say(locale, "ended", hold=hold.name, holder=mention(hold.held_by), count=hold.size))
    named = [
        say(locale, "ended-item", hold=hold.name, holder=mention(hold.held_by), count=hold.size)
        for hold in holds[:_NAMED]
    ]
    rest = [say(locale, "and-more", count=len(holds) - _NAMED)] if len(holds) > _NAMED else []
    total = say(locale, "ended-many", holds=len(holds), count=sum(hold.size for hold in holds))
    return Message(text="\n".join([total, *named, *rest]))


def lost_channel(locale: str, hold: Hold, lost: ChannelId) -> Message:
    """Tell that a hold's card had to move."""
    where = f"<#{hold.channel}>" if hold.channel.startswith(("C", "G")) else mention(UserId(hold.held_by))
    return Message(text=say(locale, "lost-channel", hold=hold.name, channel=f"<#{lost}>", where=where))


def _acquired(locale: str, by: str, hold: Hold, after: Mapping[str, Any]) -> str:
    count = len(after["numbers"])
    return say(locale, "line-acquired", by=by, count=count, size=hold.size, back=hold.size - count)


def _released(locale: str, by: str, hold: Hold, _after: Mapping[str, Any]) -> str:
    return say(locale, "line-released", by=by, hold=hold.name, count=hold.size)


def _held_again(locale: str, by: str, _hold: Hold, after: Mapping[str, Any]) -> str:
    return say(locale, "line-held-again", by=by, again=after["again"])


_LINES: dict[Action, Callable[[str, str, Hold, Mapping[str, Any]], str]] = {
    Action.ACQUIRED: _acquired,
    Action.RELEASED: _released,
    Action.HELD_AGAIN: _held_again,
}

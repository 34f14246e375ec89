"""What is told in the thread under a card, and of holds that ended."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from handlers.approvals.views import request as approval
from handlers.kit.blocks import mention, section
from handlers.kit.cards import Carded, Requested, keeper
from handlers.kit.messages import plain, say, slack_time
from handlers.kit.reply import Message
from store.approvals.types import ApprovalRequest, Verdict
from store.audit.types import Action, Deed
from store.holds.types import Hold, HoldId
from store.types import ChannelId, UserId, is_channel

_NAMED = 20  # an ended notice names so many holds and counts the rest


def line(locale: str, thing: Requested, deed: Deed) -> Message:
    """An entry of the record, in one line."""
    by = mention(deed.who or keeper(thing))
    if isinstance(thing, Hold) and deed.action in _LINES_OF_HOLDS:
        return Message(text=_LINES_OF_HOLDS[deed.action](locale, by, thing, deed.after))
    return Message(text=_LINES[deed.action](locale, by, thing, deed.after))


def asked(locale: str, thing: Requested, request: ApprovalRequest) -> Message:
    """Tell those who may approve that somebody asks; the one line that mentions them."""
    count, asker = len(request.numbers), mention(request.asked_by)
    key = approval.key("line-asked", thing)
    said = say(locale, key, asker=asker, count=count, size=thing.size, needed=request.needed)
    return Message(text=_to_approvers(said, request))


def warning(locale: str, hold: Hold, request: ApprovalRequest | None) -> Message:
    """Tell the holder that the hold ends soon; or, where approval is awaited, those who may approve."""
    time = slack_time(hold.until)
    if request and request.verdict is None:
        said = say(locale, "warning-asked", hold=hold.name, time=time, missing=request.missing)
        return Message(text=_to_approvers(said, request))
    holder = mention(hold.held_by)
    return Message(text=say(locale, "warning", holder=holder, hold=hold.name, time=time, count=hold.size))


def ended(locale: str, holds: Sequence[Hold], requests: Mapping[HoldId, ApprovalRequest]) -> Message:
    """Tell a channel which of its holds ended together, and which requests with them."""
    if len(holds) == 1:
        (hold,) = holds
        said = say(locale, "ended", hold=hold.name, holder=mention(hold.held_by), count=hold.size)
        return Message(text=" ".join([said, *_unapproved(locale, requests.get(hold.id))]))
    named = [
        ". ".join(
            [
                say(locale, "ended-item", hold=hold.name, holder=mention(hold.held_by), count=hold.size),
                *_unapproved(locale, requests.get(hold.id)),
            ]
        )
        for hold in holds[:_NAMED]
    ]
    rest = [say(locale, "and-more", count=len(holds) - _NAMED)] if len(holds) > _NAMED else []
    total = say(locale, "ended-many", holds=len(holds), count=sum(hold.size for hold in holds))
    return Message(text="\n".join([total, *named, *rest]))


def moved(locale: str, hold: Hold) -> Message:
    """Tell where a card stood that it is elsewhere now."""
    said = say(locale, "moved", hold=hold.name, channel=f"<#{hold.channel}>")
    return Message(text=said, blocks=[section(said)])


def lost_channel(locale: str, thing: Carded, lost: ChannelId) -> Message:
    """Tell that a card had to move."""
    where = f"<#{thing.channel}>" if is_channel(thing.channel) else mention(keeper(thing))
    return Message(text=say(locale, "lost-channel", hold=thing.name, channel=f"<#{lost}>", where=where))


def _to_approvers(said: str, request: ApprovalRequest) -> str:
    return " ".join(filter(None, [approval.mentioned(request), said]))


def _unapproved(locale: str, request: ApprovalRequest | None) -> list[str]:
    """That a request ended with its hold, if one did."""
    if request is None or request.verdict is not Verdict.RAN_OUT:
        return []
    asker, given = mention(request.asked_by), len(request.approvals)
    return [say(locale, "ended-unapproved", asker=asker, given=given, needed=request.needed)]


def _acquired(locale: str, by: str, hold: Hold, after: Mapping[str, Any]) -> str:
    count = len(after["numbers"])
    by = mention(hold.closed_by) if hold.closed_by else by  # who approved last only made it so
    return say(locale, "line-acquired", by=by, count=count, size=hold.size, back=hold.size - count)


def _released(locale: str, by: str, hold: Hold, _after: Mapping[str, Any]) -> str:
    return say(locale, "line-released", by=by, hold=hold.name, count=hold.size)


def _approved(locale: str, by: str, _thing: Requested, after: Mapping[str, Any]) -> str:
    return say(locale, "line-approved", by=by, given=after["approvals"], needed=after["needed"])


def _taken_back(locale: str, by: str, _thing: Requested, after: Mapping[str, Any]) -> str:
    return say(locale, "line-taken-back", by=by, given=after["approvals"], needed=after["needed"])


def _lapsed(locale: str, _by: str, _thing: Requested, after: Mapping[str, Any]) -> str:
    who = approval.mentions(map(UserId, after["lapsed"]))
    return say(locale, "line-lapsed", who=who, given=after["approvals"], needed=after["needed"])


def _declined(locale: str, by: str, thing: Requested, after: Mapping[str, Any]) -> str:
    key = approval.key("line-declined", thing)
    return say(locale, key, by=by, hold=thing.name, reason=plain(after["reason"]), count=thing.size)


def _withdrawn(locale: str, by: str, thing: Requested, _after: Mapping[str, Any]) -> str:
    until = {"time": slack_time(thing.until)} if isinstance(thing, Hold) else {}
    return say(locale, approval.key("line-withdrawn", thing), by=by, **until)


def _held_again(locale: str, by: str, _hold: Hold, after: Mapping[str, Any]) -> str:
    return say(locale, "line-held-again", by=by, again=after["again"])


_LINES: dict[Action, Callable[[str, str, Requested, Mapping[str, Any]], str]] = {
    Action.APPROVED: _approved,
    Action.TAKEN_BACK: _taken_back,
    Action.LAPSED: _lapsed,
    Action.DECLINED: _declined,
    Action.WITHDRAWN: _withdrawn,
}
_LINES_OF_HOLDS: dict[Action, Callable[[str, str, Hold, Mapping[str, Any]], str]] = {
    Action.ACQUIRED: _acquired,
    Action.RELEASED: _released,
    Action.HELD_AGAIN: _held_again,
}

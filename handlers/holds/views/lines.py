"""What is told in the thread under a card, and of holds that ended."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from handlers.approvals import to_approvers
from handlers.holds.entries import HoldAction
from handlers.kit.blocks import mention
from handlers.kit.messages import say, slack_time
from handlers.kit.reply import Message
from handlers.kit.sources import POOL, source
from store.approvals.types import ApprovalRequest, Verdict
from store.audit.types import Deed
from store.holds.types import Hold, HoldId

_NAMED = 20  # an ended notice names so many holds and counts the rest


def line(locale: str, hold: Hold, deed: Deed, fate: str = POOL) -> Message | None:
    """An entry of the record, in one line; None where it is not told. `fate`: of what nobody holds any more."""
    told = _LINES.get(deed.action)
    return Message(text=told(locale, mention(deed.who or hold.owner), hold, deed.after, fate)) if told else None


def warning(locale: str, hold: Hold, request: ApprovalRequest | None, fate: str = POOL) -> Message:
    """Tell the holder that the hold ends soon; or, where approval is awaited, those who may approve."""
    time = slack_time(hold.until)
    if request and request.verdict is None:
        said = say(locale, "warning-asked", hold=hold.name, time=time, missing=request.missing, fate=fate)
        return Message(text=to_approvers(said, request))
    holder = mention(hold.held_by)
    return Message(text=say(locale, "warning", holder=holder, hold=hold.name, time=time, count=hold.size, fate=fate))


def ended(
    locale: str,
    holds: Sequence[Hold],
    requests: Mapping[HoldId, ApprovalRequest],
    fates: Mapping[HoldId, str] = MappingProxyType({}),
) -> Message:
    """Tell a channel which of its holds ended together, and which requests with them.

    `fates`: what became of what they had, where that did not all go back to the pool.
    """
    if len(holds) == 1:
        (hold,) = holds
        said = _ended(locale, "ended", hold, fates)
        return Message(text=" ".join([said, *_unapproved(locale, requests.get(hold.id))]))
    named = [
        ". ".join([_ended(locale, "ended-item", hold, fates), *_unapproved(locale, requests.get(hold.id))])
        for hold in holds[:_NAMED]
    ]
    rest = [say(locale, "and-more", count=len(holds) - _NAMED)] if len(holds) > _NAMED else []
    count, of = sum(hold.size for hold in holds), source(of_carriers=any(hold.at_carriers for hold in holds))
    total = say(locale, "ended-many", holds=len(holds), count=count, source=of)
    return Message(text="\n".join([total, *named, *rest]))


def _ended(locale: str, key: str, hold: Hold, fates: Mapping[HoldId, str]) -> str:
    return say(
        locale, key, hold=hold.name, holder=mention(hold.held_by), count=hold.size, fate=fates.get(hold.id, POOL)
    )


def _unapproved(locale: str, request: ApprovalRequest | None) -> list[str]:
    """That a request ended with its hold, if one did."""
    if request is None or request.verdict is not Verdict.RAN_OUT:
        return []
    asker, given = mention(request.asked_by), len(request.approvals)
    return [say(locale, "ended-unapproved", asker=asker, given=given, needed=request.needed)]


def _acquired(locale: str, by: str, hold: Hold, after: Mapping[str, Any], fate: str) -> str:
    count, ordered = len(after["numbers"]), len(after.get("ordered", ()))
    by = mention(hold.closed_by) if hold.closed_by else by  # who approved last only made it so
    if ordered:
        return say(locale, "line-ordered", by=by, count=count, size=hold.size, ordered=ordered)
    back = hold.size - count
    return say(locale, "line-acquired", by=by, count=count, size=hold.size, back=back, fate=fate if back else POOL)


def _released(locale: str, by: str, hold: Hold, _after: Mapping[str, Any], fate: str) -> str:
    return say(locale, "line-released", by=by, hold=hold.name, count=hold.size, fate=fate)


def _held_again(locale: str, by: str, _hold: Hold, after: Mapping[str, Any], _fate: str) -> str:
    return say(locale, "line-held-again", by=by, again=after["again"])


_LINES: dict[str, Callable[[str, str, Hold, Mapping[str, Any], str], str]] = {
    HoldAction.ACQUIRED: _acquired,
    HoldAction.RELEASED: _released,
    HoldAction.HELD_AGAIN: _held_again,
}

"""What is told of a request in the thread under the card of what it is for."""

from collections.abc import Callable, Mapping
from typing import Any

from handlers.approvals.entries import ApprovalAction
from handlers.approvals.views.request import mentioned, mentions
from handlers.kit.approvable import Approvable, Requested
from handlers.kit.blocks import mention
from handlers.kit.messages import plain, say
from handlers.kit.reply import Message
from handlers.kit.words import COMMAND
from store.approvals.types import ApprovalRequest
from store.audit.types import Deed
from store.types import UserId


def line(locale: str, of: Approvable[Any], thing: Requested, deed: Deed) -> Message | None:
    """An entry of the record in one line; None where it tells of no request."""
    told = _LINES.get(deed.action)
    return Message(text=told(locale, of, thing, deed)) if told else None


def asked(locale: str, of: Approvable[Any], thing: Requested, request: ApprovalRequest, costs: str = "") -> Message:
    """Tell those who may approve that somebody asks, and for what it costs; the one line that mentions them."""
    count, asker = len(request.numbers), mention(request.asked_by)
    said = say(locale, of.words.asked, asker=asker, count=count, size=thing.size, needed=request.needed)
    return Message(text=" ".join(filter(None, [to_approvers(said, request), costs])))


def to_approvers(said: str, request: ApprovalRequest) -> str:
    """The words with those before them who may approve, as far as they are named."""
    return " ".join(filter(None, [mentioned(request), said]))


def _approved(locale: str, _of: Approvable[Any], thing: Requested, deed: Deed) -> str:
    return say(locale, "line-approved", by=_by(thing, deed), **_given(deed.after))


def _taken_back(locale: str, _of: Approvable[Any], thing: Requested, deed: Deed) -> str:
    return say(locale, "line-taken-back", by=_by(thing, deed), **_given(deed.after))


def _lapsed(locale: str, _of: Approvable[Any], _thing: Requested, deed: Deed) -> str:
    return say(locale, "line-lapsed", who=mentions(map(UserId, deed.after["lapsed"])), **_given(deed.after))


def _declined(locale: str, of: Approvable[Any], thing: Requested, deed: Deed) -> str:
    reason = plain(deed.after["reason"])
    by = _by(thing, deed)
    values = {**of.values(locale, thing), "by": by, "hold": thing.name, "reason": reason, "count": thing.size}
    return say(locale, of.words.line_declined, **values)


def _withdrawn(locale: str, of: Approvable[Any], thing: Requested, deed: Deed) -> str:
    return say(locale, of.words.line_withdrawn, by=_by(thing, deed), **of.values(locale, thing))


def _lacking(locale: str, _of: Approvable[Any], thing: Requested, deed: Deed) -> str:
    asker = mention(UserId(deed.after["asked_by"]))
    return say(locale, "line-lacking", asker=asker, hold=thing.name, needed=deed.after["needed"], command=COMMAND)


def _given(after: Mapping[str, Any]) -> dict[str, str | int]:
    return {"given": after["approvals"], "needed": after["needed"]}


def _by(thing: Requested, deed: Deed) -> str:
    return mention(deed.who or thing.owner)


_LINES: dict[str, Callable[[str, Approvable[Any], Requested, Deed], str]] = {
    ApprovalAction.APPROVED: _approved,
    ApprovalAction.TAKEN_BACK: _taken_back,
    ApprovalAction.LAPSED: _lapsed,
    ApprovalAction.DECLINED: _declined,
    ApprovalAction.WITHDRAWN: _withdrawn,
    ApprovalAction.LACKING: _lacking,
}

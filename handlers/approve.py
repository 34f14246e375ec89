"""Approve, decline, take an approval back, withdraw: what teammates decide on a request."""

from dataclasses import dataclass
from datetime import datetime

from handlers import named, rights, rules
from handlers.act import Act, act, verdict
from handlers.carded import card, line
from handlers.keep import Wish, keep, over_quota
from handlers.member import Click, Member
from handlers.messages import say
from handlers.reply import DONE, Reply, opens, says
from handlers.requests import Decision
from handlers.tools import Tools
from handlers.views import answers
from handlers.views import approval as views
from handlers.views import decline as declining
from handlers.views.parts import mention
from store import approvals, holds, numbers
from store.types import Action, Hold, Request, UserId, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What Slack says of a request: whether the member may approve it, and whose approvals do not count any more."""

    entitled: bool
    lapsed: frozenset[UserId]


def approve(tools: Tools, click: Click, ask: Decision) -> Reply:
    """Count an approval; the last that is needed acquires the numbers."""
    known = _look_up(tools, click, ask)
    locale = click.member.locale

    def work(doing: Act) -> Reply:
        hold, request = named.request(doing.db, doing.workspace.id, ask, lock=True)
        if refusal := _refused(doing.member, hold, request, known, doing.now):
            return refusal
        if request.is_approved_by(doing.member.user):
            return views.approved_already(locale, hold, request, doing.member.user)
        request = _without_lapsed(doing, hold, request, known.lapsed)
        if request.missing == 1 and (refusal := over_quota(doing, hold, len(request.numbers))):
            return refusal
        request = approvals.approve(doing.db, request, doing.member.user, doing.now)
        _tell(doing, Action.APPROVED, hold, request, before=len(request.approvals) - 1)
        if request.missing:
            holds.changed(doing.db, hold)
        else:
            _acquire(doing, hold, request)
        return views.approved(locale, hold, request)

    return act(tools, click, work)


def take_back(tools: Tools, click: Click, ask: Decision) -> Reply:
    """Count the member's approval no longer."""
    locale = click.member.locale

    def work(doing: Act) -> Reply:
        hold, request = named.request(doing.db, doing.workspace.id, ask, lock=True)
        if not _waits(hold, request, doing.now):
            return views.closed(locale, hold, request)
        if not request.is_approved_by(doing.member.user):
            return says(say(locale, "nothing-to-take-back", hold=hold.name))
        request = approvals.take_back(doing.db, request, [doing.member.user])
        holds.changed(doing.db, hold)
        _tell(doing, Action.TAKEN_BACK, hold, request, before=len(request.approvals) + 1)
        return says(say(locale, "taken-back", hold=hold.name, given=len(request.approvals), needed=request.needed))

    return act(tools, click, work)


def ask_why(tools: Tools, click: Click, ask: Decision) -> Reply:
    """Open the modal in which a member says why they decline."""
    known = _look_up(tools, click, ask)
    with tools.reading() as db:
        hold, request = named.request(db, click.member.workspace, ask)
    refused = _refused(click.member, hold, request, known, tools.now())
    return refused or opens(declining.decline(click.member.locale, hold, request))


def decline(tools: Tools, click: Click, ask: Decision, reason: str) -> Reply:
    """Refuse a request, and give the hold's numbers back."""
    known = _look_up(tools, click, ask)

    def work(doing: Act) -> Reply:
        hold, request = named.request(doing.db, doing.workspace.id, ask, lock=True)
        if refusal := _refused(doing.member, hold, request, known, doing.now):
            return refusal
        by = doing.member.user
        request = approvals.close(doing.db, request, Verdict.DECLINED, at=doing.now, by=by, reason=reason)
        numbers.give_back(doing.db, hold, doing.now)
        holds.close_released(doing.db, hold, by=by, now=doing.now)
        after = {"request": request.id, "asked_by": request.asked_by, "reason": reason}
        before = {"size": hold.size, "approvals": len(request.approvals), "needed": request.needed}
        entry = doing.record(Action.DECLINED, hold.name, before=before, after=after)
        doing.owe(card(hold), line(hold, entry), verdict(hold, request))
        doing.concerns_everybody()
        return DONE

    return act(tools, click, work)


def withdraw(tools: Tools, click: Click, ask: Decision) -> Reply:
    """The one who asked does not any more; the numbers stay held."""
    locale = click.member.locale

    def work(doing: Act) -> Reply:
        hold, request = named.request(doing.db, doing.workspace.id, ask, lock=True)
        if not _waits(hold, request, doing.now):
            return views.closed(locale, hold, request)
        if request.asked_by != doing.member.user:
            asker = mention(request.asked_by)
            return answers.refused(locale, rules.Refusal.NOT_THE_ASKER, asker=asker, hold=hold.name)
        approvals.close(doing.db, request, Verdict.WITHDRAWN, at=doing.now, by=doing.member.user)
        holds.changed(doing.db, hold)
        before = {"approvals": len(request.approvals), "needed": request.needed}
        entry = doing.record(Action.WITHDRAWN, hold.name, before=before, after={"request": request.id})
        doing.owe(card(hold), line(hold, entry))
        doing.concerns_everybody()
        return says(say(locale, "withdrawn", hold=hold.name))

    return act(tools, click, work)


def _look_up(tools: Tools, click: Click, ask: Decision) -> _Known:
    """Ask Slack before the transaction. Raises SlackSilent: then nobody's right is known."""
    workspace = click.member.workspace
    with tools.reading() as db:
        hold, request = named.request(db, workspace, ask)

    def entitled(user: UserId) -> bool:
        return rights.approves(tools, workspace, user, request.approvers, hold.channel)

    if request.verdict or request.asked_by == click.member.user:
        return _Known(entitled=False, lapsed=frozenset())
    lapsed = frozenset(approval.by for approval in request.approvals if not entitled(approval.by))
    return _Known(entitled=entitled(click.member.user), lapsed=lapsed)


def _refused(member: Member, hold: Hold, request: Request, known: _Known, now: datetime) -> Reply | None:
    if not _waits(hold, request, now):
        return views.closed(member.locale, hold, request)
    if refusal := rules.approve(request, member, entitled=known.entitled):
        return answers.may_not_approve(member.locale, refusal, hold, request)
    return None


def _waits(hold: Hold, request: Request, now: datetime) -> bool:
    return request.verdict is None and hold.is_live(now)


def _without_lapsed(doing: Act, hold: Hold, request: Request, lapsed: frozenset[UserId]) -> Request:
    """The request without approvals of members who may not approve any more: they left the group or the workspace."""
    gone = [approval.by for approval in request.approvals if approval.by in lapsed]
    if not gone:
        return request
    fewer = approvals.take_back(doing.db, request, gone)
    _tell(doing, Action.LAPSED, hold, fewer, before=len(request.approvals), lapsed=gone)
    return fewer


def _acquire(doing: Act, hold: Hold, request: Request) -> None:
    closed = approvals.close(doing.db, request, Verdict.APPROVED, at=doing.now, by=doing.member.user)
    wish = Wish(numbers=request.numbers, purpose=request.purpose, note=request.note)
    keep(doing, hold, wish, by=request.asked_by, request=closed)
    doing.owe(verdict(hold, closed))


def _tell(doing: Act, action: Action, hold: Hold, request: Request, *, before: int, **after: list[UserId]) -> None:
    """Record how many approvals there are now, say so under the card and draw that again."""
    now = {"request": request.id, "approvals": len(request.approvals), "needed": request.needed, **after}
    entry = doing.record(action, hold.name, before={"approvals": before}, after=now)
    doing.owe(card(hold), line(hold, entry))
    doing.concerns_everybody()

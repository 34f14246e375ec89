"""Approve, decline, take an approval back, withdraw: what teammates decide on a request."""

from dataclasses import dataclass
from datetime import datetime

from handlers.approvals import rules
from handlers.approvals.rules import ApprovalRefusal
from handlers.approvals.views import decline as declining
from handlers.approvals.views import request as views
from handlers.kit import access, answers, lookup, requested
from handlers.kit.blocks import mention
from handlers.kit.cards import Requested, card, line
from handlers.kit.member import Click, Member
from handlers.kit.messages import say
from handlers.kit.reply import DONE, Reply, opens, says
from handlers.kit.requests import Decision
from handlers.kit.tools import Tools
from handlers.kit.transaction import Act, act, verdict
from store import approvals
from store.approvals.types import ApprovalRequest, Verdict
from store.audit.types import Action
from store.types import UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What Slack says of a request: whether the member may approve it, and whose approvals do not count any more."""

    entitled: bool
    lapsed: frozenset[UserId]


def approve(tools: Tools, click: Click, ask: Decision) -> Reply:
    """Count an approval; the last that is needed does what was asked for."""
    known = _look_up(tools, click, ask)
    locale = click.member.locale

    def work(doing: Act) -> Reply:
        thing, request = lookup.request(doing.db, doing.workspace.id, ask, lock=True)
        if refusal := _refused(doing.member, thing, request, known, doing.now):
            return refusal
        if request.is_approved_by(doing.member.user):
            return views.approved_already(locale, thing, request, doing.member.user)
        request = _without_lapsed(doing, thing, request, known.lapsed)
        if request.missing == 1 and (refusal := requested.forbidden(doing, thing, request)):
            return refusal
        request = approvals.approve(doing.db, request, doing.member.user, doing.now)
        _tell(doing, Action.APPROVED, thing, request, before=len(request.approvals) - 1)
        if request.missing:
            requested.changed(doing, thing)
        else:
            closed = approvals.close(doing.db, request, Verdict.APPROVED, at=doing.now, by=doing.member.user)
            requested.grant(doing, thing, closed)
            doing.owe(verdict(thing, closed))
        return views.approved(locale, thing, request)

    return act(tools, click, work)


def take_back(tools: Tools, click: Click, ask: Decision) -> Reply:
    """Count the member's approval no longer."""
    locale = click.member.locale

    def work(doing: Act) -> Reply:
        thing, request = lookup.request(doing.db, doing.workspace.id, ask, lock=True)
        if not requested.waits(thing, request, doing.now):
            return views.closed(locale, thing, request)
        if not request.is_approved_by(doing.member.user):
            return says(say(locale, "nothing-to-take-back", hold=thing.name))
        request = approvals.take_back(doing.db, request, [doing.member.user])
        requested.changed(doing, thing)
        _tell(doing, Action.TAKEN_BACK, thing, request, before=len(request.approvals) + 1)
        return says(say(locale, "taken-back", hold=thing.name, given=len(request.approvals), needed=request.needed))

    return act(tools, click, work)


def ask_why(tools: Tools, click: Click, ask: Decision) -> Reply:
    """Open the modal in which a member says why they decline."""
    known = _look_up(tools, click, ask)
    with tools.reading() as db:
        thing, request = lookup.request(db, click.member.workspace, ask)
    refused = _refused(click.member, thing, request, known, tools.now())
    return refused or opens(declining.decline(click.member.locale, thing, request))


def decline(tools: Tools, click: Click, ask: Decision, reason: str) -> Reply:
    """Refuse a request; numbers that are held for it go back."""
    known = _look_up(tools, click, ask)

    def work(doing: Act) -> Reply:
        thing, request = lookup.request(doing.db, doing.workspace.id, ask, lock=True)
        if refusal := _refused(doing.member, thing, request, known, doing.now):
            return refusal
        by = doing.member.user
        request = approvals.close(doing.db, request, Verdict.DECLINED, at=doing.now, by=by, reason=reason)
        requested.decline(doing, thing)
        after = {"request": request.id, "asked_by": request.asked_by, "reason": reason}
        before = {"size": thing.size, "approvals": len(request.approvals), "needed": request.needed}
        entry = doing.record(Action.DECLINED, thing.name, before=before, after=after)
        doing.owe(card(thing), line(thing, entry), verdict(thing, request))
        doing.concerns_everybody()
        return DONE

    return act(tools, click, work)


def withdraw(tools: Tools, click: Click, ask: Decision) -> Reply:
    """The one who asked does not any more; numbers that are held stay so."""
    locale = click.member.locale

    def work(doing: Act) -> Reply:
        thing, request = lookup.request(doing.db, doing.workspace.id, ask, lock=True)
        if not requested.waits(thing, request, doing.now):
            return views.closed(locale, thing, request)
        if request.asked_by != doing.member.user:
            asker = mention(request.asked_by)
            return answers.refused(locale, ApprovalRefusal.NOT_THE_ASKER, asker=asker, hold=thing.name)
        approvals.close(doing.db, request, Verdict.WITHDRAWN, at=doing.now, by=doing.member.user)
        requested.withdraw(doing, thing)
        before = {"approvals": len(request.approvals), "needed": request.needed}
        entry = doing.record(Action.WITHDRAWN, thing.name, before=before, after={"request": request.id})
        doing.owe(card(thing), line(thing, entry))
        doing.concerns_everybody()
        return views.withdrawn(locale, thing)

    return act(tools, click, work)


def _look_up(tools: Tools, click: Click, ask: Decision) -> _Known:
    """Ask Slack before the transaction. Raises SlackSilent: then nobody's right is known."""
    workspace = click.member.workspace
    with tools.reading() as db:
        thing, request = lookup.request(db, workspace, ask)

    def entitled(user: UserId) -> bool:
        return access.approves(tools, workspace, user, request.approvers, thing.channel)

    if request.verdict or request.asked_by == click.member.user:
        return _Known(entitled=False, lapsed=frozenset())
    lapsed = frozenset(approval.by for approval in request.approvals if not entitled(approval.by))
    return _Known(entitled=entitled(click.member.user), lapsed=lapsed)


def _refused(member: Member, thing: Requested, request: ApprovalRequest, known: _Known, now: datetime) -> Reply | None:
    if not requested.waits(thing, request, now):
        return views.closed(member.locale, thing, request)
    if refusal := rules.approve(request, member, entitled=known.entitled):
        return answers.may_not_approve(member.locale, refusal, thing, request)
    return None


def _without_lapsed(
    doing: Act, thing: Requested, request: ApprovalRequest, lapsed: frozenset[UserId]
) -> ApprovalRequest:
    """The request without approvals of members who may not approve any more: they left the group or the workspace."""
    gone = [approval.by for approval in request.approvals if approval.by in lapsed]
    if not gone:
        return request
    fewer = approvals.take_back(doing.db, request, gone)
    _tell(doing, Action.LAPSED, thing, fewer, before=len(request.approvals), lapsed=gone)
    return fewer


def _tell(
    doing: Act, action: Action, thing: Requested, request: ApprovalRequest, *, before: int, **after: list[UserId]
) -> None:
    """Record how many approvals there are now, say so under the card and draw that again."""
    now = {"request": request.id, "approvals": len(request.approvals), "needed": request.needed, **after}
    entry = doing.record(action, thing.name, before={"approvals": before}, after=now)
    doing.owe(card(thing), line(thing, entry))
    doing.concerns_everybody()

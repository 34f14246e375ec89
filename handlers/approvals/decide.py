"""Approve, decline, take an approval back, withdraw: what teammates decide on a request."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.approvals import lookup, rules
from handlers.approvals.entries import ApprovalAction
from handlers.approvals.owing import verdict
from handlers.approvals.requests import Decision
from handlers.approvals.rules import ApprovalRefusal
from handlers.approvals.views import answers as approval_answers
from handlers.approvals.views import decline as declining
from handlers.approvals.views import request as views
from handlers.kit import access, answers, roles
from handlers.kit.approvable import Approvable, Requested
from handlers.kit.blocks import mention
from handlers.kit.cards import card, line
from handlers.kit.member import Click, Member
from handlers.kit.messages import say
from handlers.kit.refusals import AccessRefusal
from handlers.kit.reply import DONE, Reply, opens, says
from handlers.kit.tools import SlackSilent, Tools
from handlers.kit.transaction import MemberTransaction, transact
from store import approvals, workspaces
from store.approvals.types import ApprovalRequest, Verdict
from store.types import UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What Slack says of a request: whether the member may approve it, whose approvals do not count any more, and who
    asked.
    """

    entitled: bool
    lapsed: frozenset[UserId]
    asker: Member


def approve(tools: Tools, click: Click, ask: Decision) -> Reply:
    """Count an approval; the last that is needed does what was asked for.

    Raises BadInput where there is no such request, SlackSilent where Slack does not say who may approve.
    """
    known = _look_up(tools, click, ask)
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        of, thing, request = lookup.find(tools, tx.db, tx.workspace.id, ask, lock=True)
        if refusal := _refused(tx.member, of, thing, request, known, tx.now):
            return refusal
        if request.is_approved_by(tx.member.user):
            return views.approved_already(locale, thing, request, tx.member.user)
        if refusal := _asker_may_not(tx, of, thing, known.asker):
            return refusal
        request = _without_lapsed(tx, thing, request, known.lapsed)
        request = approvals.approve(tx.db, request, tx.member.user, tx.now)
        _tell(tx, ApprovalAction.APPROVED, thing, request, before=len(request.approvals) - 1)
        if request.missing:
            of.changed(tx, thing)
        else:
            closed = approvals.close(tx.db, request, Verdict.APPROVED, at=tx.now, by=tx.member.user)
            of.grant(tx, thing, closed)
            tx.owe(verdict(thing, closed))
        return views.approved(locale, of, thing, request)

    return transact(tools, click, work)


def take_back(tools: Tools, click: Click, ask: Decision) -> Reply:
    """Count the member's approval no longer. Raises BadInput where there is no such request."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        of, thing, request = lookup.find(tools, tx.db, tx.workspace.id, ask, lock=True)
        if not _waits(of, thing, request, tx.now):
            return views.closed(locale, of, thing, request)
        if not request.is_approved_by(tx.member.user):
            return says(say(locale, "nothing-to-take-back", hold=thing.name))
        request = approvals.take_back(tx.db, request, [tx.member.user])
        of.changed(tx, thing)
        _tell(tx, ApprovalAction.TAKEN_BACK, thing, request, before=len(request.approvals) + 1)
        return says(say(locale, "taken-back", hold=thing.name, given=len(request.approvals), needed=request.needed))

    return transact(tools, click, work)


def ask_why(tools: Tools, click: Click, ask: Decision) -> Reply:
    """Open the modal in which a member says why they decline.

    Raises BadInput where there is no such request, SlackSilent where Slack does not say who may decline.
    """
    known = _look_up(tools, click, ask)
    with tools.reading() as db:
        of, thing, request = lookup.find(tools, db, click.member.workspace, ask)
    refused = _refused(click.member, of, thing, request, known, tools.now())
    return refused or opens(declining.decline(click.member.locale, of, thing, request))


def decline(tools: Tools, click: Click, ask: Decision, reason: str) -> Reply:
    """Refuse a request; numbers that are held for it go back.

    Raises BadInput where there is no such request, SlackSilent where Slack does not say who may decline.
    """
    known = _look_up(tools, click, ask)

    def work(tx: MemberTransaction) -> Reply:
        of, thing, request = lookup.find(tools, tx.db, tx.workspace.id, ask, lock=True)
        if refusal := _refused(tx.member, of, thing, request, known, tx.now):
            return refusal
        by = tx.member.user
        request = approvals.close(tx.db, request, Verdict.DECLINED, at=tx.now, by=by, reason=reason)
        of.decline(tx, thing)
        after = {"request": request.id, "asked_by": request.asked_by, "reason": reason}
        before = {"size": thing.size, "approvals": len(request.approvals), "needed": request.needed}
        entry = tx.record(ApprovalAction.DECLINED, thing.name, before=before, after=after)
        tx.owe(card(thing), line(thing, entry), verdict(thing, request))
        tx.concerns_everybody()
        return DONE

    return transact(tools, click, work)


def withdraw(tools: Tools, click: Click, ask: Decision) -> Reply:
    """The one who asked does not any more; numbers that are held stay so. Raises BadInput where there is no request."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        of, thing, request = lookup.find(tools, tx.db, tx.workspace.id, ask, lock=True)
        if not _waits(of, thing, request, tx.now):
            return views.closed(locale, of, thing, request)
        if request.asked_by != tx.member.user:
            asker = mention(request.asked_by)
            return answers.refused(locale, ApprovalRefusal.NOT_THE_ASKER, asker=asker, hold=thing.name)
        approvals.close(tx.db, request, Verdict.WITHDRAWN, at=tx.now, by=tx.member.user)
        of.withdraw(tx, thing)
        before = {"approvals": len(request.approvals), "needed": request.needed}
        entry = tx.record(ApprovalAction.WITHDRAWN, thing.name, before=before, after={"request": request.id})
        tx.owe(card(thing), line(thing, entry))
        tx.concerns_everybody()
        return views.withdrawn(locale, of, thing)

    return transact(tools, click, work)


def _look_up(tools: Tools, click: Click, ask: Decision) -> _Known:
    """Ask Slack before the transaction. Raises SlackSilent: then nobody's right is known."""
    workspace = click.member.workspace
    with tools.reading() as db:
        _, thing, request = lookup.find(tools, db, workspace, ask)
        found = workspaces.find(db, workspace)
    asker = access.knowing(tools, tools.people.member(workspace, request.asked_by), found)

    def entitled(user: UserId) -> bool:
        return access.approves(tools, workspace, user, request.approvers, thing.channel)

    if request.verdict or request.asked_by == click.member.user:
        return _Known(entitled=False, lapsed=frozenset(), asker=asker)
    lapsed = frozenset(approval.by for approval in request.approvals if not entitled(approval.by))
    return _Known(entitled=entitled(click.member.user), lapsed=lapsed, asker=asker)


def _refused(
    member: Member, of: Approvable[Any], thing: Requested, request: ApprovalRequest, known: _Known, now: datetime
) -> Reply | None:
    if not _waits(of, thing, request, now):
        return views.closed(member.locale, of, thing, request)
    if refusal := rules.approve(request, member, entitled=known.entitled):
        return approval_answers.may_not_approve(member.locale, refusal, thing, request)
    return None


def _asker_may_not(tx: MemberTransaction, of: Approvable[Any], thing: Requested, asker: Member) -> Reply | None:
    """Why who asked may not have it any more, if so. Raises SlackSilent."""
    refusal = roles.enter(asker) or of.may_have(tx.workspace, asker)
    if refusal is AccessRefusal.UNKNOWN:
        raise SlackSilent
    if refusal is None:
        return None
    gone = ApprovalRefusal.ASKER_GONE
    return answers.refused(tx.member.locale, gone, asker=mention(asker.user), hold=thing.name)


def _waits(of: Approvable[Any], thing: Requested, request: ApprovalRequest, now: datetime) -> bool:
    """Whether a request can still be decided."""
    return request.verdict is None and of.waits(thing, now)


def _without_lapsed(
    tx: MemberTransaction, thing: Requested, request: ApprovalRequest, lapsed: frozenset[UserId]
) -> ApprovalRequest:
    """The request without approvals of members who may not approve any more: they left the group or the workspace."""
    gone = [approval.by for approval in request.approvals if approval.by in lapsed]
    if not gone:
        return request
    fewer = approvals.take_back(tx.db, request, gone)
    _tell(tx, ApprovalAction.LAPSED, thing, fewer, before=len(request.approvals), lapsed=gone)
    return fewer


def _tell(
    tx: MemberTransaction,
    action: str,
    thing: Requested,
    request: ApprovalRequest,
    *,
    before: int,
    **after: list[UserId],
) -> None:
    """Record how many approvals there are now, say so under the card and draw that again."""
    now = {"request": request.id, "approvals": len(request.approvals), "needed": request.needed, **after}
    entry = tx.record(action, thing.name, before={"approvals": before}, after=now)
    tx.owe(card(thing), line(thing, entry))
    tx.concerns_everybody()

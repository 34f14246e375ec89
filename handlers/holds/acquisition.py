"""Keep numbers of a hold: at once, or once as many teammates have agreed as the policy wants."""

from dataclasses import dataclass
from datetime import timedelta

from handlers import approvals, carriers
from handlers.holds import rules
from handlers.holds.entries import HoldAction
from handlers.holds.views import answers as hold_answers
from handlers.holds.views.words import APPROVAL_WORDS
from handlers.kit import answers
from handlers.kit.cards import card, line, moved
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Reply, says
from handlers.kit.transaction import MemberTransaction, Rollback
from handlers.quota import POOL, QuotaRefusal, admit
from handlers.quota import left as quota_left
from store import holds, numbers
from store.approvals.types import ApprovalRequest
from store.holds.types import Hold, Purpose
from store.numbers.types import Permit
from store.types import E164, UserId, is_channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """Which numbers of a hold somebody wants, and what for."""

    numbers: tuple[E164, ...]
    purpose: Purpose
    note: str


def keep_or_ask(tx: MemberTransaction, hold: Hold, wish: Purchase) -> Reply | None:
    """Keep the numbers of a live hold that this transaction has locked, or ask for approval. None: it is done."""
    permit = _admitted(tx, hold, wish)
    if permit is QuotaRefusal.NEEDS_APPROVAL:
        return _ask(tx, hold, wish, needed(tx, hold, wish))
    if not isinstance(permit, Permit):
        return _refused(tx, hold, permit)
    _keep(tx, hold, wish, permit, by=tx.member.user)
    return None


def keep(tx: MemberTransaction, hold: Hold, wish: Purchase, request: ApprovalRequest) -> None:
    """Make the numbers the workspace's own that were approved, for who asked for them."""
    permit = _admitted(tx, hold, wish, request)
    if not isinstance(permit, Permit):
        raise Rollback(_refused(tx, hold, permit))
    _keep(tx, hold, wish, permit, by=request.asked_by, request=request)


def _keep(
    tx: MemberTransaction,
    hold: Hold,
    wish: Purchase,
    permit: Permit,
    *,
    by: UserId,
    request: ApprovalRequest | None = None,
) -> None:
    ordered = carriers.order(tx, hold, wish.numbers, permit) if hold.at_carriers else []
    if ordered is None:
        raise lost(tx, hold)
    ours = [e164 for e164 in wish.numbers if e164 not in ordered]
    if numbers.acquire(tx.db, hold, ours, tx.now, permit) != len(ours):
        raise lost(tx, hold)
    numbers.give_back(tx.db, hold, tx.now)
    holds.close_acquired(tx.db, hold, wish.numbers, by=by, purpose=wish.purpose, note=wish.note, now=tx.now)
    after: dict[str, object] = {"numbers": wish.numbers, "purpose": wish.purpose, "note": wish.note}
    if ordered:
        after["ordered"] = ordered
    if request:
        after |= {"asked_by": by, "approved_by": [approval.by for approval in request.approvals]}
    entry = tx.record(HoldAction.ACQUIRED, hold.name, before={"size": hold.size}, after=after)
    tx.owe(card(hold), line(hold, entry))
    tx.concerns_everybody()


def needed(tx: MemberTransaction, hold: Hold, wish: Purchase) -> int:
    """How many teammates must agree to it, by the policy and by what the numbers cost."""
    further = carriers.further_approvals(tx.db, tx.workspace, hold, wish.numbers)
    return approvals.needed(tx.workspace.policy, hold.wanted.kind, len(wish.numbers), further)


def _admitted(
    tx: MemberTransaction, hold: Hold, wish: Purchase, request: ApprovalRequest | None = None
) -> Permit | Refusal:
    further = carriers.further_approvals(tx.db, tx.workspace, hold, wish.numbers)
    decided = numbers.in_use(tx.db, tx.workspace.id, tx.now)[hold.wanted.kind].decided
    wanted = {hold.wanted.kind: len(wish.numbers)}
    return admit(tx.workspace, POOL, wanted, {hold.wanted.kind: decided}, request, further)


def _refused(tx: MemberTransaction, hold: Hold, refusal: Refusal) -> Reply:
    room = quota_left(tx.workspace, numbers.in_use(tx.db, tx.workspace.id, tx.now)[hold.wanted.kind].decided)
    return answers.refused(tx.member.locale, refusal, quota=room.quota, left=room.left)


def lost(tx: MemberTransaction, hold: Hold) -> Rollback:
    """By somebody else's clock the hold had ended, and they have its numbers now."""
    return Rollback(says(hold_answers.over(tx.member.locale, hold)))


def _ask(tx: MemberTransaction, hold: Hold, wish: Purchase, needed: int) -> Reply | None:
    asked, seen = hold, _where_all_see(tx, hold)
    if seen is None:
        return approvals.cannot_ask_here(tx.member.locale, APPROVAL_WORDS)
    hold = _extended(tx, seen)
    request = approvals.ask(tx, hold, wish.numbers, needed, purpose=wish.purpose, note=wish.note)
    holds.changed(tx.db, hold)
    after = {"numbers": wish.numbers, "purpose": wish.purpose, "note": wish.note, "needed": needed}
    after |= {"request": request.id, "until": hold.until.isoformat()}
    before = {"size": hold.size, "until": asked.until.isoformat()}
    entry = tx.record(approvals.ApprovalAction.ASKED, hold.name, before=before, after=after)
    tx.owe(card(hold), line(hold, entry))
    tx.concerns_everybody()
    return None


def _extended(tx: MemberTransaction, hold: Hold) -> Hold:
    """The hold, once longer while it waits."""
    minutes = tx.workspace.policy.extension_minutes
    if not minutes or hold.extended_minutes:
        return hold
    until = carriers.last_until(tx, hold, hold.until + timedelta(minutes=minutes))
    if numbers.extend(tx.db, hold, tx.now, until) != hold.size:
        raise lost(tx, hold)
    warning = rules.warning_after(until - tx.now)
    return holds.extend(tx.db, hold, minutes=minutes, until=until, warn_at=tx.now + warning if warning else None)


def _where_all_see(tx: MemberTransaction, hold: Hold) -> Hold | None:
    """The hold with its card where others see it: out of somebody's own messages into the channel for notices."""
    if is_channel(hold.channel):
        return hold
    notices = tx.workspace.notices
    if notices is None:
        return None
    if hold.card_ts:
        tx.owe(moved(hold, hold.channel, hold.card_ts))
    return holds.card_posted(tx.db, hold, channel=notices, ts=None)

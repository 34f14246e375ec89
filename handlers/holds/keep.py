"""Keep numbers of a hold: at once, or once as many teammates have agreed as the policy wants."""

from dataclasses import dataclass
from datetime import timedelta

from handlers.approvals import rules as approval_rules
from handlers.holds import rules
from handlers.kit import answers
from handlers.kit.cards import card, line
from handlers.kit.reply import Reply, says
from handlers.kit.transaction import Act, Undo
from handlers.quota import rules as quota_rules
from store import approvals, holds, numbers
from store.approvals.types import ApprovalRequest
from store.audit.types import Action
from store.holds.types import Hold, Purpose
from store.outbox.types import OutboxItem, OutboxKind
from store.types import E164, ChannelId, UserId, is_channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which numbers of a hold somebody wants, and what for."""

    numbers: tuple[E164, ...]
    purpose: Purpose
    note: str


def keep_or_ask(doing: Act, hold: Hold, wish: Wish) -> Reply | None:
    """Keep the numbers of a live hold that this transaction has locked, or ask for approval. None: it is done."""
    if refusal := over_quota(doing, hold, len(wish.numbers)):
        return refusal
    needed = approval_rules.needed(doing.workspace.policy, hold.wanted.kind, len(wish.numbers))
    if needed:
        return _ask(doing, hold, wish, needed)
    keep(doing, hold, wish, by=doing.member.user)
    return None


def keep(doing: Act, hold: Hold, wish: Wish, *, by: UserId, request: ApprovalRequest | None = None) -> None:
    """Make the numbers the workspace's own; `by` who wanted them, `request` the one that was approved."""
    if numbers.acquire(doing.db, hold, wish.numbers, doing.now) != len(wish.numbers):
        raise lost(doing, hold)
    numbers.give_back(doing.db, hold, doing.now)
    holds.close_acquired(doing.db, hold, wish.numbers, by=by, purpose=wish.purpose, note=wish.note, now=doing.now)
    after: dict[str, object] = {"numbers": wish.numbers, "purpose": wish.purpose, "note": wish.note}
    if request:
        after |= {"asked_by": by, "approved_by": [approval.by for approval in request.approvals]}
    entry = doing.record(Action.ACQUIRED, hold.name, before={"size": hold.size}, after=after)
    doing.owe(card(hold), line(hold, entry))
    doing.concerns_everybody()


def over_quota(doing: Act, hold: Hold, quantity: int) -> Reply | None:
    """Why so many may not be acquired, if they may not: quota, licences, credits."""
    acquired = numbers.in_use(doing.db, doing.workspace.id, doing.now)[hold.wanted.kind].acquired
    refused = quota_rules.take(doing.workspace, hold.wanted.kind, quantity, acquired)
    if refused is None:
        return None
    quota = quota_rules.quota(doing.workspace.licences)
    return answers.refused(doing.member.locale, refused, quota=quota, left=max(quota - acquired, 0))


def lost(doing: Act, hold: Hold) -> Undo:
    """By somebody else's clock the hold had ended, and they have its numbers now."""
    return Undo(says(answers.over(doing.member.locale, hold)))


def _ask(doing: Act, hold: Hold, wish: Wish, needed: int) -> Reply | None:
    asked, seen = hold, _where_all_see(doing, hold)
    if seen is None:
        return answers.cannot_ask_here(doing.member.locale, hold)
    hold = _extended(doing, seen)
    request = ApprovalRequest(
        workspace=hold.workspace,
        id=approvals.next_id(doing.db, hold.workspace),
        hold=hold.id,
        asked_by=doing.member.user,
        asked_at=doing.now,
        numbers=wish.numbers,
        purpose=wish.purpose,
        note=wish.note,
        needed=needed,
        approvers=doing.workspace.policy.approvers,
    )
    approvals.write(doing.db, request)
    holds.changed(doing.db, hold)
    after = {"numbers": wish.numbers, "purpose": wish.purpose, "note": wish.note, "needed": needed}
    after |= {"request": request.id, "until": hold.until.isoformat()}
    entry = doing.record(
        Action.ASKED, hold.name, before={"size": hold.size, "until": asked.until.isoformat()}, after=after
    )
    doing.owe(card(hold), line(hold, entry))
    doing.concerns_everybody()
    return None


def _extended(doing: Act, hold: Hold) -> Hold:
    """The hold, once longer while it waits."""
    minutes = doing.workspace.policy.extension_minutes
    if not minutes or hold.extended_minutes:
        return hold
    until = hold.until + timedelta(minutes=minutes)
    if numbers.extend(doing.db, hold, doing.now, until) != hold.size:
        raise lost(doing, hold)
    warning = rules.warning_after(until - doing.now)
    return holds.extend(doing.db, hold, minutes=minutes, until=until, warn_at=doing.now + warning if warning else None)


def _where_all_see(doing: Act, hold: Hold) -> Hold | None:
    """The hold with its card where others see it: out of somebody's own messages into the channel for notices."""
    if is_channel(hold.channel):
        return hold
    notices = doing.workspace.notices
    if notices is None:
        return None
    if hold.card_ts:
        doing.owe(_moved(hold, hold.channel, hold.card_ts))
    return holds.card_posted(doing.db, hold, channel=notices, ts=None)


def _moved(hold: Hold, channel: ChannelId, ts: str) -> OutboxItem:
    return OutboxItem(
        workspace=hold.workspace,
        kind=OutboxKind.MOVED,
        subject=hold.name,
        item=ts,
        channel=channel,
        detail={"hold": hold.id, "ts": ts},
        edits=True,
    )

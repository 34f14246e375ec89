"""Do what a batch says: at once where it is short, some lines at a time where it is long; once teammates agree."""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers import approvals
from handlers.batches import cool_down, drafts, lookup
from handlers.batches.entries import BatchAction
from handlers.batches.forecast import forecast
from handlers.batches.views import answers as words
from handlers.batches.views import modals
from handlers.batches.views.words import APPROVAL_WORDS
from handlers.kit import posting
from handlers.kit.batchable import BatchVerb
from handlers.kit.cards import card, line
from handlers.kit.member import Click
from handlers.kit.reply import Reply, is_heavy, opens, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, Transaction, transact_as_manager
from store import batches
from store.approvals.types import ApprovalRequest
from store.batches.types import DONE, Batch, BatchId, Stage
from store.types import E164, ChannelId, is_channel

AT_ONCE = 100  # lines in one transaction


def confirm(tools: Tools, click: Click, of: BatchId, version: int) -> Reply:
    """Begin a draft as it was looked at, or ask for the approval that it needs. What has changed is shown anew."""
    with tools.reading() as db:
        asked_in = lookup.find(db, click.member.workspace, of).channel
    # The preview may have been opened from the member's own messages, where they are told that their list is read.
    channel = posting.card_channel(tools, replace(click, channel=asked_in))

    def work(tx: MemberTransaction) -> Reply:
        locale = tx.member.locale
        batch = lookup.find(tx.db, tx.workspace.id, of, lock=True)
        if batch.asked_by == tx.member.user and batch.stage not in (Stage.DRAFT, Stage.FORGOTTEN):
            return says(words.begun_already(locale, batch))
        batch = drafts.draft(tx.db, click, of)
        if batch.awaits_file:
            return opens(modals.reading(locale, tools.features.verbs[batch.verb], batch))
        if batch.version != version:
            return drafts.preview(tx, batch)
        started = start(tx, batch, channel)
        return answer(tx, started) if isinstance(started, Batch) else started

    return transact_as_manager(tools, click, work)


def start(tx: MemberTransaction, batch: Batch, channel: ChannelId | None) -> Batch | Reply:
    """Begin a draft, or ask for approval; its card goes to a channel, else to the messages of who asks.

    Lines that cannot be done now are refused for good, or what nobody saw or approved might be done later.
    """
    listed = batches.waiting(tx.db, batch)
    verb = tx.tools.features.verbs[batch.verb]
    foreseen = forecast(tx.db, tx.workspace, verb, batch, listed, tx.now)
    numbers = [each.e164 for each in foreseen if each.outcome == DONE and each.e164]
    if not numbers:
        return says(words.nothing_to_do(tx.member.locale))
    needed = verb.needed(tx.db, tx.workspace, foreseen, tx.now)
    placed = _placed(tx, replace(batch, channel=channel or ChannelId(tx.member.user)), needed)
    if placed is None:
        return approvals.cannot_ask_here(tx.member.locale, APPROVAL_WORDS)
    decided = batches.decide(tx.db, placed, [each for each in foreseen if each.outcome != DONE])
    return _ask(tx, decided, numbers, needed) if needed else go_on(tx, begin(tx, decided))


def begin(tx: Transaction, batch: Batch, request: ApprovalRequest | None = None) -> Batch:
    """Put a batch under way, for the clock to go on with it; `request` is the one that was approved."""
    after: dict[str, object] = {"verb": batch.verb, "size": batch.size - batch.refused}
    if request:
        after |= {"asked_by": batch.asked_by, "approved_by": [approval.by for approval in request.approvals]}
    tx.record(BatchAction.BATCH_BEGUN, batch.name, before={}, after=after)
    return batches.move(tx.db, batch, Stage.UNDER_WAY, tx.now, due_at=tx.now, channel=batch.channel)


def go_on(tx: Transaction, batch: Batch, *, tells: bool = False) -> Batch:
    """Do the next lines of a batch that is under way; `tells` whether its end is told under the card."""
    some = batches.waiting(tx.db, batch, limit=AT_ONCE)
    verb = tx.tools.features.verbs[batch.verb]
    until = _rests_until(tx, verb, batch)
    lines = verb.carry_out(tx, batch.form, some, until)
    batch = batches.decide(tx.db, batch, lines)
    if batch.done + batch.refused < batch.size:
        batch = batches.changed(tx.db, batch, until=until)
    else:
        after = {"verb": batch.verb, "done": batch.done, "size": batch.size}
        entry = tx.record(BatchAction.BATCH_DONE, batch.name, before={}, after=after)
        batch = batches.move(tx.db, batch, Stage.DONE, tx.now, due_at=until if batch.done else None, until=until)
        tx.owe(*([line(batch, entry)] if tells else []))
    tx.owe(card(batch))
    return batch


def _rests_until(tx: Transaction, verb: BatchVerb, batch: Batch) -> datetime | None:
    """Until when rests what is let go now; None: it does not rest. Of one batch the last to be done rest longest."""
    until = cool_down.ends(tx.workspace, tx.now) if verb.rests else None
    return max(until, batch.until) if until and batch.until else until or batch.until


def answer(tx: MemberTransaction, batch: Batch) -> Reply:
    """What the one who asked is told at once."""
    locale = tx.member.locale
    if batch.stage is not Stage.DONE:
        return says(words.goes_on(locale, batch))
    verb = tx.tools.features.verbs[batch.verb]
    report = opens(modals.lines(locale, verb, batch, batches.lines(tx.db, batch), tx.now))
    return says(modals.report(locale, verb, batch)) if is_heavy(report) else report


def _placed(tx: MemberTransaction, batch: Batch, needed: int) -> Batch | None:
    """The batch in a channel, where teammates must agree: others must see it. None: there is no channel."""
    if not needed or is_channel(batch.channel):
        return batch
    notices = tx.workspace.notices
    return replace(batch, channel=notices) if notices else None


def _ask(tx: MemberTransaction, batch: Batch, numbers: list[E164], needed: int) -> Batch:
    """Ask for approval."""
    ends = tx.now + timedelta(days=approvals.RELEASE_DAYS.of(tx.workspace))
    asked = batches.move(tx.db, batch, Stage.ASKED, tx.now, due_at=ends, channel=batch.channel)
    request = approvals.ask(tx, asked, numbers, needed)
    after = {"request": request.id, "numbers": request.numbers, "needed": needed}
    entry = tx.record(BatchAction.RELEASE_ASKED, batch.name, before={}, after=after)
    tx.owe(card(asked), line(asked, entry))
    tx.concerns_everybody()
    return asked

"""Do what a batch says: at once where it is short, some lines at a time where it is long; once teammates agree."""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers.batches import forecast, write
from handlers.batches.views import answers as words
from handlers.batches.views import modals
from handlers.inventory import plan
from handlers.kit import answers, lookup, posting
from handlers.kit.cards import card, line
from handlers.kit.member import Click
from handlers.kit.reply import Reply, is_heavy, opens, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import Act, Work, manage
from store import approvals, batches
from store.approvals.types import ApprovalRequest
from store.audit.types import Action
from store.batches.types import DONE, Batch, BatchId, Stage, Verb
from store.holds.types import Purpose
from store.types import E164, ChannelId, is_channel

AT_ONCE = 100  # lines in one transaction


def confirm(tools: Tools, click: Click, of: BatchId, version: int) -> Reply:
    """Begin a draft as it was looked at, or ask for the approval that it needs. What has changed is shown anew."""
    with tools.reading() as db:
        asked_in = lookup.batch(db, click.member.workspace, of).channel
    # The preview may have been opened from the member's own messages, where they are told that their list is read.
    channel = posting.to_post(tools, replace(click, channel=asked_in))

    def work(doing: Act) -> Reply:
        locale = doing.member.locale
        batch = lookup.batch(doing.db, doing.workspace.id, of, lock=True)
        if batch.asked_by == doing.member.user and batch.stage not in (Stage.DRAFT, Stage.FORGOTTEN):
            return says(words.begun_already(locale, batch))
        batch = write.draft(doing.db, click, of)
        if batch.awaits_file:
            return opens(modals.reading(locale, batch))
        if batch.version != version:
            return write.preview(doing, batch)
        started = start(doing, batch, channel)
        return answer(doing, started) if isinstance(started, Batch) else started

    return manage(tools, click, work)


def start(doing: Act, batch: Batch, channel: ChannelId | None) -> Batch | Reply:
    """Begin a draft, or ask for approval; its card goes to a channel, else to the messages of who asks.

    Lines that cannot be done now are refused for good, or what nobody saw or approved might be done later.
    """
    listed = batches.waiting(doing.db, batch)
    foreseen = forecast.forecast(doing.db, doing.workspace, batch, listed, doing.now)
    numbers = [each.e164 for each in foreseen if each.outcome == DONE and each.e164]
    if not numbers:
        return says(words.nothing_to_do(doing.member.locale))
    needed = write.approvals_needed(doing.db, doing.workspace, batch.verb, foreseen, doing.now)
    placed = _placed(doing, replace(batch, channel=channel or ChannelId(doing.member.user)), needed)
    if placed is None:
        return answers.cannot_ask_here(doing.member.locale, batch)
    decided = batches.decide(doing.db, placed, [each for each in foreseen if each.outcome != DONE])
    return _ask(doing, decided, numbers, needed) if needed else go_on(doing, begin(doing, decided))


def begin(doing: Work, batch: Batch, request: ApprovalRequest | None = None) -> Batch:
    """Put a batch under way, for the clock to go on with it; `request` is the one that was approved."""
    after: dict[str, object] = {"verb": batch.verb, "size": batch.size - batch.refused}
    if request:
        after |= {"asked_by": batch.asked_by, "approved_by": [approval.by for approval in request.approvals]}
    doing.record(Action.BATCH_BEGUN, batch.name, before={}, after=after)
    return batches.move(doing.db, batch, Stage.UNDER_WAY, doing.now, due_at=doing.now, channel=batch.channel)


def go_on(doing: Work, batch: Batch, *, tells: bool = False) -> Batch:
    """Do the next lines of a batch that is under way; `tells` whether its end is told under the card."""
    some = batches.waiting(doing.db, batch, limit=AT_ONCE)
    until = _end_of_rest(doing, batch)
    came_to = plan.carry_out(doing, batch.verb, [forecast.wish(each, batch.form) for each in some], until)
    lines = [forecast.decided(each, decided) for each, decided in zip(some, came_to, strict=True)]
    batch = batches.changed(doing.db, batches.decide(doing.db, batch, lines), until=until)
    if batch.done + batch.refused == batch.size:
        after = {"verb": batch.verb, "done": batch.done, "size": batch.size}
        entry = doing.record(Action.BATCH_DONE, batch.name, before={}, after=after)
        batch = batches.move(doing.db, batch, Stage.DONE, doing.now, due_at=batch.until if batch.done else None)
        doing.owe(*([line(batch, entry)] if tells else []))
    doing.owe(card(batch))
    return batch


def _end_of_rest(doing: Work, batch: Batch) -> datetime | None:
    """Until when rests what is released now; None: it does not rest. Of one batch the last to be done rest longest."""
    if batch.verb is not Verb.RELEASE or not doing.workspace.rest_days:
        return batch.until
    until = doing.now + timedelta(days=doing.workspace.rest_days)
    return max(until, batch.until) if batch.until else until


def answer(doing: Act, batch: Batch) -> Reply:
    """What the one who asked is told at once."""
    locale = doing.member.locale
    if batch.stage is not Stage.DONE:
        return says(words.goes_on(locale, batch))
    report = opens(modals.lines(locale, batch, batches.lines(doing.db, batch), doing.now))
    return says(modals.report(locale, batch)) if is_heavy(report) else report


def _placed(doing: Act, batch: Batch, needed: int) -> Batch | None:
    """The batch in a channel, where teammates must agree: others must see it. None: there is no channel."""
    if not needed or is_channel(batch.channel):
        return batch
    notices = doing.workspace.notices
    return replace(batch, channel=notices) if notices else None


def _ask(doing: Act, batch: Batch, numbers: list[E164], needed: int) -> Batch:
    """Ask for approval."""
    asked = batches.move(doing.db, batch, Stage.ASKED, doing.now, due_at=None, channel=batch.channel)
    request = ApprovalRequest(
        workspace=batch.workspace,
        id=approvals.next_id(doing.db, batch.workspace),
        batch=batch.id,
        asked_by=doing.member.user,
        asked_at=doing.now,
        numbers=tuple(numbers),
        purpose=Purpose.NOT_YET,
        note="",
        needed=needed,
        approvers=doing.workspace.policy.approvers,
    )
    approvals.write(doing.db, request)
    after = {"request": request.id, "numbers": request.numbers, "needed": needed}
    entry = doing.record(Action.RELEASE_ASKED, batch.name, before={}, after=after)
    doing.owe(card(asked), line(asked, entry))
    doing.concerns_everybody()
    return asked

"""Released numbers rest before they are in the pool again, and can be had back until then."""

from collections.abc import Sequence

from handlers import approvals, batches
from handlers.inventory import rules as allowed
from handlers.inventory.entries import InventoryAction
from handlers.inventory.rules import InventoryRefusal
from handlers.inventory.views import assign as views
from handlers.inventory.views import listing
from handlers.kit import answers, posting, roles
from handlers.kit.blocks import so_many
from handlers.kit.cards import card, line
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Reply, opens, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, Rollback, transact_as_manager
from handlers.quota import QuotaRefusal, left
from store import batches as stored
from store import inventory, numbers, workspaces
from store.batches.types import DONE, NOTHING, Batch, BatchId, Line, Stage, Verb
from store.carriers import lines
from store.carriers.types import State
from store.inventory.types import Owned
from store.numbers.types import Permit, Status
from store.types import E164


def ask(tools: Tools, click: Click, e164: E164) -> Reply:
    """Open the modal that says what it means to release a number."""
    locale, now = click.member.locale, tools.now()
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refused := roles.manage(workspace, click.member):
            return answers.may_not(locale, refused, workspace)
        owned = inventory.find(db, workspace.id, e164, now)
        at_carrier = lines.of_number(db, workspace.id, e164, State.OURS) if owned and owned.is_carriers else None
    if refusal := allowed.release(owned):
        return views.refused(locale, refusal, e164, owned)
    needed = approvals.needed_to_release(workspace.policy, {owned.kind} if owned else (), 1)
    return opens(views.release(locale, e164, batches.rest_ends(workspace, now), needed, at_carrier))


def release(tools: Tools, click: Click, e164: E164) -> Reply:
    """Let an acquired number rest, and go back to the pool when the rest has ended: a batch of one."""
    locale = click.member.locale
    channel = posting.card_channel(tools, click)

    def work(tx: MemberTransaction) -> Reply:
        owned = inventory.find(tx.db, tx.workspace.id, e164, tx.now)
        if refusal := allowed.release(owned):
            return views.refused(locale, refusal, e164, owned)
        batch = batches.new(tx, Verb.RELEASE, NOTHING, [Line(number=1, said=e164, e164=e164)])
        started = batches.start(tx, batch, channel)
        if not isinstance(started, Batch):
            raise Rollback(started)  # the draft is needed no more
        if started.stage is not Stage.DONE:
            return batches.answer(tx, started)
        return listing.released(locale, e164, started.until, click.key)

    return transact_as_manager(tools, click, work)


def restore(tools: Tools, click: Click, e164: E164) -> Reply:
    """Make a number that rests the workspace's own again, by quota."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        owned = inventory.find(tx.db, tx.workspace.id, e164, tx.now)
        if owned is None:
            return views.refused(locale, InventoryRefusal.NOT_RESTING, e164, owned)
        return _restore(tx, [owned]) or says(say(locale, "restored", number=views.shown(e164)))

    return transact_as_manager(tools, click, work)


def restore_all(tools: Tools, click: Click, of: BatchId) -> Reply:
    """Make all numbers that a batch released and that still rest the workspace's own again, if the quota has room."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        batch = batches.find(tx.db, tx.workspace.id, of, lock=True)
        rests = batch.until is not None and batch.until > tx.now
        done = stored.lines(tx.db, batch, outcome=DONE) if rests else []
        released = [each.e164 for each in done if each.e164]
        found = inventory.find_all(tx.db, tx.workspace.id, released, tx.now)
        resting = [owned for owned in found if owned.status is Status.RESTING]
        if not resting or batch.stage is not Stage.DONE:
            return says(say(locale, "batch-nothing-rests", batch=batch.name))
        said = say(locale, "batch-restored-all", numbers=so_many(locale, len(resting)))
        return _restore(tx, resting) or says(said)

    return transact_as_manager(tools, click, work)


def _restore(tx: MemberTransaction, resting: Sequence[Owned]) -> Reply | None:
    """Restore these numbers. Why they cannot be, all together, if so."""
    in_use = numbers.in_use(tx.db, tx.workspace.id, tx.now)
    used = {kind: counted.total for kind, counted in in_use.items()}
    permits: dict[E164, Permit] = {}
    for owned in resting:
        permit = allowed.restore(tx.workspace, owned, used[owned.kind])
        if not isinstance(permit, Permit):
            return _refused(tx, permit, owned, in_use[owned.kind].total)
        permits[owned.e164] = permit
        used[owned.kind] += owned.counts
    told = stored.told_to_be_back(tx.db, tx.workspace.id, [owned.e164 for owned in resting], tx.now)
    wanted = {e164: permit for e164, permit in permits.items() if e164 not in told}
    again = numbers.restore(tx.db, tx.workspace.id, wanted, tx.now)
    if not again:  # by somebody else's clock the rest had ended
        return views.refused(tx.member.locale, InventoryRefusal.NOT_RESTING, resting[0].e164, resting[0])
    for e164 in again:
        tx.record(InventoryAction.RESTORED, e164, before={}, after={})
    for batch, theirs in stored.restored(tx.db, tx.workspace.id, again, tx.now):
        _tell(tx, batch, theirs)
    tx.concerns_everybody()
    return None


def _refused(tx: MemberTransaction, refusal: Refusal, owned: Owned, used: int) -> Reply:
    if refusal is QuotaRefusal.OVER_QUOTA:
        room = left(tx.workspace, used)
        return answers.refused(tx.member.locale, refusal, quota=room.quota, left=room.left)
    return views.refused(tx.member.locale, refusal, owned.e164, owned)


def _tell(tx: MemberTransaction, batch: Batch, theirs: Sequence[E164]) -> None:
    """Show on the card of what was released, and tell under it, which of its numbers were restored."""
    entry = tx.record(batches.BatchAction.BATCH_RESTORED, batch.name, before={}, after={"numbers": theirs})
    if batch.stage is Stage.DONE and batch.done == stored.restored_of(tx.db, batch):
        stored.ring_at(tx.db, batch, None)  # no rest is left that could end
    shown = stored.changed(tx.db, batch)
    tx.owe(card(shown), line(shown, entry))

"""Files with the lines of a batch, fetched from Slack."""

from dataclasses import replace
from functools import partial

from handlers.batches import lines, owing
from handlers.batches.drafts import KEPT_FOR
from handlers.batches.lines import FromFile, TooMany
from handlers.kit.batchable import BatchVerb
from handlers.kit.file_faults import FileFault, UnreadFile, Unused
from handlers.kit.member import Member
from handlers.kit.outgoing import Arrived
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from store import batches, outbox, workspaces
from store.batches.types import Batch, BatchId, Stage
from store.outbox.types import ClaimedItem

_TOO_LONG = Unused(why="batch-file-too-long")


def take(tools: Tools, debt: ClaimedItem, by: Member, arrived: Arrived) -> None:
    """Put what a file lists into the draft that it was given for, owe the look at it, and pay the debt."""
    of = BatchId(debt.owing.detail["batch"])
    with tools.reading() as db:
        country = workspaces.find(db, debt.owing.workspace).country
        draft = batches.find(db, debt.owing.workspace, of)
    read = _read(tools.features.verbs[draft.verb], arrived, country) if draft else Unused(why=FileFault.GONE)
    transact_by_clock(tools, debt.owing.workspace, partial(_take, debt, of, read), by)


def _read(verb: BatchVerb, arrived: Arrived, country: str) -> FromFile | Unused:
    """The lines of a file, or what is wrong with it. Outside of any transaction, for it may be long."""
    if isinstance(arrived.content, FileFault):
        return Unused(why=arrived.content)
    try:
        return lines.read_file(verb, arrived.content, country) or Unused(why="batch-file-no-list")
    except TooMany:
        return _TOO_LONG
    except UnreadFile as unread:
        return unread.unused


def _take(debt: ClaimedItem, of: BatchId, read: FromFile | Unused, tx: Transaction) -> int:
    batch = batches.find(tx.db, tx.workspace.id, of, lock=True)
    if batch and batch.stage is Stage.DRAFT:
        written = read if isinstance(read, Unused) else _written(tx, replace(batch, awaits_file=False), read)
        wrong = written if isinstance(written, Unused) else None
        shown = batches.changed(tx.db, batch, awaits_file=False) if isinstance(written, Unused) else written
        tx.owe(owing.preview(shown, str(debt.owing.detail["view"]), wrong))
    outbox.paid(tx.db, debt, tx.real_now)
    return 1


def _written(tx: Transaction, batch: Batch, found: FromFile) -> Batch | Unused:
    """The draft with the lines of the file after those that were pasted, in their turn; or what is wrong with it."""
    pasted = [line for line in batches.lines(tx.db, batch) if not line.from_file]
    try:
        together = lines.together(pasted, found.lines)
    except TooMany:
        return _TOO_LONG
    in_turn = tx.tools.features.verbs[batch.verb].in_turn(tx.db, tx.workspace, together, tx.now)
    return batches.rewrite(tx.db, replace(batch, read_as=found.understood.kept()), in_turn, tx.now + KEPT_FOR)

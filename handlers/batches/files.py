"""Files with the lines of a batch, fetched from Slack."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from handlers.batches import lines, owing
from handlers.batches.drafts import KEPT_FOR
from handlers.batches.lines import TooMany
from handlers.kit.batchable import BatchVerb
from handlers.kit.member import Member
from handlers.kit.outgoing import Arrived
from handlers.kit.tables import UnreadFile
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from store import batches, outbox, workspaces
from store.batches.types import Batch, BatchId, Line, Stage
from store.outbox.types import ClaimedItem

MOST = 1_000_000  # bytes


def take(tools: Tools, debt: ClaimedItem, by: Member, arrived: Arrived) -> None:
    """Put what a file lists into the draft that it was given for, owe the look at it, and pay the debt."""
    of = BatchId(debt.owing.detail["batch"])
    with tools.reading() as db:
        country = workspaces.find(db, debt.owing.workspace).country
        draft = batches.find(db, debt.owing.workspace, of)
    read = _read(tools.features.verbs[draft.verb], arrived, country) if draft else "batch-file-not-had"
    transact_by_clock(tools, debt.owing.workspace, partial(_take, debt, of, read), by)


def _read(verb: BatchVerb, arrived: Arrived, country: str) -> Sequence[Line] | str:
    """The lines of a file, or the key of what is wrong with it. Outside of any transaction, for it may be long."""
    if not arrived.content:
        return "batch-file-not-had"
    try:
        return lines.read_file(verb, arrived.content, country) or "batch-file-no-list"
    except TooMany:
        return "batch-file-too-long"
    except UnreadFile as unread:
        return unread.fault


def _take(debt: ClaimedItem, of: BatchId, read: Sequence[Line] | str, tx: Transaction) -> int:
    batch = batches.find(tx.db, tx.workspace.id, of, lock=True)
    if batch and batch.stage is Stage.DRAFT:
        listed = read if isinstance(read, str) else _together(tx, batch, read)
        wrong = listed if isinstance(listed, str) else ""
        had = replace(batch, awaits_file=False)
        if isinstance(listed, str):
            batch = batches.changed(tx.db, had, awaits_file=False)
        else:
            batch = batches.rewrite(tx.db, had, listed, tx.now + KEPT_FOR)
        tx.owe(owing.preview(batch, str(debt.owing.detail["view"]), wrong))
    outbox.paid(tx.db, debt, tx.real_now)
    return 1


def _together(tx: Transaction, batch: Batch, found: Sequence[Line]) -> list[Line] | str:
    """The lines of a draft with those of the file, in their turn; or the key of what is wrong."""
    pasted = [line for line in batches.lines(tx.db, batch) if not line.from_file]
    try:
        together = lines.together(pasted, found)
    except TooMany:
        return "batch-file-too-long"
    return tx.tools.features.verbs[batch.verb].in_turn(tx.db, tx.workspace, together, tx.now)

"""What the clock does with batches: it goes on with long ones, tells of rests that ended, and forgets old drafts."""

from functools import partial

from handlers.act import Work, by_clock
from handlers.batches import run
from handlers.carded import card, line
from handlers.tools import Tools
from store import batches
from store.batch_types import Batch, Stage
from store.types import Action, BatchId

_AT_ONCE = 20  # batches


def ring(tools: Tools) -> int:
    """Do what is due with batches. Says how much was."""
    with tools.reading() as db:
        due = batches.due(db, tools.now(), limit=_AT_ONCE)
    return sum(_ring(tools, batch) for batch in due)


def _ring(tools: Tools, batch: Batch) -> int:
    # What is done for somebody is theirs, on the record too.
    by = tools.people.member(batch.workspace, batch.asked_by) if batch.stage is Stage.UNDER_WAY else None
    return by_clock(tools, batch.workspace, partial(_do, batch.id), by)


def _do(of: BatchId, doing: Work) -> int:
    batch = batches.find(doing.db, doing.workspace.id, of, lock=True)
    match batch.stage if batch else None:
        case Stage.UNDER_WAY if batch:
            run.go_on(doing, batch, tells=batch.size > run.AT_ONCE)
        case Stage.DONE if batch and batch.until and batch.until <= doing.now:
            _rest_ended(doing, batch)
        case Stage.DRAFT if batch:
            batches.forget(doing.db, batch)
        case _:
            return 0
    return 1


def _rest_ended(doing: Work, batch: Batch) -> None:
    """Tell that what a batch released is in the pool again."""
    size = batch.done - batches.restored_of(doing.db, batch)
    entry = doing.record(Action.REST_ENDED, batch.name, before={"size": size}, after={})
    doing.owe(card(batches.changed(doing.db, batch, due_at=None)), line(batch, entry))

"""What the clock does with batches: it goes on with long ones, ends what nobody decides, forgets old drafts."""

from functools import partial

from handlers.approvals import verdict
from handlers.batches import execution
from handlers.batches.entries import BatchAction
from handlers.kit.cards import card, line
from handlers.kit.timer import Timer
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from store import approvals, batches
from store.approvals.types import Verdict
from store.batches.types import Batch, Stage

_AT_ONCE = 20  # batches


def ring(tools: Tools) -> int:
    """Do what is due with batches. Says how much was."""
    with tools.reading() as db:
        due = batches.due(db, tools.now(), limit=_AT_ONCE)
    done, failed = 0, []
    for batch in due:
        try:
            done += _ring(tools, batch)
        except Exception as failure:  # told below: one that fails keeps no other waiting
            failed.append(failure)
    if failed:
        raise ExceptionGroup("batches that the clock could not go on with", failed)
    return done


def _ring(tools: Tools, batch: Batch) -> int:
    # What is done for somebody is theirs, on the record too.
    by = tools.people.member(batch.workspace, batch.asked_by) if batch.stage is Stage.UNDER_WAY else None
    return transact_by_clock(tools, batch.workspace, partial(_do, batch), by)


def _do(seen: Batch, tx: Transaction) -> int:
    batch = batches.still_due(tx.db, seen, tx.now)
    match batch.stage if batch else None:
        case Stage.UNDER_WAY if batch:
            was_asked = approvals.of_batch(tx.db, batch) is not None
            execution.go_on(tx, batch, tells=was_asked or batch.size > execution.AT_ONCE)
        case Stage.DONE if batch:
            _rest_ended(tx, batch)
        case Stage.ASKED if batch:
            _ran_out(tx, batch)
        case Stage.DRAFT if batch:
            batches.forget(tx.db, batch, tx.now)
        case _:
            return 0
    return 1


def _ran_out(tx: Transaction, batch: Batch) -> None:
    """End a request that nobody has decided: nothing is released, and who asked is told."""
    ended = batches.move(tx.db, batch, Stage.WITHDRAWN, tx.now, due_at=None)
    request = approvals.of_batch(tx.db, batch)
    if request is None or request.verdict is not None:
        return
    closed = approvals.close(tx.db, request, Verdict.RAN_OUT, at=tx.now, by=None)
    before = {"approvals": len(request.approvals), "needed": request.needed}
    after = {"request": request.id, "days": (tx.now - request.asked_at).days}
    entry = tx.record(BatchAction.REQUEST_ENDED, batch.name, before=before, after=after)
    tx.owe(card(ended), line(ended, entry), verdict(ended, closed))
    tx.concerns_everybody()


def _rest_ended(tx: Transaction, batch: Batch) -> None:
    """Tell that what a batch released is in the pool again, if not all of it was restored while it was under way."""
    batches.ring_at(tx.db, batch, None)
    size = batch.done - batches.restored_of(tx.db, batch)
    if size:
        entry = tx.record(BatchAction.REST_ENDED, batch.name, before={"size": size}, after={})
        tx.owe(card(batches.changed(tx.db, batch)), line(batch, entry))


TIMERS = (Timer(name="batches", next_due=batches.next_due, ring=ring),)

"""What carriers are to be asked: owed in the transaction that causes it, claimed under a lease, deleted once done.

Times are real time. Who asks does so outside every transaction, so a claim says beforehand that a call may have been
made: whoever finds it later looks first what became of it. What a worker writes down counts only where no later claim
was made.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, exists, select, update

from store.carriers.table import CarrierTaskRow
from store.carriers.types import Operation, Task
from store.due import NextDue
from store.holds.types import HoldId
from store.outbox.timing import times, was_reached
from store.session import Db
from store.types import WorkspaceId
from store.upsert import insert

LEASE = timedelta(seconds=60)  # longer than all calls that are made under it: see bot.carrier_worker

_OTHER = CarrierTaskRow.aliased()
_GOES_BEFORE = exists().where(
    and_(
        _OTHER.workspace == CarrierTaskRow.workspace,
        _OTHER.carrier == CarrierTaskRow.carrier,
        _OTHER.subject == CarrierTaskRow.subject,
        _OTHER.id < CarrierTaskRow.id,
    )
)
_LONGEST_DUE = (  # made once: making it takes longer than asking it
    select(CarrierTaskRow)
    .where(was_reached(CarrierTaskRow.due_at), ~_GOES_BEFORE)
    .order_by(CarrierTaskRow.due_at, CarrierTaskRow.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)


def owe(
    db: Db,
    workspace: WorkspaceId,
    carrier: str,
    operation: Operation,
    subject: str,
    due_at: datetime,
    *,
    hold: HoldId | None = None,
    **detail: Any,
) -> None:
    """Have a carrier asked, at `due_at` (real time, UTC); what is owed already stays as it is."""
    row = {"workspace": workspace, "carrier": carrier, "operation": operation, "subject": subject, "hold": hold}
    once = insert(db.dialect.name, CarrierTaskRow).on_conflict_do_nothing()
    db.execute(once, [{**row, "detail": detail, "owed_at": due_at, "due_at": due_at}])


def hurry(db: Db, operation: Operation, subject: str, now: datetime) -> int:
    """There is news: ask now of what waits for its turn. How many do is handed back."""
    these = (CarrierTaskRow.operation == operation, CarrierTaskRow.subject == subject, CarrierTaskRow.due_at > now)
    return db.execute(update(CarrierTaskRow).where(*these).values(due_at=now)).rowcount


def due_since() -> NextDue:
    """Since when some carrier could be asked something, at the moment whose `times` it is given; no row: none yet."""
    return select(CarrierTaskRow.due_at).where(was_reached(CarrierTaskRow.due_at)).limit(1)


def is_due(db: Db, now: datetime) -> bool:
    """Whether some carrier could be asked something now."""
    return db.scalar(due_since(), times(now)) is not None


def claim(db: Db, now: datetime) -> Task | None:
    """Take the task that has been due longest, for LEASE, and write down that its carrier may be asked from now on."""
    row = db.execute(_LONGEST_DUE, times(now)).first()
    if row is None:
        return None
    taken = {"due_at": now + LEASE, "sent_at": row.sent_at or now, "claims": row.claims + 1}
    db.execute(update(CarrierTaskRow).where(CarrierTaskRow.id == row.id).values(**taken))
    return replace(_task(row), claim=row.claims + 1)


def done(db: Db, task: Task) -> bool:
    """Tick a task off. False: it is in somebody else's hands, and so is what came of it."""
    ours = (CarrierTaskRow.id == task.id, CarrierTaskRow.claims == task.claim)
    return db.execute(delete(CarrierTaskRow).where(*ours)).rowcount == 1


def put_off(
    db: Db, task: Task, until: datetime, error: str = "", *, in_doubt: bool, looks: int = 0, counts: bool = True
) -> bool:
    """Ask again at `until`; `counts` says whether this was one of its tries, `error` why it is put off.

    Not `in_doubt`: the carrier has done nothing, for sure. `looks`: how often it was looked for in vain by now. False:
    the task is in somebody else's hands.
    """
    ours = (CarrierTaskRow.id == task.id, CarrierTaskRow.claims == task.claim)
    doubt = {} if in_doubt else {"sent_at": None}
    later = {"due_at": until, "error": error, "looks": looks, "tries": task.tries if counts else task.tries - 1}
    return db.execute(update(CarrierTaskRow).where(*ours).values(**later, **doubt)).rowcount == 1


def _task(row: Any) -> Task:
    return Task(
        id=row.id,
        workspace=WorkspaceId(row.workspace),
        carrier=row.carrier,
        operation=Operation(row.operation),
        subject=row.subject,
        hold=HoldId(row.hold) if row.hold else None,
        detail=row.detail,
        tries=row.tries + 1,
        looks=row.looks,
        asked_before=row.sent_at is not None,
        claim=row.claims,
    )

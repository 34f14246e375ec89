"""Workspaces that sleep: their Slack cannot be reached, or takes the desk's token no more.

It is one state of the workspace and no try of each message. While it lasts, one debt at a time is sent as a trial, with
growing pauses; the first answer wakes the workspace.
"""

from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update

from store.due import NextDue
from store.outbox.table import OutageRow
from store.outbox.timing import LEASE, pause, times, was_reached
from store.outbox.types import ClaimedItem, Outage
from store.session import Db
from store.types import WorkspaceId
from store.upsert import insert

LONGEST_SLEEP = timedelta(minutes=1)
UNTRIED = timedelta(seconds=5)  # so long a trial is left to a debt; where none is due, somebody has to knock


def failed(db: Db, workspace: WorkspaceId, now: datetime, error: str, *, is_trial: bool) -> tuple[Outage, bool]:
    """A workspace failed as a whole. How it stands, and whether it was thought to be awake until now."""
    first = Outage(workspace=workspace, since=now, retry_at=now + pause(1), failures=1, error=error)
    once = insert(db.dialect.name, OutageRow).values(**asdict(first)).on_conflict_do_nothing()
    is_new = db.scalar(once.returning(OutageRow.workspace)) is not None  # an insert's count is not to be had everywhere
    row = db.execute(select(OutageRow).where(OutageRow.workspace == workspace).with_for_update()).first()
    if is_new or row is None:
        return first, True
    outage = _outage(row)
    if is_trial:
        failures = outage.failures + 1
        until = now + min(pause(failures), LONGEST_SLEEP)
        outage = replace(outage, failures=failures, retry_at=until, error=error)
        db.execute(_of(workspace).values(failures=failures, retry_at=until, error=error))
    return outage, False


def tried_nothing(db: Db, debt: ClaimedItem, now: datetime) -> None:
    """A trial asked Slack for nothing: let the next one try."""
    db.execute(_of(debt.owing.workspace).values(retry_at=now))


def wake(db: Db, workspace: WorkspaceId) -> Outage | None:
    """Slack answers again. What is over; None where the workspace did not sleep."""
    row = db.execute(delete(OutageRow).where(OutageRow.workspace == workspace).returning(OutageRow)).first()
    return _outage(row) if row else None


def asleep(db: Db) -> list[Outage]:
    """All workspaces that sleep, those that have for longest first."""
    every = map(_outage, db.execute(select(OutageRow).order_by(OutageRow.since)))
    return [outage for outage in every if outage.is_asleep]


def untried_since() -> NextDue:
    """Since when a workspace that sleeps could be tried, asked as `outbox.due_since` is; no row: there is none."""
    return select(OutageRow.retry_at).where(was_reached(OutageRow.retry_at)).limit(1)


def is_due(db: Db, now: datetime) -> bool:
    """Whether a workspace that sleeps could be tried."""
    return db.scalar(untried_since(), times(now)) is not None


def take_untried(db: Db, now: datetime) -> WorkspaceId | None:
    """A workspace that should be tried though nothing is due there; for LEASE it is nobody else's."""
    row = untried_since().with_only_columns(OutageRow.workspace).with_for_update(skip_locked=True)
    workspace = db.scalar(row, times(now - UNTRIED))
    if workspace is None:
        return None
    db.execute(_of(workspace).values(retry_at=now + LEASE))
    return WorkspaceId(workspace)


def _of(workspace: str) -> Any:
    return update(OutageRow).where(OutageRow.workspace == workspace)


def _outage(row: Any) -> Outage:
    return Outage(
        workspace=WorkspaceId(row.workspace),
        since=row.since,
        retry_at=row.retry_at,
        failures=row.failures,
        error=row.error,
    )

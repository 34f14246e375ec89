"""Where the stock is low: which workspaces want to be told, and what they were told of."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, func, literal, or_, select, update

from store.base import Utc
from store.due import NextDue
from store.session import Db
from store.types import WorkspaceId
from store.workspaces.table import WorkspaceRow

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_WATCHING = WorkspaceRow.__table__.c.low_stock != ""


def next_due() -> NextDue:
    """When to look next, in whichever workspace; where nobody has looked yet, long ago."""
    at = func.coalesce(WorkspaceRow.stock_look_at, literal(_LONG_AGO, Utc()), type_=Utc())
    return select(at).where(_WATCHING).order_by(WorkspaceRow.stock_look_at.nulls_first()).limit(1)


def due(db: Db, now: datetime, *, limit: int) -> list[WorkspaceId]:
    """Some workspaces in which it is time to look."""
    ids: Select[Any] = select(WorkspaceRow.id).where(_WATCHING, _is_due(now)).limit(limit)
    return [WorkspaceId(each) for each in db.scalars(ids)]


def told(db: Db, workspace: WorkspaceId, now: datetime) -> Sequence[str] | None:
    """Of what a workspace, which this transaction has locked, was told; None: another has looked meanwhile."""
    row = db.execute(
        select(WorkspaceRow.stock_low).where(WorkspaceRow.id == workspace, _WATCHING, _is_due(now))
    ).first()
    return None if row is None else list(row.stock_low)


def looked(db: Db, workspace: WorkspaceId, low: Sequence[str], again_at: datetime) -> None:
    """Remember of what a workspace is told now, and when to look again."""
    this = update(WorkspaceRow).where(WorkspaceRow.id == workspace)
    db.execute(this.values(stock_low=list(low), stock_look_at=again_at))


def _is_due(now: datetime) -> Any:
    return or_(WorkspaceRow.stock_look_at.is_(None), WorkspaceRow.stock_look_at <= now)

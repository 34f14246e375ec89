"""The table of workspaces: a column for each setting that has one, a check for each range."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, ColumnElement

from store.base import Base, column, partial_index
from store.workspaces.columns import ROWS

OWN = tuple(row for row in ROWS if not row.column)
TOGETHER = {name: tuple(row for row in ROWS if row.column == name) for name in {row.column for row in ROWS} - {""}}


def _columns() -> Iterator[Column[Any]]:
    for row in OWN:
        default = row.kind.kept(row.default)
        yield Column(row.name, row.kind.column, nullable=row.kind.nullable, default=_each_time(default))


def _each_time(default: Any) -> Any:
    """What a new row has; each a list or an object of its own."""
    return type(default) if default in ([], {}) else default


def _checks() -> Iterator[CheckConstraint]:
    for row in OWN:
        check = row.kind.check(row.name)
        if check and row.checked:
            yield CheckConstraint(check[0], f"{row.name}_{check[1]}")


class WorkspaceRow(Base):
    """A workspace and its settings; locked while its holds and acquisitions are counted and its record is added to."""

    __tablename__ = "workspaces"

    id: ColumnElement[str] = column(primary_key=True)
    roles: ColumnElement[dict[str, Any]] = column(default=dict)
    extra: ColumnElement[dict[str, Any]] = column(default=dict)  # the settings without a column, by name
    set_up: ColumnElement[bool] = column(default=False)
    greeted: ColumnElement[bool] = column(default=False)
    last_entry: ColumnElement[int] = column(default=0)
    last_seal: ColumnElement[str] = column(default="")
    stock_look_at: ColumnElement[datetime | None]  # when the clock looks whether the stock is low; None: at once
    carriers_look_at: ColumnElement[datetime | None]  # when the clock compares with carriers; None: there were none yet
    stock_low: ColumnElement[list[str]] = column(default=list)  # of which thresholds was told that it is

    __table_args__ = (
        *_columns(),
        *_checks(),
        CheckConstraint("enterprise_e5 >= 0 AND phone_system >= 0 AND audio_conferencing >= 0", "licences_counted"),
        CheckConstraint("approvals_from > 0", "approvals_from_in_range"),
        partial_index("workspaces_comparing_carriers", "carriers_look_at", where="carriers_look_at IS NOT NULL"),
        partial_index("workspaces_watching_stock", "stock_look_at", where="low_stock <> ''"),
    )

"""The tables of holds and of what each took."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, ForeignKeyConstraint, Index, false

from store.base import Base, column, one_of, partial_index
from store.holds.types import OF_HOLDS, Outcome
from store.types import Kind


class HoldRow(Base):
    """A hold. It is open as long as it has no outcome, though its time may have run out."""

    __tablename__ = "holds"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    id: ColumnElement[int] = column(primary_key=True, autoincrement=False)
    held_by: ColumnElement[str]
    channel: ColumnElement[str]
    country: ColumnElement[str | None]  # None: anywhere
    region: ColumnElement[str]
    city: ColumnElement[str]
    kind: ColumnElement[str]
    digits: ColumnElement[dict[str, Any]] = column(default=dict, server_default="{}")
    size: ColumnElement[int]
    held_at: ColumnElement[datetime]
    until: ColumnElement[datetime]
    warn_at: ColumnElement[datetime | None]  # None: told already, or never to be told
    version: ColumnElement[int] = column(default=1)
    outcome: ColumnElement[str | None]
    closed_at: ColumnElement[datetime | None]
    closed_by: ColumnElement[str | None]
    acquired: ColumnElement[int] = column(default=0)
    purpose: ColumnElement[str | None]
    note: ColumnElement[str] = column(default="")
    again: ColumnElement[int | None]
    again_by: ColumnElement[str | None]
    card_ts: ColumnElement[str | None]
    extended_minutes: ColumnElement[int] = column(default=0)
    at_carriers: ColumnElement[bool] = column(default=False, server_default=false())

    __table_args__ = (
        CheckConstraint(one_of("kind", Kind), "kind_known"),
        CheckConstraint(one_of("outcome", OF_HOLDS), "outcome_known"),
        CheckConstraint("(outcome IS NULL) = (closed_at IS NULL)", "closed_with_an_outcome"),
        CheckConstraint("(outcome IS NOT NULL AND outcome = 'acquired') = (acquired > 0)", "acquired_counted"),
        CheckConstraint("size > 0 AND acquired BETWEEN 0 AND size", "size_counted"),
        CheckConstraint("until > held_at", "ends_after_it_began"),
        CheckConstraint("(again IS NULL) = (again_by IS NULL)", "held_again_by_somebody"),
        CheckConstraint("extended_minutes BETWEEN 0 AND 60", "extended_minutes_in_range"),
        partial_index("holds_to_announce", "until", where="outcome IS NULL"),  # in which workspaces
        partial_index("holds_undecided", "workspace", "until", where="outcome IS NULL"),
        partial_index("holds_acquired", "workspace", "closed_at", where="outcome = 'acquired'"),
        partial_index("holds_to_warn", "warn_at", where="warn_at IS NOT NULL"),
    )


class HoldNumberRow(Base):
    """A number that a hold took. It stays here when others have the number again."""

    __tablename__ = "hold_numbers"

    workspace: ColumnElement[str] = column(primary_key=True)
    hold: ColumnElement[int] = column(primary_key=True)
    e164: ColumnElement[str] = column(ForeignKey("numbers.e164"), primary_key=True)
    outcome: ColumnElement[str | None]

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "hold"], ["holds.workspace", "holds.id"]),
        Index("holds_of_a_number", "e164", "workspace"),
        CheckConstraint(one_of("outcome", Outcome), "outcome_known"),
    )

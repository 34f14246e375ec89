"""The table of requests for numbers."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey

from store.base import Base, column, one_of, partial_index
from store.types import Kind
from store.wanted.types import WAITING, Stage

_WAITS = one_of("stage", WAITING)


class WantedRow(Base):
    """Numbers that somebody asks for. `look_at`: when the pool is looked into next; "" for a place: anywhere in it."""

    __tablename__ = "wanted"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    id: ColumnElement[int] = column(primary_key=True, autoincrement=False)
    asked_by: ColumnElement[str]
    asked_at: ColumnElement[datetime]
    channel: ColumnElement[str]
    quantity: ColumnElement[int]
    country: ColumnElement[str]
    region: ColumnElement[str]
    city: ColumnElement[str]
    kind: ColumnElement[str]
    digits: ColumnElement[str] = column(default="", server_default="")  # how they are to look, as JSON; "" as they like
    stage: ColumnElement[str] = column(default="open")
    seen_to_by: ColumnElement[str | None]
    closed_at: ColumnElement[datetime | None]
    closed_by: ColumnElement[str | None]
    reason: ColumnElement[str] = column(default="")
    card_ts: ColumnElement[str | None]
    version: ColumnElement[int] = column(default=1)
    look_at: ColumnElement[datetime | None]

    __table_args__ = (
        CheckConstraint(one_of("kind", Kind), "kind_known"),
        CheckConstraint(one_of("stage", Stage), "stage_known"),
        CheckConstraint("quantity > 0", "some"),
        CheckConstraint("country <> '' OR (region = '' AND city = '')", "in_a_country"),
        CheckConstraint(f"({_WAITS}) = (closed_at IS NULL)", "closed_at_its_end"),
        CheckConstraint(f"({_WAITS}) = (look_at IS NOT NULL)", "looked_for_while_it_waits"),
        CheckConstraint("stage <> 'taken' OR seen_to_by IS NOT NULL", "taken_by_somebody"),
        CheckConstraint("(stage = 'declined') = (reason <> '')", "declined_with_a_reason"),
        CheckConstraint("stage NOT IN ('declined', 'withdrawn') OR closed_by IS NOT NULL", "ended_by_somebody"),
        partial_index("wanted_to_look_for", "look_at", "workspace", where="look_at IS NOT NULL"),
        # Who asks for the same once more is told of the first.
        partial_index(
            "wanted_once",
            *("workspace", "asked_by", "kind", "country", "region", "city", "digits"),
            where=_WAITS,
            unique=True,
        ),
        partial_index("wanted_waiting", "workspace", "id", where=_WAITS),
    )

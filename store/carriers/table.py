"""The tables of numbers at carriers, and of what carriers are to be asked."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, false

from store.base import AutoId, Base, column, one_of, partial_index
from store.carriers.states import LIVE, OWNED
from store.carriers.types import Operation, State

TO_EXTEND = "state = 'held' AND extend_at IS NOT NULL"
_LIVE = one_of("state", LIVE)


class CarrierLineRow(Base):
    """A number at a carrier. It stays here when others have the number again."""

    __tablename__ = "carrier_lines"

    id: ColumnElement[int] = column(AutoId, primary_key=True)
    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"))
    hold: ColumnElement[int | None]
    e164: ColumnElement[str] = column(ForeignKey("numbers.e164"))
    carrier: ColumnElement[str]
    title: ColumnElement[str]
    reference: ColumnElement[str | None]
    held_under: ColumnElement[str | None]
    held_as: ColumnElement[str] = column(default="")
    state: ColumnElement[str]
    until: ColumnElement[datetime | None]
    kept_to_end: ColumnElement[bool] = column(default=False, server_default=false())
    at_most: ColumnElement[datetime | None]
    wanted_until: ColumnElement[datetime | None]
    extend_at: ColumnElement[datetime | None]
    monthly: ColumnElement[Decimal | None]
    upfront: ColumnElement[Decimal | None]
    currency: ColumnElement[str] = column(default="")
    code: ColumnElement[str] = column(default="")
    detail: ColumnElement[str] = column(default="")
    papers: ColumnElement[str] = column(default="")
    papers_until: ColumnElement[datetime | None]
    changed_at: ColumnElement[datetime]

    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "hold"], ["holds.workspace", "holds.id"], "carrier_lines_workspace_fk_of_hold"
        ),
        CheckConstraint(one_of("state", State), "state_known"),
        CheckConstraint(f"hold IS NOT NULL OR {one_of('state', OWNED)}", "held_or_owned"),
        CheckConstraint("(hold IS NULL) = (reference IS NULL)", "held_under_a_reference"),
        CheckConstraint("(reference IS NULL) = (held_under IS NULL)", "ordered_under_a_reference"),
        CheckConstraint("state <> 'held' OR until IS NOT NULL", "held_until"),
        CheckConstraint(
            f"code <> '' OR NOT ({one_of('state', (State.GONE, State.FAILED, State.NOT_GIVEN_UP))})",
            "failed_for_a_reason",
        ),
        CheckConstraint("state = 'papers' OR (papers = '' AND papers_until IS NULL)", "papers_while_wanted"),
        CheckConstraint("currency <> '' OR (monthly IS NULL AND upfront IS NULL)", "price_in_a_currency"),
        UniqueConstraint("workspace", "hold", "e164", name="carrier_lines_once"),
        partial_index("carrier_lines_live", "e164", where=_LIVE, unique=True),
        partial_index("carrier_lines_dropping", "until", where="state = 'dropping'"),
        partial_index("carrier_lines_to_extend", "extend_at", where=TO_EXTEND),
        Index("carrier_lines_of_a_number", "e164"),
        Index("carrier_lines_of_a_carrier", "workspace", "carrier", "state"),
        Index("carrier_lines_by_reference", "reference"),
    )


class CarrierTaskRow(Base):
    """What a carrier is to be asked. `due_at` is schedule, retry and lease; times are real. What is done is deleted."""

    __tablename__ = "carrier_tasks"

    id: ColumnElement[int] = column(AutoId, primary_key=True)
    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"))
    carrier: ColumnElement[str]
    operation: ColumnElement[str]
    subject: ColumnElement[str]  # tasks of one subject go in order
    hold: ColumnElement[int | None]
    detail: ColumnElement[dict[str, Any]]
    owed_at: ColumnElement[datetime]
    due_at: ColumnElement[datetime]
    sent_at: ColumnElement[datetime | None]  # since when a call may have been done; None: none was
    looks: ColumnElement[int] = column(default=0)
    tries: ColumnElement[int] = column(default=0)
    claims: ColumnElement[int] = column(default=0)  # how often a worker took it
    error: ColumnElement[str | None]

    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "hold"], ["holds.workspace", "holds.id"], "carrier_tasks_workspace_fk_of_hold"
        ),
        CheckConstraint(one_of("operation", Operation), "operation_known"),
        UniqueConstraint("workspace", "carrier", "subject", "operation", name="carrier_tasks_once"),
        Index("carrier_tasks_due", "due_at", "id"),
    )
    __table_options__ = {"sqlite_autoincrement": True}  # noqa: RUF012 (read once, by the base class)

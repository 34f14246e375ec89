"""The tables of numbers at carriers, and of what carriers are to be asked."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from store.base import AutoId, Base, one_of, partial_index
from store.carriers.states import LIVE, OWNED
from store.carriers.types import Operation, State

TO_EXTEND = "state = 'held' AND extend_at IS NOT NULL"
_LIVE = one_of("state", LIVE)


class CarrierLineRow(Base):
    """A number at a carrier. It stays here when others have the number again."""

    __tablename__ = "carrier_lines"

    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"))
    hold: Mapped[int | None]
    e164: Mapped[str] = mapped_column(ForeignKey("numbers.e164"))
    carrier: Mapped[str]
    title: Mapped[str]
    reference: Mapped[str | None]
    held_under: Mapped[str | None]
    held_as: Mapped[str] = mapped_column(default="")
    state: Mapped[str]
    until: Mapped[datetime | None]
    kept_to_end: Mapped[bool] = mapped_column(default=False, server_default=false())
    at_most: Mapped[datetime | None]
    wanted_until: Mapped[datetime | None]
    extend_at: Mapped[datetime | None]
    monthly: Mapped[Decimal | None]
    upfront: Mapped[Decimal | None]
    currency: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="")
    papers: Mapped[str] = mapped_column(default="")
    papers_until: Mapped[datetime | None]
    changed_at: Mapped[datetime]

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

    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"))
    carrier: Mapped[str]
    operation: Mapped[str]
    subject: Mapped[str]  # tasks of one subject go in order
    hold: Mapped[int | None]
    detail: Mapped[dict[str, Any]]
    owed_at: Mapped[datetime]
    due_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]  # since when a call may have been done; None: none was
    looks: Mapped[int] = mapped_column(default=0)
    tries: Mapped[int] = mapped_column(default=0)
    claims: Mapped[int] = mapped_column(default=0)  # how often a worker took it
    error: Mapped[str | None]

    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "hold"], ["holds.workspace", "holds.id"], "carrier_tasks_workspace_fk_of_hold"
        ),
        CheckConstraint(one_of("operation", Operation), "operation_known"),
        UniqueConstraint("workspace", "carrier", "subject", "operation", name="carrier_tasks_once"),
        Index("carrier_tasks_due", "due_at", "id"),
        {"sqlite_autoincrement": True},
    )

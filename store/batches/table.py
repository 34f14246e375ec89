"""The tables of batches and of their lines."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base, none_of, one_of, partial_index
from store.batches.types import DONE, RESTORED, Stage, Verb


class BatchRow(Base):
    """Several numbers to be assigned, unassigned or released. `due_at`: when the clock has to do with it next."""

    __tablename__ = "batches"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    verb: Mapped[str]
    asked_by: Mapped[str]
    channel: Mapped[str]
    since: Mapped[datetime]
    typed: Mapped[str] = mapped_column(default="")
    service_kind: Mapped[str | None]
    service_name: Mapped[str] = mapped_column(default="")
    stage: Mapped[str] = mapped_column(default="draft")
    size: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
    awaits_file: Mapped[bool] = mapped_column(default=False)
    read_as: Mapped[dict[str, Any] | None]
    until: Mapped[datetime | None]
    card_ts: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    due_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(one_of("verb", Verb), "verb_known"),
        CheckConstraint(one_of("stage", Stage), "stage_known"),
        CheckConstraint("stage = 'draft' OR NOT awaits_file", "only_drafts_await_a_file"),
        CheckConstraint("done >= 0 AND refused >= 0 AND done + refused <= size", "lines_counted"),
        CheckConstraint("stage <> 'done' OR done + refused = size", "done_with_all"),
        CheckConstraint("until IS NULL OR verb = 'release'", "only_what_is_released_rests"),
        partial_index("batches_due", "due_at", "workspace", where="due_at IS NOT NULL"),
    )


class BatchLineRow(Base):
    """One number of a batch, or what was said instead of one. Lines are done in the order of `turn`."""

    __tablename__ = "batch_lines"

    workspace: Mapped[str] = mapped_column(primary_key=True)
    batch: Mapped[int] = mapped_column(primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    turn: Mapped[int]
    said: Mapped[str]
    e164: Mapped[str | None]  # None: what was said is no number
    service_kind: Mapped[str | None]
    service_name: Mapped[str] = mapped_column(default="")
    as_default: Mapped[bool] = mapped_column(default=False)
    from_file: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[str | None]
    met_kind: Mapped[str | None]  # the service as it was called when the line was decided
    met_name: Mapped[str] = mapped_column(default="")
    is_default: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "batch"], ["batches.workspace", "batches.id"]),
        CheckConstraint(
            f"e164 IS NOT NULL OR outcome IS NULL OR {none_of('outcome', (DONE, RESTORED))}", "done_to_a_number"
        ),
        partial_index("batch_lines_that_wait", "workspace", "batch", "turn", where="outcome IS NULL"),
        partial_index("batch_lines_of_a_number", "workspace", "e164", "batch", where="outcome = 'done'"),
    )

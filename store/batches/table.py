"""The tables of batches and of their lines."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, ForeignKeyConstraint

from store.base import Base, column, none_of, one_of, partial_index
from store.batches.types import DONE, RESTORED, Stage, Verb


class BatchRow(Base):
    """Several numbers to be assigned, unassigned or released. `due_at`: when the clock has to do with it next."""

    __tablename__ = "batches"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    id: ColumnElement[int] = column(primary_key=True, autoincrement=False)
    verb: ColumnElement[str]
    asked_by: ColumnElement[str]
    channel: ColumnElement[str]
    since: ColumnElement[datetime]
    typed: ColumnElement[str] = column(default="")
    service_kind: ColumnElement[str | None]
    service_name: ColumnElement[str] = column(default="")
    stage: ColumnElement[str] = column(default="draft")
    size: ColumnElement[int] = column(default=0)
    done: ColumnElement[int] = column(default=0)
    refused: ColumnElement[int] = column(default=0)
    awaits_file: ColumnElement[bool] = column(default=False)
    read_as: ColumnElement[dict[str, Any] | None]
    until: ColumnElement[datetime | None]
    card_ts: ColumnElement[str | None]
    version: ColumnElement[int] = column(default=1)
    due_at: ColumnElement[datetime | None]

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

    workspace: ColumnElement[str] = column(primary_key=True)
    batch: ColumnElement[int] = column(primary_key=True)
    line: ColumnElement[int] = column(primary_key=True, autoincrement=False)
    turn: ColumnElement[int]
    said: ColumnElement[str]
    e164: ColumnElement[str | None]  # None: what was said is no number
    service_kind: ColumnElement[str | None]
    service_name: ColumnElement[str] = column(default="")
    as_default: ColumnElement[bool] = column(default=False)
    from_file: ColumnElement[bool] = column(default=False)
    outcome: ColumnElement[str | None]
    met_kind: ColumnElement[str | None]  # the service as it was called when the line was decided
    met_name: ColumnElement[str] = column(default="")
    is_default: ColumnElement[bool] = column(default=False)

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "batch"], ["batches.workspace", "batches.id"]),
        CheckConstraint(
            f"e164 IS NOT NULL OR outcome IS NULL OR {none_of('outcome', (DONE, RESTORED))}", "done_to_a_number"
        ),
        partial_index("batch_lines_that_wait", "workspace", "batch", "turn", where="outcome IS NULL"),
        partial_index("batch_lines_of_a_number", "workspace", "e164", "batch", where="outcome = 'done'"),
    )

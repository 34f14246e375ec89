"""The tables of requests for approval and of the approvals given."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKeyConstraint, Index, UniqueConstraint

from store.approvals.types import Verdict
from store.base import Base, column, one_of, partial_index


class ApprovalRequestRow(Base):
    """Somebody asks to acquire numbers of a hold, or to release those of a batch; by the policy of that time."""

    __tablename__ = "requests"

    workspace: ColumnElement[str] = column(primary_key=True)
    id: ColumnElement[int] = column(primary_key=True, autoincrement=False)
    hold: ColumnElement[int | None]
    batch: ColumnElement[int | None]
    asked_by: ColumnElement[str]
    asked_at: ColumnElement[datetime]
    numbers: ColumnElement[list[str]]
    purpose: ColumnElement[str]
    note: ColumnElement[str]
    needed: ColumnElement[int]
    approvers: ColumnElement[dict[str, Any]]
    verdict: ColumnElement[str | None]
    closed_at: ColumnElement[datetime | None]
    closed_by: ColumnElement[str | None]
    reason: ColumnElement[str] = column(default="")
    lacking: ColumnElement[bool] = column(default=False)  # fewer can approve it than must
    look_at: ColumnElement[datetime | None]  # when the clock asks whether enough can; None: it is closed

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "hold"], ["holds.workspace", "holds.id"]),
        ForeignKeyConstraint(["workspace", "batch"], ["batches.workspace", "batches.id"], "requests_batch_fk"),
        CheckConstraint("(hold IS NULL) <> (batch IS NULL)", "for_a_hold_or_a_batch"),
        UniqueConstraint("workspace", "id", "asked_by", name="requests_by_who_asked"),
        CheckConstraint("needed BETWEEN 1 AND 5", "needed_in_range"),
        CheckConstraint(one_of("verdict", Verdict), "verdict_known"),
        CheckConstraint("(verdict IS NULL) = (closed_at IS NULL)", "closed_with_a_verdict"),
        CheckConstraint("(verdict IS NOT NULL AND verdict = 'declined') = (reason <> '')", "declined_with_a_reason"),
        partial_index("requests_open", "workspace", "hold", where="verdict IS NULL", unique=True),
        Index("requests_of_a_hold", "workspace", "hold", "id"),
        partial_index("requests_to_look_at", "look_at", where="look_at IS NOT NULL"),
        partial_index("requests_of_a_batch", "workspace", "batch", where="batch IS NOT NULL", unique=True),
    )


class ApprovalRow(Base):
    """Four eyes: nobody approves what they asked for themselves."""

    __tablename__ = "approvals"

    workspace: ColumnElement[str] = column(primary_key=True)
    request: ColumnElement[int] = column(primary_key=True)
    member: ColumnElement[str] = column(primary_key=True)
    asked_by: ColumnElement[str]
    at: ColumnElement[datetime]

    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "request", "asked_by"], ["requests.workspace", "requests.id", "requests.asked_by"]
        ),
        CheckConstraint("member <> asked_by", "by_somebody_else"),
    )

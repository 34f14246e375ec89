"""The tables of the outbox, its lanes, and the workspaces that sleep."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, UniqueConstraint

from store.base import AutoId, Base, column


class OutboxRow(Base):
    """The outbox: what is owed to Slack. `due_at` is schedule, retry and lease; times are real.

    A row that was paid is deleted; the ids are never used again, for messages are found by them.
    """

    __tablename__ = "outbox"

    id: ColumnElement[int] = column(AutoId, primary_key=True)
    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"))
    kind: ColumnElement[str]
    subject: ColumnElement[str]  # rows of one subject go in order
    item: ColumnElement[str]  # tells things of one kind and subject apart
    detail: ColumnElement[dict[str, Any]]
    channel: ColumnElement[str]
    lane: ColumnElement[str]
    version: ColumnElement[int] = column(default=1)
    owed_at: ColumnElement[datetime]  # since when without being paid
    due_at: ColumnElement[datetime]
    tries: ColumnElement[int] = column(default=0)
    tried_since: ColumnElement[datetime | None]
    claims: ColumnElement[int] = column(default=0, server_default="0")  # how often a sender took it
    claims_ended: ColumnElement[int] = column(default=0, server_default="0")  # of these, up to which it said what came
    parked_at: ColumnElement[datetime | None]
    error: ColumnElement[str | None]

    __table_args__ = (
        UniqueConstraint("workspace", "kind", "subject", "item", name="outbox_owed_once"),
        Index("outbox_by_subject", "workspace", "subject", "id"),
        Index("outbox_by_lane", "workspace", "lane", "id"),
    )
    __table_options__ = {"sqlite_autoincrement": True}  # noqa: RUF012 (read once, by the base class)


class LaneRow(Base):
    """What Slack counts as one: a channel's posts, a workspace's edits. One sender at a time; real time."""

    __tablename__ = "lanes"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    name: ColumnElement[str] = column(primary_key=True)
    free_at: ColumnElement[datetime]  # lease, pace and Retry-After
    paid_until: ColumnElement[datetime]  # how far ahead of the steady pace the lane has gone


class OutageRow(Base):
    """A workspace whose Slack cannot be reached or refuses the desk as a whole. Nothing is sent there but trials."""

    __tablename__ = "outages"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    since: ColumnElement[datetime]
    retry_at: ColumnElement[datetime]
    failures: ColumnElement[int]
    error: ColumnElement[str]

"""The tables of the outbox, its lanes, and the workspaces that sleep."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.base import AutoId, Base


class OutboxRow(Base):
    """The outbox: what is owed to Slack. `due_at` is schedule, retry and lease; times are real.

    A row that was paid is deleted; the ids are never used again, for messages are found by them.
    """

    __tablename__ = "outbox"

    id: Mapped[int] = mapped_column(AutoId, primary_key=True)
    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"))
    kind: Mapped[str]
    subject: Mapped[str]  # rows of one subject go in order
    item: Mapped[str]  # tells things of one kind and subject apart
    detail: Mapped[dict[str, Any]]
    channel: Mapped[str]
    lane: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    owed_at: Mapped[datetime]  # since when without being paid
    due_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    tried_since: Mapped[datetime | None]
    claims: Mapped[int] = mapped_column(default=0, server_default="0")  # how often a sender took it
    claims_ended: Mapped[int] = mapped_column(default=0, server_default="0")  # of these, up to which it said what came
    parked_at: Mapped[datetime | None]
    error: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("workspace", "kind", "subject", "item", name="outbox_owed_once"),
        Index("outbox_by_subject", "workspace", "subject", "id"),
        Index("outbox_by_lane", "workspace", "lane", "id"),
        {"sqlite_autoincrement": True},
    )


class LaneRow(Base):
    """What Slack counts as one: a channel's posts, a workspace's edits. One sender at a time; real time."""

    __tablename__ = "lanes"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    free_at: Mapped[datetime]  # lease, pace and Retry-After
    paid_until: Mapped[datetime]  # how far ahead of the steady pace the lane has gone


class OutageRow(Base):
    """A workspace whose Slack cannot be reached or refuses the desk as a whole. Nothing is sent there but trials."""

    __tablename__ = "outages"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    since: Mapped[datetime]
    retry_at: Mapped[datetime]
    failures: Mapped[int]
    error: Mapped[str]

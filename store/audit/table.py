"""The table of the record."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base


class EntryRow(Base):
    """The record: only ever added to. Numbered in each workspace without gaps, each sealed together with the last."""

    __tablename__ = "entries"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    who: Mapped[str | None]  # None: the clock
    name: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    channel: Mapped[str | None]
    message: Mapped[str | None]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    seal: Mapped[str]

    __table_args__ = (
        Index("entries_of_a_subject", "workspace", "subject", "number"),
        Index("entries_of_a_member", "workspace", "who", "at", "number"),
        Index("entries_by_time", "workspace", "at", "number"),
    )

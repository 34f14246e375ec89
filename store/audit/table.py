"""The table of the record."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index

from store.base import Base, column


class EntryRow(Base):
    """The record: only ever added to. Numbered in each workspace without gaps, each sealed together with the last."""

    __tablename__ = "entries"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    number: ColumnElement[int] = column(primary_key=True, autoincrement=False)
    at: ColumnElement[datetime]
    who: ColumnElement[str | None]  # None: the clock
    name: ColumnElement[str]
    action: ColumnElement[str]
    subject: ColumnElement[str]
    channel: ColumnElement[str | None]
    message: ColumnElement[str | None]
    before: ColumnElement[dict[str, Any]]
    after: ColumnElement[dict[str, Any]]
    seal: ColumnElement[str]

    __table_args__ = (
        Index("entries_of_a_subject", "workspace", "subject", "number"),
        Index("entries_of_a_member", "workspace", "who", "at", "number"),
        Index("entries_by_time", "workspace", "at", "number"),
    )

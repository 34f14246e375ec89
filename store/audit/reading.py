"""Entries as they are read, garbage among them."""

from collections.abc import Generator, Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, select
from sqlalchemy.exc import DataError, OperationalError

from store.audit.table import EntryRow
from store.audit.types import Deed, Entry
from store.session import Db
from store.types import ChannelId, UserId, WorkspaceId

_AT_A_TIME = 1000  # rows read at once where all are read

# What garbage in a row raises, as it is read or as its seal is made anew.
UNREADABLE = (
    *(ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError),
    *(DataError, OperationalError),
)


def in_order(db: Db, workspace: WorkspaceId, *which: ColumnElement[bool]) -> CursorResult[Any]:
    """Rows of a workspace's entries in the order of their numbers; a thousand are in memory at a time."""
    in_order = select(EntryRow).where(EntryRow.workspace == workspace, *which).order_by(EntryRow.number)
    return db.execute(in_order, execution_options={"yield_per": _AT_A_TIME})


def as_far_as_can_be_read(db: Db, workspace: WorkspaceId) -> Generator[Any, None, None]:
    """The entries in order; the first with garbage in it is the last, and has nothing but its number."""
    after: list[ColumnElement[bool]] = []
    try:
        with closing(in_order(db, workspace)) as rows:
            for row in rows:
                yield row
                after = [EntryRow.number > row.number]
    except UNREADABLE:  # somewhere in what was read at once
        yield from _one_by_one(db, workspace, after)


def _one_by_one(db: Db, workspace: WorkspaceId, after: list[ColumnElement[bool]]) -> Iterator[Any]:
    numbers = select(EntryRow.number).where(EntryRow.workspace == workspace).order_by(EntryRow.number).limit(1)
    while numbered := db.execute(numbers.where(*after)).first():
        after = [EntryRow.number > numbered.number]
        try:
            yield in_order(db, workspace, EntryRow.number == numbered.number).one()
        except UNREADABLE:
            yield numbered
            return


def read_entry(row: Any) -> Entry:
    """The entry that a row tells of. Raises one of UNREADABLE where there is garbage in it."""
    return Entry(
        number=row.number,
        deed=Deed(
            workspace=WorkspaceId(row.workspace),
            at=row.at,
            who=UserId(row.who) if row.who else None,
            name=row.name,
            action=row.action,
            subject=row.subject,
            channel=ChannelId(row.channel) if row.channel else None,
            message=row.message,
            before=row.before,
            after=row.after,
        ),
    )

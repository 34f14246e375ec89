"""The record: who did what, when, and how it was before and after. Only ever added to."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from sqlalchemy import insert, select

from store.session import Db
from store.tables import EntryRow
from store.types import Action, ChannelId, Deed, Entry, UserId, WorkspaceId

_ADD = insert(EntryRow)
_ADD_ONE = _ADD.returning(EntryRow.id)


def record(db: Db, deed: Deed) -> int:
    """Add an entry in the transaction of the change it tells of, and return its id."""
    return db.scalars(_ADD_ONE, _row(deed)).one()


def record_all(db: Db, deeds: Iterable[Deed]) -> None:
    """Add an entry for each deed."""
    if rows := [_row(deed) for deed in deeds]:
        db.execute(_ADD, rows)


def find(db: Db, workspace: WorkspaceId, id: int) -> Entry | None:  # noqa: A002 (the field's own word)
    """Return an entry of this workspace."""
    row = db.execute(select(EntryRow).where(EntryRow.workspace == workspace, EntryRow.id == id)).first()
    return _entry(row) if row else None


def of(db: Db, workspace: WorkspaceId, subject: str) -> list[Entry]:
    """Return all that was done to one subject, oldest first."""
    of_subject = (EntryRow.workspace == workspace, EntryRow.subject == subject)
    return [_entry(row) for row in db.execute(select(EntryRow).where(*of_subject).order_by(EntryRow.id))]


def _row(deed: Deed) -> dict[str, Any]:
    # dataclasses.asdict would copy what it tells too, number by number.
    return {field.name: getattr(deed, field.name) for field in fields(deed)}


def _entry(row: Any) -> Entry:
    return Entry(
        id=row.id,
        deed=Deed(
            workspace=WorkspaceId(row.workspace),
            at=row.at,
            who=UserId(row.who) if row.who else None,
            action=Action(row.action),
            subject=row.subject,
            channel=ChannelId(row.channel) if row.channel else None,
            before=row.before,
            after=row.after,
        ),
    )

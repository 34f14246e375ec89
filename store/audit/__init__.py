"""The record: who did what, when, and how it was before and after. Only ever added to.

Entries are numbered in each workspace without gaps. Each carries a seal: an HMAC over itself and the tip before it. A
tip is an HMAC too, over the last entry's number and seal, and stands in the workspace's row until the next takes its
place: it cannot be read off the entries. So one that was changed, taken out or cut off is found; and where all are gone
and the row says that there was none, whatever else the workspace has tells that there was. What is not found is a
record put back, and its workspace's row with it, to what somebody had copied of both on an earlier day.
"""

import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, exists, func, insert, literal_column, select, union, update
from sqlalchemy.exc import OperationalError

from store.audit.reading import UNREADABLE, as_far_as_can_be_read, in_order, read_entry
from store.audit.seals import make_seal, make_tip
from store.audit.table import EntryRow
from store.audit.types import Deed, Entry, EntryFilter, Finding, Flaw
from store.batches.table import BatchRow
from store.batches.types import Stage
from store.holds.table import HoldRow
from store.numbers.table import NumberRow
from store.ports.table import PortOrderRow
from store.services.table import ServiceRow
from store.session import Db
from store.types import WorkspaceId
from store.wanted.table import WantedRow
from store.workspaces.table import WorkspaceRow
from store.workspaces.types import Tip

_ADD = insert(EntryRow)
# What there is only if the record tells how it came; which of them.
_TOLD_OF: tuple[tuple[Any, tuple[ColumnElement[bool], ...]], ...] = (
    (HoldRow, ()),
    (PortOrderRow, ()),
    (ServiceRow, ()),
    (WantedRow, ()),
    (NumberRow, (NumberRow.workspace.is_not(None), NumberRow.available_at.is_(None))),
    (BatchRow, (BatchRow.stage.not_in((Stage.DRAFT, Stage.FORGOTTEN)),)),
)
_TIP = (
    update(WorkspaceRow)
    .where(WorkspaceRow.id == bindparam("of_workspace"))
    .values(last_entry=bindparam("number"), last_seal=bindparam("seal"))
)


@dataclass(slots=True, kw_only=True)
class Addition:
    """What one transaction adds to the record of a workspace that it has locked; `tip` is the end so far."""

    key: bytes
    tip: Tip
    _rows: list[dict[str, Any]] = field(default_factory=list)

    def add(self, deed: Deed) -> int:
        """Add an entry, and return its number."""
        row = _row(deed) | {"number": self.tip.number + 1}
        row["seal"] = make_seal(self.key, row, self.tip.seal if self.tip.number else "")
        self._rows.append(row)
        self.tip = make_tip(self.key, row["workspace"], row["number"], row["seal"])
        return self.tip.number

    def write(self, db: Db) -> None:
        """Write down what was added, in the transaction of the changes it tells of."""
        if not self._rows:
            return
        db.execute(_ADD, self._rows)
        db.execute(_TIP, {"of_workspace": self._rows[0]["workspace"], "number": self.tip.number, "seal": self.tip.seal})
        self._rows.clear()


def begin(db: Db, workspace: WorkspaceId, key: bytes) -> None:
    """Seal the beginning of a record that has no entry, in a workspace that is set up without one."""
    is_new = (WorkspaceRow.id == workspace, WorkspaceRow.last_entry == 0)
    db.execute(update(WorkspaceRow).where(*is_new).values(last_seal=make_tip(key, workspace, 0, "").seal))


def find(db: Db, workspace: WorkspaceId, number: int) -> Entry | None:
    """Return an entry of this workspace by its number."""
    row = db.execute(select(EntryRow).where(EntryRow.workspace == workspace, EntryRow.number == number)).first()
    return read_entry(row) if row else None


def of(db: Db, workspace: WorkspaceId, subject: str) -> list[Entry]:
    """Return all that was done to one subject, oldest first."""
    of_subject = (EntryRow.workspace == workspace, EntryRow.subject == subject)
    return [read_entry(row) for row in db.execute(select(EntryRow).where(*of_subject).order_by(EntryRow.number))]


def count(db: Db, workspace: WorkspaceId, wanted: EntryFilter) -> int:
    """How many entries there are of these."""
    return db.scalar(select(func.count()).select_from(EntryRow).where(*_of(workspace, wanted))) or 0


def page(db: Db, workspace: WorkspaceId, wanted: EntryFilter, *, limit: int, offset: int = 0) -> list[Entry]:
    """Some of these entries, newest first."""
    newest = select(EntryRow).where(*_of(workspace, wanted)).order_by(EntryRow.at.desc(), EntryRow.number.desc())
    return [read_entry(row) for row in db.execute(newest.limit(limit).offset(offset))]


def done_since(db: Db, workspace: WorkspaceId, actions: Sequence[str], since: datetime) -> list[Entry]:
    """The entries of these actions since a time, oldest first."""
    lately = (EntryRow.workspace == workspace, EntryRow.at >= since, EntryRow.action.in_(actions))
    return [
        read_entry(row) for row in db.execute(select(EntryRow).where(*lately).order_by(EntryRow.at, EntryRow.number))
    ]


def every(db: Db, workspace: WorkspaceId, last: int) -> Iterator[tuple[Entry, str]]:
    """The entries of a workspace up to one, in order and with their seals; only some are in memory at a time."""
    return ((read_entry(row), row.seal) for row in in_order(db, workspace, EntryRow.number <= last))


def workspaces(db: Db) -> list[WorkspaceId]:
    """The workspaces that have a record, or should have, in order: with settings, entries or what these tell of."""
    told_of = (select(kept.workspace).where(*which) for kept, which in _TOLD_OF)
    ids = union(select(WorkspaceRow.id), select(EntryRow.workspace), *told_of)
    return [WorkspaceId(id) for id in db.scalars(ids.order_by(literal_column("1")))]  # noqa: A001 (the field's own word)


def verify(db: Db, workspace: WorkspaceId, key: bytes) -> Finding:
    """Read a workspace's record from its first entry to its last, up to the first flaw.

    `key` is the one that its entries were sealed with; with another, the first entry is found to be CHANGED.
    """
    tip = Tip()
    with closing(as_far_as_can_be_read(db, workspace)) as rows:  # a flaw ends the reading before the last
        for row in rows:
            if flaw := _flaw(key, row, tip):
                return Finding(workspace=workspace, sound=tip.number, flaw=flaw, at=tip.number + 1)
            tip = make_tip(key, workspace, row.number, row.seal)
    return _at_the_end(db, workspace, tip, key)


def _flaw(key: bytes, row: Any, tip: Tip) -> Flaw | None:
    """What is wrong with the entry that was read after this tip."""
    if row.number != tip.number + 1:
        return Flaw.MISSING
    try:
        as_written = hmac.compare_digest(make_seal(key, row._asdict(), tip.seal), row.seal)
    except UNREADABLE:
        return Flaw.CHANGED
    return None if as_written else Flaw.CHANGED


def _at_the_end(db: Db, workspace: WorkspaceId, tip: Tip, key: bytes) -> Finding:
    """What comes of the end that was reached, with what the workspace's row tells of it."""
    sound, flaw, told = tip.number, None, _told(db, workspace)
    if told is None:
        flaw = Flaw.UNKNOWN
    elif told.number > tip.number:
        flaw = Flaw.CUT_OFF
    elif told.number < tip.number:
        sound, flaw = told.number, Flaw.ADDED
    elif not tip.number:
        flaw = _without_entries(db, workspace, told, key)
    elif told.seal != tip.seal:
        flaw = Flaw.UNKNOWN
    return Finding(workspace=workspace, sound=sound, flaw=flaw, at=sound + 1 if flaw else None)


def _told(db: Db, workspace: WorkspaceId) -> Tip | None:
    """The tip in the workspace's row; None where there is no such row, or garbage in it."""
    of_row = select(WorkspaceRow.last_entry, WorkspaceRow.last_seal).where(WorkspaceRow.id == workspace)
    try:
        row = db.execute(of_row).first()
    except OperationalError as failure:  # SQLite finds no text in it
        if failure.connection_invalidated:
            raise
        return None
    if row is None or not isinstance(row.last_entry, int) or row.last_entry < 0:
        return None
    return Tip(number=row.last_entry, seal=row.last_seal)


def _without_entries(db: Db, workspace: WorkspaceId, told: Tip, key: bytes) -> Flaw | None:
    """What is wrong where there is no entry, and the workspace's row tells of none."""
    if told.seal not in ("", make_tip(key, workspace, 0, "").seal):
        return Flaw.UNKNOWN
    kept = any(db.scalar(select(exists().where(table.workspace == workspace, *which))) for table, which in _TOLD_OF)
    is_set_up = db.scalar(select(WorkspaceRow.set_up).where(WorkspaceRow.id == workspace))
    return Flaw.CUT_OFF if kept or (is_set_up and not told.seal) else None


def seal_all(db: Db, key: bytes, rows: Iterable[Mapping[str, Any]]) -> None:
    """Number and seal entries from before there were seals; each has all columns but these two."""
    additions: dict[WorkspaceId, Addition] = {}
    for row in rows:
        adding = additions.setdefault(row["workspace"], Addition(key=key, tip=Tip()))
        adding.add(Deed(**row))
    for adding in additions.values():
        adding.write(db)


def _of(workspace: WorkspaceId, wanted: EntryFilter) -> list[ColumnElement[bool]]:
    matches = [EntryRow.workspace == workspace]
    if wanted.subjects is not None:
        matches.append(EntryRow.subject.in_(wanted.subjects))
    if wanted.who is not None:
        matches.append(EntryRow.who == wanted.who)
    if wanted.since is not None:
        matches.append(EntryRow.at >= wanted.since)
    return matches


def _row(deed: Deed) -> dict[str, Any]:
    # dataclasses.asdict would copy what it tells too, number by number.
    return {name: getattr(deed, name) for name in Deed.__dataclass_fields__}

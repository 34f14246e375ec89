"""The record: who did what, when, and how it was before and after. Only ever added to.

Entries are numbered in each workspace without gaps. Each carries a seal: an HMAC over itself and the seal before it.
The last number and seal stand in the workspace's row, so an entry that was changed, taken out or cut off is found.
"""

import hmac
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, bindparam, func, insert, select, update

from store.session import Db
from store.tables import EntryRow, WorkspaceRow
from store.types import Action, ChannelId, Deed, Entry, Tip, UserId, WorkspaceId

_AT_A_TIME = 1000  # rows read at once where all are read

_ADD = insert(EntryRow)
_TIP = (
    update(WorkspaceRow)
    .where(WorkspaceRow.id == bindparam("of_workspace"))
    .values(last_entry=bindparam("number"), last_seal=bindparam("seal"))
)


class Flaw(StrEnum):
    """What is wrong with a record."""

    CHANGED = "changed"
    MISSING = "missing"
    CUT_OFF = "cut off"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What came of reading a workspace's record: how many entries are as they were written, and which is not."""

    workspace: WorkspaceId
    sound: int
    flaw: Flaw | None = None
    at: int | None = None  # the number of the entry


@dataclass(slots=True, kw_only=True)
class Addition:
    """What one transaction adds to the record of a workspace that it has locked; `tip` is the entry added last."""

    key: bytes
    tip: Tip
    _rows: list[dict[str, Any]] = field(default_factory=list)

    def add(self, deed: Deed) -> int:
        """Add an entry, and return its number."""
        row = _row(deed) | {"number": self.tip.number + 1}
        row["seal"] = _seal(self.key, row, self.tip.seal)
        self._rows.append(row)
        self.tip = Tip(number=row["number"], seal=row["seal"])
        return self.tip.number

    def write(self, db: Db) -> None:
        """Write down what was added, in the transaction of the changes it tells of."""
        if not self._rows:
            return
        db.execute(_ADD, self._rows)
        db.execute(_TIP, {"of_workspace": self._rows[0]["workspace"], "number": self.tip.number, "seal": self.tip.seal})
        self._rows.clear()


def find(db: Db, workspace: WorkspaceId, number: int) -> Entry | None:
    """Return an entry of this workspace."""
    row = db.execute(select(EntryRow).where(EntryRow.workspace == workspace, EntryRow.number == number)).first()
    return _entry(row) if row else None


def of(db: Db, workspace: WorkspaceId, subject: str) -> list[Entry]:
    """Return all that was done to one subject, oldest first."""
    of_subject = (EntryRow.workspace == workspace, EntryRow.subject == subject)
    return [_entry(row) for row in db.execute(select(EntryRow).where(*of_subject).order_by(EntryRow.number))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which entries: of some subjects, by a member, since a time; None: whichever."""

    subjects: Sequence[str] | None = None
    who: UserId | None = None
    since: datetime | None = None


def count(db: Db, workspace: WorkspaceId, wanted: Wanted) -> int:
    """How many entries there are of these."""
    return db.scalar(select(func.count()).select_from(EntryRow).where(*_of(workspace, wanted))) or 0


def page(db: Db, workspace: WorkspaceId, wanted: Wanted, *, limit: int, offset: int = 0) -> list[Entry]:
    """Some of these entries, newest first."""
    newest = select(EntryRow).where(*_of(workspace, wanted)).order_by(EntryRow.at.desc(), EntryRow.number.desc())
    return [_entry(row) for row in db.execute(newest.limit(limit).offset(offset))]


def every(db: Db, workspace: WorkspaceId, last: int) -> Iterator[tuple[Entry, str]]:
    """The entries of a workspace up to one, in order and with their seals; only some are in memory at a time."""
    return ((_entry(row), row.seal) for row in _in_order(db, workspace, EntryRow.number <= last))


def workspaces(db: Db) -> list[WorkspaceId]:
    """The workspaces that have a record."""
    return [WorkspaceId(id) for id in db.scalars(select(WorkspaceRow.id).order_by(WorkspaceRow.id))]  # noqa: A001 (the field's own word)


def verify(db: Db, workspace: WorkspaceId, key: bytes) -> Finding:
    """Read a workspace's record from its first entry to its last, up to the first flaw."""
    number, seal = 0, ""
    with closing(_in_order(db, workspace)) as rows:  # a flaw ends the reading before the last
        for row in rows:
            if row.number != number + 1:
                return Finding(workspace=workspace, sound=number, flaw=Flaw.MISSING, at=number + 1)
            if not hmac.compare_digest(_seal(key, row._asdict(), seal), row.seal):
                return Finding(workspace=workspace, sound=number, flaw=Flaw.CHANGED, at=row.number)
            number, seal = row.number, row.seal
    of_row = select(WorkspaceRow.last_entry, WorkspaceRow.last_seal).where(WorkspaceRow.id == workspace)
    last, last_seal = db.execute(of_row).one()
    if last > number:
        return Finding(workspace=workspace, sound=number, flaw=Flaw.CUT_OFF, at=number + 1)
    if last < number:
        return Finding(workspace=workspace, sound=last, flaw=Flaw.ADDED, at=last + 1)
    if last_seal != seal:
        return Finding(workspace=workspace, sound=max(number - 1, 0), flaw=Flaw.CHANGED, at=number)
    return Finding(workspace=workspace, sound=number)


def seal_all(db: Db, key: bytes, rows: Iterable[Mapping[str, Any]]) -> None:
    """Number and seal entries from before there were seals; each has all columns but these two."""
    additions: dict[WorkspaceId, Addition] = {}
    for row in rows:
        adding = additions.setdefault(row["workspace"], Addition(key=key, tip=Tip()))
        adding.add(Deed(**row))
    for adding in additions.values():
        adding.write(db)


def _in_order(db: Db, workspace: WorkspaceId, *which: ColumnElement[bool]) -> CursorResult[Any]:
    in_order = select(EntryRow).where(EntryRow.workspace == workspace, *which).order_by(EntryRow.number)
    return db.execute(in_order, execution_options={"yield_per": _AT_A_TIME})


def _of(workspace: WorkspaceId, wanted: Wanted) -> list[ColumnElement[bool]]:
    matches = [EntryRow.workspace == workspace]
    if wanted.subjects is not None:
        matches.append(EntryRow.subject.in_(wanted.subjects))
    if wanted.who is not None:
        matches.append(EntryRow.who == wanted.who)
    if wanted.since is not None:
        matches.append(EntryRow.at >= wanted.since)
    return matches


_SEALED = ("workspace", "number", "who", "name", "action", "subject", "channel", "message", "before", "after")


def _seal(key: bytes, row: Mapping[str, Any], before: str) -> str:
    """The seal of an entry that follows the one whose seal is `before`. Every part has its place in the list, so no two
    entries are written alike."""
    parts = [before, row["at"].astimezone(UTC).isoformat(), *(row[name] for name in _SEALED)]
    written = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.digest(key, written.encode(), "sha256").hex()


def _row(deed: Deed) -> dict[str, Any]:
    # dataclasses.asdict would copy what it tells too, number by number.
    return {name: getattr(deed, name) for name in Deed.__dataclass_fields__}


def _entry(row: Any) -> Entry:
    return Entry(
        number=row.number,
        deed=Deed(
            workspace=WorkspaceId(row.workspace),
            at=row.at,
            who=UserId(row.who) if row.who else None,
            name=row.name,
            action=Action(row.action),
            subject=row.subject,
            channel=ChannelId(row.channel) if row.channel else None,
            message=row.message,
            before=row.before,
            after=row.after,
        ),
    )

"""Numbers at carriers: written, moved from state to state as the table of transitions has it, looked up."""

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, insert, select, text, update

from store.carriers.states import FIRST, LIVE, RESERVED, before
from store.carriers.table import TO_EXTEND, CarrierLineRow
from store.carriers.types import Line, State
from store.due import NextDue
from store.holds.types import Hold, HoldId
from store.session import Db
from store.types import E164, WorkspaceId

_ROW = CarrierLineRow.__table__
_NOT_WRITTEN = frozenset({"id"})  # the database numbers them


def write(db: Db, lines: Sequence[Line]) -> None:
    """Write down numbers that came to be at a carrier.

    Raises ValueError for a state in which none begins, IntegrityError where one is live for somebody already.
    """
    if strange := [line.state for line in lines if line.state not in FIRST]:
        raise ValueError(f"no number begins as {strange[0]}")
    if lines:
        db.execute(insert(CarrierLineRow), [_values(line) for line in lines])


def of_hold(db: Db, hold: Hold) -> list[Line]:
    """All numbers that a hold has or had at carriers, in order."""
    theirs = (CarrierLineRow.workspace == hold.workspace, CarrierLineRow.hold == hold.id)
    return _lines(db, select(_ROW).where(*theirs).order_by(CarrierLineRow.e164))


def of_holds(db: Db, holds: Sequence[Hold]) -> dict[HoldId, list[Line]]:
    """All numbers that each of some holds of one workspace has or had at carriers, in order."""
    if not holds:
        return {}
    theirs = (CarrierLineRow.workspace == holds[0].workspace, CarrierLineRow.hold.in_([hold.id for hold in holds]))
    found = _lines(db, select(_ROW).where(*theirs).order_by(CarrierLineRow.hold, CarrierLineRow.e164))
    return {hold: list(its) for hold, its in groupby(found, key=attrgetter("hold"))}


def of_reference(db: Db, workspace: WorkspaceId, reference: UUID, *, lock: bool = False) -> list[Line]:
    """All numbers that are held or ordered under a reference of ours, in order; `lock` keeps them so till the end."""
    theirs = (CarrierLineRow.reference == str(reference), CarrierLineRow.workspace == workspace)
    these = select(_ROW).where(*theirs).order_by(CarrierLineRow.e164)
    return _lines(db, these.with_for_update() if lock else these)


def of_number(db: Db, workspace: WorkspaceId, e164: E164, *states: State) -> Line | None:
    """The number as it is at a carrier for a workspace, where it is in one of these states."""
    this = (CarrierLineRow.e164 == e164, CarrierLineRow.workspace == workspace, CarrierLineRow.state.in_(states))
    return next(iter(_lines(db, select(_ROW).where(*this).order_by(CarrierLineRow.id.desc()).limit(1))), None)


def owned(db: Db, workspace: WorkspaceId, numbers: Collection[E164]) -> list[Line]:
    """Those of some numbers, a thousand at most, that a workspace has from carriers, in order."""
    theirs = (CarrierLineRow.e164.in_(numbers), CarrierLineRow.workspace == workspace)
    ours = (CarrierLineRow.state == State.OURS,)
    return _lines(db, select(_ROW).where(*theirs, *ours).order_by(CarrierLineRow.e164)) if numbers else []


def in_state(db: Db, workspace: WorkspaceId, carrier: str, state: State) -> list[Line]:
    """All numbers of a workspace that are in this state at a carrier, in order."""
    theirs = (CarrierLineRow.workspace == workspace, CarrierLineRow.carrier == carrier, CarrierLineRow.state == state)
    return _lines(db, select(_ROW).where(*theirs).order_by(CarrierLineRow.e164))


def move(db: Db, lines: Sequence[Line], to: State, now: datetime, **values: Any) -> int:
    """Bring numbers into a state; how many came there from one that leads there is handed back.

    What is wanted of papers is forgotten unless `values` says it anew.
    """
    if not lines:
        return 0
    forgotten = {"papers": "", "papers_until": None}
    these = (CarrierLineRow.id.in_([line.id for line in lines]), CarrierLineRow.state.in_(before(to)))
    moved = update(CarrierLineRow).where(*these)
    return db.execute(moved.values(state=to, changed_at=now, **(forgotten | values))).rowcount


def note(db: Db, line: Line, now: datetime, **values: Any) -> None:
    """Write down what else the carrier says of a number, whose state stays as it is."""
    db.execute(update(CarrierLineRow).where(CarrierLineRow.id == line.id).values(changed_at=now, **values))


def let_go(db: Db, workspace: WorkspaceId, holds: Sequence[HoldId], now: datetime) -> list[Line]:
    """What these holds still have at carriers is nobody's here any more. Those numbers are handed back."""
    theirs = (CarrierLineRow.workspace == workspace, CarrierLineRow.hold.in_(holds))
    dropped = update(CarrierLineRow).where(*theirs, CarrierLineRow.state.in_(RESERVED)).returning(_ROW)
    return [_line(row) for row in db.execute(dropped.values(state=State.DROPPING, changed_at=now))]


def forget(db: Db, numbers: Sequence[E164], now: datetime) -> None:
    """Holds that have run out, though nobody has closed them yet, have these numbers no longer."""
    theirs = (CarrierLineRow.e164.in_(numbers), CarrierLineRow.state.in_(RESERVED))
    db.execute(update(CarrierLineRow).where(*theirs).values(state=State.DROPPING, changed_at=now))


def count_live(db: Db, carrier: str, workspace: WorkspaceId | None, but: Sequence[WorkspaceId] = ()) -> int:
    """How many numbers are held, ordered or owned at a carrier for a workspace; None: for all, `but` for these."""
    whose = CarrierLineRow.workspace == workspace if workspace else CarrierLineRow.workspace.not_in(but)
    these = (CarrierLineRow.carrier == carrier, CarrierLineRow.state.in_(LIVE), whose)
    return db.scalar(select(func.count()).select_from(CarrierLineRow).where(*these)) or 0


def next_end() -> NextDue:
    """When the next hold ends that a carrier keeps though nobody here does."""
    dropping = select(CarrierLineRow.until).where(CarrierLineRow.state == State.DROPPING)
    return dropping.where(CarrierLineRow.until.is_not(None)).order_by(CarrierLineRow.until).limit(1)


def next_extension() -> NextDue:
    """When the next carrier is to be asked to hold on for some more."""
    waiting = select(CarrierLineRow.extend_at).where(text(TO_EXTEND))
    return waiting.order_by(CarrierLineRow.extend_at).limit(1)


def take_extensions(db: Db, now: datetime, *, limit: int) -> list[Line]:
    """Numbers, `limit` at most, whose carriers are to be asked now to hold on for some more."""
    due = select(_ROW).where(text(TO_EXTEND), CarrierLineRow.extend_at <= now)
    taken = _lines(db, due.order_by(CarrierLineRow.extend_at).limit(limit).with_for_update(skip_locked=True))
    if taken:
        these = update(CarrierLineRow).where(CarrierLineRow.id.in_([line.id for line in taken]))
        db.execute(these.values(extend_at=None))
    return taken


def end(db: Db, now: datetime, *, limit: int) -> list[Line]:
    """Write down of numbers, `limit` at most, that the carrier keeps them for us no longer, and return them."""
    over = (CarrierLineRow.state == State.DROPPING, CarrierLineRow.until <= now)
    some = select(_ROW).where(*over).order_by(CarrierLineRow.until).limit(limit)
    ended = _lines(db, some.with_for_update(skip_locked=True))
    move(db, ended, State.ENDED, now)
    return ended


def _lines(db: Db, which: Select[Any]) -> list[Line]:
    return [_line(row) for row in db.execute(which)]


def _values(line: Line) -> dict[str, Any]:
    values = {name: getattr(line, name) for name in (column.name for column in _ROW.c) if name not in _NOT_WRITTEN}
    for name in ("reference", "held_under"):
        values[name] = str(values[name]) if values[name] else None
    return values


def _line(row: Any) -> Line:
    values = dict(row._mapping)
    for name in ("reference", "held_under"):
        values[name] = UUID(values[name]) if values[name] else None
    return Line(**{**values, "state": State(row.state)})

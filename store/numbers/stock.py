"""Stock: numbers that come in from outside, many at once, are counted by place, and go out again."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select, update

from store.numbers.adding import NOT_IMPORTED, add_places, row, write_unless
from store.numbers.at_carriers import is_carriers
from store.numbers.available import OF_WORKSPACE
from store.numbers.ease import ease
from store.numbers.reading import kept
from store.numbers.table import ANYBODY, NumberRow, PoolPlaceRow
from store.numbers.types import Kept, PoolNumber, Status
from store.session import Db
from store.types import E164, Kind, Place, UserId, WorkspaceId
from store.wanted import look_now

MOST_COUNTED = 10_000  # numbers of a place; who looks wants to know whether there are enough
_AT_A_TIME = 1_000  # numbers that are looked up or read at once

_SAME_PLACE = ("country", "region", "city", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class InService:
    """A number that is in use already when the desk comes to know of it; what nobody said is None or ""."""

    e164: E164
    place: Place
    kind: Kind
    note: str = ""
    imported_as: str = ""  # the name of the hold or port order by which it was acquired elsewhere
    got_by: UserId | None = None
    got_at: datetime | None = None  # UTC
    rests_until: datetime | None = None  # UTC, where it was released


@dataclass(frozen=True, slots=True, kw_only=True)
class StockCount:
    """How many numbers there are at a place, each up to MOST_COUNTED + 1."""

    place: Place
    kind: Kind
    free: int
    held: int
    resting: int


def known(db: Db, numbers: Collection[E164], *, lock: bool = False) -> dict[E164, Kept]:
    """What is known of these numbers; `lock` keeps them so until the transaction ends. Removed ones are not known."""
    in_order = sorted(numbers)
    parts = (in_order[at : at + _AT_A_TIME] for at in range(0, len(in_order), _AT_A_TIME))
    return {each.e164: each for part in parts for each in kept(db, part, lock=lock) if not each.is_removed}


def put(db: Db, numbers: Sequence[PoolNumber], now: datetime) -> None:
    """Put numbers into the pool, each once. One that is known already is left as it is, unless it was removed."""
    if not numbers:
        return
    write_unless(db, [row(number, now) for number in numbers], NumberRow.status == Status.REMOVED)
    add_places(db, [(number.place, number.kind, number.kept_for) for number in numbers])
    look_now(db, {(number.place.country, number.kind) for number in numbers}, now)


def bring(
    db: Db, workspace: WorkspaceId, numbers: Sequence[InService], now: datetime, *, of_the_pool: bool
) -> set[E164]:
    """Make numbers a workspace's own: new ones, and where `of_the_pool` those that it could have from there.

    Those that are now are handed back.
    """
    if not numbers:
        return set()
    can_be = NumberRow.status == Status.REMOVED
    if of_the_pool:
        can_be = or_(can_be, _can_be_had_by(workspace, now))
    write_unless(db, [_in_service(number, workspace) for number in numbers], can_be)
    add_places(db, [(number.place, number.kind, None) for number in numbers])
    asked = [number.e164 for number in numbers]
    return {e164 for e164, each in known(db, asked).items() if each.workspace == workspace and each.is_owned}


def remove(db: Db, numbers: Sequence[E164], now: datetime) -> set[E164]:
    """Take numbers out of the pool that nobody holds or has, whoever they are kept for. Those are handed back."""
    gone = {"status": Status.REMOVED, "available_at": None, "workspace": None, "hold": None, "port_order": None}
    waiting = (NumberRow.e164.in_(numbers), NumberRow.available_at <= now)
    removed = update(NumberRow).where(*waiting).values(**gone, **NOT_IMPORTED).returning(NumberRow.e164)
    return set(map(E164, db.scalars(removed)))


def every(db: Db) -> Iterator[PoolNumber]:
    """All that is in the pool, also what is held or rests, in order; a thousand are in memory at a time."""
    some, last = _in_pool().order_by(NumberRow.e164).limit(_AT_A_TIME), ""
    while rows := db.execute(some.where(NumberRow.e164 > last)).all():
        for each in rows:
            yield PoolNumber(
                e164=E164(each.e164),
                place=Place(country=each.country, region=each.region, city=each.city),
                kind=Kind(each.kind),
                kept_for=WorkspaceId(each.kept_for) if each.kept_for else None,
                note=each.note,
            )
        last = rows[-1].e164


def count_places(db: Db, workspace: WorkspaceId, within: Place | None) -> int:
    """At how many places there are or were numbers that a workspace may have; of each kind by itself."""
    places = _places(within).subquery()
    return db.scalar(select(func.count()).select_from(places), {"of_workspace": workspace}) or 0


def by_place(
    db: Db, workspace: WorkspaceId, within: Place | None, now: datetime, *, limit: int, offset: int = 0
) -> list[StockCount]:
    """How many numbers that a workspace may have are at some of these places, by country, region, city and kind."""
    some = _places(within).order_by(*(PoolPlaceRow.__table__.c[name] for name in _SAME_PLACE))
    places = some.limit(limit).offset(offset).subquery("places")
    later = NumberRow.available_at > now
    counts = {
        "free": NumberRow.available_at <= now,
        "held": and_(later, NumberRow.status == Status.HELD),
        "resting": and_(later, NumberRow.status == Status.RESTING),
    }
    counted = (_count_at(places, which).label(name) for name, which in counts.items())
    rows = db.execute(
        select(places, *counted).order_by(*(places.c[name] for name in _SAME_PLACE)), {"of_workspace": workspace}
    )
    return [
        StockCount(
            place=Place(country=each.country, region=each.region, city=each.city),
            kind=Kind(each.kind),
            free=each.free,
            held=each.held,
            resting=each.resting,
        )
        for each in rows
    ]


def _places(within: Place | None) -> Select[Any]:
    places = select(*(PoolPlaceRow.__table__.c[name] for name in _SAME_PLACE))
    return places.where(_may_have(PoolPlaceRow.kept_for), *_in(within)).distinct()


def _in(within: Place | None) -> list[ColumnElement[bool]]:
    if within is None:
        return []
    said = {"country": within.country, "region": within.region, "city": within.city}
    return [PoolPlaceRow.__table__.c[name] == value for name, value in said.items() if value]


def _count_at(places: Any, which: ColumnElement[bool]) -> Any:
    here = [NumberRow.__table__.c[name] == places.c[name] for name in _SAME_PLACE]
    some = select(literal(1)).select_from(NumberRow).where(*here, _may_have(NumberRow.kept_for), which)
    counted = some.limit(MOST_COUNTED + 1).correlate(places).subquery()
    return select(func.count()).select_from(counted).scalar_subquery()


def _may_have(kept_for: Any) -> ColumnElement[bool]:
    allowed: ColumnElement[bool] = kept_for.in_([literal(ANYBODY), OF_WORKSPACE])
    return allowed


def _can_be_had_by(workspace: WorkspaceId, now: datetime) -> ColumnElement[bool]:
    kept = or_(NumberRow.kept_for == ANYBODY, NumberRow.kept_for == workspace)
    return and_(kept, NumberRow.available_at <= now)


def _in_pool() -> Select[Any]:
    names = ("e164", *_SAME_PLACE, "kept_for", "note")
    of_pool = (NumberRow.available_at.is_not(None), ~is_carriers())
    return select(*(NumberRow.__table__.c[name] for name in names)).where(*of_pool)


def _in_service(number: InService, workspace: WorkspaceId) -> dict[str, Any]:
    return {
        "e164": number.e164,
        "country": number.place.country,
        "region": number.place.region,
        "city": number.place.city,
        "kind": number.kind,
        "status": Status.RESTING if number.rests_until else Status.ACQUIRED,
        "available_at": number.rests_until,
        "workspace": workspace,
        "hold": None,
        "port_order": None,
        "note": number.note,
        "imported_as": number.imported_as,
        "got_by": number.got_by,
        "got_at": number.got_at,
        "ease": ease(number.e164),
    }

"""What can be had and looks as is asked, in order, however large the pool is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from phonenumbers import country_code_for_region
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    Integer,
    Row,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    tuple_,
)

from store.base import Utc
from store.numbers import named
from store.numbers.available import in_order, only_checked, to_be_had
from store.numbers.digits import groups, indexed, matches, ranges
from store.numbers.ease import ease
from store.numbers.rows import place_of
from store.numbers.table import NumberRow
from store.numbers.types import Counted, Cursor
from store.session import Db
from store.types import Criteria, Place, WorkspaceId

MOST_COUNTED = 10_000  # who searches wants to know whether there are enough
MOST_LOOKED_AT = 40_000  # numbers whose digits are looked at one by one, and that twice

_Ranges = tuple[tuple[str, str], ...]  # of numbers, each from one to before another

_NUMBERS = NumberRow.__table__
_LAST = _NUMBERS.alias("last")
_PLACE = (_LAST.c.country, _LAST.c.region, _LAST.c.city, _LAST.c.kept_for)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Some of what can be had, in an order of its own: the easy numbers by points, before the others by place."""

    easy: bool | None = None  # None: all, easy or not

    def order(self, of: FromClause) -> tuple[ColumnElement[Any], ...]:
        """What its numbers are ordered by."""
        return (of.c.ease.desc(), of.c.e164) if self.easy else in_order(of)

    def has(self, of: FromClause) -> list[ColumnElement[bool]]:
        """What is true of its numbers."""
        return [] if self.easy is None else [of.c.ease > 0 if self.easy else of.c.ease == 0]

    def follows(self, of: FromClause) -> ColumnElement[bool]:
        """What is true of its numbers after those of a page, of which the last is given."""
        if self.easy:
            points: BindParameter[int] = bindparam("last_ease")
            last: BindParameter[str] = bindparam("last_e164")
            return or_(of.c.ease < points, and_(of.c.ease == points, of.c.e164 > last))
        where = (select(column).where(_LAST.c.e164 == bindparam("last_e164")).scalar_subquery() for column in _PLACE)
        return tuple_(*in_order(of)) > tuple_(*where, bindparam("last_at", type_=Utc()), bindparam("last_e164"))


def count(db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime, *, most: int = MOST_COUNTED) -> Counted:
    """How many can be had and look so, by a workspace. No more than `most` are counted."""
    return _count_in(db, workspace, wanted, now, _where(db, workspace, wanted), most)


def _count_in(
    db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime, where: _Ranges, most: int = MOST_COUNTED
) -> Counted:
    given = {"now": now, "of_workspace": workspace, "at_most": most + 1}
    number = db.scalar(_count(db.dialect.name, wanted, where), given) or 0
    return _counted(db, workspace, wanted, now, where, number, most)


def _counted(
    db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime, where: _Ranges, number: int, most: int
) -> Counted:
    is_cut = number <= most and _is_cut(db, workspace, wanted, now, where)
    return Counted(number=min(number, most), more=number > most, looked_at=MOST_LOOKED_AT if is_cut else 0)


def cities(db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime, *, limit: int) -> list[Place]:
    """The first cities, in order, of up to MOST_COUNTED numbers that can be had and match a pattern."""
    where = _where(db, workspace, wanted)
    by_index = bool(where or groups(wanted.digits))
    found = _matching(db.dialect.name, wanted, _Stretch(), where, goes_on=False, by_index=by_index).subquery()
    place = (found.c.country, found.c.region, found.c.city)
    some: Select[Any] = select(*place).where(found.c.city != "").distinct().order_by(*place).limit(limit)
    given = {"now": now, "of_workspace": workspace, "at_most": MOST_COUNTED}
    return [place_of(row) for row in db.execute(some, given)]


def find_in_order(
    db: Db,
    workspace: WorkspaceId,
    wanted: Criteria,
    as_of: datetime,
    *,
    limit: int,
    offset: int,
    ended: Cursor | None,
) -> tuple[Counted, Sequence[Row[Any]]]:
    """Some that match: by country, region and city, within a city those unused longest first; easy ones before all.

    They come after where a page `ended`. How many match in all is handed back, too; of more than MOST_COUNTED that
    the index of digits finds, those that it finds first.
    """
    given = {"now": as_of, "of_workspace": workspace, **_given(ended)}
    where = _where(db, workspace, wanted)
    by_index, goes_on = bool(where or groups(wanted.digits)), ended is not None
    if any(wanted.digits.patterns) and not wanted.digits.easy and (by_index or not goes_on):
        # What looks so is counted and shown at one go.
        found = _matching(db.dialect.name, wanted, _Stretch(), where, goes_on=goes_on, by_index=by_index)
        rows = db.execute(found, given | {"at_most": offset + limit}).all()
        if rows or not (offset or goes_on):
            hits = rows[0].hits if rows else 0
            return _counted(db, workspace, wanted, as_of, where, hits, MOST_COUNTED), rows[offset:]
    total = _count_in(db, workspace, wanted, as_of, where)
    # Of too many not all are looked at, and so not the easiest.
    by_index = by_index and not (total.more or total.gave_up)
    several: list[Row[Any]] = []
    for stretch in _stretches(wanted, ended):
        missing = offset + limit - len(several)
        if missing > 0:
            found = _matching(db.dialect.name, wanted, stretch, where, goes_on=goes_on, by_index=by_index)
            several += db.execute(found, given | {"at_most": missing})
            goes_on = False
    return total, several[offset:]


def _where(db: Db, workspace: WorkspaceId, wanted: Criteria) -> _Ranges:
    """Where all numbers are that start so, if a range tells it sooner than the index of digits or that of a city."""
    in_city = wanted.place is not None and wanted.place.city
    if not wanted.digits.starts or in_city or groups(wanted.digits):
        return ()
    countries = [wanted.place.country] if wanted.place else named.countries(db, workspace)
    return ranges(wanted.digits, set(map(country_code_for_region, countries)))


def _stretches(wanted: Criteria, ended: Cursor | None) -> list[_Stretch]:
    """Those that are left after a page."""
    if not wanted.digits.easy:
        return [_Stretch()]
    return [_Stretch(easy=easy) for easy in (True, False) if not easy or ended is None or ease(ended.e164)]


def _given(ended: Cursor | None) -> dict[str, Any]:
    if ended is None:
        return {}
    return {"last_e164": ended.e164, "last_at": ended.available_at, "last_ease": ease(ended.e164)}


# What is asked again and again is built once: SQLAlchemy takes longer to build a statement than to run it.
@lru_cache(maxsize=1000)
def _count(dialect: str, wanted: Criteria, where: _Ranges) -> Select[Any]:
    by_index = bool(where or groups(wanted.digits))
    found = _matching(dialect, wanted, _Stretch(), where, goes_on=False, by_index=by_index)
    return select(func.count()).select_from(found.subquery())


@lru_cache(maxsize=1000)
def _matching(
    dialect: str, wanted: Criteria, stretch: _Stretch, where: _Ranges, *, goes_on: bool, by_index: bool
) -> Select[Any]:
    """Some of a stretch of what can be had and looks so, in order; where it `goes_on`, from where a page ended."""

    def ordered(what: Select[Any], of: FromClause) -> Select[Any]:
        follows = [stretch.follows(of)] if goes_on else []
        return what.where(*stretch.has(of), *follows).order_by(*stretch.order(of))

    at_most = bindparam("at_most", type_=Integer())
    can_be_had = ordered(select(*_NUMBERS.c).where(*to_be_had(wanted)), _NUMBERS)
    if not any(wanted.digits.patterns):
        return can_be_had.limit(at_most)
    if by_index and not where:
        hits = _hits(dialect, wanted).limit(MOST_COUNTED + 1).cte("hits")
    else:
        some = _within(where) if by_index else can_be_had
        looked_at = some.limit(MOST_LOOKED_AT).subquery("looked_at")
        which = to_be_had(wanted, looked_at) if by_index else []
        hits = select(looked_at).where(*which, *matches(wanted.digits, looked_at.c.e164)).cte("hits")
    number = select(func.count()).select_from(hits).scalar_subquery()
    return ordered(select(hits, number.label("hits")), hits).limit(at_most)


def _hits(dialect: str, wanted: Criteria) -> Select[Any]:
    """What the index of digits finds, in no order."""
    those = only_checked(dialect, *to_be_had(wanted), *matches(wanted.digits, _NUMBERS.c.e164))
    return select(*_NUMBERS.c).where(indexed(dialect, groups(wanted.digits)), those)


def _within(where: _Ranges) -> Select[Any]:
    """All that is in some ranges of numbers, in no order."""
    in_some = (and_(_NUMBERS.c.e164 >= first, _NUMBERS.c.e164 < after) for first, after in where)
    return select(*_NUMBERS.c).where(or_(*in_some))


def _is_cut(db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime, where: _Ranges) -> bool:
    """Whether there are more numbers than are looked at."""
    if groups(wanted.digits) or not any(wanted.digits.patterns):
        return False
    every = select(_NUMBERS.c.e164).where(*to_be_had(wanted)).order_by(*in_order(_NUMBERS))
    looked_at = _within(where).with_only_columns(_NUMBERS.c.e164) if where else every
    return db.scalar(looked_at.limit(1).offset(MOST_LOOKED_AT), {"now": now, "of_workspace": workspace}) is not None

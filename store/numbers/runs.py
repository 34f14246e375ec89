"""Runs: numbers of one place that follow each other without a gap and can all be had."""

from dataclasses import replace
from datetime import datetime
from typing import Any, TypeGuard

from sqlalchemy import BigInteger, Select, cast, func, literal, select, tuple_

from store.numbers.available import in_order, to_be_had
from store.numbers.digits import matches
from store.numbers.rows import place_of
from store.numbers.table import NumberRow
from store.numbers.types import Run
from store.session import Db
from store.types import E164, Criteria, Place, WorkspaceId

_NUMBERS = NumberRow.__table__
_PLACE = (_NUMBERS.c.country, _NUMBERS.c.region, _NUMBERS.c.city)
MOST_LOOKED_AT = 100_000  # numbers, which SQLite puts in a row in a tenth of a second


def find_runs(
    db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime, *, limit: int, ended: E164 | None = None
) -> list[Run]:
    """Some of the longest runs there are, none shorter than is wanted, by place and number.

    They begin after the run whose first number `ended` a page. No more than MOST_LOOKED_AT numbers are looked at.
    """
    rows = db.execute(_runs(wanted, ended).limit(limit), {"now": now, "of_workspace": workspace})
    here = wanted.place if _is_city(wanted.place) else None
    return [Run(first=E164(f"+{row.first}"), size=row.size, place=here or place_of(row)) for row in rows]


def is_cut(db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime) -> bool:
    """Whether there are more numbers than are looked at."""
    further = _there(wanted).limit(1).offset(MOST_LOOKED_AT)
    return db.execute(further, {"now": now, "of_workspace": workspace}).first() is not None


def longest_run(db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime) -> int:
    """How many numbers the longest run has; 0 where nothing can be had."""
    runs = _runs(replace(wanted, digits=replace(wanted.digits, in_a_row=1)), None).subquery()
    return db.scalar(select(func.max(runs.c.size)), {"now": now, "of_workspace": workspace}) or 0


def _there(wanted: Criteria) -> Select[Any]:
    """All of them in order, with what the index has of each."""
    return select(*_PLACE, _NUMBERS.c.e164).where(*to_be_had(wanted)).order_by(*in_order(_NUMBERS))


def _runs(wanted: Criteria, ended: E164 | None) -> Select[Any]:
    """Runs by their first numbers; with their places, unless all are in the same city."""
    looked_at = _there(wanted).limit(MOST_LOOKED_AT).subquery("looked_at")
    value = cast(func.substr(looked_at.c.e164, 2), BigInteger)
    place = () if _is_city(wanted.place) else (looked_at.c.country, looked_at.c.region, looked_at.c.city)
    # Numbers less their rank are equal as long as they follow each other.
    rank = func.row_number().over(partition_by=place, order_by=value)
    fitting = select(*place, value.label("value"), (value - rank).label("run"))
    ranked = fitting.where(*matches(wanted.digits, looked_at.c.e164)).subquery("ranked")
    of = [ranked.c[column.name] for column in place]
    first = func.min(ranked.c.value)
    found = select(*of, first.label("first"), func.count().label("size")).group_by(*of, ranked.c.run)
    found = found.having(func.count() >= wanted.digits.in_a_row).order_by(*of, first)
    if ended is None:
        return found
    key = [select(_NUMBERS.c[column.name]).where(_NUMBERS.c.e164 == ended).scalar_subquery() for column in place]
    return found.having(tuple_(*of, first) > tuple_(*key, literal(int(ended[1:]))))


def _is_city(place: Place | None) -> TypeGuard[Place]:
    return place is not None and bool(place.city)

"""The numbers that differ least from one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from store.numbers.available import in_order, only_checked, to_be_had
from store.numbers.digits import matches, national
from store.numbers.reading import kept
from store.numbers.table import NumberRow
from store.session import Db
from store.types import E164, Criteria, WorkspaceId

MOST_LOOKED_AT = 10_000  # numbers on each side, whosever they are
_MOST_IN_CITY = 100_000

_NUMBERS = NumberRow.__table__


def in_its_place(db: Db, wanted: Criteria) -> Criteria:
    """The same; what is near a number is in that number's place, where nobody says another and the desk knows it."""
    near = wanted.digits.near
    known = kept(db, [near]) if near and wanted.place is None else []
    return replace(wanted, place=known[0].place) if known else wanted


def find_nearest(
    db: Db,
    workspace: WorkspaceId,
    wanted: Criteria,
    near: E164,
    now: datetime,
    *,
    limit: int,
    ended: E164 | None = None,
) -> tuple[list[Row[Any]], bool]:
    """Those that can be had and look so, of the same calling code and as many digits, that differ least from `near`.

    Of two that do, the lower comes first. They begin after the one where a page `ended`. Says too whether it gave up:
    whether others may be nearer.
    """
    value = int(near[1:])
    distance = abs(int(ended[1:]) - value) if ended else 0
    above = value + distance + (1 if ended and ended >= near else 0)
    given = {"now": now, "of_workspace": workspace}
    rows, gave_up = _in_city(db, wanted, near, f"+{above}", f"+{value - distance}", limit, given)
    if gave_up:
        sides = [(True, f"+{above}"), (False, f"+{value - distance}")]
        found = [_beside(db, wanted, near, start, limit, given, is_above=is_above) for is_above, start in sides]
        rows, gave_up = [row for some, _ in found for row in some], any(is_cut for _, is_cut in found)
    rows.sort(key=lambda row: (abs(int(row.e164[1:]) - value), row.e164))
    return rows[:limit], gave_up


def _beside(
    db: Db, wanted: Criteria, near: E164, start: str, limit: int, given: Mapping[str, Any], *, is_above: bool
) -> tuple[Sequence[Row[Any]], bool]:
    """Some on one side, and whether others lie beyond the numbers that are looked at."""
    side = _NUMBERS.c.e164 >= start if is_above else _NUMBERS.c.e164 < start
    order = _NUMBERS.c.e164.asc() if is_above else _NUMBERS.c.e164.desc()
    edge = db.scalar(select(_NUMBERS.c.e164).where(side).order_by(order).limit(1).offset(MOST_LOOKED_AT))
    within = [] if edge is None else [_NUMBERS.c.e164 <= edge if is_above else _NUMBERS.c.e164 >= edge]
    fitting = only_checked(db.dialect.name, *to_be_had(wanted), *_looks_so(wanted, near, _NUMBERS.c.e164))
    found = db.execute(select(_NUMBERS).where(side, *within, fitting).order_by(order).limit(limit), given).all()
    return found, edge is not None and len(found) < limit


def _in_city(
    db: Db, wanted: Criteria, near: E164, above: str, below: str, limit: int, given: Mapping[str, Any]
) -> tuple[list[Row[Any]], bool]:
    """Some on both sides of all in a city, and whether it has more than are looked at; or this is no city."""
    if not wanted.place or not wanted.place.city:
        return [], True
    there = select(_NUMBERS).where(*to_be_had(wanted)).order_by(*in_order(_NUMBERS))
    looked_at = there.limit(_MOST_IN_CITY).subquery("looked_at")
    e164 = looked_at.c.e164
    if db.execute(there.limit(1).offset(_MOST_IN_CITY), given).first():
        return [], True
    rows: list[Row[Any]] = []
    for side, order in ((e164 >= above, e164.asc()), (e164 < below, e164.desc())):
        fitting = select(looked_at).where(side, *_looks_so(wanted, near, e164))
        rows += db.execute(fitting.order_by(order).limit(limit), given)
    return rows, False


def _looks_so(wanted: Criteria, near: E164, e164: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """A longer or shorter number is not near, nor one of another country's code, though it may stand there in order."""
    code = near.removesuffix(national(near))
    return [func.length(e164) == len(near), e164.startswith(code), *matches(wanted.digits, e164)]

"""What can be had and looks as is asked, in order, however large the pool is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, Select, and_, func, literal, or_, select, tuple_
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from store.base import Utc
from store.numbers.available import in_order, to_be_had
from store.numbers.digits import groups, indexed, matches
from store.numbers.ease import ease
from store.numbers.table import NumberRow
from store.numbers.types import Counted, Cursor
from store.session import Db
from store.types import Criteria, WorkspaceId

MOST_COUNTED = 10_000  # who searches wants to know whether there are enough
MOST_LOOKED_AT = 200_000  # numbers whose digits are looked at one by one: a third of a second

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

    def follows(self, of: FromClause, ended: Cursor | None) -> list[ColumnElement[bool]]:
        """What is true of its numbers after those of a page."""
        if ended is None:
            return []
        if self.easy:
            points = ease(ended.e164)
            return [or_(of.c.ease < points, and_(of.c.ease == points, of.c.e164 > ended.e164))]
        where = (select(column).where(_LAST.c.e164 == ended.e164).scalar_subquery() for column in _PLACE)
        return [tuple_(*in_order(of)) > tuple_(*where, literal(ended.available_at, Utc()), literal(ended.e164))]


def count(db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime, *, most: int = MOST_COUNTED) -> Counted:
    """How many can be had and look so, by a workspace. No more than `most` are counted."""
    found = _matching(db.dialect.name, wanted, _Stretch(), by_index=bool(groups(wanted.digits)))
    number = (
        db.scalar(
            select(func.count()).select_from(found.limit(most + 1).subquery()), {"now": now, "of_workspace": workspace}
        )
        or 0
    )
    return Counted(
        number=min(number, most), more=number > most, gave_up=number <= most and _is_cut(db, workspace, wanted, now)
    )


def find_in_order(
    db: Db,
    workspace: WorkspaceId,
    wanted: Criteria,
    total: Counted,
    as_of: datetime,
    *,
    limit: int,
    offset: int,
    ended: Cursor | None,
) -> Sequence[Row[Any]]:
    """Some that match: by country, region and city, within a city those unused longest first; easy ones before all.

    They come after where a page `ended`. `total` is what was counted.
    """
    by_index = bool(groups(wanted.digits)) and not total.more
    rows: list[Row[Any]] = []
    for stretch in _stretches(wanted, ended):
        missing = offset + limit - len(rows)
        if missing > 0:
            found = _matching(db.dialect.name, wanted, stretch, ended, by_index=by_index)
            rows += db.execute(found.limit(missing), {"now": as_of, "of_workspace": workspace})
            ended = None
    return rows[offset:]


def _stretches(wanted: Criteria, ended: Cursor | None) -> list[_Stretch]:
    """Those that are left after a page."""
    if not wanted.digits.easy:
        return [_Stretch()]
    return [_Stretch(easy=easy) for easy in (True, False) if not easy or ended is None or ease(ended.e164)]


def _matching(
    dialect: str, wanted: Criteria, stretch: _Stretch, ended: Cursor | None = None, *, by_index: bool
) -> Select[Any]:
    """A stretch of what can be had and looks so, in order."""

    def ordered(what: Select[Any], of: FromClause) -> Select[Any]:
        return what.where(*stretch.has(of), *stretch.follows(of, ended)).order_by(*stretch.order(of))

    can_be_had = ordered(select(*_NUMBERS.c).where(*to_be_had(wanted)), _NUMBERS)
    if not any(wanted.digits.patterns):
        return can_be_had
    if by_index:
        hits = _hits(dialect, wanted).limit(MOST_COUNTED + 1).cte("hits")
        return ordered(select(hits), hits)
    looked_at = can_be_had.limit(MOST_LOOKED_AT).subquery("looked_at")
    return select(looked_at).where(*matches(wanted.digits, looked_at.c.e164)).order_by(*stretch.order(looked_at))


def _hits(dialect: str, wanted: Criteria) -> Select[Any]:
    """What the index of digits finds, in no order."""
    those = and_(*to_be_had(wanted), *matches(wanted.digits, _NUMBERS.c.e164))
    if dialect == "sqlite":
        # It knows nothing of how rare four digits are, and would go by kind or place through half of all numbers.
        those = UnaryExpression(those.self_group(), operator=custom_op("+"))
    return select(*_NUMBERS.c).where(indexed(dialect, groups(wanted.digits)), those)


def _is_cut(db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime) -> bool:
    """Whether there are more numbers than are looked at."""
    if groups(wanted.digits) or not any(wanted.digits.patterns):
        return False
    further = select(_NUMBERS.c.e164).where(*to_be_had(wanted)).order_by(*in_order(_NUMBERS))
    return db.scalar(further.limit(1).offset(MOST_LOOKED_AT), {"now": now, "of_workspace": workspace}) is not None

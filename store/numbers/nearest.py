"""The numbers that differ least from one."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from store.numbers.available import to_be_had
from store.numbers.digits import matches
from store.numbers.table import NumberRow
from store.session import Db
from store.types import E164, Criteria, WorkspaceId

_NUMBERS = NumberRow.__table__


def find_nearest(
    db: Db,
    workspace: WorkspaceId,
    wanted: Criteria,
    near: E164,
    now: datetime,
    *,
    limit: int,
    ended: E164 | None = None,
) -> list[Row[Any]]:
    """Those that can be had and look so, of as many digits, that differ least from `near`; of two that do, the lower.

    They begin after the one where a page `ended`.
    """
    value = int(near[1:])
    distance = abs(int(ended[1:]) - value) if ended else 0
    above = value + distance + (1 if ended and ended >= near else 0)
    beside = [
        _beyond(wanted, near, _NUMBERS.c.e164 >= f"+{above}", _NUMBERS.c.e164),
        _beyond(wanted, near, _NUMBERS.c.e164 < f"+{value - distance}", _NUMBERS.c.e164.desc()),
    ]
    rows: list[Row[Any]] = [
        row for found in beside for row in db.execute(found.limit(limit), {"now": now, "of_workspace": workspace})
    ]
    rows.sort(key=lambda row: (abs(int(row.e164[1:]) - value), row.e164))
    return rows[:limit]


def _beyond(wanted: Criteria, near: E164, side: ColumnElement[bool], order: ColumnElement[Any]) -> Select[Any]:
    """Those on one side. A longer or shorter number is not near, though it may stand there in order."""
    as_long = func.length(_NUMBERS.c.e164) == len(near)
    matching = matches(wanted.digits, _NUMBERS.c.e164)
    return select(_NUMBERS).where(*to_be_had(wanted), side, as_long, *matching).order_by(order)

"""When: leases, pauses, and what has been reached by a clock that may have been set back."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, bindparam, or_

from store.base import Utc

LEASE = timedelta(seconds=30)  # renewed as long as its sender lives
LONGEST_WAIT = timedelta(minutes=5)  # further ahead nothing is ever put

_NOW: BindParameter[datetime] = bindparam("real_now", type_=Utc())
_FAR: BindParameter[datetime] = bindparam("real_far", type_=Utc())


def was_reached(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether a time has come, at a moment whose `times` the statement is given.

    What is further ahead than anything is ever put was written by a clock that has been set back since.
    """
    return or_(column <= _NOW, column > _FAR)


def times(now: datetime) -> dict[str, Any]:
    """What a statement with `was_reached` is given."""
    return {"real_now": now, "real_far": now + LONGEST_WAIT}


def pause(failures: int) -> timedelta:
    """How long to wait after so many failures in a row: a second, then two, four and so on, up to LONGEST_WAIT."""
    return min(timedelta(seconds=2 ** min(max(failures, 1) - 1, 10)), LONGEST_WAIT)

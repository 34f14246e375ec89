"""When there is something to do by the clock: all that may be due is asked for at once, in one statement."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, select

NextDue = Select[Any]  # of one time in one row, the earliest; no row: never


def at_once(asked: Iterable[NextDue]) -> Select[Any]:
    """One question for all of these: its only row has the time of each, in order; None: never."""
    return select(*(each.scalar_subquery().label(f"due_{number}") for number, each in enumerate(asked)))

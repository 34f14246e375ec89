"""What can be had: the one test of it, here and everywhere, and the order in which numbers are shown and taken."""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, FromClause, and_, bindparam, literal
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from store.numbers.table import ANYBODY, NumberRow
from store.types import Criteria, WorkspaceId

_NUMBERS: FromClause = NumberRow.__table__

NOW: BindParameter[datetime] = bindparam("now")
OF_WORKSPACE: BindParameter[WorkspaceId] = bindparam("of_workspace")


def in_order(of: FromClause) -> tuple[ColumnElement[Any], ...]:
    """What numbers are ordered by, as an index has them.

    By place; within one those that any workspace may have come first, and of them those unused longest.
    """
    return of.c.country, of.c.region, of.c.city, of.c.kept_for, of.c.available_at, of.c.e164


def to_be_had(wanted: Criteria, of: FromClause = _NUMBERS) -> list[ColumnElement[bool]]:
    """What is true of numbers of this kind and place that OF_WORKSPACE can have at NOW."""
    matches = [of.c.kind == wanted.kind, is_to_be_had(of)]
    if wanted.place:
        matches.append(of.c.country == wanted.place.country)
        if wanted.place.region or wanted.place.city:
            matches.append(of.c.region == wanted.place.region)
        if wanted.place.city:
            matches.append(of.c.city == wanted.place.city)
    return matches


def is_to_be_had(of: FromClause = _NUMBERS) -> ColumnElement[bool]:
    """Whether a number can be had at NOW, and is not kept for another workspace than OF_WORKSPACE."""
    # In two values rather than with OR, so that the index gives those of a city in order.
    return of.c.kept_for.in_([literal(ANYBODY), OF_WORKSPACE]) & (of.c.available_at <= NOW)


def only_checked(dialect: str, *which: ColumnElement[bool]) -> ColumnElement[bool]:
    """All of these, of numbers that are found by something else.

    SQLite knows nothing of how rare that is, and would go by kind or place through half of all numbers.
    """
    those = and_(*which)
    return UnaryExpression(those.self_group(), operator=custom_op("+")) if dialect == "sqlite" else those

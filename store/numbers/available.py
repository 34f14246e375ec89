"""What can be had: the one test of it, here and everywhere, and the order in which numbers are shown and taken."""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, FromClause, bindparam

from store.numbers.table import NumberRow
from store.types import Criteria

NOW: BindParameter[datetime] = bindparam("now")


def in_order(of: FromClause) -> tuple[ColumnElement[Any], ...]:
    """What numbers are ordered by, as an index has them: by place, and within one those unused longest first."""
    return of.c.country, of.c.region, of.c.city, of.c.available_at, of.c.e164


def to_be_had(wanted: Criteria) -> list[ColumnElement[bool]]:
    """What is true of numbers of this kind and place that can be had at NOW; nothing is asked of their digits."""
    matches = [NumberRow.kind == wanted.kind, NumberRow.available_at <= NOW]
    if wanted.place:
        matches.append(NumberRow.country == wanted.place.country)
        if wanted.place.region or wanted.place.city:
            matches.append(NumberRow.region == wanted.place.region)
        if wanted.place.city:
            matches.append(NumberRow.city == wanted.place.city)
    return matches

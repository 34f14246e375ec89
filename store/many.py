"""Thousands of numbers in one statement, as one parameter: as one each they take long, on PostgreSQL seconds."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, String, any_, bindparam, func, insert, literal, select
from sqlalchemy.dialects.postgresql import ARRAY

from store.base import Base
from store.session import Db
from store.types import E164


def among(db: Db, column: ColumnElement[str], numbers: Collection[E164]) -> ColumnElement[bool]:
    """Whether a column has one of these numbers."""
    return (
        column == any_(_array(numbers)) if db.dialect.name == "postgresql" else column.in_(select(_each(db, numbers)))
    )


def insert_each(db: Db, table: type[Base], numbers: Collection[E164], same: Mapping[str, Any]) -> None:
    """Write a row for each of these numbers, which say the same beside it."""
    if numbers:
        rows = select(_each(db, numbers), *map(literal, same.values()))
        db.execute(insert(table).from_select(["e164", *same], rows))


def _each(db: Db, numbers: Collection[E164]) -> ColumnElement[Any]:
    """The numbers, each in a row."""
    if db.dialect.name == "postgresql":
        return func.unnest(_array(numbers))
    return func.json_each(json.dumps(list(numbers))).table_valued("value").c.value


def _array(numbers: Collection[E164]) -> Any:
    return bindparam(None, list(numbers), ARRAY(String))

"""What tables are made of: their base class, the types of columns, checks and partial indexes."""

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    String,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase


class Utc(TypeDecorator[datetime]):
    """An aware time in UTC. SQLite keeps no zone, so it is taken off on the way in and put on again on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """An aware time as the engine keeps it."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (the signature is SQLAlchemy's)
        """What the engine has kept, as an aware time in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """What each row is. Constraints are named after their table, so that migrations and errors can tell which it is."""

    metadata = MetaData(
        naming_convention={
            "pk": "%(table_name)s_pk",
            "fk": "%(table_name)s_%(column_0_name)s_fk",
            "ck": "%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)
        datetime: Utc(),
        str: String(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
        Decimal: Numeric(14, 2),
        bytes: LargeBinary(),
    }


# SQLite numbers rows by itself only in a column typed exactly INTEGER.
AutoId = BigInteger().with_variant(Integer(), "sqlite")


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of those rows alone of which `where`, as SQL on both engines, is true."""
    return Index(name, *columns, unique=unique, sqlite_where=text(where), postgresql_where=text(where))


def one_of(column: str, values: Iterable[str]) -> str:
    """SQL that is true where a column has one of these values, in the order given: an enum's, or some of them.

    They are put between quotation marks as they are, so they are words of ours and never a member's.
    """
    return f"{column} IN ({_listed(values)})"


def none_of(column: str, values: Iterable[str]) -> str:
    """SQL that is true where a column has a value, and none of these."""
    return f"{column} NOT IN ({_listed(values)})"


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"'{value}'" for value in values)

"""What tables are made of: their base class, the types of columns, checks and partial indexes."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from types import UnionType
from typing import Any, ClassVar, NamedTuple, Self, get_args

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    FromClause,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    String,
    Table,
    TypeDecorator,
    text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine


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


_TYPES: Mapping[Any, TypeEngine[Any]] = {
    bool: Boolean(),
    int: Integer(),
    str: String(),
    datetime: Utc(),
    Decimal: Numeric(14, 2),
    bytes: LargeBinary(),
    dict[str, Any]: JSON(),
    list[str]: JSON(),
}


class Base:
    """What each row is: a table, whose columns a class declares by their types, and is asked for by their names.

    A class stands for its table in any statement. It is no mapped class, for no object is ever made of a row: that
    took each process a seventh of its start, and each statement half as long again. Constraints are named after their
    table, so that migrations and errors can tell which it is.
    """

    metadata: ClassVar = MetaData(
        naming_convention={
            "pk": "%(table_name)s_pk",
            "fk": "%(table_name)s_%(column_0_name)s_fk",
            "ck": "%(table_name)s_%(constraint_name)s",
        }
    )
    __tablename__: ClassVar[str]
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = ()
    __table_options__: ClassVar[Mapping[str, Any]] = {}
    __table__: ClassVar[FromClause]

    def __init_subclass__(cls) -> None:
        if "__table__" not in vars(cls):
            columns = (_named(name, declared, vars(cls).get(name)) for name, declared in cls.__annotations__.items())
            cls.__table__ = Table(
                cls.__tablename__, cls.metadata, *columns, *cls.__table_args__, **cls.__table_options__
            )
        for name, made in cls.__table__.c.items():
            setattr(cls, name, made)

    @classmethod
    def __clause_element__(cls) -> FromClause:
        """What SQLAlchemy takes the class for."""
        return cls.__table__

    @classmethod
    def aliased(cls) -> type[Self]:
        """The same table once more in one statement."""
        return type(cls.__name__, (cls,), {"__table__": cls.__table__.alias()})


def column(*of: Any, **options: Any) -> Any:
    """A column that is more than its type: a key, say, or one with a default. Takes what sqlalchemy.Column takes."""
    return _Column(of, options)


class _Column(NamedTuple):
    of: tuple[Any, ...]
    options: dict[str, Any]


def _named(name: str, declared: Any, made: _Column | None) -> Column[Any]:
    """The column that is declared so, as in `reason: ColumnElement[str | None]`."""
    of, options = made or _Column((), {})
    (kind,) = get_args(declared)
    may_be_none = isinstance(kind, UnionType)
    if not of or isinstance(of[0], ForeignKey):
        of = (_TYPES[get_args(kind)[0] if may_be_none else kind], *of)
    return Column(name, *of, nullable=may_be_none, **options)


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

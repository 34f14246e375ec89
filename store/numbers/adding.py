"""Rows of numbers that are new, and of the places that they are in."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, Select, String, bindparam, column, func, select, table, true
from sqlalchemy import insert as insert_row
from sqlalchemy.exc import IntegrityError

from store.numbers.ease import ease
from store.numbers.table import ANYBODY, NumberRow, PoolPlaceRow
from store.numbers.types import PoolNumber, Status
from store.session import Db
from store.spelling import fold
from store.types import Kind, Place, WorkspaceId
from store.upsert import insert

NOT_IMPORTED: Mapping[str, None] = {"imported_as": None, "got_by": None, "got_at": None}

_NUMBERS = NumberRow.__table__

Spot = tuple[Place, Kind, WorkspaceId | None]  # where numbers are, and the only workspace that may have them


def row(number: PoolNumber, now: datetime) -> dict[str, Any]:
    """A number that can be had from now on, as the table has it."""
    place = number.place
    return {
        "e164": number.e164,
        "country": place.country,
        "region": place.region,
        "city": place.city,
        "kind": number.kind,
        "status": Status.FREE,
        "available_at": now,
        "kept_for": number.kept_for or ANYBODY,
        "note": number.note,
        "ease": ease(number.e164),
    }


def write(db: Db, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write new numbers down, as the engine takes many at once. Raises IntegrityError where one is known already."""
    if not rows:
        return
    if db.dialect.name == "sqlite":
        db.execute(insert_row(NumberRow).from_select(list(rows[0]), _from_json(rows[0])), _as_json(db, rows))
        return
    import psycopg  # which a desk on SQLite does without

    try:
        _copy(db, "numbers", rows)
    except psycopg.IntegrityError as clash:
        raise IntegrityError("COPY numbers", None, clash) from clash


def write_unless(db: Db, rows: Sequence[Mapping[str, Any]], known: ColumnElement[bool]) -> None:
    """Write numbers down, each once, as the engine takes many at once; one that is there changes where `known` is."""
    names, new = list(rows[0]), insert(db.dialect.name, NumberRow)
    anew = {name: new.excluded[name] for name in names if name != "e164"}
    if db.dialect.name == "sqlite":
        new = new.from_select(names, _from_json(names).where(true()))  # without WHERE it takes ON for that of a join
        db.execute(new.on_conflict_do_update(index_elements=["e164"], set_=anew, where=known), _as_json(db, rows))
        return
    # The rows of one transaction, which the next one does not find.
    db.exec_driver_sql("CREATE TEMPORARY TABLE incoming (LIKE numbers INCLUDING DEFAULTS) ON COMMIT DROP")
    _copy(db, "incoming", rows)
    columns = [_NUMBERS.c[name] for name in names]
    incoming = table("incoming", *(column(each.name, each.type) for each in columns))
    new = new.from_select(names, select(incoming), include_defaults=False)
    db.execute(new.on_conflict_do_update(index_elements=["e164"], set_=anew, where=known))
    db.exec_driver_sql("DROP TABLE incoming")


def _copy(db: Db, into: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """By PostgreSQL's COPY: row by row it takes six times as long."""
    connection: Any = db.connection.driver_connection
    with connection.cursor() as cursor, cursor.copy(f"COPY {into} ({', '.join(rows[0])}) FROM STDIN") as copy:
        for each in rows:
            copy.write_row([str(value) if isinstance(value, Enum) else value for value in each.values()])


def _from_json(names: Iterable[str]) -> Select[Any]:
    """Rows by one statement for SQLite: row by row its index of digits is written out once for each."""
    given = func.json_each(bindparam("rows", type_=String())).table_valued("value")
    return select(*(func.json_extract(given.c.value, f"$[{at}]").label(name) for at, name in enumerate(names)))


def _as_json(db: Db, rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The values of rows as SQLite keeps them."""
    keeps = [_NUMBERS.c[name].type.dialect_impl(db.dialect).bind_processor(db.dialect) for name in rows[0]]
    kept = [[keep(value) if keep else value for keep, value in zip(keeps, each.values(), strict=True)] for each in rows]
    return {"rows": json.dumps(kept)}


def add_places(db: Db, spots: Iterable[Spot]) -> None:
    """Write down where numbers are from now on."""
    found = {
        (place.country, place.region, place.city, str(kind), kept_for or ANYBODY) for place, kind, kept_for in spots
    }
    if found:
        names = ("country", "region", "city", "kind", "kept_for")
        rows = [dict(zip(names, each, strict=True)) for each in sorted(found)]
        rows = [{**each, "region_folded": fold(each["region"]), "city_folded": fold(each["city"])} for each in rows]
        db.execute(insert(db.dialect.name, PoolPlaceRow).on_conflict_do_nothing(), rows)

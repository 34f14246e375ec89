"""Rows of numbers that are new, and of the places that they are in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any

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
    if db.dialect.name != "postgresql":
        db.execute(insert_row(NumberRow), rows)
        return
    import psycopg  # which a desk on SQLite does without

    connection: Any = db.connection.driver_connection
    try:
        # Row by row it takes six times as long.
        with connection.cursor() as cursor, cursor.copy(f"COPY numbers ({', '.join(rows[0])}) FROM STDIN") as copy:
            for each in rows:
                copy.write_row([str(value) if isinstance(value, Enum) else value for value in each.values()])
    except psycopg.IntegrityError as clash:
        raise IntegrityError("COPY numbers", None, clash) from clash


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

"""Where the pool has numbers."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, select, tuple_

from store.numbers import matching
from store.numbers.available import to_be_had
from store.numbers.rows import place_of
from store.numbers.table import NumberRow
from store.session import Db
from store.types import Criteria, Place, WorkspaceId

_NUMBERS = NumberRow.__table__
_PLACE = (_NUMBERS.c.country, _NUMBERS.c.region, _NUMBERS.c.city)


def cities_in_stock(db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime, *, limit: int) -> list[Place]:
    """The first cities, in order, in which numbers of this kind that match the patterns can be had.

    Where there is no pattern they are asked for one after the other, each from the end of the one before: it never
    reads through the numbers of a city.
    """
    if any(wanted.digits.patterns):
        return matching.cities(db, workspace, wanted, now, limit=limit)
    cities: list[Place] = []
    these: Select[Any] = select(*_PLACE).where(*to_be_had(wanted), _NUMBERS.c.city != "").order_by(*_PLACE).limit(1)
    while len(cities) < limit:
        last = cities[-1] if cities else None
        further = [tuple_(*_PLACE) > (last.country, last.region, last.city)] if last else []
        row = db.execute(these.where(*further), {"now": now, "of_workspace": workspace}).first()
        if row is None:
            break
        cities.append(place_of(row))
    return cities

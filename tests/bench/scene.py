"""Where all is measured: a million numbers in the pool, workspaces with the largest quota, a clock that leaps."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from sqlalchemy import text

from bot.clock import real_now
from bot.local import SAMPLE
from store import numbers, workspaces
from store.numbers.types import PoolNumber
from store.places import known_places
from store.session import Db, connect
from store.types import E164, Criteria, Kind, Place, WorkspaceId
from store.workspaces.types import Licences, Workspace
from tests.databases import Databases

POOL = 1_000_000
QUICK_POOL = 100_000
SEATTLE = Criteria(place=Place(country="US", region="Washington", city="Seattle"), kind=Kind.TOLL)
ASKED = 5  # numbers in each hold
SENDERS = 8

_LICENCES = Licences(phone_system=50_000)  # the largest quota, 1,500
_LEAP = timedelta(seconds=20)  # thirty holds are live at a time
_PLACES = 1_000_000  # room for each city's numbers

# Each city's first number is there already; the others follow it.
_MULTIPLY = text("""
    INSERT INTO numbers (e164, country, region, city, kind, status, available_at)
    WITH RECURSIVE counted (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < :each - 1)
    SELECT '+999' || (CAST(substr(e164, 5) AS BIGINT) + i), country, region, city, kind, status, available_at
    FROM numbers, counted
""")


class LeapingClock:
    """Each look is a leap after the one before, so that old holds end and the quota never runs out."""

    def __init__(self) -> None:
        self._start = real_now()
        self._looks = count(1)

    def __call__(self) -> datetime:
        return self._start + next(self._looks) * _LEAP


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One engine, and how much of everything. `databases` makes those that are measured."""

    engine: str
    databases: Databases
    quick: bool
    _filled: dict[str, str] = field(default_factory=dict)

    def much(self, full: int, quick: int) -> int:
        return quick if self.quick else full

    def new_database(self) -> str:
        """The URL of a new database with a full pool, and workspaces "T0" to "T7" and the local one."""
        return self.databases.copy(self.engine, self.database_of(self.much(POOL, QUICK_POOL)))

    def database_of(self, size: int) -> str:
        """The URL of the database with so many numbers in the pool, for who only looks at it."""
        name = f"{self.engine} {size}"
        if name not in self._filled:
            self._filled[name] = self._fill(self.databases.new(self.engine), size)
        return self._filled[name]

    def _fill(self, url: str, size: int) -> str:
        database = connect(url)
        first = [
            PoolNumber(e164=E164(f"+999{n * _PLACES}"), place=city, kind=Kind.TOLL)
            for n, city in enumerate(cities(), start=1)
        ]
        with database.begin() as db:
            numbers.add(db, first, real_now())
            db.execute(_MULTIPLY, {"each": size // len(first)})
            _set_up(db)
        if database.engine.dialect.name == "postgresql":  # it does so by itself from time to time; SQLite never does
            with database.begin() as db:
                db.execute(text("ANALYZE"))
        database.close()
        return url


def workspace(number: int) -> WorkspaceId:
    return WorkspaceId(f"T{number}")


def cities() -> Iterator[Place]:
    """Every city with toll numbers."""
    places = known_places()
    for country in places.countries():
        yield from places.cities(country)


def _set_up(db: Db) -> None:
    for id_ in [*map(workspace, range(SENDERS)), SAMPLE.id]:
        workspaces.lock(db, id_)
        workspaces.save(db, Workspace(id=id_, licences=_LICENCES, set_up=True, greeted=True))

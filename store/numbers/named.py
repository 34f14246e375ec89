"""The places of the pool by their names, as they are at this moment: whoever put numbers there, in whatever process."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select

from store.numbers.rows import place_of
from store.numbers.table import ANYBODY, PoolPlaceRow
from store.session import Begin, Db
from store.spelling import fold
from store.types import Kind, Place, WorkspaceId

_PLACES = PoolPlaceRow.__table__
_CITY = (_PLACES.c.country, _PLACES.c.region, _PLACES.c.city)
_REGION = (_PLACES.c.country, _PLACES.c.region, literal("").label("city"))
_MOST_ALIKE = 5_000  # names among which one that is misspelt is looked for
_LAST = chr(0x10FFFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolPlaces:
    """Those with numbers that a workspace may have."""

    reading: Begin
    workspace: WorkspaceId

    def named(self, names: Collection[str], /) -> Iterable[Place]:
        """Its regions and cities that have one of these folded names."""
        if not names:
            return []
        cities = select(*_CITY).where(_PLACES.c.city_folded.in_(names), *_for(self.workspace))
        regions = select(*_REGION).where(_PLACES.c.region_folded.in_(names), *_for(self.workspace))
        with self.reading() as db:
            return _places(db, cities.union(regions))

    def near(self, name: str, /) -> Iterable[Place]:
        """Its regions and cities whose folded names begin with the same letter."""
        if not name:
            return []
        start = name[0]
        cities = select(*_CITY).where(*_begins(_PLACES.c.city_folded, start), *_for(self.workspace))
        regions = select(*_REGION).where(*_begins(_PLACES.c.region_folded, start), *_for(self.workspace))
        with self.reading() as db:
            return _places(db, cities.union(regions).limit(_MOST_ALIKE))


def cities_like(db: Db, workspace: WorkspaceId, within: Place, said: str, *, limit: int) -> list[Place]:
    """Some cities of a country, or of a region of it, in whose names this is; those that begin with it come first."""
    of = [_PLACES.c.region == within.region] if within.region else []
    these = select(*_CITY, _PLACES.c.city_folded).where(
        _PLACES.c.country == within.country, _PLACES.c.city != "", *of, *_for(workspace)
    )
    return [place_of(row) for row in _like(db, these, _PLACES.c.city_folded, fold(said), limit)]


def regions_like(db: Db, workspace: WorkspaceId, country: str, said: str, *, limit: int) -> list[Place]:
    """Some regions of a country in whose names this is; those that begin with it come first."""
    these = select(*_REGION, _PLACES.c.region_folded).where(
        _PLACES.c.country == country, _PLACES.c.region != "", *_for(workspace)
    )
    return [place_of(row) for row in _like(db, these, _PLACES.c.region_folded, fold(said), limit)]


def countries(db: Db, workspace: WorkspaceId) -> list[str]:
    """The countries of which there is stock: asked for one by one, for each may have a hundred thousand rows."""
    found: list[str] = []
    these = select(_PLACES.c.country).where(*_for(workspace)).order_by(_PLACES.c.country).limit(1)
    while (country := db.scalar(these.where(_PLACES.c.country > (found[-1] if found else "")))) is not None:
        found.append(country)
    return found


def has(db: Db, workspace: WorkspaceId, place: Place, kind: Kind) -> bool:
    """Whether there are or were numbers of a kind in a place, or anywhere within it."""
    said = {"country": place.country, "region": place.region, "city": place.city}
    here = [_PLACES.c[name] == value for name, value in said.items() if value]
    these = select(literal(1)).where(*here, _PLACES.c.kind == kind, *_for(workspace))
    return db.execute(these.limit(1)).first() is not None


def _places(db: Db, these: Any) -> list[Place]:
    return [place_of(row) for row in db.execute(these)]


def _like(db: Db, these: Select[Any], name: ColumnElement[str], wanted: str, limit: int) -> list[Any]:
    """Rows of which the name begins so, then those that only have it in them."""
    rows = list(db.execute(these.where(*_begins(name, wanted)).distinct().order_by(name).limit(limit)))
    if wanted and len(rows) < limit:
        further = these.where(name.contains(wanted, autoescape=True), func.substr(name, 1, len(wanted)) != wanted)
        rows += db.execute(further.distinct().order_by(name).limit(limit - len(rows)))
    return rows


def _begins(name: ColumnElement[str], start: str) -> list[ColumnElement[bool]]:
    """That a name begins so; as a range, which an index has, and to the letter, however the database sorts."""
    if not start:
        return []
    after = start[:-1] + chr(ord(start[-1]) + 1) if start[-1] < _LAST else _LAST
    return [name >= start, name < after, func.substr(name, 1, len(start)) == start]


def _for(workspace: WorkspaceId) -> list[ColumnElement[bool]]:
    return [_PLACES.c.kept_for.in_([ANYBODY, workspace])]

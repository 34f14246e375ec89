"""What names can mean: first what has numbers, then the same by its other names, then the world: cities, then regions.

So London is where numbers are, and Bordeaux is known though there are none.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import Protocol

from store import gazetteer
from store.gazetteer import Entry
from store.spelling import alike, fold
from store.types import Place

Meanings = Callable[[str], tuple[Place, ...]]  # the places that a folded name can mean

LONGEST_NAME = 12  # words
_MISSPELT = 0.85  # how much another name may look like that of a city of ours
_MOST_WORDS = 24  # that may be a place; who types more writes no name


class Reach(IntEnum):
    """How far is looked for what a name means."""

    OWN = 0  # what our own files name
    WORLD = 1  # where there are numbers, of ours or in stock, else anywhere in the world


class StockPlaces(Protocol):
    """The places of the stock, as it is at this moment."""

    def named(self, names: Collection[str], /) -> Iterable[Place]:
        """Its regions and cities that have one of these folded names."""

    def near(self, name: str, /) -> Iterable[Place]:
        """Its regions and cities whose folded names begin with the same letter."""


class NoStock:
    """Where nobody asks for the stock."""

    def named(self, _names: Collection[str], /) -> Iterable[Place]:
        """None."""
        return ()

    def near(self, _name: str, /) -> Iterable[Place]:
        """None."""
        return ()


def layers(
    own: Mapping[str, tuple[Place, ...]], stock: StockPlaces, words: Sequence[str], reach: Reach
) -> Iterator[Meanings]:
    """What the names among some folded words can mean, each time a wider circle: to be tried one after the other."""
    if reach is Reach.OWN or len(words) > _MOST_WORDS:
        yield lambda name: own.get(name, ())
        return
    names = _names(words)
    in_stock = _by_name(stock.named(names))

    def here(name: str) -> tuple[Place, ...]:
        return _both(own.get(name, ()), in_stock.get(name, ()))

    yield here
    cities = {name: gazetteer.cities().named(name) for name in names}
    regions = {name: gazetteer.regions().named(name) for name in names}
    entries = [entry for found in (cities, regions) for each in found.values() for entry in each]
    known = _by_name(stock.named({name for entry in entries for name in entry.names}))

    def of(entry: Entry) -> list[Place]:
        """The places of ours that an entry is."""
        places = (place for name in entry.names for place in (*own.get(name, ()), *known.get(name, ())))
        called = own.get(entry.names[0], ())
        return [place for place in dict.fromkeys(places) if _is(place, entry, called)]

    def is_misspelt(name: str, entry: Entry) -> bool:
        """Whether a name is one of the misspellings that GeoNames has, too: our own files say how ours are called."""
        ours = (fold(place.city) for place in of(entry) if place in own.get(fold(place.city), ()))
        return name != entry.names[0] and any(alike(name, city) >= _MISSPELT for city in ours)

    cities = {
        name: [each for each in _proper(name, found) if not is_misspelt(name, each)] for name, found in cities.items()
    }
    linked = {name: _all(of(entry) for entry in (*cities[name], *regions[name])) for name in names}
    yield lambda name: here(name) or linked.get(name, ())
    called = {name: _all(of(each) or [each.place] for each in cities[name] if each.names[0] == name) for name in names}
    yield lambda name: _both(here(name), called[name])
    whole = {name: _all(of(each) or [each.place] for each in (*regions[name], *cities[name])) for name in names}
    yield lambda name: _both(here(name), called[name]) or whole[name]
    lands = {name: [each.place for each in regions[name]] for name in names}
    # What is called as a city somewhere: a region where a country or nothing else is named. Paris Lyon is no Lyon.
    yield lambda name: _both((place for place in here(name) if not place.region and not place.city), lands[name])


def _proper(name: str, found: Sequence[Entry]) -> Iterator[Entry]:
    """Those that are called so, and what is called so by others where nothing else in its country is."""
    taken = {entry.place.country for entry in found if entry.names[0] == name}
    return (entry for entry in found if entry.names[0] == name or entry.place.country not in taken)


def _names(words: Sequence[str]) -> list[str]:
    """All names that stand among the words."""
    ends = ((start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return list(dict.fromkeys(" ".join(words[start:end]) for start, end in ends if end - start <= LONGEST_NAME))


def _by_name(places: Iterable[Place]) -> dict[str, list[Place]]:
    """Places by what they are called, folded."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        found[fold(place.city or place.region)].append(place)
    return found


def _both(*some: Iterable[Place]) -> tuple[Place, ...]:
    return _all(some)


def _all(places: Iterable[Iterable[Place]]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(place for each in places for place in each))


def _is(place: Place, entry: Entry, called: Collection[Place]) -> bool:
    """Whether a place that has one of an entry's names is the same: others there may be called so, too.

    `called` are those that have the entry's own name.
    """
    if bool(place.city) is not bool(entry.place.city) or not entry.may_be(place):
        return False
    index = gazetteer.cities() if place.city else gazetteer.regions()
    return place in called or index.largest(fold(place.city or place.region), place) == entry.place

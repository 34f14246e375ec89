"""How words are cut into names of places, and what names mean together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import product

from store.meanings import LONGEST_NAME, Meanings
from store.spelling import fold
from store.types import Place


class Level(IntEnum):
    """How much a place says."""

    COUNTRY = 0
    REGION = 1
    CITY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to understand some words; `skips_region` where they say the country and the city, not what is between."""

    place: Place
    skips_region: bool


def tokens(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words as they were typed and, beside each, as they are compared; an emoji folds to nothing, so it stays."""
    typed = " ".join(words).replace(",", " ").replace(" - ", " ").split()
    pairs = [(word, part) for word in typed for part in fold(word).split() or [word]]
    return [word for word, _ in pairs], [part for _, part in pairs]


def level(place: Place) -> Level:
    """What a place is."""
    if place.city:
        return Level.CITY
    return Level.REGION if place.region else Level.COUNTRY


def cut(folded: Sequence[str], meanings: Meanings) -> tuple[list[str], int]:
    """The words cut into known names, each as long as can be; and where the first begins that is none."""
    names, start = [], 0
    while (end := end_of_name(folded, start, meanings)) > start:
        names.append(" ".join(folded[start:end]))
        start = end
    return names, start


def end_of_name(folded: Sequence[str], start: int, meanings: Meanings) -> int:
    """Where the longest name that begins at `start` ends: at `start` if there is none."""
    longest = min(start + LONGEST_NAME, len(folded))
    return next((end for end in range(longest, start, -1) if meanings(" ".join(folded[start:end]))), start)


def readings(names: Sequence[str], meanings: Meanings) -> Iterator[Reading]:
    """The ways to understand the names as a country, a region, a city, each within the one before."""
    if len(names) > len(Level):
        return
    for meant in product(*(meanings(name) for name in names)):
        levels = {level(place) for place in meant}
        deepest = max(meant, key=level)
        if len(levels) == len(meant) and all(_within(deepest, place) for place in meant):
            skips_region = deepest.region != "" and levels == {Level.COUNTRY, Level.CITY}
            yield Reading(place=deepest, skips_region=skips_region)


def _within(inner: Place, outer: Place) -> bool:
    """Whether one is in the other; who names a city's region is believed where we have none for it."""
    if outer.city:
        return inner == outer
    return inner.country == outer.country and (outer.region in ("", inner.region) or not inner.region)


def likeliest(readings: Iterable[Reading]) -> set[Place]:
    """US Washington is the state, which skips nothing; New York is the state, which has the city in it."""
    all_readings = list(readings)
    places = {reading.place for reading in all_readings if not reading.skips_region}
    places = places or {reading.place for reading in all_readings}
    return {place for place in places if not any(_within(place, other) for other in places - {place})}

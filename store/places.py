"""Places: what countries, regions and cities are called, which one somebody means, and what is offered there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum
from functools import cache
from itertools import chain, product

from phonenumbers import SUPPORTED_REGIONS

from store.data import rows
from store.folding import unaccented
from store.stock import sample_places
from store.types import Place
from store.workspaces.types import LOCALES

# What Unicode does not take apart into a letter and its accent, and two marks that are more than a space.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "\u0131": "i", "æ": "ae", "œ": "oe", ".": "", "&": " and "})
_TABLES_SPEAK = ("de", "es", "it", "nl", "pt")  # languages that we do not, and name countries in tables


class UnknownPlace(Exception):
    """No place is called `word`; `nearest` are names that look like it, or the places whose names it mixes."""

    def __init__(self, word: str, nearest: tuple[str, ...]) -> None:
        super().__init__(word, nearest)
        self.word, self.nearest = word, nearest


class AmbiguousPlace(Exception):
    """The words name each of `choices` equally well."""

    def __init__(self, choices: tuple[Place, ...]) -> None:
        super().__init__(choices)
        self.choices = choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The kinds of service numbers a country has, and the cities of its toll numbers.

    Where it `takes_request`, they do not come from the pool: people order them.
    """

    toll: bool = False
    toll_free: bool = False
    takes_request: bool = False
    cities: tuple[Place, ...] = ()


class _Level(IntEnum):
    COUNTRY = 0
    REGION = 1
    CITY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One way to understand some words; `skips_region` where they say the country and the city, not what is between."""

    place: Place
    skips_region: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """All places: what each country offers, its regions, and what each folded name can mean."""

    offers: Mapping[str, Offer]
    region_names: Mapping[str, tuple[str, ...]]
    meanings: Mapping[str, tuple[Place, ...]]
    spelled: Mapping[str, str]  # folded names, as they are written in a suggestion
    longest_name: int  # in words

    def countries(self) -> tuple[str, ...]:
        """The codes of the countries where numbers exist."""
        return tuple(self.offers)

    def regions(self, country: str) -> tuple[str, ...]:
        """The names of a country's regions; none where its places have no regions, or there are no numbers."""
        return self.region_names.get(country, ())

    def cities(self, country: str, region: str = "") -> tuple[Place, ...]:
        """The cities with toll numbers in a country, or in one region of it."""
        return tuple(city for city in self.offered(country).cities if region in ("", city.region))

    def offered(self, country: str) -> Offer:
        """What a country offers: nothing at all where it is not listed."""
        return self.offers.get(country, Offer())

    def resolve(self, words: Sequence[str]) -> Place | None:
        """The place that the words name, in whatever order; None if there are no words.

        Raises UnknownPlace where some are no name or do not go together, AmbiguousPlace where they name several places.
        """
        typed, folded = _tokens(words)
        names = list(self._names(typed, folded))
        if not names:
            return None
        if len(names) == 1 and (code := names[0].upper()) in self.offers:
            return Place(country=code)  # CA alone is Canada, though California is CA too
        choices = _likeliest(self._readings(names))
        if not choices:
            raise UnknownPlace(" ".join(words), self._apart(names))
        if len(choices) > 1:
            raise AmbiguousPlace(choices)
        return choices[0]

    def _names(self, typed: Sequence[str], folded: Sequence[str]) -> Iterator[str]:
        """Cut the words into known names, each as long as can be."""
        start = 0
        while start < len(folded):
            end = self._end_of_name(folded, start)
            if end == start:
                raise self._unknown(typed, folded, start)
            yield " ".join(folded[start:end])
            start = end

    def _end_of_name(self, folded: Sequence[str], start: int) -> int:
        """Where the longest name that begins at `start` ends: at `start` if there is none."""
        longest = min(start + self.longest_name, len(folded))
        return next((end for end in range(longest, start, -1) if " ".join(folded[start:end]) in self.meanings), start)

    def _unknown(self, typed: Sequence[str], folded: Sequence[str], start: int) -> UnknownPlace:
        """The words from `start` to the next known name; "La Plat" looks like something as a whole only."""
        after = range(start + 1, len(folded))
        end = next((i for i in after if self._end_of_name(folded, i) > i), len(folded))
        nearest = self._nearest(folded[start:end]) or self._nearest(folded)
        return UnknownPlace(" ".join(dict.fromkeys(typed[start:end])), nearest)

    def _nearest(self, folded: Sequence[str]) -> tuple[str, ...]:
        """Up to three names that look like the words, one for each place."""
        nearest: dict[tuple[Place, ...], str] = {}
        for name in get_close_matches(" ".join(folded), self.spelled, cutoff=0.7):
            nearest.setdefault(self.meanings[name], self.spelled[name])
        return tuple(nearest.values())

    def _readings(self, names: Sequence[str]) -> Iterator[_Reading]:
        """The ways to understand the names as a country, a region, a city, each within the one before."""
        if len(names) > len(_Level):
            return
        for meant in product(*(self.meanings[name] for name in names)):
            levels = {_level(place) for place in meant}
            deepest = max(meant, key=_level)
            if len(levels) == len(meant) and all(_within(deepest, place) for place in meant):
                skips_region = deepest.region != "" and levels == {_Level.COUNTRY, _Level.CITY}
                yield _Reading(place=deepest, skips_region=skips_region)

    def _apart(self, names: Sequence[str]) -> tuple[str, ...]:
        """The places that the names mean each by itself, as words that would be understood."""
        places = dict.fromkeys(place for name in names for place in self.meanings[name])
        return tuple(as_words(place) for place in sorted(places, key=_level, reverse=True)[:3])


@cache
def known_places() -> Places:
    """The places of our own files."""
    regions = [(row["code"], Place(country=row["country"], region=row["name"])) for row in rows("regions.csv")]
    toll = sample_places().union(_place(row) for row in rows("toll_cities.csv"))
    offers = {row["country"]: _offer(row, toll) for row in rows("availability.csv")}
    # The code of a country without numbers would only hide a region: MN is Minnesota, not Mongolia.
    hidden = {code for code, _ in regions} - offers.keys()
    codes = [(code, Place(country=code)) for code in SUPPORTED_REGIONS if code not in hidden]
    names = [*_country_names(), *_own_names(chain((region for _, region in regions), toll)), *_other_names()]
    meanings = _by_folded_name([*codes, *regions, *names])
    return Places(
        offers=offers,
        region_names={country: _regions_of(country, regions) for country in offers},
        meanings=meanings,
        spelled={fold(name): name for name, _ in names},
        longest_name=max(len(name.split()) for name in meanings),
    )


def fold(text: str) -> str:
    """Text without what people leave out or write in another way: case, accents, dots, hyphens, apostrophes."""
    letters = unaccented(text.casefold().translate(_LETTERS))
    kept = (letter if letter.isalnum() else " " for letter in letters)
    return " ".join("".join(kept).split())


def country_name(code: str, locale: str) -> str:
    """What a country (ISO 3166-1 alpha-2) is called in one of LOCALES, as the Unicode CLDR has it."""
    from babel import Locale  # not when a process starts: a twentieth of that is what it takes

    name: str = Locale.parse(locale, sep="-").territories.get(code, code)
    return name


def country_called(said: str) -> str | None:
    """The country (ISO 3166-1 alpha-2) with this code, of two or three letters, or this name in a language we know."""
    from babel.core import get_global  # not when a process starts

    code = said.strip().upper()
    if code in SUPPORTED_REGIONS:
        return code
    # The CLDR has the codes of three letters as other names of those of two: DEU is DE.
    known: set[str] = {each for each in get_global("territory_aliases").get(code, ()) if each in SUPPORTED_REGIONS}
    known |= {place.country for place in known_places().meanings.get(fold(said), ()) if _level(place) is _Level.COUNTRY}
    known |= _countries_elsewhere().get(fold(said), set())
    return known.pop() if len(known) == 1 else None


@cache
def _countries_elsewhere() -> Mapping[str, set[str]]:
    """The countries by their folded names in languages that tables come in, and the desk does not speak."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for code, locale in product(SUPPORTED_REGIONS, _TABLES_SPEAK):
        called[fold(country_name(code, locale))].add(code)
    return called


def describe(place: Place, locale: str) -> str:
    """A place for people to read: Seattle, Washington, United States."""
    return ", ".join(filter(None, (place.city, place.region, country_name(place.country, locale))))


def as_words(place: Place) -> str:
    """A place for people to type: US Washington Seattle."""
    # Alone, the code of a country without numbers may mean a region elsewhere: GA is Georgia before Gabon.
    offers = place.country in known_places().offers
    country = place.country if offers else country_name(place.country, "en")
    return " ".join(filter(None, (country, place.region, place.city)))


_Named = tuple[str, Place]


def _country_names() -> Iterator[_Named]:
    for code, locale in product(sorted(SUPPORTED_REGIONS), LOCALES):
        yield country_name(code, locale), Place(country=code)


def _own_names(places: Iterable[Place]) -> Iterator[_Named]:
    return ((place.city or place.region, place) for place in places if place.city or place.region)


def _other_names() -> Iterator[_Named]:
    return ((row["name"], _place(row)) for row in rows("other_names.csv"))


def _place(row: Mapping[str, str]) -> Place:
    return Place(country=row["country"], region=row["region"], city=row["city"])


def _offer(row: Mapping[str, str], toll: Iterable[Place]) -> Offer:
    places = [place for place in toll if place.country == row["country"]]
    return Offer(
        toll=row["toll"] == "yes" and bool(places),
        toll_free=row["toll_free"] == "yes",
        takes_request=row["by_request"] == "yes",
        cities=tuple(
            sorted((place for place in places if place.city), key=lambda place: (fold(place.city), place.region))
        ),
    )


def _regions_of(country: str, regions: Iterable[_Named]) -> tuple[str, ...]:
    return tuple(place.region for _, place in regions if place.country == country)


def _by_folded_name(names: Iterable[_Named]) -> dict[str, tuple[Place, ...]]:
    meanings: defaultdict[str, dict[Place, None]] = defaultdict(dict)
    for name, place in names:
        meanings[fold(name)][place] = None
    return {name: tuple(places) for name, places in meanings.items()}


def _tokens(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words as they were typed and, beside each, as they are compared; an emoji folds to nothing, so it stays."""
    typed = " ".join(words).replace(",", " ").replace(" - ", " ").split()
    pairs = [(word, part) for word in typed for part in fold(word).split() or [word]]
    return [word for word, _ in pairs], [part for _, part in pairs]


def _level(place: Place) -> _Level:
    if place.city:
        return _Level.CITY
    return _Level.REGION if place.region else _Level.COUNTRY


def _within(inner: Place, outer: Place) -> bool:
    return inner.country == outer.country and outer.region in ("", inner.region) and outer.city in ("", inner.city)


def _likeliest(readings: Iterable[_Reading]) -> tuple[Place, ...]:
    """US Washington is the state, which skips nothing; New York is the state, which has the city in it."""
    all_readings = list(readings)
    places = {reading.place for reading in all_readings if not reading.skips_region}
    places = places or {reading.place for reading in all_readings}
    widest = (place for place in places if not any(_within(place, other) for other in places - {place}))
    return tuple(sorted(widest, key=as_words))

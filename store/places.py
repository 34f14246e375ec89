"""Places: what countries, regions and cities are called, which one somebody means, and what is offered there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, product

from phonenumbers import SUPPORTED_REGIONS

from store import gazetteer
from store.data import rows
from store.meanings import Meanings, NoStock, Reach, StockPlaces, layers
from store.place_words import Level, cut, end_of_name, level, likeliest, readings, tokens
from store.spelling import fold, nearest
from store.stock import sample_places
from store.types import Place
from store.workspaces.types import LOCALES

_ALIKE = 0.7  # how much a name must look like what was typed to be meant; 1 is the same
_ALIKE_ABROAD = 0.8  # a name of all the world: many look like anything
_LONG_CODE = 3  # letters, of ISO 3166-1 alpha-3
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """All places: what each country offers, its regions, and what each folded name can mean; and those of the stock."""

    offers: Mapping[str, Offer]
    region_names: Mapping[str, tuple[str, ...]]
    meanings: Mapping[str, tuple[Place, ...]]
    spelled: Mapping[str, str]  # folded names, as they are written in a suggestion
    stock: StockPlaces = field(default_factory=NoStock)

    def countries(self) -> tuple[str, ...]:
        """The codes of the countries where numbers exist."""
        return tuple(self.offers)

    def regions(self, country: str) -> tuple[str, ...]:
        """The names of a country's regions; none where its places have no regions, or there are no numbers."""
        return self.region_names.get(country, ())

    def cities(self, country: str, region: str = "") -> tuple[Place, ...]:
        """The cities with toll numbers in a country, or in one region of it."""
        return tuple(city for city in self.offered(country).cities if region in ("", city.region))

    def offers_in(self, place: Place) -> bool:
        """Whether a country offers toll numbers in a city, or somewhere in a region."""
        return any(place.city in ("", city.city) for city in self.cities(place.country, place.region))

    def offered(self, country: str) -> Offer:
        """What a country offers: nothing at all where it is not listed."""
        return self.offers.get(country, Offer())

    def resolve(self, words: Sequence[str], reach: Reach = Reach.WORLD) -> Place | None:
        """The place that the words name, in whatever order; None if there are no words.

        Raises UnknownPlace where some are no name or do not go together, AmbiguousPlace where they name several places.
        """
        typed, folded = tokens(words)
        if not folded:
            return None
        if len(folded) == 1 and (country := self._country(folded[0])):
            return Place(country=country)
        apart: Sequence[Place] = ()
        circles = layers(self.meanings, self.stock, folded, reach)
        known = next(circles)
        for meanings in chain([known], circles):
            names, end = cut(folded, meanings)
            if end < len(folded):
                continue
            choices = sorted(likeliest(readings(names, meanings)), key=as_words)
            exactly = [place for place in choices if as_words(place) == " ".join(words)]
            if len(exactly or choices) > 1:
                raise AmbiguousPlace(tuple(choices))
            if choices:
                return (exactly or choices)[0]
            apart = apart or [place for name in names for place in meanings(name)]
        raise UnknownPlace(" ".join(words), _in_words(apart)) if apart else self._unknown(typed, folded, known)

    def _country(self, word: str) -> str | None:
        """The country that a word alone is the code of: CA is Canada, though California is CA too."""
        code = word.upper()
        if code in self.offers:
            return code
        return _code_of_two(code) if len(code) == _LONG_CODE and word not in self.meanings else None

    def _unknown(self, typed: Sequence[str], folded: Sequence[str], known: Meanings) -> UnknownPlace:
        """The first words that are no name, up to the next that is; "La Plat" looks like something as a whole only."""
        _, start = cut(folded, known)
        after = range(start + 1, len(folded))
        end = next((i for i in after if end_of_name(folded, i, known) > i), len(folded))
        said = " ".join(folded[start:end])
        near = self._nearest(said) or self._nearest(" ".join(folded)) or tuple(_near_abroad(said))
        return UnknownPlace(" ".join(dict.fromkeys(typed[start:end])), near)

    def _nearest(self, said: str) -> tuple[str, ...]:
        """Up to three names that look like the words, one for each place of ours."""
        in_stock = {fold(name): (name, place) for name, place in _own_names(self.stock.near(said))}
        found: dict[tuple[Place, ...], str] = {}
        for name in nearest(said, [*self.spelled, *in_stock], alike=_ALIKE):
            if name in self.spelled:
                found.setdefault(self.meanings[name], self.spelled[name])
            else:
                found.setdefault((in_stock[name][1],), in_stock[name][0])
        return tuple(found.values())


def _near_abroad(said: str) -> Iterator[str]:
    """Names of cities of all the world that look like the words."""
    cities = gazetteer.cities()
    for name in dict.fromkeys(nearest(said, cities.own_names(), alike=_ALIKE_ABROAD)):
        yield from dict.fromkeys(entry.place.city for entry in cities.named(name))


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
    )


def also_called(place: Place) -> str:
    """All folded names and codes of a place of our own files, in whatever language; "" of any other."""
    return _called().get(place, "")


@cache
def _called() -> Mapping[Place, str]:
    names: defaultdict[Place, list[str]] = defaultdict(list)
    for name, places in known_places().meanings.items():
        for place in places:
            names[place].append(name)
    return {place: " ".join(called) for place, called in names.items()}


def region_name(country: str, code: str) -> str:
    """A region's English name by its code, such as WA; "" where we know none."""
    return _region_codes().get((country, code), "")


def region_code(country: str, name: str) -> str:
    """A region's code by its English name; "" where we know none."""
    return next((code for (of, code), its in _region_codes().items() if (of, its) == (country, name)), "")


@cache
def _region_codes() -> Mapping[tuple[str, str], str]:
    return {(row["country"], row["code"]): row["name"] for row in rows("regions.csv")}


def country_name(code: str, locale: str) -> str:
    """What a country (ISO 3166-1 alpha-2) is called in one of LOCALES, as the Unicode CLDR has it."""
    from babel import Locale  # not when a process starts: a twentieth of that is what it takes

    name: str = Locale.parse(locale, sep="-").territories.get(code, code)
    return name


def country_called(said: str) -> str | None:
    """The country (ISO 3166-1 alpha-2) with this code, of two or three letters, or this name in a language we know."""
    code = said.strip().upper()
    if code in SUPPORTED_REGIONS:
        return code
    known: set[str] = set(filter(None, [_code_of_two(code)]))
    known |= {place.country for place in known_places().meanings.get(fold(said), ()) if level(place) is Level.COUNTRY}
    known |= _countries_elsewhere().get(fold(said), set())
    return known.pop() if len(known) == 1 else None


def _code_of_two(code: str) -> str | None:
    """A country by its code of three letters: the CLDR has DEU as another name of DE."""
    from babel.core import get_global  # not when a process starts

    countries = [each for each in get_global("territory_aliases").get(code, ()) if each in SUPPORTED_REGIONS]
    return countries[0] if len(countries) == 1 else None


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
    """What else places are called; countries also in their official languages, as CLDR 48.2 has them (2026-11-29)."""
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


def _in_words(places: Iterable[Place]) -> tuple[str, ...]:
    """Three of the places, as words that would be understood; cities first."""
    return tuple(as_words(place) for place in sorted(dict.fromkeys(places), key=level, reverse=True)[:3])

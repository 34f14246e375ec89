"""Places are understood however people name them, and what cannot be understood is said with what was meant."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.places import AmbiguousPlace, UnknownPlace, as_words, country_name, describe, known_places
from store.spelling import fold
from store.types import Place
from tests.table import table

SEATTLE = Place(country="US", region="Washington", city="Seattle")
STATE_OF_WASHINGTON = Place(country="US", region="Washington")
CITY_OF_WASHINGTON = Place(country="US", region="District of Columbia", city="Washington")
STATE_OF_NEW_YORK = Place(country="US", region="New York")
CITY_OF_NEW_YORK = Place(country="US", region="New York", city="New York")
SAN_FRANCISCO = Place(country="US", region="California", city="San Francisco")
SAINT_PAUL = Place(country="US", region="Minnesota", city="St. Paul")
LONDON = Place(country="GB", city="London")
NEWCASTLE_GB = Place(country="GB", city="Newcastle")
NEWCASTLE_AU = Place(country="AU", region="New South Wales", city="Newcastle")
BIRMINGHAM_GB = Place(country="GB", city="Birmingham")
BIRMINGHAM_US = Place(country="US", region="Alabama", city="Birmingham")
MONTREAL = Place(country="CA", region="Quebec", city="Montreal")
SAINT_ETIENNE = Place(country="FR", city="Saint-Etienne")
KANSAS_CITY = Place(country="US", region="Missouri", city="Kansas City")

PLACES = known_places()
EVERY_PLACE = [
    *(Place(country=country) for country in PLACES.countries()),
    *(Place(country=country, region=region) for country in PLACES.countries() for region in PLACES.regions(country)),
    *(city for country in PLACES.countries() for city in PLACES.cities(country)),
]


@table(
    ("typed", "place"),
    [
        pytest.param("US Washington Seattle", SEATTLE, id="country, region and city"),
        pytest.param("Seattle WA US", SEATTLE, id="in any order, the region by its code"),
        pytest.param("Washington Seattle", SEATTLE, id="a region that shares its name with a city is told by its city"),
        pytest.param("Seattle", SEATTLE, id="a city alone brings its region and country"),
        pytest.param("Seattle, Washington, United States", SEATTLE, id="with commas, as it is shown"),
        pytest.param("seattle états-unis", SEATTLE, id="the country in French"),
        pytest.param("US New York New York", CITY_OF_NEW_YORK, id="region and city of one name"),
        pytest.param("New York City", CITY_OF_NEW_YORK, id="a name that only the city has"),
        pytest.param("US New York", STATE_OF_NEW_YORK, id="after the country comes the region"),
        pytest.param("New York", STATE_OF_NEW_YORK, id="alone it is the region, which has the city in it"),
        pytest.param("US Washington", STATE_OF_WASHINGTON, id="no region is skipped where none needs to be"),
        pytest.param("Washington DC", CITY_OF_WASHINGTON, id="a region's code behind the city"),
        pytest.param("Washington, D.C.", CITY_OF_WASHINGTON, id="a region's code with dots"),
        pytest.param("Kansas City Missouri", KANSAS_CITY, id="the longest name wins: not Kansas"),
        pytest.param("US Birmingham", BIRMINGHAM_US, id="a country decides between two cities"),
        pytest.param("UK Newcastle", NEWCASTLE_GB, id="a country's short name decides too"),
        pytest.param("Great Britain London", LONDON, id="a country's other name"),
        pytest.param("Londres", LONDON, id="a city's name abroad"),
        pytest.param("GB", Place(country="GB"), id="a country alone"),
        pytest.param("Allemagne", Place(country="DE"), id="a country in French"),
        pytest.param("U.S.A.", Place(country="US"), id="a short name with dots"),
        pytest.param("Bosnia and Herzegovina", Place(country="BA"), id="a country that is shown with &"),
        pytest.param("Iceland", Place(country="IS"), id="a country that offers nothing"),
        pytest.param("Singapore", Place(country="SG"), id="a country named as its city"),
        pytest.param("CA", Place(country="CA"), id="CA alone is Canada"),
        pytest.param("San Francisco CA", SAN_FRANCISCO, id="CA behind San Francisco is California"),
        pytest.param("US CA San Francisco", SAN_FRANCISCO, id="CA after US is California"),
        pytest.param("DE", Place(country="DE"), id="DE alone is Germany"),
        pytest.param("US DE", Place(country="US", region="Delaware"), id="DE after US is Delaware"),
        pytest.param("IN", Place(country="IN"), id="IN alone is India"),
        pytest.param("US IN", Place(country="US", region="Indiana"), id="IN after US is Indiana"),
        pytest.param("GA", Place(country="US", region="Georgia"), id="GA is Georgia: Gabon has no numbers"),
        pytest.param("US Georgia", Place(country="US", region="Georgia"), id="Georgia after US is the state"),
        pytest.param("MONTREAL", MONTREAL, id="case does not matter"),
        pytest.param("Montréal", MONTREAL, id="accents do not matter"),
        pytest.param("Zürich", Place(country="CH", city="Zurich"), id="accents our own files leave out"),
        pytest.param("Łódź", Place(country="PL", city="Lodz"), id="letters that are not an accent on another"),
        pytest.param("Saint-Étienne", SAINT_ETIENNE, id="with its hyphen"),
        pytest.param("saint etienne", SAINT_ETIENNE, id="without its hyphen"),
        pytest.param("St Paul", SAINT_PAUL, id="without its dot"),
        pytest.param("Saint Paul", SAINT_PAUL, id="spelled out"),
        pytest.param("Middlesbrough", Place(country="GB", city="Teesside (Middlesbrough)"), id="one half of a name"),
        pytest.param("", None, id="no words, no place"),
        pytest.param(" , ", None, id="a comma is not a word"),
    ],
)
def test_a_place_is_understood(typed: str, place: Place | None) -> None:
    assert PLACES.resolve(typed.split(" ")) == place
    assert PLACES.resolve([typed]) == place, "quoted as one word"


@table(
    ("typed", "choices"),
    [
        pytest.param("Newcastle", {NEWCASTLE_GB, NEWCASTLE_AU}, id="cities of two countries"),
        pytest.param("Birmingham", {BIRMINGHAM_GB, BIRMINGHAM_US}, id="though one of them has a region"),
        pytest.param("Washington", {STATE_OF_WASHINGTON, CITY_OF_WASHINGTON}, id="a region and a city elsewhere"),
        pytest.param("Georgia", {Place(country="GE"), Place(country="US", region="Georgia")}, id="a country, a region"),
        pytest.param(
            "WA",
            {STATE_OF_WASHINGTON, Place(country="AU", region="Western Australia")},
            id="a code that two countries give to a region",
        ),
        pytest.param(
            "US Portland",
            {
                Place(country="US", region="Maine", city="Portland"),
                Place(country="US", region="Oregon", city="Portland"),
            },
            id="cities of two regions",
        ),
    ],
)
def test_an_ambiguous_place_brings_its_choices(typed: str, choices: set[Place]) -> None:
    with pytest.raises(AmbiguousPlace) as caught:
        PLACES.resolve([typed])
    assert set(caught.value.choices) == choices


@table(
    ("typed", "word", "nearest"),
    [
        pytest.param("US Sattle", "Sattle", ("Seattle",), id="one letter missing"),
        pytest.param("San Francsco CA", "San Francsco", ("San Francisco",), id="two words together"),
        pytest.param("La Plat", "Plat", ("La Plata",), id="a word before it that is a name by itself"),
        pytest.param("Alemagne", "Alemagne", ("Allemagne",), id="suggested in the language it was typed in"),
        pytest.param("Andorrra", "Andorrra", ("Andorra",), id="one place is suggested once"),
        pytest.param("US Xyzzy", "Xyzzy", (), id="nothing looks like it"),
        pytest.param("🇺🇸", "🇺🇸", (), id="an emoji is not passed over"),
        pytest.param(
            "Seattle Canada", "Seattle Canada", ("US Washington Seattle", "CA"), id="a city not in the country"
        ),
        pytest.param("Paris Ohio", "Paris Ohio", ("FR Paris", "US Ohio"), id="a city not in the region"),
        pytest.param("Paris Lyon", "Paris Lyon", ("FR Paris", "FR Lyon"), id="two cities"),
        pytest.param(
            "Paris Lyon Nice Lille",
            "Paris Lyon Nice Lille",
            ("FR Paris", "FR Lyon", "FR Nice"),
            id="more than three names",
        ),
    ],
)
def test_an_unknown_place_brings_what_is_near(typed: str, word: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(UnknownPlace) as caught:
        PLACES.resolve(typed.split())
    assert (caught.value.word, caught.value.nearest) == (word, nearest)


@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(sorted(PLACES.meanings))), max_size=8))
def test_any_words_name_places_that_can_be_typed_or_are_unknown(words: Sequence[str]) -> None:
    assert all(PLACES.resolve([as_words(place)]) == place for place in _meant_by(words))


def test_a_dash_between_words_is_no_word() -> None:
    congo = PLACES.resolve(["congo", "brazzaville"])
    assert PLACES.resolve(["Congo - Brazzaville"]) == PLACES.resolve(["Congo", "-", "Brazzaville"]) == congo


@table("place", EVERY_PLACE, ids=as_words)
def test_every_place_is_understood_as_it_is_typed_and_shown(place: Place) -> None:
    assert PLACES.resolve([place.country, place.region, place.city]) == place
    assert PLACES.resolve([as_words(place)]) == place
    for locale in ("en", "fr"):
        assert place in _meant_by([describe(place, locale)])  # Georgia is also a state


def _meant_by(words: Sequence[str]) -> tuple[Place, ...]:
    try:
        place = PLACES.resolve(words)
    except AmbiguousPlace as ambiguous:
        return ambiguous.choices
    except UnknownPlace:
        return ()
    return (place,) if place else ()


@table(
    ("country", "toll", "toll_free", "takes_request"),
    [
        pytest.param("US", True, True, False, id="both kinds"),
        pytest.param("CR", True, False, False, id="toll numbers that belong to no city"),
        pytest.param("AE", False, True, False, id="toll-free only"),
        pytest.param("EG", False, False, False, id="listed with neither"),
        pytest.param("IS", False, False, False, id="not listed"),
        pytest.param("BE", True, True, True, id="by request in Belgium"),
        pytest.param("DE", True, True, True, id="by request in Germany"),
        pytest.param("IE", True, True, True, id="by request in Ireland"),
        pytest.param("NL", True, True, True, id="by request in the Netherlands"),
    ],
)
def test_what_a_country_offers(country: str, toll: bool, toll_free: bool, takes_request: bool) -> None:
    offer = PLACES.offered(country)
    assert (offer.toll, offer.toll_free, offer.takes_request) == (toll, toll_free, takes_request)


def test_87_countries_are_listed_and_four_take_a_request() -> None:
    assert len(PLACES.countries()) == 87
    assert [code for code in PLACES.countries() if PLACES.offered(code).takes_request] == ["BE", "DE", "IE", "NL"]


def test_a_country_offers_toll_numbers_in_its_cities_by_name() -> None:
    assert PLACES.offered("AT").cities == (Place(country="AT", city="Vienna"),)
    assert PLACES.offered("CR").cities == ()
    names = [city.city for city in PLACES.cities("PL")]
    assert names == sorted(names)


def test_cities_are_listed_for_a_country_or_one_region() -> None:
    assert SEATTLE in PLACES.cities("US")
    assert [city.city for city in PLACES.cities("US", "Washington")] == ["Seattle", "Spokane", "Tacoma"]
    assert PLACES.cities("US", "Ontario") == PLACES.cities("IS") == ()


def test_the_countries_with_regions_have_them_all() -> None:
    assert {code: len(PLACES.regions(code)) for code in ("AU", "CA", "US", "FR", "IS")} == {
        "AU": 8,
        "CA": 13,
        "US": 51,
        "FR": 0,
        "IS": 0,
    }


@table(
    ("place", "locale", "text"),
    [
        pytest.param(SEATTLE, "en", "Seattle, Washington, United States", id="city, region, country"),
        pytest.param(SEATTLE, "fr-FR", "Seattle, Washington, États-Unis", id="in French, by Slack's name of it"),
        pytest.param(Place(country="FR", city="Paris"), "en-US", "Paris, France", id="no region"),
        pytest.param(Place(country="GB"), "fr", "Royaume-Uni", id="a country"),
    ],
)
def test_a_place_is_described_in_the_readers_language(place: Place, locale: str, text: str) -> None:
    assert describe(place, locale) == text


def test_a_code_that_is_no_country_is_shown_as_it_is() -> None:
    assert country_name("ZX", "en") == "ZX"


@table(
    ("text", "folded"),
    [
        ("  Stoke-on-Trent ", "stoke on trent"),
        ("Côte d'Ivoire", "cote d ivoire"),
        ("St. John's", "st john s"),
        ("İzmir", "izmir"),
        ("Straße", "strasse"),
    ],
)
def test_names_are_compared_without_case_accents_and_marks(text: str, folded: str) -> None:
    assert fold(text) == folded

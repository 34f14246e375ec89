"""Every country, region and city goes by its name or its code, in English, in French and as it is called there."""

import pytest
from babel import Locale, localedata
from babel.languages import get_official_languages

from handlers.kit.number_places import place_said
from store.places import AmbiguousPlace, UnknownPlace, as_words, known_places
from store.types import Place
from tests.table import table

PLACES = known_places()


def said(typed: str) -> list[str]:
    """The places that the words can mean, as they are typed."""
    try:
        place = PLACES.resolve([typed])
    except AmbiguousPlace as which:
        return [as_words(place) for place in which.choices]
    return [as_words(place)] if place else []


@table(
    ("place", "written"),
    [
        pytest.param("DE", ["Germany", "Allemagne", "Deutschland", "DE", "DEU", "GERMANY"], id="a country"),
        pytest.param("CH", ["Switzerland", "Suisse", "che"], id="a country by each of its codes"),
        pytest.param("CA Quebec", ["Québec", "quebec", "QC", "Canada QC"], id="a region of ours"),
        pytest.param("GB Scotland", ["Scotland", "Écosse", "ecosse", "GB-SCT", "UK Scotland"], id="a region abroad"),
        pytest.param("DE Bavaria", ["Bavaria", "Bavière", "Bayern", "DE-BY", "Allemagne Bayern"], id="as it is there"),
        pytest.param("ES Catalonia", ["Catalonia", "Catalogne", "Catalunya", "Cataluña"], id="in four languages"),
        pytest.param("GB London", ["London", "Londres", "LONDRES", "London, England", "Londres Angleterre"], id="city"),
        pytest.param("DE Munich", ["Munich", "München", "Muenchen", "munchen", "Bayern München"], id="a city abroad"),
        pytest.param("CH Geneva", ["Genève", "Geneve", "Genf", "Geneva CH", "Genève, Suisse"], id="in three languages"),
        pytest.param("BE Antwerp", ["Antwerp", "Anvers", "Antwerpen"], id="a city with numbers"),
        pytest.param("FR Bordeaux", ["Bordeaux", "bordeaux france"], id="a city without numbers"),
        pytest.param("US Texas Paris", ["Paris TX", "Paris, Texas", "US Paris"], id="not the one that is better known"),
        pytest.param("US Oregon Portland", ["Portland OR", "Portland, Oregon"], id="one of two in a country"),
        pytest.param("ES Santa Cruz de Tenerife", ["ES Santa Cruz de Tenerife"], id="another name begins so"),
        pytest.param("AU Northern Territory Palmerston", ["Palmerston NT"], id="not what Darwin was called once"),
        pytest.param("GB Newcastle", ["Newcastle upon Tyne", "GB Newcastle"], id="the largest that is called so"),
    ],
)
def test_a_place_goes_by_all_its_names(place: str, written: list[str]) -> None:
    assert {each: said(each) for each in written} == {each: [place] for each in written}


def test_a_country_goes_by_its_names_in_its_own_languages() -> None:
    called = {
        name: country
        for country in PLACES.countries()
        for language in get_official_languages(country, de_facto=True)
        if localedata.exists(language) and (name := Locale.parse(language).territories.get(country, "")).isalpha()
    }
    assert len(called) > len(PLACES.countries())
    assert {name: said(name) for name in called} == {name: [as_words(Place(country=called[name]))] for name in called}


@table(
    ("typed", "choices"),
    [
        pytest.param("Portland", ["US Maine Portland", "US Oregon Portland"], id="two that have numbers"),
        pytest.param("Geneva", ["CH Geneva", "US Illinois Geneva"], id="two without numbers"),
    ],
)
def test_places_of_one_name_are_asked_about(typed: str, choices: list[str]) -> None:
    assert said(typed) == choices
    assert [said(choice) for choice in choices] == [[choice] for choice in choices], "each of them can be chosen"


@table(
    ("typed", "nearest"),
    [
        pytest.param("Seatle", ("Seattle",), id="where there are numbers"),
        pytest.param("Otawwa", ("Ottawa",), id="two letters"),
        pytest.param("Bordeaxu", ("Bordeaux",), id="elsewhere in the world"),
    ],
)
def test_a_misspelt_place_brings_the_nearest(typed: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(UnknownPlace) as caught:
        PLACES.resolve([typed])
    assert caught.value.nearest[: len(nearest)] == nearest


@table(
    ("written", "place"),
    [
        pytest.param(("GB", "", "Londres"), Place(country="GB", city="London"), id="a city of ours"),
        pytest.param(("GB", "England", "London"), Place(country="GB", city="London"), id="its region left out"),
        pytest.param(("CA", "QC", "Montréal"), Place(country="CA", region="Quebec", city="Montreal"), id="by a code"),
        pytest.param(("CH", "", "Genf"), Place(country="CH", city="Geneva"), id="a large city of the world"),
        pytest.param(
            ("DE", "Bayern", "München"), Place(country="DE", region="Bavaria", city="Munich"), id="its region"
        ),
        pytest.param(("US", "Maine", "Casco"), Place(country="US", region="Maine", city="Casco"), id="no old Portland"),
        pytest.param(("FR", "", "Trifouilly"), Place(country="FR", city="Trifouilly"), id="as it is written"),
    ],
)
def test_stock_comes_in_where_people_look_for_it(written: tuple[str, str, str], place: Place) -> None:
    assert place_said(*written) == place

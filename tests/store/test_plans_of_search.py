"""The easiest numbers are found by an index in every place: not all that are easy are read for a page of them."""

from collections.abc import Iterator

import pytest
from sqlalchemy import insert, text

from store.numbers import search
from store.numbers.table import NumberRow
from store.session import Database, connect
from store.types import Criteria, Digits, Kind, Place
from tests.databases import ENGINES, Databases
from tests.desk import HOME, SEATTLE, START
from tests.store.statements import statements

SPOKANE = Place(country="US", region="Washington", city="Spokane")
CITIES = (SEATTLE, SPOKANE, Place(country="US", region="Oregon", city="Salem"), Place(country="FR", city="Paris"))
EACH, ONE_IS_EASY = 4_000, 8  # numbers of a city; of so many


@pytest.fixture(scope="module", params=ENGINES)
def full(databases: Databases, request: pytest.FixtureRequest) -> Iterator[Database]:
    made = connect(databases.new(request.param))
    free = {"kind": Kind.TOLL, "status": "free", "available_at": START}
    with made.begin() as db:
        for at, city in enumerate(CITIES):
            place = {"country": city.country, "region": city.region, "city": city.city}
            rows = [
                {"e164": f"+{at + 1}{number:010}", "ease": 0 if number % ONE_IS_EASY else number % 97, **place, **free}
                for number in range(EACH)
            ]
            db.execute(insert(NumberRow), rows)
        if made.engine.dialect.name == "postgresql":
            db.execute(text("ANALYZE"))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("place", "index"),
    [
        pytest.param(SEATTLE, "numbers_easy_in_city", id="in a city"),
        pytest.param(Place(country="US", region="Washington"), "numbers_easy_in_region", id="in a region"),
        pytest.param(Place(country="US"), "numbers_easy_in_country", id="in a country"),
        pytest.param(None, "numbers_easy", id="anywhere"),
    ],
)
def test_the_easiest_are_found_by_an_index_in_every_place(full: Database, place: Place | None, index: str) -> None:
    wanted = Criteria(place=place, kind=Kind.TOLL, digits=Digits(easy=True))
    with statements(full) as asked, full.reading() as db:
        page = search.find(db, HOME, wanted, START, limit=10)
    assert len(page.numbers) == 10
    (easy,) = (each for each in asked if "ease >" in each.sql)
    with full.engine.connect() as connection:
        assert any(index in step.replace(",", " ").split() for step in easy.plan(connection))

"""Places that come in with stock are known from then on, in every process, to those who may have its numbers."""

import pytest
from sqlalchemy import insert

from handlers import desk as door
from handlers.search import form
from store.numbers import named, stock
from store.numbers.table import PoolPlaceRow
from store.numbers.types import PoolNumber
from store.places import AmbiguousPlace, UnknownPlace, as_words
from store.session import Database
from store.types import E164, Kind, Place, WorkspaceId
from tests.desk import AWAY, BEN, HOME, START, Desk, click
from tests.store.statements import scanned, statements

PARIS_TX = Place(country="US", region="Texas", city="Paris")
MUNICH = Place(country="DE", region="Bayern", city="München")
HAMLET = Place(country="US", region="Ohio", city="Zootown Heights")


def comes_in(database: Database, *places: Place, kept_for: WorkspaceId | None = None) -> None:
    """Put a number of each place into the pool, as another process would."""
    with database.begin() as db:
        made = [
            PoolNumber(e164=E164(f"+1206555{at:04}"), place=place, kind=Kind.TOLL, kept_for=kept_for)
            for at, place in enumerate(places)
        ]
        stock.put(db, made, START)


def said(desk: Desk, typed: str, workspace: WorkspaceId = HOME) -> list[str]:
    """The places that the words can mean."""
    try:
        place = desk.tools.places_of(workspace).resolve([typed])
    except AmbiguousPlace as which:
        return [as_words(each) for each in which.choices]
    return [as_words(place)] if place else []


def test_a_place_is_known_as_soon_as_it_has_stock(desk: Desk) -> None:
    with pytest.raises(UnknownPlace):
        said(desk, "Zootown Heights")
    comes_in(desk.database, HAMLET)
    assert said(desk, "zootown-heights") == said(desk, "Ohio Zootown Heights") == ["US Ohio Zootown Heights"]
    with pytest.raises(UnknownPlace) as near:
        said(desk, "Zotown Heihgts")
    assert near.value.nearest == ("Zootown Heights",)


def test_stock_is_found_by_the_other_names_of_its_place(desk: Desk) -> None:
    comes_in(desk.database, MUNICH)
    for typed in ("Munich", "MUNCHEN", "Muenchen", "Bavière München", "Munich DE", "DE Bayern München"):
        assert said(desk, typed) == ["DE Bayern München"], typed
    assert said(desk, "Bavaria") == said(desk, "Bavière") == ["DE Bayern"]


def test_a_second_place_of_a_name_is_asked_about(desk: Desk) -> None:
    assert said(desk, "Paris") == ["FR Paris"]
    comes_in(desk.database, PARIS_TX)
    assert said(desk, "Paris") == ["FR Paris", "US Texas Paris"]
    assert said(desk, "Paris TX") == ["US Texas Paris"]


def test_another_workspace_does_not_learn_of_a_place(desk: Desk) -> None:
    comes_in(desk.database, HAMLET, kept_for=AWAY)
    assert said(desk, "Zootown Heights", AWAY) == ["US Ohio Zootown Heights"]
    with pytest.raises(UnknownPlace):
        said(desk, "Zootown Heights")
    with desk.database.reading() as db:
        assert named.cities_like(db, HOME, Place(country="US"), "zoo", limit=9) == []


def test_what_is_in_stock_is_offered_wherever_it_is(desk: Desk) -> None:
    reykjavik = Place(country="IS", city="Reykjavik")
    assert door.type_command(desk.tools, click(BEN), "search Reykjavik").refusal
    comes_in(desk.database, reykjavik)
    assert "*1 toll number* available in Reykjavik" in str(
        door.type_command(desk.tools, click(BEN), "search Reykjavík")
    )
    assert "search Reykjavik" not in str(door.type_command(desk.tools, click(BEN), "search IS type:toll-free"))


def test_the_lists_of_the_form_find_among_the_stock(desk: Desk) -> None:
    comes_in(desk.database, HAMLET, MUNICH)
    in_germany = {"country": "DE", "region": "Bayern"}
    assert [each.value for each in form.find_regions(desk.tools, click(BEN), {"country": "DE"}, "bay")] == ["Bayern"]
    assert [each.value for each in form.find_cities(desk.tools, click(BEN), in_germany, "mun")] == ["Bayern|München"]
    cities = form.find_cities(desk.tools, click(BEN), {"country": "US", "region": ""}, "heights")
    assert [each.value for each in cities] == ["Ohio|Zootown Heights"]


def test_a_hundred_thousand_places_are_not_read_to_find_one(desk: Desk) -> None:
    with desk.database.begin() as db:
        ohio = {"country": "US", "region": "Ohio", "region_folded": "ohio", "kind": "toll", "kept_for": ""}
        rows = [{**ohio, "city": f"Town {at}", "city_folded": f"town {at}"} for at in range(2_000)]
        db.execute(insert(PoolPlaceRow), rows)
        if db.dialect.name == "postgresql":
            db.exec_driver_sql("ANALYZE pool_places")
    with statements(desk.database) as executed:
        assert said(desk, "Town 77") == ["US Ohio Town 77"]
    [asked] = [each for each in executed if "pool_places" in each.sql]
    with desk.database.reading() as db:
        assert scanned(asked.plan(db)) == set()

"""Words about the digits of numbers are read as people write them, or refused with a command that would do."""

import pytest

from handlers import desk
from handlers.holds.requests import Reserve
from handlers.kit.words import BadInput
from handlers.search.requests import Search, as_typed
from store.places import known_places
from store.types import ANY_DIGITS, E164, Criteria, Digits, Kind, Place
from tests.table import table

PLACES = known_places()
US, PARIS = Place(country="US"), Place(country="FR", city="Paris")
SEATTLE = Place(country="US", region="Washington", city="Seattle")


def search(place: Place | None = None, quantity: int | None = None, digits: Digits = ANY_DIGITS) -> Search:
    return Search(wanted=Criteria(place=place, kind=Kind.TOLL, digits=digits), quantity=quantity)


def reserve(quantity: int, place: Place, digits: Digits) -> Reserve:
    return Reserve(wanted=Criteria(place=place, kind=Kind.TOLL, digits=digits), quantity=quantity)


@table(
    ("typed", "request_"),
    [
        pytest.param("search starts:206", search(digits=Digits(starts="206")), id="how they start"),
        pytest.param("search US ENDS: 00", search(US, digits=Digits(ends="00")), id="how they end"),
        pytest.param("search contains:01*0 US", search(US, digits=Digits(contains="01*0")), id="any one digit"),
        pytest.param("search contains:FLOWERS", search(digits=Digits(contains="3569377")), id="letters on the keys"),
        pytest.param("search ends:٤٢", search(digits=Digits(ends="42")), id="figures of elsewhere"),
        pytest.param('search contains:"555 01-00"', search(digits=Digits(contains="5550100")), id="grouped in quotes"),
        pytest.param(
            "search 20 Seattle consecutive:20", search(SEATTLE, quantity=20, digits=Digits(in_a_row=20)), id="a run"
        ),
        pytest.param(
            "search near:+1 206 555 0142 Seattle 5",
            search(SEATTLE, quantity=5, digits=Digits(near=E164("+12065550142"))),
            id="near a number of several words",
        ),
        pytest.param(
            "search near: (206) 555-0142", search(digits=Digits(near=E164("+12065550142"))), id="near one at home"
        ),
        pytest.param("search easy GB", search(Place(country="GB"), digits=Digits(easy=True)), id="easy to remember"),
        pytest.param(
            "search starts:20 Seattle easy contains:55 ends:TAXI",
            search(SEATTLE, digits=Digits(starts="20", contains="55", ends="8294", easy=True)),
            id="all at once",
        ),
        pytest.param("reserve 2 easy Paris", reserve(2, PARIS, digits=Digits(easy=True)), id="easy to remember"),
        pytest.param(
            "reserve Seattle consecutive:20", reserve(20, SEATTLE, digits=Digits(in_a_row=20)), id="a run as it says"
        ),
    ],
)
def test_what_the_digits_are_to_be_is_read(typed: str, request_: Search | Reserve) -> None:
    assert desk.read_command(typed, PLACES) == request_
    if isinstance(request_, Search):
        assert desk.read_command(as_typed(request_), PLACES) == request_


@table(
    ("typed", "key", "said", "corrected"),
    [
        pytest.param("search contains:* US", "bad-pattern", "contains:*", ("search contains:0100",), id="any digit"),
        pytest.param("search ends:- US", "bad-pattern", "ends:-", ("search ends:00",), id="no digit"),
        pytest.param(
            "search starts:+1206", "bad-pattern", "starts:+1206", ("search starts:206",), id="a country's code"
        ),
        pytest.param("search contains:", "bad-filter", "contains:", ("search",), id="a pattern that was left out"),
        pytest.param(
            "search near:Seattle", "bad-number", "Seattle", ("search near:+12065550142",), id="near no number"
        ),
        pytest.param("search consecutive:1", "bad-run", "1", ("search consecutive:10",), id="a run of one"),
        pytest.param(
            "reserve 5 Seattle consecutive:4",
            "run-or-nothing",
            5,
            ("reserve 4 US Washington Seattle consecutive:4",),
            id="half a run",
        ),
    ],
)
def test_what_filters_nothing_is_refused(typed: str, key: str, said: str | int, corrected: tuple[str, ...]) -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command(typed, PLACES)
    assert (bad.value.key, bad.value.values["said"], bad.value.corrected) == (key, said, corrected)
    for command in bad.value.corrected:
        desk.read_command(command, PLACES)


@table(
    "typed", ["search easy near:+12065550142", "search US easy consecutive:5", "reserve US near:+12065550142 easy 3"]
)
def test_one_order_alone_is_asked_for(typed: str) -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command(typed, PLACES)
    assert bad.value.key == "digits-one-order"

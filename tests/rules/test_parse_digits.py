"""Words about the digits of numbers are read as people write them, or refused with a command that would do."""

import pytest

from handlers import desk
from handlers.holds.requests import Reserve
from handlers.kit.remarks import Remark, Remarked
from handlers.kit.words import BadInput
from handlers.search.requests import Search, as_typed
from handlers.wanted.requests import AskFor
from store.places import known_places
from store.types import ANY_DIGITS, E164, Criteria, Digits, Kind, Place
from tests.table import table

PLACES = known_places()
US, PARIS = Place(country="US"), Place(country="FR", city="Paris")
SEATTLE = Place(country="US", region="Washington", city="Seattle")


def asked_for(quantity: int, place: Place, digits: Digits) -> AskFor:
    return AskFor(wanted=Criteria(place=place, kind=Kind.TOLL, digits=digits), quantity=quantity)


def search(place: Place | None = None, quantity: int | None = None, digits: Digits = ANY_DIGITS) -> Search:
    return Search(wanted=Criteria(place=place, kind=Kind.TOLL, digits=digits), quantity=quantity)


def reserve(quantity: int, place: Place | None, digits: Digits) -> Reserve:
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
        pytest.param("search easy US easy", search(US, digits=Digits(easy=True)), id="said twice, to no other effect"),
        pytest.param("request 3 US ends:TAXI", asked_for(3, US, Digits(ends="8294")), id="asked for"),
        pytest.param("request 3 US easy", asked_for(3, US, Digits(easy=True)), id="the easy ones are asked for"),
        pytest.param(
            "request 2 near:+1 206 555 0142 US",
            asked_for(2, US, Digits(near=E164("+12065550142"))),
            id="the nearest are asked for",
        ),
        pytest.param("request consecutive:9 US", asked_for(9, US, Digits(in_a_row=9)), id="a run that is asked for"),
        pytest.param(
            "reserve 3 near:+1 206 555 0142", reserve(3, None, Digits(near=E164("+12065550142"))), id="near it, there"
        ),
        pytest.param(
            "reserve Seattle consecutive:20", reserve(20, SEATTLE, digits=Digits(in_a_row=20)), id="a run as it says"
        ),
    ],
)
def test_what_the_digits_are_to_be_is_read(typed: str, request_: Search | Reserve | AskFor) -> None:
    assert desk.read_command(typed, PLACES) == request_
    if isinstance(request_, Search):
        assert desk.read_command(as_typed(request_), PLACES) == request_


@table(
    ("typed", "key", "said", "corrected"),
    [
        pytest.param("search contains:* US", "bad-pattern", "contains:*", ("search contains:0100 US",), id="any digit"),
        pytest.param("search ends:- US", "bad-pattern", "ends:-", ("search ends:00 US",), id="no digit"),
        pytest.param(
            "search starts:+4420", "bad-pattern", "starts:+4420", ("search starts:20",), id="a country's code"
        ),
        pytest.param(
            "search US contains:", "bad-filter", "contains:", ("search US",), id="a pattern that was left out"
        ),
        pytest.param('search contains:"" US', "bad-filter", "contains:", ("search US",), id="one with nothing in it"),
        pytest.param("search Seattle near:", "bad-filter", "near:", ("search Seattle",), id="near what was left out"),
        pytest.param(
            "search near:Seattle", "bad-number", "Seattle", ("search near:+12065550142",), id="near no number"
        ),
        pytest.param("search US consecutive:1", "bad-run", "1", ("search US consecutive:10",), id="a run of one"),
        pytest.param(
            'reserve 3 ends:"0 §" Paris', "bad-pattern", "ends:0 §", ("reserve 3 ends:00 Paris",), id="one in quotes"
        ),
        pytest.param(
            "reserve 3 Xyzzy ends:00",
            "bad-place",
            "Xyzzy",
            ("reserve 3 US Washington Seattle ends:00",),
            id="a place that nothing is like",
        ),
        pytest.param(
            "reserve 5 Seattle consecutive:4",
            "run-or-nothing",
            5,
            ("reserve 4 US Washington Seattle consecutive:4",),
            id="half a run",
        ),
        pytest.param(
            "request 5 US consecutive:4",
            "run-or-nothing",
            5,
            ("request 4 US consecutive:4",),
            id="half of one asked for",
        ),
        pytest.param(
            "request 2 Seattle ends:00 from:Telnyx",
            "wanted-from",
            "from:telnyx",
            ("search from:telnyx US Washington Seattle ends:00", "request 2 US Washington Seattle ends:00"),
            id="what carriers offer is not asked for",
        ),
        pytest.param(
            "request 2 near:+442079460142 Seattle",
            "near-elsewhere",
            "+442079460142",
            ("request 2 US Washington Seattle",),
            id="what is near a number of elsewhere is asked for",
        ),
        pytest.param(
            "search near:+442079460142 Seattle",
            "near-elsewhere",
            "+442079460142",
            ("search near:+442079460142",),
            id="near a number of elsewhere",
        ),
        pytest.param(
            "reserve 2 near:+442079460142 Seattle",
            "near-elsewhere",
            "+442079460142",
            ("reserve 2 US Washington Seattle",),
            id="what is near a number of elsewhere is held",
        ),
        pytest.param(
            "search ends:00 US ends:11",
            "said-twice",
            "ends:",
            ("search ends:00 US", "search US ends:11"),
            id="ends",
        ),
        pytest.param("search toll toll-free US", "said-twice", "type:", ("search toll US",), id="two kinds"),
        pytest.param("search 3 4 US", "said-twice", "qty:", ("search 3 US",), id="two quantities"),
        pytest.param("search start:206 US", "bad-option", "start:206", ("search starts:206 US",), id="no such option"),
        pytest.param("search Seattle colour:red", "bad-option", "colour:red", ("search Seattle",), id="none like it"),
    ],
)
def test_what_filters_nothing_is_refused(typed: str, key: str, said: str | int, corrected: tuple[str, ...]) -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command(typed, PLACES)
    assert (bad.value.key, bad.value.values["said"], bad.value.corrected) == (key, said, corrected)
    for command in bad.value.corrected:
        desk.read_command(command, PLACES)


@table(
    ("typed", "corrected"),
    [
        ("search easy near:+12065550142", ("search near:+12065550142", "search easy")),
        ("search easy near:+1 206 555 0142 US", ("search near:+12065550142 US", "search easy US")),
        ("search US easy consecutive:5", ("search US consecutive:5", "search US easy")),
        ("reserve US near:+12065550142 easy 3", ("reserve US near:+12065550142 3", "reserve US easy 3")),
    ],
)
def test_one_order_alone_is_asked_for(typed: str, corrected: tuple[str, ...]) -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command(typed, PLACES)
    assert (bad.value.key, bad.value.corrected) == ("digits-one-order", corrected)


LONDON, GB = Place(country="GB", city="London"), Place(country="GB")


@table(
    ("typed", "remarks"),
    [
        pytest.param("search US starts:206", (), id="nothing to say"),
        pytest.param(
            "search US ends:Taxi starts:2*",
            (Remark(key="letters-read-as", said="ends:Taxi", meant="ends:8294"),),
            id="letters",
        ),
        pytest.param(
            "reserve 3 Londres toll-free",
            (Remark(key="whole-country-read", said=LONDON, meant=GB),),
            id="toll-free in a city",
        ),
        pytest.param(
            "request 3 contains: Fleurs London type:toll-free",
            (
                Remark(key="letters-read-as", said="contains:Fleurs", meant="contains:353877"),
                Remark(key="whole-country-read", said=LONDON, meant=GB),
            ),
            id="both",
        ),
    ],
)
def test_what_was_read_otherwise_than_it_was_typed_is_to_be_said(typed: str, remarks: tuple[Remark, ...]) -> None:
    request = desk.read_command(typed, PLACES)
    assert isinstance(request, Remarked)
    assert request.remarks == remarks

"""What is typed is read once: into a request, or into what was wrong and commands that would do."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handlers import desk
from handlers.help.requests import ShowHelp
from handlers.holds.requests import ReleaseHold, Reserve, ShowHold
from handlers.holds.requests import as_typed as reserve_as_typed
from handlers.kit.words import MOST, BadInput
from handlers.quota.requests import ShowQuota
from handlers.search.requests import AskSearch, Search
from handlers.search.requests import as_typed as search_as_typed
from handlers.settings.requests import ShowSettings
from store.holds.types import HoldId
from store.places import known_places
from store.types import Criteria, Kind, Place
from tests.rules.reading import is_read_or_leads_on
from tests.table import table

PLACES = known_places()
US, FRANCE = Place(country="US"), Place(country="FR")
SEATTLE = Place(country="US", region="Washington", city="Seattle")
NEW_YORK = Place(country="US", region="New York", city="New York")
STATE_OF_NEW_YORK = Place(country="US", region="New York")
PARIS = Place(country="FR", city="Paris")
LONDON = Place(country="GB", city="London")
EVERY_PLACE = [
    *(Place(country=country) for country in PLACES.countries()),
    *(Place(country=country, region=region) for country in PLACES.countries() for region in PLACES.regions(country)),
    *(city for country in PLACES.countries() for city in PLACES.cities(country)),
]


def search(place: Place | None = None, kind: Kind = Kind.TOLL, quantity: int | None = None, page: int = 1) -> Search:
    return Search(wanted=Criteria(place=place, kind=kind), quantity=quantity, page=page)


def reserve(quantity: int, place: Place, kind: Kind = Kind.TOLL) -> Reserve:
    return Reserve(wanted=Criteria(place=place, kind=kind), quantity=quantity)


def wrong(text: str) -> BadInput:
    with pytest.raises(BadInput) as bad:
        desk.read_command(text, PLACES)
    return bad.value


@table(
    ("typed", "request_"),
    [
        pytest.param("", ShowHelp(), id="nothing"),
        pytest.param("  \t ", ShowHelp(), id="only spaces"),
        pytest.param("help", ShowHelp(), id="help"),
        pytest.param("HELP Search", ShowHelp(topic="search"), id="help on a topic, in any case"),
        pytest.param("help /reserve", ShowHelp(topic="reserve"), id="help on a topic with a slash"),
        pytest.param("quota", ShowQuota(), id="quota"),
        pytest.param("Settings", ShowSettings(), id="settings"),
        pytest.param("show H-12", ShowHold(hold=HoldId(12)), id="show"),
        pytest.param("show h12", ShowHold(hold=HoldId(12)), id="a hold's name without its hyphen"),
        pytest.param("show H-0012", ShowHold(hold=HoldId(12)), id="a hold's name with zeros before it"),
        pytest.param("show 12", ShowHold(hold=HoldId(12)), id="a hold's number alone"),
        pytest.param("release H-999999999", ReleaseHold(hold=HoldId(999_999_999)), id="the largest hold"),
    ],
)
def test_a_command_without_numbers(typed: str, request_: object) -> None:
    assert desk.read_command(typed, PLACES) == request_


@table(
    ("typed", "request_"),
    [
        pytest.param("search type:toll", search(), id="anywhere"),
        pytest.param("search", AskSearch(), id="nothing is said"),
        pytest.param("search US", search(US), id="a country by its code"),
        pytest.param("search us washington seattle", search(SEATTLE), id="country, region and city"),
        pytest.param("search US, Washington, Seattle", search(SEATTLE), id="with commas"),
        pytest.param("search US,Washington,Seattle", search(SEATTLE), id="with commas and no spaces"),
        pytest.param("search Seattle", search(SEATTLE), id="a city alone"),
        pytest.param("search US New York New York", search(NEW_YORK), id="the longest known names"),
        pytest.param('search "New York" US', search(STATE_OF_NEW_YORK), id="a name in quotes"),
        pytest.param("search “New York” US", search(STATE_OF_NEW_YORK), id="in the quotes of a phone"),
        pytest.param("search « New York » US", search(STATE_OF_NEW_YORK), id="in the quotes of the French"),
        pytest.param('search "New York', search(STATE_OF_NEW_YORK), id="in quotes that were not closed"),
        pytest.param("search GB type:toll-free qty:5", search(Place(country="GB"), Kind.TOLL_FREE, 5), id="options"),
        pytest.param(
            "search QTY:5 TYPE:Toll_Free GB", search(Place(country="GB"), Kind.TOLL_FREE, 5), id="in capitals"
        ),
        pytest.param("search qty: 5 type: toll Paris", search(PARIS, quantity=5), id="options with a space"),
        pytest.param("search toll-free US", search(US, Kind.TOLL_FREE), id="the kind as a word"),
        pytest.param("search toll free US", search(US, Kind.TOLL_FREE), id="the kind as two words"),
        pytest.param("search US gratuits", search(US, Kind.TOLL_FREE), id="the kind in French"),
        pytest.param("search US sans frais", search(US, Kind.TOLL_FREE), id="the kind in French, in two words"),
        pytest.param("search type:numéro vert US", search(US, Kind.TOLL_FREE), id="the kind in French, as an option"),
        pytest.param("search type:payant US", search(US), id="the other kind in French"),
        pytest.param("search type:toll free US", search(US, Kind.TOLL_FREE), id="the kind as an option of two words"),
        pytest.param("search 5 US", search(US, quantity=5), id="a bare quantity"),
        pytest.param("search from: Telnyx US", replace(search(US), source="telnyx"), id="at a carrier alone"),
        pytest.param("search US page:2", search(US, page=2), id="a page"),
        pytest.param("search France", search(FRANCE), id="a country by its name"),
        pytest.param("search états-unis", search(US), id="a country by its French name"),
    ],
)
def test_a_search(typed: str, request_: Search | AskSearch) -> None:
    assert desk.read_command(typed, PLACES) == request_


@table(
    ("typed", "request_"),
    [
        pytest.param("reserve 3 US Washington Seattle", reserve(3, SEATTLE), id="as in the story"),
        pytest.param("reserve Seattle 3", reserve(3, SEATTLE), id="in another order"),
        pytest.param("reserve qty:3 Seattle", reserve(3, SEATTLE), id="the quantity as an option"),
        pytest.param("reserve 1,500 US", reserve(1_500, US), id="a thousand with its comma"),
        pytest.param("reserve 0003 Paris", reserve(3, PARIS), id="zeros before a quantity"),
        pytest.param("reserve 2 type:toll-free US", reserve(2, US, Kind.TOLL_FREE), id="toll-free"),
        pytest.param("reserve 2 London, GB", reserve(2, LONDON), id="with a comma"),
    ],
)
def test_a_reservation(typed: str, request_: Reserve) -> None:
    assert desk.read_command(typed, PLACES) == request_


@table(
    ("typed", "key", "said", "corrected"),
    [
        pytest.param("foo", "bad-verb", "foo", ("help",), id="a word like no other"),
        pytest.param("quotta", "bad-verb", "quotta", ("quota",), id="a typing error"),
        pytest.param("reserv 3 Seattle", "bad-verb", "reserv", ("reserve 3 Seattle",), id="and what came after it"),
        pytest.param(
            'serch "New York" US', "bad-verb", "serch", ('search "New York" US',), id="and the quotes that were there"
        ),
        pytest.param(
            "search US type:free",
            "bad-kind",
            "free",
            ("search US type:toll", "search US type:toll-free"),
            id="no kind of number",
        ),
        pytest.param(
            "search type: US",
            "bad-kind",
            "US",
            ("search type:toll", "search type:toll-free"),
            id="a kind that was left out",
        ),
        pytest.param("reserve 0 Seattle", "bad-quantity", "0", ("reserve 1 Seattle",), id="none"),
        pytest.param("reserve -3 Seattle", "bad-quantity", "-3", ("reserve 1 Seattle",), id="fewer than none"),
        pytest.param("reserve 1.5 Seattle", "bad-quantity", "1.5", ("reserve 1 Seattle",), id="one and a half"),
        pytest.param("reserve 1501 US", "bad-quantity", "1501", ("reserve 1 US",), id="more than any quota"),
        pytest.param("reserve 3x Seattle", "bad-quantity", "3x", ("reserve 1 Seattle",), id="a quantity with a letter"),
        pytest.param("reserve 5:30 Seattle", "bad-quantity", "5:30", ("reserve 1 Seattle",), id="a time"),
        pytest.param("reserve ² Seattle", "bad-quantity", "²", ("reserve 1 Seattle",), id="a small figure"),
        pytest.param("search qty:t US", "bad-quantity", "t", ("search qty:1 US",), id="a letter of the option's name"),
        pytest.param("search US qty:", "bad-quantity", "qty:", ("search US qty:1",), id="a quantity that was left out"),
        pytest.param("search US page:0", "bad-page", "0", ("search US page:1",), id="no page"),
        pytest.param("search US page:x", "bad-page", "x", ("search US page:1",), id="a page that is no number"),
        pytest.param("search Xyzzy", "bad-place", "Xyzzy", ("search US Washington Seattle",), id="no place at all"),
        pytest.param("pool Imprt", "bad-place", "Imprt", ("pool import",), id="no place, but another word"),
        pytest.param("search Seatle", "bad-place", "Seatle", ("search US Washington Seattle",), id="a misspelt city"),
        pytest.param(
            "reserve 3 Sweeden type:toll-free",
            "bad-place",
            "Sweeden",
            ("reserve 3 SE type:toll-free",),
            id="a misspelt country, and all else kept",
        ),
        pytest.param(
            "search San Fransisco page:2 qty:7",
            "bad-place",
            "San Fransisco",
            ("search qty:7 page:2 US California San Francisco",),
            id="a misspelt city of two words, and the page kept",
        ),
        pytest.param(
            "reserve ten Seattle", "bad-place", "ten", ("reserve 1 US Washington Seattle",), id="a quantity as a word"
        ),
        pytest.param(
            "reserve 2 Paris London",
            "bad-place",
            "Paris London",
            ("reserve 2 FR Paris", "reserve 2 GB London"),
            id="two places at once",
        ),
        pytest.param(
            "search Birmingham",
            "which-place",
            "Birmingham",
            ("search GB Birmingham", "search US Alabama Birmingham"),
            id="a city that is there twice",
        ),
        pytest.param(
            "reserve three Seattle",
            "bad-place",
            "three",
            ("reserve 1 US Washington Seattle",),
            id="a word beside a place: the place is kept, not one that looks like the word",
        ),
        pytest.param(
            "search La Plat", "bad-place", "Plat", ("search AR La Plata",), id="a name that begins with another"
        ),
        pytest.param("show", "missing-hold", "", ("help show",), id="no hold"),
        pytest.param("release x", "bad-hold", "x", ("help release",), id="not the name of a hold"),
        pytest.param("show H-0", "bad-hold", "H-0", ("help show",), id="holds count from one"),
        pytest.param("show H-9999999999", "bad-hold", "H-9999999999", ("help show",), id="more than holds can be"),
        pytest.param("show H-12 please", "bad-extra", "please", ("show H-12",), id="a word too many"),
        pytest.param("show H-1 H-1", "bad-extra", "H-1", ("show H-1",), id="a hold said twice"),
        pytest.param("quota 5 US", "bad-extra", "5 US", ("quota",), id="words where none are wanted"),
    ],
)
def test_what_is_wrong_is_said_with_commands_that_would_do(
    typed: str, key: str, said: str, corrected: tuple[str, ...]
) -> None:
    bad = wrong(typed)
    assert (bad.key, bad.values["said"], bad.corrected) == (key, said, corrected)
    for command in bad.corrected:
        desk.read_command(command, PLACES)


@table(
    ("typed", "key", "corrected"),
    [
        pytest.param("reserve", "missing-place", "reserve 3 US Washington Seattle", id="nothing said"),
        pytest.param("reserve 5", "missing-place", "reserve 5 US Washington Seattle", id="no place"),
        pytest.param(
            "reserve 5 ends:00",
            "missing-place",
            "reserve 5 US Washington Seattle ends:00",
            id="no place, but a pattern",
        ),
        pytest.param("reserve Paris", "missing-quantity", "reserve 1 FR Paris", id="no quantity"),
        pytest.param(
            "reserve toll-free US", "missing-quantity", "reserve 1 US type:toll-free", id="no quantity, but a kind"
        ),
    ],
)
def test_what_is_missing_is_asked_for_with_a_command_that_has_it(typed: str, key: str, corrected: str) -> None:
    bad = wrong(typed)
    assert (bad.key, bad.corrected) == (key, (corrected,))
    desk.read_command(corrected, PLACES)


def test_no_correction_names_a_hold() -> None:
    # Each becomes a button, and a button must not release a hold that nobody named.
    assert "H-" not in " ".join(wrong("release").corrected + wrong("release it").corrected)


def test_slack_escapes_are_undone() -> None:
    assert wrong("search Tyne &amp; &lt;Wear&gt;").values["said"] == "Tyne & <Wear>"


WORDS = st.one_of(
    st.sampled_from(["search", "reserve", "show", "release", "help", "quota", "settings", "reserv", "serch"]),
    st.sampled_from(["log", "export", "logs", "export log", "since:7d", "since:", "since:x", "since: 2w", "since:0h"]),
    st.sampled_from(["@ben", "@", "<@U0BEN0001|ben>", "+1 206 555 0100", "<tel:+12065550100|+1 206 555 0100>", "+"]),
    st.sampled_from(["US", "Washington", "Seattle", "Seatle", "New York", "Paris", "London", "Birmingham", "CA", "La"]),
    st.sampled_from(["3", "0", "1,500", "-1", "qty:5", "qty:t", "qty:", "page:2", "page:", "page:0", "H-12", "12"]),
    st.sampled_from(["type:toll", "type:x", "type:", "toll-free", "toll free", '"', "“New York”", ",", "&amp;", ":"]),
    st.text(max_size=8),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(WORDS, max_size=7).map(" ".join) | st.text(max_size=60))
@example("search " + "x" * 4_000)
@example("reserve " + "1" * 4_000)
@example('"' * 4_000)
@example("search " + "a " * 500)
@example("search near:" + "1 " * 1_900)
@example("reserve " + "qty:1 " * 1_500)
def test_any_text_is_a_request_or_leads_to_one(text: str) -> None:
    is_read_or_leads_on(text, PLACES)


COUNTRIES = [place for place in EVERY_PLACE if not place.region + place.city]
TOLL = st.builds(Criteria, place=st.sampled_from(EVERY_PLACE), kind=st.just(Kind.TOLL))
TOLL_FREE = st.builds(Criteria, place=st.sampled_from(COUNTRIES), kind=st.just(Kind.TOLL_FREE))
ANYWHERE = st.builds(Criteria, place=st.none(), kind=st.sampled_from(Kind))
QUANTITIES = st.integers(1, MOST)
SEARCHES = st.builds(
    Search, wanted=TOLL | TOLL_FREE | ANYWHERE, quantity=st.none() | QUANTITIES, page=st.integers(1, 100_000)
)
RESERVATIONS = st.builds(Reserve, wanted=TOLL | TOLL_FREE, quantity=QUANTITIES)


@settings(deadline=None)
@given(SEARCHES | RESERVATIONS)
def test_a_request_is_read_as_it_was_typed_out(request_: Search | Reserve) -> None:
    typed = search_as_typed(request_) if isinstance(request_, Search) else reserve_as_typed(request_)
    assert desk.read_command(typed, PLACES) == request_

"""What a search found, or could not, is taken by Slack and says what can be done from there, in both languages."""

from dataclasses import replace

import pytest

from handlers import desk
from handlers.holds import rules as hold_rules
from handlers.holds.requests import Reserve
from handlers.holds.views import offer
from handlers.kit.fields import command, unpacked
from handlers.quota import Left
from handlers.search.payloads import reserve_these
from handlers.search.requests import Search, instead
from handlers.search.views import found as views
from handlers.wanted.requests import AskFor
from store.numbers.types import Counted, Cursor, Page, PoolNumber
from store.places import describe, known_places
from store.types import Criteria, Digits, Kind, Place
from store.workspaces.types import LOCALES
from tests.desk import START
from tests.rules.shown import NONCE, SEATTLE, buttons, click, e164s, labels, refused_by_slack
from tests.table import table

PLACES = known_places()
BOTH_LANGUAGES = table("locale", LOCALES)
CITIES = [city for country in PLACES.countries() for city in PLACES.cities(country)]

LIKE = Digits(contains="0100", ends="0*")
PLAIN = Search(wanted=Criteria(place=SEATTLE, kind=Kind.TOLL))
NEAR = Search(wanted=Criteria(place=Place(country="US"), kind=Kind.TOLL, digits=LIKE))
RUN = Search(wanted=Criteria(place=SEATTLE, kind=Kind.TOLL, digits=Digits(in_a_row=7)))
IN_CITY = Search(wanted=Criteria(place=Place(country="US", region="Washington", city="Spokane"), kind=Kind.TOLL))


def found(ask: Search, total: int, place: Place = SEATTLE) -> views.Found:
    shown = min(ask.size, max(total - ask.skipped, 0))
    numbers = [PoolNumber(e164=e164, place=place, kind=ask.wanted.kind) for e164 in e164s(shown)]
    last = Cursor(e164=numbers[-1].e164, available_at=START, as_of=START) if numbers else None
    is_last = total <= ask.skipped + shown
    page = Page(numbers=numbers, total=Counted(number=total), ended=None if is_last else last)
    return views.Found(search=ask, page=page, room=Left(left=17, quota=20))


def looking(
    place: Place | None = SEATTLE, kind: Kind = Kind.TOLL, quantity: int | None = None, page: int = 1
) -> Search:
    return Search(wanted=Criteria(place=place, kind=kind), quantity=quantity, page=page)


@BOTH_LANGUAGES
@table("total", [1, 10, 11, 100, 101, 1_500, 1_000_000])
@table(
    "ask",
    [
        pytest.param(looking(), id="in a city"),
        pytest.param(looking(None), id="anywhere"),
        pytest.param(looking(quantity=5), id="five"),
        pytest.param(looking(Place(country="GB"), Kind.TOLL_FREE, 1_500), id="toll-free"),
    ],
)
def test_what_a_search_found_is_taken_by_slack(locale: str, total: int, ask: Search) -> None:
    assert refused_by_slack(views.found(locale, found(ask, total), NONCE)) == []


@BOTH_LANGUAGES
def test_a_search_fits_wherever_its_numbers_are(locale: str) -> None:
    longest = max(CITIES, key=lambda city: len(describe(city, locale)))
    everywhere = looking(Place(country=longest.country))
    assert refused_by_slack(views.found(locale, found(everywhere, 1_500, longest), NONCE)) == []
    assert refused_by_slack(views.found(locale, found(looking(longest), 1_500, longest), NONCE)) == []


@table(
    ("ask", "total", "english", "french"),
    [
        pytest.param(looking(), 10, ["Reserve these"], ["Réserver ceux-ci"], id="all on one page"),
        pytest.param(
            looking(), 11, ["Reserve these", "Next page"], ["Réserver ceux-ci", "Page suivante"], id="more than a page"
        ),
        pytest.param(looking(page=2), 20, ["Reserve these"], ["Réserver ceux-ci"], id="the last page"),
    ],
)
def test_a_search_has_a_next_page_while_there_is_one(
    ask: Search, total: int, english: list[str], french: list[str]
) -> None:
    assert labels(views.found("en", found(ask, total), NONCE)) == english
    assert labels(views.found("fr", found(ask, total), NONCE)) == french


def test_the_buttons_of_a_search_carry_what_they_do() -> None:
    ask = looking(quantity=25, page=2)
    these, further = (unpacked(button["value"]) for button in buttons(views.found("en", found(ask, 100), NONCE)))
    assert reserve_these(these, PLACES) == Reserve(wanted=ask.wanted, quantity=25, these=tuple(e164s(10)))
    last = Cursor(e164=e164s(10)[-1], available_at=START, as_of=START)
    assert desk.read_command(command(further), PLACES) == replace(looking(quantity=25, page=3), ended=last)
    assert further["turn"] is True


@BOTH_LANGUAGES
@table("kind", Kind)
@table(("total", "nearest"), [(0, []), (0, [NEAR]), (0, [NEAR, PLAIN, RUN, IN_CITY]), (12, [])])
def test_an_empty_search_is_answered(locale: str, kind: Kind, total: int, nearest: list[Search]) -> None:
    for place in (SEATTLE, None):
        for digits in (Digits(), LIKE):
            ask = Search(wanted=Criteria(place=place, kind=kind, digits=digits), page=9)
            said = views.nothing(locale, ask, Counted(number=total), nearest, nonce=NONCE)
            assert refused_by_slack(said) == []
            assert len(buttons(said)) == len(nearest) + (0 if total else 1), "and one that asks for them"


@table(
    ("near", "label"),
    [
        pytest.param(NEAR, "United States", id="all of the country"),
        pytest.param(PLAIN, "Any digits", id="without the pattern"),
        pytest.param(RUN, "consecutive:7", id="a shorter run"),
        pytest.param(IN_CITY, "Spokane", id="another city"),
    ],
)
def test_an_empty_search_offers_what_comes_nearest(near: Search, label: str) -> None:
    ask = replace(PLAIN, wanted=replace(PLAIN.wanted, digits=LIKE))
    button, ask_for_them = buttons(views.nothing("en", ask, Counted(number=0), [near], nonce=NONCE))
    assert (button["text"]["text"], ask_for_them["text"]["text"]) == (label, "Ask for them")
    asked = desk.read_command(command(unpacked(ask_for_them["value"])), PLACES)
    assert isinstance(asked, AskFor)
    assert asked.wanted == ask.wanted
    assert desk.read_command(command(unpacked(button["value"])), PLACES) == near


@BOTH_LANGUAGES
@table("country", PLACES.countries())
def test_what_no_country_offers_is_said_with_what_it_does(locale: str, country: str) -> None:
    for kind in Kind:
        ask = looking(Place(country=country), kind)
        reply = offer.unoffered(click(locale), PLACES, ask.wanted, instead(ask))
        if reply is None:
            assert hold_rules.offers(PLACES.offered(country), kind) is None
            continue
        assert refused_by_slack(reply) == []
        for button in buttons(reply):
            request = desk.read_command(command(unpacked(button["value"])), PLACES)
            assert isinstance(request, Search)
            assert hold_rules.offers(PLACES.offered(country), request.wanted.kind) is None


def test_a_search_anywhere_is_refused_nowhere() -> None:
    ask = looking(None)
    assert offer.unoffered(click("en"), PLACES, ask.wanted, instead(ask)) is None

"""/numbers search: what can be had, page by page, and from there to a hold with one press."""

import pytest

from tests.flow.desk import Desk
from tests.flow.member import Member

SEATTLE = "search US Washington Seattle"


def test_a_search_says_how_many_there_are_and_shows_the_first_ten(ada: Member) -> None:
    found = ada.types(SEATTLE)
    assert "*100 toll numbers* available in Seattle" in found.words
    assert found.numbers == [f"+120655501{count:02}" for count in range(10)]
    assert "1\N{EN DASH}10 of 100" in found.words
    assert "20 of 20 toll numbers left" in found.words
    assert found.buttons == ["Reserve these", "Next page"]


def test_the_next_page_takes_the_place_of_the_page_before(ada: Member) -> None:
    ada.presses(ada.types(SEATTLE), "Next page")
    (page,) = ada.told()
    assert page.numbers == [f"+120655501{count:02}" for count in range(10, 20)]
    ada.presses(page, "Next page")
    (page,) = ada.told()
    assert "21\N{EN DASH}30 of 100" in page.words


def test_the_last_page_has_no_next_one_and_past_it_there_is_nothing(ada: Member) -> None:
    assert ada.types(f"{SEATTLE} page:10").buttons == ["Reserve these"]
    assert "There is no page 11." in ada.types(f"{SEATTLE} page:11").text


def test_reserve_these_holds_exactly_the_numbers_that_were_shown(desk: Desk, ada: Member) -> None:
    found = ada.types(f"{SEATTLE} page:3")
    assert "You hold *10 toll numbers*" in ada.presses(found, "Reserve these")
    assert list(desk.took("H-1")) == found.numbers
    desk.card("H-1")


def test_reserve_these_holds_others_where_some_were_taken_and_says_so(desk: Desk, ada: Member, ben: Member) -> None:
    found = ada.types(f"{SEATTLE} qty:3")
    ben.types("reserve 2 US Washington Seattle")
    assert "2 of the numbers shown had been taken, so others like them are held" in ada.presses(found, "Reserve these")
    assert found.numbers[2] in desk.took("H-2")
    assert len(desk.took("H-2")) == 3


def test_what_others_hold_is_not_found_until_it_is_back(desk: Desk, ada: Member, ben: Member) -> None:
    ben.types("reserve 2 US Washington Seattle")
    assert "*98 toll numbers*" in ada.types(SEATTLE).words
    ben.types("release H-1")
    assert "*100 toll numbers*" in ada.types(SEATTLE).words
    ben.types("reserve 2 US Washington Seattle")
    desk.advance(minutes=10)
    assert "*100 toll numbers*" in ada.types(SEATTLE).words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param("search seattle", "*100 toll numbers* available in Seattle", id="a city alone"),
        pytest.param("search washington US, SEATTLE", "*100 toll numbers* available in Seattle", id="in any order"),
        pytest.param("search US New York New York", "available in New York", id="a city named like its state"),
        pytest.param("search CA Montréal", "available in Montreal", id="with its accent"),
        pytest.param("search GB type:toll-free", "*1,000 toll-free numbers*", id="toll-free, by country"),
        pytest.param("search US Washington Seattle qty:5", "You asked for 5.", id="with a quantity"),
        pytest.param("search US Seattle qty:500", "there are not that many", id="more than there are"),
        pytest.param("search type:toll", "available anywhere", id="anywhere"),
    ],
)
def test_places_and_options_are_understood_as_people_write_them(ada: Member, typed: str, words: str) -> None:
    assert words in ada.types(typed).words


@pytest.mark.parametrize(
    ("typed", "words", "offered"),
    [
        pytest.param("search GB Newcastel", "I do not know the place “Newcastel”", "search", id="a misspelt city"),
        pytest.param("search Xyzzy", "I do not know the place “Xyzzy”", "search", id="no place at all"),
        pytest.param("reserve 3 Newcastle", "can be more than one place", "reserve 3", id="a city in two countries"),
        pytest.param("serch US Seattle", "I do not know “serch”", "search US Seattle", id="a misspelt verb"),
        pytest.param("reserve lots GB London", "I do not know the place", "reserve", id="a quantity in words"),
        pytest.param("reserve 0 GB London", "is not a quantity", "reserve 1 GB London", id="a quantity of nothing"),
        pytest.param("reserve GB London", "How many numbers?", "reserve 1 GB London", id="no quantity"),
        pytest.param("reserve 3", "Where?", "reserve 3 US Washington Seattle", id="no place"),
        pytest.param(
            "search GB type:mobile", "A number is toll or toll-free", "search GB type:toll", id="a third kind"
        ),
        pytest.param("show", "Which hold?", "help show", id="no hold"),
        pytest.param("release seattle", "is not the name of a hold", "help release", id="no hold's name"),
        pytest.param("quota please", "I did not expect “please”", "quota", id="a word too many"),
        pytest.param("help seach", "There is no help on “seach”", "help search", id="no such topic"),
    ],
)
def test_what_was_wrong_is_said_and_each_corrected_command_works_at_a_press(
    ada: Member, typed: str, words: str, offered: str
) -> None:
    answer = ada.types(typed)
    assert words in answer.text
    assert answer.buttons
    assert answer.buttons[0].startswith(offered)
    for label in answer.buttons:
        again = ada.types(typed)
        told = ada.presses(again, label)
        assert told
        assert "I do not know" not in told


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param("search DE", "They are ordered with a request form", id="a country that takes requests"),
        pytest.param("search SE Malmö type:toll-free", "No toll-free number is available", id="none of the kind"),
        pytest.param("search NO Oslo", "No toll number is available", id="a city with none in stock"),
        pytest.param("search NO Bergen", "offered in Oslo, and not in Bergen", id="a city that has none"),
        pytest.param("reserve 2 NO Bergen", "offered in Oslo, and not in Bergen", id="a city that has none to hold"),
        pytest.param("search Londres toll-free", "Kingdom” was read as United", id="toll-free in a city"),
        pytest.param("search Seattle starts:abc", "was read as starts:222", id="letters"),
    ],
)
def test_what_is_not_offered_is_said_rather_than_nothing_found(ada: Member, typed: str, words: str) -> None:
    assert words in ada.types(typed).words

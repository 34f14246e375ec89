"""Search by what numbers look like, in words and in its modal, and from there to a hold."""

import pytest

from tests.flow.desk import Desk
from tests.flow.member import Member


@pytest.mark.parametrize(
    ("typed", "english", "french", "shown"),
    [
        pytest.param("GB London ends:00", "*10 toll", "*10 num", "+44 20 7946 0000", id="how they end"),
        pytest.param("Seattle contains:01*9", "*10 toll", "*10 num", "+1 206-555-0109", id="any digit"),
        pytest.param("US Seattle starts:206555", "*100 toll", "*100 num", "+1 206-555-0100", id="how they start"),
        pytest.param("Seattle easy", "*100 toll", "*100 num", "+1 206-555-0123", id="the easiest first"),
        pytest.param(
            "GB London near:+442079460500", "*1,000 toll", "*1\u202f000 num", "+44 20 7946 0500", id="the nearest first"
        ),
        pytest.param("Seattle consecutive:20", "Runs of 20", "Suites d\u2019au moins 20", "100", id="numbers in a row"),
    ],
)
def test_numbers_are_found_by_their_digits(
    ada: Member, chloe: Member, typed: str, english: str, french: str, shown: str
) -> None:
    for member, words in ((ada, english), (chloe, french)):
        found = member.types(f"search {typed}")
        assert words in found.words
        assert shown in found.words
        assert found.buttons[0] in ("Reserve these", "Réserver ceux-ci")


def test_the_digits_that_were_looked_for_are_bold(ada: Member, chloe: Member) -> None:
    said = "search GB London starts:020 contains:*46 ends:*0*1 easy"
    assert "`+44 20 7946 0001` starts with *20*, contains *946*, ends with *0001*" in ada.types(said).words
    assert "commence par *20*, contient *946*, finit par *0001*" in chloe.types(said).words


def test_pages_of_a_pattern_follow_one_another_while_others_take(desk: Desk, ada: Member, ben: Member) -> None:
    first = ada.types("search Seattle contains:01")
    ben.types("reserve 5 Seattle contains:011")
    ada.presses(first, "Next page")
    (second,) = ada.told()
    assert "0115" in second.words
    assert set(desk.took("H-1")) == {f"+12065550{number}" for number in (110, 111, 112, 113, 114)}


def test_a_run_is_held_whole_or_not_at_all(desk: Desk, ada: Member, ben: Member) -> None:
    found = ada.types("search Seattle consecutive:15")
    ben.types("release H-1")
    assert "You hold *15 toll numbers*" in ada.presses(found, "Reserve these")
    assert list(desk.took("H-1")) == [f"+1206555{number:04}" for number in range(100, 115)]
    shorter = ben.types("reserve Seattle consecutive:90")
    assert shorter.buttons == ["reserve 5 US Washington Seattle consecutive:5"]
    ada.types("reserve 1 Seattle contains:0117")
    assert "nothing is held" in ben.types("reserve Seattle contains:011 consecutive:4").text


def test_where_nothing_is_found_what_comes_nearest_is_a_button(ada: Member) -> None:
    answer = ada.types("search Seattle consecutive:500")
    assert answer.buttons == ["consecutive:100", "Any digits", "Ask for them"]
    ada.presses(answer, "consecutive:100")
    (found,) = ada.told()
    assert "100 in a row" in found.words


def test_a_search_without_words_asks_in_a_modal_whose_lists_follow_from_one_another(desk: Desk, ada: Member) -> None:
    modal = ada.opens("search")
    assert ada.finds(modal, "search_country", "cana") == ["CA"]
    ada.selects(modal, "search_country", "CA")
    assert ada.finds(ada.modal(), "search_region:CA", "ONT") == ["Ontario"]
    ada.selects(ada.modal(), "search_region:CA", "Ontario")
    modal = ada.modal()
    assert ada.finds(modal, "search_city:CA:Ontario", "tor") == ["Ontario|Toronto"]
    chosen = {"search_city:CA:Ontario": "Ontario|Toronto", "search_quantity": "2", "search_digits": "ends:7"}
    assert ada.submits(modal, **chosen)["ok"]
    found = ada.modal()
    assert "in Toronto" in found.words
    ada.presses(found, "Reserve these")
    assert list(desk.took("H-1")) == ["+14165550107", "+14165550117"]


def test_what_filters_nothing_is_refused_at_its_field(ada: Member) -> None:
    answer = ada.submits(ada.opens("search"), search_digits="contains:-")
    assert list(answer["response"]["errors"]) == ["search_digits"]


def test_what_the_modal_read_otherwise_is_said_above_its_answer(ada: Member) -> None:
    modal = ada.opens("search")
    assert "GB" in ada.finds(modal, "search_country", "royaume")
    ada.selects(modal, "search_country", "GB")
    assert ada.finds(ada.modal(), "search_city:GB:", "londr") == ["|London"]
    chosen = {"search_city:GB:": "|London", "search_kind": "toll_free", "search_digits": "ends:Q"}
    assert ada.submits(ada.modal(), **chosen)["ok"]
    found = ada.modal()
    assert "“ends:Q” was read as ends:7" in found.words
    assert "“London, United Kingdom” was read as United Kingdom" in found.words
    assert found.numbers[:2] == ["+448081570007", "+448081570017"]

"""Nothing but a number is typed, and cannot be looked up: why is said, and not that it is no command."""

import pytest

from handlers import desk
from handlers.kit.words import BadInput
from store.places import known_places
from tests.table import table

PLACES = known_places()


@table(
    ("typed", "key"),
    [
        pytest.param("+1 206 please", "bad-verb", id="half a number with a word after it"),
        pytest.param("12", "bad-verb", id="too short for a number"),
        pytest.param("+1 206 555", "no-such-number", id="half a number"),
        pytest.param("020 7946 0000", "no-such-number", id="no number of this workspace's country"),
        pytest.param("+1 206 555 0100-0109", "several-numbers", id="a range"),
        pytest.param("206 555 0100 to 0109", "several-numbers", id="a range in words"),
        pytest.param("206 555 0100, 206 555 0101", "several-numbers", id="a list"),
        pytest.param("<tel:+12065550100|x> <tel:+12065550101|y>", "several-numbers", id="a list of links"),
        pytest.param("4.42079E+11", "spoilt-number", id="with what a spreadsheet took away"),
        pytest.param("3023125000.0", "spoilt-number", id="with what a spreadsheet added"),
        pytest.param("6565550100", "which-number", id="two numbers"),
        pytest.param("tel:+12065550100;ext=5", "number-with-extension", id="with an extension"),
    ],
)
def test_what_was_meant_as_a_number_is_refused_as_one(typed: str, key: str) -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command(typed, PLACES)
    assert bad.value.key == key


@table(
    ("typed", "more", "instead"),
    [
        ("+1 206 555 0100 please", "please", "+1 206 555 0100"),
        ("+1 206 555 0100, merci", "merci", "+1 206 555 0100"),
        ("206 555 0100 (main line)", "(main line)", "206 555 0100"),
        ("tel:+12065550100 please", "please", "tel:+12065550100"),
        ("status +44 20 7946 0000 s.v.p.", "s.v.p.", "status +44 20 7946 0000"),
        ("log +1 206 555 0100 please", "please", "log +1 206 555 0100"),
        ("release +1 206 555 0100 now", "now", "release +1 206 555 0100"),
        ("unassign 206-555-0100 now", "now", "unassign +1 206-555-0100"),
        ("assign +1 206 555 0100 now to bridge X", "now", "assign +1 206 555 0100 to bridge X"),
    ],
)
def test_words_after_a_number_are_told_and_not_the_number(typed: str, more: str, instead: str) -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command(typed, PLACES)
    assert (bad.value.key, bad.value.values["said"], bad.value.corrected) == ("bad-extra", more, (instead,))

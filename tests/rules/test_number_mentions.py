"""Numbers in what people wrote to each other are read as everywhere: none as another, and none in silence."""

import pytest

from handlers.inventory.views.listing import looked_up
from handlers.kit.number_mentions import mentioned
from handlers.kit.number_reading import Unread
from handlers.kit.read_as import of_item
from tests.rules.test_every_reader import WRITINGS
from tests.table import table

SEATTLE = [12065550100]


def read(text: str, country: str) -> list[int | Unread]:
    """The numbers that a text names, and why others are uncertain."""
    found: list[int | Unread] = []
    for _, span in mentioned(text, country):
        found += span if isinstance(span, range) else [span]
    return found


@table(
    ("text", "country", "named"),
    [
        ("call 2065550100 or 206-555-0101 thanks", "US", [*SEATTLE, 12065550101]),
        ("please use 206 555 0100 to 0102 for it", "US", [12065550100, 12065550101, 12065550102]),
        ("use +49 30 23125 000-001, please", "US", [493023125000, 493023125001]),
        ("is 6565550100 ours?", "US", [Unread.AMBIGUOUS]),
        ("442079460000", "US", [442079460000]),
        ("the file says 4.42079E+11", "GB", [Unread.SPOILT]),
        ("3023125000.0", "DE", [Unread.SPOILT]),
        ("206 555 0100 206 555 0101", "US", [Unread.SEVERAL]),
        ("ours is +1 285 555 0100", "US", [Unread.BEYOND_PLAN]),
        ("Seattle 206.555.0100 (main)", "US", SEATTLE),
        ("<tel:+12065550100|020 7946 0000>", "GB", SEATTLE),
        ("206 555 0100 x5", "US", SEATTLE),
        ("call 25999", "SH", [29025999]),
        ("on 2026-11-28 10:00, IP 192.168.100.200, order 20655501001234, +1,234,567.00 euros, +100000", "US", []),
        ("IBAN DE89 3704 0044 0532 0130 00", "DE", []),
        ("is +44 7700 9001234 ours, or +12065550100?", "US", [Unread.NOT_VALID, *SEATTLE]),
        ("nothing", "US", []),
    ],
)
def test_what_a_message_names_is_read_or_said_to_be_uncertain(
    text: str, country: str, named: list[int | Unread]
) -> None:
    assert read(text, country) == named


@table(("said", "country", "meant"), WRITINGS)
def test_what_is_read_elsewhere_is_no_other_number_here(said: str, country: str, meant: str) -> None:
    others = {int(meant)} if meant.startswith("+") else {12065550100, 12065550101}  # before an extension, or of several
    assert {each for each in read(said, country) if isinstance(each, int)} <= others


@pytest.mark.parametrize("lines", [[], ["a line"]])
def test_what_is_uncertain_is_told_with_what_it_may_be(lines: list[str]) -> None:
    seen = [of_item(said, span, "US") for said, span in mentioned("6565550100 and 2065550100.0", "US")]
    told = str(looked_up("en", lines, more=0, read=[each for each in seen if each]))
    assert "can be more than one number: +1 656-555-0100 / +65 6555 0100" in told
    assert "“2065550100.0”: a spreadsheet took this number for a quantity" in told

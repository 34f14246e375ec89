"""What comes to the door and leads nowhere is answered in words, with what would lead somewhere."""

from dataclasses import replace

import pytest

from handlers import desk as door
from handlers.kit import answers
from handlers.kit.feature import Feature, join
from handlers.kit.words import BadInput
from store.workspaces.types import LOCALES
from tests.desk import ADA, BEN, Desk, click
from tests.table import table

UNHEARD_OF = Feature(name="unheard of", commands={"wonder": lambda _words, _places: object()})


def said(bad: BadInput) -> set[str]:
    """What the member is told, in each language."""
    return {answers.bad_input(locale, bad, "1.1").text for locale in LOCALES}


def test_a_button_that_no_room_knows_is_said_to_be_unknown(desk: Desk) -> None:
    before = desk.everything()
    with pytest.raises(BadInput, match="unknown-button") as bad:
        door.press(desk.tools, click(BEN), "dial:1", {"hold": 1, "nonce": "H-1.1"}, {})
    assert len(said(bad.value)) == len(LOCALES)
    assert desk.everything() == before


def test_a_modal_that_no_room_knows_is_said_to_be_unknown(desk: Desk) -> None:
    before = desk.everything()
    with pytest.raises(BadInput, match="unknown-form") as bad:
        door.submit(desk.tools, click(BEN), "dial", '{"hold": 1}', {})
    assert len(said(bad.value)) == len(LOCALES)
    assert desk.everything() == before


def test_a_request_that_no_room_carries_out_is_said_to_be_unknown_and_leads_to_help(desk: Desk) -> None:
    odd = replace(desk, tools=replace(desk.tools, features=join([*door.ALL, UNHEARD_OF])))
    before = odd.everything()
    with pytest.raises(BadInput, match="unknown-request") as bad:
        door.type_command(odd.tools, click(BEN), "wonder")
    assert len(said(bad.value)) == len(LOCALES)
    assert bad.value.corrected == ("help",)
    assert odd.everything() == before


def test_a_list_that_no_room_fills_is_empty(desk: Desk) -> None:
    assert door.find(desk.tools, click(ADA), "dial", "", "1") == []


@table(
    ("topic", "corrected"),
    [
        pytest.param("serch", ("help search",), id="help on a misspelt topic"),
        pytest.param("me", ("help",), id="help on what is no topic"),
    ],
)
def test_a_topic_without_help_is_said_with_commands_that_would_do(
    desk: Desk, topic: str, corrected: tuple[str, ...]
) -> None:
    with pytest.raises(BadInput) as caught:
        door.type_command(desk.tools, click(BEN), f"help {topic}")
    bad = caught.value
    assert (bad.key, bad.values["said"], bad.corrected) == ("bad-topic", topic, corrected)
    for command in bad.corrected:
        assert door.type_command(desk.tools, click(BEN), command).text

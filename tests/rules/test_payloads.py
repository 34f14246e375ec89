"""Nothing that a button or the modal of a hold carries is trusted: it is a value we know, or refused in words."""

from typing import Any

import pytest

from handlers.holds import payloads as holds_payloads
from handlers.holds.acquire import Acquire
from handlers.holds.requests import Reserve
from handlers.holds.selection import Selection
from handlers.kit import fields as fields_of
from handlers.kit.fields import Fields, unpacked
from handlers.kit.words import BadField, BadInput
from handlers.search import payloads as search_payloads
from store.holds.types import HoldId, Purpose
from store.places import known_places
from store.types import Criteria, Kind, Place
from tests.rules.fields import ONE, TWO, choosing, picked, selected, typed
from tests.table import table

PLACES = known_places()
SEATTLE = Criteria(place=Place(country="US", region="Washington", city="Seattle"), kind=Kind.TOLL)


@table(
    "text",
    [
        pytest.param(None, id="nothing"),
        pytest.param("", id="an empty text"),
        pytest.param("{", id="not JSON"),
        pytest.param("[1]", id="a list"),
        pytest.param('"H-12"', id="a text"),
        pytest.param("[" * 2_000, id="more depth than can be read"),
        pytest.param("1" * 5_000, id="more digits than can be read"),
    ],
)
def test_what_carries_no_object_carries_nothing(text: str | None) -> None:
    assert unpacked(text) == {}


@table(
    ("carried", "hold"),
    [
        pytest.param({"hold": 12}, 12, id="a hold"),
        pytest.param({"hold": 2**31 - 1}, 2**31 - 1, id="the largest that the database can keep"),
    ],
)
def test_a_hold_is_known_by_its_number(carried: dict[str, Any], hold: int) -> None:
    assert holds_payloads.hold(carried) == hold


@table("hold", [None, 0, -1, 2**31, 1.0, True, "12", [12], {"hold": 12}], ids=repr)
def test_what_is_no_hold_is_refused(hold: Any) -> None:
    with pytest.raises(BadInput, match="stale-button"):
        holds_payloads.hold({"hold": hold})


@table(
    ("nonce", "read"),
    [
        pytest.param("H-12.3", "H-12.3", id="a text"),
        pytest.param(None, "", id="none"),
        pytest.param(3, "", id="a number"),
    ],
)
def test_a_nonce_is_a_text_or_none(nonce: Any, read: str) -> None:
    assert fields_of.nonce({"nonce": nonce}) == read


@table("run", [None, "", 1, ["quota"], {}], ids=repr)
def test_a_button_that_runs_nothing_is_refused(run: Any) -> None:
    with pytest.raises(BadInput, match="stale-button"):
        fields_of.command({"run": run})


def test_a_button_runs_its_command() -> None:
    assert fields_of.command({"run": "quota"}) == "quota"


@table(("turn", "turns"), [(True, True), (False, False), (None, False), (1, False), ("yes", False)])
def test_only_true_turns_a_message_into_the_answer(turn: Any, turns: bool) -> None:
    assert fields_of.turns({"turn": turn}) is turns


@table(
    ("carried", "reserve"),
    [
        pytest.param(
            {"search": "search US Washington Seattle", "these": [ONE, TWO]},
            Reserve(wanted=SEATTLE, quantity=2, these=(ONE, TWO)),
            id="those shown",
        ),
        pytest.param(
            {"search": "search qty:5 US Washington Seattle", "these": [ONE, TWO]},
            Reserve(wanted=SEATTLE, quantity=5, these=(ONE, TWO)),
            id="as many as were asked for",
        ),
        pytest.param(
            {"search": "search US Washington Seattle", "these": [ONE, 12, "+1x", "+١٢٣٤", "+1" * 20]},
            Reserve(wanted=SEATTLE, quantity=5, these=(ONE,)),
            id="what is no number counts as any number",
        ),
    ],
)
def test_the_numbers_of_a_search_are_reserved(carried: dict[str, Any], reserve: Reserve) -> None:
    assert search_payloads.reserve_these(carried, PLACES) == reserve


@table(
    "carried",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"search": "search US"}, id="no numbers"),
        pytest.param({"search": "search US", "these": []}, id="an empty list"),
        pytest.param({"search": "search US", "these": [ONE] * 11}, id="more than a page"),
        pytest.param({"search": "search US", "these": "+1206"}, id="a text instead of a list"),
        pytest.param({"search": "settings", "these": [ONE]}, id="another command"),
        pytest.param({"search": 1, "these": [ONE]}, id="a number instead of a command"),
    ],
)
def test_what_is_no_search_reserves_nothing(carried: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match="stale-button"):
        search_payloads.reserve_these(carried, PLACES)


def acquired(fields: Fields) -> Acquire:
    return holds_payloads.acquire({"hold": 12}, fields)


@table(
    ("fields", "choice"),
    [
        pytest.param(choosing(), Selection(field="numbers", picked=(ONE,)), id="ticked"),
        pytest.param(
            choosing(**picked("numbers", ONE, TWO)), Selection(field="numbers", picked=(ONE, TWO)), id="two ticked"
        ),
        pytest.param({"numbers": {"numbers": {}}}, Selection(field="numbers"), id="none ticked"),
        pytest.param(selected("which", "all"), Selection(field="find", which="all"), id="all"),
        pytest.param(
            {
                **selected("which", "except"),
                **picked("find", ONE, action="find_numbers"),
                **typed("ranges", " 0100-0102\n"),
            },
            Selection(field="find", which="except", picked=(ONE,), ranges="0100-0102"),
            id="all but some",
        ),
    ],
)
def test_a_choice_is_read(fields: Fields, choice: Selection) -> None:
    assert acquired(fields).choice == choice


def test_a_purpose_and_a_note_are_read() -> None:
    ask = acquired(choosing(**typed("note", "  for the front desk ")))
    assert (ask.hold, ask.purpose, ask.note) == (HoldId(12), Purpose.CALL_QUEUE, "for the front desk")


@table("purpose", [None, "", "party", 1, []], ids=repr)
def test_a_purpose_we_do_not_know_is_not_decided_yet(purpose: Any) -> None:
    assert acquired(choosing(**selected("purpose", purpose))).purpose is Purpose.NOT_YET


def test_what_no_database_keeps_is_left_out_of_a_note() -> None:
    assert acquired(choosing(**typed("note", "a\0b\ud800c"))).note == "abc"


@table("which", [None, "", "some", 1], ids=repr)
def test_numbers_are_not_acquired_unless_it_is_said_which(which: Any) -> None:
    with pytest.raises(BadInput, match="stale-button"):
        acquired(selected("which", which))


def test_a_note_may_have_500_characters() -> None:
    assert len(acquired(choosing(**typed("note", "é" * 500))).note) == 500
    with pytest.raises(BadField, match="acquire-too-long") as bad:
        acquired(choosing(**typed("note", "é" * 501)))
    assert (bad.value.field, bad.value.values) == ("note", {"most": 500})

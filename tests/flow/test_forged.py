"""Clicks that no card of ours has: whatever they carry, the member gets words and nothing is changed."""

import json
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest

from store import holds, workspaces
from store.holds.types import Hold, HoldId
from store.types import ChannelId, Criteria, Kind, Place, UserId, WorkspaceId
from tests.flow.desk import Desk
from tests.flow.member import Member
from tests.flow.slack import Json

SEATTLE = "reserve 2 US Washington Seattle"
VALUES = [
    pytest.param("", id="nothing"),
    pytest.param("{", id="broken JSON"),
    pytest.param("[1]", id="a list"),
    pytest.param('"H-1"', id="a text"),
    pytest.param("null", id="null"),
    pytest.param("{}", id="an empty object"),
    pytest.param('{"hold":0,"nonce":"x"}', id="no hold's number"),
    pytest.param('{"hold":-1,"nonce":"x"}', id="less than none"),
    pytest.param('{"hold":1.5}', id="half a hold"),
    pytest.param('{"hold":true}', id="true"),
    pytest.param('{"hold":"1; DROP TABLE holds"}', id="a statement"),
    pytest.param('{"hold":99999999999999999999}', id="more than a database can count"),
    pytest.param('{"hold":2000000000}', id="a hold that does not exist"),
    pytest.param('{"hold":7,"nonce":{"a":[]}}', id="a hold of another workspace"),
]
ACTIONS = ["show_numbers", "acquire_numbers", "release_hold", "hold_again", "reserve_these", "run:0", "unheard_of"]


@pytest.fixture
def pressed(desk: Desk, ada: Member) -> Json:
    """What Slack delivers when a button is pressed, with two numbers held."""
    ada.types(SEATTLE)
    ada.presses(desk.card("H-1"), "Show numbers")
    (press,) = desk.log("interactive")
    ada.closes(ada.modal())
    hold_of_another_workspace(desk)
    payload: Json = deepcopy(press["arguments"])
    return payload


def hold_of_another_workspace(desk: Desk) -> None:
    other = WorkspaceId("T0OTHER01")
    hold = Hold(
        workspace=other,
        id=HoldId(7),
        held_by=UserId("U0OTHER01"),
        channel=ChannelId("C0OTHER01"),
        wanted=Criteria(place=Place(country="GB"), kind=Kind.TOLL),
        size=1,
        held_at=desk.now(),
        until=desk.now() + timedelta(minutes=10),
    )
    with desk.database.begin() as db:
        workspaces.lock(db, other)
        holds.write(db, hold, list(desk.took("H-1"))[:1], warn_at=None)


@pytest.mark.parametrize("value", VALUES)
def test_a_button_that_carries_nonsense_is_answered_in_words(
    desk: Desk, ada: Member, pressed: Json, value: str
) -> None:
    for action in ACTIONS:
        before = len(ada.told())
        answer = deliver(desk, pressed, action_id=action, value=value)
        assert answer == {"status": 200, "error": None, "body": None}
        assert len(ada.told()) == before + 1, action
        assert "H-1 " not in ada.told()[-1].text
        assert "our side" not in ada.told()[-1].text
        assert ada.modals() == []
        pressed["response_url"] = fresh_response_url(desk, ada)
    assert desk.in_use().held == 2
    assert desk.hold("H-1").outcome is None


def fresh_response_url(desk: Desk, ada: Member) -> str:
    """Each may be used five times."""
    ada.presses(desk.card("H-1"), "Show numbers")
    ada.closes(ada.modal())
    return str(desk.log("interactive")[-1]["arguments"]["response_url"])


def deliver(desk: Desk, payload: Json, **action: Any) -> Json:
    payload["actions"][0] |= action
    (answer,) = desk.post("deliver", type="interactive", payload=payload)["responses"]
    told: Json = answer
    return told


@pytest.mark.parametrize(
    "these", ["x", [], [1], ["+12065550100"] * 11, [None], {"a": 1}], ids=lambda these: json.dumps(these)[:20]
)
def test_numbers_to_reserve_that_no_search_showed_are_refused(
    desk: Desk, ada: Member, pressed: Json, these: Any
) -> None:
    value = json.dumps({"search": "search US Washington Seattle", "these": these, "nonce": "x"})
    deliver(desk, pressed, action_id="reserve_these", value=value)
    assert ada.told()[-1].text
    assert desk.in_use().held <= 3


@pytest.mark.parametrize("metadata", ["", "{", '{"hold":7}', '{"hold":"1"}', '{"hold":2000000000}'])
@pytest.mark.usefixtures("alone")
def test_a_modal_that_is_about_no_hold_of_ours_is_answered_in_words(desk: Desk, ada: Member, metadata: str) -> None:
    ada.types(SEATTLE)
    view = ada.chooses(desk.card("H-1"), "Acquire numbers")
    ada.submits(view)
    payload = deepcopy(desk.log("interactive")[-1]["arguments"])
    payload["view"] |= {"private_metadata": metadata, "id": "V0FORGED"}
    (answer,) = desk.post("deliver", type="interactive", payload=payload)["responses"]
    assert answer["body"]["response_action"] == "update"
    assert desk.in_use().acquired == 2


@pytest.mark.usefixtures("alone")
def test_numbers_that_are_not_in_the_hold_cannot_be_acquired_with_it(desk: Desk, ada: Member) -> None:
    ada.types(SEATTLE)
    ada.types(SEATTLE)
    other = next(iter(desk.took("H-2")))
    ada.submits(ada.chooses(desk.card("H-2"), "Acquire numbers"))
    payload = deepcopy(desk.log("interactive")[-1]["arguments"])
    payload["view"] |= {"private_metadata": '{"hold":1}', "id": "V0FORGED"}
    (answer,) = desk.post("deliver", type="interactive", payload=payload)["responses"]
    assert answer["body"]["errors"] == {"numbers": "Choose at least one number, or close this and press Release."}
    assert other not in desk.took("H-1")
    assert desk.hold("H-1").outcome is None


def test_what_slack_never_sends_is_left_unanswered_and_no_failure(desk: Desk, ada: Member) -> None:
    """One line in the log; what comes after it is answered."""
    told = desk.post("deliver", type="interactive", payload={"type": "block_actions", "user": 5})
    assert [each["error"] for each in told["responses"]] == ["operation_timeout"]
    assert "20 of 20 left" in ada.types("quota").words
    desk.post("reset")  # Slack would log it as a failure of the desk

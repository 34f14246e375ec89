"""What a menu or a modal about numbers brings is done or refused in words; what is forged does nothing."""

import json
from typing import Any

import pytest

from handlers import desk as tx
from handlers.inventory.views import assign as assigning
from handlers.inventory.views import listing
from handlers.kit.reply import DONE, Reply
from handlers.kit.words import BadField, BadInput
from store.numbers.types import Status
from store.types import E164
from tests.desk import BEN, DEV, EVE, Desk, click
from tests.rules.fields import picked, selected, typed
from tests.store.serving import assign, own, owned, release, service
from tests.table import table

NOBODYS = "+12065550199"


def press(desk: Desk, do: object, number: object, by: Any = BEN) -> Reply:
    """Choose from the menu of a number's row."""
    value = {"number": number, "do": do, "nonce": "12345678"}
    return tx.press(desk.tools, click(by), f"{listing.MENU}:3", value, {})


def submit(desk: Desk, callback: str, carried: object = None, fields: Any = None, by: Any = BEN) -> Reply:
    return tx.submit(desk.tools, click(by), callback, json.dumps(carried), fields or {})


def filled(number: object, kind: object = "queue", name: object = "Sales", **more: Any) -> dict[str, Any]:
    """The modal in which a number is assigned, as Slack sends it."""
    return {
        "number": {assigning.FIND_NUMBER: {"selected_option": {"value": number}}},
        **selected("kind", kind),
        "name": {assigning.FIND_NAME: {"selected_option": {"value": name}}},
        **picked("default"),
        **more,
    }


def test_the_menu_does_what_was_chosen(desk: Desk) -> None:
    (number,) = own(desk)
    assert press(desk, "assign", number).view
    assert press(desk, "release", number).view
    assert "History" in str(press(desk, "history", number).blocks)
    release(desk, number)
    assert "is ours again" in press(desk, "restore", number).text
    assign(desk, number)
    assert "already" in press(desk, "default", number).text
    assert "any more" in press(desk, "unassign", number).text


@table("do", ["", "drop", "ASSIGN", None, 7, ["assign"], {"assign": 1}])
def test_a_menu_that_there_is_not_does_nothing(desk: Desk, do: object) -> None:
    (number,) = own(desk)
    before = desk.everything()
    with pytest.raises(BadInput):
        press(desk, do, number)
    assert desk.everything() == before


@table("number", ["", "12", "12065550100", "+0123456", "+1" * 20, "+1206555\n", None, 12, ["+1206"], {}])
@table("do", ["assign", "unassign", "release", "restore", "default", "history"])
def test_what_is_no_number_is_refused(desk: Desk, do: str, number: object) -> None:
    before = desk.everything()
    with pytest.raises(BadInput):
        press(desk, do, number)
    assert desk.everything() == before


@pytest.mark.parametrize("do", ["assign", "unassign", "release", "restore", "default"])
def test_a_forged_menu_changes_nothing_of_another_workspace(desk: Desk, do: str) -> None:
    (number,) = own(desk)
    assign(desk, number)
    before = desk.everything()
    for by in (EVE, DEV):
        assert press(desk, do, number, by).refusal
    assert press(desk, do, NOBODYS).refusal
    assert desk.everything() == before


def test_the_modal_assigns(desk: Desk) -> None:
    (number,) = own(desk)
    fields = filled(number, "bridge", "  Front   desk ", **picked("default", "default"))
    assert submit(desk, assigning.ASSIGN, {}, fields).refusal == ""
    found = owned(desk, number)
    assert found
    assert (found.service, found.is_default) == (service(desk, "Front desk"), True)
    assert service(desk, "Front desk").name == "Front desk"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"kind": "fax"}, id="a kind that there is not"),
        pytest.param({"kind": None}, id="no kind"),
        pytest.param({"name": ""}, id="no name"),
        pytest.param({"name": " \t"}, id="a blank name"),
        pytest.param({"name": "x" * 61}, id="a name that is too long"),
        pytest.param({"name": 7}, id="a name that is none"),
        pytest.param({"number": ""}, id="no number"),
        pytest.param({"number": "Sales"}, id="what is no number"),
    ],
)
def test_a_forged_modal_assigns_nothing(desk: Desk, change: dict[str, object]) -> None:
    (number,) = own(desk)
    before = desk.everything()
    with pytest.raises((BadInput, BadField)):
        submit(desk, assigning.ASSIGN, {}, filled(**{"number": number, **change}))
    assert desk.everything() == before


@pytest.mark.parametrize(
    ("callback", "carried", "fields"),
    [
        pytest.param(assigning.ASSIGN, None, {}, id="assign nothing"),
        pytest.param(assigning.NEXT_DEFAULT, {}, selected("number", NOBODYS), id="the next default of nothing"),
        pytest.param(assigning.NEXT_DEFAULT, {"number": NOBODYS}, {}, id="no next default"),
        pytest.param(assigning.RENAME, {}, typed("name", "Sales"), id="rename nothing"),
        pytest.param(assigning.RENAME, {"service": True}, typed("name", "Sales"), id="rename what is no service"),
        pytest.param(assigning.RENAME, {"service": 1}, typed("name", " "), id="rename to nothing"),
        pytest.param(assigning.RENAME, {"service": 1}, typed("name", "x" * 61), id="rename to what is too long"),
        pytest.param(assigning.RENAME, {"service": 99}, typed("name", "Sales"), id="rename what is not there"),
        pytest.param(assigning.RELEASE, {}, {}, id="release nothing"),
        pytest.param(assigning.RELEASE, {"number": 12}, {}, id="release what is no number"),
        pytest.param(assigning.RELEASE, [NOBODYS], {}, id="release what is carried in another way"),
    ],
)
def test_a_forged_modal_does_nothing(desk: Desk, callback: str, carried: object, fields: dict[str, Any]) -> None:
    assign(desk, own(desk)[0])
    before = desk.everything()
    with pytest.raises((BadInput, BadField)):
        submit(desk, callback, carried, fields)
    assert desk.everything() == before


def test_the_other_modals_do_what_they_say(desk: Desk) -> None:
    first, second = own(desk, 2)
    for number in (first, second):
        assign(desk, number)
    told = submit(desk, assigning.NEXT_DEFAULT, {"number": first}, selected("number", second))
    assert "any more" in told.text
    renamed = submit(desk, assigning.RENAME, {"service": 1}, typed("name", " New  name "))
    assert (renamed, service(desk, "New name").name) == (DONE, "New name")
    assert "rests until" in submit(desk, assigning.RELEASE, {"number": first}).text
    found = owned(desk, first)
    assert found
    assert found.status is Status.RESTING


@pytest.mark.parametrize("said", ["", "0100", "\u0661", "%", "'; --", "x" * 300])
def test_whatever_is_typed_into_a_list_options_come_back(desk: Desk, said: str) -> None:
    number = E164(own(desk)[0])
    assign(desk, number)
    for action in (assigning.FIND_NUMBER, assigning.FIND_NAME):
        options = tx.find(desk.tools, click(BEN), action, "", said)
        assert all(len(option.to_dict()["value"]) <= 75 for option in options)
    assert tx.find(desk.tools, click(DEV), assigning.FIND_NAME, "", said) == []

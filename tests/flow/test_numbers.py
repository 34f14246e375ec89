"""What becomes of numbers once they are acquired: assigned, listed, taken away, released, restored, reported."""

import csv
import io
import json

import pytest

from handlers.inventory.entries import InventoryAction
from store import inventory
from store.inventory.types import Owned
from store.numbers.types import Status
from store.types import E164
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.slack import Json, Message, Shown

SEATTLE = "reserve 3 US Washington Seattle"
FIRST, SECOND, THIRD = (E164(f"+1206555010{at}") for at in range(3))

pytestmark = pytest.mark.usefixtures("alone")


def acquired(desk: Desk, ben: Member) -> Message:
    """The card of three numbers that ben has acquired."""
    ben.types(SEATTLE)
    assert ben.submits(ben.chooses(desk.card("H-1"), "Acquire numbers"))["ok"]
    return desk.card("H-1", "acquired")


def number(desk: Desk, e164: E164) -> Owned | None:
    with desk.database.reading() as db:
        return inventory.find(db, desk.hold("H-1").workspace, e164, desk.now())


def service_of(desk: Desk, e164: E164) -> str:
    found = number(desk, e164)
    return found.service.name if found and found.service else ""


def is_default(desk: Desk, e164: E164) -> bool:
    found = number(desk, e164)
    return found is not None and found.is_default


def menu(shown: Shown, e164: E164) -> Json:
    """The menu of a number's row."""
    menus = [block["accessory"] for block in shown.body["blocks"] if "accessory" in block]
    return next(menu for menu in menus if e164 in menu["options"][0]["value"])


def chooses(desk: Desk, by: Member, shown: Message, e164: E164, verb: str) -> str:
    """Choose from the menu of a number's row. What the member is newly told; nothing where a modal opens."""
    found = menu(shown, e164)
    (value,) = (option["value"] for option in found["options"] if json.loads(option["value"])["do"] == verb)
    before = {message.ts for message in by.told()}
    where = {"channel": shown.channel, "message_ts": shown.ts}
    answer = desk.post("click", user=by.name, action_id=found["action_id"], selected=value, **where)
    assert answer["ok"], answer
    return "\n".join(message.words for message in by.told() if message.ts not in before)


def file_of(desk: Desk, ending: str) -> Json:
    """The one file of this kind that arrived."""
    files = eventually(
        lambda: [file for file in desk.get("files")["files"] if file["channels"] and file["name"].endswith(ending)]
    )
    assert len(files) == 1
    return dict(files[0])


def test_a_number_is_assigned_with_the_button_of_the_card(desk: Desk, ben: Member) -> None:
    card = acquired(desk, ben)
    view = ben.chooses(card, "Assign")
    assert ben.finds(view, "number", "0101") == [SECOND]
    assert ben.finds(view, "name", "Front desk") == ["Front desk"]
    assert ben.submits(view, number=SECOND, kind="queue", name="Front desk")["ok"]
    assert "is assigned to Call queue *Front desk*" in ben.modal().words
    assert service_of(desk, SECOND) == "Front desk"
    assert desk.record(SECOND) == [InventoryAction.ASSIGNED]
    again = ben.chooses(card, "Assign")
    assert ben.finds(again, "number", "") == [FIRST, THIRD]
    assert ben.finds(again, "name", "front") == ["front", "Front desk"]


def test_the_menu_of_the_list_does_what_it_says(desk: Desk, ada: Member, ben: Member) -> None:
    acquired(desk, ben)
    ben.types('assign +1 206 555 0100 to bridge "Contoso"')
    ben.types('assign +1 206 555 0101 to bridge "Contoso"')
    listed = ada.types("list US Washington")
    assert set(listed.numbers) == {FIRST, SECOND, THIRD}
    assert "is the default of *Contoso* now" in chooses(desk, ada, listed, SECOND, "default")
    assert is_default(desk, SECOND)
    assert "History, the latest first" in chooses(desk, ada, listed, THIRD, "history")
    assert chooses(desk, ada, listed, THIRD, "assign") == ""
    view = ada.modal()
    assert view.standing("number") == THIRD
    assert ada.finds(view, "name", "cont") == ["cont", "Contoso"]
    assert ada.submits(view, kind="bridge", name="Contoso")["ok"]
    assert service_of(desk, THIRD) == "Contoso"


def test_the_default_is_taken_away_by_naming_the_next(desk: Desk, ben: Member) -> None:
    acquired(desk, ben)
    for e164 in (FIRST, SECOND, THIRD):
        ben.types(f"assign {e164} to bridge Contoso")
    view = ben.opens(f"unassign {FIRST}")
    assert view.options("number") == [SECOND, THIRD]
    assert ben.submits(view, number=THIRD)["ok"]
    assert "is not assigned to Audio-conferencing bridge *Contoso* any more" in ben.modal().words
    assert [service_of(desk, e164) for e164 in (FIRST, SECOND, THIRD)] == ["", "Contoso", "Contoso"]
    assert is_default(desk, THIRD)
    assert desk.record(FIRST) == [InventoryAction.ASSIGNED, InventoryAction.UNASSIGNED]


def test_a_number_is_released_and_restored_with_one_click(desk: Desk, ben: Member, chloe: Member) -> None:
    acquired(desk, ben)
    view = ben.opens(f"release {FIRST}")
    assert "goes back to the pool then, for anyone to take" in view.words
    assert ben.submits(view)["ok"]
    assert "It rests until" in ben.modal().words
    assert desk.in_use().acquired == 2
    ben.presses(ben.modal(), "Restore")
    assert "is ours again" in ben.modal().words
    assert desk.in_use().acquired == 3
    ben.submits(ben.opens(f"release {FIRST}"))
    desk.advance(days=30)
    assert number(desk, FIRST) is None
    assert "ne repose pas" in chloe.types(f"restore {FIRST}").text
    assert "It is in the pool" in ben.types(FIRST).words


def test_the_list_is_taken_away_as_a_file(desk: Desk, ben: Member) -> None:
    acquired(desk, ben)
    ben.types('assign +1 206 555 0100 to queue "=SUM(A1)"')
    assert "The list is on its way to you" in ben.types("export US status:assigned status:acquired").text
    file = file_of(desk, ".csv")
    assert file["channels"] == [f"D{ben.id.removeprefix('U')}"]
    content = desk.http.get(file["path"]).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    # Spreadsheets would take a number for a quantity that is not told to be text.
    assert [row["number"] for row in rows] == [f"'{number}" for number in (FIRST, SECOND, THIRD)]
    assert [row["status"] for row in rows] == ["assigned", "acquired", "acquired"]
    assert (rows[0]["service"], rows[0]["service_kind"], rows[0]["acquired_by"]) == ("'=SUM(A1)", "queue", ben.id)
    assert "Here is the list of numbers that you asked for." in " ".join(desk.texts("@ben"))


def test_the_report_is_a_picture_in_the_readers_language(desk: Desk, ben: Member, chloe: Member) -> None:
    acquired(desk, ben)
    assert "Le rapport" in chloe.types("report").text
    file = file_of(desk, ".png")
    assert desk.http.get(file["path"]).content.startswith(b"\x89PNG")
    (upload,) = [call["arguments"] for call in desk.log("files.getUploadURLExternal") if call["response"]["ok"]]
    assert "3 numéros" in upload["alt_txt"]
    assert "États-Unis 3" in upload["alt_txt"]


def test_a_service_is_renamed(desk: Desk, ben: Member) -> None:
    acquired(desk, ben)
    ben.types("assign +1 206 555 0100 to queue Sales")
    shown = ben.types("services")
    rename = next(block["accessory"] for block in shown.body["blocks"] if "accessory" in block)
    where = {"channel": shown.channel, "message_ts": shown.ts}
    assert desk.post("click", user="ben", action_id=rename["action_id"], **where)["ok"]
    assert ben.submits(ben.modal(), name="Orders")["ok"]
    assert service_of(desk, FIRST) == "Orders"


def test_a_number_that_others_have_just_assigned_is_refused_in_the_modal(desk: Desk, ada: Member, ben: Member) -> None:
    card = acquired(desk, ben)
    view = ben.chooses(card, "Assign")
    ben.finds(view, "number", "0100")
    ben.finds(view, "name", "Front desk")
    ada.types(f"assign {FIRST} to queue Sales")
    ben.submits(view, number=FIRST, kind="queue", name="Front desk")
    assert "is assigned to Call queue *Sales*: unassign it first" in ben.modal().words
    assert service_of(desk, FIRST) == "Sales"


def test_a_number_alone_is_looked_up(desk: Desk, ben: Member) -> None:
    acquired(desk, ben)
    shown = ben.types("206 555 0100")
    assert shown.buttons == ["Assign", "Release"]
    assert "acquired `+1 206-555-0100`" in shown.words
    assert ben.presses(shown, "Release") == ""
    assert ben.submits(ben.modal())["ok"]
    found = number(desk, FIRST)
    assert found
    assert found.status is Status.RESTING
    assert ben.types(FIRST).buttons == ["Restore"]

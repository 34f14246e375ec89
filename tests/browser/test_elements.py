"""Each element as a person uses it, and what Slack then tells the desk."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.tab import Tab
from tests.browser.wire import Json, call, plain, told

Does = Callable[[Tab], None]
SEATTLE, TACOMA = "Seattle", "Tacoma"


def text(said: str) -> Json:
    return {"type": "plain_text", "text": said}


def options(*names: str) -> list[Json]:
    return [{"text": text(name), "value": name.lower()} for name in names]


def choose(*names: str) -> Does:
    def do(ada: Tab) -> None:
        ada.page.get_by_role("combobox", name="Pick").click()
        for name in names:
            ada.page.get_by_role("option", name=name, exact=True).click()

    return do


def fill(label: str, value: str) -> Does:
    def do(ada: Tab) -> None:
        field = ada.page.get_by_label(label, exact=True)
        field.fill(value)
        field.blur()

    return do


def tick(label: str) -> Does:
    return lambda ada: ada.page.get_by_label(label, exact=True).check()


def from_menu(name: str) -> Does:
    def do(ada: Tab) -> None:
        ada.press("More actions")
        ada.page.get_by_text(name, exact=True).click()

    return do


PICK: Json = {"placeholder": text("Pick")}
CITIES: Json = {"options": options(SEATTLE, TACOMA)}


FIELDS: dict[str, Json] = {
    "Company": {"type": "plain_text_input"},
    "Reply to": {"type": "email_text_input"},
    "How many": {"type": "number_input", "is_decimal_allowed": False},
    "City": {"type": "radio_buttons"} | CITIES,
    "Letter": {"type": "file_input"},
    "Note": {"type": "plain_text_input", "multiline": True},
}


def field(name: str) -> Json:
    element = FIELDS[name] | {"action_id": name}
    return {"type": "input", "block_id": name, "label": text(name), "optional": name == "Note", "element": element}


@pytest.mark.parametrize(
    ("element", "do", "value"),
    [
        pytest.param(
            {"type": "button", "text": text("Go"), "value": "v"}, lambda ada: ada.press("Go"), "v", id="button"
        ),
        pytest.param({"type": "static_select"} | PICK | CITIES, choose(TACOMA), "tacoma", id="select"),
        pytest.param(
            {"type": "multi_static_select"} | PICK | CITIES,
            choose(SEATTLE, TACOMA),
            ["seattle", "tacoma"],
            id="multi-select",
        ),
        pytest.param({"type": "users_select"} | PICK, choose("Ben Okafor"), "U0BEN0001", id="member"),
        pytest.param({"type": "conversations_select"} | PICK, choose("general"), "C0GENERAL", id="channel"),
        pytest.param({"type": "checkboxes"} | CITIES, tick(TACOMA), ["tacoma"], id="checkboxes"),
        pytest.param({"type": "radio_buttons"} | CITIES, tick(TACOMA), "tacoma", id="radio buttons"),
        pytest.param({"type": "overflow"} | CITIES, from_menu(TACOMA), "tacoma", id="overflow"),
        pytest.param({"type": "datepicker"}, fill("Date", "2026-11-30"), "2026-11-30", id="date"),
        pytest.param({"type": "timepicker"}, fill("Time", "14:05"), "14:05", id="time"),
    ],
)
def test_an_element_of_a_message(open_tab: Open, product: httpx.Client, element: Json, do: Does, value: object) -> None:
    blocks = [{"type": "actions", "elements": [element | {"action_id": "it"}]}]
    call(product, "chat.postMessage", channel="C0PHONES1", text="use it", blocks=blocks)
    do(open_tab("ada"))
    told(product, "block_actions", lambda payload: plain(payload["actions"][0]) == value)


def test_what_stands_in_a_modal_is_sent_with_it(open_tab: Open, product: httpx.Client, tmp_path: Path) -> None:
    ada = open_tab("ada")
    ada.say("/numbers help")
    ada.sees("Search")
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"signed")
    view = {"type": "modal", "title": text("Port"), "submit": text("Send"), "blocks": list(map(field, FIELDS))}
    call(product, "views.open", trigger_id=told(product, "/numbers")["trigger_id"], view=view)

    ada.modal.get_by_label("Company").fill("Ek & <Co>")
    ada.modal.get_by_label("Reply to").fill("ada@example.com")
    ada.modal.get_by_label("How many").fill("12")
    ada.modal.get_by_role("radio", name=TACOMA).check()
    with ada.page.expect_file_chooser() as chooser:
        ada.modal.get_by_role("button", name="Letter: choose files").click()
    chooser.value.set_files(letter)
    expect(ada.modal.get_by_role("button", name="Remove letter.pdf")).to_be_visible()
    ada.modal.get_by_role("button", name="Send").click()

    values = told(product, "view_submission")["view"]["state"]["values"]
    assert {name: plain(values[name][name]) for name in FIELDS} == {
        "Company": "Ek & <Co>",
        "Reply to": "ada@example.com",
        "How many": "12",
        "City": "tacoma",
        "Letter": ["letter.pdf"],
        "Note": None,
    }

"""Draws the elements one can use, each by its type."""

from collections.abc import Callable

from bot.workspace.blocks import Found
from bot.workspace.elements import KINDS
from bot.workspace.page import choices, inputs
from bot.workspace.page.form import Form
from bot.workspace.page.mrkdwn import is_safe, plain
from bot.workspace.page.parts import words
from bot.workspace.page.select import Select

_LABELS = {"datepicker": "Date", "timepicker": "Time", "datetimepicker": "Date and time", "file_input": "Files"}
_TYPED = ("plain_text_input", "number_input", "email_text_input", "url_text_input")
_MOMENTS = ("datepicker", "timepicker", "datetimepicker")


def draw(found: Found, form: Form) -> None:
    """One element. A type that is not known shows its name, rather than nothing."""
    label = _label(found)
    if found.type in _PRESSED:
        _PRESSED[found.type](found, form)
    elif found.type in _TYPED:
        inputs.text(found, form, label)
    elif found.type in _MOMENTS:
        inputs.moment(found, form, label)
    elif found.type == "file_input":
        inputs.files(found, form, label)
    elif found.type in KINDS and "select" in found.type:
        Select(found, form, label)
    else:
        words("div", f"[{found.type}]", "hint")


def _button(found: Found, form: Form) -> None:
    element = found.element

    async def press() -> None:
        if not await form.confirmed(element):
            return
        pressed.classes("busy")
        await form.press(found)
        if not pressed.is_deleted:
            pressed.classes(remove="busy")

    url = element.get("url")
    pressed = words(
        "a" if is_safe(url) else "button",
        element["text"]["text"],
        f"button {element.get('style', '')}",
        **({"href": url, "target": "_blank", "rel": "noopener noreferrer"} if is_safe(url) else {"type": "button"}),
        aria_label=element.get("accessibility_label"),
        data_action_id=found.action_id,
    ).on("click", press, args=[])


_PRESSED: dict[str, Callable[[Found, Form], None]] = {
    "button": _button,
    "workflow_button": _button,
    "overflow": choices.overflow,
    "checkboxes": choices.checkboxes,
    "radio_buttons": choices.radio_buttons,
}


def _label(found: Found) -> str:
    if found.is_input:
        return plain(found.block["label"]["text"])
    placeholder = found.element.get("placeholder", {}).get("text")
    return plain(placeholder) if placeholder else _LABELS.get(found.type, "Choose")

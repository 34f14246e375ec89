"""Elements whose choices all stand there: checkboxes, radio buttons, the overflow menu."""

from typing import Any

from nicegui import ui
from nicegui.element import Element

from bot.workspace.blocks import Found
from bot.workspace.page import texts
from bot.workspace.page.form import Form
from bot.workspace.page.mrkdwn import plain
from bot.workspace.page.parts import icon_button, tag
from bot.workspace.state import Json

_CHECKED = "(event) => emit(event.target.checked)"


def checkboxes(found: Found, form: Form) -> None:
    """Boxes to tick. What is chosen is in the order in which it is offered, not in that of the clicks."""
    chosen = [option["value"] for option in form.value(found) or []]

    async def tick(option: Json, is_ticked: bool) -> None:
        others = [other for other in form.value(found) or [] if other["value"] != option["value"]]
        picked = [*others, option] if is_ticked else others
        order = [other["value"] for other in found.element["options"]]
        await form.choose(found, sorted(picked, key=lambda one: order.index(one["value"])))

    with _group(found, "group"):
        for option in found.element["options"]:
            box = _ticked(option, form, type="checkbox", checked=option["value"] in chosen, value=option["value"])
            box.on("change", lambda event, option=option: tick(option, event.args), js_handler=_CHECKED)


def radio_buttons(found: Found, form: Form) -> None:
    """Buttons of which one is chosen."""
    chosen = (form.value(found) or {}).get("value")
    with _group(found, "radiogroup") as group:
        for option in found.element["options"]:
            name = f"radio-{group.id}"
            dot = _ticked(
                option, form, type="radio", name=name, checked=option["value"] == chosen, value=option["value"]
            )
            dot.on("change", lambda option=option: form.choose(found, option), args=[])


def overflow(found: Found, form: Form) -> None:
    """A menu behind three dots. What is picked is told at once, and stands nowhere."""

    async def pick(option: Json) -> None:
        if await form.confirmed(found.element):
            await form.press(found, option["value"])

    with icon_button("more_horiz", "More actions", lambda: None, data_action_id=found.action_id), ui.menu():
        for option in found.element["options"]:
            ui.menu_item(plain(option["text"]["text"]), lambda option=option: pick(option))


def _group(found: Found, role: str) -> Element:
    return tag("div", "choices", role=role, data_action_id=found.action_id)


def _ticked(option: Json, form: Form, **attributes: Any) -> Element:
    with tag("label", "choice"):
        box = tag("input", **attributes)
        with tag("span"):
            texts.shown(option["text"], form.names)
            if description := option.get("description"):
                texts.shown(description, form.names, "hint")
    return box

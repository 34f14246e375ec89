"""Elements in which one types or uploads: texts, numbers, dates and times, files."""

from datetime import datetime
from typing import Any

from nicegui import ui

from bot.workspace.blocks import Found
from bot.workspace.page.files import Files
from bot.workspace.page.form import Form, acts_at_once
from bot.workspace.page.mrkdwn import plain
from bot.workspace.page.parts import button

_TYPES = {
    "plain_text_input": "text",
    "number_input": "text",
    "email_text_input": "email",
    "url_text_input": "url",
    "datepicker": "date",
    "timepicker": "time",
    "datetimepicker": "datetime-local",
}


def text(found: Found, form: Form, label: str) -> None:
    """A line or several. Where the desk wants to know at once, it is told at Enter or at each character."""
    value = form.value(found) or ""
    is_long = bool(found.element.get("multiline"))
    field = ui.textarea(value=value) if is_long else ui.input(value=value)
    field.classes("field").props("outlined dense autogrow" if is_long else "outlined dense")
    field.props.update(_looks(found, label))
    triggers = found.element.get("dispatch_action_config", {}).get("trigger_actions_on", ["on_enter_pressed"])

    async def typed(at_once: bool) -> None:
        form.put(found, field.value or None)
        if at_once and acts_at_once(found):
            await form.press(found, field.value or None)

    field.on_value_change(lambda: typed("on_character_entered" in triggers))
    field.on("keydown.enter", lambda: typed("on_enter_pressed" in triggers), args=[])


def moment(found: Found, form: Form, label: str) -> None:
    """A date, a time, or both, in the browser's own pickers."""
    value = form.value(found)
    if found.type == "datetimepicker" and value:
        value = datetime.fromtimestamp(value).isoformat(timespec="minutes")  # noqa: DTZ006 - this machine's own zone
    field = ui.input(value=value or "").classes("field moment").props("outlined dense")
    field.props.update(_looks(found, label))

    async def choose() -> None:
        chosen: Any = field.value or None
        if chosen and found.type != "timepicker" and chosen.startswith("0"):
            return  # of the year's four digits not all are typed yet
        if found.type == "datetimepicker" and chosen:
            chosen = int(datetime.fromisoformat(chosen).timestamp())
        await form.choose(found, chosen)

    field.on_value_change(choose)


def files(found: Found, form: Form, label: str) -> None:
    """What was given, and a button that opens the browser's chooser."""
    given = Files(
        form.person,
        form.value(found),
        most=found.element.get("max_files", 10),
        on_change=lambda files: form.put(found, files),
    )
    if types := found.element.get("filetypes"):
        given.accept(types)
    button("Choose files", given.pick, aria_label=f"{label}: choose files", data_action_id=found.action_id)


def _looks(found: Found, label: str) -> dict[str, Any]:
    element = found.element
    placeholder = element.get("placeholder", {}).get("text")
    return {
        "type": "textarea" if element.get("multiline") else _TYPES[found.type],
        "aria-label": label,
        "placeholder": plain(placeholder) if placeholder else None,
        "maxlength": element.get("max_length"),
        "inputmode": "decimal" if found.type == "number_input" else None,
        "autofocus": bool(element.get("focus_on_load")),
        "data-action-id": found.action_id,
    }

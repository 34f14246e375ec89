"""A confirm dialog: asks once more before something is done."""

from nicegui import ui

from bot.workspace.page import texts
from bot.workspace.page.mrkdwn import plain
from bot.workspace.page.parts import button, tag, words
from bot.workspace.page.person import Person
from bot.workspace.state import Json


async def ask(confirm: Json, person: Person) -> bool:
    """Show the dialog, and wait for the answer. False: they said no, or left it by Escape or a click beside it."""
    with person.client, ui.dialog() as dialog, tag("div", "modal confirm", lang=person.member.locale):
        dialog.props.update({"role": "alertdialog", "aria-label": plain(confirm["title"]["text"])})
        words("h2", confirm["title"]["text"])
        texts.shown(confirm["text"], person.name_of)
        with tag("div", "modal-foot"):
            button(confirm["deny"]["text"], lambda: dialog.submit(False), data_testid="deny")
            style = "danger" if confirm.get("style") == "danger" else "primary"
            button(confirm["confirm"]["text"], lambda: dialog.submit(True), style, data_testid="confirm")
    answer = await dialog
    dialog.delete()
    return bool(answer)

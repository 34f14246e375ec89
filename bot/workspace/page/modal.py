"""The modals of one person: the top of their stack as a dialog."""

from dataclasses import dataclass

from nicegui import ui

from bot.workspace import actions
from bot.workspace.actions import Outcome, Place
from bot.workspace.page import blocks
from bot.workspace.page.form import Form
from bot.workspace.page.mrkdwn import escaped, plain
from bot.workspace.page.parts import Pieces, button, icon_button, tag, words
from bot.workspace.page.person import Person
from bot.workspace.state import Json, View

_WRONG = {
    "required": "Please fill in this field.",
    "too_long": "This is too long.",
    "too_short": "This is too short.",
    "too_many": "These are too many.",
    "not_a_number": "Please type a number.",
    "not_a_whole_number": "Please type a whole number.",
    "too_small": "This number is too small.",
    "too_large": "This number is too big.",
    "not_an_email": "Please type an e-mail address.",
    "not_a_url": "Please type a web address that begins with http:// or https://.",
    "wrong_filetype": "Files of this type are not taken here.",
}


class Modals:
    """The dialogs of all modals that a person has open; only the top one is to be seen."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._open: dict[str, Modal] = {}  # by view id: those below the top keep what was typed

    def show(self) -> None:
        """Draw what is open, and delete what is closed."""
        stack = self._person.workspace.state.modals.get(self._person.id, [])
        for gone in self._open.keys() - {view.id for view in stack}:
            self._open.pop(gone).delete()
        for view in stack:
            if view.id not in self._open:
                self._open[view.id] = Modal(self._person, view)
            self._open[view.id].show(view, is_top=view is stack[-1])

    def delete(self) -> None:
        """Take all dialogs off the page, and leave the modals open: the person may come back."""
        for modal in self._open.values():
            modal.delete()


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """What is wrong with an input, shown after its block."""

    block_id: str
    text: str


class Modal:
    """The dialog of one modal, with what is typed in it."""

    def __init__(self, person: Person, view: View) -> None:
        self._person, self._view = person, view
        self._form = Form(person, Place(view_id=view.id), view.blocks, view.values)
        self._errors: dict[str, str] = {}
        self._dialog = ui.dialog(value=True).props("no-backdrop-dismiss transition-duration=120")
        with self._dialog, tag("form", "modal", lang=person.member.locale, data_testid="modal") as form:
            # The browser must not leave the page, nor judge the fields: the desk does.
            form.on("submit.prevent", lambda: None, js_handler="() => {}").props("novalidate")
            with tag("div", "modal-head"):
                self._title = words("h2", "")
                icon_button("close", "Close all", lambda: self._close(all_views=True), data_testid="modal-cross")
            self._pieces: Pieces[Json | Wrong] = Pieces(tag("div", "modal-body"), self._draw)
            self._foot = tag("div", "modal-foot")
        self._dialog.on_value_change(self._dismissed)
        self._buttons: tuple[Json | None, Json | None] | None = None

    def show(self, view: View, *, is_top: bool) -> None:
        """Draw what is new or has changed in the view, and show the dialog if it is the top one."""
        if view.body != self._view.body:
            self._form.update(view.blocks)
        self._view = view
        title = view.body["title"]["text"]
        self._title.props["innerHTML"] = escaped(title)
        self._dialog.props["aria-label"] = plain(title)
        self._pieces.show(self._wanted())
        self._show_foot()
        if self._dialog.value != is_top:
            self._dialog.value = is_top

    def delete(self) -> None:
        """Take the dialog off the page. The modal itself stays as it is."""
        self._dialog.delete()

    def _wanted(self) -> dict[str, Json | Wrong]:
        wanted: dict[str, Json | Wrong] = {}
        for block in self._view.blocks:
            block_id = block["block_id"]
            wanted[block_id] = block
            if block_id in self._errors:
                wanted[blocks.error_id(block_id)] = Wrong(block_id=block_id, text=self._errors[block_id])
        return wanted

    def _draw(self, thing: Json | Wrong) -> None:
        if isinstance(thing, Wrong):
            words("div", thing.text, "error", role="alert", data_error_for=thing.block_id)
        else:
            blocks.draw(thing, self._form)

    def _show_foot(self) -> None:
        wanted = (self._view.body.get("close"), self._view.body.get("submit"))
        if wanted == self._buttons:
            return
        self._buttons = wanted
        close, submit = wanted
        self._foot.clear()
        with self._foot:
            if close or submit:
                button(close["text"] if close else "Cancel", self._close, data_testid="modal-close")
            if submit:
                self._submit_button = button(submit["text"], self._submit, "primary", data_testid="modal-submit")

    async def _submit(self) -> None:
        self._submit_button.classes("busy")
        outcome = await self._person.attempt(
            actions.submit(
                self._person.workspace,
                user=self._person.id,
                view_id=self._view.id,
                values=self._form.plain_values(),
            )
        )
        if self._dialog.is_deleted:
            return
        self._submit_button.classes(remove="busy")
        self._errors = _errors(outcome)
        self._pieces.show(self._wanted())

    async def _close(self, *, all_views: bool = False) -> None:
        await self._person.attempt(
            actions.close(self._person.workspace, user=self._person.id, view_id=self._view.id, all_views=all_views)
        )

    async def _dismissed(self) -> None:
        """Escape: the browser has closed the dialog, though the view is still open."""
        stack = self._person.workspace.state.modals.get(self._person.id, [])
        if not self._dialog.value and stack and stack[-1].id == self._view.id:
            await self._close()


def _errors(outcome: Outcome) -> dict[str, str]:
    if outcome.block_id and outcome.error:
        return {outcome.block_id: _WRONG.get(outcome.error, outcome.error)}
    if isinstance(outcome.response, dict) and outcome.response.get("response_action") == "errors":
        errors: dict[str, str] = outcome.response["errors"]
        return errors
    return {}

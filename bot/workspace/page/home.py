"""The desk's Home tab of one person."""

from nicegui import background_tasks

from bot.workspace import actions
from bot.workspace.actions import Place
from bot.workspace.page import blocks
from bot.workspace.page.form import Form
from bot.workspace.page.panes import heading
from bot.workspace.page.parts import Pieces, tag, words
from bot.workspace.page.person import Person
from bot.workspace.state import Json


class Home:
    """Tells the desk that it was opened, and shows what the desk then publishes."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._form: Form | None = None
        with heading("home", "numberdesk"):
            words("span", "Home", "hint")
        with tag("div", "scroller top"), tag("div", "home", lang=person.member.locale, data_testid="home"):
            self._empty = words("p", "The desk has published nothing here yet.", "hint")
            self._pieces: Pieces[Json] = Pieces(tag("div", "pieces"), self._draw)
        background_tasks.create(self._open())

    def show(self) -> None:
        """Draw what the desk has published, and of it what is new or has changed."""
        view = self._person.workspace.state.homes.get(self._person.id)
        self._empty.set_visibility(view is None)
        if view is None:
            return
        if self._form is None or self._form.place.view_id != view.id:
            self._form = Form(self._person, Place(view_id=view.id), view.blocks, view.values)
        self._form.update(view.blocks)
        self._pieces.show({block["block_id"]: block for block in view.blocks})

    def _draw(self, block: Json) -> None:
        if self._form:
            blocks.draw(block, self._form)

    async def _open(self) -> None:
        await actions.home(self._person.workspace, user=self._person.id)

"""Files that a person gives: in a modal's field, or with a message."""

from collections.abc import Callable
from functools import partial

from nicegui import ui
from nicegui.element import Element
from nicegui.events import MultiUploadEventArguments

from bot.workspace import people
from bot.workspace.page.parts import icon_button, tag, words
from bot.workspace.page.person import Person
from bot.workspace.state import Json


class Files:
    """The list of what was given, and an upload that stays hidden: `pick` opens the browser's own chooser."""

    def __init__(
        self, person: Person, given: list[Json], *, most: int, on_change: Callable[[list[Json]], None] | None = None
    ) -> None:
        self._person, self._most, self._on_change = person, most, on_change
        self.given = given
        self._listed = tag("div", "files")
        self._upload = ui.upload(multiple=most > 1, auto_upload=True, on_multi_upload=self._take).classes("hidden")
        self.show(given)

    def pick(self) -> None:
        """Open the browser's own chooser."""
        self._upload.run_method("pickFiles")

    def accept(self, types: list[str]) -> None:
        """Have the chooser offer files with these endings, such as `csv`. A browser may let one choose others."""
        self._upload.props["accept"] = ",".join(f".{name}" for name in types)

    def show(self, given: list[Json]) -> None:
        """Have these be what is given: objects with an `id` and a `name`."""
        self.given = given
        self._listed.clear()
        with self._listed:
            for file in given:
                with shown(file["name"]):
                    icon_button("close", f"Remove {file['name']}", partial(self._remove, file))

    async def _take(self, event: MultiUploadEventArguments) -> None:
        given = self.given
        for file in event.files:
            content = await file.read()
            kept = await people.upload(self._person.workspace, user=self._person.id, name=file.name, content=content)
            given = [*given, {"id": kept.id, "name": kept.name}]
        self._upload.reset()
        self._change(given[-self._most :])

    def _remove(self, file: Json) -> None:
        self._change([other for other in self.given if other is not file])

    def _change(self, given: list[Json]) -> None:
        self.show(given)
        if self._on_change:
            self._on_change(given)


def shown(name: str) -> Element:
    """A file's name, as a chip to which more can be added."""
    with tag("span", "file") as chip:
        ui.icon("attach_file").props("aria-hidden=true")
        words("span", name)
    return chip

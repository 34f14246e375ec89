"""Where one types: what starts with a slash is a command, all else is said."""

from collections.abc import Sequence

from nicegui import ui
from nicegui.events import MultiUploadEventArguments

from bot.workspace import actions, people
from bot.workspace.actions import Outcome
from bot.workspace.page.parts import icon_button, tag, words
from bot.workspace.page.person import Person
from bot.workspace.state import File, Message


class Composer:
    def __init__(self, person: Person, channel: str, placeholder: str, *, thread_ts: str | None = None) -> None:
        self._person, self._channel, self._thread_ts = person, channel, thread_ts
        self._files: list[File] = []
        with tag("div", "composer"):
            self._listed = tag("div", "files")
            with tag("div", "composer-line"):
                self._upload = ui.upload(multiple=True, auto_upload=True, on_multi_upload=self._attach).classes(
                    "hidden"
                )
                icon_button("attach_file", "Attach a file", lambda: self._upload.run_method("pickFiles"))
                self._field = ui.textarea().classes("composer-field").props("borderless dense autogrow rows=1")
                self._field.props.update({"placeholder": placeholder, "aria-label": placeholder})
                self._field.props["data-testid"] = "thread-composer" if thread_ts else "composer"
                self._field.on("keydown.enter.exact.prevent", self._send, args=[])
                icon_button("send", "Send", self._send, data_testid="send")

    def fill(self, text: str) -> None:
        self._field.value = text
        self._field.run_method("focus")

    async def _send(self) -> None:
        text = (self._field.value or "").strip()
        if not text and not self._files:
            return
        files, self._files = self._files, []
        self._field.value = ""
        self._list()
        outcome = await self._person.attempt(self._do(text, files))
        if not outcome.ok and not self._field.is_deleted:
            # Nothing that was typed is lost.
            self._field.value = self._field.value or text
            self._files = files
            self._list()

    async def _do(self, text: str, files: Sequence[File]) -> Outcome:
        if text.startswith("/") and not self._thread_ts:
            return await self._command(text)
        said: Message = await people.message(
            self._person.workspace,
            user=self._person.id,
            channel=self._channel,
            text=text,
            thread_ts=self._thread_ts,
            files=[file.id for file in files],
        )
        return Outcome(message_ts=said.ts)

    async def _command(self, text: str) -> Outcome:
        command, *rest = text.split(maxsplit=1)
        return await actions.command(
            self._person.workspace,
            user=self._person.id,
            channel=self._channel,
            command=command,
            text=rest[0] if rest else "",
        )

    async def _attach(self, event: MultiUploadEventArguments) -> None:
        for file in event.files:
            content = await file.read()
            self._files.append(
                await people.upload(self._person.workspace, user=self._person.id, name=file.name, content=content)
            )
        self._upload.reset()
        self._list()

    def _list(self) -> None:
        self._listed.clear()
        with self._listed:
            for file in self._files:
                words("div", f"📎 {file.name}", "file")

"""Where one types: what starts with a slash is a command, all else is said."""

from nicegui import ui

from bot.workspace import actions, people
from bot.workspace.actions import Outcome
from bot.workspace.page.files import Files
from bot.workspace.page.parts import icon_button, tag
from bot.workspace.page.person import Person
from bot.workspace.state import Message

_MOST_FILES = 10


class Composer:
    """The field below a channel or a thread, in which Enter sends. What could not be sent is put back into it."""

    def __init__(self, person: Person, channel: str, placeholder: str, *, thread_ts: str | None = None) -> None:
        self._person, self._channel, self._thread_ts = person, channel, thread_ts
        with tag("div", "composer"):
            self._files = Files(person, [], most=_MOST_FILES)
            with tag("div", "composer-line"):
                icon_button("attach_file", "Attach files", self._files.pick)
                self._field = ui.textarea().classes("composer-field").props("borderless dense autogrow rows=1")
                self._field.props.update({"placeholder": placeholder, "aria-label": placeholder})
                self._field.props["data-testid"] = "thread-composer" if thread_ts else "composer"
                self._field.on("keydown.enter.exact.prevent", self._send, args=[])
                icon_button("send", "Send", self._send, data_testid="send")

    def fill(self, text: str) -> None:
        """Put a text there, for the person to look at and send."""
        self._field.value = text
        self._field.run_method("focus")

    async def _send(self) -> None:
        text, files = (self._field.value or "").strip(), self._files.given
        if not text and not files:
            return
        self._field.value = ""
        self._files.show([])
        outcome = await self._person.attempt(self._do(text, [file["id"] for file in files]))
        if not outcome.ok and not self._field.is_deleted:
            # Nothing that was typed is lost.
            self._field.value = self._field.value or text
            self._files.show(files)

    async def _do(self, text: str, files: list[str]) -> Outcome:
        if text.startswith("/") and not self._thread_ts:
            return await self._command(text)
        said: Message = await people.message(
            self._person.workspace,
            user=self._person.id,
            channel=self._channel,
            text=text,
            thread_ts=self._thread_ts,
            files=files,
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

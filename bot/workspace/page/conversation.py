"""The messages of a channel, or of one thread, oldest first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from nicegui import ui

from bot.workspace.actions import Place
from bot.workspace.page import blocks, files, texts
from bot.workspace.page.faces import avatar
from bot.workspace.page.form import Form
from bot.workspace.page.mrkdwn import to_html
from bot.workspace.page.parts import Pieces, button, icon_button, tag, words
from bot.workspace.page.person import Person
from bot.workspace.state import Json, Member, Message

SHOWN = 100  # messages at first; older ones on request


@dataclass(frozen=True, kw_only=True)
class Row:
    """A message with what is shown about its thread. Drawn again when any of that changes."""

    message: Message = field(compare=False)  # what one chose in its selects is there already, and changes nothing
    body: Json
    replies: int = 0
    latest: str = ""
    root: Message | None = None  # of a reply that is shown in the channel too


class Conversation:
    """Draws into a column that keeps to its end by itself (style.css), until one scrolls up."""

    def __init__(self, person: Person, channel_id: str, open_thread: Callable[[str], None] | None = None) -> None:
        self._person, self._channel_id, self._open_thread = person, channel_id, open_thread
        self._most = SHOWN
        with (
            tag("div", "scroller"),
            tag("div", "messages", role="log", aria_label="Messages", lang=person.member.locale),
        ):
            self._earlier = button("Show earlier messages", self._show_earlier, "earlier")
            self._pieces = Pieces(tag("div", "pieces"), self._draw)
        self._rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show the newest of these rows, and of them draw those that are new or have changed."""
        self._rows = rows
        self._earlier.set_visibility(len(rows) > self._most)
        self._pieces.show({row.message.ts: row for row in rows[-self._most :]})

    def _show_earlier(self) -> None:
        self._most += SHOWN
        self.show(self._rows)

    def _draw(self, row: Row) -> None:
        message = row.message
        classes = "message ephemeral" if message.ephemeral_to else "message"
        with tag("article", classes, data_message_ts=message.ts, data_testid="message"):
            avatar(self._author(message))
            with tag("div", "message-body"):
                self._head(row)
                self._content(message)
                if row.replies:
                    self._thread_link(row)
            if self._open_thread and not message.ephemeral_to and not row.root:
                self._reply_button(message)

    def _head(self, row: Row) -> None:
        message = row.message
        if message.ephemeral_to:
            with tag("div", "remark"):
                ui.icon("visibility").props("aria-hidden=true")
                words("span", "Only visible to you")
        if row.root and self._open_thread:
            with tag("div", "remark"):
                words("span", "replied to a thread:")
                start = row.root.body.get("text", "").partition("\n")[0]
                tag("button", "link", to_html(start, self._person.name_of), type="button").on(
                    "click", partial(self._open_thread, row.root.ts), args=[]
                )
        with tag("header"):
            author = self._author(message)
            words("span", author.real_name, "author")
            if author.is_bot:
                words("span", "APP", "badge")
            tag("span", "time", texts.time(message.ts))
            if message.body.get("edited"):
                words("span", "(edited)", "time")

    def _content(self, message: Message) -> None:
        if message.blocks:
            blocks.draw_all(message.blocks, self._form(message))
        elif text := message.body.get("text"):
            tag("div", "text", to_html(text, self._person.name_of))
        for file in message.body.get("files") or ():
            files.shown(file["name"])

    def _form(self, message: Message) -> Form:
        return Form(
            self._person,
            Place(channel=self._channel_id, message_ts=message.ts),
            message.blocks,
            message.chosen.get(self._person.id, {}),
        )

    def _thread_link(self, row: Row) -> None:
        if self._open_thread:
            count = "1 reply" if row.replies == 1 else f"{row.replies} replies"
            on_click = partial(self._open_thread, row.message.ts)
            with tag("button", "thread-link", type="button", data_testid="thread").on("click", on_click, args=[]):
                words("span", count, "count")
                tag("span", "hint", texts.time(row.latest, "last reply {date_short_pretty} {time}"))

    def _reply_button(self, message: Message) -> None:
        if self._open_thread:
            with tag("div", "tools"):
                on_click = partial(self._open_thread, message.thread_ts or message.ts)
                icon_button("chat_bubble_outline", "Reply in thread", on_click)

    def _author(self, message: Message) -> Member:
        return self._person.workspace.state.members[message.body["user"]]


def in_channel(messages: list[Message]) -> list[Row]:
    """What a channel shows: all but replies, and those replies that are sent to the channel too."""
    by_ts = {message.ts: message for message in messages}
    replies: dict[str, list[str]] = {}
    for message in messages:
        if is_reply(message):
            replies.setdefault(message.thread_ts or "", []).append(message.ts)
    return [
        Row(
            message=message,
            body=message.body,
            replies=len(replies.get(message.ts, ())),
            latest=replies.get(message.ts, [""])[-1],
            root=by_ts.get(message.thread_ts or "") if is_reply(message) else None,
        )
        for message in messages
        if not is_reply(message) or message.body.get("subtype") == "thread_broadcast"
    ]


def in_thread(messages: list[Message], thread_ts: str) -> list[Row]:
    """What a thread shows: the message that began it, unless it is deleted, and all replies."""
    return [
        Row(message=message, body=message.body) for message in messages if thread_ts in (message.ts, message.thread_ts)
    ]


def is_reply(message: Message) -> bool:
    """Whether it stands in the thread of another message."""
    return message.thread_ts not in (None, message.ts)

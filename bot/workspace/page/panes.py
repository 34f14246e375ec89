"""What stands beside the sidebar: a channel, and a thread of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from nicegui import ui

from bot.workspace.page.composer import Composer
from bot.workspace.page.conversation import Conversation, in_channel, in_thread
from bot.workspace.page.faces import channel_name, sign
from bot.workspace.page.parts import button, icon_button, tag, words
from bot.workspace.page.person import Person
from bot.workspace.state import Message

_TRY = (
    "/numbers reserve 3 US Washington Seattle",
    "/numbers search US New York New York",
    "/numbers quota",
    "/numbers help",
)


class ChannelPane:
    """A channel and where one types, with a few commands to try while nothing was said in it."""

    def __init__(self, person: Person, channel_id: str, open_thread: Callable[[str], None]) -> None:
        self._person, self._channel_id = person, channel_id
        channel = person.workspace.state.channels[channel_id]
        name = channel_name(person.workspace.state, channel)
        with heading(sign(channel), name):
            words("span", _about(len(channel.members), channel.is_im, channel.is_private), "hint")
        self._conversation = Conversation(person, channel_id, open_thread)
        self._first = tag("div", "first")
        self._composer = Composer(person, channel_id, f"Message {name}, or type {_TRY[0]}")
        with self._first:
            words("p", "Nothing here yet. Try one of these, then press Enter:")
            for command in _TRY:
                button(command, lambda command=command: self._composer.fill(command), "command")

    def show(self) -> None:
        """Draw what is new or has changed in the channel."""
        messages = self._messages()
        self._first.set_visibility(not messages)
        self._conversation.show(in_channel(messages))

    def _messages(self) -> list[Message]:
        return self._person.workspace.state.channels[self._channel_id].read_by(self._person.id)


class ThreadPane:
    """A thread, beside its channel, and where one replies."""

    def __init__(self, person: Person, channel_id: str, thread_ts: str, close: Callable[[], None]) -> None:
        self._person, self._channel_id, self._thread_ts = person, channel_id, thread_ts
        with heading("chat_bubble_outline", "Thread"):
            icon_button("close", "Close thread", close, data_testid="close-thread")
        self._conversation = Conversation(person, channel_id)
        Composer(person, channel_id, "Reply in thread", thread_ts=thread_ts)

    def show(self) -> None:
        """Draw what is new or has changed in the thread."""
        messages = self._person.workspace.state.channels[self._channel_id].read_by(self._person.id)
        self._conversation.show(in_thread(messages, self._thread_ts))


@contextmanager
def heading(icon: str, name: str) -> Iterator[None]:
    """The head of a pane; what is drawn within the `with` stands behind the name."""
    with tag("header", "pane-head"):
        ui.icon(icon).props("aria-hidden=true")
        words("h2", name)
        yield


def _about(members: int, is_im: bool, is_private: bool) -> str:
    if is_im:
        return "Direct message with the desk"
    people = "1 member" if members == 1 else f"{members} members"
    return f"{people}, private" if is_private else people

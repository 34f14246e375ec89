"""One browser tab: who sits at it and what they look at, kept in step with the workspace."""

import asyncio
from urllib.parse import urlencode

from nicegui import Client, ui

from bot.workspace.page.faces import channel_name, sign
from bot.workspace.page.home import Home
from bot.workspace.page.modal import Modals
from bot.workspace.page.panes import ChannelPane, ThreadPane
from bot.workspace.page.parts import icon_button, tag
from bot.workspace.page.person import Person
from bot.workspace.page.sidebar import HOME, Entry, Sidebar, Who, home_entry
from bot.workspace.page.unread import Read
from bot.workspace.refused import Refused
from bot.workspace.state import Channel
from bot.workspace.workspace import Workspace

_SETTLES = 0.05  # seconds: a burst of changes is drawn once


class Tab:
    """Draws the whole page for `user`, at `where`: each by name or id, or the first there is where it is not there."""

    def __init__(self, workspace: Workspace, read: Read, client: Client, *, user: str, where: str) -> None:
        self._workspace, self._read, self._client = workspace, read, client
        self._person = Person(workspace, self._member_id(user), client)
        self._where = self._place(where)
        self._thread: ThreadPane | None = None
        self._is_due = False
        with tag("div", "app") as self._frame:
            icon_button("menu", "Show channels and members", self._show_sidebar, data_testid="menu")
            self._sidebar = Sidebar(workspace, be=self.be, go=self.go)
            tag("div", "shade").on("click", self._hide_sidebar, args=[])
            self._main = tag("section", "main", aria_label="Conversation")
            self._side = tag("aside", "side", aria_label="Thread")
        self._modals = Modals(self._person)
        self._open()
        client.on_delete(workspace.watch(self._changed))

    def be(self, member_id: str) -> None:
        """Sit down as another member."""
        self._person = Person(self._workspace, member_id, self._client)
        self._modals.delete()
        self._modals = Modals(self._person)
        self.go(self._place(self._where))

    def go(self, where: str) -> None:
        """To a channel, or to the desk's Home tab."""
        self._where = where
        self._hide_sidebar()
        self._open()
        state = self._workspace.state
        spoken = HOME if where == HOME else _spoken(state.channels[where], self._person)
        ui.navigate.history.replace("/?" + urlencode({"as": self._person.member.name, "channel": spoken}, safe="@"))

    def _open(self) -> None:
        self._close_thread()
        self._main.clear()
        with self._main:
            self._pane = (
                Home(self._person) if self._where == HOME else ChannelPane(self._person, self._where, self._open_thread)
            )
        self._show()

    def _open_thread(self, thread_ts: str) -> None:
        self._side.clear()
        with self._side:
            self._thread = ThreadPane(self._person, self._where, thread_ts, self._close_thread)
        self._frame.classes("with-thread")
        self._thread.show()

    def _close_thread(self) -> None:
        self._thread = None
        self._side.clear()
        self._frame.classes(remove="with-thread")

    def _changed(self) -> None:
        if not self._is_due:
            self._is_due = True
            asyncio.get_running_loop().call_later(_SETTLES, self._refresh)

    def _refresh(self) -> None:
        self._is_due = False
        if self._client.is_deleted:
            return
        with self._frame:
            if self._place(self._where) != self._where:  # one is no longer in that channel
                self.go(self._place(self._where))
            self._show()

    def _show(self) -> None:
        self._pane.show()
        if self._thread:
            self._thread.show()
        self._show_sidebar_lines()
        self._modals.show()

    def _show_sidebar_lines(self) -> None:
        state, member = self._workspace.state, self._person.member
        if self._where != HOME:
            self._read.up_to_now(member, state.channels[self._where])
        mine = state.channels_of(member)
        self._sidebar.show(
            channels=[self._entry(channel) for channel in mine if not channel.is_im],
            direct=[self._entry(channel) for channel in mine if channel.is_im],
            apps=[home_entry(is_here=self._where == HOME)],
            people=[
                Who(member=each, is_you=each.id == member.id) for each in state.members.values() if not each.is_bot
            ],
        )

    def _entry(self, channel: Channel) -> Entry:
        member = self._person.member
        unread = self._read.unread(member, channel)
        calls = [message for message in unread if channel.is_im or f"<@{member.id}>" in message.body["text"]]
        return Entry(
            where=channel.id,
            icon=sign(channel),
            name=channel_name(self._workspace.state, channel),
            is_unread=bool(unread),
            calls=len(calls),
            is_here=channel.id == self._where,
        )

    def _show_sidebar(self) -> None:
        self._frame.classes("with-sidebar")

    def _hide_sidebar(self) -> None:
        self._frame.classes(remove="with-sidebar")

    def _member_id(self, name: str) -> str:
        try:
            return self._workspace.state.member(name).id
        except Refused:
            return next(iter(self._workspace.state.members))

    def _place(self, wanted: str) -> str:
        """Where the person may go: there, or else to their first channel."""
        if wanted == HOME:
            return HOME
        mine = [channel.id for channel in self._workspace.state.channels_of(self._person.member)]
        try:
            channel_id = self._workspace.state.channel(wanted).id
        except Refused:
            return mine[0]
        return channel_id if channel_id in mine else mine[0]


def _spoken(channel: Channel, person: Person) -> str:
    return f"@{person.member.name}" if channel.is_im else channel.name

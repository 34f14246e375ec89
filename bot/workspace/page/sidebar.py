"""The left side: who one is, where one can go, and the desk's time."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from nicegui import ui

from bot.workspace.page.faces import avatar, note
from bot.workspace.page.parts import Pieces, button, tag, words
from bot.workspace.sample import BOT_NAME
from bot.workspace.state import Member
from bot.workspace.workspace import Workspace

T = TypeVar("T")

HOME = "home"  # where the desk's Home tab is, among the channels


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line one can go to."""

    where: str  # a channel's id, or HOME
    icon: str
    name: str
    is_unread: bool = False
    calls: int = 0  # unread messages that are meant for this member
    is_here: bool = False


@dataclass(frozen=True, kw_only=True)
class Who:
    """A member whom one can be, and whether one is."""

    member: Member
    is_you: bool


class Sidebar:
    """The sidebar of one tab. `be` is called with a member's id, `go` with an Entry's `where`."""

    def __init__(self, workspace: Workspace, *, be: Callable[[str], None], go: Callable[[str], None]) -> None:
        self._workspace, self._be, self._go = workspace, be, go
        with tag("nav", "sidebar", aria_label="Workspace"):
            with tag("div", "sidebar-head"):
                words("h1", "Numberdesk Local")
                words("p", "A throwaway Slack on this machine")
            with tag("div", "sidebar-scroll"):
                self._channels = self._list("Channels", self._draw_entry)
                self._direct = self._list("Direct messages", self._draw_entry)
                self._apps = self._list("Apps", self._draw_entry)
                self._people = self._list("You are", self._draw_person)
            self._clock()

    def show(self, channels: list[Entry], direct: list[Entry], apps: list[Entry], people: list[Who]) -> None:
        """Draw what is new or has changed, and how far the desk's time is ahead, in whole seconds."""
        self._channels.show({entry.where: entry for entry in channels})
        self._direct.show({entry.where: entry for entry in direct})
        self._apps.show({entry.where: entry for entry in apps})
        self._people.show({who.member.id: who for who in people})
        offset = self._workspace.clock.now() - time.time()
        self._time.props["offset"] = str(round(offset))

    def _list(self, title: str, draw: Callable[[T], None]) -> Pieces[T]:
        words("h2", title)
        return Pieces(tag("div", "entries"), draw)

    def _draw_entry(self, entry: Entry) -> None:
        classes = f"entry {'here' if entry.is_here else ''} {'unread' if entry.is_unread else ''}"
        current = "page" if entry.is_here else None
        line = tag("button", classes, type="button", aria_current=current, data_testid=f"go-{entry.name}")
        with line.on("click", partial(self._go, entry.where), args=[]):
            ui.icon(entry.icon).props("aria-hidden=true")
            words("span", entry.name, "name")
            if entry.calls:
                words("span", str(entry.calls), "count", aria_label=f"{entry.calls} unread")

    def _draw_person(self, who: Who) -> None:
        line = tag(
            "button",
            "entry person you" if who.is_you else "entry person",
            type="button",
            aria_pressed="true" if who.is_you else "false",
            data_testid=f"be-{who.member.name}",
        )
        with line.on("click", partial(self._be, who.member.id), args=[]):
            avatar(who.member)
            words("span", who.member.name, "name")
            words("span", note(who.member), "hint")
            if who.is_you:
                ui.icon("check").props("aria-hidden=true")

    def _clock(self) -> None:
        with tag("div", "clock"):
            with tag("div"):
                words("span", "Desk time", "hint")
                self._time = tag("desk-clock", offset="0", data_testid="desk-time")
            with tag("div", "skip", role="group", aria_label="Skip time"):
                words("span", "Skip", "hint")
                for minutes in (2, 10):
                    button(f"+{minutes} min", partial(self._skip, minutes), "small", data_testid=f"skip-{minutes}")

    def _skip(self, minutes: int) -> None:
        self._workspace.clock.advance(minutes * 60)
        self._workspace.changed()


def home_entry(*, is_here: bool) -> Entry:
    """The line that leads to the desk's Home tab."""
    return Entry(where=HOME, icon="home", name=f"{BOT_NAME} · Home", is_here=is_here)

"""How rooms put their entries of the record into words: the values that more than one of them tells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from handlers.kit.blocks import few
from store.audit.types import Deed
from store.types import E164
from store.workspaces.settings import Setting

NAMED = 3  # numbers, members or orders in a line; the rest is counted
LONGEST = 60  # characters of a name or a reason
NOTHING = "\N{EN DASH}"
HIDDEN = "\N{BULLET}" * 3

Values = dict[str, str | int]
Told = Callable[[str, Deed], Values]
ToldOfSettings = Callable[[Mapping[str, Setting[Any]], str, Deed], Values]


def nothing(_locale: str, _deed: Deed) -> Values:
    """Of what is told in the same words each time."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryWords:
    """How an entry of the record is put into words: the key of its message, and the values that this needs.

    `counts` is by how much each number that such an entry tells of changes what counts against the quota. Where the
    entry tells of settings, `of_settings` finds the values with those that all rooms have. `hides` are the names of
    what is shown to nobody, though entries of long ago have it.
    """

    key: str
    values: Told = nothing
    counts: int = 0
    of_settings: ToldOfSettings | None = None
    hides: frozenset[str] = frozenset()

    def knowing(self, settings: Mapping[str, Setting[Any]]) -> "EntryWords":
        """The same where it is known which settings there are."""
        return replace(self, values=partial(self.of_settings, settings)) if self.of_settings else self


def told_of(deed: Deed) -> list[E164]:
    """The telephone numbers that an entry tells of: those it lists, else the one that it is about."""
    return [E164(e164) for e164 in deed.after.get("numbers", [deed.subject])]


def numbers(locale: str, deed: Deed) -> Values:
    """The numbers that something was done with."""
    return {"numbers": few(locale, [E164(e164) for e164 in deed.after["numbers"]], NAMED)}


def size(_locale: str, deed: Deed) -> Values:
    """How many numbers something was done with."""
    return {"count": deed.before["size"]}

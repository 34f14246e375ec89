"""What of holds the record tells, and in which words."""

from enum import StrEnum

from handlers.kit.blocks import mention
from handlers.kit.entries import EntryWords, Values, numbers, size
from store.audit.types import Deed
from store.types import UserId


class HoldAction(StrEnum):
    """What was done, as the record names it."""

    RESERVED = "reserved"
    HELD_AGAIN = "held_again"
    ACQUIRED = "acquired"
    RELEASED = "released"
    RAN_OUT = "ran_out"


def _acquired(locale: str, deed: Deed) -> Values:
    asker = deed.after.get("asked_by")  # where somebody else's approval made it so
    ordered = len(deed.after.get("ordered", ()))  # which their carriers have not given yet
    return {**numbers(locale, deed), "asker": mention(UserId(asker)) if asker else "none", "ordered": ordered}


def _again(_locale: str, deed: Deed) -> Values:
    return {"again": deed.after["again"]}


ENTRIES: dict[str, EntryWords] = {
    HoldAction.RESERVED: EntryWords(key="log-reserved", values=numbers),
    HoldAction.HELD_AGAIN: EntryWords(key="log-held_again", values=_again),
    HoldAction.ACQUIRED: EntryWords(key="log-acquired", values=_acquired, counts=1),
    HoldAction.RELEASED: EntryWords(key="log-released", values=size),
    HoldAction.RAN_OUT: EntryWords(key="log-ran_out", values=size),
}

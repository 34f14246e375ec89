"""What of requests for numbers the record tells, and in which words."""

from enum import StrEnum

from handlers.kit.blocks import brief
from handlers.kit.entries import LONGEST, EntryWords, Values
from store.audit.types import Deed


class WantedAction(StrEnum):
    """What was done, as the record names it."""

    ASKED = "wanted_asked"
    TAKEN = "wanted_taken"
    IN_STOCK = "wanted_in_stock"
    DECLINED = "wanted_declined"
    WITHDRAWN = "wanted_withdrawn"


def _asked(_locale: str, deed: Deed) -> Values:
    return {"count": deed.after["quantity"], "what": brief(deed.after["what"], LONGEST)}


def _reason(_locale: str, deed: Deed) -> Values:
    return {"reason": brief(deed.after["reason"], LONGEST)}


ENTRIES: dict[str, EntryWords] = {
    WantedAction.ASKED: EntryWords(key="log-wanted_asked", values=_asked),
    WantedAction.TAKEN: EntryWords(key="log-wanted_taken"),
    WantedAction.IN_STOCK: EntryWords(key="log-wanted_in_stock"),
    WantedAction.DECLINED: EntryWords(key="log-wanted_declined", values=_reason),
    WantedAction.WITHDRAWN: EntryWords(key="log-wanted_withdrawn"),
}

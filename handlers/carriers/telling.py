"""What of carriers the record tells, and in which words; what is owed about them."""

from enum import StrEnum

from handlers.kit.blocks import brief
from handlers.kit.entries import LONGEST, EntryWords, Values
from store.audit.types import Deed


class CompareAction(StrEnum):
    """What was done, as the record names it."""

    ADOPTED = "carrier_adopted"
    STOCKED = "carrier_stocked"


class CompareOutbox(StrEnum):
    """What can be owed."""

    DIFFERS = "carrier_differs"  # that a carrier bills other numbers than a workspace has from it


def _from(_locale: str, deed: Deed) -> Values:
    return {"carrier": brief(deed.after["title"], LONGEST)}


ENTRIES: dict[str, EntryWords] = {
    CompareAction.ADOPTED: EntryWords(key="log-carrier_adopted", values=_from, counts=1),
    CompareAction.STOCKED: EntryWords(key="log-carrier_stocked", values=_from),
}

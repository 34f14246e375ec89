"""What of stock the record tells, and in which words."""

from enum import StrEnum

from handlers.kit.blocks import brief
from handlers.kit.entries import LONGEST, EntryWords, Values
from store.audit.types import Deed


class StockAction(StrEnum):
    """What was done, as the record names it."""

    IMPORTED = "stock_imported"
    REMOVED = "stock_removed"
    NUMBER_IMPORTED = "number_imported"


def _source(_locale: str, deed: Deed) -> Values:
    return {"count": deed.after["count"], "source": brief(deed.after["source"], LONGEST)}


def _of_number(_locale: str, deed: Deed) -> Values:
    return {"source": brief(deed.after["source"], LONGEST)}


ENTRIES: dict[str, EntryWords] = {
    StockAction.IMPORTED: EntryWords(key="log-stock_imported", values=_source),
    StockAction.REMOVED: EntryWords(key="log-stock_removed", values=_source),
    StockAction.NUMBER_IMPORTED: EntryWords(key="log-number_imported", values=_of_number, counts=1),
}

"""What of carriers the record tells, and in which words."""

from datetime import datetime
from enum import StrEnum

from handlers.carriers.meanings import why
from handlers.kit.entries import EntryWords, Values, numbers
from handlers.kit.messages import moment, plain
from store.audit.types import Deed


class CarrierAction(StrEnum):
    """What came of what a carrier was asked, as the record names it."""

    HELD = "carrier_held"
    GONE = "carrier_gone"
    EXTENDED = "carrier_extended"
    NOT_EXTENDED = "carrier_not_extended"
    ARRIVED = "carrier_arrived"
    PAPERS = "carrier_papers"
    FAILED = "carrier_failed"
    GIVES_UP = "carrier_gives_up"
    GIVEN_UP = "carrier_given_up"
    NOT_GIVEN_UP = "carrier_not_given_up"


def told(locale: str, deed: Deed) -> Values:
    """The carrier and the numbers that it answered for, with its reason where it gave one."""
    after = deed.after
    code = str(after.get("code", ""))
    reason = " ".join(
        filter(None, (why(locale, code, str(after.get("detail", ""))), plain(f"({code})") if code else ""))
    )
    return {
        **numbers(locale, deed),
        "count": len(after["numbers"]),
        "carrier": plain(after["carrier"]),
        "detail": f"{reason}." if reason else "",
    }


def _until(_locale: str, deed: Deed) -> Values:
    return {"carrier": plain(deed.after["carrier"]), "time": moment(datetime.fromisoformat(deed.after["until"]))}


def _one(_locale: str, deed: Deed) -> Values:
    return {"carrier": plain(deed.after["carrier"])}


ENTRIES: dict[str, EntryWords] = {
    CarrierAction.HELD: EntryWords(key="log-carrier-held", values=told),
    CarrierAction.GONE: EntryWords(key="log-carrier-gone", values=told),
    CarrierAction.EXTENDED: EntryWords(key="log-carrier-extended", values=_until),
    CarrierAction.NOT_EXTENDED: EntryWords(key="log-carrier-not-extended", values=_until),
    CarrierAction.ARRIVED: EntryWords(key="log-carrier-arrived", values=told),
    CarrierAction.PAPERS: EntryWords(key="log-carrier-papers", values=told),
    CarrierAction.FAILED: EntryWords(key="log-carrier-failed", values=told, counts=-1),
    CarrierAction.GIVES_UP: EntryWords(key="log-carrier-gives-up", values=_one),
    CarrierAction.GIVEN_UP: EntryWords(key="log-carrier-given-up", values=_one),
    CarrierAction.NOT_GIVEN_UP: EntryWords(key="log-carrier-not-given-up", values=_one),
}

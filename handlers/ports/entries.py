"""What of ports the record tells, and in which words."""

from datetime import datetime
from enum import StrEnum

from handlers.kit.blocks import brief, mention, some
from handlers.kit.entries import LONGEST, NAMED, NOTHING, EntryWords, Values, numbers
from handlers.kit.messages import moment, say
from handlers.ports.views.words import ALARMS, CAPACITIES, FIELD_NAMES, REASONS, STATES
from store.audit.types import Deed
from store.ports.types import SECRETS, Alarm, Capacity, Reason, State
from store.types import UserId


class PortAction(StrEnum):
    """What was done, as the record names it."""

    PORT_DRAFTED = "port_drafted"
    PORT_EDITED = "port_edited"
    PORT_INSISTED = "port_insisted"  # on numbers that the numbering plan does not know
    PORT_LISTED = "port_listed"  # numbers read from a file
    PORT_DIVIDED = "port_divided"  # some numbers went into an order of their own
    PORT_MOVED = "port_moved"  # into another state, or to another FOC
    PORT_CAPACITY = "port_capacity"
    PORT_REMINDED = "port_reminded"
    PORT_FOLLOWED = "port_followed"
    PORT_UNFOLLOWED = "port_unfollowed"
    PORT_COMMENTED = "port_commented"
    PORT_COMMENT_EDITED = "port_comment_edited"
    PORT_COMMENT_DELETED = "port_comment_deleted"
    PORT_SECRETS_GONE = "port_secrets_gone"  # account number and PIN, after the order ended
    LETTER_MADE = "letter_made"
    LETTER_SIGNED = "letter_signed"  # a signed letter came in
    LETTER_SIGNER = "letter_signer"  # somebody said who signed it
    LETTER_FETCHED = "letter_fetched"


def _drafted(locale: str, deed: Deed) -> Values:
    return {**numbers(locale, deed), "origin": deed.after.get("from", "none")}


def _edited(locale: str, deed: Deed) -> Values:
    return {"fields": ", ".join(say(locale, FIELD_NAMES[name]) for name in deed.after)}


def _moved(locale: str, deed: Deed) -> Values:
    foc, reason = deed.after.get("foc"), deed.after.get("reason")
    more = [moment(datetime.fromisoformat(foc))] if foc else []
    more += [say(locale, REASONS[Reason(reason)])] if reason else []
    state = say(locale, STATES[State(deed.after["state"])])
    return {"state": f"{state} ({', '.join(more)})" if more else state}


def _listed(_locale: str, deed: Deed) -> Values:
    return {"count": deed.after["added"], "file": brief(deed.after["file"], LONGEST)}


def _divided(locale: str, deed: Deed) -> Values:
    return {"orders": some(locale, list(deed.after["orders"]), NAMED)}


def _capacity(locale: str, deed: Deed) -> Values:
    return {"capacity": say(locale, CAPACITIES[Capacity(deed.after["capacity"])])}


def _alarm(locale: str, deed: Deed) -> Values:
    return {"alarm": say(locale, ALARMS[Alarm(deed.after["alarm"])])}


def _signer(_locale: str, deed: Deed) -> Values:
    return {"signer": brief(deed.after["signer"], LONGEST) or NOTHING}


def _comment_deleted(_locale: str, deed: Deed) -> Values:
    return {"by": mention(UserId(deed.before["by"]))}


def _letter(_locale: str, deed: Deed) -> Values:
    return {"sha256": str(deed.after["sha256"])[:12]}


ENTRIES: dict[str, EntryWords] = {
    PortAction.PORT_DRAFTED: EntryWords(key="log-port_drafted", values=_drafted),
    PortAction.PORT_EDITED: EntryWords(key="log-port_edited", values=_edited, hides=frozenset(SECRETS)),
    PortAction.PORT_INSISTED: EntryWords(key="log-port_insisted", values=numbers),
    PortAction.PORT_LISTED: EntryWords(key="log-port_listed", values=_listed),
    PortAction.PORT_DIVIDED: EntryWords(key="log-port_divided", values=_divided),
    PortAction.PORT_MOVED: EntryWords(key="log-port_moved", values=_moved),
    PortAction.PORT_CAPACITY: EntryWords(key="log-port_capacity", values=_capacity),
    PortAction.PORT_REMINDED: EntryWords(key="log-port_reminded", values=_alarm),
    PortAction.PORT_FOLLOWED: EntryWords(key="log-port_followed"),
    PortAction.PORT_UNFOLLOWED: EntryWords(key="log-port_unfollowed"),
    PortAction.PORT_COMMENTED: EntryWords(key="log-port_commented"),
    PortAction.PORT_COMMENT_EDITED: EntryWords(key="log-port_comment_edited"),
    PortAction.PORT_COMMENT_DELETED: EntryWords(key="log-port_comment_deleted", values=_comment_deleted),
    PortAction.PORT_SECRETS_GONE: EntryWords(key="log-port_secrets_gone"),
    PortAction.LETTER_MADE: EntryWords(key="log-letter_made"),
    PortAction.LETTER_SIGNED: EntryWords(key="log-letter_signed", values=_letter),
    PortAction.LETTER_SIGNER: EntryWords(key="log-letter_signer", values=_signer),
    PortAction.LETTER_FETCHED: EntryWords(key="log-letter_fetched"),
}

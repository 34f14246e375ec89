"""What of approvals the record tells, and in which words."""

from enum import StrEnum

from handlers.kit.blocks import brief, mention
from handlers.kit.entries import LONGEST, NAMED, EntryWords, Values, numbers
from store.audit.types import Deed
from store.types import UserId


class ApprovalAction(StrEnum):
    """What was done, as the record names it."""

    ASKED = "asked"
    APPROVED = "approved"
    TAKEN_BACK = "taken_back"
    LAPSED = "lapsed"  # an approval whose giver may not approve any more
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LACKING = "lacking"  # fewer can approve than must


def _approvals(_locale: str, deed: Deed) -> Values:
    return {"given": deed.after["approvals"], "needed": deed.after["needed"]}


def _lapsed(locale: str, deed: Deed) -> Values:
    whose = " ".join(mention(UserId(user)) for user in deed.after["lapsed"][:NAMED])
    return {**_approvals(locale, deed), "whose": whose}


def _reason(_locale: str, deed: Deed) -> Values:
    return {"reason": brief(deed.after["reason"], LONGEST)}


def _lacking(_locale: str, deed: Deed) -> Values:
    return {"needed": deed.after["needed"]}


ENTRIES: dict[str, EntryWords] = {
    ApprovalAction.ASKED: EntryWords(key="log-asked", values=numbers),
    ApprovalAction.APPROVED: EntryWords(key="log-approved", values=_approvals),
    ApprovalAction.TAKEN_BACK: EntryWords(key="log-taken_back", values=_approvals),
    ApprovalAction.LAPSED: EntryWords(key="log-lapsed", values=_lapsed),
    ApprovalAction.DECLINED: EntryWords(key="log-declined", values=_reason),
    ApprovalAction.WITHDRAWN: EntryWords(key="log-withdrawn"),
    ApprovalAction.LACKING: EntryWords(key="log-lacking", values=_lacking),
}

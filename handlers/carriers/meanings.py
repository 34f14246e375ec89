"""What carriers' own codes mean, in our words: of a code that is not known the carrier's words are shown."""

from handlers.kit.messages import plain, say

_LONGEST = 300  # characters of a carrier's words

_TAKEN = "carrier-why-taken"
_MISSING = "carrier-why-missing"
_EXPIRED = "carrier-why-expired"
_FUNDS = "carrier-why-funds"
_ACCOUNT = "carrier-why-account"
_LIMIT = "carrier-why-limit"
_KEY = "carrier-why-key"
_ADDRESS = "carrier-why-address"
_TROUBLE = "carrier-why-trouble"
_UNSAID = "carrier-why-unsaid"

# Telnyx's numbers are those of its list of errors, the words those of the operations and reservations of Azure
# Communication Services (both as documented in November 2026); words in small letters are the clients' own.
_MEANINGS = {
    **dict.fromkeys(
        ("OutOfStock", "FailedToReserveNumber", "AllNumbersNotAcquired", "NumbersPartiallyAcquired", "taken"), _TAKEN
    ),
    **dict.fromkeys(("10005", "NotFound", "not_held"), _MISSING),
    **dict.fromkeys(("ReservationExpired", "expired", "ended"), _EXPIRED),
    **dict.fromkeys(("20100", "NotEnoughCredit", "NoWallet", "BillingUnavailable"), _FUNDS),
    **dict.fromkeys(("20012", "20013"), _ACCOUNT),
    **dict.fromkeys(("10039", "NotEnoughLicenses"), _LIMIT),
    **dict.fromkeys(("10009", "10010", "Denied", "Unauthorized", "Forbidden"), _KEY),
    **dict.fromkeys(("MissingAddress", "InvalidAddress"), _ADDRESS),
    **dict.fromkeys(("10008", "PurchaseFailed", "ProvisioningFailed"), _TROUBLE),
    **dict.fromkeys(("unsaid", "refused", "failed", "error", "not_answered"), _UNSAID),
}
_VAGUE = (_TROUBLE, _UNSAID)  # where the carrier's own words say more
_WITH_US = (_FUNDS, _ACCOUNT, _LIMIT, _KEY, _ADDRESS)  # no other number can be had before that is seen to


def what_to_try(locale: str, code: str) -> str:
    """What helps, in a sentence: other numbers, or that something is seen to at the account first."""
    return say(locale, "carrier-try-us" if _MEANINGS.get(code) in _WITH_US else "carrier-try-others")


def is_taken(code: str) -> bool:
    """Whether a carrier refuses a number because somebody else has it, not for what is amiss between it and us."""
    return _MEANINGS.get(code) == _TAKEN


def why(locale: str, code: str, detail: str) -> str:
    """Why a carrier does not do something: its code in our words, else in its own, escaped. Without a full stop."""
    said = detail.strip().rstrip(".")[:_LONGEST]
    meaning = _MEANINGS.get(code, _UNSAID if code else "")
    return say(locale, meaning) if meaning and not (said and meaning in _VAGUE) else plain(said)

"""Why not: a refusal is a value whose name is the key of the message that the member is shown."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why something may not be. Each room has members of its own; each value is the key of a message."""


class AccessRefusal(Refusal):
    """Why somebody may not come to the desk at all, or not here."""

    GUEST = "refused-guest"
    STRANGER = "refused-stranger"
    UNKNOWN = "refused-unknown"  # Slack did not say what must be known
    NOT_HERE = "refused-not-here"


class RoleRefusal(Refusal):
    """Why somebody may not do something: the settings give the role to others."""

    MAY_NOT_SEARCH = "refused-search"
    MAY_NOT_RESERVE = "refused-reserve"
    MAY_NOT_SET = "refused-settings"
    MAY_NOT_MANAGE = "refused-manage"
    MAY_NOT_PORT = "refused-port"
    MAY_NOT_FETCH = "refused-letters"


# What follows from Slack's word on a member. That word may be old, so it is asked for again before it is final.
BY_SLACKS_WORD = frozenset({AccessRefusal.GUEST, AccessRefusal.STRANGER, *RoleRefusal})

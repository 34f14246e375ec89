"""What of approvals the record tells, and in which words."""

from enum import StrEnum


class ApprovalAction(StrEnum):
    """What was done, as the record names it."""

    ASKED = "asked"
    APPROVED = "approved"
    TAKEN_BACK = "taken_back"
    LAPSED = "lapsed"  # an approval whose giver may not approve any more
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

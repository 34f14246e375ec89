"""What is owed to Slack about holds, beside their cards."""

from enum import StrEnum


class HoldOutbox(StrEnum):
    """What can be owed."""

    WARNING = "warning"  # a hold ends soon
    ENDED = "ended"  # holds of one channel ended

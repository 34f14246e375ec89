"""What of batches the record tells, and in which words."""

from enum import StrEnum


class BatchAction(StrEnum):
    """What was done, as the record names it."""

    RELEASE_ASKED = "release_asked"
    BATCH_BEGUN = "batch_begun"
    BATCH_DONE = "batch_done"
    BATCH_RESTORED = "batch_restored"
    REST_ENDED = "rest_ended"  # of what a batch released

"""What of record the record tells, and in which words."""

from enum import StrEnum


class RecordAction(StrEnum):
    """What was done, as the record names it."""

    EXPORTED = "exported"

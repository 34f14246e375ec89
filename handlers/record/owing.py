"""The record as a file for a member."""

from enum import StrEnum


class RecordOutbox(StrEnum):
    """What can be owed."""

    EXPORT = "export"  # the record, as a file for a member

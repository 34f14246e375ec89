"""What of record the record tells, and in which words."""

from enum import StrEnum

from handlers.kit.entries import EntryWords


class RecordAction(StrEnum):
    """What was done, as the record names it."""

    EXPORTED = "exported"


ENTRIES: dict[str, EntryWords] = {RecordAction.EXPORTED: EntryWords(key="log-exported")}

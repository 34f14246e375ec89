"""What of batches the record tells, and in which words."""

from enum import StrEnum

from handlers.kit.entries import EntryWords, Values, numbers, size
from store.audit.types import Deed


class BatchAction(StrEnum):
    """What was done, as the record names it."""

    RELEASE_ASKED = "release_asked"
    REQUEST_ENDED = "request_ended"  # nobody had decided it in time
    BATCH_BEGUN = "batch_begun"
    BATCH_DONE = "batch_done"
    BATCH_RESTORED = "batch_restored"
    REST_ENDED = "rest_ended"  # of what a batch released


def _batch(_locale: str, deed: Deed) -> Values:
    return {"verb": deed.after["verb"], "done": deed.after.get("done", 0), "count": deed.after["size"]}


def _days(_locale: str, deed: Deed) -> Values:
    return {"days": deed.after["days"]}


ENTRIES: dict[str, EntryWords] = {
    BatchAction.RELEASE_ASKED: EntryWords(key="log-release_asked", values=numbers),
    BatchAction.REQUEST_ENDED: EntryWords(key="log-request_ended", values=_days),
    BatchAction.BATCH_BEGUN: EntryWords(key="log-batch_begun", values=_batch),
    BatchAction.BATCH_DONE: EntryWords(key="log-batch_done", values=_batch),
    BatchAction.BATCH_RESTORED: EntryWords(key="log-batch_restored", values=numbers),
    BatchAction.REST_ENDED: EntryWords(key="log-rest_ended", values=size),
}

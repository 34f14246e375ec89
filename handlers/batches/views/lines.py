"""What is told in the thread under a batch's card."""

from collections.abc import Callable

from handlers.batches.entries import BatchAction
from handlers.kit.batchable import BatchVerb
from handlers.kit.blocks import mention, pretty, so_many, some
from handlers.kit.messages import say
from handlers.kit.reply import Message
from handlers.kit.sources import POOL
from store.audit.types import Deed
from store.batches.types import Batch
from store.types import E164

_NAMED = 3  # numbers in a line


def line(locale: str, verb: BatchVerb, batch: Batch, deed: Deed, source: str = POOL) -> Message | None:
    """An entry of the record, in one line; None where it is not told. `source`: where its numbers came from."""
    if deed.action == BatchAction.REST_ENDED:
        numbers = so_many(locale, deed.before["size"])
        return Message(text=say(locale, "line-rest-ended", batch=batch.name, numbers=numbers, source=source))
    told = _LINES.get(deed.action)
    return Message(text=told(locale, verb, batch, deed)) if told else None


def _done(locale: str, verb: BatchVerb, batch: Batch, deed: Deed) -> str:
    done, size = deed.after["done"], deed.after["size"]
    return say(locale, verb.words.report, done=done, size=size, batch=batch.name)


def _restored(locale: str, _verb: BatchVerb, batch: Batch, deed: Deed) -> str:
    named = some(locale, [f"`{pretty(E164(e164))}`" for e164 in deed.after["numbers"]], _NAMED)
    return say(locale, "line-restored", by=mention(deed.who or batch.asked_by), numbers=named)


def _request_ended(locale: str, _verb: BatchVerb, batch: Batch, deed: Deed) -> str:
    return say(locale, "line-request-ended", asker=mention(batch.asked_by), days=deed.after["days"])


_LINES: dict[str, Callable[[str, BatchVerb, Batch, Deed], str]] = {
    BatchAction.BATCH_DONE: _done,
    BatchAction.BATCH_RESTORED: _restored,
    BatchAction.REQUEST_ENDED: _request_ended,
}

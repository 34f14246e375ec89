"""What is owed about batches, their cards and the lines under them apart."""

from typing import Any

from store.batches.types import Batch
from store.outbox.types import OutboxItem, OutboxKind
from store.types import ChannelId


def fetch(batch: Batch, file: str, view: str) -> OutboxItem:
    """A file is to be read for a draft whose modal waits for it."""
    return _to_who_asks(batch, OutboxKind.FETCH, file=file, view=view)


def preview(batch: Batch, view: str, wrong: str) -> OutboxItem:
    """What a draft would come to is to be shown in the modal that waits; `wrong` is the key of what was wrong."""
    return _to_who_asks(batch, OutboxKind.PREVIEW, view=view, wrong=wrong, version=batch.version)


def _to_who_asks(batch: Batch, kind: OutboxKind, **detail: Any) -> OutboxItem:
    return OutboxItem(
        workspace=batch.workspace,
        kind=kind,
        subject=f"{batch.name} {batch.asked_by}",
        channel=ChannelId(batch.asked_by),
        detail={"batch": batch.id, **detail},
    )

"""What is owed about batches, their cards and the lines under them apart."""

from enum import StrEnum
from typing import Any

from handlers.kit.file_faults import Unused
from store.batches.types import Batch
from store.outbox.types import OutboxItem
from store.types import ChannelId


class BatchOutbox(StrEnum):
    """What can be owed, beside the card and the lines under it."""

    FETCH = "batch_fetch"  # a file with lines is to be fetched from Slack
    PREVIEW = "preview"  # what a batch would do, in the modal that waits for it


def fetch(batch: Batch, file: str, view: str) -> OutboxItem:
    """A file is to be read for a draft whose modal waits for it."""
    return _to_who_asks(batch, BatchOutbox.FETCH, file=file, view=view)


def preview(batch: Batch, view: str, wrong: Unused | None = None) -> OutboxItem:
    """What a draft would come to is to be shown in the modal that waits; or what was wrong with its file."""
    detail = {"wrong": wrong.kept() if wrong else None}
    return _to_who_asks(batch, BatchOutbox.PREVIEW, view=view, version=batch.version, **detail)


def _to_who_asks(batch: Batch, kind: str, **detail: Any) -> OutboxItem:
    return OutboxItem(
        workspace=batch.workspace,
        kind=kind,
        subject=f"{batch.name} {batch.asked_by}",
        channel=ChannelId(batch.asked_by),
        detail={"batch": batch.id, **detail},
    )

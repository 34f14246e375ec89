"""What is owed about batches, their cards and the lines under them apart."""

from typing import Any

from store.batch_types import Batch
from store.types import ChannelId, Owed, Owing


def fetch(batch: Batch, file: str, view: str) -> Owing:
    """A file is to be read for a draft whose modal waits for it."""
    return _to_who_asks(batch, Owed.FETCH, file=file, view=view)


def preview(batch: Batch, view: str, wrong: str) -> Owing:
    """What a draft would come to is to be shown in the modal that waits; `wrong` is the key of what was wrong."""
    return _to_who_asks(batch, Owed.PREVIEW, view=view, wrong=wrong, version=batch.version)


def _to_who_asks(batch: Batch, kind: Owed, **detail: Any) -> Owing:
    return Owing(
        workspace=batch.workspace,
        kind=kind,
        subject=f"{batch.name} {batch.asked_by}",
        channel=ChannelId(batch.asked_by),
        detail={"batch": batch.id, **detail},
    )

"""What the lines of a batch would come to."""

from collections.abc import Sequence
from datetime import datetime

from handlers.kit.batchable import BatchVerb
from store.batches.types import Batch, Line
from store.session import Db
from store.workspaces.types import Workspace


def forecast(
    db: Db, workspace: Workspace, verb: BatchVerb, batch: Batch, lines: Sequence[Line], now: datetime
) -> list[Line]:
    """What lines in their turn would come to if they were done now, as they were listed."""
    waiting = [line for line in lines if line.outcome is None]
    foreseen = verb.forecast(db, workspace, batch.form, waiting, now)
    return sorted([*foreseen, *(line for line in lines if line.outcome)], key=lambda line: line.number)

"""A batch that a member names, by typing it or by a button that carries it."""

from handlers.batches.requests import NAME
from handlers.kit.words import BadInput
from store import batches
from store.batches.types import Batch, BatchId
from store.session import Db
from store.types import WorkspaceId


def find(db: Db, workspace: WorkspaceId, id: BatchId, *, lock: bool = False) -> Batch:  # noqa: A002 (the field's own word)
    """Return a batch of the member's own workspace. Raises BadInput where it has none of that name."""
    found = batches.find(db, workspace, id, lock=lock)
    if found is None:
        raise BadInput("no-such-batch", batch=NAME(id))
    return found

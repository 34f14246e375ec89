"""A hold that a member names, by typing it or by a button that carries it."""

from handlers.holds.requests import NAME
from handlers.kit.words import BadInput
from store import holds
from store.holds.types import Hold, HoldId
from store.session import Db
from store.types import WorkspaceId


def find(db: Db, workspace: WorkspaceId, id: HoldId, *, lock: bool = False) -> Hold:  # noqa: A002 (the field's own word)
    """Return a hold of the member's own workspace. Raises BadInput where it has none of that name."""
    found = holds.find(db, workspace, id, lock=lock)
    if found is None:
        raise BadInput("no-such-hold", hold=NAME(id))
    return found

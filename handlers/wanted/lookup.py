"""A request that a button or a modal carries."""

from handlers.kit.fields import Carried, counted
from handlers.kit.words import BadInput
from store import wanted
from store.session import Db
from store.types import WorkspaceId
from store.wanted.types import WantedId, WantedNumbers


def carried(value: Carried) -> WantedId:
    """The request that a button or a modal is about. Raises BadInput."""
    return WantedId(counted(value, "wanted"))


def find(db: Db, workspace: WorkspaceId, id: WantedId, *, lock: bool = False) -> WantedNumbers:  # noqa: A002 (the field's own word)
    """Return a request of the member's own workspace. Raises BadInput where it has none of that number."""
    found = wanted.find(db, workspace, id, lock=lock)
    if found is None:
        raise BadInput("stale-button")
    return found

"""A port order that a member names, by typing it or by a button that carries it."""

from handlers.kit.words import BadInput
from handlers.ports.requests import NAME
from store import ports
from store.ports.types import OrderId, PortOrder
from store.session import Db
from store.types import WorkspaceId


def find(db: Db, workspace: WorkspaceId, id: OrderId, *, lock: bool = False) -> PortOrder:  # noqa: A002 (the field's own word)
    """Return a port order of the member's own workspace. Raises BadInput where it has none of that name."""
    found = ports.find(db, workspace, id, lock=lock)
    if found is None:
        raise BadInput("no-such-order", order=NAME(id))
    return found

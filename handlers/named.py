"""The hold, request or port order that a member names: by typing it, or by a button that carries it."""

from handlers.requests import Decision
from handlers.words import BadInput
from store import approvals, holds, ports
from store.port_types import OrderId, PortOrder
from store.session import Db
from store.types import Hold, HoldId, Request, WorkspaceId


def hold(db: Db, workspace: WorkspaceId, id: HoldId, *, lock: bool = False) -> Hold:  # noqa: A002 (the field's own word)
    """Return a hold of the member's own workspace. Raises BadInput where it has none of that name."""
    found = holds.find(db, workspace, id, lock=lock)
    if found is None:
        raise BadInput("no-such-hold", hold=f"H-{id}")
    return found


def request(db: Db, workspace: WorkspaceId, ask: Decision, *, lock: bool = False) -> tuple[Hold, Request]:
    """Return a request of the member's own workspace with its hold, which `lock` keeps as it is: and so the request."""
    of = hold(db, workspace, ask.hold, lock=lock)
    found = approvals.find(db, workspace, ask.request)
    if found is None or found.hold != of.id:
        raise BadInput("stale-button")
    return of, found


def order(db: Db, workspace: WorkspaceId, id: OrderId, *, lock: bool = False) -> PortOrder:  # noqa: A002 (the field's own word)
    """Return a port order of the member's own workspace. Raises BadInput where it has none of that name."""
    found = ports.find(db, workspace, id, lock=lock)
    if found is None:
        raise BadInput("no-such-order", order=f"PO-{id}")
    return found

"""What a member names, by typing it or by a button that carries it: a hold, a batch, a port order, a request."""

from handlers.kit.cards import Requested
from handlers.kit.requests import Decision
from handlers.kit.words import BadInput
from store import approvals, batches, holds, ports
from store.approvals.types import ApprovalRequest
from store.batches.types import Batch, BatchId
from store.holds.types import Hold, HoldId
from store.ports.types import OrderId, PortOrder
from store.session import Db
from store.types import WorkspaceId


def hold(db: Db, workspace: WorkspaceId, id: HoldId, *, lock: bool = False) -> Hold:  # noqa: A002 (the field's own word)
    """Return a hold of the member's own workspace. Raises BadInput where it has none of that name."""
    found = holds.find(db, workspace, id, lock=lock)
    if found is None:
        raise BadInput("no-such-hold", hold=f"H-{id}")
    return found


def batch(db: Db, workspace: WorkspaceId, id: BatchId, *, lock: bool = False) -> Batch:  # noqa: A002 (the field's own word)
    """Return a batch of the member's own workspace. Raises BadInput where it has none of that name."""
    found = batches.find(db, workspace, id, lock=lock)
    if found is None:
        raise BadInput("no-such-batch", batch=f"B-{id}")
    return found


def request(db: Db, workspace: WorkspaceId, ask: Decision, *, lock: bool = False) -> tuple[Requested, ApprovalRequest]:
    """Return a request of the member's own workspace with what it is for; `lock` keeps that as it is, and so both."""
    of: Requested
    if ask.batch:
        of = batch(db, workspace, ask.batch, lock=lock)
    else:
        of = hold(db, workspace, ask.hold or HoldId(0), lock=lock)
    found = approvals.find(db, workspace, ask.request)
    if found is None or found.subject != of.name:
        raise BadInput("stale-button")
    return of, found


def order(db: Db, workspace: WorkspaceId, id: OrderId, *, lock: bool = False) -> PortOrder:  # noqa: A002 (the field's own word)
    """Return a port order of the member's own workspace. Raises BadInput where it has none of that name."""
    found = ports.find(db, workspace, id, lock=lock)
    if found is None:
        raise BadInput("no-such-order", order=f"PO-{id}")
    return found

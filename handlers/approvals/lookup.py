"""A request for approval that a button carries, and what it is for."""

from typing import Any

from handlers.approvals.requests import Decision
from handlers.kit import cards
from handlers.kit.approvable import Approvable, Requested
from handlers.kit.tools import Tools
from handlers.kit.words import BadInput
from store import approvals
from store.approvals.types import ApprovalRequest
from store.session import Db
from store.types import WorkspaceId

Found = tuple[Approvable[Any], Requested, ApprovalRequest]


def find(tools: Tools, db: Db, workspace: WorkspaceId, ask: Decision, *, lock: bool = False) -> Found:
    """Return a request of the member's own workspace with what it is for, and what becomes of that by each decision.

    `lock` keeps what it is for as it is, and so both. Raises BadInput where there is none of them.
    """
    about = cards.subject(tools, ask.ref)
    of = tools.features.approvables.get(about[0].key) if about else None
    if about is None or of is None:
        raise BadInput("stale-button")
    thing: Requested = of.find(db, workspace, about[1], lock=lock)
    request = approvals.find(db, workspace, ask.request)
    if request is None or request.subject != thing.name:
        raise BadInput("stale-button")
    return of, thing, request

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

    `lock` keeps what it is for as it is, and so both. Raises BadInput where there is no such request.
    """
    about = cards.subject(tools, ask.ref)
    thing = about[0].find(db, workspace, about[1], lock=lock) if about else None
    request = approvals.find(db, workspace, ask.request)
    if about is None or thing is None or request is None or request.subject != thing.name:
        raise BadInput("stale-button")
    return tools.features.approvables[about[0].key], thing, request

"""Whether as many can approve a request as must: asked when it is made, when that may have changed, and daily."""

from datetime import timedelta
from functools import partial

from handlers.approvals.entries import ApprovalAction
from handlers.kit import access
from handlers.kit.approvable import Requested
from handlers.kit.cards import card, line
from handlers.kit.timer import Timer
from handlers.kit.tools import SlackSilent, Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from store import approvals
from store.approvals.types import ApprovalRequest, RequestId
from store.session import Db
from store.types import WorkspaceId

DAILY = timedelta(days=1)
_AT_ONCE = 20  # requests
_SILENT = timedelta(minutes=5)  # until Slack is asked again


def look(tools: Tools) -> int:
    """Ask of the requests that are to be looked at, and tell of those that nobody can approve. Says of how many."""
    with tools.reading() as db:
        due = approvals.to_look_at(db, tools.now(), limit=_AT_ONCE)
    return sum(_look(tools, workspace, request) for workspace, request in due)


def look_again(tools: Tools, workspace: WorkspaceId) -> None:
    """Somebody has left, or a group has other members: ask again of all that waits in a workspace."""
    with tools.reading() as db:
        if not approvals.are_waiting(db, workspace):
            return
    with tools.begin() as db:
        approvals.look_again(db, workspace, tools.now())


def _look(tools: Tools, workspace: WorkspaceId, id_: RequestId) -> int:
    with tools.reading() as db:
        request = approvals.find(db, workspace, id_)
        thing = _thing(tools, db, request) if request and request.verdict is None else None
    if request is None or thing is None:
        return 0
    try:
        lacking: bool | None = request.needed > access.can_approve(
            tools, workspace, request.approvers, thing.channel, asker=request.asked_by, most=request.needed
        )
    except SlackSilent:
        lacking = None
    return transact_by_clock(tools, workspace, partial(_tell, tools, id_, lacking))


def _tell(tools: Tools, id_: RequestId, lacking: bool | None, tx: Transaction) -> int:
    """Keep what was found out; None: nothing. Where too few can approve, say so under the card."""
    request = approvals.find(tx.db, tx.workspace.id, id_)
    if request is None or request.verdict is not None:
        return 0
    was, again = request.lacking, DAILY if lacking is not None else _SILENT
    request = approvals.looked_at(tx.db, request, lacking=was if lacking is None else lacking, again_at=tx.now + again)
    thing = _thing(tools, tx.db, request)
    if request.lacking is was or thing is None:
        return 1
    if request.lacking:
        after = {"request": request.id, "needed": request.needed, "asked_by": request.asked_by}
        tx.owe(line(thing, tx.record(ApprovalAction.LACKING, thing.name, before={}, after=after)))
    tx.owe(card(thing))
    return 1


def _thing(tools: Tools, db: Db, request: ApprovalRequest) -> Requested | None:
    """What a request is for."""
    for key, of in tools.features.approvables.items():
        if key in request.ref:
            return next(iter(of.find_all(db, request.workspace, [request.ref[key]])), None)
    return None


TIMERS = (Timer(name="approvers", next_due=approvals.next_look, ring=look),)

"""What the clock does: announce holds that ended, and warn before they do. The numbers need neither."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from handlers.act import card, stale_homes, verdict
from handlers.tools import Tools
from store import approvals, audit, holds, outbox, workspaces
from store.types import Action, Deed, Hold, HoldId, Owed, Owing, Request, WorkspaceId

_AT_ONCE = 500  # holds in one transaction


def announce_ended(tools: Tools) -> int:
    """Close the holds whose time ran out and owe their cards and one notice for each channel. Says how many."""
    with tools.reading() as db:
        ended = holds.with_ended(db, tools.now())
    return sum(_announce(tools, workspace) for workspace in ended)


def warn(tools: Tools) -> int:
    """Owe a warning for each hold that ends soon. Says how many."""
    with tools.begin() as db:
        soon = holds.take_warnings(db, tools.now(), limit=_AT_ONCE)
        outbox.owe(db, [_owing(hold, Owed.WARNING) for hold in soon], tools.real_now())
    return len(soon)


def _announce(tools: Tools, workspace: WorkspaceId) -> int:
    count = 0
    while True:
        with tools.begin() as db:
            locked = workspaces.lock(db, workspace)  # before its holds, as everybody does
            ended = holds.close_ended(db, workspace, tools.now(), limit=_AT_ONCE)
            requests = {request.hold: request for request in approvals.close_ended(db, ended)}
            adding = audit.Addition(key=tools.audit_key, tip=locked.tip)
            for hold in ended:
                adding.add(_deed(hold, requests.get(hold.id)))
            adding.write(db)
            concerned = None if requests else {hold.held_by for hold in ended}
            outbox.owe(
                db,
                [
                    *map(card, ended),
                    *_notices(ended),
                    *_verdicts(ended, requests),
                    *stale_homes(db, workspace, concerned),
                ],
                tools.real_now(),
            )
        count += len(ended)
        if len(ended) < _AT_ONCE:
            return count


def _deed(hold: Hold, request: Request | None) -> Deed:
    asked = {"request": request.id, "approvals": len(request.approvals), "needed": request.needed} if request else {}
    return Deed(
        workspace=hold.workspace,
        at=hold.until,
        who=None,
        action=Action.RAN_OUT,
        subject=hold.name,
        channel=hold.channel,
        message=hold.card_ts,
        before={"size": hold.size, **asked},
    )


def _verdicts(ended: Sequence[Hold], requests: dict[HoldId, Request]) -> list[Owing]:
    return [verdict(hold, requests[hold.id]) for hold in ended if hold.id in requests]


def _notices(ended: Sequence[Hold]) -> list[Owing]:
    """One for the holds of one channel, in the thread of the first of them."""
    of_channel = attrgetter("channel")
    together = [list(holds) for _, holds in groupby(sorted(ended, key=of_channel), key=of_channel)]
    return [_owing(first, Owed.ENDED, holds=[hold.id for hold in (first, *others)]) for first, *others in together]


def _owing(hold: Hold, kind: Owed, **detail: list[int]) -> Owing:
    return Owing(
        workspace=hold.workspace,
        kind=kind,
        subject=hold.name,
        channel=hold.channel,
        detail={"hold": hold.id, **detail},
    )

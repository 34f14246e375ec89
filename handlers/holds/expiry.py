"""What the clock does: announce holds that ended, and warn before they do. The numbers need neither."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from handlers import carriers
from handlers.approvals import verdict
from handlers.holds.entries import HoldAction
from handlers.holds.owing import HoldOutbox
from handlers.kit.cards import card
from handlers.kit.timer import Timer
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from store import approvals, holds, outbox
from store.approvals.types import ApprovalRequest
from store.audit.types import Deed
from store.holds.types import Hold, HoldId
from store.outbox.types import OutboxItem
from store.types import WorkspaceId

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
        outbox.owe(db, [_owing(hold, HoldOutbox.WARNING) for hold in soon], tools.real_now())
    return len(soon)


def _announce(tools: Tools, workspace: WorkspaceId) -> int:
    count = 0
    while True:
        ended = transact_by_clock(tools, workspace, _close)
        count += ended
        if ended < _AT_ONCE:
            return count


def _close(tx: Transaction) -> int:
    """Close some holds of a workspace that ended, and owe what is to be told of them."""
    ended = holds.close_ended(tx.db, tx.workspace.id, tx.now, limit=_AT_ONCE)
    requests = {request.hold: request for request in approvals.close_ended(tx.db, ended) if request.hold}
    carriers.let_go(tx, ended)
    for hold in ended:
        tx.adding.add(_deed(hold, requests.get(hold.id)))
    tx.owe(*map(card, ended), *_notices(ended), *_verdicts(ended, requests))
    if requests:
        tx.concerns_everybody()
    else:
        tx.concerns(*(hold.held_by for hold in ended))
    return len(ended)


def _deed(hold: Hold, request: ApprovalRequest | None) -> Deed:
    asked = {"request": request.id, "approvals": len(request.approvals), "needed": request.needed} if request else {}
    return Deed(
        workspace=hold.workspace,
        at=hold.until,
        who=None,
        action=HoldAction.RAN_OUT,
        subject=hold.name,
        channel=hold.channel,
        message=hold.card_ts,
        before={"size": hold.size, **asked},
    )


def _verdicts(ended: Sequence[Hold], requests: dict[HoldId, ApprovalRequest]) -> list[OutboxItem]:
    return [verdict(hold, requests[hold.id]) for hold in ended if hold.id in requests]


def _notices(ended: Sequence[Hold]) -> list[OutboxItem]:
    """One for the holds of one channel, in the thread of the first of them."""
    of_channel = attrgetter("channel")
    together = [list(holds) for _, holds in groupby(sorted(ended, key=of_channel), key=of_channel)]
    return [
        _owing(first, HoldOutbox.ENDED, holds=[hold.id for hold in (first, *others)]) for first, *others in together
    ]


def _owing(hold: Hold, kind: str, **detail: list[int]) -> OutboxItem:
    return OutboxItem(
        workspace=hold.workspace,
        kind=kind,
        subject=hold.name,
        channel=hold.channel,
        detail={"hold": hold.id, **detail},
    )


TIMERS = (
    Timer(name="holds that end", next_due=holds.next_end, ring=announce_ended),
    Timer(name="warnings of holds", next_due=holds.next_warning, ring=warn),
)

"""What approval is asked for: to acquire numbers of a hold, or to release those of a batch."""

from datetime import datetime

from handlers.batches import run
from handlers.holds import keep
from handlers.kit.cards import Requested, card
from handlers.kit.reply import Reply
from handlers.kit.transaction import Act
from store import batches, holds, numbers
from store.approvals.types import ApprovalRequest
from store.batches.types import Batch, Stage
from store.holds.types import Hold


def waits(thing: Requested, request: ApprovalRequest, now: datetime) -> bool:
    """Whether it can still be decided."""
    return request.verdict is None and (not isinstance(thing, Hold) or thing.is_live(now))


def changed(doing: Act, thing: Requested) -> None:
    """What is shown of it has changed: its buttons are others now."""
    match thing:
        case Hold():
            holds.changed(doing.db, thing)
        case Batch():
            batches.changed(doing.db, thing)


def forbidden(doing: Act, thing: Requested, request: ApprovalRequest) -> Reply | None:
    """Why what was asked for cannot be any more though everybody agrees, if so."""
    return keep.over_quota(doing, thing, len(request.numbers)) if isinstance(thing, Hold) else None


def grant(doing: Act, thing: Requested, request: ApprovalRequest) -> None:
    """Everybody who must has agreed: do it."""
    match thing:
        case Hold():
            wish = keep.Wish(numbers=request.numbers, purpose=request.purpose, note=request.note)
            keep.keep(doing, thing, wish, by=request.asked_by, request=request)
        case Batch():
            # The clock does the lines for the one who asked, so that the record says whose wish they were.
            doing.owe(card(run.begin(doing, thing, request)))


def decline(doing: Act, thing: Requested) -> None:
    """Somebody has refused: it will not be done."""
    match thing:
        case Hold():
            numbers.give_back(doing.db, thing, doing.now)
            holds.close_released(doing.db, thing, by=doing.member.user, now=doing.now)
        case Batch():
            batches.move(doing.db, thing, Stage.DECLINED, doing.now, due_at=None)


def withdraw(doing: Act, thing: Requested) -> None:
    """Who asked does not any more."""
    match thing:
        case Hold():
            holds.changed(doing.db, thing)
        case Batch():
            batches.move(doing.db, thing, Stage.WITHDRAWN, doing.now, due_at=None)

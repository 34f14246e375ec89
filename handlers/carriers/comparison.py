"""What a carrier bills and what a workspace has from it, compared: outside every transaction first, then in one."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from handlers.carriers.telling import CompareOutbox
from handlers.kit.carriers import Carrier, CarrierLine, CarrierName, LineState
from handlers.kit.transaction import Transaction
from store.carriers import comparisons
from store.carriers.comparisons import Difference, Side
from store.numbers import stock
from store.outbox.types import OutboxItem

# Numbers that were ordered or given up so short a time ago may not be on the carrier's list yet, or may still be.
_SETTLED = timedelta(minutes=10)


class Unfinished(Exception):
    """There was no time left for all pages."""


def billed(carrier: Carrier, goes_on: Callable[[], bool] = lambda: True) -> list[CarrierLine]:
    """All numbers that a carrier bills us for. Raises Unfinished where it does not go on, and what carriers raise."""
    page = carrier.all_owned()
    lines = list(page.lines)
    while page.next is not None:
        if not goes_on():
            raise Unfinished
        page = carrier.all_owned(page.next)
        lines += page.lines
    return lines


def note(tx: Transaction, carrier: CarrierName, lines: Sequence[CarrierLine]) -> list[Difference]:
    """Write down where a carrier, which bills these, and the workspace differ now; and return that."""
    listed = {line.number: line for line in lines if line.state is not LineState.ENDED}
    ours = [number for number, line in listed.items() if line.state is LineState.OURS]
    known = {number for number, kept in stock.known(tx.db, ours).items() if not kept.is_back_at_carrier(tx.now)}
    known |= comparisons.live(tx.db, ours)
    missing = comparisons.ours(tx.db, tx.workspace.id, carrier, tx.now - _SETTLED) - listed.keys()
    found = [_theirs(listed[number]) for number in ours if number not in known]
    found += [Difference(e164=number, side=Side.OURS) for number in missing]
    comparisons.write(tx.db, tx.workspace.id, carrier, found, tx.now)
    comparisons.answered(tx.db, tx.workspace.id, carrier, tx.now, compared=True)
    return sorted(found, key=lambda each: each.e164)


def tell(tx: Transaction, carrier: CarrierName) -> None:
    """Owe the channel for notices what differs, unless it was told of all that."""
    notices = tx.workspace.notices
    if notices and comparisons.tell(tx.db, tx.workspace.id, carrier):
        tx.owe(
            OutboxItem(
                workspace=tx.workspace.id,
                kind=CompareOutbox.DIFFERS,
                subject=f"carrier {carrier}",
                channel=notices,
                detail={"carrier": carrier},
            )
        )


def _theirs(line: CarrierLine) -> Difference:
    costs = line.price
    if costs is None:
        return Difference(e164=line.number, side=Side.THEIRS)
    return Difference(
        e164=line.number,
        side=Side.THEIRS,
        monthly=costs.monthly,
        upfront=costs.upfront,
        currency=costs.currency,
    )

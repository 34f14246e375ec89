"""Numbers of a hold are ordered at their carriers: theirs counts as ours from now on, and is ours once they say so."""

from collections.abc import Sequence

from handlers.carriers.holding import by_reference, let_go, owe
from handlers.kit.transaction import MemberTransaction
from store.carriers import lines
from store.carriers.types import Operation, State
from store.holds.types import Hold
from store.numbers import at_carriers
from store.numbers.types import Permit
from store.types import E164


def order(tx: MemberTransaction, hold: Hold, chosen: Sequence[E164], permit: Permit) -> list[E164] | None:
    """Have those of the chosen numbers ordered that carriers hold for a hold, and let the others of it go.

    Those that are ordered are handed back, in order; None: some are not to be had any more, or not held yet.
    """
    theirs = [line for line in lines.of_hold(tx.db, hold) if line.e164 in chosen]
    ordered = [line.e164 for line in theirs]
    moved = lines.move(tx.db, theirs, State.TO_ORDER, tx.now)
    if moved != len(theirs) or at_carriers.order(tx.db, hold, ordered, tx.now, permit) != len(theirs):
        return None
    let_go(tx, [hold])  # before the order: some carriers sell a hold whole, so that the others must have left it
    for reference, its in by_reference(theirs).items():
        owe(tx, its[0].carrier, Operation.ORDER, str(reference), hold)
    return ordered

"""Which numbers a hold takes: those that were named first, then others that are wanted as much."""

from collections.abc import Sequence

from handlers.holds.requests import Reserve
from handlers.kit.transaction import MemberTransaction
from store import numbers
from store.holds.types import Hold
from store.numbers import search
from store.types import ANY_DIGITS, E164

_TRIES = 3  # others may be taking the same numbers at this moment


def take(tx: MemberTransaction, hold: Hold, ask: Reserve) -> Sequence[E164]:
    """Take what is asked for out of the pool, in order; a run whole or not at all, anything else as far as it goes."""
    if ask.wanted.digits.in_a_row:
        return _run(tx, hold, ask)
    taken = numbers.take(tx.db, hold, ask.quantity, now=tx.now, these=ask.these) if ask.these else []
    if ask.wanted.digits == ANY_DIGITS:
        missing = ask.quantity - len(taken)
        return sorted(taken + numbers.take(tx.db, hold, missing, now=tx.now)) if missing else taken
    for _ in range(_TRIES):
        missing = ask.quantity - len(taken)
        chosen = search.choose(tx.db, tx.workspace.id, ask.wanted, missing, tx.now) if missing else []
        if not chosen:
            break
        taken += numbers.take(tx.db, hold, missing, now=tx.now, these=chosen)
    return sorted(taken)


def _run(tx: MemberTransaction, hold: Hold, ask: Reserve) -> Sequence[E164]:
    these: Sequence[E164] = ask.these
    for _ in range(_TRIES):
        if not these:
            these = search.choose(tx.db, tx.workspace.id, ask.wanted, ask.quantity, tx.now)
        with tx.db.begin_nested() as attempt:
            taken = numbers.take(tx.db, hold, ask.quantity, now=tx.now, these=these) if these else []
            if len(taken) == ask.quantity:
                return taken
            attempt.rollback()
        these = ()
    return ()

"""Which numbers a hold takes: those that were named first, then others that are wanted as much."""

from collections.abc import Sequence

from handlers.holds.requests import Reserve
from handlers.kit.transaction import MemberTransaction
from store import numbers
from store.numbers import search
from store.numbers.types import Taken, Taking
from store.types import ANY_DIGITS, E164

_TRIES = 3  # others may be taking the same numbers at this moment


def take(tx: MemberTransaction, taking: Taking, ask: Reserve) -> Taken:
    """Take what is asked for out of the pool; a run whole or not at all, anything else as far as it goes."""
    if ask.wanted.digits.in_a_row:
        return _run(tx, taking, ask)
    taken = numbers.take(tx.db, taking, ask.quantity, these=ask.these) if ask.these else Taken()
    if ask.wanted.digits == ANY_DIGITS:
        missing = ask.quantity - len(taken.numbers)
        return taken.and_also(numbers.take(tx.db, taking, missing)) if missing else taken
    for _ in range(_TRIES):
        missing = ask.quantity - len(taken.numbers)
        chosen = search.choose(tx.db, tx.workspace.id, ask.wanted, missing, tx.now) if missing else []
        if not chosen:
            break
        taken = taken.and_also(numbers.take(tx.db, taking, missing, these=chosen))
    return taken


def _run(tx: MemberTransaction, taking: Taking, ask: Reserve) -> Taken:
    these: Sequence[E164] = ask.these
    for _ in range(_TRIES):
        if not these:
            these = search.choose(tx.db, tx.workspace.id, ask.wanted, ask.quantity, tx.now)
        with tx.db.begin_nested() as attempt:
            taken = numbers.take(tx.db, taking, ask.quantity, these=these) if these else Taken()
            if len(taken.numbers) == ask.quantity:
                return taken
            attempt.rollback()
        these = ()
    return Taken()

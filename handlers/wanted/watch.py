"""The pool is looked into for what is asked for: when numbers came in or went back, and by the clock."""

from datetime import timedelta

from handlers.kit.cards import card, line
from handlers.kit.timer import Timer
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from handlers.wanted.entries import WantedAction
from handlers.wanted.owing import news
from store import wanted
from store.numbers import search
from store.types import ANY_DIGITS
from store.wanted.types import Stage

# Holds and rests end without a word; digits may have to be looked for among many numbers.
_EVERY, _EVERY_BY_DIGITS = timedelta(seconds=15), timedelta(minutes=2)
_AT_ONCE = 20  # workspaces
_REQUESTS = 50


def look(tools: Tools) -> int:
    """Look where it is time to, and tell those whose numbers are there. Says of how many."""
    with tools.reading() as db:
        due = wanted.workspaces_to_look_in(db, tools.now(), limit=_AT_ONCE)
    return sum(transact_by_clock(tools, workspace, _look) for workspace in due)


def _look(tx: Transaction) -> int:
    requests = wanted.to_look_for(tx.db, tx.workspace.id, tx.now, limit=_REQUESTS)
    there = [
        request
        for request in requests
        if search.available(tx.db, request.workspace, request.wanted, tx.now, request.quantity) >= request.quantity
    ]
    for request in there:
        closed = wanted.close(tx.db, request, Stage.IN_STOCK, at=tx.now, by=None)
        entry = tx.record(WantedAction.IN_STOCK, request.name, before={}, after={})
        tx.owe(card(closed), line(closed, entry), news(closed))
    plain = [request for request in requests if request.wanted.digits == ANY_DIGITS]
    wanted.look_again(tx.db, plain, tx.now + _EVERY)
    wanted.look_again(tx.db, [each for each in requests if each not in plain], tx.now + _EVERY_BY_DIGITS)
    return len(there)


TIMERS = (Timer(name="wanted", next_due=wanted.next_look, ring=look),)

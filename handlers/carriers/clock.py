"""What the clock does: carriers' holds that nobody here has end, and what has rested is given up at its carrier."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from handlers.carriers.entries import CarrierAction
from handlers.carriers.written import owe_card
from handlers.kit.cards import card
from handlers.kit.timer import Timer
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from store import holds, outbox
from store.carriers import lines, tasks
from store.carriers.types import Operation, State
from store.numbers import at_carriers
from store.types import E164

_AT_ONCE = 200


def end_kept(tools: Tools) -> int:
    """Show of holds that are over that their carriers keep nothing of them any more. Says of how many numbers."""
    with tools.begin() as db:
        ended = lines.end(db, tools.now(), limit=_AT_ONCE)
        of = {(line.workspace, line.hold) for line in ended if line.hold}
        found = [holds.find(db, workspace, hold) for workspace, hold in sorted(of)]
        outbox.owe(db, [card(hold) for hold in found if hold], tools.real_now())
    return len(ended)


def keep_up(tools: Tools) -> int:
    """Have carriers asked to hold on that granted only some of what is wanted. Says of how many numbers."""
    with tools.begin() as db:
        due = lines.take_extensions(db, tools.now(), limit=_AT_ONCE)
        for line in due:
            until = (line.wanted_until or tools.now()).isoformat()
            subject = str(line.reference)
            real_now = tools.real_now()
            tasks.owe(
                db, line.workspace, line.carrier, Operation.EXTEND, subject, real_now, hold=line.hold, until=until
            )
    return len(due)


def give_up_rested(tools: Tools) -> int:
    """Have numbers given up at their carriers whose rest has ended. Says how many."""
    with tools.reading() as db:
        rested = sorted(at_carriers.with_rested(db, tools.now(), limit=_AT_ONCE))
    count = 0
    for workspace, its in groupby(rested, key=itemgetter(0)):
        these = [e164 for _, e164 in its]
        count += transact_by_clock(tools, workspace, lambda tx, these=these: _give_up(tx, these))  # type: ignore[misc]
    return count


def _give_up(tx: Transaction, rested: Sequence[E164]) -> int:
    given = at_carriers.give_up(tx.db, tx.workspace.id, rested, tx.now)
    for e164 in given:
        line = lines.of_number(tx.db, tx.workspace.id, e164, State.OURS)
        if line and lines.move(tx.db, [line], State.GIVING_UP, tx.now):
            tasks.owe(tx.db, tx.workspace.id, line.carrier, Operation.GIVE_UP, e164, tx.real_now, hold=line.hold)
            tx.record(CarrierAction.GIVES_UP, e164, before={}, after={"carrier": line.title})
            owe_card(tx, line)
    return len(given)


TIMERS = (
    Timer(name="what carriers keep", next_due=lines.next_end, ring=end_kept),
    Timer(name="what carriers hold on", next_due=lines.next_extension, ring=keep_up),
    Timer(name="what is given up at carriers", next_due=at_carriers.next_rest_ends, ring=give_up_rested),
)

"""What carriers answered of orders is written down: which numbers are ours, wait, want papers or failed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from handlers.carriers.calls import Answer
from handlers.carriers.entries import CarrierAction
from handlers.carriers.holding import owe
from handlers.carriers.written import by_reason, found, look_later, move, price_of, record, tell, tick_off
from handlers.kit.cards import card
from handlers.kit.carriers import CarrierRules, LineState
from handlers.kit.transaction import Transaction
from store import holds
from store.carriers import lines as stored
from store.carriers.states import ORDERED
from store.carriers.types import Line, Operation, State, Task
from store.holds.types import Hold
from store.numbers import at_carriers
from store.outbox.timing import pause

_SLOWLY = 2  # tries: what is pushed is polled four times more rarely


def order(tx: Transaction, task: Task, rules: CarrierRules, answer: Answer) -> None:
    """Each number came to its own end, or waits for it. Raises TaskLost."""
    hold, lines = found(tx, task)
    if hold is None:
        return tick_off(tx, task)
    open_ = [each for each in lines if each.state in ORDERED]
    if task.operation is Operation.ORDER:
        stored.move(tx.db, open_, State.ASKED, tx.now)
    came_to: dict[State, list[Line]] = {}
    for each in open_:
        if (to := _stands(each, answer)) is not None and (to is not each.state or to is State.PAPERS):
            came_to.setdefault(to, []).append(each)
    for to, its in came_to.items():
        _STANDS[to](tx, hold, its, answer)
    if any(to in (State.FAILED, State.CANCELLED, State.OURS) for to in came_to):
        tx.concerns_everybody()
    if came_to:
        holds.changed(tx.db, hold)
        tx.owe(card(hold))
    waits = len(open_) - sum(len(its) for to, its in came_to.items() if to not in ORDERED)
    if waits and task.operation is Operation.POLL:
        return look_later(tx, task, after=_pause(task.tries, rules))
    if waits:
        owe(tx, task.carrier, Operation.POLL, task.subject, hold)
    return tick_off(tx, task)


def no_answer(task: Task, tx: Transaction) -> int:
    """An order was sent, and what became of it is not known: its card says so."""
    hold, lines = found(tx, task)
    asked = stored.move(tx.db, lines, State.ASKED, tx.now)
    if asked and hold:
        holds.changed(tx.db, hold)
        tx.owe(card(hold))
    return asked


def _pause(tries: int, rules: CarrierRules) -> timedelta:
    return pause(tries + (_SLOWLY if rules.pushes else 0))


def _stands(each: Line, answer: Answer) -> State | None:
    """What a number has come to, as its carrier says; None: it says nothing of it."""
    said = answer.said.get(each.e164)
    if said is None:
        return State.FAILED if answer.refused else None
    return _SAID.get(said.state)


_SAID: Mapping[LineState, State] = {
    LineState.PENDING: State.WAITING,
    LineState.HELD: State.WAITING,
    LineState.UNKNOWN: State.WAITING,
    LineState.PAPERS: State.PAPERS,
    LineState.OURS: State.OURS,
    LineState.REFUSED: State.FAILED,
    LineState.ENDED: State.CANCELLED,
}


def _waiting(tx: Transaction, _hold: Hold, its: Sequence[Line], _answer: Answer) -> None:
    stored.move(tx.db, its, State.WAITING, tx.now)


def _papers(tx: Transaction, hold: Hold, its: Sequence[Line], answer: Answer) -> None:
    new = []
    for each in its:
        wanted = answer.said[each.e164].papers
        values = {
            "papers": "\n".join(wanted.wanted) if wanted else "",
            "papers_until": wanted.until if wanted else None,
        }
        if each.state is not State.PAPERS:
            new.append(each)
            stored.move(tx.db, [each], State.PAPERS, tx.now, **values)
        elif (each.papers, each.papers_until) != tuple(values.values()):
            stored.note(tx.db, each, tx.now, **values)
    if new:
        first = answer.said[new[0].e164].papers
        detail = ", ".join(first.wanted) if first else ""
        tell(tx, hold, record(tx, CarrierAction.PAPERS, hold, new, detail=detail), to_asker=True)


def _ours(tx: Transaction, hold: Hold, its: Sequence[Line], answer: Answer) -> None:
    move(tx, State.OURS, its, lambda each: price_of(answer.said[each.e164]))
    at_carriers.arrived(tx.db, tx.workspace.id, [each.e164 for each in its])
    tell(tx, hold, record(tx, CarrierAction.ARRIVED, hold, its), to_asker=False)


def _failed(tx: Transaction, hold: Hold, its: Sequence[Line], answer: Answer, to: State = State.FAILED) -> None:
    these = [each.e164 for each in its]
    at_carriers.lost(tx.db, tx.workspace.id, these, tx.now)
    holds.not_given(tx.db, hold, these)
    for why, some in by_reason(its, answer):
        stored.move(tx.db, some, to, tx.now, **why)
        tell(tx, hold, record(tx, CarrierAction.FAILED, hold, some, **why), to_asker=True)


def _cancelled(tx: Transaction, hold: Hold, its: Sequence[Line], answer: Answer) -> None:
    _failed(tx, hold, its, answer, State.CANCELLED)


_STANDS: Mapping[State, Callable[[Transaction, Hold, Sequence[Line], Answer], None]] = {
    State.WAITING: _waiting,
    State.PAPERS: _papers,
    State.OURS: _ours,
    State.FAILED: _failed,
    State.CANCELLED: _cancelled,
}

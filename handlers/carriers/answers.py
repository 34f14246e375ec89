"""What carriers answered is written down: numbers, hold, card, what is owed to members, and what is to be asked next.

Each answer is one transaction, in which its task is ticked off: a worker that lost its task meanwhile writes nothing.
"""

from collections.abc import Callable, Mapping

from handlers.carriers import hold_answers, order_answers
from handlers.carriers.calls import Answer
from handlers.carriers.entries import CarrierAction
from handlers.carriers.owing import not_given_up
from handlers.carriers.written import look_later, owe_card, reason, tick_off
from handlers.kit.carriers import CarrierRules, LineState
from handlers.kit.transaction import Transaction
from store.carriers import lines as stored
from store.carriers.states import LEAVING
from store.carriers.types import Line, Operation, State, Task
from store.outbox.timing import pause
from store.types import E164


def write(task: Task, rules: CarrierRules, answer: Answer, tx: Transaction) -> int:
    """Write down what came of a task. Raises TaskLost."""
    _WRITE[task.operation](tx, task, rules, answer)
    return 1


def _give_up(tx: Transaction, task: Task, _rules: CarrierRules, answer: Answer) -> None:
    e164 = E164(task.subject)
    each = stored.of_number(tx.db, task.workspace, e164, *LEAVING)
    said = answer.said.get(e164)
    if each is None:
        return tick_off(tx, task)
    if answer.refused:
        _not_given_up(tx, each, answer)
        return tick_off(tx, task)  # it is asked again with the next comparison
    if said and said.state is not LineState.ENDED:
        return look_later(tx, task, after=pause(task.tries), looks=1)
    stored.move(tx.db, [each], State.GIVEN_UP, tx.now)
    owe_card(tx, each)
    tx.record(CarrierAction.GIVEN_UP, e164, before={}, after={"carrier": each.title})
    return tick_off(tx, task)


def _not_given_up(tx: Transaction, each: Line, answer: Answer) -> None:
    """A carrier will not have a number back: it is told once, and shown with the carrier until it has it back."""
    why = reason(each, answer)
    if not stored.move(tx.db, [each], State.NOT_GIVEN_UP, tx.now, **why):
        return stored.note(tx.db, each, tx.now, **why)
    owe_card(tx, each)
    tx.record(CarrierAction.NOT_GIVEN_UP, each.e164, before={}, after={"carrier": each.title, **why})
    if notices := tx.workspace.notices:
        tx.owe(not_given_up(each, notices))
    return None


def _compare(tx: Transaction, task: Task, _rules: CarrierRules, _answer: Answer) -> None:
    tick_off(tx, task)


_WRITE: Mapping[Operation, Callable[[Transaction, Task, CarrierRules, Answer], None]] = {
    Operation.HOLD: hold_answers.hold,
    Operation.EXTEND: hold_answers.extend,
    Operation.DROP: hold_answers.drop,
    Operation.ORDER: order_answers.order,
    Operation.POLL: order_answers.order,
    Operation.GIVE_UP: _give_up,
    Operation.COMPARE: _compare,
}

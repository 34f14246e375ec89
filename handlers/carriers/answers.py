"""What carriers answered is written down: numbers, hold, card, what is owed to members, and what is to be asked next.

Each answer is one transaction, in which its task is ticked off: a worker that lost its task meanwhile writes nothing.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

from handlers.carriers import hold_answers, order_answers
from handlers.carriers.calls import Answer
from handlers.carriers.entries import CarrierAction
from handlers.carriers.written import look_later, tick_off
from handlers.kit.carriers import CarrierRules, LineState
from handlers.kit.transaction import Transaction
from store.carriers import lines as stored
from store.carriers.types import Operation, State, Task
from store.outbox.timing import pause
from store.types import E164

_REFUSED_AGAIN = timedelta(minutes=5)  # until what a carrier would not take back is offered to it again


def write(task: Task, rules: CarrierRules, answer: Answer, tx: Transaction) -> int:
    """Write down what came of a task. Raises TaskLost."""
    _WRITE[task.operation](tx, task, rules, answer)
    return 1


def _give_up(tx: Transaction, task: Task, _rules: CarrierRules, answer: Answer) -> None:
    e164 = E164(task.subject)
    each = stored.of_number(tx.db, task.workspace, e164, State.GIVING_UP)
    said = answer.said.get(e164)
    if each is None:
        return tick_off(tx, task)
    if answer.refused:
        stored.note(tx.db, each, tx.now, code=answer.refused.code, detail=answer.refused.detail)
        return look_later(tx, task, after=_REFUSED_AGAIN)
    if said and said.state is not LineState.ENDED:
        return look_later(tx, task, after=pause(task.tries), looks=1)
    stored.move(tx.db, [each], State.GIVEN_UP, tx.now)
    tx.record(CarrierAction.GIVEN_UP, e164, before={}, after={"carrier": each.title})
    return tick_off(tx, task)


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

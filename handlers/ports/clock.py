"""What the clock does with port orders: transfers are pending a day before, nobody is left in silence, secrets go."""

from functools import partial

from handlers.kit.timer import Timer
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from handlers.ports import alarms, move
from handlers.ports.entries import PortAction
from handlers.ports.rules import Mover
from store import ports
from store.ports.types import Alarm, OrderId, PortOrder, State

_AT_ONCE = 100  # orders


def ring(tools: Tools) -> int:
    """Do what is due with port orders. Says how much was."""
    with tools.reading() as db:
        due = ports.with_alarms(db, tools.now(), limit=_AT_ONCE)
    return sum(transact_by_clock(tools, workspace, partial(_ring, order)) for workspace, order in due)


def _ring(of: OrderId, tx: Transaction) -> int:
    """Do what is due with one order, the earliest first."""
    order = ports.find(tx.db, tx.workspace.id, of, lock=True)
    if order is None:
        return 0
    due = [alarm for alarm, at in ports.alarms(tx.db, order).items() if at <= tx.now]
    for alarm in due:
        order = _do(tx, order, alarm)
    return len(due)


def _do(tx: Transaction, order: PortOrder, alarm: Alarm) -> PortOrder:
    left = ports.alarms(tx.db, order)
    at = left.pop(alarm, None)
    if at is None or at > tx.now:
        return order  # what was done just now has set the alarms anew
    if alarm is Alarm.PENDING:
        moved = move.move(tx, order, State.PENDING, Mover.CLOCK)
        return moved if isinstance(moved, PortOrder) else order
    if alarm is Alarm.SILENT:
        left[alarm] = alarms.silent_at(order, tx.workspace, tx.now)
    ports.set_alarms(tx.db, order, left)
    if alarm is not Alarm.HOUR or (order.foc and tx.now < order.foc):
        move.remind(tx, order, alarm)
    return order


def forget(tools: Tools) -> int:
    """Drop account numbers and PINs of orders that ended long enough ago. Says of how many."""
    with tools.reading() as db:
        old = ports.with_old_secrets(db, tools.now(), limit=_AT_ONCE)
    return sum(transact_by_clock(tools, workspace, partial(_forget, order)) for workspace, order in old)


def _forget(of: OrderId, tx: Transaction) -> int:
    order = ports.find(tx.db, tx.workspace.id, of, lock=True)
    if order is None or order.sealed is None:
        return 0  # another process was quicker
    tx.record(PortAction.PORT_SECRETS_GONE, order.name, before={}, after={})
    ports.drop_secrets(tx.db, order)
    return 1


TIMERS = (
    Timer(name="port orders", next_due=ports.next_alarm, ring=ring),
    Timer(name="port secrets", next_due=ports.next_secrets, ring=forget),
)

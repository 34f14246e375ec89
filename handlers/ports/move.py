"""The one way in which port orders go from state to state, whoever moves them."""

from datetime import timedelta

from handlers.kit.cards import card, line
from handlers.kit.refusals import Refusal
from handlers.kit.transaction import Transaction
from handlers.ports import alarms, eligibility, owing, rules
from handlers.ports.entries import PortAction
from handlers.ports.rules import NO_NEWS, Mover, News, PortRefusal
from handlers.ports.settings import SECRET_DAYS
from handlers.quota import PORTED, admit
from store import numbers, ports
from store.numbers.types import Permit
from store.ports.types import CLOSED, Alarm, PortOrder, State


def move(tx: Transaction, order: PortOrder, to: State, mover: Mover, news: News = NO_NEWS) -> PortOrder | Refusal:
    """Move an order that this transaction has locked, or say why not. Everybody concerned is told of it."""
    if refusal := rules.move(order, to, mover, tx.now, news):
        return refusal
    if to in (State.PROCESSING, State.COMPLETED):
        if eligibility.unfit(tx.db, order.workspace, order.numbers, tx.now, order.id, lock=True):
            return PortRefusal.NUMBERS_TAKEN
        permit = _permit(tx, order)
        if not isinstance(permit, Permit):
            return permit
        if to is State.COMPLETED and numbers.ported(tx.db, order, permit) != len(order.numbers):
            raise RuntimeError(f"somebody took numbers of {order.name} at the same moment")
    if order.state_at(tx.now) is not order.state and to is not order.state_at(tx.now):
        order = _moved(tx, order, State.PENDING)  # the clock has not come to it yet
    return _moved(tx, order, to, news)


def _moved(tx: Transaction, order: PortOrder, to: State, news: News = NO_NEWS) -> PortOrder:
    before, rings = order, ports.alarms(tx.db, order)
    foc = order.foc if to in (State.PENDING, State.COMPLETED) else news.foc if to is State.APPROVED else None
    reason = news.reason if to is State.ERROR else None
    order = ports.move(tx.db, order, to, tx.now, foc=foc, reason=reason, comment=news.comment)
    if order.state in CLOSED:
        days = SECRET_DAYS.of(tx.workspace)
        ports.keep_secrets_until(tx.db, order, tx.now + timedelta(days=days))
    entry = tx.record(PortAction.PORT_MOVED, order.name, before=_told(before), after=_told(order))
    tell(tx, order, entry)
    if to is State.COMPLETED and Alarm.CHECKLIST in rings:
        remind(tx, order, Alarm.CHECKLIST)
    set_to = alarms.alarms(order, tx.workspace, tx.now)
    if before.state is State.APPROVED and to is State.PENDING:
        # What was due while nobody looked at the clock is not forgotten.
        set_to |= {alarm: at for alarm, at in rings.items() if alarm in (Alarm.HOUR, Alarm.CHECKLIST)}
    ports.set_alarms(tx.db, order, set_to)
    return order


def _permit(tx: Transaction, order: PortOrder) -> Permit | Refusal:
    """Whether the order's numbers may become the workspace's own."""
    return admit(tx.workspace, PORTED, {order.kind: len(order.numbers)} if order.kind else {}, {})


def _told(order: PortOrder) -> dict[str, object]:
    """Where an order is, as the record keeps it."""
    foc = order.foc.isoformat() if order.foc else None
    said = {"state": order.state, "foc": foc, "reason": order.reason, "comment": order.comment}
    return {name: value for name, value in said.items() if value}


def remind(tx: Transaction, order: PortOrder, alarm: Alarm) -> None:
    """Tell everybody concerned what the clock has to say of an order."""
    after = {"alarm": alarm, "state": order.state, "since": order.since.isoformat()}
    tell(tx, order, tx.record(PortAction.PORT_REMINDED, order.name, before={}, after=after))


def tell(tx: Transaction, order: PortOrder, entry: int) -> None:
    """Tell an entry under the order's card, to who asked for it and to who follows it; and draw the card anew."""
    concerned = dict.fromkeys([order.requested_by, *ports.followers(tx.db, order)])
    tx.owe(card(order), line(order, entry), *(owing.news(order, entry, to) for to in concerned))
    tx.concerns_everybody()


def changed(tx: Transaction, order: PortOrder, entry: int) -> None:
    """Tell an entry under the order's card alone, and draw that anew."""
    tx.owe(card(order), line(order, entry))
    tx.concerns_everybody()


def alarm_anew(tx: Transaction, order: PortOrder) -> None:
    """Somebody did something about an order, so its reminder begins anew."""
    if order.state in rules.EDITABLE:
        ports.set_alarms(tx.db, order, alarms.alarms(order, tx.workspace, tx.now))

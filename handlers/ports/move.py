"""The one way in which port orders go from state to state, whoever moves them."""

from handlers.kit.refusals import Refusal
from handlers.kit.transaction import Work
from handlers.ports import judge, owing, rules
from handlers.ports.rules import NO_NEWS, Mover, News, PortRefusal
from store import numbers, ports
from store.audit.types import Action
from store.ports.types import Alarm, PortOrder, State


def move(doing: Work, order: PortOrder, to: State, mover: Mover, news: News = NO_NEWS) -> PortOrder | Refusal:
    """Move an order that this transaction has locked, or say why not. Everybody concerned is told of it."""
    if refusal := rules.move(order, to, mover, doing.now, news):
        return refusal
    if to is State.COMPLETED:
        taken = judge.unfit(doing.db, order.workspace, order.numbers, doing.now, order.id, lock=True)
        if taken:
            return PortRefusal.NUMBERS_TAKEN
    if order.state_at(doing.now) is not order.state and to is not order.state_at(doing.now):
        order = _moved(doing, order, State.PENDING)  # the clock has not come to it yet
    return _moved(doing, order, to, news)


def _moved(doing: Work, order: PortOrder, to: State, news: News = NO_NEWS) -> PortOrder:
    before, rings = order, ports.alarms(doing.db, order)
    foc = order.foc if to in (State.PENDING, State.COMPLETED) else news.foc if to is State.APPROVED else None
    reason = news.reason if to is State.ERROR else None
    order = ports.move(doing.db, order, to, doing.now, foc=foc, reason=reason, comment=news.comment)
    _with_its_numbers(doing, order)
    entry = doing.record(Action.PORT_MOVED, order.name, before=_told(before), after=_told(order))
    tell(doing, order, entry)
    if to is State.COMPLETED and Alarm.CHECKLIST in rings:
        remind(doing, order, Alarm.CHECKLIST)
    alarms = rules.alarms(order, doing.workspace, doing.now)
    if before.state is State.APPROVED and to is State.PENDING:
        # What was due while nobody looked at the clock is not forgotten.
        alarms |= {alarm: at for alarm, at in rings.items() if alarm in (Alarm.HOUR, Alarm.CHECKLIST)}
    ports.set_alarms(doing.db, order, alarms)
    return order


def _with_its_numbers(doing: Work, order: PortOrder) -> None:
    """Take the numbers out of the pool while they are being moved; and make them ours once they are here."""
    match order.state:
        case State.PROCESSING:
            numbers.port(doing.db, order, doing.now)
        case State.ERROR | State.CANCELLED:
            numbers.unport(doing.db, order, doing.now)
        case State.COMPLETED:
            if numbers.ported(doing.db, order, doing.now) != len(order.numbers):
                raise RuntimeError(f"somebody took numbers of {order.name} at the same moment")


def _told(order: PortOrder) -> dict[str, object]:
    """Where an order is, as the record keeps it."""
    foc = order.foc.isoformat() if order.foc else None
    said = {"state": order.state, "foc": foc, "reason": order.reason, "comment": order.comment}
    return {name: value for name, value in said.items() if value}


def remind(doing: Work, order: PortOrder, alarm: Alarm) -> None:
    """Tell everybody concerned what the clock has to say of an order."""
    after = {"alarm": alarm, "state": order.state, "since": order.since.isoformat()}
    tell(doing, order, doing.record(Action.PORT_REMINDED, order.name, before={}, after=after))


def tell(doing: Work, order: PortOrder, entry: int) -> None:
    """Tell an entry under the order's card, to who asked for it and to who follows it; and draw the card anew."""
    concerned = dict.fromkeys([order.requested_by, *ports.followers(doing.db, order)])
    doing.owe(owing.card(order), owing.line(order, entry), *(owing.news(order, entry, to) for to in concerned))
    doing.concerns_everybody()


def changed(doing: Work, order: PortOrder, entry: int) -> None:
    """Tell an entry under the order's card alone, and draw that anew."""
    doing.owe(owing.card(order), owing.line(order, entry))
    doing.concerns_everybody()


def alarm_anew(doing: Work, order: PortOrder) -> None:
    """Somebody did something about an order, so its reminder begins anew."""
    if order.state in rules.EDITABLE:
        ports.set_alarms(doing.db, order, rules.alarms(order, doing.workspace, doing.now))

"""Where the stock is low is told once, until there is enough again."""

from datetime import timedelta

from sqlalchemy import delete, select

from handlers.stock import low_stock
from handlers.stock.low_stock import StockOutbox
from store.numbers import low
from store.outbox.table import OutboxRow
from store.types import ChannelId, Kind, Place
from store.workspaces.types import Threshold
from tests.desk import BEN, HOME, SEATTLE, Desk, fill
from tests.store.owing import claimed

MINUTE = timedelta(minutes=1)
FEW = (Threshold(place=SEATTLE, kind=Kind.TOLL, least=3), Threshold(place=Place(country="GB"), kind=Kind.TOLL, least=1))


def owed(desk: Desk) -> list[str]:
    """The debts of this kind, by whom they are about; and all that is owed is forgotten."""
    with desk.database.begin() as db:
        rows = db.execute(select(OutboxRow).where(OutboxRow.kind == StockOutbox.LOW).order_by(OutboxRow.id)).all()
        db.execute(delete(OutboxRow))
    return [row.subject for row in rows]


def test_a_place_where_the_stock_is_low_is_told_of_once_until_it_was_filled(desk: Desk) -> None:
    fill(desk.database, 4)
    desk.set(low_stock=FEW[:1], notices=ChannelId("C5"))
    assert (low_stock.ring(desk.tools), owed(desk)) == (1, [])
    hold = desk.hold(BEN, 2)
    assert low_stock.ring(desk.tools) == 0  # it has looked a moment ago
    desk.clock.advance(MINUTE)
    low_stock.ring(desk.tools)
    assert len(owed(desk)) == 1
    desk.clock.advance(MINUTE)
    low_stock.ring(desk.tools)
    assert owed(desk) == []
    desk.release(BEN, hold)
    desk.clock.advance(MINUTE)
    low_stock.ring(desk.tools)
    desk.hold(BEN, 2)
    desk.clock.advance(MINUTE)
    low_stock.ring(desk.tools)
    assert len(owed(desk)) == 1


def test_nobody_is_told_where_there_is_no_channel_for_it_and_then_the_channel_is(desk: Desk) -> None:
    desk.set(low_stock=FEW)
    low_stock.ring(desk.tools)
    assert owed(desk) == []
    desk.set(notices=ChannelId("C5"))
    desk.clock.advance(MINUTE)
    low_stock.ring(desk.tools)
    assert len(owed(desk)) == 2


def test_what_was_filled_before_it_is_sent_is_not_told(desk: Desk) -> None:
    desk.set(low_stock=FEW[:1], notices=ChannelId("C5"))
    low_stock.ring(desk.tools)
    debt = claimed(desk)
    told = low_stock.put(desk.tools, debt)
    assert told
    assert "Seattle" in told.message.text
    fill(desk.database, 3)
    assert low_stock.put(desk.tools, debt) is None


def test_the_clock_asks_for_what_is_watched_alone(desk: Desk) -> None:
    with desk.database.reading() as db:
        assert db.scalar(low.next_due()) is None
    desk.set(HOME, low_stock=FEW)
    low_stock.ring(desk.tools)
    with desk.database.reading() as db:
        assert db.scalar(low.next_due()) == desk.clock() + MINUTE

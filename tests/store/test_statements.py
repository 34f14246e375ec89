"""Many take as many statements as one: the desk never asks the database once for each number or hold."""

import io
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from sqlalchemy import update

from handlers.holds import acquire, expiry, show
from handlers.home import home
from handlers.kit.cards import CardOutbox
from handlers.kit.reply import DONE
from handlers.ports import letters
from handlers.ports import show as ports
from handlers.ports.requests import ListOrders
from handlers.record import log
from handlers.record.requests import Log
from store import outbox
from store.approvals.types import ApprovalRequest
from store.holds.types import Hold
from store.outbox.table import OutboxRow
from store.outbox.timing import LEASE
from store.ports.types import OrderId, PortOrder, State
from store.session import connect
from store.types import E164, UserId
from store.workspaces.types import Licences, Policy
from tests.databases import Databases
from tests.desk import ADA, BEN, CHLOE, HOLD_LASTS, HOME, Desk, click, fill, member, open_desk
from tests.orders import FOC, approve, cancel, edit, ready, refuse, send, sent
from tests.orders import update as update_order
from tests.store.owing import ELSEWHERE, owe, owing
from tests.store.statements import statements

pytestmark = pytest.mark.slow

PORTED = [E164(f"+1206555{number}") for number in range(1000, 1051)]
Work = Callable[[Desk, Hold], object]


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(lambda desk, hold: desk.reserve(BEN, hold.size), id="reserve"),
        pytest.param(lambda desk, hold: desk.acquire(BEN, hold), id="acquire"),
        pytest.param(lambda desk, hold: desk.release(BEN, hold), id="release"),
        pytest.param(lambda desk, hold: desk.at(hold.until).again(BEN, hold), id="hold again"),
        pytest.param(lambda desk, hold: show.show_numbers(desk.tools, click(BEN), hold.id), id="show numbers"),
        pytest.param(lambda desk, hold: acquire.choose(desk.tools, click(BEN), hold.id), id="choose"),
        pytest.param(lambda desk, hold: desk.approve(CHLOE, asked(desk, hold)), id="ask and approve"),
        pytest.param(lambda desk, hold: desk.decline(CHLOE, asked(desk, hold)), id="ask and decline"),
        pytest.param(
            lambda desk, hold: (asked(desk, hold), desk.at(hold.until).again(BEN, hold)), id="ask and hold again"
        ),
        pytest.param(lambda desk, hold: log.log(desk.tools, click(BEN), Log(about=hold.name)), id="log"),
    ],
)
def test_fifty_numbers_take_as_many_statements_as_one(desk: Desk, work: Work) -> None:
    desk.set(licences=Licences(phone_system=50_000))
    fill(desk.database, 200)
    one, fifty = desk.hold(BEN, 1), desk.hold(BEN, 50)
    assert count(desk, lambda: work(desk, one)) == count(desk, lambda: work(desk, fifty)) > 0


@pytest.mark.parametrize("opened", [pytest.param(False, id="alone"), pytest.param(True, id="with a Home tab")])
def test_a_reservation_takes_eight_statements(desk: Desk, *, opened: bool) -> None:
    fill(desk.database, 5)
    if opened:
        home.opened(desk.tools, click(BEN))
    desk.hold(BEN, 2)
    assert count(desk, lambda: desk.reserve(BEN, 3)) == 8


@pytest.mark.parametrize(
    "alarm",
    [
        pytest.param(lambda desk: expiry.warn(desk.tools), id="warning"),
        pytest.param(lambda desk: expiry.announce_ended(desk.at(desk.clock() + HOLD_LASTS).tools), id="announcing"),
    ],
)
def test_fifty_holds_take_as_many_statements_as_one(desk: Desk, alarm: Callable[[Desk], int]) -> None:
    desk.set(licences=Licences(phone_system=50_000))
    fill(desk.database, 51)
    assert alarm_for(desk, alarm, 1) == alarm_for(desk, alarm, 50) > 0


def test_a_dozen_requests_take_as_many_statements_as_one(desk: Desk) -> None:
    looks = {
        "home of an approver": lambda: home.opened(desk.tools, click(CHLOE)),
        "home of the holder": lambda: home.opened(desk.tools, click(BEN)),
        "log": lambda: log.log(desk.tools, click(BEN), Log()),
        "writing the export": lambda: log.write(desk.tools, HOME, 999, io.StringIO()),
        "verifying": lambda: desk.verify(),
    }
    desk.set(licences=Licences(phone_system=50_000), policy=Policy(approvals=2))
    fill(desk.database, 39)
    for by in (BEN, CHLOE):
        home.opened(desk.tools, click(by))
    acquire_and_ask(desk)
    one = counts(desk, looks)
    for _ in range(12):
        acquire_and_ask(desk)
    assert counts(desk, looks) == one
    assert all(one.values())


def test_a_dozen_requests_end_with_as_many_statements_as_one(desk: Desk) -> None:
    desk.set(licences=Licences(phone_system=50_000), policy=Policy(approvals=2))
    fill(desk.database, 39)
    acquire_and_ask(desk)
    one = count(desk, lambda: expiry.announce_ended(desk.at(desk.clock() + HOLD_LASTS).tools))
    for _ in range(12):
        acquire_and_ask(desk)
    assert count(desk, lambda: expiry.announce_ended(desk.at(desk.clock() + HOLD_LASTS).tools)) == one > 0


def test_a_change_draws_a_dozen_home_tabs_anew_with_as_many_statements_as_one(desk: Desk) -> None:
    fill(desk.database, 2)
    desk.set(policy=Policy())
    first, second = desk.hold(BEN, 1), desk.hold(BEN, 1)
    home.opened(desk.tools, click(BEN))
    one = count(desk, lambda: desk.asks(BEN, first))
    for number in range(12):
        home.opened(desk.tools, click(member(f"U{number}")))
    assert count(desk, lambda: desk.asks(BEN, second)) == one


def test_four_port_orders_take_as_many_statements_as_one(desk: Desk) -> None:
    looks = {
        "list": lambda: ports.show_list(desk.tools, click(BEN), ListOrders()),
        "home": lambda: home.opened(desk.tools, click(BEN)),
        "status": lambda: ports.status(desk.tools, click(BEN), PORTED[0]),
        "show": lambda: ports.show(desk.tools, click(BEN), OrderId(1)),
    }
    home.opened(desk.tools, click(BEN))
    sent(desk, these=PORTED[:1])
    one = counts(desk, looks)
    for number in range(1, 4):
        sent(desk, these=[PORTED[number]])
    assert counts(desk, looks) == one
    assert all(one.values())


def send_and_complete(desk: Desk, order: PortOrder) -> None:
    send(desk, order)
    approve(desk, order)
    assert update_order(desk.at(FOC), order, State.COMPLETED) == DONE


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(lambda desk, order: ports.show(desk.tools, click(BEN), order.id), id="show"),
        pytest.param(lambda desk, order: edit(desk, order, {"city": "Tacoma"}), id="edit"),
        pytest.param(lambda desk, order: letters.make(desk.tools, click(BEN), order.id), id="make the letter"),
        pytest.param(lambda desk, order: send(desk, order), id="send"),
        pytest.param(lambda desk, order: (send(desk, order), refuse(desk, order)), id="send and refuse"),
        pytest.param(lambda desk, order: (send(desk, order), cancel(desk, order)), id="send and cancel"),
        pytest.param(send_and_complete, id="send and complete"),
    ],
)
def test_a_port_order_of_fifty_numbers_with_ten_followers_takes_as_many_statements_as_one_of_one_with_one(
    desk: Desk, work: Callable[[Desk, PortOrder], object]
) -> None:
    one = ready(desk, these=PORTED[:1], followers=(CHLOE.user,))
    fifty = ready(desk, these=PORTED[1:51], followers=tuple(UserId(f"U{number}") for number in range(10)))
    assert count(desk, lambda: work(desk, one)) == count(desk, lambda: work(desk, fifty)) > 0


def acquire_and_ask(desk: Desk) -> None:
    """One hold of which a number was acquired, and one with a request that somebody has approved."""
    hold, held = desk.hold(BEN, 1), desk.hold(BEN, 2)
    for by in (ADA, CHLOE):
        desk.approve(by, desk.asked(hold) if by is CHLOE else desk.asks(BEN, hold))
    desk.approve(ADA, desk.asks(BEN, held))


def asked(desk: Desk, hold: Hold) -> ApprovalRequest:
    desk.set(policy=Policy())
    return desk.asks(BEN, hold)


def test_a_claim_costs_in_proportion_to_what_waits(databases: Databases) -> None:
    """Ten times as much took a hundred times as long where each debt was compared with each."""
    desk = open_desk(connect(databases.new("sqlite")))
    owe(desk, *(owing(CardOutbox.LINE, f"H-{number}", ELSEWHERE) for number in range(100)))
    few = steps_of_a_claim(desk)
    owe(desk, *(owing(CardOutbox.LINE, f"H-{number}", ELSEWHERE) for number in range(1000)))
    assert steps_of_a_claim(desk) < 20 * few
    desk.database.close()


def steps_of_a_claim(desk: Desk) -> int:
    """How many hundred steps SQLite takes to find that nothing is due yet."""
    steps: list[None] = []
    with desk.database.begin() as db:
        now = desk.real_clock()
        outbox.open_lanes(db, now)
        db.execute(update(OutboxRow).values(due_at=now + LEASE))
        sqlite: Any = db.connection.driver_connection
        sqlite.set_progress_handler(lambda: steps.append(None), 100)
        assert outbox.claim(db, now, desk.tools.features.messages) is None
        sqlite.set_progress_handler(None, 0)
    return len(steps)


def alarm_for(desk: Desk, alarm: Callable[[Desk], int], quantity: int) -> int:
    """How many statements an alarm takes for so many holds."""
    for _ in range(quantity):
        desk.hold(BEN, 1)
    desk.clock.advance(HOLD_LASTS * 0.9)
    return count(desk, lambda: told(alarm(desk), quantity))


def told(of: int, quantity: int) -> None:
    assert of == quantity


def count(desk: Desk, work: Callable[[], object]) -> int:
    with statements(desk.database) as executed:
        work()
    return len(executed)


def counts(desk: Desk, looks: Mapping[str, Callable[[], object]]) -> dict[str, int]:
    return {name: count(desk, look) for name, look in looks.items()}

"""Everything the desk does finds its rows by an index, however many there are."""

import io
from collections.abc import Callable, Iterator
from concurrent.futures import wait
from datetime import timedelta
from itertools import count

import pytest

from bot.scheduler import Scheduler
from handlers.holds import acquire, expiry, show
from handlers.home import home
from handlers.kit import delivery
from handlers.kit.member import Member
from handlers.kit.outgoing import Post, Publish
from handlers.ports import comments, follow_up, letters
from handlers.ports import show as ports
from handlers.ports.comments import Said
from handlers.ports.requests import ListOrders
from handlers.ports.views.step_view import Step
from handlers.quota import show as quota
from handlers.quota.requests import ShowQuota
from handlers.record import log
from handlers.record.requests import ExportLog, Log
from handlers.search import search
from handlers.search.requests import Search
from store import answers
from store.approvals.types import ApprovalRequest
from store.holds.types import Hold
from store.ports.types import PortOrder, State
from store.session import connect
from store.types import E164, Criteria, Kind, Place, UserId
from store.workspaces.types import Licences, Policy
from tests.databases import ENGINES, Databases
from tests.desk import ADA, ALONE, AWAY, BEN, CHLOE, EVE, START, Desk, click, open_desk
from tests.orders import cancel, edit, ready, ring, send, sign, step, take_out, update
from tests.store.much import LARGE, LONG_AGO, fill_up
from tests.store.owing import claim
from tests.store.statements import Statement, scanned, statements, without_index
from tests.table import table

pytestmark = pytest.mark.slow

A_CITY = Criteria(place=Place(country="US", region="Region 7", city="City 7"), kind=Kind.TOLL)
ANYWHERE = Criteria(place=None, kind=Kind.TOLL)
_orders = count()


@pytest.fixture(scope="module", params=ENGINES)
def full(databases: Databases, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A desk that has been busy for long."""
    desk = open_desk(connect(databases.new(request.param)))
    desk.set(licences=Licences(phone_system=50_000))
    fill_up(desk.database)
    yield desk
    desk.database.close()


def _send(desk: Desk, _hold: Hold) -> None:
    while debt := claim(desk):
        post = delivery.render(desk.tools, debt)
        if isinstance(post, Post):
            delivery.posted(desk.tools, debt, post, channel=post.channel, ts="1.0")
        else:
            assert isinstance(post, Publish)
            delivery.nothing_to_say(desk.tools, debt)


def _announce(desk: Desk, hold: Hold) -> int:
    return expiry.announce_ended(desk.at(hold.until).tools)


def _asks(desk: Desk, hold: Hold, needed: int = 1) -> ApprovalRequest:
    desk.set(policy=Policy(approvals=needed))
    request = desk.asks(BEN, hold)
    desk.set(policy=ALONE)
    return request


def _approve_and_take_back(desk: Desk, hold: Hold) -> None:
    request = _asks(desk, hold, needed=2)
    desk.approve(CHLOE, request)
    desk.take_back(CHLOE, request)


def _ask_and_hold_again(desk: Desk, hold: Hold) -> None:
    _asks(desk, hold)
    desk.set(policy=Policy())
    desk.at(hold.until).again(BEN, hold)
    desk.set(policy=ALONE)


def _log(desk: Desk, ask: Log) -> None:
    log.log(desk.tools, click(EVE), ask)


def _forget(desk: Desk, _hold: Hold) -> None:
    with desk.database.begin() as db:
        answers.forget_old(db, LONG_AGO)


@table(
    "work",
    [
        pytest.param(lambda desk, _hold: desk.reserve(BEN, 3, A_CITY), id="reserve"),
        pytest.param(lambda desk, _hold: desk.reserve(BEN, 3, ANYWHERE), id="reserve anywhere"),
        pytest.param(lambda desk, hold: desk.acquire(BEN, hold, desk.took(hold)[0]), id="acquire"),
        pytest.param(lambda desk, hold: desk.release(BEN, hold), id="release"),
        pytest.param(lambda desk, hold: desk.at(hold.until).again(BEN, hold), id="hold again"),
        pytest.param(_announce, id="announce"),
        pytest.param(lambda desk, hold: expiry.warn(desk.at(hold.until).tools), id="warn"),
        pytest.param(_send, id="send"),
        pytest.param(_forget, id="forget old answers"),
        pytest.param(lambda desk, _hold: search.search(desk.tools, click(BEN), Search(wanted=A_CITY)), id="search"),
        pytest.param(lambda desk, _hold: quota.quota(desk.tools, click(BEN), ShowQuota()), id="quota"),
        pytest.param(lambda desk, hold: show.show(desk.tools, click(BEN), hold.id), id="show"),
        pytest.param(lambda desk, hold: acquire.find(desk.tools, click(BEN), hold.ref, "77"), id="find numbers"),
        pytest.param(lambda desk, hold: desk.entries(hold.name), id="record"),
        pytest.param(lambda desk, hold: desk.approve(CHLOE, _asks(desk, hold)), id="approve"),
        pytest.param(lambda desk, hold: desk.decline(CHLOE, _asks(desk, hold)), id="decline"),
        pytest.param(lambda desk, hold: desk.withdraw(BEN, _asks(desk, hold)), id="withdraw"),
        pytest.param(lambda desk, hold: (_asks(desk, hold), desk.release(BEN, hold)), id="release what is asked for"),
        pytest.param(_approve_and_take_back, id="take back"),
        pytest.param(lambda desk, hold: (_asks(desk, hold), _announce(desk, hold)), id="announce with a request"),
        pytest.param(_ask_and_hold_again, id="hold again and ask again"),
        pytest.param(lambda desk, _hold: log.log(desk.tools, click(BEN), Log()), id="log"),
        pytest.param(lambda desk, hold: _log(desk, Log(about=hold.name)), id="log of a hold"),
        pytest.param(lambda desk, hold: _log(desk, Log(about=desk.took(hold)[0])), id="log of a number"),
        pytest.param(lambda desk, _hold: _log(desk, Log(who=UserId("U77"))), id="log of a member"),
        pytest.param(lambda desk, _hold: _log(desk, Log(since=timedelta(hours=1))), id="log of the last hour"),
        pytest.param(lambda desk, _hold: log.export(desk.tools, click(EVE), ExportLog()), id="export"),
        pytest.param(lambda desk, _hold: log.write(desk.tools, AWAY, 20, io.StringIO()), id="write the export"),
        pytest.param(lambda desk, hold: (_asks(desk, hold), home.opened(desk.tools, click(CHLOE))), id="home"),
        pytest.param(lambda desk, _hold: home.opened(desk.tools, click(EVE)), id="home where much has ended"),
    ],
)
def test_no_large_table_is_read_from_end_to_end(full: Desk, work: Callable[[Desk, Hold], object]) -> None:
    hold = full.hold(BEN, 3, A_CITY)
    with statements(full.database) as executed:
        work(full, hold)
    assert executed
    with full.database.begin() as db:
        plans = {statement.sql: statement.plan(db) for statement in executed}
    assert {sql: plan for sql, plan in plans.items() if scanned(plan) & LARGE} == {}


def _comment(desk: Desk, order: PortOrder) -> None:
    said = Said(channel=order.channel, thread="7.0", ts="7.2", text="well")
    assert comments.concerns_an_order(desk.tools, AWAY, said)
    comments.keep(desk.tools, EVE, said)


def _list(desk: Desk, by: Member, state: State | None = None) -> None:
    ports.show_list(desk.tools, click(by), ListOrders(state=state))


@table(
    "work",
    [
        pytest.param(lambda desk, _order: _list(desk, BEN), id="list"),
        pytest.param(lambda desk, _order: _list(desk, EVE), id="list where much has ended"),
        pytest.param(lambda desk, _order: _list(desk, EVE, State.CANCELLED), id="list what has ended"),
        pytest.param(lambda desk, order: ports.show(desk.tools, click(BEN), order.id), id="show"),
        pytest.param(lambda desk, order: ports.show(desk.tools, click(EVE), order.id), id="show where there are many"),
        pytest.param(lambda desk, order: ports.status(desk.tools, click(BEN), order.numbers[0]), id="status"),
        pytest.param(lambda desk, _order: home.opened(desk.tools, click(BEN)), id="home"),
        pytest.param(lambda desk, _order: home.opened(desk.tools, click(EVE)), id="home where much has ended"),
        pytest.param(lambda desk, _order: ring(desk.at(START + timedelta(days=9))), id="ring"),
        pytest.param(_comment, id="comment"),
        pytest.param(lambda desk, order: step(desk, Step.NUMBERS, order, typed=order.typed), id="list anew"),
        pytest.param(lambda desk, order: edit(desk, order, {"city": "Tacoma"}), id="edit"),
        pytest.param(lambda desk, order: take_out(desk, order, order.numbers[0]), id="take out"),
        pytest.param(lambda desk, order: letters.fetch(desk.tools, click(ADA), order.id), id="fetch the letter"),
        pytest.param(sign, id="hand the letter in"),
        pytest.param(lambda desk, order: follow_up.follow(desk.tools, click(CHLOE), order.id), id="follow"),
        pytest.param(send, id="send"),
        pytest.param(lambda desk, order: (send(desk, order), update(desk, order, State.CONTACTING)), id="move"),
        pytest.param(lambda desk, order: (send(desk, order), cancel(desk, order)), id="cancel"),
    ],
)
def test_no_large_table_is_read_from_end_to_end_for_port_orders(
    full: Desk, work: Callable[[Desk, PortOrder], object]
) -> None:
    first = 1000 + 2 * next(_orders)
    order = ready(full, these=[E164(f"+1206555{number}") for number in (first, first + 1)])
    with statements(full.database) as executed:
        work(full, order)
    assert executed
    with full.database.begin() as db:
        plans = {statement.sql: statement.plan(db) for statement in executed}
    assert {sql: plan for sql, plan in plans.items() if scanned(plan) & LARGE} == {}


def test_a_look_at_all_that_may_be_due_reads_the_first_of_each_by_an_index(full: Desk) -> None:
    with statements(full.database) as executed:
        wait(Scheduler(full.tools, full.database.look, lambda: None).look())
    # Beside it there are its heartbeat, and what is asked for whatever is due by now.
    look, *_ = (statement for statement in executed if statement.sql.startswith("SELECT"))
    with full.database.begin() as db:
        assert without_index(look.plan(db), LARGE) == []


@table(
    ("order_by", "found"),
    [
        pytest.param("at", False, id="by an index"),
        pytest.param("alarm", True, id="without an index"),
    ],
)
def test_whether_the_first_is_found_by_an_index_is_read_right(full: Desk, order_by: str, found: bool) -> None:
    sql = f"SELECT (SELECT at FROM port_alarms ORDER BY {order_by} LIMIT 1)"
    with full.database.reading() as db:
        assert bool(without_index(Statement(sql=sql, parameters=()).plan(db), LARGE)) is found


@table(
    ("sql", "found"),
    [
        pytest.param("SELECT * FROM numbers WHERE length(e164) = 3", {"numbers"}, id="a scan is seen"),
        pytest.param("SELECT * FROM numbers WHERE e164 = '+1'", set(), id="a search is none"),
    ],
)
def test_plans_are_read_right(full: Desk, sql: str, found: set[str]) -> None:
    with full.database.reading() as db:
        assert scanned(Statement(sql=sql, parameters=()).plan(db)) == found

"""Whatever is done with numbers of carriers finds its rows by an index, however many there are."""

from collections.abc import Callable, Iterator
from concurrent.futures import wait
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import insert, text

from bot.scheduler import Scheduler
from handlers.carriers import clock, nightly, show
from handlers.carriers.requests import ShowCarriers
from handlers.holds import acquire, expiry
from handlers.holds import show as showing
from store.carriers import comparisons, lines, news, tasks
from store.carriers.comparisons import CarrierDifferenceRow
from store.carriers.news import CarrierNewsRow
from store.carriers.table import CarrierLineRow
from store.carriers.types import Operation, State
from store.holds.types import Hold
from store.schema import Base
from store.session import Database, connect
from store.workspaces.types import Policy
from tests.carriers.conftest import Side
from tests.carriers.desk import AtCarrier, at_carrier, sells_more
from tests.databases import ENGINES, Databases
from tests.desk import ADA, AWAY, BEN, CHLOE, HOME, START, click, open_desk
from tests.store import serving
from tests.store.much import LARGE, LONG_AGO, fill_up
from tests.store.statements import Statement, scanned, statements, without_index
from tests.table import table

pytestmark = pytest.mark.slow

MANY = 3_000
# What is to be asked is not among them: what is done is deleted.
OURS = LARGE | {"carrier_lines", "carrier_differences", "carrier_news"}
Work = Callable[[AtCarrier], object]


@pytest.fixture(scope="module", params=ENGINES)
def full(databases: Databases, request: pytest.FixtureRequest) -> Iterator[Database]:
    """The database of a desk that has bought much for another workspace."""
    database = connect(databases.new(request.param))
    open_desk(database)  # with its workspaces
    fill_up(database)
    rows: list[tuple[type[Base], Callable[[int], dict[str, Any]]]] = [
        (CarrierLineRow, _line),
        (CarrierDifferenceRow, _difference),
        (CarrierNewsRow, lambda number: {"carrier": "telnyx", "news": f"event {number}", "heard_at": START}),
    ]
    with database.begin() as db:
        for row, values in rows:
            db.execute(insert(row), [values(number) for number in range(1, MANY + 1)])
    if database.engine.dialect.name == "postgresql":
        with database.begin() as db:
            db.execute(text("ANALYZE"))
    yield database
    database.close()


@pytest.fixture
def at(full: Database, acs: Side) -> AtCarrier:
    sells_more(acs, 60)
    return at_carrier(full, acs)


def _line(number: int) -> dict[str, Any]:
    """Of three one is ours, one was given up, and one held long ago."""
    states = (State.OURS, State.GIVEN_UP, State.ENDED)
    reference = str(uuid4())
    which = {"workspace": AWAY, "hold": number, "e164": f"+1{number:010}", "carrier": "telnyx", "title": "Telnyx"}
    return {**which, "reference": reference, "held_under": reference, "state": states[number % 3], "changed_at": START}


def _difference(number: int) -> dict[str, Any]:
    which = {"workspace": AWAY, "carrier": "telnyx", "e164": f"+1{number:010}", "side": "theirs"}
    return {**which, "currency": "", "found_at": LONG_AGO, "told": False}


def _held(at: AtCarrier) -> Hold:
    hold = at.reserve(2)
    at.work()
    return hold


def _ordered(at: AtCarrier) -> Hold:
    hold = _held(at)
    at.desk.acquire(BEN, hold, at.desk.took(hold)[0])
    at.work_on(until=lambda: at.open_tasks() == 0)
    return hold


def _extended(at: AtCarrier) -> None:
    at.desk.set(policy=Policy(approvals=1, extension_minutes=60), extra={"carrier_price": "0.01", "no_resale": True})
    hold = _held(at)
    request = at.desk.asks(BEN, hold)
    at.work()
    at.desk.decline(CHLOE, request)
    at.desk.set(policy=Policy())


def _ended(at: AtCarrier) -> None:
    hold = _held(at)
    at.side.pass_time(timedelta(minutes=11))
    expiry.announce_ended(at.desk.tools)
    at.desk.again(BEN, hold)
    at.work()
    at.side.pass_time(timedelta(hours=2))
    expiry.announce_ended(at.desk.tools)
    clock.end_kept(at.desk.tools)


def _given_up(at: AtCarrier) -> None:
    hold = _ordered(at)
    serving.release(at.desk, at.desk.took(hold)[0])
    at.side.pass_time(timedelta(days=31))
    clock.give_up_rested(at.desk.tools)
    at.work_on(until=lambda: at.open_tasks() == 0)


def _compared(at: AtCarrier) -> None:
    _ordered(at)
    nightly.compare(at.desk.tools, HOME, at.side.client)
    show.compare(at.desk.tools, click(ADA), {"carrier": at.side.name}, {})
    nightly.ring(at.desk.tools)
    nightly.begin(at.desk.tools)


def _heard(at: AtCarrier) -> None:
    with at.desk.database.begin() as db:
        news.heard(db, "telnyx", "event 7", START)
        tasks.hurry(db, Operation.POLL, str(uuid4()), START)
        lines.count_live(db, "telnyx", HOME)
        comparisons.differences(db, HOME, "telnyx")


@table(
    "work",
    [
        pytest.param(_held, id="reserve"),
        pytest.param(lambda at: showing.show_numbers(at.desk.tools, click(BEN), _held(at).id), id="show numbers"),
        pytest.param(lambda at: acquire.choose(at.desk.tools, click(BEN), _held(at).id), id="choose"),
        pytest.param(lambda at: at.desk.release(BEN, _held(at)), id="release"),
        pytest.param(_ordered, id="order"),
        pytest.param(_extended, id="extend and decline"),
        pytest.param(_ended, id="end and hold again"),
        pytest.param(_given_up, id="give up"),
        pytest.param(_compared, id="compare"),
        pytest.param(_heard, id="hear"),
        pytest.param(lambda at: show.show(at.desk.tools, click(ADA), ShowCarriers()), id="carriers"),
    ],
)
def test_no_large_table_is_read_from_end_to_end_for_carriers(at: AtCarrier, work: Work) -> None:
    with statements(at.desk.database) as executed:
        work(at)
    assert executed
    with at.desk.database.begin() as db:
        plans = {statement.sql: statement.plan(db) for statement in executed}
    assert {sql: plan for sql, plan in plans.items() if scanned(plan) & OURS} == {}


def test_a_look_at_what_may_be_due_of_carriers_reads_the_first_by_an_index(at: AtCarrier) -> None:
    with statements(at.desk.database) as executed:
        wait(Scheduler(at.desk.tools, at.desk.database.look, lambda: None).look())
    look: Statement = next(statement for statement in executed if statement.sql.startswith("SELECT"))
    with at.desk.database.begin() as db:
        assert without_index(look.plan(db), OURS) == []

"""What is done with numbers in service finds its rows by an index, and takes as many statements for many as for one."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, text

from handlers.holds.entries import HoldAction
from handlers.inventory import assign as assigning
from handlers.inventory import cool_down, listing, report
from handlers.inventory.owing import InventoryOutbox
from handlers.inventory.requests import Assign, ExportNumbers, ListNumbers, Report
from store import workspaces
from store.audit.table import EntryRow
from store.holds.table import HoldNumberRow, HoldRow
from store.holds.types import Outcome
from store.inventory.types import EVERY, Filter, NumberUse
from store.numbers.table import NumberRow
from store.numbers.types import Status
from store.outbox.types import ClaimedItem
from store.ports.table import PortNumberRow, PortOrderRow
from store.schema import Base
from store.services.table import AssignmentRow, ServiceRow
from store.services.types import ServiceId
from store.session import Database, connect
from store.types import E164, Kind, Place, WorkspaceId
from store.workspaces.types import Licences
from tests.databases import ENGINES, Databases
from tests.desk import AWAY, CHANNEL, EVE, HOLD_LASTS, START, Desk, click, open_desk
from tests.store.owing import owing
from tests.store.serving import QUEUE, assign, make_default, own, release, rename, restore, service, unassign
from tests.store.statements import scanned, statements
from tests.table import table

pytestmark = pytest.mark.slow

EACH = 50  # numbers of a workspace
WORKSPACES = [AWAY, *(WorkspaceId(f"W{number}") for number in range(79))]
OWNED, POOL = EACH * len(WORKSPACES), 15_000
LARGE = {"numbers", "holds", "hold_numbers", "entries", "services", "assignments", "port_orders", "port_numbers"}
SEATTLE = Place(country="US", region="Washington", city="Seattle")
LONG_AGO = START - timedelta(days=2)
Work = Callable[[Desk], object]


@pytest.fixture(scope="module", params=ENGINES)
def full(databases: Databases, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A desk of many workspaces: each has acquired and ported numbers, and assigned each to a service of its own."""
    desk = open_desk(connect(databases.new(request.param)))
    fill_services(desk.database)
    desk.set(AWAY, licences=Licences(phone_system=50_000))
    yield desk
    desk.database.close()


def fill_services(database: Database) -> None:
    rows: list[tuple[type[Base], Callable[[int], dict[str, Any]], int]] = [
        (HoldRow, _hold, OWNED),
        (PortOrderRow, _order, OWNED),
        (NumberRow, _number, OWNED + POOL),
        (HoldNumberRow, _hold_number, OWNED),
        (PortNumberRow, _port_number, OWNED),
        (ServiceRow, _service, OWNED),
        (AssignmentRow, _assignment, OWNED),
        (EntryRow, _entry, OWNED),
    ]
    with database.begin() as db:
        for workspace in WORKSPACES:
            tip = replace(workspaces.lock(db, workspace).tip, number=EACH)
            workspaces.save(db, replace(workspaces.find(db, workspace), tip=tip, set_up=True))
        for table, row, quantity in rows:
            db.execute(insert(table), [row(number) for number in range(quantity)])
        db.execute(text("UPDATE workspaces SET last_entry = :last"), {"last": EACH})
    if database.engine.dialect.name == "postgresql":  # it does so by itself from time to time; SQLite never does
        with database.begin() as db:
            db.execute(text("ANALYZE"))


def _of(number: int) -> dict[str, Any]:
    return {"workspace": WORKSPACES[number % len(WORKSPACES)]}


def _id(number: int) -> int:
    """In its workspace."""
    return number // len(WORKSPACES) + 1


def _e164(number: int) -> E164:
    return E164(f"+1206{number:07}")


def _hold(number: int) -> dict[str, Any]:
    times = {"held_at": LONG_AGO, "until": LONG_AGO + HOLD_LASTS, "closed_at": LONG_AGO}
    who = {"id": _id(number), "held_by": EVE.user, "closed_by": EVE.user, "channel": CHANNEL}
    what = {"region": "", "city": "", "kind": Kind.TOLL, "size": 1, "acquired": 1, "outcome": Outcome.ACQUIRED}
    return {**_of(number), **who, **what, **times}


def _order(number: int) -> dict[str, Any]:
    told = {"id": _id(number), "requested_by": EVE.user, "channel": CHANNEL, "created_at": LONG_AGO}
    what = {"state": "processing", "since": LONG_AGO, "country": "GB", "kind": Kind.TOLL, "capacity": "confirmed"}
    return {**_of(number), **told, **what}


def _number(number: int) -> dict[str, Any]:
    place = {"country": "US", "region": "Washington", "city": "Seattle", "kind": Kind.TOLL}
    if number >= OWNED:
        free = {"status": Status.FREE, "available_at": LONG_AGO, "workspace": None, "hold": None}
        return {"e164": _e164(number), **place, **free}
    kept = {"status": Status.ACQUIRED, "available_at": None, "hold": _id(number)}
    return {"e164": _e164(number), **place, **_of(number), **kept}


def _hold_number(number: int) -> dict[str, Any]:
    return {**_of(number), "hold": _id(number), "e164": _e164(number), "outcome": Outcome.ACQUIRED}


def _port_number(number: int) -> dict[str, Any]:
    return {**_of(number), "port_order": _id(number), "e164": f"+4420{number:08}", "is_open": True}


def _service(number: int) -> dict[str, Any]:
    name = f"Service {_id(number)}"
    return {**_of(number), "id": _id(number), "kind": QUEUE, "name": name, "folded": name.lower()}


def _assignment(number: int) -> dict[str, Any]:
    return {**_of(number), "e164": _e164(number), "service": _id(number), "is_default": False}


def _entry(number: int) -> dict[str, Any]:
    told = {"number": _id(number), "at": LONG_AGO, "who": EVE.user, "name": "", "seal": ""}
    after = {"numbers": [_e164(number)]}
    return {
        **_of(number),
        **told,
        "action": HoldAction.ACQUIRED,
        "subject": f"H-{_id(number)}",
        "before": {"size": 1},
        "after": after,
    }


def _list(**filters: Any) -> Work:
    ask = ListNumbers(wanted=Filter(**filters))
    return lambda desk: listing.show_list(desk.tools, click(EVE), ask)


def _acquired(desk: Desk, quantity: int) -> list[E164]:
    """Numbers of the pool that serve nothing yet."""
    hold = desk.hold(EVE, quantity)
    desk.acquire(EVE, hold)
    return desk.took(hold)


def _assign_and_more(desk: Desk) -> None:
    first, second = _acquired(desk, 2)
    for number in (first, second):
        assign(desk, number, f"Bridge {first}", by=EVE)
    make_default(desk, second, EVE)
    unassign(desk, second, first, EVE)
    rename(desk, service(desk, f"Bridge {first}", AWAY), f"Other {first}", EVE)


def _release_and_restore(desk: Desk) -> None:
    (number,) = _acquired(desk, 1)
    cool_down.ask(desk.tools, click(EVE), number)
    release(desk, number, EVE)
    restore(desk, number, EVE)


def _draw(desk: Desk) -> object:
    owed = owing(InventoryOutbox.REPORT, f"report {EVE.user}", workspace=AWAY, detail={"name": "report.png"})
    debt = ClaimedItem(id=1, owing=owed, lane="", version=1, tries=0, tried_since=None, owed_at=START)
    return report.drawn(desk.tools, debt.owing, "en")


@table(
    "work",
    [
        pytest.param(_list(), id="list"),
        pytest.param(_list(place=SEATTLE, kind=Kind.TOLL, uses=(NumberUse.ASSIGNED,)), id="list of a city"),
        pytest.param(_list(uses=(NumberUse.RESTING,)), id="list of what rests"),
        pytest.param(_list(uses=(NumberUse.PORTING,)), id="list of what is porting"),
        pytest.param(_list(containing="0100"), id="list of some figures"),
        pytest.param(
            lambda desk: listing.show_list(desk.tools, click(EVE), ListNumbers(service="Service 7")),
            id="list of a service",
        ),
        pytest.param(lambda desk: listing.show(desk.tools, click(EVE), _e164(0)), id="a number"),
        pytest.param(lambda desk: listing.show(desk.tools, click(EVE), _e164(OWNED)), id="a number of the pool"),
        pytest.param(lambda desk: listing.export(desk.tools, click(EVE), ExportNumbers()), id="export"),
        pytest.param(lambda desk: listing.write(desk.tools, AWAY, EVERY, io.StringIO()), id="write the export"),
        pytest.param(lambda desk: assigning.show(desk.tools, click(EVE), 2), id="services"),
        pytest.param(lambda desk: assigning.find_numbers(desk.tools, click(EVE), {}, "77"), id="find numbers"),
        pytest.param(lambda desk: assigning.find_names(desk.tools, click(EVE), {}, "7"), id="find names"),
        pytest.param(lambda desk: assigning.ask_for_name(desk.tools, click(EVE), ServiceId(7)), id="ask for a name"),
        pytest.param(
            lambda desk: assigning.ask_where(desk.tools, click(EVE), Assign(e164=_e164(0))), id="ask where it goes"
        ),
        pytest.param(_assign_and_more, id="assign, change the default, unassign, rename"),
        pytest.param(_release_and_restore, id="release and restore"),
        pytest.param(lambda desk: report.report(desk.tools, click(EVE), Report()), id="report"),
        pytest.param(_draw, id="draw the report"),
    ],
)
def test_no_large_table_is_read_from_end_to_end(full: Desk, work: Work) -> None:
    with statements(full.database) as executed:
        work(full)
    assert executed
    with full.database.begin() as db:
        plans = {statement.sql: statement.plan(db) for statement in executed}
    assert {sql: plan for sql, plan in plans.items() if scanned(plan) & LARGE} == {}


@pytest.mark.parametrize(
    "look",
    [
        pytest.param(lambda desk, _number: listing.show_list(desk.tools, click(EVE), ListNumbers()), id="list"),
        pytest.param(lambda desk, _number: assigning.show(desk.tools, click(EVE), 1), id="services"),
        pytest.param(lambda desk, number: listing.show(desk.tools, click(EVE), number), id="a number"),
        pytest.param(lambda desk, _number: _draw(desk), id="draw the report"),
        pytest.param(
            lambda desk, _number: listing.write(desk.tools, AWAY, EVERY, io.StringIO()), id="write the export"
        ),
    ],
)
def test_fifty_numbers_take_as_many_statements_as_one(desk: Desk, look: Callable[[Desk, E164], object]) -> None:
    desk.set(AWAY, licences=Licences(phone_system=50_000))
    (number,) = own(desk, 1, EVE)
    assign(desk, number, by=EVE)
    one = _count(desk, lambda: look(desk, number))
    for at, other in enumerate(own(desk, 49, EVE)):
        assign(desk, other, f"Service {at % 20}", QUEUE, EVE)
    assert _count(desk, lambda: look(desk, number)) == one > 0


def test_fifty_numbers_of_a_service_take_as_many_statements_to_change_as_one(desk: Desk) -> None:
    desk.set(AWAY, licences=Licences(phone_system=50_000))
    numbers = own(desk, 52, EVE)

    def change(number: E164) -> int:
        return _count(desk, lambda: (assign(desk, number, by=EVE), unassign(desk, number, by=EVE)))

    assign(desk, numbers[0], by=EVE)
    one = change(numbers[1])
    for number in numbers[2:]:
        assign(desk, number, by=EVE)
    assert change(numbers[1]) == one > 0


def _count(desk: Desk, work: Callable[[], object]) -> int:
    with statements(desk.database) as executed:
        work()
    return len(executed)

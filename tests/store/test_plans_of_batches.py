"""What is done with many numbers finds its rows by an index, and takes as many statements for many lines as for two."""

from collections.abc import Callable, Iterator
from concurrent.futures import wait
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import insert, text

from bot.scheduler import Scheduler
from handlers.batches import drafts, show
from handlers.kit import delivery
from store import approvals, inventory
from store.approvals.table import ApprovalRequestRow, ApprovalRow
from store.approvals.types import ApprovalRequest, Verdict
from store.batches.table import BatchLineRow, BatchRow
from store.batches.types import DONE, Batch
from store.holds.types import Purpose
from store.session import Database, connect
from store.types import E164
from store.workspaces.types import Policy
from tests.databases import ENGINES, Databases
from tests.desk import ALONE, AWAY, BEN, CHANNEL, CHLOE, EVE, START, Desk, click, member, open_desk
from tests.store.batching import (
    ASSIGN,
    MANY_LICENCES,
    RELEASE,
    UNASSIGN,
    arrive,
    asked,
    begun,
    british,
    draft,
    fresh,
    in_modal,
    listed,
    look,
    ours,
    released,
    restore_all,
    ring,
)
from tests.store.owing import claim, pay
from tests.store.serving import QUEUE, REST, assign, ported, restore
from tests.store.statements import scanned, statements, without_index
from tests.store.test_plans_of_numbers import LARGE as OF_NUMBERS
from tests.store.test_plans_of_numbers import LONG_AGO, WORKSPACES, fill_services
from tests.table import table

pytestmark = pytest.mark.slow

BATCHES, EACH = 4_000, 3  # and lines of each
LARGE = OF_NUMBERS | {"batches", "batch_lines", "requests", "approvals"}
MUCH_LATER = START + timedelta(days=999)
Work = Callable[[Desk, list[E164]], object]

FAY = member("UFAY", AWAY)
_taken = count()


@pytest.fixture(scope="module", params=ENGINES)
def full(databases: Databases, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A desk of many workspaces: each has numbers and services of its own, and has released and assigned by lists."""
    desk = open_desk(connect(databases.new(request.param)))
    fill_services(desk.database)
    _fill(desk.database)
    desk.set(AWAY, policy=ALONE, notices=CHANNEL, licences=MANY_LICENCES)
    yield desk
    desk.database.close()


def _fill(database: Database) -> None:
    with database.begin() as db:
        db.execute(insert(BatchRow), [_batch(number) for number in range(BATCHES)])
        db.execute(insert(BatchLineRow), [_line(number, at) for number in range(BATCHES) for at in range(EACH)])
        db.execute(insert(ApprovalRequestRow), [_request(number) for number in range(BATCHES)])
        db.execute(insert(ApprovalRow), [_approval(number) for number in range(BATCHES)])
    if database.engine.dialect.name == "postgresql":  # it does so by itself from time to time; SQLite never does
        with database.begin() as db:
            db.execute(text("ANALYZE"))


def _of(number: int) -> dict[str, Any]:
    return {"workspace": WORKSPACES[number % len(WORKSPACES)]}


def _id(number: int) -> int:
    """In its workspace."""
    return number // len(WORKSPACES) + 1


def _batch(number: int) -> dict[str, Any]:
    """Of ten one rests still."""
    what = {"id": _id(number), "verb": "release", "asked_by": EVE.user, "channel": CHANNEL, "since": LONG_AGO}
    until = LONG_AGO if number % 10 else MUCH_LATER
    came_to = {"stage": "done", "size": EACH, "done": EACH, "until": until, "due_at": None if number % 10 else until}
    return {**_of(number), **what, **came_to}


def _line(number: int, at: int) -> dict[str, Any]:
    e164 = f"+1212{number * EACH + at:07}"
    return {**_of(number), "batch": _id(number), "line": at, "turn": at, "said": e164, "e164": e164, "outcome": DONE}


def _request(number: int) -> dict[str, Any]:
    who = {"id": _id(number), "batch": _id(number), "asked_by": EVE.user, "asked_at": LONG_AGO}
    what = {"numbers": [], "purpose": Purpose.NOT_YET, "note": "", "needed": 1, "approvers": {}}
    return {**_of(number), **who, **what, "verdict": Verdict.APPROVED, "closed_at": LONG_AGO}


def _approval(number: int) -> dict[str, Any]:
    return {**_of(number), "request": _id(number), "member": FAY.user, "asked_by": EVE.user, "at": LONG_AGO}


def _asks(desk: Desk, numbers: list[E164]) -> ApprovalRequest:
    desk.set(AWAY, policy=Policy(releases=True))
    batch = released(desk, numbers, EVE)
    desk.set(AWAY, policy=ALONE)
    return asked(desk, batch)


def _assign_unassign_release_restore(desk: Desk, numbers: list[E164]) -> None:
    begun(desk, ASSIGN, [f"{number} to bridge {numbers[0]}" for number in numbers], EVE)
    begun(desk, UNASSIGN, numbers, EVE)
    batch = released(desk, numbers, EVE)
    restore(desk, numbers[0], EVE)
    restore_all(desk, batch, EVE)


def _read_a_file(desk: Desk, numbers: list[E164]) -> None:
    batch = in_modal(desk, look(desk, RELEASE, file="F1", by=EVE), AWAY)
    arrive(desk, listed(numbers).encode(), EVE)
    drafts.see(desk.tools, click(EVE), batch.id)
    drafts.back(desk.tools, click(EVE), batch.id)
    look(desk, RELEASE, numbers, EVE, batch=batch)
    _render_all(desk)


def _render_all(desk: Desk) -> None:
    while debt := claim(desk):
        delivery.render(desk.tools, debt)
        pay(desk, debt)


def _ring(desk: Desk, numbers: list[E164]) -> None:
    """Go on with a long one, forget a draft, tell of a rest that ended."""
    released(desk, numbers, EVE)
    draft(desk, RELEASE, numbers, EVE)
    assert ring(desk.at(desk.clock() + REST)) > 0
    _render_all(desk)


def _show(desk: Desk, numbers: list[E164]) -> None:
    batch = released(desk, numbers, EVE)
    show.show(desk.tools, click(EVE), batch.id)
    show.show_lines(desk.tools, click(EVE), batch.id)
    _render_all(desk)


def _find(desk: Desk, _numbers: list[E164]) -> None:
    with desk.tools.reading() as db:
        inventory.find_all(db, AWAY, british(1_000), desk.clock())
        approvals.open_in(db, AWAY, desk.clock())


@table("quantity", [3, 120])
@table(
    "work",
    [
        pytest.param(_assign_unassign_release_restore, id="assign, unassign, release, restore"),
        pytest.param(lambda desk, numbers: desk.approve(FAY, _asks(desk, numbers)), id="ask and approve"),
        pytest.param(lambda desk, numbers: desk.decline(FAY, _asks(desk, numbers)), id="ask and decline"),
        pytest.param(lambda desk, numbers: desk.withdraw(EVE, _asks(desk, numbers)), id="ask and withdraw"),
        pytest.param(_read_a_file, id="read a file, and write on"),
        pytest.param(_ring, id="ring"),
        pytest.param(_show, id="show"),
        pytest.param(_find, id="find a thousand numbers, and what waits for approval"),
    ],
)
def test_no_large_table_is_read_from_end_to_end(full: Desk, work: Work, quantity: int) -> None:
    numbers = _new(full, quantity)
    with statements(full.database) as executed:
        work(full, numbers)
    assert executed
    with full.database.begin() as db:
        plans = {statement.sql: statement.plan(db) for statement in executed}
    assert {sql: plan for sql, plan in plans.items() if scanned(plan) & LARGE} == {}


def test_a_look_at_all_that_may_be_due_finds_the_first_batch_by_an_index(full: Desk) -> None:
    scheduler = Scheduler(full.tools, full.database.look, lambda: None)
    while ring(full):  # what other tests have left
        pass
    wait(scheduler.look())
    with statements(full.database) as executed:
        wait(scheduler.look())
    [look] = executed
    with full.database.begin() as db:
        assert without_index(look.plan(db), LARGE) == []


def _new(desk: Desk, quantity: int) -> list[E164]:
    """Numbers of AWAY's own that nothing was done with yet."""
    return ported(desk, *(E164(f"+4420794{60_000 + next(_taken):05}") for _ in range(quantity)), workspace=AWAY)


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(lambda desk, numbers: begun(desk, ASSIGN, numbers), id="assign"),
        pytest.param(
            lambda desk, numbers: (begun(desk, ASSIGN, numbers), begun(desk, UNASSIGN, numbers)), id="unassign"
        ),
        pytest.param(lambda desk, numbers: released(desk, numbers), id="release"),
        pytest.param(lambda desk, numbers: restore_all(desk, released(desk, numbers)), id="restore"),
        pytest.param(lambda desk, numbers: _read(desk, numbers), id="read a file"),
        pytest.param(lambda desk, numbers: _shown(desk, released(desk, numbers)), id="show"),
        pytest.param(lambda desk, numbers: _with_approval(desk, numbers), id="ask and approve"),
    ],
)
def test_ninety_lines_take_as_many_statements_as_two(desk: Desk, work: Work) -> None:
    *numbers, last = ours(desk, 93)
    assign(desk, last, "Sales", QUEUE)
    two = _count(desk, lambda: work(desk, numbers[:2]))
    assert _count(desk, lambda: work(desk, numbers[2:])) == two > 0


def test_each_hundred_lines_more_take_as_many_statements_as_the_hundred_before(desk: Desk) -> None:
    batch = released(desk, ours(desk, 300))
    first, second = (_count(desk, lambda: ring(desk)) for _ in range(2))
    assert second - first <= 2  # the end is written down and told
    assert fresh(desk, batch).done == 300


def test_twenty_batches_that_the_clock_has_to_do_with_are_found_by_one_statement(desk: Desk) -> None:
    for number in ours(desk, 20):
        released(desk, [number])
    with statements(desk.database) as executed:
        assert ring(desk.at(START + REST)) == 20
    assert len([each for each in executed if "ORDER BY batches.due_at" in each.sql]) == 1


def _read(desk: Desk, numbers: list[E164]) -> None:
    look(desk, RELEASE, file="F1")
    arrive(desk, listed(numbers).encode())
    _render_all(desk)


def _shown(desk: Desk, batch: Batch) -> None:
    show.show(desk.tools, click(BEN), batch.id)
    show.show_lines(desk.tools, click(BEN), batch.id)


def _with_approval(desk: Desk, numbers: list[E164]) -> None:
    desk.set(policy=Policy(releases=True))
    desk.approve(CHLOE, asked(desk, released(desk, numbers)))


def _count(desk: Desk, work: Callable[[], object]) -> int:
    with statements(desk.database) as executed:
        work()
    return len(executed)

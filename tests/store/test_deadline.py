"""No wait without an end: what nobody waits for any more is not done, whoever is frozen lets the others go on."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import literal, select, text
from sqlalchemy.exc import DBAPIError

from handlers.holds import reserve
from handlers.holds.requests import Reserve
from store import deadline, session, workspaces
from store.deadline import TooLate
from store.session import Database, connect
from store.troubles import Trouble, trouble_of
from tests.databases import Databases
from tests.desk import BEN, HOME, TOLL, Desk, click, fill
from tests.store.cutting import line_to

LONG_ENOUGH = 20.0  # seconds; whoever waits without an end waits longer
A_MOMENT = 0.2
SLOW = {"sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"}
ONE = select(literal(1))


@pytest.fixture
def other(database: Database) -> Iterator[Database]:
    """The same database as another process has it."""
    made = connect(database.engine.url.render_as_string(hide_password=False))
    yield made
    made.close()


@pytest.mark.parametrize("seconds", [0.0, -5.0])
def test_a_click_that_comes_too_late_is_not_even_begun(desk: Desk, seconds: float) -> None:
    fill(desk.database, 2)
    before = desk.everything()
    with deadline.within(seconds), pytest.raises(TooLate):
        reserve.reserve(desk.tools, click(BEN), Reserve(wanted=TOLL, quantity=2))
    assert desk.everything() == before


def test_what_is_done_when_nobody_waits_any_more_is_taken_back_right_before_the_commit(desk: Desk) -> None:
    fill(desk.database, 2)
    before = desk.everything()

    def slowly() -> None:
        with desk.database.begin() as db:
            workspaces.save(db, replace(workspaces.lock(db, HOME), hold_minutes=11))
            time.sleep(A_MOMENT)

    with deadline.within(A_MOMENT), pytest.raises((TooLate, DBAPIError)):
        slowly()
    assert desk.everything() == before
    slowly()
    assert desk.everything() != before


def test_who_waits_for_a_lock_waits_no_longer_than_the_member(desk: Desk, other: Database) -> None:
    with desk.database.begin() as first:
        workspaces.lock(first, HOME)
        with deadline.within(A_MOMENT), pytest.raises(DBAPIError) as failure, other.begin() as second:
            workspaces.lock(second, HOME)
    assert trouble_of(failure.value) is Trouble.BUSY
    with other.begin() as again:
        workspaces.lock(again, HOME)


def test_a_statement_takes_no_longer_than_the_member_waits(database: Database) -> None:
    slow = text(SLOW.get(database.engine.dialect.name, "SELECT pg_sleep(3600)"))
    for way in (database.reading, database.begin):
        with deadline.within(A_MOMENT), pytest.raises(DBAPIError) as failure, way() as db:
            db.execute(slow)
        assert trouble_of(failure.value) is Trouble.BUSY


def test_who_is_frozen_in_a_transaction_loses_it_and_lets_the_others_go_on(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = databases.new("postgresql")
    monkeypatch.setattr(session, "IDLE", A_MOMENT)
    frozen, other = connect(url), connect(url)

    def freeze() -> None:
        with frozen.begin() as db:
            workspaces.lock(db, HOME)
            with other.begin() as second:  # no sooner than the frozen one has lost its lock
                workspaces.lock(second, HOME)
            workspaces.greet(db, HOME)

    with pytest.raises(DBAPIError) as failure:
        freeze()
    assert trouble_of(failure.value) in (Trouble.BUSY, Trouble.AWAY)
    frozen.close()
    other.close()


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda database: database.look(ONE, {}), id="a look"),
        pytest.param(lambda database: read(database), id="reading"),
        pytest.param(lambda database: write(database), id="a change"),
    ],
)
def test_a_connection_that_died_in_silence_is_given_up_and_another_made(
    databases: Databases, monkeypatch: pytest.MonkeyPatch, ask: Callable[[Database], object]
) -> None:
    url = databases.new("postgresql")
    monkeypatch.setattr(session, "LONGEST", A_MOMENT)
    monkeypatch.setattr(session, "LOOKS_WITHIN", A_MOMENT)
    with line_to(url) as line, ThreadPoolExecutor(1) as pool:
        database = connect(line.url)
        ask(database)
        line.silent.set()
        with pytest.raises(DBAPIError) as failure:
            pool.submit(ask, database).result(LONG_ENOUGH)
        assert trouble_of(failure.value) is Trouble.AWAY
        line.silent.clear()
        ask(database)
        database.close()


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
@pytest.mark.parametrize(("pools", "prepared"), [(False, True), (True, False)])
def test_by_way_of_a_pooler_no_statement_is_prepared(database: Database, pools: bool, prepared: bool) -> None:
    with line_to(database.engine.url.render_as_string(hide_password=False)) as line:
        line.pools = pools
        over = connect(line.url)
        with over.begin() as db:
            for _ in range(10):
                workspaces.lock(db, HOME)
            assert bool(db.scalar(text("SELECT count(*) FROM pg_prepared_statements"))) == prepared
        over.close()


def read(database: Database) -> None:
    with database.reading() as db:
        workspaces.find(db, HOME)


def write(database: Database) -> None:
    with database.begin() as db:
        workspaces.lock(db, HOME)

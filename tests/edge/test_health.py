"""`/healthz` says what is amiss, on both engines, and never waits for long."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

from bot import health as subject
from bot.build import Desk as Built
from bot.health import Health
from store import heartbeats, workspaces
from store.outbox import outages
from store.outbox.table import OutageRow, OutboxRow
from store.session import Database, connect
from tests.databases import Databases
from tests.desk import HOME, Desk, open_desk
from tests.flow.desk import eventually
from tests.store.cutting import line_to
from tests.store.owing import owe, owing
from tests.store.test_troubles import fill_disk, lose_table, make_read_only, write_much

Spoil = Callable[[Desk], None]
HealthOf = Callable[[Desk], Health]


@pytest.fixture
def well(databases: Databases, engine_name: str) -> Iterator[Desk]:
    """A desk whose clock somebody keeps; it may be spoilt."""
    database = connect(databases.new(engine_name))
    desk = open_desk(database)
    beat(desk)
    yield desk
    database.close()


def beat(desk: Desk) -> None:
    with desk.database.begin() as db:
        heartbeats.beat(db, heartbeats.SCHEDULER, desk.tools.real_now())


@pytest.fixture
def health_of() -> Iterator[HealthOf]:
    with ExitStack() as stack:

        def of(desk: Desk) -> Health:
            made = Health(cast("Built", SimpleNamespace(database=desk.database, tools=desk.tools, clock=None)))
            stack.callback(made.close)
            return made

        yield of


def told(health: Health) -> dict[str, Any]:
    """What is told as soon as the database answers, which on a busy machine may take longer than anybody waits."""
    return eventually(lambda: (found := at_once(health))["problems"] != ["does not answer"] and found)


def at_once(health: Health) -> dict[str, Any]:
    return asyncio.run(health.told())


def test_where_nothing_is_amiss_all_is_well(well: Desk, health_of: HealthOf) -> None:
    assert told(health_of(well)).items() >= {"ok": True, "problems": [], "outbox": 0}.items()


def _stop_scheduler(desk: Desk) -> None:
    desk.real_clock.advance(timedelta(seconds=21))


def _never_start_scheduler(desk: Desk) -> None:
    with desk.database.begin() as db:
        db.execute(text("DELETE FROM heartbeats"))


def _park(desk: Desk) -> None:
    owe(desk, owing())
    with desk.database.begin() as db:
        db.execute(update(OutboxRow).values(parked_at=desk.tools.real_now()))


def _sleep(desk: Desk) -> None:
    with desk.database.begin() as db:
        outages.failed(db, HOME, desk.tools.real_now(), "invalid_auth", is_trial=False)
        db.execute(update(OutageRow).values(failures=10))


def _be_of_an_older_version(desk: Desk) -> None:
    with desk.database.begin() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '0001'"))


def _fail_for_a_full_disk(desk: Desk) -> None:
    fill_disk(desk.database)
    with pytest.raises(DBAPIError):
        write_much(desk.database)


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        pytest.param(_stop_scheduler, "scheduler", id="the scheduler has stopped"),
        pytest.param(_never_start_scheduler, "scheduler", id="no scheduler was ever started"),
        pytest.param(_park, "parked", id="something is parked"),
        pytest.param(_sleep, "asleep", id="a workspace sleeps"),
        pytest.param(_be_of_an_older_version, "schema", id="the tables are of an older version"),
        pytest.param(lambda desk: lose_table(desk.database), "schema", id="a table is not there"),
        pytest.param(_fail_for_a_full_disk, "full", id="a change found the disk full"),
    ],
)
def test_what_is_amiss_is_named(well: Desk, spoil: Spoil, problem: str, health_of: HealthOf) -> None:
    health = health_of(well)
    spoil(well)
    assert (told(health)["ok"], told(health)["problems"]) == (False, [problem])


def test_a_server_that_can_only_be_read_is_amiss(databases: Databases, health_of: HealthOf) -> None:
    database = connect(databases.new("postgresql"))
    beat(desk := open_desk(database))
    health = health_of(desk)
    make_read_only(database)
    assert told(health)["problems"] == ["read-only"]
    database.close()


def test_a_disk_that_is_about_to_be_full_is_amiss(
    databases: Databases, monkeypatch: pytest.MonkeyPatch, health_of: HealthOf
) -> None:
    database = connect(databases.new("sqlite"))
    beat(desk := open_desk(database))
    monkeypatch.setattr(subject, "disk_usage", lambda _path: SimpleNamespace(free=1_000))
    assert told(health_of(desk))["problems"] == ["full"]
    database.close()


def test_that_others_are_writing_is_nothing_amiss(well: Desk, health_of: HealthOf) -> None:
    with well.database.begin() as db:
        workspaces.lock(db, HOME)
        assert told(health_of(well))["ok"]


def test_where_the_database_hangs_it_says_so_all_the_same(databases: Databases, health_of: HealthOf) -> None:
    with line_to(databases.new("postgresql")) as line:
        database: Database = connect(line.url)
        beat(desk := open_desk(database))
        health = health_of(desk)
        assert told(health)["ok"]
        line.silent.set()
        assert at_once(health)["database"] is False
        line.silent.clear()
        database.close()

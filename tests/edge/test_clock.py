"""All processes have the database's time, whatever their machines' clocks say."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from bot.clock import DatabaseClock, desk_clock, real_now
from store.session import connect
from tests.databases import Databases

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
TEN_MINUTES = timedelta(minutes=10)


class Machine:
    """A machine whose clock is ahead of its database's; both go on as the test lets them."""

    def __init__(self, ahead: timedelta) -> None:
        self.ahead = ahead
        self.passed = 0.0
        self.is_silent = False
        self.clock = DatabaseClock(self.look, wall=lambda: self.true + self.ahead, ticks=lambda: self.passed)
        self.clock.measure()

    @property
    def true(self) -> datetime:
        return NOON + timedelta(seconds=self.passed)

    def look(self, *_: object) -> Any:
        if self.is_silent:
            raise OperationalError("SELECT", None, TimeoutError())
        return (self.true,)


@pytest.mark.parametrize("ahead", [timedelta(0), TEN_MINUTES, -TEN_MINUTES], ids=str)
def test_it_is_the_databases_time(ahead: timedelta) -> None:
    machine = Machine(ahead)
    machine.passed += 3600
    assert machine.clock() == machine.true
    assert machine.clock.ahead == ahead


def test_a_clock_that_leaps_changes_nothing() -> None:
    machine = Machine(timedelta(0))
    machine.ahead = timedelta(hours=1)
    assert machine.clock() == machine.true


def test_while_the_database_is_silent_it_goes_on() -> None:
    machine = Machine(TEN_MINUTES)
    machine.is_silent = True
    machine.passed += 60
    machine.clock.measure()
    assert machine.clock() == machine.true


def test_a_machine_far_off_says_so_once() -> None:
    with capture_logs() as lines:
        machine = Machine(TEN_MINUTES)
        machine.clock.measure()
    assert [line["seconds_ahead"] for line in lines] == [600]


def test_the_workspaces_file_moves_it(tmp_path: Any) -> None:
    (tmp_path / "clock").write_text("90.5")
    machine = Machine(TEN_MINUTES)
    assert desk_clock(tmp_path / "clock", machine.clock)() == machine.true + timedelta(seconds=90.5)
    assert desk_clock(tmp_path / "none", machine.clock)() == machine.true


def test_two_machines_on_one_postgresql_have_one_time(databases: Databases) -> None:
    database = connect(databases.new("postgresql"))
    clocks = [DatabaseClock(database.look, wall=wall) for wall in (real_now, lambda: real_now() + TEN_MINUTES)]
    for clock in clocks:
        clock.start()
    first, second = (clock() for clock in clocks)
    assert abs(first - second) < timedelta(minutes=1)
    assert abs(first - real_now()) < timedelta(minutes=1)
    for clock in clocks:
        clock.stop()
    database.close()

"""Killed at any moment between wanted and ours: one order at the carrier, the quota right, members told once."""

import gc
from collections.abc import Iterator
from itertools import count
from warnings import catch_warnings, simplefilter

import pytest

from handlers.carriers.entries import CarrierAction
from store.carriers.types import State
from store.holds.types import Hold, Outcome
from store.session import connect
from tests.carriers.conftest import Side
from tests.carriers.desk import AtCarrier, Killed, at_carrier, killed_at, sells_more
from tests.databases import ENGINES, Databases
from tests.desk import BEN

LOST = (None, "hold", "order", "ordered")
OF_EACH = 2  # numbers of a hold, of which all but one are acquired


@pytest.fixture(params=ENGINES)
def at(databases: Databases, side: Side, request: pytest.FixtureRequest) -> Iterator[AtCarrier]:
    database = connect(databases.new(request.param))
    sells_more(side, 400)  # each story has some for good, and what is let go may come back only after half an hour
    yield at_carrier(database, side)
    database.close()
    with catch_warnings():  # who is killed closes nothing
        simplefilter("ignore", ResourceWarning)
        gc.collect()


def acquire(at: AtCarrier, hold: Hold) -> None:
    """Acquire all but one; a second time where it was not done."""
    if at.desk.fresh(hold).outcome is None:
        at.desk.acquire(BEN, hold, *at.desk.took(hold)[1:])


def story(at: AtCarrier, moment: int, lost: str | None) -> tuple[Hold, list[str]]:
    """Reserve, acquire, and have it all asked; once the process is killed, another goes on."""
    hold = at.reserve(OF_EACH)
    if lost:
        at.side.control("fault", operation=lost, times=1, drop=True)
    with killed_at(at, moment) as passed:
        try:
            at.work_on(until=lambda: at.is_held(hold))
            acquire(at, hold)
            at.work_on(until=lambda: at.open_tasks() == 0)
        except Killed:
            pass
    at.work_on(until=lambda: at.is_held(hold))
    acquire(at, hold)
    at.work_on(until=lambda: at.open_tasks() == 0)
    return hold, passed


def is_right(at: AtCarrier, hold: Hold, before: int) -> None:
    wanted = sorted(at.desk.took(hold)[1:])
    assert at.orders(hold) == [wanted]
    assert at.side.states(*wanted) == ["owned"] * len(wanted)
    assert {each.e164 for each in at.lines(hold) if each.state is State.OURS} == set(wanted)
    assert sorted(at.told(hold, CarrierAction.ARRIVED)) == wanted
    assert not at.told(hold, CarrierAction.FAILED)
    assert at.desk.fresh(hold).outcome is Outcome.ACQUIRED
    assert at.desk.in_use() == before + len(wanted)


@pytest.mark.slow
@pytest.mark.parametrize("lost", LOST)
def test_killed_at_any_moment_it_orders_once(at: AtCarrier, lost: str | None) -> None:
    # Every moment where nothing else goes wrong, and every few where an answer is lost as well.
    for moment in count(1, 7 if lost else 1):
        before = at.desk.in_use()
        hold, passed = story(at, moment, lost)
        is_right(at, hold, before)
        if len(passed) < moment:
            break
    assert moment > 20  # else the process was never killed


def test_what_is_ordered_is_ours_whatever_answer_is_lost(at: AtCarrier) -> None:
    for lost in LOST:
        before = at.desk.in_use()
        hold, _ = story(at, 0, lost)
        is_right(at, hold, before)

"""The clock looks at all that may be due with one statement, and does what is due at that look."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from queue import Queue
from threading import Event
from typing import Any

import pytest
from sqlalchemy import event, literal, select

from bot.clock import real_now
from bot.scheduler import Scheduler
from handlers.desk import FEATURES
from handlers.kit.timer import Timer
from handlers.kit.tools import Tools
from store import heartbeats, workspaces
from store.base import Utc
from store.batches.types import Stage
from store.holds.types import Outcome
from store.ports.types import State
from store.session import Database
from tests.databases import connect_for_now
from tests.desk import A_MOMENT, BEN, HOME, START, Desk, fill, open_desk
from tests.orders import FOC, approve, sent
from tests.orders import fresh as fresh_order
from tests.store.batching import RELEASE, british, draft
from tests.store.batching import fresh as fresh_batch
from tests.store.owing import owe, owing

A_LOT = 30  # looks
WITHIN = 60.0  # seconds


@dataclass(kw_only=True)
class Looking:
    """A desk, and what keeps its clock."""

    desk: Desk
    scheduler: Scheduler
    nudges: list[None]

    def look(self) -> int:
        """Look once, and wait until all that was begun is done. Says how much was begun."""
        begun: Sequence[Future[None]] = self.scheduler.look()
        done, _ = wait(begun, WITHIN)
        return len(done)


def ringing(tools: Tools, timers: Sequence[Timer]) -> Tools:
    """The tools of a desk with these timers and no others."""
    return replace(tools, features=replace(tools.features, timers=tuple(timers)))


@contextmanager
def looking(desk: Desk, timers: Sequence[Timer] = FEATURES.timers) -> Iterator[Looking]:
    nudges: list[None] = []
    scheduler = Scheduler(ringing(desk.tools, timers), desk.database.look, lambda: nudges.append(None))
    yield Looking(desk=desk, scheduler=scheduler, nudges=nudges)
    scheduler.stop()


@pytest.fixture
def idle(database: Database) -> Iterator[Looking]:
    """Nothing is due, though there are numbers and settings."""
    desk = open_desk(database)
    fill(database, 5)
    with looking(desk) as made:
        yield made


@pytest.fixture
def elsewhere(idle: Looking) -> Iterator[Desk]:
    """The same desk as another process has it, such as `web`."""
    other = connect_for_now(idle.desk.database.engine.url.render_as_string(hide_password=False))
    yield idle.desk.through(other)
    other.close()


def test_an_idle_desk_is_asked_one_statement_at_each_look_and_begins_no_transaction(idle: Looking) -> None:
    executed: list[str] = []
    in_transaction: list[bool] = []

    def on_execute(_db: object, cursor: Any, sql: str, *_: object) -> None:
        executed.append(sql)
        in_transaction.append(is_in_transaction(cursor.connection))

    database = idle.desk.database
    for engine in (database.engine, database.reader, database.looker):
        event.listen(engine, "after_cursor_execute", on_execute)
    assert [idle.look() for _ in range(A_LOT)] == [0] * A_LOT
    assert len(executed) == A_LOT
    assert not any(in_transaction)
    assert idle.nudges == []


def is_in_transaction(dbapi: Any) -> bool:
    sqlites: bool | None = getattr(dbapi, "in_transaction", None)
    return sqlites if sqlites is not None else dbapi.info.transaction_status.name != "IDLE"


def test_a_hold_that_another_process_made_is_warned_of_and_announced_at_the_look_when_it_is_due(
    idle: Looking, elsewhere: Desk
) -> None:
    assert idle.look() == 0
    hold = elsewhere.hold(BEN, 1)
    warned_at = hold.until - timedelta(minutes=2)
    assert [rung_at(idle, at) for at in (warned_at - A_MOMENT, warned_at, hold.until - A_MOMENT)] == [0, 1, 0]
    assert [rung_at(idle, at) for at in (hold.until, hold.until)] == [1, 0]
    assert idle.desk.fresh(hold).outcome is Outcome.RAN_OUT


def test_a_draft_that_another_process_wrote_is_forgotten_at_the_look_when_it_is_due(
    idle: Looking, elsewhere: Desk
) -> None:
    assert idle.look() == 0
    batch = draft(elsewhere, RELEASE, british(1))
    assert idle.look() == 0
    assert rung_at(idle, START + timedelta(days=30)) == 1
    assert fresh_batch(idle.desk, batch).stage is Stage.FORGOTTEN


def test_an_order_that_another_process_moved_is_moved_on_at_the_look_when_it_is_due(
    idle: Looking, elsewhere: Desk
) -> None:
    assert idle.look() == 0
    order = sent(elsewhere)
    approve(elsewhere, order)
    assert rung_at(idle, FOC - timedelta(days=1)) == 1
    assert fresh_order(idle.desk, order).state is State.PENDING


def test_what_another_process_owes_is_sent_from_the_next_look_on(idle: Looking, elsewhere: Desk) -> None:
    idle.look()
    owe(elsewhere, owing())
    idle.look()
    assert len(idle.nudges) == 1


def test_slack_is_told_at_once_of_what_was_done(idle: Looking) -> None:
    hold = idle.desk.hold(BEN, 1)
    idle.desk.real_clock.now = START  # what is owed already is not due yet
    # One timer alone: a hold that another has in hand just then is left to the next look.
    with looking(idle.desk, [timer for timer in FEATURES.timers if timer.name == "holds that end"]) as ending:
        assert rung_at(ending, hold.until) > 0
        assert ending.nudges


def rung_at(of: Looking, now: datetime) -> int:
    of.desk.clock.now = now
    return of.look()


def always(name: str, ring: Callable[[Tools], int]) -> Timer:
    """One with which there is always something to do."""
    return Timer(name=name, next_due=lambda: select(literal(START, Utc())), ring=ring)


def test_a_timer_that_fails_keeps_no_other_from_ringing_and_rings_again_at_the_next_look(database: Database) -> None:
    rung: list[str] = []

    def fail(_tools: Tools) -> int:
        rung.append("fails")
        raise ZeroDivisionError

    def succeed(_tools: Tools) -> int:
        rung.append("succeeds")
        return 1

    with looking(open_desk(database), [always("fails", fail), always("succeeds", succeed)]) as made:
        assert [made.look(), made.look()] == [2, 2]
        assert sorted(rung) == ["fails", "fails", "succeeds", "succeeds"]
        assert len(made.nudges) == 2


def test_while_a_timer_takes_long_the_others_ring_and_it_is_not_begun_twice(database: Database) -> None:
    may_end, quick = Event(), count()

    def wait_long(_tools: Tools) -> int:
        return int(may_end.wait(WITHIN))

    with looking(open_desk(database), [always("long", wait_long), always("quick", lambda _tools: next(quick))]) as made:
        [long, first] = made.scheduler.look()
        first.result(WITHIN)
        [second] = made.scheduler.look()
        second.result(WITHIN)
        assert not long.done()
        may_end.set()
        long.result(WITHIN)
        assert made.look() == 2


def test_what_is_due_before_the_next_look_is_done_when_it_is_due(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.scheduler._OFTEN", 3600)  # so that there is no next look
    at, rung = real_now() + timedelta(seconds=2), Queue[datetime]()

    def ring(_tools: Tools) -> int:
        rung.put(real_now())
        return 0

    desk = open_desk(database)
    soon = Timer(name="soon", next_due=lambda: select(literal(at, Utc())), ring=ring)
    tools = ringing(replace(desk.tools, now=real_now), [soon])
    scheduler = Scheduler(tools, database.look, lambda: None)
    scheduler.start()
    assert rung.get(timeout=WITHIN) >= at
    scheduler.stop()


def test_a_look_does_not_wait_for_who_writes(idle: Looking, elsewhere: Desk) -> None:
    with elsewhere.database.begin() as writer:
        workspaces.lock(writer, HOME)
        assert idle.look() == 0


def test_who_looks_tells_so_and_who_has_stopped_looking_does_not(idle: Looking) -> None:
    idle.scheduler.beat()
    assert last_beat(idle) is None
    idle.look()
    idle.scheduler.beat()
    first = last_beat(idle)
    assert first == idle.desk.tools.real_now()
    idle.desk.real_clock.advance(timedelta(minutes=1))
    idle.scheduler.beat()
    assert last_beat(idle) == first


def last_beat(looking: Looking) -> datetime | None:
    with looking.desk.database.reading() as db:
        return heartbeats.last(db, heartbeats.SCHEDULER)

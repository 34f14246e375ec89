"""Whatever goes wrong, in whatever order: what the carrier bills is ours or told of, and nothing else is ours."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from handlers.carriers import clock, nightly
from handlers.holds import expiry
from handlers.inventory import cool_down
from store.carriers import comparisons
from store.carriers.comparisons import Side as Only
from store.carriers.states import LIVE, ORDERED
from store.carriers.table import CarrierLineRow
from store.carriers.types import State
from store.holds.types import Hold
from store.numbers.table import NumberRow
from store.numbers.types import Status
from store.types import E164
from tests.carriers.conftest import Side
from tests.carriers.desk import AtCarrier, Killed, at_carrier, killed_at, sells_more
from tests.databases import ENGINES, Databases, connect_for_now
from tests.desk import BEN, CHANNEL, HOME, click

STEPS = 70  # of a plan
MOMENTS = 60  # at one of which a worker is killed, where it lives so long
ROUNDS = 40  # of a minute, in which all comes to rest
OPERATIONS = ("search", "hold", "held", "extend", "drop", "order", "ordered", "give_up", "owned", "any")
FAULTS = (
    {"status": 429, "retry_after": 5},
    {"status": 503},
    {"status": 422},
    {"drop": True},
    {"drop": True},
    {"delay_seconds": 0.05},
)
LEAPS = (timedelta(seconds=5), timedelta(minutes=4), timedelta(minutes=16), timedelta(days=31))


@pytest.fixture(params=ENGINES)
def at(databases: Databases, side: Side, request: pytest.FixtureRequest) -> Iterator[AtCarrier]:
    database = connect_for_now(databases.new(request.param))
    sells_more(side, 60)
    made = at_carrier(database, side)
    made.desk.set(notices=CHANNEL)
    nightly.begin(made.desk.tools)
    yield made
    database.close()


class Chance:
    """What happens next, as a seed has it."""

    def __init__(self, at: AtCarrier, seed: int) -> None:
        self.at = at
        self.random = random.Random(seed)
        self.holds: list[Hold] = []

    def happen(self) -> None:
        happens: list[tuple[Callable[[], object], int]] = [
            (self.reserve, 4),
            (self.acquire, 7),
            (self.release, 1),
            (self.hold_again, 1),
            (self.let_go, 3),
            (self.restore, 1),
            (self.go_wrong, 5),
            (self.work, 8),
            (self.die, 3),
            (self.leap, 2),
            (self.order_ends, 1),
            (self.take, 1),
        ]
        (does,) = self.random.choices([each for each, _ in happens], [weight for _, weight in happens])
        does()

    def reserve(self) -> None:
        reply = self.at.desk.reserve(BEN, self.random.randint(1, 3))
        if "*H-" in reply.text:
            self.holds.append(self.at.desk.held(HOME, reply))

    def acquire(self) -> None:
        if self.holds:
            hold = self.random.choice(self.holds[-2:])
            numbers = self.at.desk.took(hold)
            some = self.random.sample(numbers, self.random.randint(1, len(numbers))) if numbers else []
            with suppress(Exception):  # they may be gone, or not held yet
                self.at.desk.acquire(BEN, hold, *some)

    def release(self) -> None:
        if self.holds:
            self.at.desk.release(BEN, self.random.choice(self.holds))

    def hold_again(self) -> None:
        if self.holds:
            reply = self.at.desk.again(BEN, self.random.choice(self.holds))
            if "*H-" in reply.text:
                self.holds.append(self.at.desk.held(HOME, reply))

    def let_go(self) -> None:
        """Release a number that was acquired: it rests."""
        if ours := numbers_that_are(self.at, Status.ACQUIRED):
            cool_down.release(self.at.desk.tools, click(BEN), self.random.choice(sorted(ours)))

    def restore(self) -> None:
        if resting := numbers_that_are(self.at, Status.RESTING):
            cool_down.restore(self.at.desk.tools, click(BEN), self.random.choice(sorted(resting)))

    def go_wrong(self) -> None:
        fault = self.random.choice(FAULTS)
        operation = self.random.choice(OPERATIONS)
        self.at.side.control("fault", operation=operation, times=self.random.randint(1, 2), **fault)

    def work(self) -> None:
        self.at.work()
        self.at.lease_ends()

    def die(self) -> None:
        """A worker is killed; another comes once its lease has ended."""
        with suppress(Killed), killed_at(self.at, self.random.randint(1, MOMENTS)):
            self.at.work()
        self.at.lease_ends()

    def leap(self) -> None:
        self.at.side.pass_time(self.random.choice(LEAPS))
        ring(self.at)

    def order_ends(self) -> None:
        """A number of an order fails, or wants papers."""
        orders = [
            each for each in self.at.side.state()["orders"] if each["status"] in ("pending", "notStarted", "running")
        ]
        if orders:
            to = self.random.choice(["failure", "papers"] if self.at.side.name == "telnyx" else ["failure"])
            order = self.random.choice(orders)
            self.at.side.slack.post(f"carrier/{self.at.side.name}/order", id=order["id"], to=to)

    def take(self) -> None:
        """Somebody else gets a number that is free."""
        free = [each["number"] for each in self.at.side.state()["numbers"] if each["state"] == "free"]
        if free:
            self.at.side.control("take", numbers=[self.random.choice(free)])


def ring(at: AtCarrier) -> None:
    """Do what the clock has brought."""
    expiry.announce_ended(at.desk.tools)
    for timer in (*clock.TIMERS, *nightly.TIMERS):
        timer.ring(at.desk.tools)


def rest(at: AtCarrier) -> None:
    """Nothing goes wrong any more, and whatever is under way comes to its end."""
    at.side.running.faults._waiting.clear()
    for _ in range(ROUNDS):
        at.work()
        ring(at)
        if not at.open_tasks() and not [each for each in at.lines() if each.state in ORDERED]:
            return
        for order in at.side.state()["orders"]:
            if order["status"] == "papers":
                at.side.slack.post(f"carrier/{at.side.name}/order", id=order["id"], to="success")
        at.desk.real_clock.advance(timedelta(minutes=6))
        at.side.pass_time(timedelta(seconds=30))
    raise AssertionError([(each.e164, each.state) for each in at.lines()])


def numbers_that_are(at: AtCarrier, status: Status) -> set[E164]:
    with at.desk.database.reading() as db:
        return set(db.scalars(select(NumberRow.e164).where(NumberRow.workspace == HOME, NumberRow.status == status)))


def compare(at: AtCarrier) -> dict[E164, Only]:
    """What the nightly comparison tells."""
    at.side.pass_time(timedelta(minutes=11))
    nightly.compare(at.desk.tools, HOME, at.side.client)
    with at.desk.database.reading() as db:
        found = comparisons.differences(db, HOME, at.side.client.rules.name)
    return {each.e164: each.side for each in found}


def all_is_well(at: AtCarrier) -> None:
    told = compare(at)
    billed = {each["number"] for each in at.side.state()["numbers"] if each["state"] == "owned"}
    ours = numbers_that_are(at, Status.ACQUIRED) | numbers_that_are(at, Status.RESTING)
    leaving = {each.e164 for each in at.lines() if each.state in (State.GIVING_UP, State.NOT_GIVEN_UP)}
    assert billed <= ours | leaving | {e164 for e164, side in told.items() if side is Only.THEIRS}
    assert ours - billed <= {e164 for e164, side in told.items() if side is Only.OURS}
    assert not ours - billed, "nobody but the desk gave any up"
    assert not numbers_that_are(at, Status.ORDERED)
    held = [e164 for e164 in numbers_that_are(at, Status.HELD) if is_held(at, e164)]
    assert at.desk.at(at.side.now).in_use() == len(numbers_that_are(at, Status.ACQUIRED)) + len(held)
    lines = at.lines()
    assert {each.e164 for each in lines if each.state is State.OURS} == ours
    with at.desk.database.reading() as db:
        live = select(func.count()).where(CarrierLineRow.state.in_(LIVE)).group_by(CarrierLineRow.e164)
        assert set(db.scalars(live)) <= {1}


def is_held(at: AtCarrier, e164: E164) -> bool:
    with at.desk.database.reading() as db:
        until = db.scalar(select(NumberRow.available_at).where(NumberRow.e164 == e164))
    return until is not None and until > at.side.now


@pytest.mark.parametrize("seed", range(3))
def test_what_is_billed_is_ours_or_told_of_and_nothing_else_is_ours(at: AtCarrier, seed: int) -> None:
    chance = Chance(at, seed)
    for _ in range(STEPS):
        chance.happen()
    rest(at)
    all_is_well(at)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3, 9))
def test_more_of_that(at: AtCarrier, seed: int) -> None:
    test_what_is_billed_is_ours_or_told_of_and_nothing_else_is_ours(at, seed)

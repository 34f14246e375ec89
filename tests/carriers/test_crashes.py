"""Killed at any moment between wanted and ours: one order at the carrier, the quota right, members told once."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TypeVar
from warnings import catch_warnings, simplefilter

import pytest

from handlers.carriers.entries import CarrierAction
from handlers.holds import acquire, reserve
from handlers.holds.entries import HoldAction
from handlers.holds.requests import Reserve
from store.carriers.types import State
from store.holds.types import Hold, Outcome
from tests.carriers.conftest import Side
from tests.carriers.desk import AtCarrier, Killed, at_carrier, killed_at, sells_more
from tests.databases import ENGINES, Databases, connect_for_now
from tests.desk import BEN, TOLL, choice, click

T = TypeVar("T")

LOST = ("hold", "drop", "order", "ordered")
OF_EACH = 2  # numbers of a hold, of which all but one are acquired
MOST = 60  # tasks that a story has at most, each time it is picked up again counted
TOLD = (HoldAction.RESERVED, CarrierAction.HELD, HoldAction.ACQUIRED, CarrierAction.ARRIVED)


@pytest.fixture(params=ENGINES)
def at(databases: Databases, side: Side, request: pytest.FixtureRequest) -> Iterator[AtCarrier]:
    database = connect_for_now(databases.new(request.param))
    sells_more(side, 90)  # each story has some for good, and what is let go may come back only after half an hour
    yield at_carrier(database, side)
    database.close()
    with catch_warnings():  # who is killed closes nothing
        simplefilter("ignore", ResourceWarning)
        gc.collect()


@dataclass(slots=True)
class Story:
    """Numbers are reserved, held, acquired, ordered and ours.

    Each step of it, a click or a task, is killed at the so-manieth moment, and done again by whoever comes after.
    """

    at: AtCarrier
    moment: int
    kills: list[str] = field(default_factory=list)

    def tell(self) -> Hold:
        """All of it, until nothing is to be asked any more."""
        tools = self.at.desk.tools
        once, then = click(BEN), click(BEN)  # who hears nothing may send the same once more
        hold = self.at.desk.held(
            BEN.workspace, self.step(lambda: reserve.reserve(tools, once, Reserve(wanted=TOLL, quantity=OF_EACH)))
        )
        self.work()
        chosen = choice(hold, *self.at.desk.took(hold)[1:])
        self.step(lambda: acquire.acquire(tools, then, chosen))
        self.work()
        return hold

    def work(self) -> None:
        for _ in range(MOST):
            if not self.at.open_tasks():
                return
            if not self.step(self.at.step):
                self.at.wait()
        raise AssertionError(self.at.lines())

    def step(self, do: Callable[[], T]) -> T:
        try:
            with killed_at(self.at, self.moment):
                return do()
        except Killed as killed:
            self.kills.append(str(killed))
        self.at.lease_ends()
        return do()


def is_right(at: AtCarrier, hold: Hold, before: int) -> None:
    left, *wanted = at.desk.took(hold)
    assert at.orders(hold) == [wanted]
    assert at.side.states(*wanted) == ["owned"] * len(wanted)
    gives_back = at.side.client.rules.gives_back
    assert at.side.states(left) == ["free" if gives_back else "reserved"]
    states = {each.e164: each.state for each in at.lines(hold)}
    assert states == {left: State.ENDED if gives_back else State.DROPPING, **dict.fromkeys(wanted, State.OURS)}
    assert at.desk.fresh(hold).outcome is Outcome.ACQUIRED
    assert at.desk.in_use() == before + len(wanted)
    assert Counter(entry.deed.action for entry in at.desk.entries(hold.name)) == Counter(TOLD)
    assert at.told(hold, CarrierAction.ARRIVED) == wanted


def all_is_known(at: AtCarrier) -> None:
    """Whatever the carrier has for us is written down here."""
    theirs = {each["number"] for each in at.side.state()["numbers"] if each["state"] != "free"}
    assert theirs <= {each.e164 for each in at.lines()}


def lose(at: AtCarrier, answers: Sequence[str]) -> None:
    for operation in answers if at.side.client.rules.gives_back else set(answers) - {"drop"}:
        at.side.control("fault", operation=operation, times=1, drop=True)


@pytest.mark.slow
@pytest.mark.parametrize("lost", [(), LOST], ids=["answered", "lost"])
def test_killed_at_any_moment_it_orders_once(at: AtCarrier, lost: Sequence[str]) -> None:
    for moment in count(1):
        before, story = at.desk.in_use(), Story(at, moment)
        lose(at, lost)
        is_right(at, story.tell(), before)
        if not story.kills:
            break
    all_is_known(at)
    assert moment > 20  # else the process was never killed


def test_what_is_ordered_is_ours_whatever_answer_is_lost(at: AtCarrier) -> None:
    for lost in ((), *((each,) for each in LOST), LOST):
        before = at.desk.in_use()
        lose(at, lost)
        is_right(at, Story(at, moment=0).tell(), before)
    all_is_known(at)

"""Races made to happen: one is stopped in the middle while another goes on, first with the locks, then without.

The control without them shows that the race is real, so that the test with them proves something.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from handlers.approvals.entries import ApprovalAction
from handlers.holds import expiry, reserve
from handlers.holds.entries import HoldAction
from handlers.holds.requests import Reserve
from store.holds.types import Hold
from store.workspaces.types import Policy
from tests.desk import A_MOMENT, ADA, BEN, CHLOE, EVE, HOLD_LASTS, QUOTA, START, TOLL, Desk, click, fill
from tests.store.interleaving import PATIENCE, meanwhile, without_locks
from tests.store.owing import claim, owe, owing

ALL_BUT_FIVE = QUOTA - 5
NO_HURRY = 5.0  # seconds; without locks nobody waits so long


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """`one` is stopped after its first statement that matches `at`, while `other` goes on.

    `broken` says whether what must not be has come about, from the hold that was there before and what both returned.
    """

    one: Callable[[Desk, Hold], object]
    other: Callable[[Desk, Hold], object]
    at: str
    broken: Callable[[Desk, Hold, list[object]], bool]
    ended: bool = False
    approvals: int = 0  # that a request waits for; 0: nobody has asked


def _told_twice(action: str) -> Callable[[Desk, Hold, list[object]], bool]:
    def told(desk: Desk, hold: Hold, _returned: list[object]) -> bool:
        return [entry.deed.action for entry in desk.entries(hold.name)].count(action) > 1

    return told


def _both_did_something(_desk: Desk, _hold: Hold, returned: list[object]) -> bool:
    return all(returned)


def _click_twice(desk: Desk, _hold: Hold) -> object:
    return reserve.reserve(desk.tools, click(BEN, "the same click"), Reserve(wanted=TOLL, quantity=1))


def _approved_after(action: str) -> Callable[[Desk, Hold, list[object]], bool]:
    def told(desk: Desk, hold: Hold, _returned: list[object]) -> bool:
        told = [entry.deed.action for entry in desk.entries(hold.name)]
        return ApprovalAction.APPROVED in told[told.index(action) :]

    return told


def _nobody_counted_both(desk: Desk, hold: Hold, _returned: list[object]) -> bool:
    request = desk.asked(hold)
    return request.missing == 0 and request.verdict is None


def _claim(desk: Desk, _hold: Hold) -> object:
    return claim(desk)


RACES = [
    pytest.param(
        Race(
            one=lambda desk, _hold: desk.reserve(BEN, ALL_BUT_FIVE),
            other=lambda desk, _hold: desk.reserve(CHLOE, ALL_BUT_FIVE),
            at="WITH .*UPDATE numbers",
            broken=lambda desk, _hold, _returned: desk.in_use() > QUOTA,
        ),
        id="two reserve what is left of the quota",
    ),
    pytest.param(
        Race(
            one=_click_twice,
            other=_click_twice,
            at="SELECT .*JOIN answers",
            broken=lambda desk, _hold, _returned: len(desk.everything()["holds"]) > 2,
        ),
        id="the same click arrives twice",
    ),
    pytest.param(
        Race(
            one=lambda desk, hold: desk.release(BEN, hold),
            other=lambda desk, hold: desk.release(ADA, hold),
            at="SELECT .*FROM holds",
            broken=_told_twice(HoldAction.RELEASED),
        ),
        id="two release a hold",
    ),
    pytest.param(
        Race(
            one=lambda desk, hold: desk.again(BEN, hold),
            other=lambda desk, hold: desk.again(CHLOE, hold),
            at="SELECT .*FROM holds",
            broken=_told_twice(HoldAction.HELD_AGAIN),
            ended=True,
        ),
        id="two hold again what ran out",
    ),
    pytest.param(
        Race(
            one=lambda desk, _hold: expiry.announce_ended(desk.tools),
            other=lambda desk, _hold: expiry.announce_ended(desk.tools),
            at="SELECT .*FROM holds",
            broken=_told_twice(HoldAction.RAN_OUT),
            ended=True,
        ),
        id="two announce a hold that ended",
    ),
    pytest.param(
        Race(
            one=lambda desk, _hold: expiry.warn(desk.at(START + HOLD_LASTS - A_MOMENT).tools),
            other=lambda desk, _hold: expiry.warn(desk.at(START + HOLD_LASTS - A_MOMENT).tools),
            at="SELECT .*FROM holds",
            broken=_both_did_something,
        ),
        id="two warn of the end of a hold",
    ),
    pytest.param(
        Race(
            one=lambda desk, hold: desk.approve(ADA, desk.asked(hold)),
            other=lambda desk, hold: desk.approve(CHLOE, desk.asked(hold)),
            at="SELECT .*FROM approvals",
            broken=_nobody_counted_both,
            approvals=2,
        ),
        id="two approve, and each thinks the other has not",
    ),
    pytest.param(
        Race(
            one=lambda desk, hold: desk.approve(CHLOE, desk.asked(hold)),
            other=lambda desk, hold: desk.decline(ADA, desk.asked(hold)),
            at="SELECT .*FROM approvals",
            broken=_approved_after(ApprovalAction.DECLINED),
            approvals=2,
        ),
        id="one approves what another declines",
    ),
    pytest.param(
        Race(
            one=lambda desk, hold: desk.approve(CHLOE, desk.asked(hold)),
            other=lambda desk, hold: desk.withdraw(BEN, desk.asked(hold)),
            at="SELECT .*FROM approvals",
            broken=_approved_after(ApprovalAction.WITHDRAWN),
            approvals=2,
        ),
        id="one approves what is just withdrawn",
    ),
    pytest.param(
        Race(one=_claim, other=_claim, at="SELECT .*FROM outbox JOIN", broken=_both_did_something),
        id="two claim a debt",
    ),
]


@pytest.mark.parametrize("race", RACES)
def test_exactly_one_wins(desk: Desk, race: Race) -> None:
    hold = prepare(desk, race)
    assert not race.broken(desk, hold, run(desk, race, hold))


# Numbers are counted by the statement that takes them, and the next hold's number is taken once: the first has no lock
# alone to thank.
@pytest.mark.parametrize("race", RACES[1:])
def test_without_locks_both_would(desk: Desk, race: Race) -> None:
    hold = prepare(desk, race)
    with without_locks(desk.database) as unlocked:
        returned = run(desk.through(unlocked), race, hold, NO_HURRY)
    assert race.broken(desk, hold, returned)


def test_numbers_that_others_are_just_taking_are_left_to_them(desk: Desk) -> None:
    fill(desk.database, 10)
    with meanwhile(desk.database, "WITH .*UPDATE numbers", lambda: desk.hold(EVE, 5)) as other:
        one = desk.hold(BEN, 5)
    assert not set(desk.took(one)) & set(desk.took(other.result()))


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_without_locks_they_would_be_taken_twice(desk: Desk) -> None:
    """SQLite runs one writing statement at a time, and numbers are taken by one."""
    fill(desk.database, 10)
    with without_locks(desk.database) as database:
        unlocked = desk.through(database)
        with meanwhile(database, "WITH .*UPDATE numbers", lambda: unlocked.hold(EVE, 5)) as other:
            one = unlocked.hold(BEN, 5)
    assert set(desk.took(one)) == set(desk.took(other.result()))


def test_at_the_very_end_either_the_holder_acquires_or_another_reserves(desk: Desk) -> None:
    """The holder's click is decided just before the end, and goes on after it."""
    fill(desk.database, 2)
    hold = desk.hold(BEN, 2)
    before, after = desk.at(hold.until - A_MOMENT), desk.at(hold.until)
    with meanwhile(desk.database, "SELECT .*FROM holds", lambda: after.reserve(EVE, 2)):
        before.acquire(BEN, hold)
    assert sorted([desk.fresh(hold).acquired, after.in_use(EVE.workspace)]) == [0, 2]


def test_whoever_acquires_with_a_slow_clock_what_others_reserved_is_told_that_it_ended(desk: Desk) -> None:
    fill(desk.database, 2)
    hold = desk.hold(BEN, 2)
    desk.at(hold.until).reserve(EVE, 1)
    before = desk.everything()
    reply = desk.at(hold.until - A_MOMENT).acquire(BEN, hold)
    assert "H-1 ended at" in reply.text
    assert desk.everything() == before


def prepare(desk: Desk, race: Race) -> Hold:
    """A hold, numbers for more, and something owed."""
    fill(desk.database, 3 * QUOTA)
    hold = desk.hold(BEN, 1)
    owe(desk, owing(subject="H-9"))
    if race.approvals:
        desk.set(policy=Policy(approvals=race.approvals))
        desk.asks(BEN, hold)
    if race.ended:
        desk.clock.advance(HOLD_LASTS)
    return hold


def run(desk: Desk, race: Race, hold: Hold, patience: float = PATIENCE) -> list[object]:
    with meanwhile(desk.database, race.at, lambda: race.other(desk, hold), patience) as other:
        one = race.one(desk, hold)
    return [one, other.result()]

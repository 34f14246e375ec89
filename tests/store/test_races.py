"""Eight at once, from a barrier: what must not be never is, whoever comes first.

That the locks are what keeps it so is shown where the same races are made to happen without them.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from random import Random
from threading import Barrier
from typing import TypeVar

import pytest

from handlers.holds import expiry
from handlers.holds.entries import HoldAction
from handlers.kit.member import Member
from store import session
from store.holds.types import Outcome
from tests.desk import (
    A_MOMENT,
    ADA,
    AWAY,
    BEN,
    CHLOE,
    EVE,
    HOLD_LASTS,
    HOME,
    QUOTA,
    Desk,
    fill,
    holds_in,
    member,
)
from tests.store.owing import claim, owe, owing, pay

T = TypeVar("T")

AT_ONCE = 8
SENDERS = 4
MEMBERS = [member(f"U{number}", (HOME, AWAY)[number % 2]) for number in range(AT_ONCE)]

MORE = [pytest.param(number, marks=pytest.mark.slow) for number in range(2, 6)]
rounds = pytest.mark.parametrize("round_", [0, 1, *MORE])


def race(*ways: Callable[[], T]) -> list[T]:
    """All at once, from a barrier; what each returned. On a busy machine the last of them waits long for its turn."""
    start = Barrier(len(ways))

    def run(way: Callable[[], T]) -> T:
        start.wait()
        return way()

    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(len(ways)) as pool:
        patch.setattr(session, "PATIENCE", 60.0)
        return list(pool.map(run, ways))


def each(members: Sequence[Member], do: Callable[[Member], T]) -> list[Callable[[], T]]:
    return [lambda by=by: do(by) for by in members]  # type: ignore[misc] # mypy sees no type of a default


@rounds
def test_no_number_goes_to_two_members(desk: Desk, round_: int) -> None:
    """More are asked for than there are, by members of two workspaces."""
    chance = Random(round_)
    stock = fill(desk.database, chance.randint(8, 24))
    wanted = {by.user: chance.randint(2, 5) for by in MEMBERS}
    replies = race(*each(MEMBERS, lambda by: desk.reserve(by, wanted[by.user])))
    taken = [
        e164
        for by, reply in zip(MEMBERS, replies, strict=True)
        for hold in holds_in([reply])
        for e164 in desk.took(desk.found(by.workspace, hold))
    ]
    assert len(taken) == len(set(taken)) == min(len(stock), sum(wanted.values()))


@rounds
def test_the_last_number_goes_to_exactly_one(desk: Desk, round_: int) -> None:
    fill(desk.database, 1)
    Random(round_).shuffle(members := list(MEMBERS))
    replies = race(*each(members, lambda by: desk.reserve(by, 1)))
    assert len(list(holds_in(replies))) == 1
    assert desk.to_be_had() == 0


@rounds
def test_a_workspace_is_never_over_its_quota(desk: Desk, round_: int) -> None:
    chance = Random(round_)
    fill(desk.database, 10 * QUOTA)
    members = [by for by in MEMBERS if by.workspace == HOME] * 2
    replies = race(*each(members, lambda by: desk.reserve(by, chance.randint(3, 9))))
    assert desk.in_use() <= QUOTA
    assert any(reply.refusal for reply in replies)


@rounds
def test_a_hold_is_acquired_or_released_never_both(desk: Desk, round_: int) -> None:
    fill(desk.database, 4)
    hold = desk.hold(BEN, 4)
    ways = [lambda: desk.acquire(BEN, hold), lambda: desk.release(ADA, hold)] * (AT_ONCE // 2)
    Random(round_).shuffle(ways)
    race(*ways)
    ended = desk.fresh(hold)
    assert ended.outcome in (Outcome.ACQUIRED, Outcome.RELEASED)
    assert set(desk.outcomes(hold).values()) == {ended.outcome}
    assert desk.in_use() == ended.acquired
    assert len(desk.entries(hold.name)) == 2


@rounds
def test_at_the_very_end_a_hold_is_acquired_or_runs_out_never_both(desk: Desk, round_: int) -> None:
    """The clocks of the processes differ by a moment; others want the numbers too."""
    chance = Random(round_)
    fill(desk.database, 4)
    hold = desk.hold(BEN, 4)
    soon = [desk.at(hold.until - A_MOMENT * chance.randint(0, 1)) for _ in range(AT_ONCE)]
    ways: list[Callable[[], object]] = [
        lambda: soon[0].acquire(BEN, hold),
        lambda: soon[1].acquire(ADA, hold),
        lambda: soon[2].reserve(EVE, 2),
        lambda: soon[3].reserve(EVE, 2),
        *(lambda at=at: expiry.announce_ended(soon[at].tools) for at in range(4, AT_ONCE)),
    ]
    chance.shuffle(ways)
    race(*ways)
    after = desk.at(hold.until)
    expiry.announce_ended(after.tools)
    ended = desk.fresh(hold)
    assert set(desk.outcomes(hold).values()) == {ended.outcome}
    assert [entry.deed.action for entry in desk.entries(hold.name)] == [HoldAction.RESERVED, str(str(ended.outcome))]
    assert after.in_use() == ended.acquired
    assert after.in_use(AWAY) + after.in_use() + after.to_be_had() == 4


@rounds
def test_one_holds_again_and_the_others_are_told_who(desk: Desk, round_: int) -> None:
    fill(desk.database, 4)
    hold = desk.hold(BEN, 4)
    desk.clock.advance(HOLD_LASTS)
    Random(round_).shuffle(members := [ADA, BEN, CHLOE, member("UDORA")])
    replies = race(*each(members, lambda by: desk.again(by, hold)))
    winner = desk.fresh(hold).again_by
    told = [by.user for by, reply in zip(members, replies, strict=True) if f"<@{winner}> was first" in reply.text]
    assert sorted(told) == sorted(by.user for by in members if by.user != winner)
    assert desk.in_use() == 4


@rounds
def test_a_hold_is_announced_once_however_many_announce(desk: Desk, round_: int) -> None:
    fill(desk.database, 20)
    held = [desk.hold((BEN, EVE)[number % 2], 1) for number in range(Random(round_).randint(5, 20))]
    desk.clock.advance(HOLD_LASTS)
    announced = race(*[lambda: expiry.announce_ended(desk.tools)] * AT_ONCE)
    assert sum(announced) == len(held)
    assert [len(desk.entries(hold.name, hold.workspace)) for hold in held] == [2] * len(held)


@rounds
def test_no_debt_is_claimed_by_two_senders(desk: Desk, round_: int) -> None:
    chance = Random(round_)
    owe(desk, *(owing(subject=f"H-{number}", edits=chance.random() < 0.5) for number in range(12)))

    def drain() -> list[int]:
        paid = []
        while debt := claim(desk):
            paid.append(debt.id)
            pay(desk, debt)
        return paid

    paid = [*chain.from_iterable(race(*[drain] * SENDERS))]
    assert len(paid) == len(set(paid))
    assert len(paid + drain()) == 12


@rounds
def test_a_lane_is_never_used_by_two_senders(desk: Desk, round_: int) -> None:
    lanes = Random(round_).randint(1, 4)
    owe(desk, *(owing(subject=f"H-{at}", channel=f"C{at % lanes}") for at in range(20)))  # type: ignore[arg-type] # short
    claimed = [debt for debt in race(*[lambda: claim(desk)] * AT_ONCE) if debt]
    assert len(claimed) == len({debt.lane for debt in claimed})
    assert claimed

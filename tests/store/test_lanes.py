"""A lane has one sender at a time, and its pace."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.kit.cards import CardOutbox
from store import outbox
from store.outbox.timing import LEASE
from store.outbox.types import ClaimedItem
from tests.desk import Desk
from tests.store.owing import ELSEWHERE, claim, claimed, in_order, owe, owing, park, pay, put_off

CARD = owing()
A_SECOND = timedelta(seconds=1)


def _put_off(desk: Desk, debt: ClaimedItem) -> None:
    put_off(desk, debt, A_SECOND)


@pytest.mark.parametrize(
    ("burst", "waits"),
    [
        pytest.param(1, [0, 1, 2, 3], id="without a burst one each second"),
        pytest.param(3, [0, 0, 0, 1], id="with a burst of three the fourth waits"),
    ],
)
def test_a_lane_keeps_its_pace(desk: Desk, burst: int, waits: list[int]) -> None:
    owe(desk, *(owing(subject=f"H-{number}") for number in range(4)))
    began = desk.real_clock()
    sent_after: list[int] = []
    while len(sent_after) < len(waits):
        if debt := claim(desk):
            sent_after.append((desk.real_clock() - began) // A_SECOND)
            pay(desk, replace(debt, every=A_SECOND, burst=burst))
        else:
            desk.real_clock.advance(A_SECOND)
    assert sent_after == waits


def test_a_lane_that_rested_may_burst_again(desk: Desk) -> None:
    owe(desk, *(owing(subject=f"H-{number}") for number in range(5)))
    for _ in range(2):
        for _ in range(2):
            pay(desk, replace(claimed(desk), every=A_SECOND, burst=2))
        assert claim(desk) is None
        desk.real_clock.advance(2 * A_SECOND)


def test_a_lane_that_slack_closed_stays_closed_for_as_long_while_others_go_on(desk: Desk) -> None:
    owe(desk, CARD, owing(subject="H-2"), owing(subject="H-3", channel=ELSEWHERE))
    first = claimed(desk)
    with desk.database.begin() as db:
        outbox.put_off(db, first, desk.real_clock(), desk.real_clock(), "ratelimited", counts=False)
        outbox.close_lane(db, first, desk.real_clock() + 30 * A_SECOND)
    assert in_order(desk) == [("H-3", CardOutbox.CARD, "")]
    desk.real_clock.advance(30 * A_SECOND)
    again = claimed(desk)
    assert (again.id, again.tries) == (first.id, 1)


@pytest.mark.parametrize("comes_of_it", ["paid", "put off", "parked"])
def test_once_it_is_written_down_what_came_of_a_debt_its_lane_is_free(desk: Desk, comes_of_it: str) -> None:
    owe(desk, CARD, owing(subject="H-2"))
    first = claimed(desk)
    assert claim(desk) is None
    {"paid": pay, "put off": _put_off, "parked": park}[comes_of_it](desk, first)
    assert claimed(desk).owing.subject == "H-2"


def test_what_somebody_else_has_in_hand_keeps_its_lane(desk: Desk) -> None:
    owe(desk, CARD)
    frozen = claimed(desk)
    desk.real_clock.advance(LEASE)
    in_hand = claimed(desk)
    assert (in_hand.id, in_hand.claim) == (frozen.id, frozen.claim + 1)
    owe(desk, owing(subject="H-2"))
    for too_late in (pay, park, _put_off):
        too_late(desk, frozen)
        assert claim(desk) is None
    pay(desk, in_hand)
    assert claimed(desk).owing.subject == "H-2"


def test_what_is_out_of_hand_is_not_taken_again_by_who_still_renews_it(desk: Desk) -> None:
    owe(desk, CARD)
    first = claimed(desk)
    owe(desk, CARD)
    pay(desk, first)
    with desk.database.begin() as db:
        assert not outbox.renew(db, first, desk.real_clock())
    assert claimed(desk).version == 2

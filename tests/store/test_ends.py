"""A hold ends by the clock, not by a job: the numbers are back at that instant, and its end is told once, later."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from handlers.holds import acquire, expiry, show
from handlers.holds.owing import HoldOutbox
from handlers.kit.cards import CardOutbox
from handlers.search import search
from handlers.search.requests import Search
from store.holds.types import Outcome
from tests.desk import A_MOMENT, ADA, BEN, CHLOE, EVE, HOLD_LASTS, HOME, TOLL, Desk, click, fill
from tests.store.owing import in_order


def test_though_nothing_runs_the_numbers_can_be_had_at_the_end(desk: Desk) -> None:
    made = fill(desk.database, 3)
    desk.hold(BEN, 3)
    desk.clock.advance(HOLD_LASTS - A_MOMENT)
    assert "*H-" not in desk.reserve(CHLOE, 3).text
    desk.clock.advance(A_MOMENT)
    assert desk.took(desk.hold(CHLOE, 3)) == made


@pytest.mark.parametrize(
    ("after", "found"),
    [
        pytest.param(HOLD_LASTS - A_MOMENT, "No toll number", id="not before the end"),
        pytest.param(HOLD_LASTS, "3 toll numbers", id="from the end on"),
    ],
)
def test_a_search_finds_what_can_be_had_at_that_instant(desk: Desk, after: timedelta, found: str) -> None:
    fill(desk.database, 3)
    desk.hold(BEN, 3)
    desk.clock.advance(after)
    assert found in search.search(desk.tools, click(CHLOE), Search(wanted=TOLL)).text


@pytest.mark.parametrize(
    "late",
    [
        pytest.param(lambda desk, hold: desk.acquire(BEN, hold).text, id="acquiring"),
        pytest.param(lambda desk, hold: desk.release(BEN, hold).text, id="releasing"),
        pytest.param(lambda desk, hold: acquire.choose(desk.tools, click(BEN), hold.id).text, id="choosing"),
    ],
)
@pytest.mark.parametrize("announced", [False, True])
def test_a_hold_that_ended_is_over_whether_announced_or_not(
    desk: Desk, late: Callable[..., str], announced: bool
) -> None:
    fill(desk.database, 2)
    hold = desk.hold(BEN, 2)
    desk.clock.advance(HOLD_LASTS)
    if announced:
        expiry.announce_ended(desk.tools)
    assert "H-1 ended at" in late(desk, hold)
    assert desk.to_be_had() == 2


def test_numbers_that_others_have_before_the_end_is_announced_stay_with_them(desk: Desk) -> None:
    made = fill(desk.database, 3)
    first = desk.hold(BEN, 3)
    desk.clock.advance(HOLD_LASTS)
    second = desk.hold(EVE, 3)
    desk.acquire(EVE, second, made[0])
    expiry.announce_ended(desk.tools)
    assert desk.outcomes(first) == dict.fromkeys(made, Outcome.RAN_OUT)
    assert desk.outcomes(second) == {
        made[0]: Outcome.ACQUIRED,
        made[1]: Outcome.RELEASED,
        made[2]: Outcome.RELEASED,
    }
    assert (desk.in_use(HOME), desk.in_use(EVE.workspace), desk.to_be_had()) == (0, 1, 2)


def test_what_was_acquired_before_the_end_stays_ours(desk: Desk) -> None:
    fill(desk.database, 3)
    hold = desk.hold(BEN, 3)
    desk.clock.advance(HOLD_LASTS - A_MOMENT)
    desk.acquire(BEN, hold, *desk.took(hold)[:2])
    desk.clock.advance(HOLD_LASTS)
    assert expiry.announce_ended(desk.tools) == 0
    assert (desk.in_use(), desk.to_be_had()) == (2, 1)


def test_an_end_is_announced_once_and_owes_the_card_and_a_notice(desk: Desk) -> None:
    fill(desk.database, 1)
    hold = desk.hold(BEN, 1)
    in_order(desk)
    desk.clock.advance(HOLD_LASTS)
    assert [expiry.announce_ended(desk.tools) for _ in range(2)] == [1, 0]
    assert in_order(desk) == [(hold.name, CardOutbox.CARD, ""), (hold.name, HoldOutbox.ENDED, "")]


def test_holds_of_a_channel_that_end_together_share_one_notice(desk: Desk) -> None:
    fill(desk.database, 4)
    for by in (BEN, CHLOE, BEN, EVE):
        desk.hold(by, 1)
    in_order(desk)
    desk.clock.advance(HOLD_LASTS)
    assert expiry.announce_ended(desk.tools) == 4
    kinds = [kind for _, kind, _ in in_order(desk)]
    assert (kinds.count(CardOutbox.CARD), kinds.count(HoldOutbox.ENDED)) == (4, 2)


def test_more_holds_than_fit_one_transaction_are_all_announced(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expiry, "_AT_ONCE", 2)
    fill(desk.database, 5)
    for _ in range(5):
        desk.hold(BEN, 1)
    desk.clock.advance(HOLD_LASTS)
    assert [expiry.announce_ended(desk.tools) for _ in range(2)] == [5, 0]


def test_a_warning_is_owed_once_before_the_end(desk: Desk) -> None:
    fill(desk.database, 1)
    hold = desk.hold(BEN, 1)
    in_order(desk)
    desk.clock.advance(timedelta(minutes=8))
    assert [expiry.warn(desk.tools) for _ in range(2)] == [1, 0]
    assert in_order(desk) == [(hold.name, HoldOutbox.WARNING, "")]


def test_what_ran_out_can_be_held_again_by_anyone(desk: Desk) -> None:
    made = fill(desk.database, 5)
    hold = desk.hold(BEN, 2)
    desk.clock.advance(HOLD_LASTS)
    again = desk.held(HOME, desk.again(CHLOE, hold))
    assert (again.held_by, desk.took(again)) == (CHLOE.user, made[:2])


def test_where_others_have_the_numbers_as_many_like_them_are_held_again(desk: Desk) -> None:
    made = fill(desk.database, 5)
    hold = desk.hold(BEN, 3)
    desk.clock.advance(HOLD_LASTS)
    desk.reserve(EVE, 2, these=(made[0], made[1]))
    assert desk.took(desk.held(HOME, desk.again(BEN, hold))) == made[2:]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        pytest.param(lambda _desk, _hold: None, "still held", id="held still"),
        pytest.param(lambda desk, hold: desk.release(ADA, hold), "was released by", id="released"),
        pytest.param(lambda desk, hold: desk.acquire(ADA, hold), "acquired 2 of", id="acquired"),
    ],
)
def test_only_what_ran_out_can_be_held_again(desk: Desk, before: Callable[..., object], said: str) -> None:
    fill(desk.database, 5)
    hold = desk.hold(BEN, 2)
    before(desk, hold)
    after = desk.everything()
    assert said in desk.again(BEN, hold).text
    assert desk.everything() == after


def test_nothing_is_held_again_where_nothing_is_left(desk: Desk) -> None:
    fill(desk.database, 2)
    hold = desk.hold(BEN, 2)
    desk.clock.advance(HOLD_LASTS)
    desk.hold(EVE, 2)
    after = desk.everything()
    assert "nothing is held" in desk.again(BEN, hold).text
    assert desk.everything() == after


def test_the_card_of_a_hold_shows_what_it_took_whoever_has_the_numbers_now(desk: Desk) -> None:
    [e164] = fill(desk.database, 1)
    hold = desk.hold(BEN, 1)
    desk.clock.advance(HOLD_LASTS)
    desk.acquire(EVE, desk.hold(EVE, 1))
    shown = str(show.show_numbers(desk.tools, click(BEN), hold.id).view)
    assert e164[-4:] in shown

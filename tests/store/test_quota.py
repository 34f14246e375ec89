"""Never over quota, nothing without a licence, no toll-free without credits: at reserve, and again at acquire."""

from collections.abc import Callable
from typing import Any

import pytest

from handlers.quota.rules import QuotaRefusal
from store.holds.types import Hold
from store.types import Criteria, Kind, Place
from store.workspaces.types import Credits, Licences
from tests.desk import ADA, AWAY, BEN, CHLOE, EVE, HOLD_LASTS, QUOTA, TOLL, TOLL_FREE, Desk, fill

NONE = Licences()
FEWER = Licences(phone_system=1)  # a quota of 5


def stock(desk: Desk) -> None:
    fill(desk.database, 3 * QUOTA)
    fill(desk.database, 3 * QUOTA, Place(country="US"), Kind.TOLL_FREE)


def _nothing(_desk: Desk) -> None:
    pass


def _held(desk: Desk) -> None:
    desk.hold(CHLOE, QUOTA)


def _acquired(desk: Desk) -> None:
    desk.acquire(CHLOE, desk.hold(CHLOE, QUOTA))


def _held_and_acquired(desk: Desk) -> None:
    desk.acquire(CHLOE, desk.hold(CHLOE, QUOTA - 5))
    desk.hold(CHLOE, 5)


def _ended(desk: Desk) -> None:
    desk.hold(CHLOE, QUOTA)
    desk.clock.advance(HOLD_LASTS)


def _released(desk: Desk) -> None:
    desk.release(CHLOE, desk.hold(CHLOE, QUOTA))


def _given_back(desk: Desk) -> None:
    hold = desk.hold(CHLOE, QUOTA)
    desk.acquire(CHLOE, hold, *desk.took(hold)[: QUOTA - 1])


def _toll_free(desk: Desk) -> None:
    desk.hold(CHLOE, QUOTA, TOLL_FREE)


def _elsewhere(desk: Desk) -> None:
    desk.hold(EVE, QUOTA)


@pytest.mark.parametrize(
    ("before", "quantity", "refusal"),
    [
        pytest.param(_nothing, QUOTA, "", id="the whole quota"),
        pytest.param(_nothing, QUOTA + 1, QuotaRefusal.OVER_QUOTA, id="one more than the quota"),
        pytest.param(_held, 1, QuotaRefusal.OVER_QUOTA, id="held numbers count"),
        pytest.param(_acquired, 1, QuotaRefusal.OVER_QUOTA, id="acquired numbers count"),
        pytest.param(_held_and_acquired, 1, QuotaRefusal.OVER_QUOTA, id="both count together"),
        pytest.param(_ended, QUOTA, "", id="those of ended holds do not"),
        pytest.param(_released, QUOTA, "", id="released ones do not"),
        pytest.param(_given_back, 1, "", id="those not chosen do not"),
        pytest.param(_toll_free, QUOTA, "", id="toll-free ones have their own"),
        pytest.param(_elsewhere, QUOTA, "", id="another workspace's have theirs"),
    ],
)
def test_the_quota_counts(desk: Desk, before: Callable[[Desk], None], quantity: int, refusal: str) -> None:
    stock(desk)
    before(desk)
    count = desk.in_use()
    assert desk.reserve(BEN, quantity).refusal == refusal
    assert desk.in_use() == (count if refusal else count + quantity)


def test_what_is_held_again_counts_too(desk: Desk) -> None:
    stock(desk)
    hold = desk.hold(BEN, 1)
    desk.clock.advance(HOLD_LASTS)
    desk.hold(CHLOE, QUOTA)
    assert desk.again(BEN, hold).refusal == QuotaRefusal.OVER_QUOTA


def test_where_the_quota_shrank_no_more_can_be_acquired_than_it_is_now(desk: Desk) -> None:
    stock(desk)
    hold = desk.hold(BEN, QUOTA)
    desk.set(licences=FEWER)
    assert desk.acquire(BEN, hold, *desk.took(hold)[:6]).refusal == QuotaRefusal.OVER_QUOTA
    assert not desk.acquire(BEN, hold, *desk.took(hold)[:5]).refusal
    assert desk.in_use() == 5


def _reserve(desk: Desk, hold: Hold) -> str:
    return desk.reserve(ADA, 1, hold.wanted).refusal


def _acquire(desk: Desk, hold: Hold) -> str:
    return desk.acquire(ADA, hold).refusal


def _again(desk: Desk, hold: Hold) -> str:
    desk.clock.advance(HOLD_LASTS)
    return desk.again(ADA, hold).refusal


@pytest.mark.parametrize(
    ("wanted", "setting", "refusal"),
    [
        pytest.param(TOLL, {"licences": NONE}, QuotaRefusal.NO_LICENCE, id="toll without a licence"),
        pytest.param(TOLL_FREE, {"licences": NONE}, QuotaRefusal.NO_LICENCE, id="toll-free without a licence"),
        pytest.param(TOLL_FREE, {"credits": Credits()}, QuotaRefusal.NO_CREDITS, id="toll-free without credits"),
        pytest.param(TOLL, {"credits": Credits()}, "", id="toll without credits"),
    ],
)
@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(_reserve, id="reserve"),
        pytest.param(_acquire, id="acquire"),
        pytest.param(_again, id="hold again"),
    ],
)
def test_licence_and_credits_are_asked_for_each_time(
    desk: Desk, ask: Callable[[Desk, Hold], str], wanted: Criteria, setting: dict[str, Any], refusal: str
) -> None:
    stock(desk)
    hold = desk.hold(BEN, 2, wanted)
    desk.set(**setting)
    assert ask(desk, hold) == refusal


def test_another_workspaces_licences_are_of_no_use(desk: Desk) -> None:
    stock(desk)
    desk.set(AWAY, licences=NONE)
    assert desk.reserve(EVE, 1).refusal == QuotaRefusal.NO_LICENCE
    assert not desk.reserve(BEN, 1).refusal

"""Released numbers rest: outside the quota and the pool, to be had back until the second the rest ends."""

from datetime import timedelta
from typing import Any

import pytest

from handlers.inventory import cool_down
from handlers.inventory.entries import InventoryAction
from handlers.inventory.rules import InventoryRefusal
from handlers.kit.member import Member
from handlers.kit.refusals import Refusal, RoleRefusal
from handlers.quota.rules import QuotaRefusal
from store.numbers.types import Status
from store.types import E164, Criteria, Kind, Place
from store.workspaces.types import ADMINS, Credits, Licences, Roles
from tests.desk import A_MOMENT, ADA, AWAY, BEN, CHLOE, EVE, HOME, QUOTA, START, TOLL, TOLL_FREE, Desk, click
from tests.store.serving import (
    PORTED,
    REST,
    after_rest,
    assign,
    not_ours,
    own,
    owned,
    ported,
    release,
    restore,
    sent,
    unassign,
)


def status(desk: Desk, e164: E164) -> Status | None:
    found = owned(desk, e164)
    return found.status if found else None


def test_a_released_number_rests_for_thirty_days_and_is_not_to_be_had_until_then(desk: Desk) -> None:
    (number,) = own(desk)
    reply = release(desk, number)
    assert "is released. It rests until" in reply.text
    assert status(desk, number) is Status.RESTING
    assert after_rest(desk, A_MOMENT).to_be_had() == 0
    assert after_rest(desk).to_be_had() == 1


def test_at_the_second_the_rest_ends_anybody_can_have_the_number_and_it_is_theirs_alone(desk: Desk) -> None:
    (number,) = own(desk)
    release(desk, number)
    assert not after_rest(desk, A_MOMENT).reserve(EVE, 1).text.startswith("You hold")
    later = after_rest(desk)
    later.acquire(EVE, later.hold(EVE, 1))
    assert owned(later, number) is None
    theirs = owned(later, number, AWAY)
    assert theirs
    assert (theirs.status, theirs.hold) == (Status.ACQUIRED, 1)
    assert restore(later, number).refusal == InventoryRefusal.NOT_RESTING


def test_a_number_without_rest_is_in_the_pool_at_once_and_cannot_be_restored(desk: Desk) -> None:
    desk.set(rest_days=0)
    (number,) = own(desk)
    assert "in the pool again" in release(desk, number).text
    assert desk.to_be_had() == 1
    assert owned(desk, number) is None
    assert restore(desk, number).refusal == InventoryRefusal.NOT_RESTING
    assert desk.took(desk.hold(CHLOE, 1)) == [number]


@pytest.mark.parametrize("days", [1, 30, 180])
def test_the_rest_lasts_as_many_days_as_were_set_when_it_was_released(desk: Desk, days: int) -> None:
    desk.set(rest_days=days)
    (number,) = own(desk)
    release(desk, number)
    desk.set(rest_days=7)
    found = owned(desk, number)
    assert found
    assert found.available_at == START + timedelta(days=days)


@pytest.mark.parametrize("wanted", [TOLL, TOLL_FREE], ids=["toll", "toll-free"])
def test_numbers_that_rest_do_not_count_against_the_quota(desk: Desk, wanted: Criteria) -> None:
    numbers = own(desk, QUOTA, wanted=wanted)
    assert desk.reserve(BEN, 1, wanted).refusal == QuotaRefusal.OVER_QUOTA
    release(desk, numbers[0])
    assert desk.in_use(kind=wanted.kind) == QUOTA - 1
    assert not desk.reserve(BEN, 1, wanted).refusal


@pytest.mark.parametrize("case", ["assigned", "resting", "porting", "away", "unknown", "held"])
def test_only_a_number_of_ours_that_serves_nothing_is_released(desk: Desk, case: str) -> None:
    number, refusal = _not_to_be_released(desk, case)
    before = desk.everything()
    assert release(desk, number).refusal == refusal
    assert cool_down.ask(desk.tools, click(BEN), number).refusal == refusal
    assert desk.everything() == before


def _not_to_be_released(desk: Desk, case: str) -> tuple[E164, Refusal]:
    match case:
        case "assigned":
            (number,) = own(desk)
            assign(desk, number)
            return number, InventoryRefusal.IS_ASSIGNED
        case "resting":
            (number,) = own(desk)
            release(desk, number)
            return number, InventoryRefusal.IS_RESTING
        case "porting":
            return sent(desk, *PORTED).numbers[0], InventoryRefusal.IS_PORTING
        case _:
            return not_ours(desk, case), InventoryRefusal.NOT_OURS


def test_it_is_released_once_it_is_unassigned(desk: Desk) -> None:
    (number,) = own(desk)
    assign(desk, number)
    unassign(desk, number)
    assert not release(desk, number).refusal
    assert status(desk, number) is Status.RESTING


def test_a_release_is_asked_before_it_is_done(desk: Desk) -> None:
    (number,) = own(desk)
    before = desk.everything()
    view = cool_down.ask(desk.tools, click(BEN), number).view
    assert view
    assert number in view["private_metadata"]
    assert desk.everything() == before


@pytest.mark.parametrize("by", [BEN, CHLOE, ADA], ids=lambda by: by.name)
def test_a_number_that_rests_is_restored_by_one_click(desk: Desk, by: Member) -> None:
    (number,) = own(desk)
    release(desk, number)
    assert "is ours again" in restore(after_rest(desk, A_MOMENT), number, by).text
    assert status(desk, number) is Status.ACQUIRED
    assert after_rest(desk).to_be_had() == 0
    assert desk.in_use() == 1
    found = owned(desk, number)
    assert found
    assert (found.hold, found.got_by) == (1, BEN.user)


@pytest.mark.parametrize("late", [timedelta(0), A_MOMENT, REST], ids=["at the second", "a moment later", "much later"])
def test_a_number_is_not_restored_once_its_rest_has_ended(desk: Desk, late: timedelta) -> None:
    (number,) = own(desk)
    release(desk, number)
    before = desk.everything()
    assert restore(after_rest(desk, -late), number).refusal == InventoryRefusal.NOT_RESTING
    assert desk.everything() == before


def test_a_number_is_restored_only_within_the_quota(desk: Desk) -> None:
    (number,) = own(desk)
    release(desk, number)
    numbers = own(desk, QUOTA)
    reply = restore(desk, number)
    assert reply.refusal == QuotaRefusal.OVER_QUOTA
    assert f"{QUOTA}" in reply.text
    release(desk, numbers[0])
    assert not restore(desk, number).refusal
    assert desk.in_use() == QUOTA
    assert restore(desk, numbers[0]).refusal == QuotaRefusal.OVER_QUOTA


def test_what_is_held_counts_when_a_number_is_restored(desk: Desk) -> None:
    numbers = own(desk, 2)
    for number in numbers:
        release(desk, number)
    own(desk, QUOTA - 1)
    desk.set(rest_days=0)
    (free,) = own(desk)
    release(desk, free)
    desk.hold(BEN, 1)
    assert restore(desk, numbers[0]).refusal == QuotaRefusal.OVER_QUOTA


@pytest.mark.parametrize(
    ("settings", "refusal"),
    [
        pytest.param({"credits": Credits()}, QuotaRefusal.NO_CREDITS, id="without credits"),
        pytest.param({"licences": Licences()}, QuotaRefusal.NO_LICENCE, id="without a licence"),
    ],
)
def test_a_toll_free_number_is_restored_only_with_a_right_to_it(
    desk: Desk, settings: dict[str, Any], refusal: Refusal
) -> None:
    (number,) = own(desk, wanted=TOLL_FREE)
    release(desk, number)
    desk.set(**settings)
    reply = restore(desk, number)
    assert reply.refusal == refusal
    assert reply.text
    assert status(desk, number) is Status.RESTING


def test_a_ported_number_rests_and_is_restored_outside_the_quota(desk: Desk) -> None:
    number, other = ported(desk, *PORTED)
    own(desk, QUOTA)
    assert desk.in_use() == QUOTA
    release(desk, number)
    assert not restore(desk, number).refusal
    assert desk.in_use() == QUOTA
    found = owned(desk, number)
    assert found
    assert (found.status, found.port_order, found.hold) == (Status.ACQUIRED, 1, None)
    assert status(desk, other) is Status.ACQUIRED


def test_a_ported_number_that_others_take_after_its_rest_counts_against_their_quota(desk: Desk) -> None:
    number, _ = ported(desk, *PORTED)
    release(desk, number)
    later = after_rest(desk)
    reply = later.reserve(EVE, 1, these=(number,), wanted=Criteria(place=Place(country="GB"), kind=Kind.TOLL))
    assert later.took(later.held(AWAY, reply)) == [number]
    assert later.in_use(AWAY) == 1
    assert later.in_use() == 0


def test_another_workspace_neither_releases_nor_restores_what_is_ours(desk: Desk) -> None:
    first, second = own(desk, 2)
    release(desk, second)
    before = desk.everything()
    assert release(desk, first, EVE).refusal == InventoryRefusal.NOT_OURS
    assert restore(desk, second, EVE).refusal == InventoryRefusal.NOT_RESTING
    assert restore(desk, first).refusal == InventoryRefusal.NOT_RESTING
    assert desk.everything() == before


def test_only_those_who_may_manage_restore(desk: Desk) -> None:
    (number,) = own(desk)
    release(desk, number)
    desk.set(roles=Roles(manage=ADMINS))
    assert restore(desk, number).refusal == RoleRefusal.MAY_NOT_MANAGE
    assert cool_down.ask(desk.tools, click(BEN), number).refusal == RoleRefusal.MAY_NOT_MANAGE
    assert not restore(desk, number, ADA).refusal


def test_a_release_and_a_restoring_are_on_the_record(desk: Desk) -> None:
    (number,) = own(desk)
    release(desk, number, CHLOE)
    desk.clock.advance(A_MOMENT)
    restore(desk, number, ADA)
    told = [(entry.deed.action, entry.deed.who, entry.deed.at) for entry in desk.entries(number)]
    assert told == [
        (InventoryAction.NUMBER_RELEASED, CHLOE.user, START),
        (InventoryAction.RESTORED, ADA.user, START + A_MOMENT),
    ]
    assert desk.entries(number)[0].deed.after == {"until": (START + REST).isoformat()}
    assert desk.verify(HOME).flaw is None


def test_the_same_click_twice_is_one(desk: Desk) -> None:
    (number,) = own(desk)
    assert release(desk, number, key="1") == release(desk, number, key="1")
    assert restore(desk, number, key="2") == restore(desk, number, key="2")
    assert len(desk.entries(number)) == 2
    assert desk.in_use(kind=Kind.TOLL) == 1

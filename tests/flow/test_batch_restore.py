"""What was released can be had back from its card until its rest ends, and its end is told."""

from datetime import datetime, timedelta

import pytest

from handlers.batches.entries import BatchAction
from handlers.inventory.entries import InventoryAction
from store.numbers.types import Status
from tests.flow.asking import stale
from tests.flow.batching import (
    FIRST,
    FIVE,
    SECOND,
    THIRD,
    batch,
    confirms,
    does,
    lines,
    number,
    owns,
    previews,
    resting,
    statuses,
    times,
    twice,
    under,
)
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.product import Product

pytestmark = pytest.mark.usefixtures("alone")
ACQUIRED, RESTING = Status.ACQUIRED, Status.RESTING
ENDED = "The rest of what B-1 released has ended: "


def test_another_admin_restores_with_one_click_what_a_list_released(desk: Desk, ada: Member, ben: Member) -> None:
    owns(ben)
    card = does(ben, "release", FIRST, SECOND, "hello")
    assert "In the pool again at <!date^" in card.words
    assert desk.in_use().acquired == 3
    assert ada.presses(card, "Restore") == "Restored: 2 numbers."
    assert statuses(desk) == [ACQUIRED] * 5
    card = desk.card("B-1", "Restored: ours again")
    assert card.buttons == ["Show lines"]
    assert lines(ben.chooses(card, "Show lines"))[:2] == [
        "1. ✓ `+1 206-555-0100`, restored since",
        "2. ✓ `+1 206-555-0101`, restored since",
    ]
    assert under(desk) == [f"{ada.mention} restored `+1 206-555-0100`, `+1 206-555-0101`."]
    assert desk.record("B-1") == [BatchAction.BATCH_BEGUN, BatchAction.BATCH_DONE, BatchAction.BATCH_RESTORED]
    assert times(desk, InventoryAction.RESTORED) == {FIRST: 1, SECOND: 1}
    desk.advance(days=30, seconds=1)
    does(ben, "release", THIRD)
    assert len(under(desk)) == 1


def test_two_who_restore_at_once_and_one_who_clicks_twice_restore_once(desk: Desk, ada: Member, ben: Member) -> None:
    owns(ben)
    card = does(ben, "release", *FIVE)
    told = desk.at_once(*[lambda: ada.presses(card, "Restore")] * 2, lambda: ben.presses(card, "Restore"))
    ours, nothing = "Restored: 5 numbers.", "Nothing of B-1 rests any more, so there is nothing to restore."
    assert {words for each in told for words in each.splitlines()} == {ours, nothing}
    assert times(desk, InventoryAction.RESTORED) == dict.fromkeys(FIVE, 1)
    assert len(under(desk)) == 1


def test_what_was_restored_from_the_list_is_counted_on_the_card_and_the_rest_of_it_still_rests(
    desk: Desk, ada: Member, ben: Member, chloe: Member
) -> None:
    owns(ben)
    does(ben, "release", FIRST, SECOND, THIRD)
    assert "is ours again" in ada.types(f"restore {SECOND}").text
    card = desk.card("B-1", "One was restored")
    assert card.buttons == ["Restore", "Show lines"]
    assert lines(chloe.chooses(card, "Show lines"))[1] == "2. ✓ `+1 206-555-0101`, récupéré depuis"
    assert chloe.presses(card, "Restore") == "Récupéré\xa0: 2 numéros."
    desk.card("B-1", "Restored: ours again")
    assert under(desk) == [
        f"{ada.mention} restored `+1 206-555-0101`.",
        f"{chloe.mention} restored `+1 206-555-0100`, `+1 206-555-0102`.",
    ]
    assert statuses(desk) == [ACQUIRED] * 5


def test_the_rest_ends_by_the_clock_and_the_card_and_the_channel_say_so(desk: Desk, ada: Member, ben: Member) -> None:
    owns(ben)
    does(ben, "release", FIRST, SECOND)
    ada.types(f"restore {FIRST}")
    card = desk.card("B-1", "One was restored")
    desk.settle()
    until = until_of(desk)
    desk.advance(seconds=(until - desk.now() - timedelta(seconds=5)).total_seconds())
    assert number(desk, SECOND)
    desk.advance(seconds=5)
    line = desk.said(f"{ENDED}1 number went back to the pool.")
    assert line.is_broadcast
    assert desk.card("B-1", "In the pool again since").buttons == ["Show lines"]
    assert "Nothing of B-1 rests any more" in stale(desk, ada, card, "Restore")
    assert number(desk, SECOND) is None
    assert desk.record("B-1")[-1] == BatchAction.REST_ENDED
    assert "put a released number back into the pool" in ada.types("log B-1").text


def until_of(desk: Desk) -> datetime:
    """When the rest ends of what B-1 released."""
    it = batch(desk)
    assert it
    assert it.until
    return it.until


def test_a_click_at_the_second_the_rest_ends_restores_or_is_told_that_it_is_over(
    desk: Desk, ada: Member, ben: Member
) -> None:
    owns(ben)
    card = does(ben, "release", FIRST)
    desk.settle()
    desk.advance(seconds=(until_of(desk) - desk.now()).total_seconds())
    told = ada.presses(card, "Restore")
    assert told == "Nothing of B-1 rests any more, so there is nothing to restore."
    desk.said(f"{ENDED}1 number went back to the pool.")
    assert times(desk, InventoryAction.RESTORED) == {}


def test_all_of_it_is_restored_or_nothing_where_the_quota_has_no_room(desk: Desk, ada: Member, ben: Member) -> None:
    owns(ben, "reserve 20 US Washington Seattle")
    card = does(ben, "release", FIRST, SECOND, THIRD)
    owns(ben, "reserve 2 GB London", "H-2")
    assert "That is more than the quota allows: only 1 of 20 left" in ada.presses(card, "Restore")
    assert statuses(desk, (FIRST, SECOND, THIRD)) == [RESTING] * 3
    assert desk.record("B-1") == [BatchAction.BATCH_BEGUN, BatchAction.BATCH_DONE]
    does(ben, "release", "+44 20 7946 0000-0001")
    assert ada.presses(desk.card("B-1"), "Restore") == "Restored: 3 numbers."
    assert desk.in_use().acquired == 20


def test_a_single_number_that_is_released_has_a_card_too(desk: Desk, ada: Member, ben: Member) -> None:
    owns(ben)
    assert ben.submits(ben.opens(f"release {FIRST}"))["ok"]
    card = desk.card("B-1", f"{ben.mention} released *1 number* · *B-1*")
    assert card.numbers == [FIRST]
    assert ada.presses(card, "Restore") == "Restored: 1 number."
    desk.card("B-1", "Restored: ours again")
    ben.presses(ben.modal(), "Restore")
    assert "does not rest" in ben.modal().words
    assert times(desk, InventoryAction.RESTORED) == {FIRST: 1}


def test_a_single_release_that_is_sent_twice_is_one_batch(desk: Desk, ben: Member) -> None:
    owns(ben)
    ben.submits(ben.opens(f"release {FIRST}"))
    first, second = twice(desk, "view_submission", "release")
    assert first == second
    desk.settle()
    assert [len(desk.cards(name)) for name in ("B-1", "B-2")] == [1, 0]


def test_without_a_rest_what_is_released_can_be_had_by_anyone_at_once(shared: Product, ben: Member) -> None:
    desk = shared.desk
    owns(ben)
    shared.set_up(resting(rest_days=0))
    preview = previews(ben, "release", FIRST, SECOND)
    assert "goes back to the pool at once, for anyone to take, and cannot be restored" in preview.words
    confirms(ben, preview)
    card = desk.card("B-1", "In the pool again")
    assert card.buttons == ["Show lines"]
    assert statuses(desk) == [None, None, ACQUIRED, ACQUIRED, ACQUIRED]
    assert "It is in the pool" in ben.types(FIRST).words
    assert under(desk) == []


def test_a_number_that_was_released_restored_and_released_again_is_shown_where_it_rests(
    desk: Desk, ada: Member, ben: Member
) -> None:
    owns(ben)
    first = does(ben, "release", FIRST, SECOND)
    ben.types(f"restore {FIRST}")
    second = does(ada, "release", FIRST)
    assert ben.presses(second, "Restore") == "Restored: 1 number."
    assert ben.presses(desk.card("B-1", "One was restored"), "Restore") == "Restored: 1 number."
    assert first.numbers == [FIRST, SECOND]
    assert under(desk, "B-2") == [f"{ben.mention} restored `+1 206-555-0100`."]
    assert len(under(desk)) == 2


@pytest.mark.slow
def test_the_rest_of_several_batches_ends_each_under_its_own_card(desk: Desk, ada: Member, ben: Member) -> None:
    owns(ben)
    does(ben, "release", FIRST, SECOND)
    does(ada, "release", THIRD)
    desk.settle()
    desk.kill_bot()
    desk.advance(days=31)
    eventually(desk.is_up)
    desk.end_leases()
    desk.said(f"{ENDED}2 numbers went back to the pool.")
    desk.said("The rest of what B-2 released has ended: 1 number went back to the pool.")
    assert len(under(desk)) == len(under(desk, "B-2")) == 1
    assert "In the pool again since" in desk.card("B-2").words

"""What a batch released is restored from its card until the rest ends; that end is told once, of what still rests."""

from collections.abc import Iterable
from datetime import timedelta

import pytest

from handlers.batches import show
from handlers.batches.entries import BatchAction
from handlers.batches.execution import AT_ONCE
from handlers.inventory.entries import InventoryAction
from handlers.kit import delivery
from handlers.kit.cards import CardOutbox
from handlers.kit.outgoing import Post
from handlers.kit.refusals import RoleRefusal
from handlers.kit.reply import Message
from handlers.kit.words import BadInput
from handlers.quota.rules import QuotaRefusal
from store import batches
from store.batches.types import DONE, RESTORED, Batch, Stage
from store.numbers.types import Status
from store.types import E164, Criteria, Kind, Place
from store.workspaces.types import ADMINS, Credits, Roles
from tests.desk import A_MOMENT, ADA, BEN, CHLOE, EVE, QUOTA, START, Desk
from tests.rules.shown import labels, words
from tests.store.batching import (
    ASSIGN,
    acquired,
    actions,
    begun,
    british,
    found,
    fresh,
    ours,
    outcomes,
    released,
    restore_all,
    ring,
    to_the_end,
    toll_free,
)
from tests.store.owing import claim, pay
from tests.store.serving import REST, assign, owned, release, restore


def told(desk: Desk, batch: Batch) -> list[str]:
    """What is told under the batch's card, of what is owed by now."""
    said = []
    while debt := claim(desk):
        if (debt.owing.kind, debt.owing.subject) == (CardOutbox.LINE, batch.name):
            post = delivery.render(desk.tools, debt)
            assert isinstance(post, Post)
            said.append(post.message.text)
        pay(desk, debt)
    return said


def statuses(desk: Desk, numbers: Iterable[E164]) -> list[Status | None]:
    found = [owned(desk, number) for number in numbers]
    return [each.status if each else None for each in found]


def card(desk: Desk, batch: Batch) -> Message:
    """The batch's card as it is now."""
    with desk.database.reading() as db:
        return show.render(desk.tools, db, fresh(desk, batch), "en")


def test_all_that_a_batch_released_is_restored_by_one_click(desk: Desk) -> None:
    numbers = ours(desk, 3)
    batch = released(desk, numbers)
    assert restore_all(desk, batch, CHLOE).text == "Restored: 3 numbers."
    assert statuses(desk, numbers) == [Status.ACQUIRED] * 3
    assert outcomes(desk, batch) == [RESTORED] * 3
    assert actions(desk, batch.name)[-1] == BatchAction.BATCH_RESTORED
    for number in numbers:
        told = [(entry.deed.action, entry.deed.who) for entry in desk.entries(number)]
        assert told == [(InventoryAction.NUMBER_RELEASED, BEN.user), (InventoryAction.RESTORED, CHLOE.user)]
    assert desk.verify().flaw is None


def test_the_same_click_twice_restores_once(desk: Desk) -> None:
    batch = released(desk, ours(desk, 2))
    assert restore_all(desk, batch, key="1").text == restore_all(desk, batch, key="1").text
    before = desk.everything()
    assert "Nothing of B-1 rests any more" in restore_all(desk, batch, key="2").text
    assert desk.everything() == before


def test_what_was_restored_from_the_list_is_no_longer_on_the_card(desk: Desk) -> None:
    first, second, third = ours(desk, 3)
    batch = released(desk, [first, second, third])
    restore(desk, second, CHLOE)
    assert outcomes(desk, batch) == [DONE, RESTORED, DONE]
    assert told(desk, batch) == [f"<@{CHLOE.user}> restored `+44 20 7946 0001`."]
    assert "One was restored" in words(card(desk, batch))
    assert restore_all(desk, batch).text == "Restored: 2 numbers."
    assert "Restored: ours again" in words(card(desk, batch))
    assert "Restore" not in labels(card(desk, batch))


def test_a_batch_is_restored_as_a_whole_or_not_at_all_where_the_quota_has_no_room(desk: Desk) -> None:
    numbers = acquired(desk, 3)
    batch = released(desk, numbers)
    acquired(desk, QUOTA - 2, first=100)
    before = desk.everything()
    reply = restore_all(desk, batch)
    assert reply.refusal == QuotaRefusal.OVER_QUOTA
    assert f"{QUOTA}" in reply.text
    assert desk.everything() == before
    assert not restore(desk, numbers[0]).refusal
    assert not restore(desk, numbers[1]).refusal
    assert restore_all(desk, batch).refusal == QuotaRefusal.OVER_QUOTA


def test_ported_numbers_are_restored_outside_the_quota(desk: Desk) -> None:
    batch = released(desk, ours(desk, 3))
    acquired(desk, QUOTA)
    assert not restore_all(desk, batch).refusal
    assert desk.in_use() == QUOTA


def test_ported_and_acquired_numbers_are_restored_together_where_the_acquired_fit(desk: Desk) -> None:
    numbers = [*ours(desk, 3), *acquired(desk, 2)]
    batch = released(desk, numbers)
    acquired(desk, QUOTA - 2, first=100)
    assert not restore_all(desk, batch).refusal
    assert desk.in_use() == QUOTA


def test_toll_free_numbers_are_restored_only_while_credits_are_set_up(desk: Desk) -> None:
    batch = released(desk, [*toll_free(desk), *ours(desk, 1)])
    desk.set(credits=Credits())
    before = desk.everything()
    assert restore_all(desk, batch).refusal == QuotaRefusal.NO_CREDITS
    assert desk.everything() == before


def test_a_number_of_a_long_list_is_restored_while_others_are_still_released(desk: Desk) -> None:
    numbers = ours(desk, 250)
    batch = released(desk, numbers)
    assert batch.done == AT_ONCE
    restore(desk, numbers[0])
    done = to_the_end(desk, batch)
    assert (done.stage, done.done) == (Stage.DONE, 250)
    assert statuses(desk, numbers) == [Status.ACQUIRED] + [Status.RESTING] * 249
    desk.clock.advance(REST)
    assert ring(desk) == 1
    assert desk.entries(batch.name)[-1].deed.before == {"size": 249}


def test_what_was_restored_to_the_last_number_while_it_was_released_ends_in_silence(desk: Desk) -> None:
    *_, last = numbers = ours(desk, 101)
    batch = released(desk, numbers)
    assign(desk, last)
    for number in numbers[:-1]:
        restore(desk, number)
    to_the_end(desk, batch)
    desk.clock.advance(REST)
    ring(desk)
    assert ring(desk) == 0
    assert BatchAction.REST_ENDED not in actions(desk, batch.name)


def test_at_the_second_the_rest_ends_that_is_told_once_under_the_card(desk: Desk) -> None:
    batch = released(desk, ours(desk, 3))
    told(desk, batch)
    desk.clock.advance(REST - A_MOMENT)
    assert ring(desk) == 0
    desk.clock.advance(A_MOMENT)
    assert [ring(desk), ring(desk)] == [1, 0]
    assert told(desk, batch) == ["The rest of what B-1 released has ended: 3 numbers went back to the pool."]
    assert "In the pool again since" in words(card(desk, batch))
    assert "Restore" not in labels(card(desk, batch))
    (entry,) = [each.deed for each in desk.entries(batch.name) if each.deed.action == BatchAction.REST_ENDED]
    assert (entry.who, entry.at, entry.before) == (None, START + REST, {"size": 3})


def test_the_end_is_told_of_those_that_were_not_restored(desk: Desk) -> None:
    first, second, third = ours(desk, 3)
    batch = released(desk, [first, second, third])
    restore(desk, first)
    restore(desk, third)
    told(desk, batch)
    desk.clock.advance(REST)
    assert [ring(desk), ring(desk)] == [1, 0]
    assert told(desk, batch) == ["The rest of what B-1 released has ended: 1 number went back to the pool."]


def test_of_what_was_restored_to_the_last_number_no_end_is_told(desk: Desk) -> None:
    batch = released(desk, ours(desk, 2))
    restore_all(desk, batch)
    desk.clock.advance(REST)
    assert ring(desk) == 0
    assert BatchAction.REST_ENDED not in actions(desk, batch.name)


def test_the_end_is_told_to_all_in_the_channel_once_the_card_is_there(desk: Desk) -> None:
    batch = released(desk, ours(desk, 1))
    with desk.database.begin() as db:
        batches.card_posted(db, batch, channel=batch.channel, ts="1.0")
    desk.clock.advance(REST)
    ring(desk)
    while debt := claim(desk):
        post = delivery.render(desk.tools, debt)
        assert isinstance(post, Post)
        is_line = debt.owing.kind == CardOutbox.LINE
        assert (post.broadcast, post.thread, post.edit) == (
            is_line,
            "1.0" if is_line else None,
            None if is_line else "1.0",
        )
        pay(desk, debt)


def test_without_a_rest_nothing_can_be_restored_and_no_end_is_told(desk: Desk) -> None:
    desk.set(rest_days=0)
    batch = released(desk, ours(desk, 2))
    assert batch.until is None
    assert "In the pool again" in words(card(desk, batch))
    assert "Restore" not in labels(card(desk, batch))
    assert "Nothing of B-1 rests any more" in restore_all(desk, batch).text
    desk.clock.advance(timedelta(days=400))
    assert ring(desk) == 0


@pytest.mark.parametrize("late", [timedelta(0), A_MOMENT, REST], ids=["at the second", "a moment later", "much later"])
def test_nothing_is_restored_once_the_rest_has_ended(desk: Desk, late: timedelta) -> None:
    batch = released(desk, acquired(desk, 2))
    before = desk.everything()
    assert "rests any more" in restore_all(desk.at(START + REST + late), batch).text
    assert desk.everything() == before


def test_an_old_card_restores_nothing_that_was_released_again_since(desk: Desk) -> None:
    numbers = ours(desk, 1)
    first = released(desk, numbers)
    desk.clock.advance(REST)
    ring(desk)
    in_britain = Criteria(place=Place(country="GB"), kind=Kind.TOLL)
    desk.acquire(BEN, desk.hold(BEN, 1, in_britain))
    second = released(desk, numbers)
    assert "Nothing of B-1 rests any more" in restore_all(desk, first).text
    assert statuses(desk, numbers) == [Status.RESTING]
    assert restore_all(desk, second).text == "Restored: 1 number."
    assert [actions(desk, each.name).count(BatchAction.BATCH_RESTORED) for each in (first, second)] == [0, 1]


def test_a_number_that_is_released_twice_is_restored_at_the_batch_that_released_it_last(desk: Desk) -> None:
    numbers = ours(desk, 1)
    first = released(desk, numbers)
    restore_all(desk, first)
    second = released(desk, numbers)
    restore(desk, numbers[0])
    assert [actions(desk, each.name).count(BatchAction.BATCH_RESTORED) for each in (first, second)] == [1, 1]
    desk.clock.advance(REST)
    assert ring(desk) == 0


def test_only_a_release_is_restored_and_only_by_those_who_may(desk: Desk) -> None:
    first, second = ours(desk, 2)
    assigned = begun(desk, ASSIGN, [first])
    assert "Nothing of B-1 rests any more" in restore_all(desk, assigned).text
    batch = released(desk, [second])
    desk.set(roles=Roles(manage=ADMINS))
    assert restore_all(desk, batch).refusal == RoleRefusal.MAY_NOT_MANAGE
    assert not restore_all(desk, batch, ADA).refusal


def test_another_workspace_restores_nothing_of_ours(desk: Desk) -> None:
    batch = released(desk, ours(desk, 2))
    before = desk.everything()
    with pytest.raises(BadInput):
        restore_all(desk, batch, EVE)
    assert desk.everything() == before
    theirs = released(desk, acquired(desk, 1, EVE), EVE)
    assert theirs.id == batch.id
    assert restore_all(desk, batch, EVE).text == "Restored: 1 number."
    assert statuses(desk, british(2)) == [Status.RESTING] * 2


def test_one_number_has_a_card_with_restore_too(desk: Desk) -> None:
    (number,) = ours(desk, 1)
    release(desk, number)
    batch = found(desk, 1)
    assert "Restore" in labels(card(desk, batch))
    assert restore_all(desk, batch).text == "Restored: 1 number."

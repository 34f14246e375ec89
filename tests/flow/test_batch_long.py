"""Batches that are too long to be done at once: the clock goes on with them and does each line once."""

from copy import deepcopy
from dataclasses import replace

import pytest

from handlers.batches.entries import BatchAction
from handlers.inventory.entries import InventoryAction
from store.batches.types import Stage
from store.numbers.types import Status
from store.workspaces.types import Licences
from tests.flow.batching import (
    FIRST,
    MANY,
    asks,
    batch,
    confirms,
    drops,
    lines,
    needs,
    owns,
    previews,
    resting,
    times,
    under,
)
from tests.flow.desk import ALONE, Desk, eventually
from tests.flow.member import Member
from tests.flow.porting import forged, next_step
from tests.flow.product import Product

pytestmark = pytest.mark.both_engines

ACQUIRED, RESTING = Status.ACQUIRED, Status.RESTING


ALL = "+44 20 7946 0000-0259"


@pytest.fixture
def many(shared: Product, ben: Member) -> Product:
    """260 numbers in London are acquired, all that ben asks for."""
    shared.set_up(MANY)
    owns(ben, "reserve 260 GB London")
    return shared


def test_a_long_batch_goes_on_by_the_clock_and_its_card_shows_how_far_it_is(many: Product, ben: Member) -> None:
    desk = many.desk
    preview = previews(ben, "release", ALL, "hello")
    assert "*260 of 261* would be released." in preview.words
    told = confirms(ben, preview)
    assert "B-1 is under way: its card in <#C0PHONES1> shows how far." in told.words
    assert f"{ben.mention} releases *261 numbers* · *B-1*" in desk.card("B-1", "of 261").words
    card = desk.card("B-1", f"{ben.mention} released *260 numbers* · *B-1*")
    assert "and 250 more" in card.words
    assert times(desk, InventoryAction.NUMBER_RELEASED).total() == 260
    assert under(desk) == ["*B-1*: 260 of 261 released."]
    ben.closes(ben.modal())
    assert len(lines(ben.chooses(card, "Show lines"))) == 261
    assert ben.presses(card, "Restore") == "Restored: 260 numbers."


@pytest.mark.slow
def test_a_bot_that_is_killed_in_the_middle_of_a_long_batch_does_each_line_once(many: Product, ben: Member) -> None:
    desk = many.desk
    confirms(ben, previews(ben, "assign", f"{ALL} to bridge Contoso"))
    desk.kill_bot()
    it = batch(desk)
    assert it
    assert it.stage is Stage.UNDER_WAY
    assert it.done < it.size == 260
    eventually(desk.is_up)
    desk.end_leases()
    desk.card("B-1", f"{ben.mention} assigned *260 numbers* · *B-1*")
    done = times(desk, InventoryAction.ASSIGNED)
    assert (len(done), set(done.values())) == (260, {1})
    assert under(desk) == ["*B-1*: 260 of 260 assigned."]
    assert desk.record("B-1") == [BatchAction.BATCH_BEGUN, BatchAction.BATCH_DONE]


@pytest.mark.slow
def test_however_often_the_bot_is_killed_a_batch_of_a_thousand_is_done_once(shared: Product, ben: Member) -> None:
    desk = shared.desk
    shared.set_up(MANY)
    owns(ben, "reserve 1000 GB London")
    confirms(ben, previews(ben, "release", "+44 20 7946 0000-0999"))
    for _ in range(3):
        desk.kill_bot()
        eventually(desk.is_up)
        desk.end_leases()
    eventually(lambda: is_done(desk))
    desk.card("B-1", "*1,000 numbers*")
    done = times(desk, InventoryAction.NUMBER_RELEASED)
    assert (len(done), set(done.values())) == (1_000, {1})
    assert len(under(desk)) == 1


def is_done(desk: Desk) -> bool:
    it = batch(desk)
    return it is not None and it.stage is Stage.DONE


def test_a_number_that_is_restored_while_its_batch_is_under_way_does_not_hold_the_others_up(
    many: Product, ada: Member, ben: Member
) -> None:
    desk = many.desk
    confirms(ben, previews(ben, "release", ALL))
    assert "is ours again" in ada.types("restore +44 20 7946 0000").text
    card = desk.card("B-1", f"{ben.mention} released *260 numbers* · *B-1*")
    assert "One was restored" in card.words
    assert times(desk, InventoryAction.NUMBER_RELEASED).total() == 260
    desk.advance(days=30, seconds=1)
    desk.said("The rest of what B-1 released has ended: 259 numbers went back to the pool.")


def test_a_preview_that_is_too_much_for_an_answer_comes_a_little_later(many: Product, ben: Member) -> None:
    waiting = previews(ben, "assign", "+44 20 7946 0000-0999")
    assert "The list is being read. What would happen shows here in a moment." in waiting.words
    preview = eventually(lambda: next((view for view in ben.modals() if "Nothing would be" in view.words), None))
    assert len(lines(preview)) == 1_000
    ben.presses(preview, "Back")
    ben.finds(ben.modal(), "name", "Sales")
    waiting = next_step(ben, ben.modal(), kind="queue", name="Sales")
    ben.presses(waiting, "See what would happen")
    assert "*260 of 1,000* would be assigned" in ben.modal().words
    many.desk.settle()
    assert "*260 of 1,000* would be assigned" in ben.modal().words


@pytest.mark.parametrize("letter", ["x", "案", "😀"])
def test_a_report_that_is_too_much_for_an_answer_says_how_much_was_done(
    shared: Product, ben: Member, letter: str
) -> None:
    desk = shared.desk
    shared.set_up(ALONE)
    owns(ben)
    preview = drops(ben, "release", "\n".join(["number", FIRST, *(letter * 60 for _ in range(900))]).encode())
    assert "*1 of 901* would be released" in preview.words
    assert confirms(ben, preview).words.endswith("*B-1*: 1 of 901 released.")
    ben.closes(ben.modal())
    shown = ben.chooses(desk.card("B-1", "900 lines could not be done"), "Show lines")
    assert len(lines(shown)) == 901 or "more" in shown.words


def test_a_longer_command_than_the_modal_could_show_again_is_refused(desk: Desk, ben: Member) -> None:
    numbers = ", ".join(f"+44 20 7946 {last:04}" for last in range(200))
    assert "3,000" in ben.types(f"release {numbers}").text
    assert batch(desk) is None


def test_what_is_pressed_while_a_batch_is_under_way_does_not_begin_it_again(many: Product, ben: Member) -> None:
    desk = many.desk
    confirms(ben, previews(ben, "release", ALL))
    again = deepcopy(forged(desk, "view_submission", "batch_confirm"))
    again["view"]["hash"] = "another"
    (answer,) = desk.post("deliver", type="interactive", payload=again)["responses"]
    assert "B-1 was begun already: its card shows how far it is." in str(answer["body"])
    desk.card("B-1", "released *260 numbers*")
    assert set(times(desk, InventoryAction.NUMBER_RELEASED).values()) == {1}


@pytest.mark.slow
def test_a_long_release_that_was_approved_goes_on_by_the_clock(owned: Product, ada: Member, ben: Member) -> None:
    desk = owned.desk
    owned.set_up(resting(licences=Licences(phone_system=2_000)))
    owns(ben, "reserve 150 GB London", "H-2")
    owned.set_up(replace(needs(), licences=Licences(phone_system=2_000)))
    card = asks(ben, "+44 20 7946 0000-0149")
    assert "The 150 numbers are being released." in ada.presses(card, "Approve")
    desk.card("B-1", "released *150 numbers*")
    assert set(times(desk, InventoryAction.NUMBER_RELEASED).values()) == {1}

"""Many numbers at once: looked at line by line before, confirmed once, each line done as a whole or not at all."""

import pytest

from handlers.batches import lines as reading
from handlers.batches import show
from handlers.batches.entries import BatchAction
from handlers.batches.execution import AT_ONCE
from handlers.batches.lines import BatchRefusal
from handlers.inventory.entries import InventoryAction
from handlers.inventory.rules import InventoryRefusal
from handlers.kit.member import Member
from store.batches.types import DONE, Stage, Verb
from store.types import E164
from tests.desk import AWAY, BEN, CHLOE, EVE, START, Desk, click
from tests.rules.shown import words_of
from tests.store.batching import (
    ASSIGN,
    EVERY_VERB,
    RELEASE,
    UNASSIGN,
    actions,
    begun,
    confirm,
    draft,
    found,
    fresh,
    is_done,
    look,
    make_ready,
    ours,
    outcomes,
    released,
    to_the_end,
)
from tests.store.serving import REST, assign, own, release

BEGUN, ENDED = BatchAction.BATCH_BEGUN, BatchAction.BATCH_DONE


@EVERY_VERB
def test_nothing_is_done_before_it_is_confirmed_and_then_all_of_it(desk: Desk, verb: Verb) -> None:
    numbers = make_ready(desk, verb)
    batch = draft(desk, verb, numbers)
    assert (batch.stage, batch.size, batch.done) == (Stage.DRAFT, 3, 0)
    assert not any(is_done(desk, verb, number) for number in numbers)
    view = confirm(desk, batch).view
    assert view
    assert "*B-1*: 3 of 3" in words_of(view)
    assert all(is_done(desk, verb, number) for number in numbers)
    done = fresh(desk, batch)
    assert (done.stage, done.done, done.refused) == (Stage.DONE, 3, 0)
    assert done.until == (START + REST if verb is RELEASE else None)


@EVERY_VERB
def test_each_line_is_on_the_record_under_its_number_and_the_batch_under_its_own_name(desk: Desk, verb: Verb) -> None:
    numbers = make_ready(desk, verb)
    before = {number: len(desk.entries(number)) for number in numbers}
    begun(desk, verb, numbers, CHLOE)
    action = {
        ASSIGN: InventoryAction.ASSIGNED,
        UNASSIGN: InventoryAction.UNASSIGNED,
        RELEASE: InventoryAction.NUMBER_RELEASED,
    }[verb]
    for number in numbers:
        told = [(entry.deed.action, entry.deed.who) for entry in desk.entries(number)[before[number] :]]
        assert told == [(action, CHLOE.user)]
    first, last = (entry.deed for entry in desk.entries("B-1"))
    assert (first.action, first.after["verb"], first.after["size"]) == (BEGUN, verb, 3)
    assert (last.action, last.after) == (ENDED, {"verb": verb, "done": 3, "size": 3})
    assert desk.verify().flaw is None


def test_a_line_that_cannot_be_done_leaves_the_others_as_they_are(desk: Desk) -> None:
    first, second, third = ours(desk, 3)
    assign(desk, second, "Contoso")
    batch = begun(desk, RELEASE, [first, "no number", second, third, E164("+12065550100"), first])
    assert outcomes(desk, batch) == [
        DONE,
        "port-bad-not-a-number",
        InventoryRefusal.IS_ASSIGNED,
        DONE,
        InventoryRefusal.NOT_OURS,
        BatchRefusal.SAID_BEFORE,
    ]
    assert (batch.size, batch.done, batch.refused) == (6, 2, 4)
    assert not is_done(desk, RELEASE, second)
    assert actions(desk, second) == [InventoryAction.ASSIGNED]


@EVERY_VERB
def test_what_was_done_meanwhile_is_refused_and_nothing_is_done_twice(desk: Desk, verb: Verb) -> None:
    numbers = make_ready(desk, verb, 2)
    first, second = draft(desk, verb, numbers), draft(desk, verb, numbers, CHLOE)
    confirm(desk, first)
    before = desk.everything()
    assert "nothing was changed" in confirm(desk, second, CHLOE).text
    assert desk.everything() == before


def test_a_list_of_which_nothing_can_be_done_cannot_be_confirmed(desk: Desk) -> None:
    (number,) = ours(desk, 1)
    assign(desk, number)
    view = look(desk, RELEASE, [number]).view
    assert view
    assert "submit" not in view
    assert "Nothing would be released." in words_of(view)


@EVERY_VERB
def test_numbers_of_another_workspace_are_not_ours_to_touch(desk: Desk, verb: Verb) -> None:
    numbers = ours(desk, 2, AWAY)
    before = desk.everything()["numbers"]
    batch = draft(desk, verb, numbers)
    assert "nothing was changed" in confirm(desk, batch).text
    assert desk.everything()["numbers"] == before


@EVERY_VERB
def test_the_same_confirmation_twice_is_one(desk: Desk, verb: Verb) -> None:
    batch = draft(desk, verb, make_ready(desk, verb))
    assert confirm(desk, batch, key="1").view == confirm(desk, batch, key="1").view
    before = desk.everything()
    assert "was begun already" in confirm(desk, batch, key="2").text
    assert desk.everything() == before
    assert actions(desk, "B-1") == [BEGUN, ENDED]


@pytest.mark.parametrize("by", [BEN, CHLOE], ids=lambda by: by.name)
def test_everybody_sees_the_lines_of_what_was_begun(desk: Desk, by: Member) -> None:
    batch = released(desk, [*ours(desk, 1), "nothing"])
    view = show.show_lines(desk.tools, click(by), batch.id).view
    assert view
    assert "1. ✓ `+44 20 7946 0000`" in words_of(view)
    assert "2. ✗ “nothing”" in words_of(view)
    assert "released 1 number" in show.show(desk.tools, click(by), batch.id).text


def test_batches_are_numbered_in_each_workspace_from_one(desk: Desk) -> None:
    first, second = ours(desk, 2)
    ours_too = own(desk, 1, EVE)
    assert [draft(desk, RELEASE, [each]).id for each in (first, second)] == [1, 2]
    release(desk, ours_too[0], EVE)
    assert found(desk, 1, AWAY).asked_by == EVE.user


def test_a_thousand_lines_are_the_most_and_can_be_done(desk: Desk) -> None:
    numbers = ours(desk, reading.MOST)
    batch = draft(desk, RELEASE, ["+44 20 7946 0000-0999"])
    assert batch.size == reading.MOST == 10 * AT_ONCE
    confirm(desk, batch)
    done = to_the_end(desk, batch)
    assert (done.stage, done.done) == (Stage.DONE, reading.MOST)
    assert all(is_done(desk, RELEASE, number) for number in (numbers[0], numbers[-1]))


def test_unassigned_first_and_then_released(desk: Desk) -> None:
    numbers = make_ready(desk, UNASSIGN)
    assert outcomes(desk, draft(desk, RELEASE, numbers)) == [None] * 3
    begun(desk, UNASSIGN, numbers)
    assert released(desk, numbers).done == 3

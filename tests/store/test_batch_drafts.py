"""What a batch would come to is looked at first, by its owner alone; bad input loses nothing, and nothing is done."""

import pytest

from handlers.batches import drafts, execution, show
from handlers.batches.requests import Many
from handlers.inventory.rules import InventoryRefusal
from handlers.kit.member import Click
from handlers.kit.refusals import RoleRefusal
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.kit.words import BadField, BadInput
from store.batches.types import DONE, BatchId, Form, Verb
from store.workspaces.types import ADMINS, Roles
from tests.desk import ADA, AWAY, BEN, CHLOE, EVE, Desk, click
from tests.rules.fields import as_sent
from tests.rules.shown import words_of
from tests.store.batching import (
    ASSIGN,
    EVERY_VERB,
    RELEASE,
    confirm,
    draft,
    found,
    fresh,
    is_done,
    lines,
    listed,
    look,
    make_ready,
    ours,
)
from tests.store.serving import QUEUE, there


@EVERY_VERB
def test_a_list_without_a_number_leaves_the_modal_open_and_nothing_behind(desk: Desk, verb: Verb) -> None:
    before = desk.everything()
    for typed in ([], ["nothing of the kind"]):
        assert set(look(desk, verb, typed).errors) == {"list"}
    assert desk.everything() == before


@EVERY_VERB
def test_a_list_that_is_too_long_leaves_the_modal_open_and_nothing_behind(desk: Desk, verb: Verb) -> None:
    before = desk.everything()
    with pytest.raises(BadField) as bad:
        look(desk, verb, ["+44 20 7946 0000-0999", "+12065550100"])
    assert (bad.value.field, bad.value.key) == ("list", "batch-too-many")
    with pytest.raises(BadInput) as typed:
        drafts.ask(desk.tools, click(BEN), Many(verb=verb, form=Form(typed="+44 20 7946 0000-0999, +12065550100")))
    assert (typed.value.key, typed.value.corrected) == ("batch-too-many", (f"{verb} many",))
    assert desk.everything() == before


def test_a_line_that_names_no_service_there_is_is_refused_and_the_others_are_not(desk: Desk) -> None:
    first, second = ours(desk, 2)
    batch = draft(desk, ASSIGN, [f"{first} to queue-x Sales", f"{second} to queue Sales"])
    confirm(desk, batch)
    assert [line.outcome for line in lines(desk, batch)] == [InventoryRefusal.NO_SERVICE, DONE]


def test_what_was_changed_since_it_was_looked_at_is_shown_anew_and_not_done(desk: Desk) -> None:
    first, second = ours(desk, 2)
    batch = draft(desk, RELEASE, [first])
    look(desk, RELEASE, [first, second], batch=batch)
    shown = execution.confirm(desk.tools, click(BEN), batch.id, batch.version)
    assert shown.view
    assert "*2 of 2* would be released" in words_of(shown.view)
    assert not is_done(desk, RELEASE, first)


@EVERY_VERB
def test_what_is_listed_in_a_command_is_looked_at_at_once(desk: Desk, verb: Verb) -> None:
    numbers = make_ready(desk, verb)
    typed = listed(numbers) + (' to queue "Sales"' if verb is ASSIGN else "")
    shown = drafts.ask(desk.tools, click(BEN), Many(verb=verb, form=Form(typed=typed)))
    assert shown.view
    assert shown.view["callback_id"] == "batch_confirm" or verb is ASSIGN
    assert found(desk, 1).size == 3
    assert drafts.ask(desk.tools, click(BEN), Many(verb=verb)).view


def test_a_draft_can_be_changed_and_is_only_its_owners(desk: Desk) -> None:
    first, second = ours(desk, 2)
    batch = draft(desk, RELEASE, [first])
    for by in (CHLOE, ADA):
        for work in (drafts.back, drafts.see, confirm_as_it_is):
            with pytest.raises(BadInput):
                work(desk.tools, click(by), batch.id)
        with pytest.raises(BadInput):
            look(desk, RELEASE, [second], by, batch=batch)
    for show_it in (show.show, show.show_lines):
        with pytest.raises(BadInput):
            show_it(desk.tools, click(BEN), batch.id)
    look(desk, RELEASE, [second], batch=batch)
    confirm(desk, batch)
    assert (is_done(desk, RELEASE, first), is_done(desk, RELEASE, second)) == (False, True)


def test_a_batch_of_another_workspace_cannot_be_reached(desk: Desk) -> None:
    numbers = ours(desk, 2, AWAY)
    batch = draft(desk, RELEASE, numbers, EVE)
    before = desk.everything()
    for work in (drafts.back, drafts.see, confirm_as_it_is, show.show, show.show_lines):
        with pytest.raises(BadInput) as bad:
            work(desk.tools, click(BEN), batch.id)
        assert bad.value.key == "no-such-batch"
    with pytest.raises(BadInput):
        look(desk, RELEASE, numbers, batch=batch)
    assert desk.everything() == before


def test_only_those_who_may_manage_write_and_confirm(desk: Desk) -> None:
    numbers = ours(desk, 1)
    batch = draft(desk, RELEASE, numbers)
    desk.set(roles=Roles(manage=ADMINS))
    before = desk.everything()
    replies: list[Reply] = [
        confirm(desk, batch),
        look(desk, RELEASE, numbers),
        drafts.ask(desk.tools, click(BEN), Many(verb=RELEASE)),
    ]
    assert {reply.refusal for reply in replies} == {RoleRefusal.MAY_NOT_MANAGE}
    assert desk.everything() == before


def test_what_is_listed_for_no_service_in_a_command_can_still_be_given_one(desk: Desk) -> None:
    numbers = ours(desk, 2)
    drafts.ask(desk.tools, click(BEN), Many(verb=ASSIGN, form=Form(typed=listed(numbers))))
    batch = found(desk, 1)
    view = drafts.back(desk.tools, click(BEN), batch.id).view
    assert view
    assert as_sent(view)["list"]["list"]["value"] == listed(numbers)
    look(desk, ASSIGN, numbers, kind=QUEUE, name="Sales", batch=batch)
    confirm(desk, batch)
    assert set(there(desk, "Sales")) == set(numbers)


def test_a_list_that_is_corrected_takes_the_place_of_the_one_before(desk: Desk) -> None:
    first, second, third = ours(desk, 3)
    batch = draft(desk, RELEASE, [first, second])
    look(desk, RELEASE, [third, "nothing"], batch=batch)
    changed = fresh(desk, batch)
    assert (changed.id, changed.size, changed.refused) == (batch.id, 2, 1)
    assert [line.e164 for line in lines(desk, batch)] == [third, None]
    assert len(desk.everything()["batches"]) == 1


def test_nothing_but_the_draft_is_written_down_before_it_is_confirmed(desk: Desk) -> None:
    numbers = ours(desk, 3)
    before = desk.everything()
    draft(desk, RELEASE, numbers)
    after = desk.everything()
    changed = {table for table in after if after[table] != before[table]}
    assert changed == {"batches", "batch_lines", "answers"}


def test_the_same_list_sent_twice_is_one_draft(desk: Desk) -> None:
    numbers = ours(desk, 2)
    assert look(desk, RELEASE, numbers, key="1").view == look(desk, RELEASE, numbers, key="1").view
    assert len(desk.everything()["batches"]) == 1


def confirm_as_it_is(tools: Tools, click_: Click, of: BatchId) -> Reply:
    return execution.confirm(tools, click_, of, 2)

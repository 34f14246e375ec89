"""What the clock does with batches: it goes on with long ones, and forgets drafts; whatever stops it loses nothing."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from handlers.batches import show
from handlers.batches.entries import BatchAction
from handlers.batches.execution import AT_ONCE
from handlers.inventory.entries import InventoryAction
from handlers.inventory.rules import InventoryRefusal
from handlers.kit import delivery
from handlers.kit.cards import CardOutbox
from handlers.kit.outgoing import Post
from handlers.kit.words import BadInput
from store.batches.types import DONE, Batch, Stage, Verb
from store.types import E164
from store.workspaces.types import Policy
from tests.desk import A_MOMENT, AWAY, BEN, CHLOE, EVE, HOME, START, Desk, click
from tests.rules.shown import words
from tests.store.batching import (
    EVERY_VERB,
    RELEASE,
    acquired,
    actions,
    begun,
    british,
    confirm,
    draft,
    fresh,
    is_done,
    look,
    make_ready,
    next_owed,
    ours,
    outcomes,
    released,
    ring,
    to_the_end,
)
from tests.store.owing import in_order, pay
from tests.store.serving import REST, assign, owned, ported, unassign

DAY = timedelta(days=1)


class PowerCut(Exception):
    pass


@contextmanager
def power_cut(desk: Desk, at: str) -> Iterator[None]:
    """Everything stops at the first statement that begins so."""

    def on_execute(_db: object, _cursor: object, sql: str, *_: object) -> None:
        if sql.startswith(at):
            raise PowerCut

    event.listen(desk.database.engine, "before_cursor_execute", on_execute)
    try:
        with pytest.raises((PowerCut, ExceptionGroup)):
            yield
    finally:
        event.remove(desk.database.engine, "before_cursor_execute", on_execute)


@EVERY_VERB
def test_a_long_list_is_done_a_hundred_lines_at_a_time_and_the_card_shows_how_far(desk: Desk, verb: Verb) -> None:
    batch = begun(desk, verb, make_ready(desk, verb, 250))
    shown = [(batch.stage, batch.done, "▰▰▰▰▱▱▱▱▱▱ 100 of 250" in card(desk, batch))]
    for _ in range(2):
        assert ring(desk) == 1
        batch = fresh(desk, batch)
        shown.append((batch.stage, batch.done, "▰▰▰▰▰▰▰▰▱▱ 200 of 250" in card(desk, batch)))
    assert shown == [(Stage.UNDER_WAY, 100, True), (Stage.UNDER_WAY, 200, True), (Stage.DONE, 250, False)]
    assert ring(desk) == 0
    assert outcomes(desk, batch) == [DONE] * 250


def card(desk: Desk, batch: Batch) -> str:
    """What the batch's card says, which is owed."""
    debt = next_owed(desk, CardOutbox.CARD)
    post = delivery.render(desk.tools, debt)
    pay(desk, debt)
    assert isinstance(post, Post)
    assert post.channel == batch.channel
    return words(post.message)


def test_what_the_clock_does_is_on_the_record_as_theirs_who_asked(desk: Desk) -> None:
    numbers = ours(desk, 101)
    to_the_end(desk, released(desk, numbers, CHLOE))
    for number in (numbers[0], numbers[-1]):
        (entry,) = desk.entries(number)
        assert (entry.deed.who, entry.deed.name) == (CHLOE.user, "chloe")
    assert [entry.deed.who for entry in desk.entries("B-1")] == [CHLOE.user] * 2
    assert desk.verify().flaw is None


def test_all_that_one_list_releases_rests_until_the_same_time(desk: Desk) -> None:
    numbers = ours(desk, 250)
    batch = released(desk, numbers)
    desk.set(rest_days=7)
    desk.clock.advance(timedelta(hours=1))
    to_the_end(desk, batch)
    found = [owned(desk, number) for number in numbers]
    assert {each.available_at for each in found if each} == {START + REST}


@pytest.mark.parametrize("at", ["UPDATE batch_lines", "INSERT INTO entries", "UPDATE batches", "INSERT INTO outbox"])
def test_a_crash_loses_nothing_and_repeats_nothing(desk: Desk, at: str) -> None:
    numbers = ours(desk, 150)
    batch = released(desk, numbers)
    before = desk.everything()
    with power_cut(desk, at):
        ring(desk)
    assert desk.everything() == before
    done = to_the_end(desk, batch)
    assert (done.stage, done.done) == (Stage.DONE, 150)
    assert [actions(desk, number) for number in numbers] == [[InventoryAction.NUMBER_RELEASED]] * 150
    assert actions(desk, "B-1") == [BatchAction.BATCH_BEGUN, BatchAction.BATCH_DONE]


def test_a_crash_at_the_confirmation_leaves_the_draft(desk: Desk) -> None:
    batch = draft(desk, RELEASE, ours(desk, 3))
    before = desk.everything()
    with power_cut(desk, "UPDATE batch_lines"):
        confirm(desk, batch)
    assert desk.everything() == before
    confirm(desk, batch)
    assert fresh(desk, batch).done == 3


def test_what_became_impossible_meanwhile_is_refused_by_the_clock(desk: Desk) -> None:
    numbers = ours(desk, 102)
    batch = released(desk, numbers)
    assign(desk, numbers[-1])
    done = to_the_end(desk, batch)
    assert (done.done, done.refused) == (101, 1)
    assert outcomes(desk, batch)[-1] == InventoryRefusal.IS_ASSIGNED


def test_what_was_refused_when_it_was_confirmed_is_not_done_later(desk: Desk) -> None:
    """Or what needs approval alone would be done without."""
    numbers = ours(desk, 102)
    assign(desk, numbers[-1])
    batch = released(desk, numbers)
    unassign(desk, numbers[-1])
    assert to_the_end(desk, batch).refused == 1
    assert not is_done(desk, RELEASE, numbers[-1])


def test_a_list_of_exactly_a_hundred_lines_is_done_at_once(desk: Desk) -> None:
    batch = released(desk, ours(desk, AT_ONCE))
    assert batch.stage is Stage.DONE
    assert ring(desk) == 0


def test_the_end_of_what_the_clock_did_is_told_under_the_card_once(desk: Desk) -> None:
    short = released(desk, acquired(desk, 2))
    assert [item for subject, kind, item in in_order(desk) if kind == CardOutbox.LINE and subject == short.name] == []
    batch = released(desk, ours(desk, 101))
    to_the_end(desk, batch)
    told = [item for subject, kind, item in in_order(desk) if kind == CardOutbox.LINE and subject == batch.name]
    assert told == [str(desk.entries(batch.name)[-1].number)]


def test_the_batches_of_all_workspaces_go_on_side_by_side(desk: Desk) -> None:
    ours_, theirs = ours(desk, 201), [f"+44207946{number:04}" for number in range(500, 701)]
    ported(desk, *map(E164, theirs), workspace=AWAY)
    first, second = released(desk, ours_), released(desk, theirs, EVE)
    assert ring(desk) == 2
    assert [fresh(desk, each).done for each in (first, second)] == [200, 200]
    assert ring(desk) == 2
    assert [fresh(desk, each).stage for each in (first, second)] == [Stage.DONE] * 2
    for workspace in (HOME, AWAY):
        assert desk.verify(workspace).flaw is None


@pytest.mark.parametrize("early", [A_MOMENT, timedelta(0)], ids=["a moment before", "after a day"])
def test_a_draft_is_kept_for_a_day_and_forgotten_then(desk: Desk, early: timedelta) -> None:
    before = desk.everything()
    batch = draft(desk, RELEASE, british(3))
    desk.clock.advance(DAY - early)
    assert ring(desk) == (0 if early else 1)
    assert bool(desk.everything()["batch_lines"]) == bool(early)
    if early:
        assert fresh(desk, batch) == batch
    else:
        assert _but(desk.everything(), "answers", "batches") == _but(before, "answers", "batches")
        assert fresh(desk, batch).stage is Stage.FORGOTTEN
        with pytest.raises(BadInput):
            confirm(desk, batch)
        for look_at in (show.show, show.show_lines):
            with pytest.raises(BadInput) as bad:
                look_at(desk.tools, click(BEN), batch.id)
            assert bad.value.key == "no-such-batch"


def test_a_draft_that_somebody_goes_on_with_is_kept_for_a_day_from_then(desk: Desk) -> None:
    batch = draft(desk, RELEASE, british(1))
    desk.clock.advance(DAY - A_MOMENT)
    look(desk, RELEASE, british(2), batch=batch)
    desk.clock.advance(DAY - A_MOMENT)
    assert ring(desk) == 0
    desk.clock.advance(A_MOMENT)
    assert ring(desk) == 1


def test_what_was_begun_is_never_forgotten(desk: Desk) -> None:
    first, second = acquired(desk, 2)
    done = released(desk, [first])
    desk.set(policy=Policy(releases=True))
    waits = released(desk, [second])
    desk.clock.advance(timedelta(days=500))
    while ring(desk):
        pass
    assert [fresh(desk, each).stage for each in (done, waits)] == [Stage.DONE, Stage.WITHDRAWN]


def _but(everything: Mapping[str, Any], *tables: str) -> dict[str, Any]:
    return {name: rows for name, rows in everything.items() if name not in tables}

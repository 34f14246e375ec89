"""Several do things with the same numbers at once, by batches and by single clicks: each line comes true once or not.

At a barrier first, whoever comes first; then made to happen, with the locks and, for control, without them.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from random import Random

from handlers.approvals.entries import ApprovalAction
from handlers.batches import clock
from handlers.batches import drafts as write
from handlers.batches.entries import BatchAction
from handlers.inventory.entries import InventoryAction
from handlers.inventory.rules import InventoryRefusal
from store.approvals.types import Verdict
from store.batches.types import DONE, Batch, Form, Stage
from store.numbers.types import Status
from store.session import Db
from store.types import E164
from store.workspaces.types import Policy
from tests.desk import A_MOMENT, ADA, AWAY, BEN, CHLOE, EVE, QUOTA, START, Desk, member
from tests.store.batching import (
    ASSIGN,
    RELEASE,
    acquired,
    actions,
    asked,
    british,
    confirm,
    draft,
    fresh,
    is_done,
    lines,
    look,
    ours,
    outcomes,
    released,
    restore_all,
    ring,
    to_the_end,
)
from tests.store.interleaving import meanwhile, without_locks
from tests.store.serving import BRIDGE, QUEUE, REST, assign, default_of, owned, release, restore, there
from tests.store.test_races import race, rounds

ADMINS = [member(f"UADMIN{number}") for number in range(6)]
NO_HURRY = 5.0  # seconds; without locks nobody waits so long
_LOOKED_UP = r"SELECT .*FROM \(SELECT numbers"  # what is read of numbers before it is decided


@rounds
def test_numbers_that_many_lists_assign_at_once_go_to_one_service_each(desk: Desk, round_: int) -> None:
    """Each list names them in another order, and a service of its own."""
    chance, numbers = Random(round_), ours(desk, 12)
    drafts = [
        draft(desk, ASSIGN, chance.sample(numbers, 8), by, form=Form(kind=QUEUE, name=f"Queue {at}"))
        for at, by in enumerate(ADMINS)
    ]
    race(*(partial(confirm, desk, batch, by) for batch, by in zip(drafts, ADMINS, strict=True)))
    done = [line for batch in drafts for line in lines(desk, batch) if line.outcome == DONE]
    assert len(done) == len({line.e164 for line in done})
    for line in done:
        assert line.e164
        found = owned(desk, line.e164)
        assert found
        assert found.service
        assert line.met
        assert found.service.name == line.met.name
        assert len(desk.entries(line.e164)) == 1
    assert desk.verify().flaw is None


@rounds
def test_a_bridge_that_many_lists_make_at_once_is_made_once_and_has_one_default(desk: Desk, round_: int) -> None:
    numbers = ours(desk, 24)
    Random(round_).shuffle(numbers)
    some = [numbers[at::6] for at in range(6)]
    drafts = [
        draft(desk, ASSIGN, these, by, form=Form(kind=BRIDGE, name="Contoso"))
        for these, by in zip(some, ADMINS, strict=True)
    ]
    race(*(partial(confirm, desk, batch, by) for batch, by in zip(drafts, ADMINS, strict=True)))
    assert set(there(desk, "Contoso")) == set(numbers)
    assert default_of(desk, "Contoso")
    became = [line.e164 for batch in drafts for line in lines(desk, batch) if line.is_default]
    assert became == [default_of(desk, "Contoso")]


@rounds
def test_one_releases_a_list_that_another_is_assigning_and_each_number_does_one_of_both(
    desk: Desk, round_: int
) -> None:
    numbers = ours(desk, 8)
    assigning, releasing = draft(desk, ASSIGN, numbers, ADA), draft(desk, RELEASE, [*reversed(numbers)], CHLOE)
    ways = [partial(confirm, desk, assigning, ADA), partial(confirm, desk, releasing, CHLOE)]
    ways += [partial(release, desk, numbers[0]), partial(assign, desk, numbers[1], "Front desk", QUEUE)]
    Random(round_).shuffle(ways)
    race(*ways)
    for number in numbers:
        found = owned(desk, number)
        assert found
        assert (found.status is Status.RESTING) == (found.service is None)
        assert len(desk.entries(number)) == 1


@rounds
def test_the_same_draft_that_is_confirmed_many_times_at_once_is_begun_once(desk: Desk, round_: int) -> None:
    numbers = ours(desk, 8)
    Random(round_).shuffle(numbers)
    batch = draft(desk, RELEASE, numbers)
    replies = race(*[lambda: confirm(desk, batch)] * 6)
    assert len([reply for reply in replies if reply.view]) == 1
    assert len([reply for reply in replies if "was begun already" in reply.text]) == 5
    assert actions(desk, batch.name) == [BatchAction.BATCH_BEGUN, BatchAction.BATCH_DONE]
    assert [actions(desk, number) for number in numbers] == [[InventoryAction.NUMBER_RELEASED]] * 8


@rounds
def test_of_many_who_are_the_last_to_approve_one_releases(desk: Desk, round_: int) -> None:
    numbers = ours(desk, 5)
    desk.set(policy=Policy(approvals=1 + round_ % 2, releases=True))
    batch = released(desk, numbers)
    request = asked(desk, batch)
    Random(round_).shuffle(approvers := list(ADMINS))
    race(*(partial(desk.approve, by, request) for by in approvers))
    race(*[lambda: ring(desk)] * 3)
    assert len(asked(desk, batch).approvals) == request.needed
    told = [
        BatchAction.RELEASE_ASKED,
        *[ApprovalAction.APPROVED] * request.needed,
        BatchAction.BATCH_BEGUN,
        BatchAction.BATCH_DONE,
    ]
    assert actions(desk, batch.name) == told
    assert [actions(desk, number) for number in numbers] == [[InventoryAction.NUMBER_RELEASED]] * 5


@rounds
def test_a_request_comes_to_one_end_whoever_decides(desk: Desk, round_: int) -> None:
    numbers = ours(desk, 3)
    desk.set(policy=Policy(releases=True))
    batch = released(desk, numbers)
    request = asked(desk, batch)
    ways = [
        lambda: desk.approve(ADA, request),
        lambda: desk.approve(CHLOE, request),
        lambda: desk.decline(ADMINS[0], request),
        lambda: desk.withdraw(BEN, request),
    ]
    Random(round_).shuffle(ways)
    race(*ways)
    ring(desk)
    ended, verdict = fresh(desk, batch), asked(desk, batch).verdict
    assert (verdict, ended.stage) in (
        (Verdict.APPROVED, Stage.DONE),
        (Verdict.DECLINED, Stage.DECLINED),
        (Verdict.WITHDRAWN, Stage.WITHDRAWN),
    )
    assert {is_done(desk, RELEASE, number) for number in numbers} == {verdict is Verdict.APPROVED}


@rounds
def test_at_the_second_the_rest_ends_a_list_is_restored_or_others_have_its_numbers(desk: Desk, round_: int) -> None:
    """The clocks of the processes differ by a moment."""
    chance = Random(round_)
    numbers = acquired(desk, 4)
    batch = released(desk, numbers)
    soon = [desk.at(START + REST - A_MOMENT * chance.randint(0, 1)) for _ in range(5)]
    ways: list[Callable[[], object]] = [
        lambda: restore_all(soon[0], batch),
        lambda: restore(soon[1], numbers[0], ADA),
        lambda: soon[2].reserve(EVE, 2),
        lambda: soon[3].reserve(CHLOE, 2),
        lambda: ring(soon[4]),
    ]
    chance.shuffle(ways)
    race(*ways)
    after = desk.at(START + REST)
    ring(after)
    again = [number for number in numbers if actions(desk, number)[-1] == InventoryAction.RESTORED]
    ours_now = [number for number in numbers if owned(after, number)]
    assert ours_now == again
    ended = [
        entry.deed.before["size"] for entry in desk.entries(batch.name) if entry.deed.action == BatchAction.REST_ENDED
    ]
    assert ended == ([4 - len(again)] if len(again) < 4 else [])
    assert after.to_be_had() + after.in_use() + after.in_use(AWAY) == 4


@rounds
def test_clocks_that_ring_at_once_do_each_line_once(desk: Desk, round_: int) -> None:
    numbers = ours(desk, 250 + round_)
    batch = released(desk, numbers)
    race(*[lambda: ring(desk)] * 4)
    done = to_the_end(desk, batch)
    assert (done.stage, done.done) == (Stage.DONE, len(numbers))
    assert actions(desk, batch.name) == [BatchAction.BATCH_BEGUN, BatchAction.BATCH_DONE]
    assert {len(desk.entries(number)) for number in numbers[::50]} == {1}
    assert desk.verify().flaw is None


@rounds
def test_many_restore_the_same_card_at_once_and_it_is_restored_once(desk: Desk, round_: int) -> None:
    numbers = acquired(desk, 4)
    Random(round_).shuffle(numbers)
    batch = released(desk, numbers)
    acquired(desk, QUOTA - 4, first=100)
    ways: list[Callable[[], object]] = [
        *[lambda: restore_all(desk, batch)] * 4,
        *(partial(restore, desk, number) for number in numbers[:2]),
    ]
    Random(round_).shuffle(ways)
    race(*ways)
    assert [actions(desk, number).count(InventoryAction.RESTORED) for number in numbers] == [1] * 4
    assert desk.in_use() == QUOTA
    told = [entry.deed.after["numbers"] for entry in desk.entries(batch.name)[2:]]
    assert sorted(number for some in told for number in some) == sorted(numbers)


def _are_broken(desk: Desk, numbers: Sequence[E164]) -> bool:
    """Whether one of these numbers rests that still serves something."""
    found = [owned(desk, number) for number in numbers]
    return any(each and each.status is Status.RESTING and each.service for each in found)


def test_a_number_that_is_being_assigned_is_not_released_by_a_list_meanwhile(desk: Desk) -> None:
    numbers = ours(desk, 3)
    batch = draft(desk, RELEASE, numbers)
    with meanwhile(desk.database, _LOOKED_UP, lambda: confirm(desk, batch)):
        assert not assign(desk, numbers[1], by=ADA).refusal
    assert outcomes(desk, batch) == [DONE, InventoryRefusal.IS_ASSIGNED, DONE]
    assert not _are_broken(desk, numbers)


def test_without_locks_it_would_be(desk: Desk) -> None:
    numbers = ours(desk, 3)
    batch = draft(desk, RELEASE, numbers)
    with without_locks(desk.database) as database:
        unlocked = desk.through(database)
        with meanwhile(database, _LOOKED_UP, lambda: confirm(unlocked, batch), NO_HURRY):
            assign(unlocked, numbers[1], by=ADA)
    assert outcomes(desk, batch) == [DONE] * 3
    assert _are_broken(desk, numbers)


def _told_begun(desk: Desk, batch: Batch) -> int:
    return actions(desk, batch.name).count(BatchAction.BATCH_BEGUN)


def test_a_draft_that_is_being_confirmed_is_not_confirmed_again_meanwhile(desk: Desk) -> None:
    batch = draft(desk, RELEASE, ours(desk, 2))
    with meanwhile(desk.database, _LOOKED_UP, lambda: confirm(desk, batch)) as other:
        confirm(desk, batch)
    assert "was begun already" in other.result().text
    assert _told_begun(desk, batch) == 1


def test_without_locks_it_would_be_begun_twice(desk: Desk) -> None:
    batch = draft(desk, RELEASE, ours(desk, 2))
    with without_locks(desk.database) as database:
        unlocked = desk.through(database)
        with meanwhile(database, _LOOKED_UP, lambda: confirm(unlocked, batch), NO_HURRY):
            confirm(unlocked, batch)
    assert _told_begun(desk, batch) == 2


def test_a_draft_that_is_forgotten_while_its_owner_goes_on_is_not(desk: Desk) -> None:
    """The clock has seen that it is due, and its owner writes on before the clock has the lock."""
    batch = draft(desk, RELEASE, british(1))
    desk.clock.advance(write.KEPT_FOR)

    def begin() -> AbstractContextManager[Db]:
        look(desk, RELEASE, british(2), batch=batch)
        return desk.tools.begin()

    assert clock.ring(replace(desk.tools, begin=begin)) == 0
    assert fresh(desk, batch).size == 2

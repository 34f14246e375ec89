"""Several do things with one number at the same moment: exactly one wins, and what must not be never is.

At a barrier first, whoever comes first; then made to happen, with the locks and, for control, without them.
"""

from collections.abc import Callable
from functools import partial
from random import Random

from handlers.inventory.entries import InventoryAction
from handlers.inventory.rules import InventoryRefusal
from handlers.kit.reply import Reply
from store.numbers.types import Status
from store.types import E164
from tests.desk import A_MOMENT, ADA, BEN, CHLOE, EVE, QUOTA, START, Desk, holds_in, member
from tests.store.interleaving import meanwhile, without_locks
from tests.store.serving import (
    QUEUE,
    REST,
    assign,
    default_of,
    exported,
    own,
    owned,
    release,
    restore,
    service,
    there,
    unassign,
)
from tests.store.test_races import race, rounds

ADMINS = [member(f"UADMIN{number}") for number in range(8)]
NO_HURRY = 5.0  # seconds; without locks nobody waits so long
_FOUND = r"SELECT .*FROM \(SELECT numbers"  # what is read of a number before it is decided


@rounds
def test_a_number_that_many_assign_at_once_goes_to_exactly_one_service(desk: Desk, round_: int) -> None:
    (number,) = own(desk)
    Random(round_).shuffle(names := [f"Queue {at}" for at in range(8)])
    replies = race(*(partial(assign, desk, number, name, QUEUE, by) for name, by in zip(names, ADMINS, strict=True)))
    assert len([reply for reply in replies if not reply.refusal]) == 1
    found = owned(desk, number)
    assert found
    assert found.service
    assert [entry.deed.after["service"] for entry in desk.entries(number)] == [found.service.name]


@rounds
def test_a_service_that_many_make_at_once_is_made_once_and_has_one_default(desk: Desk, round_: int) -> None:
    numbers = own(desk, 8)
    Random(round_).shuffle(numbers)
    ways = [partial(assign, desk, number, by=by) for number, by in zip(numbers, ADMINS, strict=True)]
    assert [reply.refusal for reply in race(*ways)] == [""] * 8
    assert service(desk, "Contoso").id == 1
    assert set(there(desk, "Contoso")) == set(numbers)
    assert default_of(desk, "Contoso")


@rounds
def test_one_releases_what_another_is_assigning_and_one_of_them_is_refused(desk: Desk, round_: int) -> None:
    (number,) = own(desk)
    ways = [lambda: assign(desk, number, by=ADA), lambda: release(desk, number, CHLOE)]
    Random(round_).shuffle(ways)
    replies = race(*ways)
    assert len([reply for reply in replies if reply.refusal]) == 1
    found = owned(desk, number)
    assert found
    assert (found.status is Status.RESTING) == (found.service is None)
    assert len(desk.entries(number)) == 1


@rounds
def test_at_the_second_the_rest_ends_a_number_is_restored_or_reserved_never_both(desk: Desk, round_: int) -> None:
    """The clocks of the processes differ by a moment; another workspace and our own want it too."""
    chance = Random(round_)
    (number,) = own(desk)
    release(desk, number)
    soon = [desk.at(START + REST - A_MOMENT * chance.randint(0, 1)) for _ in range(6)]
    ways: list[Callable[[], Reply]] = [
        lambda: restore(soon[0], number, BEN),
        lambda: restore(soon[1], number, ADA),
        lambda: soon[2].reserve(EVE, 1),
        lambda: soon[3].reserve(EVE, 1),
        lambda: soon[4].reserve(CHLOE, 1),
        lambda: soon[5].reserve(CHLOE, 1),
    ]
    chance.shuffle(ways)
    replies = race(*ways)
    restored = [reply for reply in replies if "is ours again" in reply.text]
    held = list(holds_in(replies))
    assert len(restored) + len(held) <= 1
    after = desk.at(START + REST)
    found = owned(after, number)
    assert bool(found) == bool(restored)
    assert [entry.deed.action for entry in desk.entries(number)].count(InventoryAction.RESTORED) == len(restored)
    assert after.to_be_had() == 1 - len(restored) - len(held)


@rounds
def test_many_restore_at_once_and_the_quota_is_kept(desk: Desk, round_: int) -> None:
    numbers = own(desk, 8)
    for number in numbers:
        release(desk, number)
    own(desk, QUOTA - 3)
    Random(round_).shuffle(numbers)
    replies = race(*(partial(restore, desk, number) for number in numbers))
    assert len([reply for reply in replies if not reply.refusal]) == 3
    assert desk.in_use() == QUOTA


@rounds
def test_a_bridge_has_one_default_whoever_takes_which_number_away(desk: Desk, round_: int) -> None:
    first, second, third = own(desk, 3)
    for number in (first, second, third):
        assign(desk, number)
    ways = [lambda: unassign(desk, first, second), lambda: unassign(desk, first, third), lambda: unassign(desk, second)]
    Random(round_).shuffle(ways)
    race(*ways)
    assert default_of(desk, "Contoso") in set(there(desk, "Contoso"))
    assert first not in there(desk, "Contoso")


@rounds
def test_an_export_beside_changes_has_each_number_once(desk: Desk, round_: int) -> None:
    numbers = own(desk, 8)
    ways: list[Callable[[], object]] = [lambda: exported(desk)]
    ways += [partial(assign, desk, number) for number in numbers]
    Random(round_).shuffle(ways)
    (rows,) = [told for told in race(*ways) if isinstance(told, list)]
    assert [row["number"] for row in rows] == numbers


def _is_broken(desk: Desk, number: E164) -> bool:
    """Whether a number rests that still serves something."""
    found = owned(desk, number)
    return found is not None and found.status is Status.RESTING and found.service is not None


def test_a_number_that_is_being_assigned_is_not_released_meanwhile(desk: Desk) -> None:
    (number,) = own(desk)
    with meanwhile(desk.database, _FOUND, lambda: release(desk, number)) as other:
        assert not assign(desk, number, by=ADA).refusal
    assert other.result().refusal == InventoryRefusal.IS_ASSIGNED
    assert not _is_broken(desk, number)


def test_without_locks_it_would_be(desk: Desk) -> None:
    (number,) = own(desk)
    with without_locks(desk.database) as database:
        unlocked = desk.through(database)
        with meanwhile(database, _FOUND, lambda: release(unlocked, number), NO_HURRY) as other:
            assign(unlocked, number, by=ADA)
        assert not other.result().refusal
    assert _is_broken(desk, number)


def test_at_the_very_end_either_it_is_restored_or_another_reserves(desk: Desk) -> None:
    """The click is decided just before the end, and goes on after it."""
    (number,) = own(desk)
    release(desk, number)
    before, after = desk.at(START + REST - A_MOMENT), desk.at(START + REST)
    with meanwhile(desk.database, _FOUND, lambda: after.reserve(EVE, 1)):
        reply = restore(before, number)
    assert [after.in_use(), after.in_use(EVE.workspace)] in ([1, 0], [0, 1])
    assert bool(reply.refusal) == (after.in_use() == 0)
    assert len(desk.entries(number)) == 2 - bool(reply.refusal)

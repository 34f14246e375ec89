"""Many numbers go to services and leave them by the rules for one: each to one at a time, a bridge with one default."""

import pytest

from handlers.batches.lines import BatchRefusal
from handlers.inventory.rules import InventoryRefusal
from handlers.quota.rules import QuotaRefusal
from store.batches.types import DONE, Form
from store.services.types import ServiceKind
from store.types import E164
from store.workspaces.types import Credits
from tests.desk import TOLL_FREE, Desk
from tests.store.batching import (
    ASSIGN,
    UNASSIGN,
    begun,
    confirm,
    draft,
    lines,
    ours,
    outcomes,
    to_the_end,
    toll_free,
)
from tests.store.serving import BRIDGE, QUEUE, assign, default_of, own, owned, there


def test_each_line_goes_to_its_own_service_and_the_others_to_the_one_below(desk: Desk) -> None:
    first, second, third, fourth = ours(desk, 4)
    said = [f'{first} to bridge "Contoso"', second, f"{third} to auto attendant Front desk", f"{fourth} to queue sales"]
    batch = begun(desk, ASSIGN, said)
    assert outcomes(desk, batch) == [DONE] * 4
    assert set(there(desk, "Contoso")) == {first}
    assert set(there(desk, "Front desk")) == {third}
    assert set(there(desk, "Sales")) == {second, fourth}


def test_a_line_without_any_service_is_refused(desk: Desk) -> None:
    first, second = ours(desk, 2)
    batch = begun(desk, ASSIGN, [first, f"{second} to queue Sales"], form=Form())
    assert outcomes(desk, batch) == [InventoryRefusal.NO_SERVICE, DONE]


@pytest.mark.parametrize(
    ("said", "default"),
    [
        pytest.param(["", "", ""], 0, id="the first toll number, where nothing is said"),
        pytest.param(["", " default", ""], 1, id="the one that is named"),
        pytest.param([" default", "", " default"], 2, id="the last that is named"),
    ],
)
def test_a_bridge_that_a_list_makes_has_one_default(desk: Desk, said: list[str], default: int) -> None:
    (free,) = own(desk, wanted=TOLL_FREE)
    numbers = ours(desk, 3)
    listing = [f'{number} to bridge "Contoso"{default}' for number, default in zip(numbers, said, strict=True)]
    assert outcomes(desk, begun(desk, ASSIGN, listing)) == [DONE] * 3
    assign(desk, free, "Contoso")
    assert default_of(desk, "Contoso") == numbers[default]


def test_a_list_that_takes_all_numbers_of_a_bridge_away_takes_the_default_last(desk: Desk) -> None:
    numbers = ours(desk, 4)
    for number in numbers:
        assign(desk, number, "Contoso")
    batch = begun(desk, UNASSIGN, numbers)
    assert outcomes(desk, batch) == [DONE] * 4
    assert there(desk, "Contoso") == {}
    assert [line.e164 for line in lines(desk, batch)] == numbers


def test_a_list_that_leaves_a_toll_number_leaves_the_default_too(desk: Desk) -> None:
    first, second, third = ours(desk, 3)
    for number in (first, second, third):
        assign(desk, number, "Contoso")
    batch = begun(desk, UNASSIGN, [first, third])
    assert outcomes(desk, batch) == [InventoryRefusal.NAME_NEXT_DEFAULT, DONE]
    assert there(desk, "Contoso") == {first: True, second: False}


@pytest.mark.parametrize("set_up", [False, True], ids=["before credits", "with credits"])
def test_toll_free_numbers_are_assigned_only_while_credits_are_set_up(desk: Desk, set_up: bool) -> None:
    (free,), (number,) = toll_free(desk), ours(desk, 1)
    batch = draft(desk, ASSIGN, [free, number])
    desk.set(credits=Credits(set_up=set_up))
    confirm(desk, batch)
    assert outcomes(desk, batch) == [DONE if set_up else QuotaRefusal.NO_CREDITS, DONE]


def test_a_toll_free_number_becomes_no_default_though_it_is_first(desk: Desk) -> None:
    (free,), (number,) = toll_free(desk), ours(desk, 1)
    begun(desk, ASSIGN, [free, number], form=Form(kind=BRIDGE, name="Contoso"))
    assert there(desk, "Contoso") == {free: False, number: True}


def test_what_was_written_with_accents_goes_to_the_service_that_is_there(desk: Desk) -> None:
    first, second, third = ours(desk, 3)
    assign(desk, first, "Café", QUEUE)
    begun(desk, ASSIGN, [f"{second} to queue CAFE", f"{third} to bridge Café"])
    assert [served(desk, number) for number in (first, second, third)] == [(QUEUE, 1), (QUEUE, 1), (BRIDGE, 2)]


def served(desk: Desk, e164: E164) -> tuple[ServiceKind, int] | None:
    """The kind of the service that a number serves, and which it is."""
    found = owned(desk, e164)
    return (found.service.kind, found.service.id) if found and found.service else None


def test_a_service_that_many_lines_name_is_made_once(desk: Desk) -> None:
    numbers = ours(desk, 120)
    done = to_the_end(desk, begun(desk, ASSIGN, [f"{number} to queue NEW" for number in numbers]))
    assert done.done == 120
    assert {served(desk, number) for number in numbers} == {(QUEUE, 1)}


def test_a_number_serves_one_service_at_a_time(desk: Desk) -> None:
    first, second = ours(desk, 2)
    assign(desk, first, "Contoso")
    batch = begun(desk, ASSIGN, [first, second, f"{second} to queue Support"])
    assert outcomes(desk, batch) == [InventoryRefusal.IS_ASSIGNED, DONE, BatchRefusal.SAID_BEFORE]
    assert set(there(desk, "Contoso")) == {first}
    assert set(there(desk, "Sales")) == {second}


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        pytest.param("x" * 60, DONE, id="the longest name"),
        pytest.param("x" * 61, InventoryRefusal.LONG_NAME, id="one character more"),
        pytest.param("x" * 2_000, InventoryRefusal.LONG_NAME, id="many more"),
    ],
)
def test_a_name_that_is_too_long_is_refused_and_not_cut(desk: Desk, name: str, outcome: str) -> None:
    first, second = ours(desk, 2)
    assert outcomes(desk, begun(desk, ASSIGN, [first, f"{second} to queue {name}"])) == [DONE, outcome]

"""Holds of one number and of 1,500: shown whole, and chosen from by whatever is handiest for so many."""

from dataclasses import replace

import pytest

from handlers.kit.blocks import pretty
from store.holds.types import Outcome
from store.workspaces.types import Licences
from tests.flow.desk import ALONE, Desk
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.slack import View


@pytest.fixture
def ada(shared: Product, ada: Member) -> Member:
    """With licences for the largest quota there is."""
    shared.set_up(replace(ALONE, licences=Licences(phone_system=50_000)))
    return ada


def hold(desk: Desk, ada: Member, size: int) -> View:
    """Hold so many and open the modal in which to choose."""
    assert f"You hold *{size:,} toll number".replace(",", "") in ada.types(f"reserve {size} GB").text.replace(",", "")
    return ada.chooses(desk.card("H-1"), "Acquire numbers")


@pytest.mark.parametrize("size", [1, 10, 11, 100, 101, 1_500])
def test_show_numbers_shows_every_number(desk: Desk, ada: Member, size: int) -> None:
    ada.types(f"reserve {size} GB")
    card = desk.card("H-1")
    assert len(card.numbers) == min(size, 10)
    assert (f"and {size - 10:,} more" in card.words) == (size > 10)
    view = ada.chooses(card, "Show numbers")
    assert sorted(view.numbers) == sorted(desk.took("H-1"))


@pytest.mark.parametrize(
    ("size", "element"),
    [
        pytest.param(1, "checkboxes", id="one"),
        pytest.param(10, "checkboxes", id="as many as there can be checkboxes"),
        pytest.param(11, "multi_static_select", id="one more"),
        pytest.param(100, "multi_static_select", id="as many as a list can show"),
    ],
)
def test_up_to_a_hundred_are_chosen_one_by_one_and_all_are_chosen_beforehand(
    desk: Desk, ada: Member, size: int, element: str
) -> None:
    view = hold(desk, ada, size)
    assert view.element("numbers")["type"] == element
    chosen = view.standing("numbers")
    assert chosen == view.options("numbers") == sorted(desk.took("H-1"))
    keep = chosen[: (size + 1) // 2]
    assert ada.submits(view, numbers=keep)["ok"]
    assert [e164 for e164, outcome in desk.took("H-1").items() if outcome is Outcome.ACQUIRED] == keep
    assert desk.in_use().acquired == len(keep)


def test_a_choice_of_nothing_is_refused_at_its_field_and_nothing_is_lost(desk: Desk, ada: Member) -> None:
    view = hold(desk, ada, 101)
    errors = ada.submits(view, which="only", note="Front desk")["response"]["errors"]
    assert errors == {"find": "Say which: find them in the list or write ranges."}
    assert ada.modal().standing("note") == "Front desk"
    assert ada.submits(ada.modal(), which="all")["response"] is None
    assert desk.outcomes("H-1") == {Outcome.ACQUIRED: 101}
    assert desk.hold("H-1").note == "Front desk"


@pytest.mark.parametrize("size", [101, 1_500])
def test_above_a_hundred_all_are_acquired_unless_something_else_is_said(desk: Desk, ada: Member, size: int) -> None:
    view = hold(desk, ada, size)
    assert view.inputs == ["which", "find", "ranges", "purpose", "note"]
    assert view.standing("which") == "all"
    assert ada.submits(view)["ok"]
    assert desk.outcomes("H-1") == {Outcome.ACQUIRED: size}
    assert f"acquired *{size:,} of" in desk.card("H-1", "acquired").words


@pytest.mark.parametrize("which", ["only", "except"])
def test_above_a_hundred_some_are_found_as_one_types_and_others_named_in_ranges(
    desk: Desk, ada: Member, which: str
) -> None:
    view = hold(desk, ada, 1_500)
    numbers = list(desk.took("H-1"))
    found = ada.finds(view, "find", numbers[0][-4:])
    assert numbers[0] in found
    ranges = f"{numbers[100]} - {numbers[149][-4:]}, {numbers[200]}"
    named = {numbers[0], *(e164 for e164 in numbers if numbers[100] <= e164 <= numbers[149]), numbers[200]}

    ada.submits(view, which=which, find=[numbers[0]], ranges=ranges)
    count = len(named) if which == "only" else len(numbers) - len(named)
    assert f"{count:,} numbers of 1,500 are acquired." in ada.modal().words
    assert f"is read as 50 numbers: {pretty(numbers[100])} to {pretty(numbers[149])}." in ada.modal().words
    assert Outcome.ACQUIRED not in desk.outcomes("H-1")
    assert ada.submits(ada.modal())["response"] is None
    acquired = {e164 for e164, outcome in desk.took("H-1").items() if outcome is Outcome.ACQUIRED}
    assert acquired == (named if which == "only" else set(numbers) - named)


@pytest.mark.parametrize(
    ("typed", "field", "error"),
    [
        pytest.param({"ranges": "+44 28 9649 6000-6009"}, "which", "You named numbers below", id="ranges beside All"),
        pytest.param({"which": "only", "ranges": "12345x"}, "ranges", "“12345x” is not a number", id="no number"),
        pytest.param(
            {"which": "except", "ranges": "+44 28 9649 6000 - 6100"}, "find", "at least one", id="all but all"
        ),
    ],
)
def test_what_cannot_be_meant_is_said_at_its_field(
    desk: Desk, ada: Member, typed: dict[str, str], field: str, error: str
) -> None:
    view = hold(desk, ada, 101)
    errors = ada.submits(view, **typed)["response"]["errors"]
    assert list(errors) == [field]
    assert error in errors[field]
    assert desk.in_use().acquired == 0


def test_more_than_the_largest_quota_is_not_a_quantity(ada: Member) -> None:
    assert "must be a whole number from 1 to 1,500" in ada.types("reserve 1501 GB").text

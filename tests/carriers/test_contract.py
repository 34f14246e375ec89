"""What every carrier's client promises, tried at its local carrier: what differs is told by the carrier's rules."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from handlers.kit.carriers import (
    CarrierAnswer,
    CarrierRefused,
    CarrierSilent,
    LineState,
    Part,
    Want,
)
from store.types import Kind, Place
from tests.carriers.conftest import AGES, SEATTLE, SOON, Side, numbers_of, states_of


def ordered_part(side: Side, held: CarrierAnswer, count: int) -> CarrierAnswer:
    """Order the first numbers of a hold, in the way that the carrier's rules ask for."""
    wanted, rest = numbers_of(held)[:count], numbers_of(held)[count:]
    if not side.client.rules.orders_part:
        held = side.client.drop(held, rest)
    return side.client.order(held, wanted, agreed_not_to_resell=True)


def test_the_key_is_tried(side: Side) -> None:
    balance = side.client.check()
    told = side.state()["balance"]
    assert (balance and float(balance.amount)) == told


def test_a_search_tells_place_kind_and_price(side: Side) -> None:
    offers = side.offers(5)
    assert len(offers) == 5
    assert {offer.place for offer in offers} == {Place(country="US", region="Washington", city="Seattle")}
    assert {offer.kind for offer in offers} == {Kind.TOLL}
    assert all(offer.price and offer.price.monthly and offer.price.currency == "USD" for offer in offers)


def test_toll_free_numbers_are_of_a_country(side: Side) -> None:
    offers = side.offers(2, Want(country="US", kind=Kind.TOLL_FREE))
    assert [(offer.place, offer.kind) for offer in offers] == [(Place(country="US"), Kind.TOLL_FREE)] * 2


def test_a_country_without_cities_has_numbers_too(side: Side) -> None:
    assert side.offers(1, Want(country="GB", kind=Kind.TOLL))[0].place == Place(country="GB")


@pytest.mark.parametrize(
    "want",
    [
        pytest.param(Want(country="JP", kind=Kind.TOLL), id="in a country"),
        pytest.param(Want(country="JP", region="Kyoto", city="Kyoto", kind=Kind.TOLL), id="in a city of one"),
        pytest.param(Want(country="US", region="WA", city="Atlantis", kind=Kind.TOLL), id="in a city"),
        pytest.param(Want(country="US", region="ZZ", kind=Kind.TOLL), id="in a region"),
        pytest.param(Want(country="JP", kind=Kind.TOLL_FREE), id="toll-free"),
    ],
)
def test_where_it_has_no_numbers_it_offers_none_and_refuses_nobody(side: Side, want: Want) -> None:
    found = side.client.search(want, within=5)
    assert (list(found.offers), found.more) == ([], False)


@pytest.mark.parametrize(
    ("part", "want", "is_so"),
    [
        pytest.param(
            Part.STARTS, replace(SEATTLE, starts="425"), lambda each: each.startswith("425"), id="begins with"
        ),
        pytest.param(Part.CONTAINS, replace(SEATTLE, contains="5501"), lambda each: "5501" in each, id="has in it"),
        pytest.param(Part.ENDS, replace(SEATTLE, ends="7"), lambda each: each.endswith("7"), id="ends with"),
    ],
)
def test_what_it_can_be_asked_for_is_what_it_answers(
    side: Side, part: Part, want: Want, is_so: Callable[[str], bool]
) -> None:
    if part not in side.client.rules.parts:
        pytest.skip("this carrier cannot be asked for it, and says so in its rules")
    offers = side.client.search(want, within=5).offers
    assert offers
    assert all(is_so(offer.number[2:]) for offer in offers)


def test_more_than_was_asked_for_is_not_shown_but_told(side: Side) -> None:
    found = side.client.search(replace(SEATTLE, limit=2), within=5)
    assert len(found.offers) == 2
    assert found.more


def test_a_search_that_takes_too_long_is_given_up(side: Side) -> None:
    side.control("fault", operation="search", delay_seconds=1)
    with pytest.raises(CarrierSilent):
        side.client.search(SEATTLE, within=0.2)


def test_a_hold_has_the_carriers_own_end(side: Side) -> None:
    held = side.hold()
    assert states_of(held) == {LineState.HELD}
    assert all(line.until and line.until > side.now for line in held.lines)
    assert side.states(*numbers_of(held)) == ["reserved"] * 3
    assert side.client.held(held.reference) == held


def test_what_is_held_is_not_offered(side: Side) -> None:
    held = side.hold()
    offered = {offer.number for offer in side.client.search(replace(SEATTLE, limit=100), within=5).offers}
    assert offered.isdisjoint(numbers_of(held))


def test_the_same_reference_twice_is_one_hold(side: Side) -> None:
    reference, offers = uuid4(), side.offers()
    first = side.client.hold(reference, offers)
    again = side.client.hold(reference, offers)
    assert (again.id, numbers_of(again), states_of(again)) == (first.id, numbers_of(first), {LineState.HELD})


def test_a_number_that_somebody_else_got_is_refused_alone(side: Side) -> None:
    offers = side.offers()
    side.control("take", numbers=[offers[0].number])
    held = side.client.hold(uuid4(), offers)
    lines = {line.number: line for line in held.lines}
    gone = lines.pop(offers[0].number)
    assert gone.state is LineState.REFUSED
    assert gone.code in ("taken", "FailedToReserveNumber")
    assert {line.state for line in lines.values()} == {LineState.HELD}


def test_an_unknown_reference_is_nobodys(side: Side) -> None:
    assert side.client.held(uuid4()) is None
    assert side.client.ordered(uuid4()) is None


def test_a_hold_can_be_longer(side: Side) -> None:
    held = side.hold()
    before = min(line.until for line in held.lines if line.until)
    side.pass_time(SOON)
    extended = side.client.extend(held, before + timedelta(minutes=1))
    assert all(line.until and line.until > before for line in extended.lines)
    assert states_of(side.client.held(held.reference)) == {LineState.HELD}


def test_a_hold_that_is_long_enough_is_left_alone(side: Side) -> None:
    held = side.hold()
    assert side.client.extend(held, side.now) == held


def test_a_hold_ends_by_itself(side: Side) -> None:
    held = side.hold()
    side.pass_time(timedelta(seconds=AGES))
    assert states_of(side.client.held(held.reference)) == {LineState.ENDED}
    assert side.states(*numbers_of(held)) == ["free"] * 3


def test_numbers_are_given_back_where_the_rules_say_so(side: Side) -> None:
    held = side.hold()
    first, *others = numbers_of(held)
    if not side.client.rules.gives_back:
        with pytest.raises(CarrierRefused):
            side.client.drop(held, [first])
        assert side.states(first) == ["reserved"]
        return
    side.client.drop(held, [first])
    assert side.states(first, *others) == ["free", "reserved", "reserved"]
    side.client.drop(held, others)
    assert side.states(first, *others) == ["free"] * 3


def test_some_of_a_hold_are_ordered_and_become_ours(side: Side) -> None:
    held = side.hold()
    asked = ordered_part(side, held, 2)
    assert asked.reference == held.reference
    assert states_of(asked) == {LineState.PENDING}
    side.pass_time(SOON)
    ordered = side.client.ordered(held.reference)
    ours = numbers_of(held)[:2]
    assert ordered
    assert {line.number for line in ordered.lines if line.state is LineState.OURS} == set(ours)
    for number in ours:
        line = side.client.owned(number)
        assert line
        assert line.state is LineState.OURS
    assert {line.number for line in side.client.all_owned().lines} == set(ours)


def test_a_hold_that_was_kept_up_for_hours_can_be_ordered(side: Side) -> None:
    held = side.hold(1)
    for _ in range(6):
        held = side.client.extend(held, side.now + timedelta(minutes=14))
        side.pass_time(timedelta(minutes=13))
    side.order(held)
    side.pass_time(SOON)
    assert states_of(side.client.ordered(held.reference)) == {LineState.OURS}


def test_an_order_whose_answer_was_lost_is_found_by_its_reference(side: Side) -> None:
    held = side.hold()
    side.control("fault", operation="order", drop=True)
    with pytest.raises(CarrierSilent):
        side.order(held)
    found = side.client.ordered(held.reference)
    assert states_of(found) == {LineState.PENDING}
    side.pass_time(SOON)
    assert states_of(side.client.ordered(held.reference)) == {LineState.OURS}
    assert len(side.state()["orders"]) == 1


def test_one_number_may_fail_alone(side: Side) -> None:
    held = side.hold()
    side.order(held)
    lost, *others = numbers_of(held)
    side.control("order", reference=str(held.reference), to="failure", numbers=[lost], reason="the exchange is full")
    side.pass_time(SOON)
    ordered = side.client.ordered(held.reference)
    assert ordered
    lines = {line.number: line for line in ordered.lines}
    assert lines[lost].state is LineState.REFUSED
    assert lines[lost].code
    assert "the exchange is full" in lines[lost].detail
    assert {lines[number].state for number in others} == {LineState.OURS}
    assert side.states(lost, *others) == ["free", "owned", "owned"]


def test_a_number_is_given_up_for_good(side: Side) -> None:
    held = side.hold(2)
    side.order(held)
    side.pass_time(SOON)
    given, kept = numbers_of(held)
    assert side.client.give_up(given).state in (LineState.ENDED, LineState.PENDING)
    side.pass_time(SOON)
    assert side.client.owned(given) is None
    assert side.client.give_up(given).state is LineState.ENDED
    assert [line.number for line in side.client.all_owned().lines] == [kept]

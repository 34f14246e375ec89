"""What is so at ACS alone: holds that only changes keep up, orders of all that is held, samples in place of lists."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from bot.carriers.local.carrier import Answered
from handlers.kit.carriers import CarrierRefused, LineState, Want
from store.types import Kind
from tests.carriers.conftest import SEATTLE, Side, numbers_of

WASHINGTON = Want(country="US", region="WA", kind=Kind.TOLL)


def changes(acs: Side) -> list[str]:
    """Methods of all calls so far that change something."""
    return [method for method, path in acs.calls() if method != "GET" and not path.endswith(":browse")]


def test_a_change_that_changes_nothing_is_followed_by_one_that_does(acs: Side) -> None:
    held = acs.hold(2)
    acs.pass_time(timedelta(minutes=5))
    extended = acs.client.extend(held, acs.now + timedelta(minutes=14))
    assert sorted(numbers_of(extended)) == sorted(numbers_of(held))
    assert {line.state for line in extended.lines} == {LineState.HELD}
    assert changes(acs) == ["PATCH"] * 4  # the hold; the same again; one number out; in again


def test_a_hold_that_is_over_is_not_made_anew_to_be_longer(acs: Side) -> None:
    held = acs.hold(1)
    acs.pass_time(timedelta(minutes=16))
    with pytest.raises(CarrierRefused):
        acs.client.extend(held, acs.now + timedelta(minutes=10))
    assert changes(acs) == ["PATCH"]
    assert acs.states(*numbers_of(held)) == ["free"]


def test_nothing_is_bought_beside_what_is_ordered(acs: Side) -> None:
    held = acs.hold(3)
    with pytest.raises(CarrierRefused) as refused:
        acs.client.order(held, numbers_of(held)[:2], agreed_not_to_resell=True)
    assert refused.value.code == "not_whole"
    assert acs.state()["orders"] == []


def test_the_same_order_twice_is_one(acs: Side) -> None:
    held = acs.hold(2)
    acs.order(held)
    again = acs.order(held)
    assert {line.state for line in again.lines} == {LineState.PENDING}
    assert len(acs.state()["orders"]) == 1


def test_what_is_held_no_more_is_given_back_already(acs: Side) -> None:
    held = acs.hold(2)
    assert acs.client.drop(held, numbers_of(held)).lines
    assert acs.client.held(held.reference) is None
    dropped = acs.client.drop(held, numbers_of(held))
    assert {line.state for line in dropped.lines} == {LineState.ENDED}


def test_a_number_that_wants_an_agreement_is_not_bought_without(acs: Side) -> None:
    held = acs.client.hold(uuid4(), acs.offers(1, Want(country="FR", city="Paris", kind=Kind.TOLL)))
    with pytest.raises(CarrierRefused) as refused:
        acs.client.order(held, numbers_of(held), agreed_not_to_resell=False)
    assert refused.value.code == "AgreementRequired"
    assert acs.states(*numbers_of(held)) == ["reserved"]


@pytest.mark.parametrize(
    ("want", "cities"),
    [
        pytest.param(WASHINGTON, {"Seattle"}, id="a region has its cities"),
        pytest.param(replace(WASHINGTON, city="Atlantis"), set(), id="a city that it does not have"),
        pytest.param(replace(SEATTLE, starts="212"), set(), id="an area code of another city"),
        pytest.param(replace(SEATTLE, starts="42"), {"Seattle"}, id="a part of an area code"),
    ],
)
def test_a_place_is_asked_for_by_its_area_codes(acs: Side, want: Want, cities: set[str]) -> None:
    offers = acs.client.search(want, within=5).offers
    assert {offer.place.city for offer in offers} == cities
    assert all(offer.number[2:].startswith(want.starts or ("425", "564")) for offer in offers)


def test_where_one_sample_has_not_enough_others_are_drawn(acs: Side) -> None:
    found = acs.client.search(replace(SEATTLE, limit=100), within=5)
    assert 20 < len(found.offers) <= 60
    numbers = [offer.number for offer in found.offers]
    assert len(set(numbers)) == len(numbers)
    assert found.more


def test_the_next_page_is_asked_for_where_the_first_was(acs: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = type(acs.running).answer

    async def elsewhere(self: Any, asked: Any) -> Any:
        answered = await answer(self, asked)
        if asked.path.endswith("/localities") and ("skip", "1") not in asked.query:
            link = "https://elsewhere.example/availablePhoneNumbers?skip=1&maxPageSize=100&api-version=2025-06-01"
            return Answered(body={"phoneNumberLocalities": [], "nextLink": link})
        return answered

    monkeypatch.setattr(type(acs.running), "answer", elsewhere)
    acs.client.search(SEATTLE, within=5)
    assert [path for _, path in acs.calls() if path.endswith("/localities")] == [
        "/availablePhoneNumbers/countries/US/localities"
    ] * 2

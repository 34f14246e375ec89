"""The outside opinion: Microsoft's own SDK drives the local ACS, over what it signs itself."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from azure.communication.phonenumbers import (
    PhoneNumberAssignmentType,
    PhoneNumberCapabilityType,
    PhoneNumbersClient,
    PhoneNumberType,
)
from azure.core.credentials import AzureKeyCredential
from azure.core.exceptions import HttpResponseError

from bot.carriers.signing import signed_with
from tests.carriers.conftest import Side

AT_ONCE: Any = {"polling_interval": 0.05, "retry_total": 0}


# The SDK's models say of everything that it may be missing, so here it is of any type.
@pytest.fixture
def sdk(acs: Side) -> Iterator[Any]:
    acs.control("pace", order_seconds=0.2)
    with sdk_with(acs, acs.account.key) as client:
        yield client


@contextmanager
def sdk_with(acs: Side, key: str) -> Iterator[Any]:
    client = PhoneNumbersClient(acs.account.url, AzureKeyCredential(key), retry_total=0)
    with closing(client._phone_number_client):  # it has no end of its own
        yield client


def browsed(sdk: Any, country: str = "US", prefixes: list[str] | None = None) -> list[Any]:
    found = sdk.browse_available_phone_numbers(
        country_code=country,
        phone_number_type=PhoneNumberType.GEOGRAPHIC,
        calling_capability=PhoneNumberCapabilityType.INBOUND_OUTBOUND,
        assignment_type=PhoneNumberAssignmentType.APPLICATION,
        phone_number_prefixes=prefixes,
    )
    return list(found.phone_numbers)


def test_browse_reserve_change_purchase_list_and_release(acs: Side, sdk: Any) -> None:
    (locality,) = [
        each
        for each in sdk.list_available_localities("US", administrative_division="WA")
        if each.localized_name == "Seattle"
    ]
    assert locality.administrative_division.abbreviated_name == "WA"
    areas = sdk.list_available_area_codes(
        "US", PhoneNumberType.GEOGRAPHIC, locality="Seattle", administrative_division="WA"
    )
    prefixes = [f"1{each.area_code}" for each in areas]
    assert prefixes == ["1425", "1564"]
    first, second, third, *_ = browsed(sdk, prefixes=prefixes)
    assert first.status == "available"

    id_ = str(uuid4())
    reservation = sdk.create_or_update_reservation(reservation_id=id_, numbers_to_add=[first, second, third])
    assert reservation.status == "active"
    assert {each.status for each in reservation.phone_numbers.values()} == {"reserved"}
    assert abs(reservation.expires_at - acs.now - timedelta(minutes=15)) < timedelta(minutes=1)
    acs.pass_time(timedelta(minutes=5))
    changed = sdk.create_or_update_reservation(reservation_id=id_, numbers_to_remove=[third.id])
    assert changed.expires_at >= reservation.expires_at + timedelta(minutes=5)
    assert set(sdk.get_reservation(id_).phone_numbers) == {first.id, second.id}
    assert [(each.id, each.phone_numbers) for each in sdk.list_reservations()] == [(id_, None)]

    sdk.begin_purchase_reservation(id_, agree_to_not_resell=True, **AT_ONCE).result()
    done = sdk.get_reservation(id_)
    assert done.status == "completed"
    assert {each.status for each in done.phone_numbers.values()} == {"purchased"}
    assert {each.phone_number for each in sdk.list_purchased_phone_numbers()} == {
        first.phone_number,
        second.phone_number,
    }
    sdk.begin_release_phone_number(first.phone_number, **AT_ONCE).result()
    assert [each.phone_number for each in sdk.list_purchased_phone_numbers()] == [second.phone_number]
    assert sdk.get_purchased_phone_number(second.phone_number).cost.amount == 1.0
    assert acs.states(first.phone_number, second.phone_number, third.phone_number) == ["free", "owned", "free"]


def test_what_is_there_is_told_page_by_page(sdk: Any) -> None:
    assert {each.country_code for each in sdk.list_available_countries()} == {"AU", "CA", "FR", "GB", "US"}
    offered = {each.phone_number_type: each.cost.amount for each in sdk.list_available_offerings("US")}
    assert set(offered) == {"geographic", "tollFree"}
    by_two = sdk._phone_number_client.phone_numbers.list_available_localities("US", max_page_size=2)
    pages = [[each.localized_name for each in page] for page in by_two.by_page()]
    assert {len(page) for page in pages[:-1]} == {2}
    assert sorted(name for page in pages for name in page) == sorted(
        each.localized_name for each in sdk.list_available_localities("US")
    )


def test_samples_are_drawn_at_random(sdk: Any) -> None:
    first, again = ({each.id for each in browsed(sdk)} for _ in range(2))
    assert first != again  # of a thousand, twenty: the same once in 10**41


def test_a_hold_is_given_back_and_never_longer_than_two_hours(acs: Side, sdk: Any) -> None:
    first, second, *_ = browsed(sdk)
    id_, began = str(uuid4()), acs.now
    held = sdk.create_or_update_reservation(reservation_id=id_, numbers_to_add=[first])
    for at in range(10):
        acs.pass_time(timedelta(minutes=14) - (acs.now - began) % timedelta(minutes=14))
        if at < 8:
            held = sdk.create_or_update_reservation(
                reservation_id=id_, numbers_to_add=[second], numbers_to_remove=[first.id]
            )
            first, second = second, first
    assert abs(held.expires_at - began - timedelta(hours=2)) < timedelta(minutes=1)
    assert sdk.get_reservation(id_).status == "expired"
    id_ = str(uuid4())
    sdk.create_or_update_reservation(reservation_id=id_, numbers_to_add=[first])
    sdk.delete_reservation(id_)
    assert acs.states(first.phone_number) == ["free"]
    with pytest.raises(HttpResponseError) as gone:
        sdk.get_reservation(id_)
    assert gone.value.status_code == 404


def test_what_somebody_else_has_is_refused_alone(acs: Side, sdk: Any) -> None:
    first, second, *_ = browsed(sdk)
    acs.control("take", numbers=[first.phone_number])
    held = sdk.create_or_update_reservation(reservation_id=str(uuid4()), numbers_to_add=[first, second])
    assert held.phone_numbers[first.id].status == "error"
    assert held.phone_numbers[first.id].error.code == "FailedToReserveNumber"
    assert held.phone_numbers[second.id].status == "reserved"
    assert '"status": 207' in acs.slack.http.get("/_control/carrier/acs/log").text


def test_a_french_number_wants_the_agreement(sdk: Any) -> None:
    number, *_ = browsed(sdk, "FR")
    assert number.is_agreement_to_not_resell_required
    id_ = str(uuid4())
    sdk.create_or_update_reservation(reservation_id=id_, numbers_to_add=[number])
    with pytest.raises(HttpResponseError) as refused:
        sdk.begin_purchase_reservation(id_, agree_to_not_resell=False, **AT_ONCE)
    assert refused.value.status_code == 400
    assert sdk.get_reservation(id_).status == "active"
    sdk.begin_purchase_reservation(id_, agree_to_not_resell=True, **AT_ONCE).result()


@pytest.mark.parametrize(
    ("call", "status"),
    [
        pytest.param(lambda sdk: sdk.get_reservation(str(uuid4())), 404, id="an unknown reservation"),
        pytest.param(lambda sdk: sdk.get_reservation("H-1"), 400, id="an id that is no UUID"),
        pytest.param(lambda sdk: sdk.begin_purchase_reservation(str(uuid4())), 404, id="buying nothing"),
        pytest.param(lambda sdk: sdk.get_purchased_phone_number("+14255550100"), 404, id="a number of others"),
        pytest.param(lambda sdk: browsed(sdk, "ZZ"), 404, id="an unknown country"),
        pytest.param(lambda sdk: browsed(sdk, prefixes=["+1425"]), 400, id="a prefix that is no digits"),
        pytest.param(
            lambda sdk: list(sdk.list_available_area_codes("US", PhoneNumberType.GEOGRAPHIC)), 400, id="no city"
        ),
        pytest.param(lambda sdk: list(sdk.list_available_countries(skip=-1)), 400, id="a page before the first"),
        pytest.param(
            lambda sdk: list(sdk.list_available_countries(params={"country": "US"})), 400, id="an unknown parameter"
        ),
    ],
)
def test_what_is_wrong_is_refused_in_acs_own_shape(sdk: Any, call: Callable[[Any], object], status: int) -> None:
    with pytest.raises(HttpResponseError) as refused:
        call(sdk)
    assert refused.value.status_code == status
    response: Any = refused.value.response
    assert {"code", "message"} <= response.json()["error"].keys()


def test_a_wrong_key_is_refused(acs: Side) -> None:
    with sdk_with(acs, acs.account.key[:-4] + "AAAA") as sdk, pytest.raises(HttpResponseError) as refused:
        list(sdk.list_available_countries())
    assert refused.value.status_code == 401


@pytest.mark.parametrize(
    ("changes", "body", "target"),
    [
        pytest.param({"x-ms-date": "Mon, 01 Jan 2024 00:00:00 GMT"}, b"{}", "", id="an old date"),
        pytest.param({"x-ms-date": datetime.now(UTC).isoformat()}, b"{}", "", id="a date of another form"),
        pytest.param({"authorization": "Bearer x"}, b"{}", "", id="another scheme"),
        pytest.param({}, b'{"phoneNumberType": "tollFree"}', "", id="another body"),
        pytest.param({}, b"{}", "&skip=1", id="another target"),
    ],
)
def test_what_is_not_as_it_was_signed_is_refused(acs: Side, changes: dict[str, str], body: bytes, target: str) -> None:
    url = f"{acs.account.url}/availablePhoneNumbers/countries/US/:browse?api-version=2025-06-01"
    signed = signed_with(acs.account.key)(httpx.Request("POST", url, content=b"{}"))
    headers = {**signed.headers, "content-type": "application/json", **changes}
    del headers["content-length"]
    answer = httpx.post(url + target, content=body, headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "Denied")


def test_a_call_says_its_version(acs: Side) -> None:
    answer = httpx.get(f"{acs.account.url}/phoneNumbers", auth=signed_with(acs.account.key))
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "MissingApiVersionParameter")

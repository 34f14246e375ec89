"""The outside opinion: Telnyx's own SDK drives the local Telnyx, and refuses each answer that is not as specified."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from store.types import E164
from tests.carriers.conftest import Side

if TYPE_CHECKING:
    from telnyx import APIStatusError, Telnyx

SEATTLE: Any = {"country_code": "US", "administrative_area": "WA", "locality": "Seattle", "limit": 5}


@pytest.fixture
def sdk(telnyx: Side) -> Iterator["Telnyx"]:
    with sdk_with(telnyx, telnyx.account.key) as client:
        yield client


def sdk_with(telnyx: Side, key: str) -> "Telnyx":
    from telnyx import Telnyx  # with two thousand models, for which no other test shall wait

    return Telnyx(api_key=key, base_url=telnyx.account.url, _strict_response_validation=True, max_retries=0)


@contextmanager
def refused() -> Iterator["pytest.ExceptionInfo[APIStatusError]"]:
    from telnyx import APIStatusError

    with pytest.raises(APIStatusError) as raised:
        yield raised


def test_search_hold_extend_order_list_and_delete(telnyx: Side, sdk: "Telnyx") -> None:
    found = sdk.available_phone_numbers.list(filter=SEATTLE).data
    assert found
    numbers: list[Any] = [{"phone_number": each.phone_number} for each in found[:3]]

    held = sdk.number_reservations.create(phone_numbers=numbers, customer_reference="H-1").data
    assert held
    assert held.id
    assert held.phone_numbers
    assert {each.status for each in held.phone_numbers} == {"success"}
    assert [each.id for each in sdk.number_reservations.list(filter={"customer_reference": "H-1"})] == [held.id]
    extended = sdk.number_reservations.actions.extend(held.id).data
    assert extended
    assert extended.phone_numbers
    before, after = held.phone_numbers[0].expired_at, extended.phone_numbers[0].expired_at
    assert before
    assert after == before + timedelta(minutes=30)

    order = sdk.number_orders.create(phone_numbers=numbers[:2], customer_reference="H-1").data
    assert order
    assert order.id
    assert order.status == "pending"
    telnyx.pass_time(timedelta(minutes=1))
    assert [(each.id, each.status) for each in sdk.number_orders.list(filter={"customer_reference": "H-1"})] == [
        (order.id, "success")
    ]
    done = sdk.number_orders.retrieve(order.id).data
    assert done
    assert done.phone_numbers
    assert [each.status for each in done.phone_numbers] == ["success", "success"]

    owned = list(sdk.phone_numbers.list(page_size=1))
    assert {each.phone_number for each in owned} == {each["phone_number"] for each in numbers[:2]}
    deleted = sdk.phone_numbers.delete(owned[0].id).data
    assert deleted
    assert deleted.status == "deleted"
    assert len(list(sdk.phone_numbers.list())) == 1
    balance = sdk.balance.retrieve().data
    assert balance
    assert balance.currency == "USD"


def test_papers_are_wanted_by_a_deadline(telnyx: Side, sdk: "Telnyx") -> None:
    found = sdk.available_phone_numbers.list(filter={"country_code": "FR", "limit": 1}).data
    assert found
    order = sdk.number_orders.create(phone_numbers=[{"phone_number": str(found[0].phone_number)}]).data
    assert order
    assert order.phone_numbers
    (line,) = order.phone_numbers
    assert line.id
    assert (line.status, line.requirements_status) == ("pending", "requirement-info-pending")
    of_number = sdk.number_order_phone_numbers.retrieve(line.id).data
    assert of_number
    assert of_number.deadline
    telnyx.pass_time(timedelta(days=4))
    assert telnyx.state()["orders"][0]["status"] == "cancelled"


def test_papers_are_handed_in_and_a_part_of_an_order_is_cancelled(telnyx: Side, sdk: "Telnyx") -> None:
    found = sdk.available_phone_numbers.list(filter={"country_code": "FR", "limit": 2}).data
    assert found
    numbers = [str(each.phone_number) for each in found]
    first, second = (sdk.number_orders.create(phone_numbers=[{"phone_number": number}]).data for number in numbers)
    assert first and second and first.phone_numbers  # noqa: PT018 (the SDK's types)
    (line,) = first.phone_numbers
    wanted = sdk.number_order_phone_numbers.retrieve(str(line.id)).data
    assert wanted and wanted.regulatory_requirements  # noqa: PT018
    paper = str(wanted.regulatory_requirements[0].requirement_id)
    with refused():
        sdk.number_order_phone_numbers.update_requirements(
            str(line.id), regulatory_requirements=[{"requirement_id": "another", "field_value": "x"}]
        )
    given = sdk.number_order_phone_numbers.update_requirements(
        str(line.id), regulatory_requirements=[{"requirement_id": paper, "field_value": "a document"}]
    ).data
    assert given
    assert given.requirements_met
    (part,) = sdk.sub_number_orders.list(filter={"order_request_id": str(second.id)}).data or []
    assert (part.status, part.requirements_met) == ("pending", False)
    # By the guide it is "cancelled" then, a word that the specification, and so the SDK, does not have.
    cancelled: Any = sdk.sub_number_orders.with_raw_response.cancel(str(part.id)).http_response.json()
    assert cancelled["data"]["status"] == "cancelled"
    with refused():
        sdk.sub_number_orders.cancel(str(part.id))
    telnyx.pass_time(timedelta(minutes=5))
    assert telnyx.states(*map(E164, numbers)) == ["owned", "free"]


@pytest.mark.parametrize(
    ("call", "status", "code"),
    [
        pytest.param(
            lambda sdk: sdk.available_phone_numbers.list(filter={"country": "US"}), 400, "10015", id="an unknown filter"
        ),
        pytest.param(lambda sdk: sdk.available_phone_numbers.list(), 400, "10004", id="no country"),
        pytest.param(
            lambda sdk: sdk.number_reservations.create(phone_numbers=[{"phone_number": "5645550100"}]),
            422,
            "10016",
            id="not E.164",
        ),
        pytest.param(
            lambda sdk: sdk.number_reservations.create(extra_body={"numbers": []}), 422, "10015", id="an unknown field"
        ),
        pytest.param(
            lambda sdk: sdk.number_orders.create(phone_numbers=[{"phone_number": "+15645550100"}]),
            422,
            "85000",
            id="a number that no search has shown",
        ),
        pytest.param(lambda sdk: sdk.phone_numbers.delete("+15645550100"), 404, "10005", id="an unknown number"),
        pytest.param(lambda sdk: sdk.number_orders.retrieve("nothing"), 404, "10005", id="an unknown order"),
        pytest.param(lambda sdk: sdk.phone_numbers.list(page_size=251), 400, "10015", id="too large a page"),
        pytest.param(lambda sdk: sdk.delete("/number_reservations/1", cast_to=object), 405, "10015", id="giving back"),
        pytest.param(lambda sdk: sdk.faxes.list(), 404, "10005", id="what is not about numbers"),
    ],
)
def test_what_is_wrong_is_refused_in_telnyxs_own_shape(
    sdk: "Telnyx", call: Callable[["Telnyx"], object], status: int, code: str
) -> None:
    with refused() as failure:
        call(sdk)
    assert failure.value.status_code == status
    body: Any = failure.value.response.json()
    assert [error["code"] for error in body["errors"]] == [code]
    assert {"title", "detail", "meta"} <= body["errors"][0].keys()


def test_a_wrong_key_is_refused(telnyx: Side) -> None:
    with sdk_with(telnyx, "KEYno") as sdk, refused() as failure:
        sdk.balance.retrieve()
    assert failure.value.status_code == 401

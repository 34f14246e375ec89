"""Constraints refuse what rows cannot be beside each other: of requests, approvals, orders, numbers and their holds."""

from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from store import holds
from store.schema import Base
from tests.desk import ADA, AWAY, BEN, HOME, Desk, a_hold, fill
from tests.store.test_constraints import APPROVAL, DECIDED, HOLD, HOLD_NUMBER, NUMBER, OF_ORDER, ORDER, REQUEST, put


@pytest.mark.parametrize(
    ("table", "row"),
    [
        pytest.param("requests", REQUEST, id="a request that waits"),
        pytest.param("requests", DECIDED | {"verdict": "ran_out"}, id="a request that nobody decided"),
        pytest.param("requests", DECIDED | {"verdict": "declined", "reason": "too many"}, id="a declined request"),
    ],
)
def test_a_request_that_can_be_is_not_refused(desk: Desk, table: str, row: dict[str, Any]) -> None:
    fill(desk.database, 1)
    desk.hold(BEN, 1)
    put(desk.database, table, row)


def test_two_requests_of_a_hold_cannot_be_open_at_once(desk: Desk) -> None:
    fill(desk.database, 1)
    desk.hold(BEN, 1)
    put(desk.database, "requests", DECIDED | {"verdict": "withdrawn"})
    put(desk.database, "requests", REQUEST | {"id": 2})
    with pytest.raises(IntegrityError):
        put(desk.database, "requests", REQUEST | {"id": 3})
    put(desk.database, "requests", DECIDED | {"id": 3, "verdict": "withdrawn"})


def test_one_member_approves_a_request_once(desk: Desk) -> None:
    fill(desk.database, 1)
    desk.hold(BEN, 1)
    put(desk.database, "requests", REQUEST)
    put(desk.database, "approvals", APPROVAL)
    with pytest.raises(IntegrityError):
        put(desk.database, "approvals", APPROVAL | {"at": a_hold().until})


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(APPROVAL | {"request": 2}, id="of no request"),
        pytest.param(APPROVAL | {"workspace": AWAY}, id="of another workspace's request"),
        pytest.param(APPROVAL | {"member": BEN.user, "asked_by": ADA.user}, id="that says somebody else asked"),
    ],
)
def test_an_approval_is_refused(desk: Desk, row: dict[str, Any]) -> None:
    """So nobody gets around the four eyes by writing that it was another who asked."""
    fill(desk.database, 1)
    desk.hold(BEN, 1)
    put(desk.database, "requests", REQUEST)
    with pytest.raises(IntegrityError):
        put(desk.database, "approvals", row)


def test_two_workspaces_cannot_have_the_same_number(desk: Desk) -> None:
    put(desk.database, "numbers", NUMBER)
    with pytest.raises(IntegrityError):
        put(desk.database, "numbers", NUMBER | {"workspace": AWAY})


def test_a_number_cannot_be_in_two_open_orders_of_a_workspace(desk: Desk) -> None:
    put_orders(desk, OF_ORDER, OF_ORDER | {"port_order": 2})
    put(desk.database, "port_numbers", OF_ORDER | {"e164": NUMBER["e164"]})
    with pytest.raises(IntegrityError):
        put(desk.database, "port_numbers", OF_ORDER | {"port_order": 2, "e164": NUMBER["e164"]})


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(OF_ORDER | {"port_order": 2, "is_open": False}, id="an order that has ended"),
        pytest.param(OF_ORDER | {"workspace": AWAY}, id="an open order of another workspace"),
    ],
)
def test_a_number_of_an_open_order_can_also_be_in(desk: Desk, other: dict[str, Any]) -> None:
    put_orders(desk, OF_ORDER, other)
    for row in (OF_ORDER, other):
        put(desk.database, "port_numbers", row | {"e164": NUMBER["e164"]})


def put_orders(desk: Desk, *named: dict[str, Any]) -> None:
    for order in named:
        put(desk.database, "port_orders", ORDER | {"workspace": order["workspace"], "id": order["port_order"]})


def test_numbers_may_be_taken_before_their_hold_is_written(desk: Desk) -> None:
    held = NUMBER | {"status": "held", "workspace": HOME, "hold": 1}
    with desk.database.begin() as db:
        db.execute(insert(Base.metadata.tables["numbers"]).values(held))
        holds.write(db, a_hold(), [held["e164"]], warn_at=None)
    assert desk.took(a_hold()) == [held["e164"]]


def test_numbers_cannot_stay_with_a_hold_that_is_never_written(desk: Desk) -> None:
    with pytest.raises(IntegrityError):
        put(desk.database, "numbers", NUMBER | {"status": "held", "workspace": HOME, "hold": 1})
    assert desk.everything()["numbers"] == []


@pytest.mark.parametrize(
    ("table", "row"),
    [
        pytest.param("holds", HOLD | {"workspace": "T9"}, id="a hold of no workspace"),
        pytest.param("hold_numbers", HOLD_NUMBER, id="a number of no hold"),
        pytest.param("requests", REQUEST, id="a request of no hold"),
        pytest.param("approvals", APPROVAL, id="an approval of no request"),
        pytest.param("homes", {"workspace": "T9", "member": BEN.user}, id="a home in no workspace"),
    ],
)
def test_what_belongs_to_nothing_is_refused(desk: Desk, table: str, row: dict[str, Any]) -> None:
    fill(desk.database, 1)
    with pytest.raises(IntegrityError):
        put(desk.database, table, row)

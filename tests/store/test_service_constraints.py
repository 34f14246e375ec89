"""The tables of services refuse what cannot be, and keep what was there before they were."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from store import migrate
from store.numbers.table import NumberRow
from store.numbers.types import Status
from store.services.table import AssignmentRow
from store.session import connect
from store.types import E164
from store.workspaces.table import WorkspaceRow
from tests.databases import Databases
from tests.desk import AUDIT_KEY, AWAY, HOME, Desk, open_desk
from tests.store.serving import REST, after_rest, assign, own, owned, release
from tests.store.test_constraints import SERVICE, put

ASSIGNED: dict[str, Any] = {"workspace": HOME, "service": 1}


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(SERVICE, id="the same again"),
        pytest.param(SERVICE | {"id": 2}, id="another of its kind with its name"),
        pytest.param(SERVICE | {"id": 2, "name": "CONTOSO"}, id="another whose name is folded to the same"),
        pytest.param(SERVICE | {"id": 2, "workspace": "T9", "folded": "x"}, id="one in no workspace"),
    ],
)
def test_a_service_that_cannot_be_is_refused(desk: Desk, row: dict[str, Any]) -> None:
    put(desk.database, "services", SERVICE)
    with pytest.raises(IntegrityError):
        put(desk.database, "services", row)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(SERVICE | {"id": 2, "kind": "queue"}, id="one of another kind with its name"),
        pytest.param(SERVICE | {"id": 2, "folded": "fabrikam"}, id="one with another name"),
        pytest.param(SERVICE | {"workspace": AWAY}, id="one of another workspace with its name"),
    ],
)
def test_a_service_that_can_be_is_not(desk: Desk, row: dict[str, Any]) -> None:
    put(desk.database, "services", SERVICE)
    put(desk.database, "services", row)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"service": 2}, id="to another service, though it is assigned"),
        pytest.param({"workspace": AWAY}, id="to one of another workspace"),
        pytest.param({"e164": "+12065550199"}, id="of a number that nobody knows"),
        pytest.param({"service": 9, "at": 1}, id="to a service that is not there"),
        pytest.param({"is_default": True, "at": 1}, id="as a second default"),
    ],
)
def test_an_assignment_that_cannot_be_is_refused(desk: Desk, change: dict[str, Any]) -> None:
    numbers = own(desk, 2)
    put(desk.database, "services", SERVICE)
    put(desk.database, "services", SERVICE | {"id": 2, "folded": "fabrikam"})
    put(desk.database, "services", SERVICE | {"workspace": AWAY})
    first = ASSIGNED | {"e164": numbers[0], "is_default": True}
    put(desk.database, "assignments", first)
    at = change.get("at", 0)
    row = {"e164": numbers[at], **{name: value for name, value in change.items() if name != "at"}}
    with pytest.raises(IntegrityError):
        put(desk.database, "assignments", ASSIGNED | {"is_default": False} | row)


def test_each_service_has_a_default_of_its_own_and_many_that_are_none(desk: Desk) -> None:
    numbers = own(desk, 4)
    put(desk.database, "services", SERVICE)
    put(desk.database, "services", SERVICE | {"id": 2, "folded": "fabrikam"})
    for at, number in enumerate(numbers):
        put(desk.database, "assignments", ASSIGNED | {"e164": number, "service": at % 2 + 1, "is_default": at < 2})


@pytest.fixture
def used(engine_name: str, databases: Databases) -> Iterator[Desk]:
    """A desk with a number that is assigned, one that rests, and one that is neither."""
    desk = open_desk(connect(databases.new(engine_name)))
    assigned, resting, _ = own(desk, 3)
    assign(desk, assigned)
    release(desk, resting)
    yield desk
    desk.database.close()


def test_an_upgrade_leaves_numbers_as_they_were_and_lets_released_ones_rest_for_a_month(used: Desk) -> None:
    before = used.everything()
    migrate.downgrade(used.database.engine, "0003")
    migrate.upgrade(used.database.engine, AUDIT_KEY)
    migrate.check(used.database.engine)
    after = used.everything()
    alike = set(before) - {"numbers", "services", "assignments", "batches", "batch_lines", "outbox"}
    assert {name: after[name] for name in alike} == {name: before[name] for name in alike}
    assert after["services"] == after["assignments"] == after["batches"] == after["batch_lines"] == []
    assert [row for row in before["outbox"] if "B-1" not in row] == after["outbox"]
    with used.database.reading() as db:
        assert set(db.scalars(select(WorkspaceRow.__table__.c.rest_days))) == {30}
    assert used.verify().flaw is None


def test_a_number_that_rests_is_in_the_pool_at_the_same_time_after_a_downgrade(used: Desk) -> None:
    migrate.downgrade(used.database.engine, "0003")
    try:
        with used.database.reading() as db:
            stands = dict(db.execute(select(NumberRow.status, NumberRow.available_at)).all())
        assert stands == {Status.ACQUIRED: None, Status.FREE: used.clock() + REST}
    finally:
        migrate.upgrade(used.database.engine, AUDIT_KEY)
    assert used.to_be_had() == 0
    assert after_rest(used).to_be_had() == 1


def test_after_a_downgrade_and_an_upgrade_numbers_can_be_assigned_again(used: Desk) -> None:
    with used.database.reading() as db:
        (number,) = map(E164, db.scalars(select(AssignmentRow.e164)))
    migrate.downgrade(used.database.engine, "0003")
    migrate.upgrade(used.database.engine, AUDIT_KEY)
    found = owned(used, number)
    assert found
    assert found == replace(found, status=Status.ACQUIRED, service=None, is_default=False)
    assert not assign(used, number).refusal

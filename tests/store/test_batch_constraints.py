"""The tables of batches refuse what cannot be, and what was there before they were is kept."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from store import migrate
from store.outbox.table import OutboxRow
from store.session import connect
from store.workspaces.types import Policy
from tests.databases import Databases
from tests.desk import ADA, AUDIT_KEY, AWAY, BEN, CHLOE, HOME, START, Desk, fill, open_desk
from tests.store.batching import RELEASE, asked, look, ours, released
from tests.store.test_constraints import put

BATCH: dict[str, Any] = {
    "workspace": HOME,
    "id": 1,
    "verb": "release",
    "asked_by": "UBEN",
    "channel": "C1",
    "since": START,
}
LINE: dict[str, Any] = {"workspace": HOME, "batch": 1, "line": 1, "turn": 0, "said": "x"}
REQUEST: dict[str, Any] = {
    "workspace": HOME,
    "id": 1,
    "batch": 1,
    "asked_by": "UBEN",
    "asked_at": START,
    "numbers": [],
    "purpose": "not_yet",
    "note": "",
    "needed": 1,
    "approvers": {},
}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({}, id="the same again"),
        pytest.param({"id": 2, "verb": "sell"}, id="of a verb that there is not"),
        pytest.param({"id": 2, "stage": "lost"}, id="in a stage that there is not"),
        pytest.param({"id": 2, "workspace": "T9"}, id="in no workspace"),
        pytest.param({"id": 2, "size": 1, "done": 1, "refused": 1}, id="with more decided than listed"),
        pytest.param({"id": 2, "size": 1, "done": -1}, id="with less than nothing done"),
        pytest.param({"id": 2, "stage": "done", "size": 1}, id="done before all lines are decided"),
        pytest.param({"id": 2, "verb": "assign", "until": START}, id="that rests though nothing was released"),
    ],
)
def test_a_batch_that_cannot_be_is_refused(desk: Desk, change: dict[str, Any]) -> None:
    put(desk.database, "batches", BATCH)
    with pytest.raises(IntegrityError):
        put(desk.database, "batches", BATCH | change)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({}, id="the same again"),
        pytest.param({"line": 2, "batch": 9}, id="of no batch"),
        pytest.param({"line": 2, "workspace": AWAY}, id="of a batch of another workspace"),
        pytest.param({"line": 2, "outcome": "done"}, id="done to no number"),
        pytest.param({"line": 2, "outcome": "restored"}, id="restored, and no number"),
    ],
)
def test_a_line_that_cannot_be_is_refused(desk: Desk, change: dict[str, Any]) -> None:
    put(desk.database, "batches", BATCH)
    put(desk.database, "batch_lines", LINE)
    with pytest.raises(IntegrityError):
        put(desk.database, "batch_lines", LINE | change)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"id": 2}, id="a second of the same batch"),
        pytest.param({"id": 2, "batch": None}, id="for nothing"),
        pytest.param({"id": 2, "batch": 9}, id="for a batch that there is not"),
        pytest.param({"id": 2, "workspace": AWAY}, id="for a batch of another workspace"),
        pytest.param({"id": 2, "batch": 2, "hold": 1}, id="for a hold and a batch"),
    ],
)
def test_a_request_that_cannot_be_is_refused(desk: Desk, change: dict[str, Any]) -> None:
    for id_ in (1, 2):
        put(desk.database, "batches", BATCH | {"id": id_})
    fill(desk.database, 1)
    assert desk.hold(BEN, 1).id == 1
    put(desk.database, "requests", REQUEST)
    with pytest.raises(IntegrityError):
        put(desk.database, "requests", REQUEST | change)


def test_requests_and_approvals_of_before_are_kept_up_and_down(databases: Databases, engine_name: str) -> None:
    desk = open_desk(connect(databases.new(engine_name)))
    fill(desk.database, 3)
    desk.set(policy=Policy(approvals=2))
    waits, ended = desk.hold(BEN, 1), desk.hold(BEN, 1)
    desk.approve(CHLOE, desk.asks(BEN, waits))
    desk.decline(CHLOE, desk.asks(BEN, ended))
    before = [desk.asked(hold) for hold in (waits, ended)]
    migrate.downgrade(desk.database.engine, "0004")
    migrate.upgrade(desk.database.engine, AUDIT_KEY)
    migrate.check(desk.database.engine)
    assert [desk.asked(hold) for hold in (waits, ended)] == before
    desk.approve(ADA, before[0])
    assert desk.fresh(waits).acquired == 1
    desk.database.close()


def test_a_desk_that_released_by_lists_can_be_taken_back(databases: Databases, engine_name: str) -> None:
    desk = open_desk(connect(databases.new(engine_name)))
    first, second, third = ours(desk, 3)
    fill(desk.database, 1)
    desk.set(policy=Policy(approvals=2, releases=True))
    hold = desk.hold(BEN, 1)
    kept = desk.asks(BEN, hold)
    released(desk, [first])
    desk.approve(CHLOE, asked(desk, released(desk, [second])))
    look(desk, RELEASE, [third], file="F1")
    migrate.downgrade(desk.database.engine, "0004")
    migrate.upgrade(desk.database.engine, AUDIT_KEY)
    assert desk.everything()["batches"] == []
    assert desk.asked(hold) == kept
    assert hold.name in _owed(desk)
    assert not [subject for subject in _owed(desk) if subject.startswith("B-")]
    assert desk.verify().flaw is None
    desk.database.close()


def _owed(desk: Desk) -> set[str]:
    """What something is owed about."""
    with desk.database.reading() as db:
        return set(db.scalars(select(OutboxRow.subject)))

"""Garbage in the record, and rows that are not there, are found and named: reading does not end in a failure."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, text

from handlers import desk as door
from store import audit
from store.audit.table import EntryRow
from store.audit.types import Finding, Flaw
from store.types import WorkspaceId
from store.workspaces.table import WorkspaceRow
from tests.desk import AWAY, BEN, HOME, Desk, click, fill
from tests.orders import begin
from tests.store.sealing import DEED, RECORDED, change, remember, remove
from tests.store.serving import assign, own, release
from tests.store.test_stock_import import came
from tests.tampering import unchecked, unguarded

ONLY = {name: pytest.mark.parametrize("engine_name", [name], indirect=True) for name in ("sqlite", "postgresql")}
SQLITE_GARBAGE = [
    pytest.param("at", "'garbage'", id="no time"),
    pytest.param("at", "12", id="a number for a time"),
    pytest.param("at", "x'00ff'", id="bytes for a time"),
    pytest.param("at", "''", id="nothing for a time"),
    pytest.param("after", "'{oops'", id="no JSON"),
    pytest.param("after", "x'ff00'", id="bytes for JSON"),
    pytest.param("before", "12", id="a number for JSON"),
    pytest.param("who", "x'00'", id="bytes for a member"),
    pytest.param("name", "CAST(x'ff' AS TEXT)", id="text that is none"),
    pytest.param("seal", "x'00'", id="bytes for a seal"),
]
POSTGRESQL_GARBAGE = [
    pytest.param("at", "'infinity'", id="no time"),
    pytest.param("at", "'0044-03-15 BC'", id="a time before ours"),
]
GARBAGE = [
    pytest.param("seal", "'é'", id="a seal in letters"),
    pytest.param("seal", "''", id="an empty seal"),
    pytest.param("after", "'[1, 2]'", id="a list for an object"),
    pytest.param("after", """'"\\ud800"'""", id="half a character"),
    pytest.param("after", "'1e999'", id="more than any number"),
]


@ONLY["sqlite"]
@pytest.mark.parametrize(("column", "garbage"), SQLITE_GARBAGE)
def test_garbage_that_sqlite_takes_is_a_changed_entry(recorded: Desk, column: str, garbage: str) -> None:
    put(recorded, column, garbage)
    assert recorded.verify() == Finding(workspace=HOME, sound=2, flaw=Flaw.CHANGED, at=3)
    assert recorded.verify(AWAY) == Finding(workspace=AWAY, sound=1)


@ONLY["postgresql"]
@pytest.mark.parametrize(("column", "garbage"), POSTGRESQL_GARBAGE)
def test_garbage_that_postgresql_takes_is_a_changed_entry(recorded: Desk, column: str, garbage: str) -> None:
    put(recorded, column, garbage)
    assert recorded.verify() == Finding(workspace=HOME, sound=2, flaw=Flaw.CHANGED, at=3)
    assert recorded.verify(AWAY) == Finding(workspace=AWAY, sound=1)


@pytest.mark.parametrize(("column", "garbage"), GARBAGE)
def test_garbage_is_a_changed_entry(recorded: Desk, column: str, garbage: str) -> None:
    put(recorded, column, garbage)
    assert recorded.verify() == Finding(workspace=HOME, sound=2, flaw=Flaw.CHANGED, at=3)


def test_both_of_two_workspaces_are_read_in_one_transaction_with_garbage_in_the_first(recorded: Desk) -> None:
    put(recorded, "at", unreadable(recorded))
    with recorded.database.reading() as db:
        found = [audit.verify(db, workspace, recorded.tools.audit_key) for workspace in audit.workspaces(db)]
    assert [(finding.workspace, finding.flaw) for finding in found] == [(HOME, Flaw.CHANGED), (AWAY, None)]


@pytest.mark.parametrize("bad", [1, 999, 1000, 1001, 1200])
def test_garbage_among_thousands_is_found_where_it_is(desk: Desk, bad: int) -> None:
    """Many rows are read at once, and one with garbage in it takes all of them along."""
    desk.record(*[DEED] * 1200)
    put(desk, "at", unreadable(desk), bad)
    assert desk.verify() == Finding(workspace=HOME, sound=bad - 1, flaw=Flaw.CHANGED, at=bad)


def test_what_is_missing_before_garbage_is_found_first(recorded: Desk) -> None:
    put(recorded, "at", unreadable(recorded))
    with recorded.database.begin() as db, unguarded(db):
        remove(2)(db)
    assert recorded.verify() == Finding(workspace=HOME, sound=1, flaw=Flaw.MISSING, at=2)


def test_garbage_before_the_first_entry_is_found(recorded: Desk) -> None:
    put(recorded, "at", unreadable(recorded))
    with recorded.database.begin() as db, unguarded(db):
        change("number", -7)(db)
    assert recorded.verify() == Finding(workspace=HOME, sound=0, flaw=Flaw.MISSING, at=1)


@ONLY["sqlite"]
@pytest.mark.parametrize("garbage", ["'abc'", "x'00'", "2.5"])
def test_an_entry_without_a_number_is_a_missing_one(recorded: Desk, garbage: str) -> None:
    put(recorded, "number", garbage)
    assert recorded.verify().flaw is Flaw.MISSING


@ONLY["sqlite"]
@pytest.mark.parametrize("garbage", ["last_entry = 'abc'", "last_entry = x'05'", "last_seal = CAST(x'ff' AS TEXT)"])
def test_garbage_in_the_workspaces_row_leaves_the_end_unknown(recorded: Desk, garbage: str) -> None:
    with recorded.database.begin() as db:
        db.execute(text(f"UPDATE workspaces SET {garbage}"))
    assert recorded.verify() == Finding(workspace=HOME, sound=RECORDED, flaw=Flaw.UNKNOWN, at=RECORDED + 1)


@pytest.mark.parametrize("values", [{"last_entry": -1}, {"last_seal": ""}, {"last_seal": "é"}])
def test_what_the_desk_never_wrote_leaves_the_end_unknown(recorded: Desk, values: dict[str, Any]) -> None:
    with recorded.database.begin() as db:
        remember(**values)(db)
    assert recorded.verify() == Finding(workspace=HOME, sound=RECORDED, flaw=Flaw.UNKNOWN, at=RECORDED + 1)


def test_a_record_is_cut_off_where_there_are_holds_and_no_entries(desk: Desk) -> None:
    fill(desk.database, 1)
    desk.hold(BEN, 1)
    with desk.database.begin() as db, unguarded(db):
        db.execute(delete(EntryRow))
        remember(last_entry=0, last_seal="")(db)
    assert desk.verify() == Finding(workspace=HOME, sound=0, flaw=Flaw.CUT_OFF, at=1)
    assert desk.verify(AWAY) == Finding(workspace=AWAY, sound=0)


KEEPS = [
    pytest.param(lambda desk: desk.set(locale="fr"), id="settings"),
    pytest.param(lambda desk: begin(desk), id="port orders"),
    pytest.param(lambda desk: assign(desk, own(desk)[0]), id="services"),
    pytest.param(lambda desk: release(desk, own(desk)[0]), id="holds"),
    pytest.param(lambda desk: door.type_command(desk.tools, click(BEN), "request 2 GB London"), id="requests"),
    pytest.param(lambda desk: came(desk, "number\n+12065550112\n", in_service=True), id="numbers from a file"),
]


@pytest.mark.parametrize("do", KEEPS)
def test_a_record_that_was_wiped_whole_is_cut_off_whatever_else_the_workspace_has(
    desk: Desk, do: Callable[[Desk], object]
) -> None:
    do(desk)
    with desk.database.begin() as db, unguarded(db):
        db.execute(delete(EntryRow))
        remember(last_entry=0, last_seal="")(db)
    assert desk.verify() == Finding(workspace=HOME, sound=0, flaw=Flaw.CUT_OFF, at=1)
    assert desk.verify(AWAY) == Finding(workspace=AWAY, sound=0)


def test_nobody_without_the_key_seals_the_beginning_of_a_record_that_was_wiped(recorded: Desk) -> None:
    with recorded.database.begin() as db, unguarded(db):
        db.execute(delete(EntryRow).where(EntryRow.workspace == HOME))
        remember(last_entry=0)(db)
        audit.begin(db, HOME, b"a key that somebody made up")
    assert recorded.verify() == Finding(workspace=HOME, sound=0, flaw=Flaw.UNKNOWN, at=1)


def test_the_end_is_unknown_where_the_workspaces_row_is_gone(recorded: Desk) -> None:
    forget(recorded, HOME)
    assert workspaces(recorded) == [HOME, AWAY]
    assert recorded.verify() == Finding(workspace=HOME, sound=RECORDED, flaw=Flaw.UNKNOWN, at=RECORDED + 1)


def test_a_workspace_of_which_only_holds_are_left_is_told_of(desk: Desk) -> None:
    fill(desk.database, 1)
    desk.hold(BEN, 1)
    forget(desk, HOME)
    with desk.database.begin() as db, unguarded(db):
        db.execute(delete(EntryRow))
    assert workspaces(desk) == [HOME, AWAY]
    assert desk.verify() == Finding(workspace=HOME, sound=0, flaw=Flaw.UNKNOWN, at=1)


def put(desk: Desk, column: str, garbage: str, number: int = 3) -> None:
    """Write what the desk itself would not, as SQL says it."""
    with desk.database.begin() as db, unguarded(db):
        done = db.exec_driver_sql(
            f"UPDATE entries SET {column} = {garbage} WHERE workspace = '{HOME}' AND number = {number}"
        )
    assert done.rowcount == 1


def unreadable(desk: Desk) -> str:
    """A time that cannot be read."""
    return "'infinity'" if desk.database.engine.dialect.name == "postgresql" else "'garbage'"


def forget(desk: Desk, workspace: WorkspaceId) -> None:
    with unchecked(desk.database) as db:
        db.execute(delete(WorkspaceRow).where(WorkspaceRow.id == workspace))


def workspaces(desk: Desk) -> list[WorkspaceId]:
    with desk.database.reading() as db:
        return audit.workspaces(db)

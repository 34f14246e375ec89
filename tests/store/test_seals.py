"""The record is sealed: nobody changes it without its being found, from the first entry to the last."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from handlers import expiry
from store import audit, workspaces
from store.audit import Finding, Flaw
from store.session import Database, Db, connect
from store.tables import EntryRow, WorkspaceRow
from store.types import Action, Deed, Tip
from tests.desk import A_MOMENT, AUDIT_KEY, AWAY, BEN, CHANNEL, EVE, HOLD_LASTS, HOME, START, Desk, fill
from tests.tampering import unguarded

ROOT = Path(__file__).parents[2]
DEED = Deed(
    workspace=HOME,
    at=START,
    who=BEN.user,
    name="ben",
    action=Action.RELEASED,
    subject="H-1",
    channel=CHANNEL,
    message="1772442600.000100",
    before={"size": 2},
    after={"numbers": ["+12065550100"]},
)
RECORDED = 5
FORGED = "0" * 64
Tamper = Callable[[Db], object]


@pytest.fixture
def recorded(desk: Desk) -> Desk:
    """A desk with five entries in HOME's record and one in AWAY's."""
    desk.record(*[replace(DEED, subject=f"H-{number}") for number in range(RECORDED)])
    desk.record(replace(DEED, workspace=AWAY))
    return desk


def _entry(number: int) -> Any:
    return (EntryRow.workspace == HOME) & (EntryRow.number == number)


def _change(column: str, value: object) -> Tamper:
    return lambda db: db.execute(update(EntryRow).where(_entry(3)).values({column: value}))


def _remove(*numbers: int) -> Tamper:
    return lambda db: db.execute(delete(EntryRow).where(EntryRow.workspace == HOME, EntryRow.number.in_(numbers)))


def _renumber(*moves: tuple[int, int]) -> Tamper:
    def moved(db: Db) -> None:
        for old, new in moves:
            db.execute(update(EntryRow).where(_entry(old)).values(number=new))

    return moved


def _set(**values: object) -> Tamper:
    return lambda db: db.execute(update(WorkspaceRow).where(WorkspaceRow.id == HOME).values(values))


def _copy_the_last(db: Db) -> None:
    row = db.execute(select(EntryRow).where(_entry(RECORDED))).one()
    db.execute(insert(EntryRow).values({**row._mapping, "number": RECORDED + 1}))


def _add_with_the_key(db: Db) -> None:
    tip = workspaces.lock(db, HOME).tip
    adding = audit.Addition(key=AUDIT_KEY, tip=tip)
    adding.add(DEED)
    adding.write(db)
    _set(last_entry=tip.number, last_seal=tip.seal)(db)


def _begin_anew_with_another_key(db: Db) -> None:
    _remove(*range(1, RECORDED + 1))(db)
    adding = audit.Addition(key=b"a key that somebody made up", tip=Tip())
    adding.add(DEED)
    adding.write(db)


@pytest.mark.parametrize(
    ("tamper", "flaw", "at"),
    [
        pytest.param(_change("at", START + A_MOMENT), Flaw.CHANGED, 3, id="another time"),
        pytest.param(_change("who", "UADA"), Flaw.CHANGED, 3, id="another member"),
        pytest.param(_change("who", None), Flaw.CHANGED, 3, id="the clock for a member"),
        pytest.param(_change("name", "ada"), Flaw.CHANGED, 3, id="another name"),
        pytest.param(_change("action", "acquired"), Flaw.CHANGED, 3, id="another action"),
        pytest.param(_change("subject", "H-9"), Flaw.CHANGED, 3, id="another subject"),
        pytest.param(_change("channel", "C9"), Flaw.CHANGED, 3, id="another channel"),
        pytest.param(_change("channel", None), Flaw.CHANGED, 3, id="no channel"),
        pytest.param(_change("message", ""), Flaw.CHANGED, 3, id="an empty message"),
        pytest.param(_change("before", {"size": 3}), Flaw.CHANGED, 3, id="another before"),
        pytest.param(_change("after", {}), Flaw.CHANGED, 3, id="nothing after"),
        pytest.param(_change("seal", FORGED), Flaw.CHANGED, 3, id="another seal"),
        pytest.param(_change("workspace", AWAY), Flaw.MISSING, 3, id="in another workspace"),
        pytest.param(_remove(3), Flaw.MISSING, 3, id="one taken out"),
        pytest.param(_remove(1), Flaw.MISSING, 1, id="the first taken out"),
        pytest.param(_remove(4, 5), Flaw.CUT_OFF, 4, id="the last cut off"),
        pytest.param(_remove(1, 2, 3, 4, 5), Flaw.CUT_OFF, 1, id="all cut off"),
        pytest.param(_copy_the_last, Flaw.CHANGED, 6, id="one added"),
        pytest.param(_add_with_the_key, Flaw.ADDED, 6, id="one added with the key, unknown to the workspace"),
        pytest.param(_renumber((2, 9), (3, 2), (9, 3)), Flaw.CHANGED, 2, id="two swapped"),
        pytest.param(_renumber((3, 6)), Flaw.MISSING, 3, id="one moved to the end"),
        pytest.param(
            lambda db: (_remove(3)(db), _renumber((4, 3), (5, 4))(db)), Flaw.CHANGED, 3, id="a gap that was closed"
        ),
        pytest.param(_set(last_seal=FORGED), Flaw.CHANGED, 5, id="another seal remembered"),
        pytest.param(_set(last_entry=3), Flaw.ADDED, 4, id="fewer remembered"),
        pytest.param(_set(last_entry=6), Flaw.CUT_OFF, 6, id="more remembered"),
        pytest.param(_begin_anew_with_another_key, Flaw.CHANGED, 1, id="all of it written anew with another key"),
    ],
)
def test_whatever_is_done_to_the_record_behind_its_back_is_found(
    recorded: Desk, tamper: Tamper, flaw: Flaw, at: int
) -> None:
    assert recorded.verify() == Finding(workspace=HOME, sound=RECORDED)
    with recorded.database.begin() as db, unguarded(db):
        tamper(db)
    found = recorded.verify()
    assert (found.flaw, found.at) == (flaw, at)
    assert found.sound == at - 1


def test_what_is_done_to_one_record_leaves_anothers_sound(recorded: Desk) -> None:
    with recorded.database.begin() as db, unguarded(db):
        _remove(3)(db)
    assert recorded.verify(AWAY) == Finding(workspace=AWAY, sound=1)


def test_with_another_key_no_entry_is_as_it_was_written(recorded: Desk) -> None:
    found = recorded.verify(key=b"a key that somebody made up")
    assert found == Finding(workspace=HOME, sound=0, flaw=Flaw.CHANGED, at=1)


def test_a_record_without_entries_is_sound(desk: Desk) -> None:
    assert desk.verify() == Finding(workspace=HOME, sound=0)


def test_no_two_seals_of_the_same_deed_are_alike(desk: Desk) -> None:
    desk.record(DEED, DEED)
    with desk.database.reading() as db:
        first, second = (seal for _, seal in audit.every(db, HOME, 2))
    assert first != second


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(update(EntryRow).values(name="ada"), id="change all"),
        pytest.param(update(EntryRow).where(_entry(3)).values(seal=FORGED), id="change one"),
        pytest.param(delete(EntryRow), id="delete all"),
        pytest.param(delete(EntryRow).where(_entry(RECORDED)), id="delete the last"),
    ],
)
def test_the_database_refuses_to(recorded: Desk, statement: Any) -> None:
    before = recorded.everything()
    with pytest.raises(IntegrityError, match="the record is only added to"), recorded.database.begin() as db:
        db.execute(statement)
    assert recorded.everything() == before


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
@pytest.mark.parametrize("statement", ["TRUNCATE entries", "TRUNCATE workspaces CASCADE"])
def test_the_database_refuses_to_empty_the_record(recorded: Desk, statement: str) -> None:
    """SQLite has no TRUNCATE."""
    with pytest.raises(IntegrityError, match="the record is only added to"), recorded.database.begin() as db:
        db.execute(text(statement))
    assert recorded.verify().sound == RECORDED


def test_what_the_clock_ends_is_sealed_in_each_workspace(desk: Desk) -> None:
    fill(desk.database, 5)
    ended = [desk.hold(BEN, 2), desk.hold(BEN, 1), desk.hold(EVE, 2)]
    desk.clock.advance(HOLD_LASTS)
    expiry.announce_ended(desk.tools)
    assert desk.verify() == Finding(workspace=HOME, sound=4)
    assert desk.verify(AWAY) == Finding(workspace=AWAY, sound=2)
    last = [desk.entries(hold.name, hold.workspace)[-1].deed.action for hold in ended]
    assert last == [Action.RAN_OUT] * 3


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_workspaces_do_not_wait_for_each_other_to_record(desk: Desk) -> None:
    """SQLite has one writer at a time, whichever the workspace."""
    fill(desk.database, 2)
    impatient = connect(_url(desk.database, options="-c lock_timeout=1000"))
    with desk.database.begin() as db:
        workspaces.lock(db, HOME)
        desk.through(impatient).hold(EVE, 1)
        with pytest.raises(OperationalError, match="lock timeout"):
            desk.through(impatient).hold(BEN, 1)
    impatient.close()
    assert desk.verify(AWAY) == Finding(workspace=AWAY, sound=1)


def test_the_command_says_of_each_workspace_that_its_record_is_sound(recorded: Desk, tmp_path: Path) -> None:
    done = _verify(recorded.database, tmp_path, AUDIT_KEY.decode())
    assert done.stdout.splitlines() == [f"{HOME}\t5 entries\tsound", f"{AWAY}\t1 entries\tsound"]
    assert (done.stderr, done.returncode) == ("", 0)


def test_the_command_names_the_first_bad_entry_and_fails(recorded: Desk, tmp_path: Path) -> None:
    with recorded.database.begin() as db, unguarded(db):
        _change("name", "ada")(db)
    done = _verify(recorded.database, tmp_path, AUDIT_KEY.decode())
    assert done.stdout.splitlines() == [f"{HOME}\t2 entries\tentry 3 is changed", f"{AWAY}\t1 entries\tsound"]
    assert done.returncode == 1


def test_the_command_is_refused_in_words_without_a_key(recorded: Desk, tmp_path: Path) -> None:
    done = _verify(recorded.database, tmp_path, "")
    assert (done.stdout, done.returncode) == ("", 2)
    assert done.stderr.startswith("NUMBERDESK_AUDIT_KEY must be a secret")


def _verify(database: Database, folder: Path, key: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder of its own, where no key is kept."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NUMBERDESK_", "SLACK_"))}
    ours = {"DATABASE_URL": _url(database), "NUMBERDESK_AUDIT_KEY": key, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", "audit", "verify"]
    return subprocess.run(command, env=clean | ours, cwd=folder, capture_output=True, text=True, check=False)


def _url(database: Database, **query: str) -> str:
    return database.engine.url.update_query_dict(query).render_as_string(hide_password=False)


def test_a_record_is_numbered_from_one_without_gaps(recorded: Desk) -> None:
    with pytest.raises(ZeroDivisionError):
        _fail_after_recording(recorded)
    assert recorded.record(DEED, DEED) == [6, 7]
    with recorded.database.reading() as db:
        numbers = list(db.scalars(select(EntryRow.number).where(EntryRow.workspace == HOME).order_by(EntryRow.number)))
        assert numbers == list(range(1, 8))
        assert db.scalar(select(func.max(EntryRow.number)).where(EntryRow.workspace == AWAY)) == 1


def _fail_after_recording(desk: Desk) -> None:
    with desk.database.begin() as db:
        adding = audit.Addition(key=AUDIT_KEY, tip=workspaces.lock(db, HOME).tip)
        assert adding.add(DEED) == RECORDED + 1
        adding.write(db)
        raise ZeroDivisionError

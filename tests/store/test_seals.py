"""The record is sealed: nobody changes it without its being found, from the first entry to the last."""

from typing import Any

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from handlers.holds import expiry
from handlers.holds.entries import HoldAction
from store import audit, workspaces
from store.audit.table import EntryRow
from store.audit.types import Finding, Flaw
from store.session import Db, connect
from store.workspaces.types import Tip
from tests.desk import A_MOMENT, AUDIT_KEY, AWAY, BEN, EVE, HOLD_LASTS, HOME, START, Desk, fill
from tests.store.sealing import DEED, FORGED, RECORDED, Tamper, change, entry, remember, remove, url_of
from tests.tampering import unguarded


def _renumber(*moves: tuple[int, int]) -> Tamper:
    def moved(db: Db) -> None:
        for old, new in moves:
            db.execute(update(EntryRow).where(entry(old)).values(number=new))

    return moved


def _copy_the_last(db: Db) -> None:
    row = db.execute(select(EntryRow).where(entry(RECORDED))).one()
    db.execute(insert(EntryRow).values({**row._mapping, "number": RECORDED + 1}))


def _cut_off_and_remember_what_is_left(db: Db) -> None:
    remove(4, 5)(db)
    remember(last_entry=3, last_seal=db.scalar(select(EntryRow.seal).where(entry(3))))(db)


def _add_with_the_key(db: Db) -> None:
    tip = workspaces.lock(db, HOME).tip
    adding = audit.Addition(key=AUDIT_KEY, tip=tip)
    adding.add(DEED)
    adding.write(db)
    remember(last_entry=tip.number, last_seal=tip.seal)(db)


def _begin_anew_with_another_key(db: Db) -> None:
    remove(*range(1, RECORDED + 1))(db)
    adding = audit.Addition(key=b"a key that somebody made up", tip=Tip())
    adding.add(DEED)
    adding.write(db)


@pytest.mark.parametrize(
    ("tamper", "flaw", "at"),
    [
        pytest.param(change("at", START + A_MOMENT), Flaw.CHANGED, 3, id="another time"),
        pytest.param(change("who", "UADA"), Flaw.CHANGED, 3, id="another member"),
        pytest.param(change("who", None), Flaw.CHANGED, 3, id="the clock for a member"),
        pytest.param(change("name", "ada"), Flaw.CHANGED, 3, id="another name"),
        pytest.param(change("action", "acquired"), Flaw.CHANGED, 3, id="another action"),
        pytest.param(change("subject", "H-9"), Flaw.CHANGED, 3, id="another subject"),
        pytest.param(change("channel", "C9"), Flaw.CHANGED, 3, id="another channel"),
        pytest.param(change("channel", None), Flaw.CHANGED, 3, id="no channel"),
        pytest.param(change("message", ""), Flaw.CHANGED, 3, id="an empty message"),
        pytest.param(change("before", {"size": 3}), Flaw.CHANGED, 3, id="another before"),
        pytest.param(change("after", {}), Flaw.CHANGED, 3, id="nothing after"),
        pytest.param(change("seal", FORGED), Flaw.CHANGED, 3, id="another seal"),
        pytest.param(change("workspace", AWAY), Flaw.MISSING, 3, id="in another workspace"),
        pytest.param(remove(3), Flaw.MISSING, 3, id="one taken out"),
        pytest.param(remove(1), Flaw.MISSING, 1, id="the first taken out"),
        pytest.param(remove(4, 5), Flaw.CUT_OFF, 4, id="the last cut off"),
        pytest.param(remove(1, 2, 3, 4, 5), Flaw.CUT_OFF, 1, id="all cut off"),
        pytest.param(_cut_off_and_remember_what_is_left, Flaw.UNKNOWN, 4, id="cut off, and what is left remembered"),
        pytest.param(_copy_the_last, Flaw.CHANGED, 6, id="one added"),
        pytest.param(_add_with_the_key, Flaw.ADDED, 6, id="one added with the key, unknown to the workspace"),
        pytest.param(_renumber((2, 9), (3, 2), (9, 3)), Flaw.CHANGED, 2, id="two swapped"),
        pytest.param(_renumber((3, 6)), Flaw.MISSING, 3, id="one moved to the end"),
        pytest.param(
            lambda db: (remove(3)(db), _renumber((4, 3), (5, 4))(db)), Flaw.CHANGED, 3, id="a gap that was closed"
        ),
        pytest.param(remember(last_seal=FORGED), Flaw.UNKNOWN, 6, id="another seal remembered"),
        pytest.param(remember(last_entry=3), Flaw.ADDED, 4, id="fewer remembered"),
        pytest.param(remember(last_entry=6), Flaw.CUT_OFF, 6, id="more remembered"),
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
        remove(3)(db)
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
        pytest.param(update(EntryRow).where(entry(3)).values(seal=FORGED), id="change one"),
        pytest.param(delete(EntryRow), id="delete all"),
        pytest.param(delete(EntryRow).where(entry(RECORDED)), id="delete the last"),
    ],
)
def test_the_database_refuses_to(recorded: Desk, statement: Any) -> None:
    before = recorded.everything()
    with pytest.raises(IntegrityError, match="the record is only added to"), recorded.database.begin() as db:
        db.execute(statement)
    assert recorded.everything() == before


COPY = "INTO entries SELECT workspace, number, at, who, 'ada', action, subject, channel, message, before, after, seal"


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(f"INSERT OR REPLACE {COPY} FROM entries WHERE number = 3", id="the same number"),
        pytest.param(f"REPLACE {COPY} FROM entries", id="all numbers"),
        pytest.param(
            "INSERT OR REPLACE INTO entries (rowid, workspace, number, at, name, action, subject, before, after, seal)"
            " SELECT rowid, workspace, 99, at, '', action, subject, before, after, seal FROM entries WHERE number = 3",
            id="another number in the same row",
        ),
    ],
)
def test_sqlite_refuses_to_replace(recorded: Desk, statement: str) -> None:
    """It deletes what is replaced without asking the trigger of deletions."""
    before = recorded.everything()
    with pytest.raises(IntegrityError, match="the record is only added to"), recorded.database.begin() as db:
        db.execute(text(statement))
    assert recorded.everything() == before


def test_the_database_refuses_to_insert_what_changes_an_entry(recorded: Desk) -> None:
    upsert = f"INSERT {COPY} FROM entries WHERE number = 3 ON CONFLICT (workspace, number) DO UPDATE SET name = 'ada'"
    with pytest.raises(IntegrityError, match="the record is only added to"), recorded.database.begin() as db:
        db.execute(text(upsert))
    assert recorded.verify().sound == RECORDED


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
    assert last == [HoldAction.RAN_OUT] * 3


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_workspaces_do_not_wait_for_each_other_to_record(desk: Desk) -> None:
    """SQLite has one writer at a time, whichever the workspace."""
    fill(desk.database, 2)
    impatient = connect(url_of(desk.database, options="-c lock_timeout=1000"))
    with desk.database.begin() as db:
        workspaces.lock(db, HOME)
        desk.through(impatient).hold(EVE, 1)
        with pytest.raises(OperationalError, match="lock timeout"):
            desk.through(impatient).hold(BEN, 1)
    impatient.close()
    assert desk.verify(AWAY) == Finding(workspace=AWAY, sound=1)


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

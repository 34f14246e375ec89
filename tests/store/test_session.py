"""Two ways into the database: one to change it, all or nothing; one to look, which waits for nobody."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import bindparam, func, literal, select, text, update
from sqlalchemy.exc import DBAPIError, NoResultFound, OperationalError

from store import holds, session, workspaces
from store.session import Database, connect
from store.types import WorkspaceId
from store.workspaces.table import WorkspaceRow
from tests.databases import Databases
from tests.desk import AWAY, HOME, Desk

NEW = WorkspaceId("T9")
LONGER = update(WorkspaceRow).values(hold_minutes=11)
AT_ONCE = 30.0  # seconds; whoever waits for a lock gives it up sooner, and fails


def test_leaving_commits(database: Database) -> None:
    with database.begin() as db:
        workspaces.lock(db, NEW)
    assert count(database) == 1


def test_raising_rolls_back(database: Database) -> None:
    def fail() -> None:
        with database.begin() as db:
            workspaces.lock(db, NEW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert count(database) == 0


def test_a_write_while_reading_raises(desk: Desk) -> None:
    with pytest.raises(DBAPIError), desk.database.reading() as db:
        db.execute(LONGER)


def test_reading_is_possible_again_after_a_write_was_refused(desk: Desk) -> None:
    test_a_write_while_reading_raises(desk)
    assert count(desk.database) == 2


def test_reading_does_not_wait_for_a_writer(desk: Desk) -> None:
    with desk.database.begin() as writer, ThreadPoolExecutor(1) as pool:
        workspaces.lock(writer, HOME)
        writer.execute(LONGER)
        assert pool.submit(hold_minutes, desk).result(AT_ONCE) == [10, 10]
    assert hold_minutes(desk) == [11, 11]


def test_a_writer_does_not_wait_for_readers(desk: Desk) -> None:
    with desk.database.reading() as reader, ThreadPoolExecutor(1) as pool:
        workspaces.find(reader, HOME)
        pool.submit(make_longer, desk).result(AT_ONCE)
    assert hold_minutes(desk) == [11, 11]


def test_reading_sees_one_moment_throughout(desk: Desk) -> None:
    with desk.database.reading() as reader:
        before = workspaces.find(reader, HOME)
        make_longer(desk)
        assert workspaces.find(reader, HOME) == before


def test_two_workspaces_do_not_wait_for_each_other_where_rows_can_be_locked(databases: Databases) -> None:
    database = connect(databases.new("postgresql"))
    with database.begin() as first, ThreadPoolExecutor(1) as pool:
        workspaces.lock(first, HOME)
        pool.submit(lock, database, AWAY).result(AT_ONCE)
    database.close()


def test_sqlite_takes_the_write_lock_when_a_transaction_begins(databases: Databases) -> None:
    database = connect(databases.new("sqlite"))
    with database.begin():
        second = database.engine.raw_connection()
        second.cursor().execute("PRAGMA busy_timeout = 0")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            second.cursor().execute("BEGIN IMMEDIATE")
        second.invalidate()
    database.close()


@pytest.mark.parametrize(
    ("second", "told"),
    [
        pytest.param(lambda first, _url: first, "other threads are writing", id="of the same process"),
        pytest.param(lambda _first, url: connect(url), "database is locked", id="of another process"),
    ],
)
def test_sqlite_lets_a_second_writer_wait_only_so_long(
    databases: Databases, monkeypatch: pytest.MonkeyPatch, second: Callable[[Database, str], Database], told: str
) -> None:
    monkeypatch.setattr(session, "PATIENCE", 0.001)
    url = databases.new("sqlite")
    first = connect(url)
    other = second(first, url)
    with first.begin(), pytest.raises(OperationalError, match=told), other.begin():
        pass
    with other.begin() as db:
        workspaces.lock(db, NEW)
    first.close()
    other.close()


def test_sqlite_is_told_to_keep_foreign_keys(databases: Databases) -> None:
    database = connect(databases.new("sqlite"))
    with database.begin() as db:
        assert db.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    database.close()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_is_reached_by_either_name(databases: Databases, scheme: str) -> None:
    database = connect(databases.new("postgresql").replace("postgresql", scheme, 1))
    with database.reading() as db:
        assert holds.find_all(db, HOME, []) == []
    database.close()


def count(database: Database) -> int:
    with database.reading() as db:
        return db.scalar(select(func.count()).select_from(WorkspaceRow)) or 0


def hold_minutes(desk: Desk) -> list[int]:
    with desk.database.reading() as db:
        return list(db.scalars(select(WorkspaceRow.__table__.c.hold_minutes)))


def make_longer(desk: Desk) -> None:
    with desk.database.begin() as db:
        db.execute(LONGER)


def lock(database: Database, workspace: WorkspaceId) -> None:
    with database.begin() as db:
        workspaces.lock(db, workspace)


ONE = select(WorkspaceRow.__table__.c.hold_minutes).where(WorkspaceRow.id == bindparam("id"))


def test_a_look_sees_what_others_have_committed(desk: Desk) -> None:
    assert desk.database.look(ONE, {"id": HOME}).hold_minutes == 10
    make_longer(desk)
    assert desk.database.look(ONE, {"id": HOME}).hold_minutes == 11


def test_a_look_without_an_answer_raises(desk: Desk) -> None:
    with pytest.raises(NoResultFound):
        desk.database.look(ONE, {"id": NEW})


def test_after_a_look_reading_sees_one_moment_throughout_as_ever(desk: Desk) -> None:
    desk.database.look(ONE, {"id": HOME})
    test_reading_sees_one_moment_throughout(desk)
    test_a_write_while_reading_raises(desk)


def test_a_look_goes_on_by_a_new_connection_where_the_server_has_closed_the_old_one(databases: Databases) -> None:
    database = connect(databases.new("postgresql"))
    assert database.look(select(literal(1)), {}) == (1,)
    with database.begin() as db:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        db.execute(text(f"{others} AND pid <> pg_backend_pid()"))
    assert database.look(select(literal(1)), {}) == (1,)
    database.close()


def test_a_look_at_what_is_not_there_raises_at_once(database: Database) -> None:
    with pytest.raises(DBAPIError):
        database.look(select(text("nothing")), {})


def test_sqlites_log_becomes_short_again_after_much_was_written(tmp_path: Path) -> None:
    database, much = connect(f"sqlite:///{tmp_path}/desk.db"), 20_000_000
    for statement in ("CREATE TABLE much (content BLOB)", f"INSERT INTO much VALUES (zeroblob({much}))"):
        with database.begin() as db:
            db.execute(text(statement))
    log = tmp_path / "desk.db-wal"
    assert log.stat().st_size > much
    for _ in range(2):  # the first to come once all of it is in the database begins the log anew
        with database.begin() as db:
            db.execute(text("INSERT INTO much VALUES ('')"))
    assert log.stat().st_size < much / 2
    database.close()

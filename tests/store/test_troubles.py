"""What is wrong with the database is told apart, on both engines as they say it themselves, in words of its own."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.failures import in_words
from handlers.kit.reply import says
from handlers.kit.tools import SlackSilent
from handlers.kit.transaction import Unconfirmed
from store import workspaces
from store.deadline import TooLate
from store.session import Database, connect
from store.troubles import Trouble, trouble_of
from store.workspaces.table import WorkspaceRow
from store.workspaces.types import LOCALES
from tests.databases import Databases
from tests.desk import BEN, HOME, click

MANY = [{"id": f"T{number:0>500}"} for number in range(500)]
DISK_IS_FULL = "BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END"


@pytest.fixture
def own(databases: Databases, engine_name: str) -> Iterator[Database]:
    """A database that may be spoilt."""
    made = connect(databases.new(engine_name))
    yield made
    made.close()


def fill_disk(database: Database) -> None:
    """Let SQLite have no page more. PostgreSQL has no such limit, so a trigger says what it would."""
    with database.begin() as db:
        if db.dialect.name == "sqlite":
            db.exec_driver_sql("PRAGMA max_page_count = 1")  # it takes that for as many as there are
            return
        db.execute(text(f"CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$ {DISK_IS_FULL} $$"))
        db.execute(text("CREATE TRIGGER fill BEFORE INSERT ON workspaces EXECUTE FUNCTION fill()"))


def make_read_only(database: Database) -> None:
    with database.begin() as db:
        if db.dialect.name == "sqlite":
            db.exec_driver_sql("PRAGMA query_only = ON")
            return
        db.execute(text(f"ALTER DATABASE {database.engine.url.database} SET default_transaction_read_only = on"))
    database.close()


def lose_table(database: Database) -> None:
    with database.begin() as db:
        db.execute(text("ALTER TABLE workspaces RENAME TO elsewhere"))


def lose_column(database: Database) -> None:
    with database.begin() as db:
        db.execute(text("ALTER TABLE workspaces RENAME COLUMN locale TO elsewhere"))


def write_much(database: Database) -> None:
    with database.begin() as db:
        workspaces.lock(db, HOME)
        db.execute(insert(WorkspaceRow), MANY)


def failed(code: str) -> DBAPIError:
    return DBAPIError("", None, type("Failure", (Exception,), {"sqlstate": code})())


@pytest.mark.parametrize(
    ("spoil", "trouble"),
    [
        pytest.param(fill_disk, Trouble.FULL, id="its disk is full"),
        pytest.param(make_read_only, Trouble.READ_ONLY, id="it can only be read"),
        pytest.param(lose_table, Trouble.SCHEMA, id="a table is not there"),
        pytest.param(lose_column, Trouble.SCHEMA, id="a column is not there"),
    ],
)
def test_what_is_wrong_is_known_from_how_a_change_fails(
    own: Database, spoil: Callable[[Database], None], trouble: Trouble
) -> None:
    spoil(own)
    with pytest.raises(DBAPIError) as failure:
        write_much(own)
    assert trouble_of(failure.value) is trouble


def test_a_server_that_is_not_there_is_away() -> None:
    with pytest.raises(DBAPIError) as failure, connect("postgresql://nobody@127.0.0.1:1/desk").begin():
        pass
    assert trouble_of(failure.value) is Trouble.AWAY


def test_a_file_that_cannot_be_opened_is_away() -> None:
    with pytest.raises(DBAPIError) as failure, connect("sqlite:////nowhere/at/all.db").begin():
        pass
    assert trouble_of(failure.value) is Trouble.AWAY


def test_a_fault_of_ours_is_none_of_these() -> None:
    assert trouble_of(ZeroDivisionError()) is None
    assert trouble_of(IntegrityError("INSERT", None, ValueError())) is None


FAILURES = [
    PoolTimeout(),
    *map(failed, ("53100", "25006", "42P01", "57P01")),
    TooLate(),
    Unconfirmed(),
    SlackSilent(),
    ZeroDivisionError(),
]


@pytest.mark.parametrize("locale", LOCALES)
def test_each_failure_has_words_of_its_own(locale: str) -> None:
    by = click(replace(BEN, locale=locale))
    told = [in_words(by, failure, says) for failure in FAILURES]
    assert len({reply.text for reply, _ in told}) == len({outcome for _, outcome in told}) == len(FAILURES)

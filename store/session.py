"""The two ways into the database: `begin` to change it, `reading` to look."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

Db = Connection
Begin = Callable[[], AbstractContextManager[Db]]

BUSY_MILLISECONDS = 2000  # Slack waits three seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """Both ways into one database. `engine` is for what goes below them: migrations and checks."""

    engine: Engine
    reader: Engine

    def begin(self) -> AbstractContextManager[Db]:
        """Change it: leaving commits, raising rolls back; on SQLite the write lock is taken at BEGIN."""
        return self.engine.begin()

    def reading(self) -> AbstractContextManager[Db]:
        """Look at it: one consistent view that waits for nobody; a write raises."""
        return self.reader.begin()

    def close(self) -> None:
        self.engine.dispose()
        self.reader.dispose()


def connect(url: str) -> Database:
    """Open the database at an SQLAlchemy URL of SQLite or PostgreSQL."""
    writer, reader = (_sqlite if url.startswith("sqlite") else _postgresql)(url)
    return Database(engine=writer, reader=reader)


def _postgresql(url: str) -> tuple[Engine, Engine]:
    url = url.replace("postgres://", "postgresql://", 1).replace("postgresql://", "postgresql+psycopg://", 1)
    writer = create_engine(url, pool_pre_ping=True, pool_size=16)
    reader = create_engine(
        url,
        pool_pre_ping=True,
        pool_size=16,
        execution_options={"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"},
    )
    return writer, reader


def _sqlite(url: str) -> tuple[Engine, Engine]:
    writer, reader = create_engine(url, pool_size=16), create_engine(url, pool_size=16)
    _queue(writer)  # before what begins: listeners are called in the order in which they came
    # pysqlite begins a transaction at the first write, so two members could both
    # read "free" before it. Taking the write lock at BEGIN closes that window.
    _begins(writer, "BEGIN IMMEDIATE", "PRAGMA journal_mode = WAL", "PRAGMA foreign_keys = ON")
    _begins(reader, "BEGIN DEFERRED", "PRAGMA query_only = ON")
    return writer, reader


def _begins(engine: Engine, begin: str, *pragmas: str) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(dbapi: Any, _entry: ConnectionPoolEntry) -> None:
        dbapi.isolation_level = None
        dbapi.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        for pragma in pragmas:
            dbapi.execute(pragma)

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def _queue(writer: Engine) -> None:
    """Let one thread after another write: SQLite would have them nap and try again, most of the time all at once."""
    turn = Lock()

    @event.listens_for(writer, "begin")
    def on_begin(connection: Connection) -> None:
        if not turn.acquire(timeout=BUSY_MILLISECONDS / 1000):
            raise OperationalError("BEGIN", None, TimeoutError("other threads are writing"))
        connection.info[turn] = True

    @event.listens_for(writer, "checkin")
    def on_checkin(_dbapi: Any, entry: ConnectionPoolEntry) -> None:
        if entry.info.pop(turn, False):
            turn.release()

"""The two ways into the database: `begin` to change it, `reading` to look; and `look`, for one question alone."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, create_engine, event
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import ConnectionPoolEntry

Db = Connection
Begin = Callable[[], AbstractContextManager[Db]]
Look = Callable[[Select[Any], Mapping[str, Any]], Row[Any]]

BUSY_MILLISECONDS = 2000  # Slack waits three seconds


# What PostgreSQL says of itself: https://www.postgresql.org/docs/18/errcodes-appendix.html, November 2026.
_CONNECTION, _GOING, _FULL = "08", "57P", "53300"
# At connecting there is no such code. Who is refused in one of these words is refused for good.
_REFUSED = ("does not exist", "authentication failed", "no password supplied", "pg_hba.conf", "permission denied")


def is_away(failure: BaseException) -> bool:
    """Whether a failure says that the database's server cannot be reached now, and later may be."""
    if isinstance(failure, PoolTimeout):
        return True
    if not isinstance(failure, OperationalError | InterfaceError):
        return False
    code = getattr(failure.orig, "sqlstate", "")  # SQLite has no server
    if code is None:
        return not any(words in str(failure.orig) for words in _REFUSED)
    return failure.connection_invalidated or str(code).startswith((_CONNECTION, _GOING, _FULL))


def first_line(failure: BaseException) -> str:
    """What a failure says, without the statement that failed."""
    said = failure.orig if isinstance(failure, DBAPIError) else failure
    return next(iter(str(said).splitlines()), type(said).__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """The ways into one database. `engine` is also for what goes below them: migrations and checks."""

    engine: Engine
    reader: Engine
    looker: Engine

    def begin(self) -> AbstractContextManager[Db]:
        """Change it: leaving commits, raising rolls back; on SQLite the write lock is taken at BEGIN.

        Raises sqlalchemy.exc.OperationalError where others keep that lock for longer than BUSY_MILLISECONDS.
        """
        return self.engine.begin()

    def reading(self) -> AbstractContextManager[Db]:
        """Look at it: one consistent view that waits for nobody; a write raises."""
        return self.reader.begin()

    def look(self, question: Select[Any], given: Mapping[str, Any]) -> Row[Any]:
        """Ask one question, outside any transaction, whose answer is one row; else raise NoResultFound.

        It is for what asks all day long whether there is something to do: a statement alone has one consistent view
        anyway, so BEGIN, COMMIT and a ping before would be three more of them and make nothing surer. It hands out no
        connection, so that nobody takes the answers of two questions for one moment, or writes.
        """
        try:
            return self._look(question, given)
        except DBAPIError as failure:
            if not failure.connection_invalidated:
                raise
        return self._look(question, given)  # the server closed the connection since the last look: by a new one

    def _look(self, question: Select[Any], given: Mapping[str, Any]) -> Row[Any]:
        with self.looker.connect() as db:
            return db.execute(question, given).one()

    def close(self) -> None:
        """Close the connections that are in no use; whoever asks for another opens it anew."""
        for engine in (self.engine, self.reader, self.looker):
            engine.dispose()


def connect(url: str) -> Database:
    """Open the database at an SQLAlchemy URL of SQLite or PostgreSQL, where postgres:// and postgresql:// mean psycopg.

    No connection is made yet. Raises sqlalchemy.exc.ArgumentError for what is no such URL.
    """
    return (_sqlite if url.startswith("sqlite") else _postgresql)(url)


def _postgresql(url: str) -> Database:
    url = url.replace("postgres://", "postgresql://", 1).replace("postgresql://", "postgresql+psycopg://", 1)
    writer = create_engine(url, pool_pre_ping=True, pool_size=16)
    reader = create_engine(
        url,
        pool_pre_ping=True,
        pool_size=16,
        execution_options={"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"},
    )
    looker = create_engine(url, pool_size=1, isolation_level="AUTOCOMMIT")
    return Database(engine=writer, reader=reader, looker=looker)


def _sqlite(url: str) -> Database:
    writer, reader = create_engine(url, pool_size=16), create_engine(url, pool_size=16)
    looker = create_engine(url, pool_size=1)
    _queue(writer)  # before what begins: listeners are called in the order in which they came
    _connects(writer, "PRAGMA journal_mode = WAL", "PRAGMA foreign_keys = ON")
    # pysqlite begins a transaction at the first write, so two members could both
    # read "free" before it. Taking the write lock at BEGIN closes that window.
    _begins(writer, "BEGIN IMMEDIATE")
    for engine in (reader, looker):
        _connects(engine, "PRAGMA query_only = ON")
    _begins(reader, "BEGIN DEFERRED")
    return Database(engine=writer, reader=reader, looker=looker)


def _connects(engine: Engine, *pragmas: str) -> None:
    """Leave it to us when a transaction begins, and set each new connection up."""

    @event.listens_for(engine, "connect")
    def on_connect(dbapi: Any, _entry: ConnectionPoolEntry) -> None:
        dbapi.isolation_level = None
        dbapi.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        for pragma in pragmas:
            dbapi.execute(pragma)


def _begins(engine: Engine, begin: str) -> None:
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

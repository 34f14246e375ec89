"""The two ways into the database: `begin` to change it, `reading` to look; and `look`, for one question alone.

Each wait in them has an end. What a member waits for ends with the deadline of their click (`store.deadline`); what
nobody waits for takes no longer than LONGEST, and neither waits for others longer than PATIENCE.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from store import deadline

Db = Connection
Begin = Callable[[], AbstractContextManager[Db]]
Look = Callable[[Select[Any], Mapping[str, Any]], Row[Any]]

PATIENCE = 2.0  # seconds, for a lock, a turn or a connection: Slack waits three for all together
LONGEST = 60.0  # seconds, for one statement of what nobody waits for, such as an export
IDLE = 10.0  # seconds, between two statements of a change: who is frozen longer lets the others go on
LOOKS_WITHIN = 5.0  # seconds
_OF_CHECKPOINTED_LOG = 8 * 1024 * 1024  # bytes that SQLite's write-ahead log keeps once its pages are in the database
_BETWEEN_LOOKS = 100_000  # steps of SQLite's machine, a millisecond or so


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """The ways into one database. `engine` is also for what goes below them: migrations and checks."""

    engine: Engine
    reader: Engine
    looker: Engine

    @contextmanager
    def begin(self) -> Iterator[Db]:
        """Change it: leaving commits, raising rolls back; on SQLite the write lock is taken at BEGIN.

        Raises sqlalchemy.exc.OperationalError where others keep a lock for longer than PATIENCE, and
        store.deadline.TooLate where nobody waits any more for what would be committed.
        """
        deadline.check()
        with self.engine.begin() as db:
            yield db
            deadline.check()

    @contextmanager
    def reading(self) -> Iterator[Db]:
        """Look at it: one consistent view that waits for nobody; a write raises. Raises store.deadline.TooLate."""
        deadline.check()
        with self.reader.begin() as db:
            yield db

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
    from store.postgresql import connects

    url = url.replace("postgres://", "postgresql://", 1).replace("postgresql://", "postgresql+psycopg://", 1)
    usual: dict[str, Any] = {"pool_timeout": PATIENCE, "use_native_hstore": False}  # which we keep nothing in
    writer, reader = (create_engine(url, pool_pre_ping=True, pool_size=16, **usual) for _ in ("writer", "reader"))
    looker = create_engine(url, pool_size=1, isolation_level="AUTOCOMMIT", **usual)
    event.listen(writer, "do_connect", connects(LONGEST, prepares=True))
    event.listen(reader, "do_connect", connects(LONGEST))  # a search is planned for what is looked for
    event.listen(looker, "do_connect", connects(LOOKS_WITHIN))
    _begins(writer, lambda: f"BEGIN; {_limits(IDLE)}")
    _begins(reader, lambda: f"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {_limits(LONGEST)}")
    return Database(engine=writer, reader=reader, looker=looker)


def _limits(idle: float) -> str:
    """The server's time-outs for this transaction alone: PgBouncer lets no others through, or gives them to others."""
    left = deadline.left()
    limits = {
        "lock_timeout": min(PATIENCE, left),
        "statement_timeout": min(LONGEST, left),
        "idle_in_transaction_session_timeout": min(idle, left),
    }
    return "; ".join(f"SET LOCAL {name} = {_milliseconds(limit)}" for name, limit in limits.items())


def _milliseconds(seconds: float) -> int:
    """At least one, for none means no limit."""
    return max(int(seconds * 1000), 1)


def _sqlite(url: str) -> Database:
    usual: dict[str, Any] = {"poolclass": QueuePool, "pool_timeout": PATIENCE}  # a file in memory has another by itself
    writer, reader = (create_engine(url, pool_size=16, **usual) for _ in ("writer", "reader"))
    looker = create_engine(url, pool_size=1, **usual)
    _queue(writer)  # before what begins: listeners are called in the order in which they came
    _connects(
        writer,
        "PRAGMA journal_mode = WAL",
        "PRAGMA foreign_keys = ON",
        f"PRAGMA journal_size_limit = {_OF_CHECKPOINTED_LOG}",
    )
    # pysqlite begins a transaction at the first write, so two members could both
    # read "free" before it. Taking the write lock at BEGIN closes that window.
    _begins(writer, lambda: "BEGIN IMMEDIATE")
    for engine in (reader, looker):
        _connects(engine, "PRAGMA query_only = ON")
    _begins(reader, lambda: "BEGIN DEFERRED")
    return Database(engine=writer, reader=reader, looker=looker)


def _connects(engine: Engine, *pragmas: str) -> None:
    """Leave it to us when a transaction begins, and set each new connection up."""

    @event.listens_for(engine, "connect")
    def on_connect(dbapi: Any, _entry: ConnectionPoolEntry) -> None:
        dbapi.isolation_level = None
        dbapi.execute(f"PRAGMA busy_timeout = {_milliseconds(PATIENCE)}")
        dbapi.set_progress_handler(lambda: deadline.left() <= 0, _BETWEEN_LOOKS)  # ends what nobody waits for
        for pragma in pragmas:
            dbapi.execute(pragma)


def _begins(engine: Engine, begin: Callable[[], str]) -> None:
    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin())


def _queue(writer: Engine) -> None:
    """Let one thread after another write: SQLite would have them nap and try again, most of the time all at once."""
    turn = Lock()

    @event.listens_for(writer, "begin")
    def on_begin(connection: Connection) -> None:
        patience = max(min(PATIENCE, deadline.left()), 0)
        if not turn.acquire(timeout=patience):
            raise OperationalError("BEGIN", None, TimeoutError("other threads are writing"))
        connection.info[turn] = True
        # The lock that other processes may have.
        connection.connection.cursor().execute(f"PRAGMA busy_timeout = {_milliseconds(patience)}")

    @event.listens_for(writer, "checkin")
    def on_checkin(_dbapi: Any, entry: ConnectionPoolEntry) -> None:
        if entry.info.pop(turn, False):
            turn.release()

"""A connection to PostgreSQL whose every wait has an end, also where neither server nor network says anything."""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import Connection, OperationalError
from sqlalchemy import Connection as Db

from store import deadline

CONNECTS_WITHIN = 2  # seconds; libpq knows no less
_GRACE = 0.5  # seconds: the server ends a statement by itself, and what is left undone is rolled back

# https://www.postgresql.org/docs/18/libpq-connect.html, November 2026: what is not acknowledged for so long (in
# milliseconds), and three questions without an answer (seconds), end a connection whose other end is gone.
_SILENCE = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 5000}
CONNECT: dict[str, Any] = {
    "connect_timeout": CONNECTS_WITHIN,
    **_SILENCE,
    # It is left to us when a transaction begins, and with which limits.
    "autocommit": True,
}


class PatientConnection(Connection[Any]):
    """Gives an answer up that takes longer than `longest` seconds, or than somebody waits; the connection with it.

    The server's own time-outs say more and keep the connection, but only a server that is there has any.
    """

    longest: float

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        """Wait for the server. Raises psycopg.OperationalError where it does not answer."""
        most = min(self.longest, max(deadline.left(), 0)) + _GRACE
        try:
            return super().wait(gen, interval, most if timeout is None else min(timeout, most))
        except OperationalError as failure:
            if failure.sqlstate is None:
                self.pgconn.finish()
            raise


def connects(longest: float, *, prepares: bool = False) -> Callable[..., PatientConnection]:
    """What makes connections that wait no longer than that for one answer, from an SQLAlchemy engine's arguments.

    Where it `prepares`, statements that come again and again are planned once; but not by way of a pooler such as
    PgBouncer: there one transaction's server is not the next one's, and knows no statement that was prepared before.
    A server says its process when one connects (https://www.postgresql.org/docs/18/protocol-flow.html, BackendKeyData;
    November 2026); a pooler makes up another.
    """

    def connect(_dialect: Any, _entry: Any, arguments: Any, options: dict[str, Any]) -> PatientConnection:
        made = PatientConnection.connect(*arguments, **CONNECT | options)
        made.longest = longest
        if not (prepares and _knows_its_process(made)):
            made.prepare_threshold = None
        return made

    return connect


def _knows_its_process(made: PatientConnection) -> bool:
    """Whether what a server says of its process is so. Closes the connection where that fails: nobody has it yet."""
    try:
        return made.execute("SELECT pg_backend_pid()").fetchone() == (made.pgconn.backend_pid,)
    except BaseException:
        made.close()
        raise


@contextmanager
def unhurried(db: Db) -> Iterator[None]:
    """Let statements take as long as they do, in a transaction that nobody waits for. Locks are waited for as ever."""
    connection: Any = db.connection.driver_connection
    longest, connection.longest = connection.longest, math.inf
    db.exec_driver_sql("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0")
    try:
        yield
    finally:
        connection.longest = longest

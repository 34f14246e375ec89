"""What is wrong where the database fails, in the few kinds that need different words and different hands."""

import sqlite3
from enum import StrEnum

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

FAILURES = (DBAPIError, PoolTimeout)  # what a statement, a commit or a connection can end in


class Trouble(StrEnum):
    """Why the database did not do as it was asked."""

    BUSY = "busy"  # others are at it, or too many are
    AWAY = "away"  # its server cannot be reached
    FULL = "full"  # its disk
    READ_ONLY = "read-only"
    SCHEMA = "schema"  # it has not the tables and columns that this code knows


# What PostgreSQL says of itself: https://www.postgresql.org/docs/18/errcodes-appendix.html, November 2026; by the
# beginning of its codes. What ends a statement or a transaction that took too long, or a deadlock, is being busy.
_CODES = {
    "08": Trouble.AWAY,
    "25006": Trouble.READ_ONLY,
    "25P03": Trouble.BUSY,
    "40": Trouble.BUSY,
    "42P01": Trouble.SCHEMA,
    "42703": Trouble.SCHEMA,
    "3F000": Trouble.SCHEMA,
    "53100": Trouble.FULL,
    "53300": Trouble.AWAY,
    "55P03": Trouble.BUSY,
    "57014": Trouble.BUSY,
    "57P": Trouble.AWAY,
}
# What SQLite says: https://www.sqlite.org/rescode.html, November 2026. Its lowest byte is the kind.
_RESULTS = {
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_INTERRUPT: Trouble.BUSY,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Trouble.AWAY,
}
_NO_SPACE = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE)  # as a disk without room fails a write-ahead log
# A table or column that is not there is an error like many others to it, told by words alone.
_MISSING = ("no such table", "no such column", "has no column named")
# At connecting PostgreSQL gives no code. Who is refused in one of these words is refused for good.
_REFUSED = ("does not exist", "authentication failed", "no password supplied", "pg_hba.conf", "permission denied")


def trouble_of(failure: BaseException) -> Trouble | None:
    """What is wrong; None where it is none of these, but a fault of ours."""
    if isinstance(failure, PoolTimeout):
        return Trouble.BUSY
    if not isinstance(failure, DBAPIError):
        return None
    if isinstance(failure.orig, TimeoutError):
        return Trouble.BUSY
    if isinstance(failure.orig, sqlite3.Error):
        return _of_sqlite(failure.orig)
    return _of_postgresql(failure)


def is_away(failure: BaseException) -> bool:
    """Whether a failure says that the database's server cannot be reached now, and later may be."""
    return isinstance(failure, PoolTimeout) or trouble_of(failure) is Trouble.AWAY


def first_line(failure: BaseException) -> str:
    """What a failure says, without the statement that failed."""
    said = failure.orig if isinstance(failure, DBAPIError) else failure
    return next(iter(str(said).splitlines()), type(said).__name__)


def _of_sqlite(failure: sqlite3.Error) -> Trouble | None:
    result = getattr(failure, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if result in _NO_SPACE:
        return Trouble.FULL
    if any(words in str(failure) for words in _MISSING):
        return Trouble.SCHEMA
    return _RESULTS.get(result & 0xFF)


def _of_postgresql(failure: DBAPIError) -> Trouble | None:
    code = getattr(failure.orig, "sqlstate", None)
    if code is not None:
        told = next((trouble for start, trouble in _CODES.items() if code.startswith(start)), None)
        return told or (Trouble.AWAY if failure.connection_invalidated else None)
    if isinstance(failure, OperationalError | InterfaceError):
        return None if any(words in str(failure.orig) for words in _REFUSED) else Trouble.AWAY
    return None

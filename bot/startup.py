"""What a process makes sure of before it starts: that the database is there, its tables and its record are ours."""

import time
from collections.abc import Callable

import structlog

from bot.settings import CannotStart
from store import revisions
from store.audit import keys
from store.session import Database, Db
from store.troubles import is_away

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 15.0  # seconds

log = structlog.get_logger()


def make_sure(database: Database, audit_key: bytes, pause: Callable[[float], None] = time.sleep) -> None:
    """Wait for the database as long as it is away, and look at its tables and its record; what raises closes it.

    Raises CannotStart where the tables are older than the code, or where the record is sealed with another key: what
    would be added with this one would spoil it for ever. Raises SQLAlchemyError where the database refuses us.
    """
    try:
        wait_for(database, pause)
        with database.reading() as db:
            check_tables(db)
            check_key(db, audit_key)
    except BaseException:
        database.close()
        raise


def wait_for(database: Database, pause: Callable[[float], None] = time.sleep) -> None:
    """Wait as long as the database is away, looking ever less often. Raises SQLAlchemyError where it refuses us."""
    seconds = _FIRST_PAUSE
    while not _is_there(database):
        pause(seconds)
        seconds = min(2 * seconds, _LONGEST_PAUSE)


def check_tables(db: Db) -> None:
    """Raise CannotStart where there are no tables, or not yet those of this version.

    Newer ones are fine: a version keeps working on the tables of the next, so that both can run for a while.
    """
    ours, theirs = revisions.of_code(), revisions.of_tables(db)
    if not theirs:
        raise CannotStart("The database has no tables yet: run `python -m bot migrate` first.")
    if theirs < ours:
        raise CannotStart(
            f"The database's tables are those of an older version ({theirs}; this one needs {ours}): back the database"
            " up, and run `python -m bot migrate`."
        )


def check_key(db: Db, audit_key: bytes) -> None:
    """Raise CannotStart where a record is sealed with another key."""
    if others := keys.sealed_with_another(db, audit_key):
        raise CannotStart(
            f"NUMBERDESK_AUDIT_KEY is not the key that the record of {', '.join(others)} is sealed with. Nothing was"
            " changed: start with the key that the record was begun with."
        )


def _is_there(database: Database) -> bool:
    try:
        with database.reading():
            return True
    except Exception as failure:
        if not is_away(failure):
            raise
        log.warning("waiting for the database", exc_info=failure)  # which comes to one line a minute
        return False

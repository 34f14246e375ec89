"""The copy of a database that somebody asked for, and what must be kept with it."""

import shlex
import sqlite3
from pathlib import Path

from sqlalchemy import make_url

from bot import keys
from bot.settings import CannotStart
from store import backup


def back_up(url: str, to: Path) -> str:
    """Copy an SQLite database to a new file, and say what came of it. Raises CannotStart where nothing is copied."""
    database = make_url(url)
    if database.get_backend_name() != "sqlite":
        raise CannotStart(
            "A PostgreSQL database is backed up by its own tool:\n"
            f'  pg_dump --format=custom --file={shlex.quote(str(to))} "$DATABASE_URL"\n'
            "where DATABASE_URL begins with postgresql://. Nothing was backed up."
        )
    source = Path(database.database or "")
    if not source.is_file():
        raise CannotStart(f"There is no database at {source.absolute()}. Is DATABASE_URL right?")
    try:
        backup.back_up(source, to)
    except FileExistsError:
        raise CannotStart(f"There is a file {to.absolute()} already. Nothing was backed up.") from None
    except (OSError, sqlite3.Error) as failure:
        raise CannotStart(f"The database cannot be backed up to {to.absolute()}: {failure}") from None
    size = to.stat().st_size / 1_000_000
    return f"Backed up {source.absolute()} to {to.absolute()} ({size:.1f} MB).\n{_keys(url)}"


def _keys(url: str) -> str:
    kept = keys.file_of(url)
    key = f"the key in {kept.absolute()}" if kept.exists() else "NUMBERDESK_AUDIT_KEY"
    return (
        f"Keep {key}, and NUMBERDESK_LETTER_KEY where it is set, in another place: without them nobody goes on with the"
        " record or reads a signed letter."
    )

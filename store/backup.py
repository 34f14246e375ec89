"""A copy of an SQLite database that is in use: a plain copy of its file lacks what its log has."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote


def back_up(source: Path, to: Path) -> None:
    """Copy the database to a new file, as it is at one moment; who writes meanwhile is not kept waiting.

    Raises FileExistsError where there is such a file already, and OSError or sqlite3.Error where it cannot be written
    or is no sound database; then no file is left.
    """
    to.touch(0o600, exist_ok=False)
    try:
        _copy(source, to)
    except BaseException:
        to.unlink()
        raise


def _copy(source: Path, to: Path) -> None:
    only_reading = f"file:{quote(str(source.absolute()))}?mode=ro"
    with closing(sqlite3.connect(only_reading, uri=True)) as kept, closing(sqlite3.connect(to)) as copy:
        kept.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # all of it in the one file
        (found,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(found)

"""Up to which migration the tables are, and up to which the code is: without Alembic, which no start waits for."""

from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import OperationalError, ProgrammingError

from store.session import Db

_VERSIONS = Path(__file__).parent / "migrations" / "versions"
_APPLIED = text("SELECT version_num FROM alembic_version")
_NO_TABLE = ("no such table", 'relation "alembic_version"')  # SQLite's words, and PostgreSQL's in any language


def of_code() -> str:
    """The last migration there is; their files are named by their numbers."""
    return max(path.name[:4] for path in _VERSIONS.glob("[0-9]*.py"))


def of_tables(db: Db) -> str:
    """The last migration that was applied; "" where there are no tables yet, and then the transaction is over."""
    try:
        return db.scalar(_APPLIED) or ""
    except (OperationalError, ProgrammingError) as failure:  # asked beforehand, it would be a question more
        if any(words in str(failure.orig) for words in _NO_TABLE):
            return ""
        raise

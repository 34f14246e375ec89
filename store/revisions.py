"""Up to which migration the tables are, and up to which the code is: without Alembic, which no start waits for."""

from pathlib import Path

from sqlalchemy import inspect, text

from store.session import Db

_VERSIONS = Path(__file__).parent / "migrations" / "versions"
_ALEMBICS = "alembic_version"


def of_code() -> str:
    """The last migration there is; their files are named by their numbers."""
    return max(path.name[:4] for path in _VERSIONS.glob("[0-9]*.py"))


def of_tables(db: Db) -> str:
    """The last migration that was applied; "" where there are no tables yet."""
    if not inspect(db).has_table(_ALEMBICS):
        return ""
    return db.scalar(text(f"SELECT version_num FROM {_ALEMBICS}")) or ""  # noqa: S608 (our own word)

"""INSERT … ON CONFLICT, which both engines have and SQLAlchemy spells once for each."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from store.session import Db
from store.tables import Base


def insert(db: Db, table: type[Base]) -> Any:
    """Return the engine's own INSERT, with `on_conflict_do_nothing` and `on_conflict_do_update`."""
    dialects = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
    return dialects[db.dialect.name](table)

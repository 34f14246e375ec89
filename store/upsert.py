"""INSERT … ON CONFLICT, which both engines have and SQLAlchemy spells once for each."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from store.base import Base


def insert(dialect: str, table: type[Base]) -> Any:
    """Return the INSERT of a dialect by its name, with `on_conflict_do_nothing` and `on_conflict_do_update`."""
    dialects = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
    return dialects[dialect](table).inline()  # else it asks for the new row's id, which nobody wants

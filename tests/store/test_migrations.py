"""The migrations make exactly the tables that the code describes, on both engines."""

import pytest
from sqlalchemy import CheckConstraint, inspect

from store import migrate
from store.session import Database
from store.tables import Base


def test_migrations_make_the_tables_that_are_described(database: Database) -> None:
    migrate.check(database.engine)


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_migrations_make_the_checks_that_are_described(database: Database, table: str) -> None:
    described = {
        str(constraint.name)
        for constraint in Base.metadata.tables[table].constraints
        if isinstance(constraint, CheckConstraint)
    }
    made = {check["name"] for check in inspect(database.engine).get_check_constraints(table)}
    assert made == described

"""What the tests of the store share: a desk, on both engines."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from store.session import Database, connect
from tests.databases import Databases
from tests.desk import AWAY, Desk, open_desk
from tests.store.emptying import empty
from tests.store.sealing import DEED, RECORDED


@pytest.fixture(scope="session")
def emptied(databases: Databases) -> str:
    """A PostgreSQL database for one test after the other."""
    return databases.new("postgresql")


@pytest.fixture
def database(databases: Databases, engine_name: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database with its tables and nothing in them."""
    made = connect(databases.new("sqlite") if engine_name == "sqlite" else request.getfixturevalue("emptied"))
    yield made
    if engine_name == "postgresql":
        empty(made)
    made.close()


@pytest.fixture
def desk(database: Database) -> Desk:
    """A desk with an empty pool."""
    return open_desk(database)


@pytest.fixture
def recorded(desk: Desk) -> Desk:
    """A desk with five entries in HOME's record and one in AWAY's."""
    desk.record(*[replace(DEED, subject=f"H-{number}") for number in range(RECORDED)])
    desk.record(replace(DEED, workspace=AWAY))
    return desk

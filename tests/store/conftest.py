"""What the tests of the store share: a desk, on both engines."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache

import pytest

from store.session import Database
from tests.databases import Databases, connect_for_now
from tests.desk import AWAY, Desk, open_desk
from tests.store.emptying import empty
from tests.store.sealing import DEED, RECORDED


@pytest.fixture(scope="session")
def emptied(databases: Databases) -> Iterator[Callable[[str], Database]]:
    """A database on an engine for one test after the other: a new way into it would compile every statement anew."""
    with ExitStack() as stack:

        @cache
        def on(engine: str) -> Database:
            made = connect_for_now(databases.new(engine))
            stack.callback(made.close)
            return made

        yield on


@pytest.fixture
def database(emptied: Callable[[str], Database], engine_name: str) -> Iterator[Database]:
    """A database with its tables and nothing in them."""
    made = emptied(engine_name)
    yield made
    empty(made)


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

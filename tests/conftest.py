"""What all tests share: the databases, on both engines; and a log of all that was said to Slack, when asked for."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import structlog
from hypothesis import settings

from store.session import Database
from tests.databases import ENGINES, Databases, connect_for_now, open_databases
from tests.dealing import dealt, folder, is_repeated

_TEMPLATES = "TEST_TEMPLATES"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slack-log", type=Path, help="append every payload to and from the local workspaces here")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        # Not below pytest's own folder: started as root, PostgreSQL becomes another user, whom pytest would shut out.
        templates = TemporaryDirectory(prefix="desk-")
        os.environ[_TEMPLATES] = templates.name  # all processes of this run look there
        config.add_cleanup(templates.cleanup)
    # What is started again and again is compiled once, here and in what the tests start, whatever the environment says.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # Through the environment, so that workspaces in other processes hear of it too.
    if file := config.getoption("--slack-log"):
        os.environ["NUMBERDESK_SLACK_LOG"] = str(file.absolute())


# As the desk's own logs: a traceback that shows the values of all variables takes seconds, for a test's are many.
_SHOWN = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
structlog.configure(processors=[structlog.stdlib.add_log_level, _SHOWN])

# How long an example takes is up to the machine, and to what else it does.
settings.register_profile("whatever the time", deadline=None)
settings.load_profile("whatever the time")

_OF_CI = ("browser", "flow", "workspace")  # but for a story or two, these take longer than anybody waits at work
_AT_HAND = ("flow/test_story.py", "flow/test_twice.py")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Deal out the tests, and leave to CI what takes long or does again what another case shows."""
    items[:] = dealt(items)
    seen: set[str] = set()
    for item in items:
        of_ci = folder(item) in _OF_CI and not str(item.path).endswith(_AT_HAND)
        if of_ci or is_repeated(item) or _test_of(item) in seen:
            item.add_marker("slow")
        else:
            seen.add(_test_of(item))


def _test_of(item: pytest.Item) -> str:
    """The test that this is one case of."""
    return item.nodeid.partition("[")[0]


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Makes databases; PostgreSQL runs only where a test asks for it."""
    with (
        TemporaryDirectory(prefix="desk-") as folder,
        open_databases(Path(folder), Path(os.environ[_TEMPLATES])) as opened,
    ):
        yield opened


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each test that uses a database runs on both engines."""
    return str(request.param)


@pytest.fixture
def database(databases: Databases, engine_name: str) -> Iterator[Database]:
    """A new database with its tables and nothing in them."""
    made = connect_for_now(databases.new(engine_name))
    yield made
    made.close()

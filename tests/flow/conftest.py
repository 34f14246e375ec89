"""A desk for each test, as new: one running product serves all tests of an engine, a few have one of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from zlib import crc32

import pytest

from tests.databases import ENGINES, Databases
from tests.flow.batching import needs, owns
from tests.flow.desk import ALONE, Desk
from tests.flow.manners import UNHEARD, misbehaviour
from tests.flow.member import Member
from tests.flow.porting import MONDAY, go_to
from tests.flow.product import Product, product, products
from tests.flow.slack import PARTNER


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What promises depend on runs on both engines, as all of the store's tests do; the rest is spread over them.

    What is typed, shown and refused knows nothing of engines: each such test runs on one, always the same.
    """
    if "engine_name" in metafunc.fixturenames:
        one = ENGINES[crc32(metafunc.function.__name__.encode()) % len(ENGINES)]
        both = metafunc.definition.get_closest_marker("both_engines") is not None
        metafunc.parametrize("engine_name", ENGINES if both else [one], indirect=True)


@pytest.fixture
def engine_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def running(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Product]]:
    """The product on an engine, started when it is first asked for."""
    with products(databases, lambda engine: tmp_path_factory.mktemp(f"product-{engine}")) as on:
        yield on


@pytest.fixture
def shared(running: Callable[[str], Product], engine_name: str) -> Iterator[Product]:
    """The running product, with nothing done in it yet."""
    made = running(engine_name)
    made.start_afresh()
    before = made.complaints()
    yield made
    assert made.complaints() == before
    assert misbehaviour(made.desk.log()) == []


@pytest.fixture
def desk(shared: Product) -> Desk:
    return shared.desk


@pytest.fixture
def monday(desk: Desk) -> None:
    """A morning after which it is known which days are business days."""
    go_to(desk, MONDAY)


@pytest.fixture
def alone(shared: Product) -> None:
    """Members acquire by themselves: nobody must approve."""
    shared.set_up(ALONE)


@pytest.fixture
def owned(shared: Product, ben: Member) -> Product:
    """Five numbers in Seattle are acquired, and are released by approval alone."""
    shared.set_up(ALONE)
    owns(ben)
    shared.set_up(needs())
    return shared


@pytest.fixture
def apart(databases: Databases, engine_name: str, tmp_path: Path) -> Iterator[Product]:
    """A workspace and a database in which no bot runs yet: the test starts and stops them."""
    with product(tmp_path, databases.new(engine_name, stocked=True)) as made:
        made.start_workspace()
        made.set_up()
        yield made
        assert made.complaints() == []
        assert misbehaviour(made.desk.log()) == []


@pytest.fixture
def mortal(databases: Databases, engine_name: str, tmp_path: Path) -> Iterator[Product]:
    """A workspace whose members hear nothing from a bot that was killed, and no other complaint."""
    with product(tmp_path, databases.new(engine_name, stocked=True)) as made:
        made.start_workspace()
        made.set_up()
        yield made
        assert made.complaints() == []
        assert [told for told in misbehaviour(made.desk.log()) if not told.endswith(UNHEARD)] == []


@pytest.fixture
def ada(desk: Desk) -> Member:
    """An admin."""
    return Member.of(desk, "ada")


@pytest.fixture
def ben(desk: Desk) -> Member:
    return Member.of(desk, "ben")


@pytest.fixture
def chloe(desk: Desk) -> Member:
    """Reads French."""
    return Member.of(desk, "chloe")


@pytest.fixture
def dev(desk: Desk) -> Member:
    """A guest."""
    return Member.of(desk, "dev")


@pytest.fixture
def eve(desk: Desk) -> Member:
    """Of another workspace, in a channel that is shared."""
    return Member.of(desk, "eve").at(PARTNER)

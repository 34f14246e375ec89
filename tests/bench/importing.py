"""Lines of a file of stock that come in a second, beside what the library of numbers reaches on them in one process."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import phonenumbers

from bot.parallel import in_turn
from handlers.kit.member import Member, Standing
from handlers.kit.table_stream import open_table
from handlers.stock import OPERATOR, POOL_COLUMNS, Job, Tally, bring_in
from store.session import connect
from tests.bench.measure import Measure
from tests.bench.reserve import handler_tools
from tests.bench.scene import Scene, workspace

LEAST_RATIO = 0.4
LINES = 200_000


def measures(scene: Scene) -> Iterator[Measure]:
    lines = scene.much(LINES, 2_000)
    numbers = [f"+1206{2_000_000 + at:07}" for at in range(lines)]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        path = Path(folder) / "stock.csv"
        rows = (f"{number},US,Washington,Seattle,toll,," for number in numbers)
        path.write_text("\n".join(["e164,country,region,city,kind,note,workspace", *rows]))
        ours = _ours(scene, path, lines)
    yield Measure(
        name="import",
        engine=scene.engine,
        unit="lines per second",
        ours=ours,
        reference=_by_library(numbers),
        ratio_bound=("least", LEAST_RATIO),
    )


def _ours(scene: Scene, path: Path, lines: int) -> float:
    database, tally = connect(scene.databases.new(scene.engine)), Tally()
    by = Member(workspace=workspace(0), user=OPERATOR, standing=Standing.ADMIN, locale="en", name="operator")
    job = Job(tools=handler_tools(database), by=by, source=path.name)
    began = time.perf_counter()
    with path.open("rb") as file:
        table = open_table(file, "US", POOL_COLUMNS)
        assert table
        bring_in(job, table, tally, in_turn(path.stat().st_size))
    took = time.perf_counter() - began
    database.close()
    assert tally.done == lines, tally.refused
    return lines / took


def _by_library(numbers: list[str]) -> float:
    some = numbers[:20_000]
    began = time.perf_counter()
    assert all(phonenumbers.is_valid_number(phonenumbers.parse(number)) for number in some)
    return len(some) / (time.perf_counter() - began)

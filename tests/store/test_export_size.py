"""The list as a file: however many numbers a workspace has, no more of them are in memory at a time."""

import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from handlers.inventory import listing
from store.inventory.types import EVERY
from store.numbers.table import NumberRow
from store.numbers.types import Status
from store.session import Database
from store.types import Kind
from tests.desk import BEN, HOME, Desk
from tests.store.serving import own

FEW, MANY = 2_000, 10_000  # few, too, are more than are read at once


def _number(number: int) -> dict[str, Any]:
    place = {"country": "US", "region": f"Region {number % 50}", "city": f"City {number % 500}", "kind": Kind.TOLL}
    return {"e164": f"+1{number:010}", **place, "status": Status.ACQUIRED, "workspace": HOME, "hold": 1}


def _grow(database: Database, until: int) -> None:
    """Let the workspace have so many numbers."""
    with database.begin() as db:
        first = db.scalar(select(func.count()).select_from(NumberRow)) or 0
        db.execute(insert(NumberRow), [_number(number) for number in range(first, until)])


def _written(desk: Desk, path: Path) -> tuple[int, int]:
    """How many lines the file has, and the most memory that it took to write it, in bytes."""
    tracemalloc.start()
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            listing.write(desk.tools, HOME, EVERY, file)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in file), most


@pytest.mark.slow
def test_an_export_takes_no_more_memory_for_five_times_as_many_numbers(desk: Desk, tmp_path: Path) -> None:
    own(desk, by=BEN)
    sizes = []
    for quantity in (FEW, MANY):
        _grow(desk.database, quantity)
        lines, most = _written(desk, tmp_path / "numbers.csv")
        assert lines == quantity + 1
        sizes.append(most)
    few, many = sizes
    assert many < 2 * few

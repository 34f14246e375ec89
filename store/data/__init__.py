"""Facts in files: countries and what they offer, regions, cities, other names, the world's, and the sample stock."""

import csv
from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).parent


def path(file: str) -> Path:
    """Where one of our files is."""
    return _HERE / file


def rows(file: str) -> Iterator[dict[str, str]]:
    """The lines of one of our CSV files, each by its column names."""
    with path(file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)

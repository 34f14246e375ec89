"""Who runs what when some processes share the tests: what waits comes first, and few start each product."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

_TESTS = Path(__file__).parent
_WITH_A_PRODUCT = ("flow", "browser")


def dealt(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """The tests in an order in which `--dist worksteal` gives each process its share of the long ones.

    It cuts the list into as many even pieces as there are processes; who is done takes from the end of another's. So
    each piece begins with tests that take long, mostly because they wait; goes on with those that need a running
    product, of one engine as far as can be, for each process starts its own; and ends with what all can take over.
    """
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if processes == 1:
        return list(items)
    long = [item for item in items if _is_long(item)]
    long.sort(key=lambda item: item.get_closest_marker("timeout") is None)  # who asks for more time takes the most
    with_product = [item for item in items if folder(item) in _WITH_A_PRODUCT and not _is_long(item)]
    with_product.sort(key=lambda item: (folder(item), is_repeated(item)))
    others = [item for item in items if folder(item) not in _WITH_A_PRODUCT]
    pieces = zip(
        (long[at::processes] for at in range(processes)),
        _pieces(with_product, processes),
        _pieces(others, processes),
        strict=True,
    )
    return [item for piece in pieces for part in piece for item in part]


def folder(item: pytest.Item) -> str:
    """The part of the tests that it belongs to: rules, store, flow …"""
    return item.path.relative_to(_TESTS).parts[0]


def is_repeated(item: pytest.Item) -> bool:
    """Whether it does on PostgreSQL what it does on SQLite, too."""
    return "postgresql" in item.name


def _is_long(item: pytest.Item) -> bool:
    return folder(item) == "flow" and item.get_closest_marker("slow") is not None


def _pieces(items: list[pytest.Item], pieces: int) -> Iterator[list[pytest.Item]]:
    """Even pieces that follow each other."""
    for at in range(pieces):
        yield items[len(items) * at // pieces : len(items) * (at + 1) // pieces]

"""Coverage is measured where it may grow, and nowhere else: a measured line takes up to three times as long."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

CASES = 6  # of one test that are measured: of hundreds that differ by a word, more of them run the same lines


@contextmanager
def unmeasured() -> Iterator[None]:
    """Run what is in here as if coverage was not measured."""
    here, in_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        yield
    finally:
        sys.settrace(here)
        threading.settrace(in_threads)


def every(cases: int) -> int:
    """Every which of so many cases is measured."""
    return -(-cases // CASES)

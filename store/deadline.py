"""Until when somebody waits for what is being done in this thread: from the click to the commit."""

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ends: ContextVar[float] = ContextVar("deadline", default=math.inf)  # of time.monotonic


class TooLate(Exception):
    """Who asked has been told meanwhile that there is no answer, so nothing is done."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is done meanwhile, in this thread, is waited for only so long; below 0: not any more."""
    before = _ends.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ends.reset(before)


def left() -> float:
    """The seconds for which it is still waited; infinity where nobody waits, below 0 where nobody does any more."""
    return _ends.get() - time.monotonic()


def check() -> None:
    """Raise TooLate where nobody waits any more."""
    if left() <= 0:
        raise TooLate

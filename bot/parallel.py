"""Work in other processes, in order, with no more of it under way than these have to do next."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import Pool
from multiprocessing.pool import AsyncResult
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_WORTH_IT = 1_000_000  # bytes of a file; for less, starting processes takes longer
_AHEAD = 4  # parts for each process


def in_turn(size: int) -> Callable[[Callable[[T], R], Iterable[T]], Iterator[R]]:
    """How parts of a file of so many bytes are worked on: here, or where it is long in a process for each processor."""
    processes = os.cpu_count() or 1
    return _map_elsewhere if size >= _WORTH_IT and processes > 1 else map


def _map_elsewhere(work: Callable[[T], R], parts: Iterable[T]) -> Iterator[R]:
    workers = min(os.cpu_count() or 1, 4)
    waiting: deque[AsyncResult[R]] = deque()
    with Pool(workers) as pool:  # which ends them
        for part in parts:
            waiting.append(pool.apply_async(work, (part,)))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().get()
        while waiting:
            yield waiting.popleft().get()

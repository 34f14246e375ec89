"""Threads that carry out what is owed, as long as some of it is due."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore, Event

import structlog

log = structlog.get_logger()


class Draining:
    """Up to `threads` threads of that name, each of which calls `drain`; none at all where there may be none."""

    def __init__(self, drain: Callable[[], None], threads: int, name: str) -> None:
        self._drain = drain
        self._name = name
        self._threads = ThreadPoolExecutor(threads or 1, thread_name_prefix=name)
        self._idle = BoundedSemaphore(threads)
        self._stopping = Event()

    @property
    def is_stopping(self) -> bool:
        """Whether nothing more is to be begun."""
        return self._stopping.is_set()

    def nudge(self) -> None:
        """Drain now, in a thread of our own, unless all are draining already."""
        if not self.is_stopping and self._idle.acquire(blocking=False):
            self._threads.submit(self._drain_and_rest)

    def stop(self) -> None:
        """Finish what is in hand; the rest stays owed."""
        self._stopping.set()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _drain_and_rest(self) -> None:
        try:
            self._drain()
        except Exception:
            log.exception("draining failed", threads=self._name)
        finally:
            self._idle.release()

"""Leases of what is in hand: renewed for as long as that takes, and looked at right before Slack is told."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread

import structlog

from handlers.kit.tools import Tools
from store import outbox
from store.outbox.timing import LEASE
from store.outbox.types import ClaimedItem

_EVERY = LEASE.total_seconds() / 3

log = structlog.get_logger()


class LeaseLost(Exception):
    """What we had in hand is in somebody else's hands: it is theirs to send."""


class Leases:
    """The debts that this process has in hand."""

    def __init__(self, tools: Tools, *, every: float = _EVERY) -> None:
        self._tools = tools
        self._every = every  # seconds
        self._held: dict[int, tuple[ClaimedItem, float]] = {}  # by the debt's id, with when it is given up
        self._lock = Lock()
        self._renewing = Lock()
        self._thread: Thread | None = None
        self._stopped = Event()

    @contextmanager
    def kept(self, debt: ClaimedItem, seconds: float) -> Iterator[None]:
        """Have it meanwhile, for so many seconds at most: what takes longer hangs, and is given up."""
        with self._lock:
            self._held[debt.id] = debt, time.monotonic() + seconds
            if self._thread is None:
                self._thread = Thread(target=self._renew_all, name="leases", daemon=True)
                self._thread.start()
        try:
            yield
        finally:
            with self._renewing, self._lock:  # once it is out of hand, nothing renews it any more
                self._held.pop(debt.id, None)

    def check(self, debt: ClaimedItem) -> None:
        """Make sure that it is still in our hands, and will be during the call that follows. Raises LeaseLost.

        Who was frozen and wakes up learns here that somebody else has taken it.
        """
        with self._tools.begin() as db:
            if not outbox.renew(db, debt, self._tools.real_now()):
                raise LeaseLost

    def stop(self) -> None:
        """Renew nothing any more."""
        self._stopped.set()

    def _renew_all(self) -> None:
        while not self._stopped.wait(self._every):
            now = time.monotonic()
            with self._lock:
                held = [debt for debt, until in self._held.values() if now < until]
            for debt in held:
                try:
                    with self._renewing:
                        if debt.id in self._held:
                            self.check(debt)
                except LeaseLost:
                    log.warning("a lease was lost", debt=debt.id)
                except Exception:
                    log.exception("a lease could not be renewed", debt=debt.id)

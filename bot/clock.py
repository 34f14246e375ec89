"""The desk's time: the database's, so that all processes have the same; in local mode moved ahead as its file says."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Lock, Thread

import structlog
from sqlalchemy import func, select

from store.session import Look
from store.troubles import FAILURES

FAR_OFF = timedelta(seconds=2)  # a machine whose clock differs by more says so
_EVERY = 10.0  # seconds between two measurements
_OFTEN = 1.0  # seconds between two looks at whether this machine has slept, or its clock was set
_SURE = 0.5  # seconds: an answer that took longer says too little
_ASKED = select(func.clock_timestamp())

log = structlog.get_logger()


def real_now() -> datetime:
    """Now, in UTC, as this machine has it."""
    return datetime.now(UTC)


class DatabaseClock:
    """Real time by the database's clock, whatever this machine's says. Measured now and then, and counted on between.

    `wall` and `ticks` are this machine's clocks: the time of day, and seconds that nobody sets.
    """

    def __init__(
        self, look: Look, *, wall: Callable[[], datetime] = real_now, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self._look = look
        self._wall = wall
        self._ticks = ticks
        self._lock = Lock()
        self._base, self._at = wall(), ticks()
        self._apart = wall() - self._base
        self._measured_at = float("-inf")
        self._stopped = Event()
        self._was_far_off = False

    def __call__(self) -> datetime:
        """Now, in UTC."""
        with self._lock:
            return self._base + timedelta(seconds=self._ticks() - self._at)

    @property
    def ahead(self) -> timedelta:
        """By how much this machine's time of day is ahead of the database's."""
        return self._wall() - self()

    def measure(self) -> None:
        """Ask the database what time it is; where it does not say so in time, count on. Says so of a clock far off."""
        asked = self._ticks()
        try:
            (theirs,) = self._look(_ASKED, {})
        except FAILURES:
            return
        answered = self._ticks()
        if answered - asked > _SURE and self._measured_at > float("-inf"):
            return
        with self._lock:
            self._base, self._at = theirs.astimezone(UTC), (asked + answered) / 2
        self._measured_at, self._apart = answered, self.ahead
        self._tell()

    def start(self) -> None:
        """Measure now, and from now on in a thread: now and then, and whenever this machine slept or was set."""
        self.measure()
        Thread(target=self._watch, name="clock", daemon=True).start()

    def stop(self) -> None:
        """Measure no more."""
        self._stopped.set()

    def _watch(self) -> None:
        while not self._stopped.wait(_OFTEN):
            is_set = abs(self.ahead - self._apart) > FAR_OFF
            if is_set or self._ticks() - self._measured_at > _EVERY:
                self.measure()

    def _tell(self) -> None:
        is_far_off = abs(self._apart) > FAR_OFF
        if is_far_off and not self._was_far_off:
            log.warning(
                "this machine's clock is off: the database's decides", seconds_ahead=self._apart.total_seconds()
            )
        self._was_far_off = is_far_off


def desk_clock(file: Path | None, now: Callable[[], datetime] = real_now) -> Callable[[], datetime]:
    """Return the desk's clock, in UTC: the time of holds and of the record; `now` is real time.

    The file has the seconds that it is ahead, and is read at each look, so that all processes jump together.
    """
    if file is None:
        return now
    return lambda: now() + timedelta(seconds=_seconds(file))


def _seconds(file: Path) -> float:
    try:
        return float(file.read_text("ascii"))
    except FileNotFoundError:
        return 0.0  # nobody has moved the clock yet

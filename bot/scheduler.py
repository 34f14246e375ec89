"""The alarm clock: it says when to look; the database says what is due. A restart loses nothing."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING

import structlog

from handlers.carriers import begin_comparing
from handlers.kit.timer import Timer
from handlers.kit.tools import Tools
from store import answers, due, heartbeats, outbox
from store.carriers import tasks
from store.outbox import outages
from store.outbox.timing import times as outbox_times
from store.session import Look

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler

_OFTEN = 1  # seconds: others may have written, and in local mode the desk's time may have leapt
_EVERY_MINUTE = 60
BEATS = 5  # seconds between two heartbeats
_EVERY_HOUR = 3_600
_RINGING = 2  # timers at a time: all of them write, and on SQLite one after another

log = structlog.get_logger()


class Scheduler:
    """One look a second at all that may be due: one statement. What is due is done in threads, timer by timer.

    So one that takes long or fails keeps no other waiting. `nudge` is called where something is owed to Slack.
    """

    def __init__(
        self, tools: Tools, look: Look, nudge: Callable[[], None], nudge_carriers: Callable[[], None] = lambda: None
    ) -> None:
        self._tools = tools
        self._look = look
        self._nudge = nudge
        self._nudge_carriers = nudge_carriers
        self._timers = timers = tools.features.timers
        sending = (outbox.due_since(tools.features.messages), outages.untried_since(), tasks.due_since())
        self._question = due.at_once([*sending, *(timer.next_due() for timer in timers)])
        self._threads = ThreadPoolExecutor(_RINGING, thread_name_prefix="timer")
        self._ringing: set[str] = set()
        self._lock = Lock()
        self._jobs: BackgroundScheduler | None = None
        self._has_looked = False

    def start(self) -> None:
        """Look now, and from now on once a second; tell so now and then, and forget old answers.

        Once an hour it is looked whether there are carriers to be compared with.
        """
        # Imported here: a process that only listens does without.
        from apscheduler.schedulers.background import BackgroundScheduler

        self._jobs = BackgroundScheduler(
            timezone="UTC",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        at_once = {"next_run_time": datetime.now(UTC)}
        self._jobs.add_job(self.look, "interval", seconds=_OFTEN, **at_once)
        self._jobs.add_job(self.beat, "interval", seconds=BEATS, **at_once)
        self._jobs.add_job(forget, "interval", seconds=_EVERY_MINUTE, args=[self._tools], **at_once)
        self._jobs.add_job(begin_comparing, "interval", seconds=_EVERY_HOUR, args=[self._tools], **at_once)
        self._jobs.start()

    def stop(self) -> None:
        """Look no more, and finish what is being done."""
        if self._jobs:
            self._jobs.shutdown()
        self._threads.shutdown()

    def look(self) -> list[Future[None]]:
        """Begin to do all that is due, unless it is being done, and return what was begun.

        What is due before the next look is looked at when it is due.
        """
        now, real_now = self._tools.now(), self._tools.real_now()
        times: list[datetime | None] = list(self._look(self._question, outbox_times(real_now)))
        self._has_looked = True
        (*sending, asking), times = times[:3], times[3:]
        if any(sending):
            self._nudge()
        if asking:
            self._nudge_carriers()
        waits = min((at - now for at in times if at and at > now), default=None)
        if waits and waits < timedelta(seconds=_OFTEN):
            self._look_again(waits)
        are_due = [timer for timer, at in zip(self._timers, times, strict=True) if at and at <= now]
        return [self._threads.submit(self._ring, timer) for timer in are_due if self._may_ring(timer)]

    def beat(self) -> None:
        """Tell that somebody keeps the clock: that the database was looked at since this was told last."""
        if self._has_looked:
            self._has_looked = False
            with self._tools.begin() as db:
                heartbeats.beat(db, heartbeats.SCHEDULER, self._tools.real_now())

    def _look_again(self, after: timedelta) -> None:
        if self._jobs:
            at = datetime.now(UTC) + after
            self._jobs.add_job(self.look, "date", run_date=at, id="look again", replace_existing=True)

    def _may_ring(self, timer: Timer) -> bool:
        """Whether nobody is at it yet; from now on somebody is."""
        with self._lock:
            is_free = timer.name not in self._ringing
            self._ringing.add(timer.name)
        return is_free

    def _ring(self, timer: Timer) -> None:
        try:
            if timer.ring(self._tools):
                self._nudge()
        except Exception:
            log.exception("a timer failed", timer=timer.name)
        finally:
            with self._lock:
                self._ringing.discard(timer.name)


def forget(tools: Tools) -> None:
    """Forget the answers that no repeat of a click can get any more, in steps that keep nobody waiting."""
    step = 500
    gone = step
    while gone == step:
        with tools.begin() as db:
            gone = answers.forget_old(db, tools.now(), limit=step)

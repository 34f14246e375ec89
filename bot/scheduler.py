"""The alarm clock: it says when to look; the database says what is due. A restart loses nothing."""

from collections.abc import Callable

from apscheduler.schedulers.background import BackgroundScheduler

from handlers.kit.feature import Ring
from handlers.kit.tools import Tools
from store import answers

_HOURLY = 3600


def make_scheduler(tools: Tools, nudge: Callable[[], None]) -> BackgroundScheduler:
    """Announce ended holds, warn before, go on with orders and batches, send what is owed, and forget old answers."""
    scheduler = BackgroundScheduler(
        timezone="UTC",
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for timer in tools.features.timers:
        scheduler.add_job(ring, "interval", seconds=1, args=[timer, tools, nudge])
    scheduler.add_job(nudge, "interval", seconds=1)
    scheduler.add_job(forget, "interval", seconds=_HOURLY, args=[tools])
    return scheduler


def ring(timer: Ring, tools: Tools, nudge: Callable[[], None]) -> None:
    if timer(tools):
        nudge()


def forget(tools: Tools) -> None:
    with tools.begin() as db:
        answers.forget_old(db, tools.now())

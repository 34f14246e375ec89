"""The alarm clock: it says when to look; the database says what is due. A restart loses nothing."""

from collections.abc import Callable

from apscheduler.schedulers.background import BackgroundScheduler

from handlers.batches import clock as of_batches
from handlers.holds import expiry
from handlers.kit.tools import Tools
from handlers.ports import clock as of_orders
from store import answers

_HOURLY = 3600


def make_scheduler(tools: Tools, nudge: Callable[[], None]) -> BackgroundScheduler:
    """Announce ended holds, warn before, go on with orders and batches, send what is owed, and forget old answers."""
    scheduler = BackgroundScheduler(
        timezone="UTC",
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    scheduler.add_job(announce, "interval", seconds=1, args=[tools, nudge])
    scheduler.add_job(ring, "interval", seconds=1, args=[tools, nudge])
    scheduler.add_job(nudge, "interval", seconds=1)
    scheduler.add_job(forget, "interval", seconds=_HOURLY, args=[tools])
    return scheduler


def announce(tools: Tools, nudge: Callable[[], None]) -> None:
    if expiry.announce_ended(tools) + expiry.warn(tools):
        nudge()


def ring(tools: Tools, nudge: Callable[[], None]) -> None:
    if of_orders.ring(tools) + of_batches.ring(tools):
        nudge()


def forget(tools: Tools) -> None:
    with tools.begin() as db:
        answers.forget_old(db, tools.now())

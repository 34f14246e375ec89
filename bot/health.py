"""How the desk is doing: found out in a thread and over a connection of its own, and told within a second."""

import asyncio
import time
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from shutil import disk_usage
from typing import Any

from sqlalchemy import ExceptionContext, event, false, select

from bot.build import Desk
from bot.clock import FAR_OFF
from store import deadline, heartbeats, outbox, revisions
from store.outbox import outages
from store.schema import TABLES
from store.session import Db, connect
from store.troubles import FAILURES, Trouble, trouble_of

ANSWERS_WITHIN = 0.9  # seconds, of which a change may wait for others
_WRITES_WITHIN = 0.3
STOPPED_AFTER = timedelta(seconds=20)  # without a heartbeat of any scheduler
_ROOM = 16 * 1024 * 1024  # bytes; with less on SQLite's disk the next change may find none
_REMEMBERED = 60.0  # seconds, for what went wrong in a change
_LASTING = (Trouble.FULL, Trouble.READ_ONLY, Trouble.SCHEMA)

Told = dict[str, Any]


class Health:
    """Whether all is well, and what is not. One question at a time is asked, whoever wants to know."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._database = connect(desk.database.engine.url.render_as_string(hide_password=False))
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="health")
        self._asked: Future[Told] | None = None
        self._failed: dict[Trouble, float] = {}  # when changes of this process last failed so
        event.listen(desk.database.engine, "handle_error", self._on_error)

    async def told(self) -> Told:
        """What is told: `ok` where nothing is amiss, `problems` in a word each, and the figures behind them."""
        if self._asked is None or self._asked.done():
            self._asked = self._thread.submit(self.look)
        try:
            return await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(self._asked)), ANSWERS_WITHIN)
        except TimeoutError:
            return _unanswered("does not answer")

    def look(self) -> Told:
        """Find out, and wait for nothing longer than somebody waits for this."""
        try:
            with deadline.within(ANSWERS_WITHIN), self._database.reading() as db:
                problems, figures = self._found(db)
        except (*FAILURES, deadline.TooLate) as failure:
            return _unanswered(trouble_of(failure) or "does not answer")
        problems = list(dict.fromkeys([*problems, *self._kept_from_writing()]))
        return {"ok": not problems, "database": True, "problems": problems, **figures}

    def close(self) -> None:
        """Ask no more."""
        self._thread.shutdown()
        self._database.close()

    def _found(self, db: Db) -> tuple[list[str], Told]:
        now, clock = self._desk.tools.real_now(), self._desk.clock
        for table in TABLES:
            db.execute(select(table).where(false()))  # which raises where the database has not what this code knows
        is_old = revisions.of_tables(db) < revisions.of_code()
        backlog, asleep = outbox.backlog(db, now), outages.asleep(db)
        ahead = clock.ahead if clock else timedelta(0)
        seen = None if is_old else heartbeats.last(db, heartbeats.SCHEDULER)
        amiss = {
            "schema": is_old,
            "scheduler": not is_old and _has_stopped(seen, now),
            "parked": backlog.parked > 0,
            "asleep": bool(asleep),
        }
        return [name for name, is_so in amiss.items() if is_so], {
            "outbox": backlog.count,
            "outbox_age_seconds": round(backlog.age.total_seconds(), 1),
            "parked": backlog.parked,
            "asleep": [
                {"workspace": each.workspace, "since": each.since.isoformat(), "error": each.error} for each in asleep
            ],
            # The database's clock decides, so nothing is amiss yet; but Slack's signatures are checked by this one.
            "clock_is_off": abs(ahead) > FAR_OFF,
            "clock_ahead_seconds": round(ahead.total_seconds(), 1),
        }

    def _kept_from_writing(self) -> list[str]:
        """What keeps, or has just kept, a change from being written. That others are writing does not."""
        since = time.monotonic() - _REMEMBERED
        kept = {trouble for trouble, at in self._failed.items() if at > since}
        if _lacks_room(self._database.engine.url.database):
            kept.add(Trouble.FULL)
        try:
            with deadline.within(_WRITES_WITHIN), self._database.begin() as db:
                heartbeats.beat(db, heartbeats.HEALTH, self._desk.tools.real_now())
        except (*FAILURES, deadline.TooLate) as failure:
            if (trouble := trouble_of(failure)) in _LASTING:
                kept.add(trouble)
        return sorted(kept)

    def _on_error(self, context: ExceptionContext) -> None:
        failure = context.sqlalchemy_exception
        if failure and (trouble := trouble_of(failure)) in _LASTING:
            self._failed[trouble] = time.monotonic()


def _unanswered(why: str) -> Told:
    return {"ok": False, "database": False, "problems": [why]}


def _has_stopped(seen: datetime | None, now: datetime) -> bool:
    return seen is None or now - seen > STOPPED_AFTER


def _lacks_room(file: str | None) -> bool:
    """Whether the disk that an SQLite file is on is about to be full."""
    path = Path(file or "")
    return path.is_file() and disk_usage(path).free < _ROOM

"""Asks carriers what they are to be asked: claims a task, asks outside every transaction, writes the answer in one.

A task that a worker died of, or whose answer was lost, falls due again by itself; what became of it is looked for then.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.draining import Draining
from handlers import carriers
from handlers.carriers import Answer, NotFoundYet, TaskLost
from handlers.kit.carriers import Carrier, CarrierBusy, CarrierRefused, CarrierRules, CarrierSilent
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from store.carriers import tasks
from store.carriers.types import Operation, Task
from store.outbox.timing import LONGEST_WAIT, pause
from store.session import Db

WORKERS = 8  # calls at once: each waits for its carrier most of the time
CALL_WITHIN = timedelta(seconds=40)  # longer than what is asked of a carrier at once takes
LOOK_AGAIN = timedelta(seconds=60)
_NOT_SET_UP = timedelta(minutes=1)
_REFUSES_TO_TELL = 4  # tries, by which it is asked more rarely

log = structlog.get_logger()


class CarrierWorker:
    """Up to `workers` threads; any number of processes may share the tasks. Without any only `drain` does something."""

    def __init__(self, tools: Tools, *, workers: int = WORKERS) -> None:
        self._tools = tools
        self._draining = Draining(self.drain, workers, "asking")

    def nudge(self) -> None:
        """Look for tasks now, in a thread of our own, unless all are looking already."""
        self._draining.nudge()

    def stop(self) -> None:
        """Finish what is being asked; the rest stays owed."""
        self._draining.stop()

    def drain(self) -> None:
        """Carry out task after task until none is due, or we are told to stop."""
        following: Task | None = None
        while task := following or (None if self._draining.is_stopping else self._claim()):
            self.nudge()  # there may be more than one thread can do
            following = None
            try:
                following = self._carry_out(task)
            except Exception:
                log.exception("a task failed", carrier=task.carrier, operation=task.operation, subject=task.subject)

    def _claim(self) -> Task | None:
        tools = self._tools
        with tools.reading() as db:
            if not tasks.is_due(db, tools.real_now()):
                return None
        with tools.begin() as db:
            return tasks.claim(db, tools.real_now())

    def _carry_out(self, task: Task) -> Task | None:
        """Ask a carrier, and write down what it says, or when it is to be asked again.

        The next task, which is taken in the same transaction, is handed back.
        """
        carrier = self._carrier(task)
        if carrier is None:
            log.error("a carrier is not set up any more", carrier=task.carrier, workspace=task.workspace)
            return self._later(task, _NOT_SET_UP, "not set up", in_doubt=task.asked_before)
        asking, call = carriers.ask(self._tools, carrier, task, _lease())
        try:
            answer = call()
        except NotFoundYet:
            return self._later(task, LOOK_AGAIN, "not found yet", in_doubt=True, looks=task.looks + 1)
        except CarrierBusy as busy:
            wait = timedelta(seconds=busy.retry_after) if busy.retry_after else pause(task.tries)
            in_doubt = asking.in_doubt and not asking.is_sent  # what was sent just now was not done, for sure
            return self._later(task, min(wait, LONGEST_WAIT), busy.code or "busy", in_doubt=in_doubt)
        except CarrierSilent:
            if task.operation is Operation.ORDER and asking.is_sent:
                transact_by_clock(self._tools, task.workspace, partial(carriers.no_answer, task))
            return self._later(task, pause(task.tries), "silent", in_doubt=asking.in_doubt)
        except CarrierRefused as refused:  # to tell what became of it
            log.exception("a carrier refuses", carrier=task.carrier, operation=task.operation, code=refused.code)
            return self._later(task, pause(task.tries + _REFUSES_TO_TELL), refused.code, in_doubt=asking.in_doubt)
        except TaskLost:
            return self._later(task, timedelta(0), "its calls took too long", in_doubt=asking.in_doubt)
        if answer.refused:
            log.warning("a carrier refused", carrier=task.carrier, operation=task.operation, code=answer.refused.code)
        try:
            return self._write(task, carrier.rules, answer)
        except TaskLost:
            log.warning("somebody else asks", operation=task.operation, subject=task.subject)
            return None

    def _write(self, task: Task, rules: CarrierRules, answer: Answer) -> Task | None:
        """Write down what came of a task, and take the next one in the same transaction."""
        following = None

        def work(tx: Transaction) -> int:
            nonlocal following
            written = carriers.write(task, rules, answer, tx)
            following = self._following(tx.db, tx.real_now)
            return written

        transact_by_clock(self._tools, task.workspace, work)
        return following

    def _following(self, db: Db, now: datetime) -> Task | None:
        return None if self._draining.is_stopping else tasks.claim(db, now)

    def _carrier(self, task: Task) -> Carrier | None:
        there = (each for each in self._tools.carriers.of(task.workspace) if each.rules.name == task.carrier)
        return next(there, None)

    def _later(self, task: Task, after: timedelta, error: str, *, in_doubt: bool, looks: int = 0) -> Task | None:
        with self._tools.begin() as db:
            now = self._tools.real_now()
            tasks.put_off(db, task, now + after, error, in_doubt=in_doubt, looks=looks)
            return self._following(db, now)


def _lease() -> Callable[[], None]:
    """What makes sure that a task is still ours after another call: whoever was frozen learns it here."""
    until = time.monotonic() + (tasks.LEASE - CALL_WITHIN).total_seconds()

    def check() -> None:
        if time.monotonic() > until:
            raise TaskLost

    return check

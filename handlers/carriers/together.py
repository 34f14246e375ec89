"""Carriers are asked several at once, while a member waits; who has not answered in time is not waited for."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from enum import StrEnum
from functools import cache
from typing import TypeVar

from handlers.kit.carriers import CarrierBusy, CarrierRefused, CarrierSilent
from store import deadline

T = TypeVar("T")

PATIENCE = 1.5  # seconds for which carriers are waited for
_LEFT_FOR_US = 0.9  # seconds in which the rest of an answer is made
_WORTH_ASKING = 0.2  # seconds; in less nobody answers
_AT_ONCE = 16  # carriers asked by one process


class Trouble(StrEnum):
    """Why nothing is known of what a carrier would say; each is the key of its words."""

    LATE = "carrier-late"  # it has not answered in time
    BUSY = "carrier-busy"  # it is asked too often
    DOWN = "carrier-down"  # it cannot be reached, or says nothing that can be understood
    REFUSED = "carrier-refused"  # it will not answer us: who runs the desk must see to it


def together(calls: Sequence[Callable[[float], T]]) -> list[T | Trouble]:
    """What each of these calls to carriers comes to, in order; each is told within how many seconds.

    Never called in a transaction. It takes PATIENCE seconds at most, and less where who asked is waited for less long.
    """
    within = min(PATIENCE, deadline.left() - _LEFT_FOR_US)
    if within < _WORTH_ASKING:
        return [Trouble.LATE for _ in calls]
    asking = [_threads().submit(call, within) for call in calls]
    wait(asking, timeout=within)
    came: list[T | Trouble] = list(map(_come, asking))
    return came


def _come(answer: Future[T]) -> T | Trouble:
    """What has come of a call until now."""
    if not answer.done():
        answer.cancel()
        return Trouble.LATE
    try:
        return answer.result()
    except CarrierBusy:
        return Trouble.BUSY
    except CarrierSilent:
        return Trouble.DOWN
    except CarrierRefused:
        return Trouble.REFUSED


@cache
def _threads() -> ThreadPoolExecutor:
    """For all that ask carriers; they begin when somebody first does."""
    return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="carrier")

"""When an interaction came: Slack waits so long for its answer, and what is not done by then is not done."""

import time
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from datetime import datetime
from threading import Event, Thread
from typing import Any

from slack_sdk.socket_mode.builtin import SocketModeClient

ON_THE_WAY = 0.3  # seconds, for what goes there and back
_TICK = 0.2  # seconds
_FROZEN = 1.5  # seconds without a tick
_SENT_AT = "x-slack-request-timestamp"

_arrived: ContextVar[float | None] = ContextVar("arrived", default=None)  # of time.monotonic


def time_left(waits: float, headers: Mapping[str, str | Sequence[str]], now: datetime) -> float:
    """For how many of the seconds that Slack `waits` an interaction is still waited for; `now` in real time.

    Over HTTP it says when it was sent, which may be longer ago.
    """
    came = _arrived.get()
    age = 0.0 if came is None else time.monotonic() - came
    return waits - ON_THE_WAY - max(age, _least_age(headers, now))


def _least_age(headers: Mapping[str, str | Sequence[str]], now: datetime) -> float:
    """How long ago it was sent at least: it says so in whole seconds, which had begun then."""
    said = headers.get(_SENT_AT) or ""
    sent = said if isinstance(said, str) else said[0]
    return now.timestamp() - int(sent) - 1 if sent.isdecimal() else 0.0


class _Received(str):
    """A message, and when it came."""

    at: float


class Wakefulness:
    """Knows whether this process has just been frozen: then what it finds waiting may have come while it was."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._froze_at = self._woke_at = float("-inf")
        self._stopped = Event()
        self._thread = Thread(target=self._watch, name="wakefulness", daemon=True)
        self._thread.start()

    def earliest(self) -> float:
        """Since when (of time.monotonic) what is found now may have been waiting."""
        now = time.monotonic()
        if now - self._last > _FROZEN:
            return self._last
        return self._froze_at if now - self._woke_at < _FROZEN else now

    def note_arrival(self) -> None:
        """What this thread goes on to do was asked for now, or since we were frozen."""
        _arrived.set(self.earliest())

    def stop(self) -> None:
        """Watch no more."""
        self._stopped.set()
        self._thread.join()

    def tick(self) -> None:
        """We are awake now."""
        now = time.monotonic()
        if now - self._last > _FROZEN:
            self._froze_at, self._woke_at = self._last, now
        self._last = now

    def _watch(self) -> None:
        while not self._stopped.wait(_TICK):
            self.tick()


def note_arrivals(client: SocketModeClient, wakefulness: Wakefulness) -> None:
    """Remember of each message when it came: it may wait until others are done."""
    enqueue = client.enqueue_message

    def received(message: str) -> None:
        stamped = _Received(message)
        stamped.at = wakefulness.earliest()
        enqueue(stamped)

    def begin(_client: Any, _message: Any, raw: str | None = None) -> None:
        _arrived.set(getattr(raw, "at", None))  # in the thread that goes on to do what it asks for

    client.enqueue_message = received  # type: ignore[method-assign] # it asks nobody as it puts a message into its queue
    client.message_listeners.append(begin)

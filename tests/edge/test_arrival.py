"""For how long an interaction is waited for: from when it was sent, or came; what lay there while we slept is late."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from bot import arrival
from bot.arrival import ON_THE_WAY, Wakefulness, note_arrivals, time_left
from bot.settings import SLACK_WAITS

NOW = datetime(2026, 3, 2, 9, 0, 0, 500_000, tzinfo=UTC)
SENT = int(NOW.timestamp())
ALL = SLACK_WAITS - ON_THE_WAY


@pytest.mark.parametrize(
    ("sent", "left"),
    [
        pytest.param([str(SENT)], ALL, id="in this second"),
        pytest.param([str(SENT - 1)], ALL - 0.5, id="in the second before, so half a second ago at least"),
        pytest.param([str(SENT - 10)], ALL - 9.5, id="in a second long before"),
        pytest.param([str(SENT + 5)], ALL, id="in the future, by a clock of ours that is behind"),
        pytest.param(["abc"], ALL, id="nobody knows when"),
        pytest.param(None, ALL, id="not said"),
    ],
)
def test_over_http_it_counts_from_when_it_was_sent_at_the_latest(sent: list[str] | None, left: float) -> None:
    headers = {"x-slack-request-timestamp": sent} if sent else {}
    assert time_left(SLACK_WAITS, headers, NOW) == pytest.approx(left)


@pytest.fixture
def wakefulness() -> Iterator[Wakefulness]:
    made = Wakefulness()
    yield made
    made.stop()


class Client:
    """As much of slack_sdk's as is asked: a queue, and who listens to what comes out of it."""

    def __init__(self) -> None:
        self.queue: list[str] = []
        self.message_listeners: list[Any] = []

    def enqueue_message(self, message: str) -> None:
        self.queue.append(message)

    def take(self) -> float:
        """Take a message out, and say for how long it is still waited for."""
        raw = self.queue.pop(0)
        for listener in self.message_listeners:
            listener(self, {}, raw)
        return time_left(SLACK_WAITS, {}, NOW)


def test_over_socket_mode_it_counts_from_when_it_came(
    wakefulness: Wakefulness, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, now = Client(), time.monotonic()
    monkeypatch.setattr(arrival, "time", SimpleNamespace(monotonic=lambda: now))
    monkeypatch.setattr(wakefulness, "earliest", lambda: now)
    note_arrivals(client, wakefulness)  # type: ignore[arg-type] # it asks for no more of it
    client.enqueue_message("one")
    client.enqueue_message("two")
    assert client.take() == pytest.approx(ALL)
    now += 2  # the first took so long
    assert client.take() == pytest.approx(ALL - 2)


@pytest.mark.parametrize("noticed", [True, False], ids=["its watch ticked first", "the message was found first"])
def test_what_is_found_after_a_freeze_may_have_come_when_it_began(
    wakefulness: Wakefulness, noticed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    wakefulness.stop()
    now = began = time.monotonic()
    monkeypatch.setattr(arrival, "time", SimpleNamespace(monotonic=lambda: now))
    wakefulness.tick()
    assert wakefulness.earliest() == now
    now += 30
    if noticed:
        wakefulness.tick()
    assert wakefulness.earliest() == began
    wakefulness.tick()
    now += 1.4
    wakefulness.tick()
    now += 0.2
    assert wakefulness.earliest() == now

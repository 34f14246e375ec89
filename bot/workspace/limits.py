"""Slack's rate limits: so many calls of a method in a minute, about one message a second in a channel.

By https://docs.slack.dev/apis/web-api/rate-limits, November 2026. It grants bursts beyond these and does not say how
long: POSTS_AT_ONCE is our choice.
"""

import math
import time
from collections import deque

from bot.workspace.refused import Refused

MINUTE = 60.0
POSTS_AT_ONCE = 3  # Slack lets a short burst into one channel pass, then one message a second


class Limits:
    """Counted in real time, for the one workspace there is."""

    def __init__(self, *, on: bool) -> None:
        self.on = on
        self._calls: dict[str, deque[float]] = {}
        self._posts: dict[str, tuple[float, float]] = {}  # channel: posts still to be had, as of when

    def reset(self) -> None:
        """Nothing was called or posted yet."""
        self._calls.clear()
        self._posts.clear()

    def count_call(self, method: str, per_minute: int | None) -> None:
        """Count a call of a method, unless it is one too many. None: the method has no limit of its own.

        Raises Refused("ratelimited") with `retry_after`, in whole seconds.
        """
        if not self.on or per_minute is None:
            return
        now = time.monotonic()
        calls = self._calls.setdefault(method, deque())
        while calls and calls[0] <= now - MINUTE:
            calls.popleft()
        if len(calls) >= per_minute:
            raise _ratelimited(calls[0] + MINUTE - now)
        calls.append(now)

    def count_post(self, channel: str) -> None:
        """Count a post to a channel, by its id. Raises Refused("ratelimited") with `retry_after`, in whole seconds."""
        if not self.on:
            return
        now = time.monotonic()
        left, as_of = self._posts.get(channel, (float(POSTS_AT_ONCE), now))
        left = min(POSTS_AT_ONCE, left + now - as_of)
        if left < 1:
            raise _ratelimited(1 - left)
        self._posts[channel] = (left - 1, now)


def _ratelimited(wait: float) -> Refused:
    return Refused("ratelimited", retry_after=math.ceil(wait))

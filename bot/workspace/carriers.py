"""The local carriers beside the local Slack: on its port and its clock, and off unless they are asked for."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import httpx

from bot.carriers.local.carrier import LocalCarrier, Push
from bot.workspace.background import Background
from bot.workspace.clock import Clock
from bot.workspace.refused import Refused

Json = dict[str, Any]

PREFIX = "/_carriers"
_NEWS_WITHIN = 5.0  # seconds


@dataclass(slots=True, kw_only=True)
class Delivered:
    """What the bot answered to a piece of news: the HTTP status, and its body as text."""

    status: int
    body: str


@dataclass(kw_only=True)
class LocalCarriers:
    """Those of `names`. `news_url` is where the bot takes news of one; None: it listens to none.

    `keys`: of carriers whose key somebody else has made.
    """

    names: Sequence[str]
    url: str
    clock: Clock
    background: Background
    news_url: Callable[[str], str | None]
    keys: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        made = {name: self.keys.get(name) or _carrier(name).made_key() for name in self.names}
        self.keys = made
        # No connection is kept: one to a bot that was killed meanwhile would fail the next piece of news.
        limits = httpx.Limits(max_keepalive_connections=0)
        self._client = httpx.AsyncClient(timeout=_NEWS_WITHIN, limits=limits) if self.names else None
        self.reset()

    def reset(self) -> None:
        """As at the start, but for the keys."""
        self._timer: asyncio.TimerHandle | None = None
        self._running = {name: _carrier(name)(now=self._now, key=self.keys[name]) for name in self.names}

    def called(self, name: str) -> LocalCarrier:
        """The carrier of this name. Raises Refused("unknown_carrier") where it does not run here."""
        if name not in self._running:
            raise Refused("unknown_carrier")
        return self._running[name]

    def accounts(self) -> list[Json]:
        """The bot's accounts at all of them."""
        return [
            {"name": name, **carrier.account(f"{self.url}{PREFIX}/{name}")} for name, carrier in self._running.items()
        ]

    def attend(self) -> None:
        """Do what is due, and look again by itself when something will be."""
        for name, carrier in self._running.items():
            carrier.settle()
            for push in carrier.news:
                self.background.spawn(self.post(name, push))
            carrier.news.clear()
        if self._timer:
            self._timer.cancel()
            self._timer = None
        due = [carrier.ledger.next_due for carrier in self._running.values()]
        if next_due := min(filter(None, due), default=None):
            wait = max((next_due - self._now()).total_seconds(), 0.0)
            self._timer = asyncio.get_running_loop().call_later(wait, self.attend)

    async def post(self, name: str, push: Push) -> Delivered | None:
        """Bring news to the bot; None where it cannot be reached."""
        url = self.news_url(name)
        if url is None or self._client is None:
            return None
        try:
            answer = await self._client.post(url, content=push.body, headers=dict(push.headers))
        except httpx.HTTPError:
            return None
        return Delivered(status=answer.status_code, body=answer.text)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self.clock.now(), UTC)


def _carrier(name: str) -> type[LocalCarrier]:
    module = import_module(f"bot.carriers.local.{name}")
    carrier: type[LocalCarrier] = module.CARRIER
    return carrier

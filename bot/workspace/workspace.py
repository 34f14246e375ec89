"""One throwaway Slack: what it holds and the machinery around it, put together."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urljoin

from bot.settings import SLACK_WAITS
from bot.workspace.background import Background
from bot.workspace.carriers import LocalCarriers
from bot.workspace.clock import Clock
from bot.workspace.delivery.signed_http import SignedHttp
from bot.workspace.delivery.socket_mode import SocketMode
from bot.workspace.delivery.words import GIVEN_UP, Ack, Delivery, Envelope
from bot.workspace.faults import Faults
from bot.workspace.keys import Keys
from bot.workspace.limits import Limits
from bot.workspace.log import CallLog
from bot.workspace.sample import VERIFICATION_TOKEN, sample_state
from bot.workspace.scopes import SCOPES
from bot.workspace.triggers import Triggers


class Workspace:
    """Lives in one event loop; nothing here is safe from other threads."""

    def __init__(
        self,
        *,
        url: str,
        clock_file: Path,
        keys: Keys | None = None,
        scopes: frozenset[str] = SCOPES,
        events: frozenset[str] | None = None,
        rate_limits: bool = True,
        bot_url: str | None = None,
        log_file: Path | None = None,
        waits: float = SLACK_WAITS,
        carriers: Sequence[str] = (),
        carrier_keys: Mapping[str, str] | None = None,
    ) -> None:
        """`events`: what the app subscribes to, None for all. `bot_url`: deliver by signed HTTP, not Socket Mode.

        `log_file`: None for the one that the environment names in NUMBERDESK_SLACK_LOG, or none. `waits`: the
        seconds for which an interaction's answer is waited for.
        """
        self.url = url
        self.keys = keys or Keys.from_environment()
        self.scopes = scopes
        self.events = events
        self.bot_pid: int | None = None
        self.state = sample_state()
        self.clock = Clock(clock_file)
        self.log = CallLog(secrets=[*self.keys.as_environment().values(), VERIFICATION_TOKEN], file=log_file)
        self.faults = Faults()
        self.limits = Limits(on=rate_limits)
        self.triggers = Triggers(lives=waits)
        self.background = Background()
        self.socket_mode = SocketMode(self.background, waits=waits)
        self.delivers_by_http = bot_url is not None
        self._delivery: Delivery = (
            SignedHttp(url=bot_url, signing_secret=self.keys.signing_secret, waits=waits)
            if bot_url
            else self.socket_mode
        )
        self.carriers = LocalCarriers(
            names=carriers,
            url=url,
            clock=self.clock,
            background=self.background,
            # Beside what Slack posts to; a bot over Socket Mode listens to nobody.
            news_url=lambda name: urljoin(bot_url, f"/carriers/{name}") if bot_url else None,
            keys=carrier_keys or {},
        )
        self._watchers: set[Callable[[], None]] = set()

    def watch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Call `watcher` after each change that a person could see; the answer stops that."""
        self._watchers.add(watcher)
        return lambda: self._watchers.discard(watcher)

    def changed(self) -> None:
        for watcher in tuple(self._watchers):
            watcher()

    def reset(self) -> None:
        """As at the start, but for the open connections."""
        self.background.cancel()
        self.state = sample_state()
        for part in (self.clock, self.log, self.faults, self.limits, self.triggers, self.carriers):
            part.reset()
        self.changed()

    async def deliver(self, envelope: Envelope) -> Ack:
        """Bring it to the bot; on the record both what it was and what came back."""
        entry = self.log.begin("to_bot", envelope.type, envelope.payload)
        ack = GIVEN_UP
        try:
            ack = await self._delivery.deliver(envelope)
        finally:
            self.log.end(entry, ack.body, ack.error or ack.status)
        return ack

"""What Slack hands out for a short while: trigger_ids (one use) and response_urls (30 minutes, five uses).

By https://docs.slack.dev/interactivity/handling-user-interaction, November 2026.
"""

import secrets
import time
from dataclasses import dataclass

from bot.workspace.refused import Refused

RESPONSE_URL_LIVES = 30 * 60.0  # seconds, like all here of real time: skipping the desk's time must not end them
RESPONSE_URL_USES = 5


@dataclass(slots=True, kw_only=True)
class Trigger:
    """A leave to open a modal for a member; `made_at` is by the monotonic clock, in seconds."""

    user: str
    view_id: str | None  # the view it was pressed in
    made_at: float
    used: bool = False


@dataclass(slots=True, kw_only=True)
class ResponseUrl:
    """A leave to answer a member in a channel, both by id; `made_at` is by the monotonic clock, in seconds."""

    user: str
    channel: str
    message_ts: str | None  # what was clicked; None for a command
    made_at: float
    uses: int = 0


class Triggers:
    """The trigger_ids and response_urls that were handed out, and what became of them."""

    def __init__(self, *, lives: float) -> None:
        """`lives`: a trigger_id's seconds."""
        self._lives = lives
        self._triggers: dict[str, Trigger] = {}
        self._response_urls: dict[str, ResponseUrl] = {}

    def reset(self) -> None:
        """Forget all of them: none that is out works any more."""
        self._triggers.clear()
        self._response_urls.clear()

    def new_trigger(self, *, user: str, view_id: str | None = None) -> str:
        """A trigger_id for what a member has just done."""
        self._forget_old()
        trigger_id = f"{secrets.randbelow(10**13)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._triggers[trigger_id] = Trigger(user=user, view_id=view_id, made_at=time.monotonic())
        return trigger_id

    def use_trigger(self, trigger_id: str) -> Trigger:
        """Spend a trigger_id. Raises Refused: invalid_trigger_id, exchanged_trigger_id (spent), expired_trigger_id."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            raise Refused("invalid_trigger_id")
        if trigger.used:
            raise Refused("exchanged_trigger_id")
        if time.monotonic() - trigger.made_at > self._lives:
            raise Refused("expired_trigger_id")
        trigger.used = True
        return trigger

    def new_response_url(self, *, user: str, channel: str, message_ts: str | None = None) -> str:
        """The last part of its address."""
        key = secrets.token_urlsafe(18)
        self._response_urls[key] = ResponseUrl(
            user=user, channel=channel, message_ts=message_ts, made_at=time.monotonic()
        )
        return key

    def channel_of(self, key: str) -> str | None:
        """The channel's id, whatever became of the address since; None where there was none such."""
        found = self._response_urls.get(key)
        return found.channel if found else None

    def use_response_url(self, key: str) -> ResponseUrl:
        """Count one use of an address. Raises Refused: expired_url (or never handed out), used_url (too often)."""
        found = self._response_urls.get(key)
        if found is None or time.monotonic() - found.made_at > RESPONSE_URL_LIVES:
            raise Refused("expired_url")
        if found.uses >= RESPONSE_URL_USES:
            raise Refused("used_url")
        found.uses += 1
        return found

    def _forget_old(self) -> None:
        # Kept well past their end, so that a late use is told apart from a made-up one.
        oldest = time.monotonic() - RESPONSE_URL_LIVES
        self._triggers = {key: value for key, value in self._triggers.items() if value.made_at > oldest}
        self._response_urls = {key: value for key, value in self._response_urls.items() if value.made_at > oldest}

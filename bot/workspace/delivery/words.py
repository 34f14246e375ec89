"""Bringing something to the bot and getting its acknowledgement, whatever the way: the words both ways share."""

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from bot.settings import SLACK_WAITS
from bot.workspace.state import Json

TAKEN_WITHIN = SLACK_WAITS  # seconds, by a bot that is there

DISPATCH_FAILED = "dispatch_failed"  # nobody took it
OPERATION_TIMEOUT = "operation_timeout"  # somebody took it and did not acknowledge in time

EnvelopeType = Literal["slash_commands", "interactive", "events_api"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Something for the bot. `payload` is as Slack words it; `retry_num` counts from 1, 0 is the first time.

    `forge` spoils the signature of a request, or has it signed too long ago; Socket Mode signs nothing.
    """

    type: EnvelopeType
    payload: Json
    retry_num: int = 0
    retry_reason: str = ""
    forge: Literal["signature", "timestamp"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ack:
    """What came back: the body, or a word for why there is none. `status` is that of HTTP, 0 for no answer."""

    body: Any = None  # None when empty
    error: str | None = None
    status: int = 200
    no_retry: bool = False  # the bot asks not to be sent this event again


GIVEN_UP = Ack(error="given_up", status=0)  # the workspace ended or was reset meanwhile


class Delivery(Protocol):
    """A way to the bot."""

    async def deliver(self, envelope: Envelope) -> Ack:
        """Hand something over and wait for the acknowledgement.

        Raises nothing for a bot that fails: the Ack's `error` is DISPATCH_FAILED, OPERATION_TIMEOUT, or None.
        """

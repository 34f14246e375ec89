"""Bringing something to the bot and getting its acknowledgement, whatever the way: the words both ways share."""

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from bot.workspace.state import Json

TAKEN_WITHIN = 3.0  # seconds, by a bot that is there

DISPATCH_FAILED = "dispatch_failed"  # nobody took it
OPERATION_TIMEOUT = "operation_timeout"  # somebody took it and did not acknowledge in time

EnvelopeType = Literal["slash_commands", "interactive", "events_api"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    type: EnvelopeType
    payload: Json
    retry_num: int = 0
    retry_reason: str = ""
    forge: Literal["signature", "timestamp"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ack:
    body: Any = None  # None when empty
    error: str | None = None
    status: int = 200
    no_retry: bool = False  # the bot asks not to be sent this event again


GIVEN_UP = Ack(error="given_up", status=0)  # the workspace ended or was reset meanwhile


class Delivery(Protocol):
    async def deliver(self, envelope: Envelope) -> Ack: ...

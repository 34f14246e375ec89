"""Holds and the numbers they took, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from store.types import E164, ChannelId, Criteria, Place, UserId, WorkspaceId

HoldId = NewType("HoldId", int)


class Outcome(StrEnum):
    """How a hold, or one number of it, came to its end."""

    ACQUIRED = "acquired"
    RELEASED = "released"
    RAN_OUT = "ran_out"


class Purpose(StrEnum):
    """The service that acquired numbers are meant for."""

    AUDIO_CONFERENCING = "audio_conferencing"
    AUTO_ATTENDANT = "auto_attendant"
    CALL_QUEUE = "call_queue"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Numbers taken out of the pool until `until` (UTC) while somebody chooses.

    `outcome` is None until the end was decided or, when the time ran out, announced: `is_live` tells.
    """

    workspace: WorkspaceId
    id: HoldId
    held_by: UserId
    channel: ChannelId
    wanted: Criteria
    size: int
    held_at: datetime
    until: datetime
    version: int = 1
    outcome: Outcome | None = None
    closed_at: datetime | None = None
    closed_by: UserId | None = None
    acquired: int = 0
    purpose: Purpose | None = None
    note: str = ""
    again: HoldId | None = None
    again_by: UserId | None = None
    card_ts: str | None = None
    extended_minutes: int = 0  # by which `until` is later than it was at first

    @property
    def name(self) -> str:
        return f"H-{self.id}"

    @property
    def owner(self) -> UserId:
        """Whose it is."""
        return self.held_by

    @property
    def ref(self) -> Mapping[str, int]:
        """What a button or an outbox row carries to find it again."""
        return {"hold": self.id}

    def is_live(self, now: datetime) -> bool:
        return self.outcome is None and now < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldNumber:
    """A number that a hold took, and what came of it there; None while that is open."""

    e164: E164
    place: Place
    outcome: Outcome | None

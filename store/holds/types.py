"""Holds and the numbers they took, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from store.types import E164, ChannelId, Criteria, Place, UserId, WorkspaceId

HoldId = NewType("HoldId", int)  # counted in each workspace from 1: H-1


class Outcome(StrEnum):
    """How a hold, or one number of it, came to its end."""

    ACQUIRED = "acquired"  # a hold: at least one of its numbers
    RELEASED = "released"  # by a member
    RAN_OUT = "ran_out"  # by the clock
    FAILED = "failed"  # a number: it was ordered, and the carrier did not give it


OF_HOLDS = (Outcome.ACQUIRED, Outcome.RELEASED, Outcome.RAN_OUT)


class Purpose(StrEnum):
    """The service that acquired numbers are meant for."""

    AUDIO_CONFERENCING = "audio_conferencing"
    AUTO_ATTENDANT = "auto_attendant"
    CALL_QUEUE = "call_queue"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Numbers taken out of the pool while somebody chooses. Whether it still has them is told by `is_live` alone."""

    workspace: WorkspaceId
    id: HoldId
    held_by: UserId
    channel: ChannelId  # where its card is
    wanted: Criteria
    size: int  # how many numbers it took
    held_at: datetime  # UTC
    until: datetime  # UTC; from then on others can have the numbers
    version: int = 1  # counts what is shown: the same button of another version is another click
    outcome: Outcome | None = None  # None until the end was decided or, when the time ran out, announced
    closed_at: datetime | None = None  # UTC
    closed_by: UserId | None = None  # None: the clock
    acquired: int = 0  # how many of its numbers were
    purpose: Purpose | None = None  # of what was acquired
    note: str = ""
    again: HoldId | None = None  # the hold that followed this one
    again_by: UserId | None = None
    card_ts: str | None = None  # Slack's name of the card's message; None: it is not posted
    extended_minutes: int = 0  # by which `until` is later than it was at first
    at_carriers: bool = False  # whether it has, or had, numbers that carriers are to give

    @property
    def name(self) -> str:
        """What members call it, and the record its subject: H-12."""
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
        """Whether its numbers are still its own."""
        return self.outcome is None and now < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldNumber:
    """A number that a hold took."""

    e164: E164
    place: Place
    outcome: Outcome | None  # what came of it in that hold; None while that is open

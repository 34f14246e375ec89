"""Requests for numbers that cannot be had now, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from store.types import ChannelId, Criteria, UserId, WorkspaceId

WantedId = NewType("WantedId", int)  # counted in each workspace from 1


class Stage(StrEnum):
    """How far a request has come."""

    OPEN = "open"
    TAKEN = "taken"  # an admin sees to it
    IN_STOCK = "in_stock"  # as many can be had as were asked for, and who asked was told
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


WAITING = (Stage.OPEN, Stage.TAKEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedNumbers:
    """Somebody asks for numbers of a place and kind, of which there are not so many."""

    workspace: WorkspaceId
    id: WantedId
    asked_by: UserId
    asked_at: datetime  # UTC
    channel: ChannelId  # where its card is
    quantity: int
    wanted: Criteria
    stage: Stage = Stage.OPEN
    seen_to_by: UserId | None = None  # the admin who took it
    closed_at: datetime | None = None  # UTC
    closed_by: UserId | None = None  # None: the clock
    reason: str = ""  # of who declined
    card_ts: str | None = None  # Slack's name of the card's message; None: it is not posted
    version: int = 1  # counts what is shown

    @property
    def name(self) -> str:
        """What members call it, and the record its subject: R-3."""
        return f"R-{self.id}"

    @property
    def owner(self) -> UserId:
        """Whose it is."""
        return self.asked_by

    @property
    def ref(self) -> Mapping[str, int]:
        """What a button or an outbox row carries to find it again."""
        return {"wanted": self.id}

    @property
    def waits(self) -> bool:
        """Whether nobody has had the last word."""
        return self.stage in WAITING

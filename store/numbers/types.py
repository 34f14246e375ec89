"""Numbers of the pool, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from store.holds.types import HoldId
from store.types import E164, Kind, Place, WorkspaceId


class Status(StrEnum):
    """What a number was last made. Whether it can be had is said by its `available_at` alone."""

    FREE = "free"
    HELD = "held"
    ACQUIRED = "acquired"
    PORTING = "porting"  # out of the pool for a port order
    RESTING = "resting"  # released; in the pool again when the rest has ended


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolNumber:
    """A number of the pool, and where it is."""

    e164: E164
    place: Place
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A number as it stands, whosever it is."""

    e164: E164
    place: Place
    kind: Kind
    status: Status
    available_at: datetime | None  # UTC, from when it can be had; None: it is somebody's, for good
    workspace: WorkspaceId | None  # the last to take it
    hold: HoldId | None  # the last to take it
    port_order: int | None  # the OrderId of what brought it, or is about to: it has no hold then


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """How many numbers of a kind count against the quota."""

    held: int = 0
    acquired: int = 0

    @property
    def total(self) -> int:
        """What the quota is compared with."""
        return self.held + self.acquired

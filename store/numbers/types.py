"""Numbers of the pool, as plain values."""

from collections.abc import Iterator, Sequence
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
class Counted:
    """How many numbers there are, as far as they were counted: there may be `more`.

    Where it `gave_up`, not all were looked at that might have matched.
    """

    number: int
    more: bool = False
    gave_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Where a page of a search ended: its last number, or its last run's first; and the moment of all its pages."""

    e164: E164
    available_at: datetime  # UTC, since when it can be had
    as_of: datetime  # UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Numbers of one place and kind that follow each other without a gap."""

    first: E164
    size: int
    place: Place

    @property
    def last(self) -> E164:
        """The last of them."""
        return E164(f"+{int(self.first[1:]) + self.size - 1}")

    def __iter__(self) -> Iterator[E164]:
        value = int(self.first[1:])
        return (E164(f"+{value + at}") for at in range(self.size))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some numbers of a search, or runs of them. Where it `ended`, the next page begins; None: there is none."""

    numbers: Sequence[PoolNumber] = ()
    runs: Sequence[Run] = ()
    total: Counted
    ended: Cursor | None = None


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

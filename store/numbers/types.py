"""Numbers of the pool, as plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from store.holds.types import HoldId
from store.types import E164, Criteria, Kind, Place, WorkspaceId


class Status(StrEnum):
    """What a number was last made. Whether it can be had is said by its `available_at` alone."""

    FREE = "free"
    HELD = "held"
    ORDERED = "ordered"  # at a carrier, which has not said yet that it is ours
    ACQUIRED = "acquired"
    PORTING = "porting"  # out of the pool for a port order
    RESTING = "resting"  # released; in the pool again when the rest has ended
    REMOVED = "removed"  # taken out of the pool; known still, for holds that took it once tell of it


PORTED = "PO-"  # begins the name of a port order


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolNumber:
    """A number of the pool, and where it is."""

    e164: E164
    place: Place
    kind: Kind
    kept_for: WorkspaceId | None = None  # the only workspace to have it; None: any
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many numbers there are, as far as they were counted: there may be `more`.

    Where not all were looked at that might have matched, `looked_at` says at how many; else it is 0.
    """

    number: int
    more: bool = False
    looked_at: int = 0

    @property
    def gave_up(self) -> bool:
        """Whether there may be others that match."""
        return self.looked_at > 0


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
    kept_for: WorkspaceId | None = None  # the only workspace to have it; None: any
    note: str = ""

    @property
    def is_removed(self) -> bool:
        """Whether it was taken out of the pool."""
        return self.status is Status.REMOVED

    @property
    def is_owned(self) -> bool:
        """Whether its workspace has acquired it, or has it back as long as it rests."""
        return self.status in (Status.ACQUIRED, Status.RESTING)

    def can_be_had_by(self, workspace: WorkspaceId, now: datetime) -> bool:
        """Whether a workspace can have it now."""
        waits = self.available_at is not None and self.available_at <= now
        return waits and self.kept_for in (None, workspace)

    def is_back_at_carrier(self, now: datetime) -> bool:
        """Whether it is a carrier's to give, and nobody here has it any more."""
        waits = self.available_at is not None and self.available_at <= now
        return waits and (self.kept_for or "").startswith("@")

    def is_kept_from(self, workspace: WorkspaceId, now: datetime) -> bool:
        """Whether it waits in the pool for another workspace alone: this one must not hear of it."""
        waits = self.available_at is not None and self.available_at <= now
        return waits and self.kept_for not in (None, workspace)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """Numbers are to be taken out of the pool into the workspace's next hold."""

    workspace: WorkspaceId
    wanted: Criteria
    now: datetime  # UTC
    until: datetime  # UTC, the end of the hold
    quota: int  # how many the workspace may hold and have in all, with those taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Numbers that were taken out of the pool, in order, and the hold that has them; None: it has none yet."""

    hold: HoldId | None = None
    numbers: Sequence[E164] = ()

    def and_also(self, more: "Taken") -> "Taken":
        """These and others of the same hold."""
        return Taken(hold=self.hold or more.hold, numbers=sorted((*self.numbers, *more.numbers)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """Numbers may become a workspace's own: whatever must be asked before was asked."""

    workspace: WorkspaceId
    quantity: int  # at most


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """How many numbers of a kind count against the quota."""

    held: int = 0
    ordered: int = 0
    acquired: int = 0

    @property
    def total(self) -> int:
        """What the quota is compared with."""
        return self.held + self.decided

    @property
    def decided(self) -> int:
        """What it is compared with where held numbers are to be more than held."""
        return self.ordered + self.acquired

"""The workspace's own numbers and which of them are looked for, as plain values."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from store.holds.types import HoldId
from store.numbers.types import PORTED, Status
from store.services.types import Service, ServiceId
from store.types import E164, Kind, Place, UserId


class NumberUse(StrEnum):
    """How a number of the workspace's own stands, as lists and filters name it."""

    ACQUIRED = "acquired"  # and not assigned
    ASSIGNED = "assigned"
    ORDERED = "ordered"  # at a carrier
    RESTING = "resting"  # released, and can be restored
    PORTING = "porting"  # in an order that was sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which of the workspace's own numbers: all that is said must be so of each. EVERY says nothing."""

    place: Place | None = None
    kind: Kind | None = None
    uses: Collection[NumberUse] = ()  # any of these; none: any at all
    services: Collection[ServiceId] = ()  # any of these; none: any or no service
    containing: str = ""  # digits


EVERY = Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """A number of the workspace's own: acquired, resting after its release, or about to be ported."""

    e164: E164
    place: Place
    kind: Kind
    status: Status
    available_at: datetime | None = None  # UTC, the end of its rest; None: it does not rest
    hold: HoldId | None = None  # with which it was acquired
    port_order: int | None = None  # the OrderId of what brings or brought it, instead of a hold
    got_by: UserId | None = None  # who acquired it, or asked for the order
    got_at: datetime | None = None  # UTC, when it was acquired, or when the order came into its state
    service: Service | None = None  # that it is assigned to
    is_default: bool = False  # of that service; a bridge has one at most
    imported_as: str | None = None  # instead of both: by what it was acquired elsewhere, such as PO-7; "": nobody said
    kept_for: str = ""  # a carrier that has it back, or a workspace; see store.numbers.at_carriers

    @property
    def is_carriers(self) -> bool:
        """Whether a carrier gave it, and has it back after its rest."""
        return self.kept_for.startswith("@")

    @property
    def counts(self) -> bool:
        """Whether it counts against the quota: it was not ported."""
        return self.port_order is None and not (self.imported_as or "").startswith(PORTED)

"""The workspace's own numbers and which of them are looked for, as plain values."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from store.holds.types import HoldId
from store.numbers.types import Status
from store.services.types import Service, ServiceId
from store.types import E164, Kind, Place, UserId


class NumberUse(StrEnum):
    """How a number of the workspace's own stands."""

    ACQUIRED = "acquired"  # and not assigned
    ASSIGNED = "assigned"
    RESTING = "resting"
    PORTING = "porting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which of the workspace's own numbers; what says nothing: whichever."""

    place: Place | None = None
    kind: Kind | None = None
    uses: Collection[NumberUse] = ()
    services: Collection[ServiceId] = ()
    containing: str = ""


EVERY = Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """A number of the workspace's own: acquired, resting after its release, or about to be ported.

    `got_by` and `got_at` (UTC) are of who acquired it, or asked for the order that brings it. Of a bridge's numbers
    one `is_default`. `available_at` is the end of a rest.
    """

    e164: E164
    place: Place
    kind: Kind
    status: Status
    available_at: datetime | None = None
    hold: HoldId | None = None
    port_order: int | None = None
    got_by: UserId | None = None
    got_at: datetime | None = None
    service: Service | None = None
    is_default: bool = False

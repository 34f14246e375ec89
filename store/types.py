"""The desk's words as plain values. Imports nothing of ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, NewType

E164 = NewType("E164", str)
UserId = NewType("UserId", str)
ChannelId = NewType("ChannelId", str)
WorkspaceId = NewType("WorkspaceId", str)
HoldId = NewType("HoldId", int)


class Kind(StrEnum):
    """Who pays for a call: the caller (toll) or the number's owner (toll-free)."""

    TOLL = "toll"
    TOLL_FREE = "toll_free"


class Status(StrEnum):
    """What a number was last made. Whether it can be had is said by its `available_at` alone."""

    FREE = "free"
    HELD = "held"
    ACQUIRED = "acquired"


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


class Action(StrEnum):
    """What was done, as the record names it."""

    RESERVED = "reserved"
    HELD_AGAIN = "held_again"
    ACQUIRED = "acquired"
    RELEASED = "released"
    RAN_OUT = "ran_out"
    SETTINGS_CHANGED = "settings_changed"


class Owed(StrEnum):
    """What the desk can owe to Slack."""

    CARD = "card"  # a hold's card is stale
    LINE = "line"  # an entry of the record, told in the card's thread
    WARNING = "warning"  # a hold ends soon
    ENDED = "ended"  # holds of one channel ended
    LOST_CHANNEL = "lost_channel"  # a card had to move out of its channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where numbers are: a country's ISO code, and a region and city by their names; "" is "any" or "none"."""

    country: str
    region: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licences:
    """The licences that give a right to service numbers, and their count the quota."""

    enterprise_e5: int = 0
    phone_system: int = 0
    audio_conferencing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """Communications Credits: prepaid, needed for toll-free numbers. `balance` is None while nobody said it."""

    set_up: bool = False
    balance: Decimal | None = None
    auto_recharge: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A workspace and what its admins have set; `hold_minutes` is how long a hold lasts."""

    id: WorkspaceId
    licences: Licences = Licences()
    credits: Credits = Credits()
    locale: str = "en"
    notices: ChannelId | None = None
    hold_minutes: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolNumber:
    """A number and where it is."""

    e164: E164
    place: Place
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What numbers are looked for; no place means anywhere."""

    place: Place | None
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """How many numbers of a kind count against the quota."""

    held: int = 0
    acquired: int = 0

    @property
    def total(self) -> int:
        return self.held + self.acquired


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Numbers taken out of the pool until `until` (UTC) while somebody chooses.

    `outcome` is None until the end was decided or, when the time ran out, announced: `is_live` tells.
    """

    workspace: WorkspaceId
    id: HoldId
    held_by: UserId
    channel: ChannelId
    wanted: Wanted
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

    @property
    def name(self) -> str:
        return f"H-{self.id}"

    def is_live(self, now: datetime) -> bool:
        return self.outcome is None and now < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldNumber:
    """A number that a hold took, and what came of it there; None while that is open."""

    e164: E164
    place: Place
    outcome: Outcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something done, for the record. `who` None is the clock."""

    workspace: WorkspaceId
    at: datetime
    who: UserId | None
    action: Action
    subject: str
    channel: ChannelId | None = None
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A deed as it stands in the record."""

    id: int
    deed: Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """Something to be told in Slack: about which subject, where, and what tells it from others of its kind."""

    workspace: WorkspaceId
    kind: Owed
    subject: str
    channel: ChannelId
    item: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)
    edits: bool = False  # changes a message instead of posting one


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """What is owed, as it was claimed from the outbox: `version` is the state that will be rendered."""

    id: int
    owing: Owing
    lane: str
    version: int
    tries: int
    tried_since: datetime | None  # desk time


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """How many debts wait to be sent and since when the oldest; how many are parked beside them."""

    count: int
    parked: int
    age: timedelta

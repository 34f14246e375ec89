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
ServiceId = NewType("ServiceId", int)
RequestId = NewType("RequestId", int)
BatchId = NewType("BatchId", int)
GroupId = NewType("GroupId", str)


def is_channel(channel: ChannelId) -> bool:
    """Whether several can see what is posted there; else it is somebody's own messages."""
    return channel.startswith(("C", "G"))


class Kind(StrEnum):
    """Who pays for a call: the caller (toll) or the number's owner (toll-free)."""

    TOLL = "toll"
    TOLL_FREE = "toll_free"


class Status(StrEnum):
    """What a number was last made. Whether it can be had is said by its `available_at` alone."""

    FREE = "free"
    HELD = "held"
    ACQUIRED = "acquired"
    PORTING = "porting"  # out of the pool for a port order
    RESTING = "resting"  # released; in the pool again when the rest has ended


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


class ServiceKind(StrEnum):
    """What calls to a number reach."""

    BRIDGE = "bridge"  # audio conferencing
    ATTENDANT = "attendant"
    QUEUE = "queue"


class Verdict(StrEnum):
    """How a request for approval came to its end."""

    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    RELEASED = "released"  # with the hold, by somebody who released it
    RAN_OUT = "ran_out"  # with the hold, by the clock


class Circle(StrEnum):
    """What kind of people may do something."""

    ANYONE = "anyone"  # any full member; of approvers, any who is in the channel
    GROUP = "group"  # the members of a Slack user group
    NAMED = "named"
    ADMINS = "admins"


class Action(StrEnum):
    """What was done, as the record names it."""

    RESERVED = "reserved"
    HELD_AGAIN = "held_again"
    ACQUIRED = "acquired"
    RELEASED = "released"
    RAN_OUT = "ran_out"
    ASKED = "asked"
    APPROVED = "approved"
    TAKEN_BACK = "taken_back"
    LAPSED = "lapsed"  # an approval whose giver may not approve any more
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    SETTINGS_CHANGED = "settings_changed"
    EXPORTED = "exported"
    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"
    DEFAULT_CHANGED = "default_changed"
    SERVICE_RENAMED = "service_renamed"
    NUMBER_RELEASED = "number_released"
    RESTORED = "restored"
    RELEASE_ASKED = "release_asked"
    BATCH_BEGUN = "batch_begun"
    BATCH_DONE = "batch_done"
    BATCH_RESTORED = "batch_restored"
    REST_ENDED = "rest_ended"  # of what a batch released
    PORT_DRAFTED = "port_drafted"
    PORT_EDITED = "port_edited"
    PORT_LISTED = "port_listed"  # numbers read from a file
    PORT_DIVIDED = "port_divided"  # some numbers went into an order of their own
    PORT_MOVED = "port_moved"  # into another state, or to another FOC
    PORT_CAPACITY = "port_capacity"
    PORT_REMINDED = "port_reminded"
    PORT_FOLLOWED = "port_followed"
    PORT_UNFOLLOWED = "port_unfollowed"
    PORT_COMMENTED = "port_commented"
    LETTER_MADE = "letter_made"
    LETTER_SIGNED = "letter_signed"  # a signed letter came in
    LETTER_SIGNER = "letter_signer"  # somebody said who signed it
    LETTER_FETCHED = "letter_fetched"


class Owed(StrEnum):
    """What the desk can owe to Slack."""

    CARD = "card"  # the card of a hold or a port order is stale
    LINE = "line"  # an entry of the record, told in the card's thread
    WARNING = "warning"  # a hold ends soon
    ENDED = "ended"  # holds of one channel ended
    LOST_CHANNEL = "lost_channel"  # a card had to move out of its channel
    MOVED = "moved"  # where a card stood before it moved
    VERDICT = "verdict"  # what came of a request, told to who asked
    HOME = "home"  # a member's Home tab is stale
    EXPORT = "export"  # a file for a member
    REPORT = "report"  # a picture for a member
    NEWS = "news"  # an entry of the record, told to a member
    LETTER = "letter"  # a letter of authorisation to be signed, for a member
    SIGNED = "signed"  # a signed one, for a member
    FETCH = "fetch"  # a file that a member gave is to be fetched from Slack
    REJECTED = "rejected"  # a file that a member gave could not be used
    PREVIEW = "preview"  # what a batch would do, in the modal that waits for it


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
class Who:
    """Who may do something. Only a GROUP has a `group`, only those NAMED have `members`."""

    circle: Circle = Circle.ANYONE
    group: GroupId | None = None
    members: tuple[UserId, ...] = ()


ADMINS = Who(circle=Circle.ADMINS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Whose approval an acquisition needs.

    `toll_free` None: as many as for toll. Fewer numbers than `from_quantity` need none. A hold that waits for approval
    lasts once longer, by `extension_minutes`. With `releases` it is needed for releasing acquired numbers, too.
    """

    approvals: int = 1
    toll_free: int | None = None
    from_quantity: int = 1
    approvers: Who = Who()
    extension_minutes: int = 0
    releases: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who may do what. Admins always may."""

    search: Who = Who()
    reserve: Who = Who()
    release: Who = ADMINS  # what others hold
    settings: Who = ADMINS
    manage: Who = Who()  # assign, release and restore what was acquired
    port: Who = Who()  # write, send and cancel port orders
    letters: Who = ADMINS  # fetch signed letters of authorisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """The end of a workspace's record: the last entry's number, and the tip's seal. Number 0: there is none yet."""

    number: int = 0
    seal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A workspace and what its admins have set.

    `hold_minutes` is how long a hold lasts, `rest_days` how long a released number rests. No `channels`: the desk may
    be used in all. `set_up`: an admin has sent settings; `greeted`: an admin was led to them. `country`, an ISO code,
    is where numbers are that do not say their country's code. `port_lead_days` and `port_silent_days` are business
    days, by country and by a port order's state, as far as they are not what they are by default.
    """

    id: WorkspaceId
    licences: Licences = Licences()
    credits: Credits = Credits()
    policy: Policy = Policy()
    roles: Roles = Roles()
    channels: tuple[ChannelId, ...] = ()
    locale: str = "en"
    notices: ChannelId | None = None
    hold_minutes: int = 10
    set_up: bool = False
    greeted: bool = False
    rest_days: int = 30
    country: str = "US"
    port_lead_days: Mapping[str, int] = field(default_factory=dict)
    port_silent_days: Mapping[str, int] = field(default_factory=dict)
    tip: Tip = field(default=Tip(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolNumber:
    """A number and where it is."""

    e164: E164
    place: Place
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A number as it stands: free, held, or some workspace's own. `port_order` is the number of an order."""

    e164: E164
    place: Place
    kind: Kind
    status: Status
    available_at: datetime | None
    workspace: WorkspaceId | None
    hold: HoldId | None
    port_order: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What numbers are assigned to: an audio-conferencing bridge, an auto attendant or a call queue, by its name."""

    workspace: WorkspaceId
    id: ServiceId
    kind: ServiceKind
    name: str


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
    extended_minutes: int = 0  # by which `until` is later than it was at first

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
class Approval:
    """Given by a member at a time."""

    by: UserId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Somebody asks to acquire numbers of a hold, or to release those of a batch.

    `needed` and `approvers` are as the policy was when they asked. `verdict` is None while it waits; whether it still
    can be decided is up to its hold.
    """

    workspace: WorkspaceId
    id: RequestId
    hold: HoldId | None = None
    batch: BatchId | None = None
    asked_by: UserId
    asked_at: datetime
    numbers: tuple[E164, ...]
    purpose: Purpose
    note: str
    needed: int
    approvers: Who
    approvals: tuple[Approval, ...] = ()
    verdict: Verdict | None = None
    closed_at: datetime | None = None
    closed_by: UserId | None = None
    reason: str = ""

    @property
    def subject(self) -> str:
        """The name of the hold or the batch."""
        return f"H-{self.hold}" if self.hold else f"B-{self.batch}"

    @property
    def missing(self) -> int:
        return max(self.needed - len(self.approvals), 0)

    def is_approved_by(self, member: UserId) -> bool:
        return any(approval.by == member for approval in self.approvals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something done, for the record. `who` None is the clock; `name` is theirs at that time.

    `channel` and `message` (its ts) are where it was asked.
    """

    workspace: WorkspaceId
    at: datetime
    who: UserId | None
    action: Action
    subject: str
    name: str = ""
    channel: ChannelId | None = None
    message: str | None = None
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A deed as it stands in its workspace's record, where entries are numbered from 1."""

    number: int
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

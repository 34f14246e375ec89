"""What was done and what came of reading it, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from store.types import ChannelId, UserId, WorkspaceId


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
class Wanted:
    """Which entries: of some subjects, by a member, since a time; None: whichever."""

    subjects: Sequence[str] | None = None
    who: UserId | None = None
    since: datetime | None = None


class Flaw(StrEnum):
    """What is wrong with a record."""

    CHANGED = "changed"
    MISSING = "missing"
    CUT_OFF = "cut off"
    ADDED = "added"
    UNKNOWN = "unknown: the workspace's row, which tells the end, is missing or changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What came of reading a workspace's record: how many entries are as they were written, and which is not."""

    workspace: WorkspaceId
    sound: int
    flaw: Flaw | None = None
    at: int | None = None  # the number of the entry

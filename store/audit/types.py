"""What was done and what came of reading it, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from store.types import ChannelId, UserId, WorkspaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something done, for the record."""

    workspace: WorkspaceId
    at: datetime  # UTC
    who: UserId | None  # None: the clock
    action: str  # as the room that does it names it
    subject: str  # a hold, batch or order by its name, a number in E.164, or a word such as "settings"
    name: str = ""  # of who did it, as it was then
    channel: ChannelId | None = None  # where it was asked
    message: str | None = None  # the ts of the message by which
    before: Mapping[str, Any] = field(default_factory=dict)  # JSON: what was changed, as it was
    after: Mapping[str, Any] = field(default_factory=dict)  # JSON: what it became


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A deed as it stands in its workspace's record."""

    number: int  # from 1, without gaps
    deed: Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFilter:
    """Which entries: all that is said must be so of each; None says nothing."""

    subjects: Sequence[str] | None = None  # any of these
    who: UserId | None = None
    since: datetime | None = None  # UTC, that time included


class Flaw(StrEnum):
    """What is wrong with a record; the values are for people to read."""

    CHANGED = "changed"
    MISSING = "missing"
    CUT_OFF = "cut off"  # at the end
    ADDED = "added"  # after the end
    UNKNOWN = "unknown: the workspace's row, which tells the end, is missing or changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What came of reading a workspace's record up to the first flaw."""

    workspace: WorkspaceId
    sound: int  # entries before the flaw, each as it was written
    flaw: Flaw | None = None
    at: int | None = None  # the number of the entry that has it

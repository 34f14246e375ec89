"""What was done and what came of reading it, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from store.types import ChannelId, UserId, WorkspaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something done, for the record. `who` None is the clock; `name` is theirs at that time.

    `channel` and `message` (its ts) are where it was asked.
    """

    workspace: WorkspaceId
    at: datetime
    who: UserId | None
    action: str
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

"""What is owed to Slack, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from store.types import ChannelId, WorkspaceId


class OutboxKind(StrEnum):
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
class OutboxItem:
    """Something to be told in Slack: about which subject, where, and what tells it from others of its kind."""

    workspace: WorkspaceId
    kind: OutboxKind
    subject: str
    channel: ChannelId
    item: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)
    edits: bool = False  # changes a message instead of posting one


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedItem:
    """What is owed, as it was claimed from the outbox: `version` is the state that will be rendered."""

    id: int
    owing: OutboxItem
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

"""What is owed to Slack, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from store.types import ChannelId, WorkspaceId

# Of all kinds the outbox itself knows two: a card goes before what else is owed of its subject, and Home tabs have a
# lane of their own. What other kinds there are is up to those who owe them.
CARD, HOME = "card", "home"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxItem:
    """Something to be told in Slack: about which subject, where, and what tells it from others of its kind."""

    workspace: WorkspaceId
    kind: str
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

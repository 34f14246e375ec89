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
    """Something to be told in Slack. One is pending at most of each workspace, kind, subject and item."""

    workspace: WorkspaceId
    kind: str  # as the room that owes it names it
    subject: str  # such as H-12; what is owed about one goes in order
    channel: ChannelId  # where; a member's id for direct messages
    item: str = ""  # tells apart what is of one kind and subject
    detail: Mapping[str, Any] = field(default_factory=dict)  # JSON, which the kind gives its meaning
    edits: bool = False  # changes a message instead of posting one


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedItem:
    """What is owed, leased by a sender."""

    id: int  # never used again: a message that was posted is found by it
    owing: OutboxItem
    lane: str
    version: int  # the state that will be rendered; another one by then, and it is sent again
    tries: int  # this one among them
    tried_since: datetime | None  # since when a message of it may be there; None: it was never sent
    owed_at: datetime  # since when without being paid
    claim: int = 1  # counts up; where the row has a later one, it is in somebody else's hands
    unended: int = 0  # how many senders before this one took it and died of it, or froze
    is_trial: bool = False  # whether it tries if a workspace that sleeps is awake again
    # At which pace its lane goes on once it is out of hand: `burst` at once, then one `every` so often.
    every: timedelta = timedelta(0)
    burst: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """A workspace whose Slack cannot be reached, or does not take the desk's token (any more). Times are real."""

    workspace: WorkspaceId
    since: datetime
    retry_at: datetime  # nothing is sent there before
    failures: int  # in a row
    error: str  # what the last of them met

    @property
    def is_asleep(self) -> bool:
        """Whether it failed again when it was tried again; one failure alone is a hiccup."""
        return self.failures > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """How far the sender is behind."""

    count: int  # waiting to be sent
    parked: int  # given up until somebody retries them; not in `count`
    age: timedelta  # of the oldest that waits

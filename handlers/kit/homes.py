"""Home tabs are kept up to date: what a change makes stale is owed to those who have opened theirs once."""

from collections.abc import Collection
from enum import StrEnum

from store import homes
from store.outbox.types import HOME, OutboxItem
from store.session import Db
from store.types import ChannelId, UserId, WorkspaceId


class HomeOutbox(StrEnum):
    """What can be owed."""

    HOME = HOME  # a member's Home tab is stale


def stale(db: Db, workspace: WorkspaceId, concerned: Collection[UserId] | None) -> list[OutboxItem]:
    """The Home tabs to be drawn again: of these members, None for all who have ever opened theirs."""
    return [home(workspace, member) for member in (homes.of(db, workspace) if concerned is None else sorted(concerned))]


def home(workspace: WorkspaceId, member: UserId) -> OutboxItem:
    """A member's Home tab is stale."""
    return OutboxItem(workspace=workspace, kind=HomeOutbox.HOME, subject=f"home {member}", channel=ChannelId(member))

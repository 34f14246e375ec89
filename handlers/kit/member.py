"""Who is asking, and what Slack says of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from store.types import ChannelId, GroupId, UserId, WorkspaceId


class Standing(StrEnum):
    """What a member is in the workspace, by Slack's own word."""

    ADMIN = "admin"
    MEMBER = "member"
    GUEST = "guest"
    STRANGER = "stranger"  # of another workspace, in a shared channel
    UNKNOWN = "unknown"  # Slack did not answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A Slack user group, and who is in it."""

    handle: str
    users: frozenset[UserId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """`groups` says of those user groups that matter whether the member is in them, as far as Slack told.

    `zone` is the time zone that they live by, as an IANA name.
    """

    workspace: WorkspaceId
    user: UserId
    standing: Standing
    locale: str
    name: str = ""
    zone: str = "UTC"
    groups: Mapping[GroupId, bool] = field(default_factory=dict)

    @property
    def is_admin(self) -> bool:
        """Whether Slack calls them an admin of the workspace."""
        return self.standing is Standing.ADMIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Click:
    """One thing a member did: who, in which channel ("" in the Home tab), and what tells it from the next.

    `message` is the ts of the message whose button they pressed, or that their modal came from; `view` is the id of the
    modal that they sent; "" if there is none. `leads_to` is where that which they act on has its card, wherever they do
    so; None: they act on nothing that has one.
    """

    member: Member
    channel: ChannelId
    key: str
    message: str = ""
    view: str = ""
    leads_to: ChannelId | None = None

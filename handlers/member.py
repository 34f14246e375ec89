"""Who is asking, and what Slack says of them."""

from dataclasses import dataclass
from enum import StrEnum

from store.types import ChannelId, UserId, WorkspaceId


class Standing(StrEnum):
    """What a member is in the workspace, by Slack's own word."""

    ADMIN = "admin"
    MEMBER = "member"
    GUEST = "guest"
    STRANGER = "stranger"  # of another workspace, in a shared channel
    UNKNOWN = "unknown"  # Slack did not answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    workspace: WorkspaceId
    user: UserId
    standing: Standing
    locale: str

    @property
    def is_admin(self) -> bool:
        return self.standing is Standing.ADMIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Click:
    """One thing a member did: who, in which channel ("" in the Home tab), and what tells it from the next."""

    member: Member
    channel: ChannelId
    key: str

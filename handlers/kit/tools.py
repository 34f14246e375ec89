"""All that a handler may touch."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from handlers.kit.carriers import Carriers
from handlers.kit.member import Group, Member
from store.numbers.named import PoolPlaces
from store.places import Places, known_places
from store.session import Begin
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.vault import Vault

if TYPE_CHECKING:  # what a feature does is given the tools
    from handlers.kit.feature import Features


class People(Protocol):
    """What Slack says of people; remembered for a minute. May ask Slack, so it is never called in a transaction."""

    def member(self, workspace: WorkspaceId, user: UserId) -> Member:
        """Who this is. Where Slack does not answer, their standing is unknown and the language the workspace's."""

    def groups(self, workspace: WorkspaceId) -> Mapping[GroupId, Group]:
        """The user groups of a workspace. Raises SlackSilent."""

    def admins(self, workspace: WorkspaceId) -> Iterable[UserId]:
        """The admins of a workspace, asked for as far as one reads on. Raises SlackSilent."""

    def members_of(self, workspace: WorkspaceId, channel: ChannelId) -> Iterable[UserId]:
        """Who is in a channel, asked for as far as one reads on. Raises SlackSilent."""

    def is_in(self, workspace: WorkspaceId, channel: ChannelId, user: UserId) -> bool:
        """Whether a member is in a channel. Raises SlackSilent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The database, two clocks, people, and whether the desk can post to a channel.

    `now` is the desk's time, of holds and the record; `real_now` that of leases and Slack's limits. Both are UTC.
    `can_post` may ask Slack, so it is never called in a transaction; it raises `SlackSilent` where Slack is silent.
    `audit_key` seals the record; `vault` keeps signed letters; `features` is all that the desk does.
    `carriers` are asked outside every transaction.
    """

    begin: Begin
    reading: Begin
    now: Callable[[], datetime]
    real_now: Callable[[], datetime]
    can_post: Callable[[WorkspaceId, ChannelId], bool]
    people: People
    audit_key: bytes
    vault: Vault
    features: "Features"
    carriers: Carriers

    @property
    def places(self) -> Places:
        """The places of our own files. They are read when somebody first asks: a worker may never."""
        return known_places()

    def places_of(self, workspace: WorkspaceId) -> Places:
        """The same with those of the stock that a workspace may have, as it is when one asks."""
        return replace(known_places(), stock=PoolPlaces(reading=self.reading, workspace=workspace))


class SlackSilent(Exception):
    """Slack did not answer what the desk must know before it can decide."""

"""What the workspace holds: people, channels, messages, views and files, as plain values in one place."""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.workspace.refused import Refused

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person, or the desk's own user, as Slack has them. `is_restricted`: a guest; `deleted`: deactivated."""

    id: str
    name: str
    real_name: str
    team_id: str
    locale: str = "en-US"
    tz: str = "Europe/London"
    is_admin: bool = False
    is_owner: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_bot: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Usergroup:
    """A user group: `handle` without its @, `users` the ids of its members, `updated` in seconds since 1970 (UTC)."""

    id: str
    handle: str
    users: tuple[str, ...]
    updated: int | None = None  # None: not since it was made


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file and its bytes. `user`: the id of who gave it; `created`: the desk's time, in seconds since 1970 (UTC)."""

    id: str
    name: str
    title: str
    mimetype: str
    content: bytes
    user: str
    created: int
    shares: tuple["Share", ...] = ()
    alt_txt: str = ""  # what a picture shows, in words

    @property
    def shared_in(self) -> tuple[str, ...]:
        """The ids of all channels and direct messages that it is in."""
        return tuple(dict.fromkeys(share.channel for share in self.shares))


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A message that has a file."""

    channel: str
    channel_name: str
    kind: Literal["channels", "groups", "ims"]  # where a file object names the channel
    ts: str
    thread_ts: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as `conversations.history` shows it (`body`). A change puts a new Message in its place."""

    channel: str
    body: Json
    ephemeral_to: str | None = None  # the only member who sees it
    chosen: dict[str, Json] = field(default_factory=dict)  # member id: what they chose in its selects (`state.values`)

    @property
    def ts(self) -> str:
        """When it was posted, in seconds since 1970 with six decimals; its id in its channel."""
        ts: str = self.body["ts"]
        return ts

    @property
    def thread_ts(self) -> str | None:
        """The `ts` of the message that began its thread; None where it is no reply."""
        return self.body.get("thread_ts")

    @property
    def blocks(self) -> list[Json]:
        """Its blocks, with every id there."""
        return self.body.get("blocks") or []

    def is_seen_by(self, member_id: str | None) -> bool:
        """Whether this member sees it, in a channel they are in; None sees no ephemerals."""
        return self.ephemeral_to in (None, member_id)


@dataclass(slots=True, kw_only=True)
class Channel:
    """A channel, or a member's direct messages with the desk. `members`: the ids of who is in it, the desk or not."""

    id: str
    name: str
    members: set[str]
    is_private: bool = False
    is_ext_shared: bool = False
    is_archived: bool = False
    user: str | None = None  # a direct message's member: the other one is the desk
    messages: dict[str, Message] = field(default_factory=dict)  # by ts, which only grows

    @property
    def is_im(self) -> bool:
        """Whether it is somebody's direct messages with the desk."""
        return self.user is not None

    def message(self, ts: str, *, seen_by: str | None = None) -> Message:
        """The message with this `ts`, if this member sees it. Raises Refused("message_not_found")."""
        found = self.messages.get(ts)
        if found is None or not found.is_seen_by(seen_by):
            raise Refused("message_not_found")
        return found

    def read_by(self, member_id: str | None) -> list[Message]:
        """All messages this member sees, thread replies among them, oldest first. None sees no ephemerals."""
        return [message for message in self.messages.values() if message.is_seen_by(member_id)]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """An open modal, or a member's Home tab. A change puts a new View, with a new hash, in its place."""

    id: str
    hash: str
    user: str
    body: Json  # what the app gave: type, title, submit, close, blocks, callback_id, private_metadata ...
    values: Json = field(default_factory=dict)  # `state.values`: block_id, then action_id
    drawn: Json = field(default_factory=dict)  # what they were when the app last opened or updated it
    root_view_id: str = ""
    previous_view_id: str | None = None

    @property
    def blocks(self) -> list[Json]:
        """Its blocks, with every id there."""
        return self.body.get("blocks") or []


@dataclass(slots=True, kw_only=True)
class State:
    """All that there is, by id. It only keeps: what follows from a change is the business of whoever makes it."""

    members: dict[str, Member]
    channels: dict[str, Channel]
    usergroups: dict[str, Usergroup]
    modals: dict[str, list[View]] = field(default_factory=dict)  # member id: their stack, top last
    homes: dict[str, View] = field(default_factory=dict)  # member id: what the desk published
    files: dict[str, File] = field(default_factory=dict)
    uploads: dict[str, File] = field(default_factory=dict)  # begun by the desk and not complete
    offered: dict[tuple[str, str, str], dict[str, Json]] = field(default_factory=dict)  # to external selects, by value

    def member(self, id_or_name: str) -> Member:
        """By id or by name, with or without `@`. Raises Refused("user_not_found")."""
        wanted = id_or_name.removeprefix("@")
        for member in self.members.values():
            if wanted in (member.id, member.name):
                return member
        raise Refused("user_not_found")

    def channel(self, id_or_name: str) -> Channel:
        """By id, by name with or without `#`, or `@NAME` for that member's direct messages with the desk.

        Raises Refused: channel_not_found, or user_not_found after an `@`.
        """
        if id_or_name.startswith("@"):
            return self.direct_messages(self.member(id_or_name))
        wanted = id_or_name.removeprefix("#")
        for channel in self.channels.values():
            if wanted in (channel.id, channel.name):
                return channel
        raise Refused("channel_not_found")

    def direct_messages(self, member: Member) -> Channel:
        """A member's direct messages with the desk. Raises Refused("channel_not_found") for the desk itself."""
        for channel in self.channels.values():
            if channel.user == member.id:
                return channel
        raise Refused("channel_not_found")

    def channels_of(self, member: Member) -> list[Channel]:
        """What a member has in their sidebar."""
        return [channel for channel in self.channels.values() if member.id in channel.members]

    def usergroup(self, id_or_handle: str) -> Usergroup:
        """By id, or by handle with or without `@`. Raises Refused("subteam_not_found")."""
        for usergroup in self.usergroups.values():
            if id_or_handle.removeprefix("@") in (usergroup.id, usergroup.handle):
                return usergroup
        raise Refused("subteam_not_found")

    def view(self, view_id: str) -> View:
        """An open modal or a published Home tab, whoever's it is. Raises Refused("not_found"), as views.update does."""
        for view in [*self.homes.values(), *(view for stack in self.modals.values() for view in stack)]:
            if view.id == view_id:
                return view
        raise Refused("not_found")

    def file(self, file_id: str) -> File:
        """A file whose upload is complete. Raises Refused("file_not_found")."""
        if file_id not in self.files:
            raise Refused("file_not_found")
        return self.files[file_id]

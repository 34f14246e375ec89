"""What Slack says of members and channels, remembered for a little while."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Lock
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

from bot.slack_errors import told
from handlers.kit.member import Group, Member, Standing
from handlers.kit.messages import language
from handlers.kit.tools import SlackSilent
from store import deadline, troubles
from store.folding import kept
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.workspaces.types import LOCALES

ASK_WITHIN = 1.0  # second, for one look-up
LEFT_TO_ANSWER = 0.9  # seconds of those for which a member waits: all look-ups together are over by then
_TOO_SHORT = 0.05  # seconds, for any look-up
RIGHTS_KEPT = 60.0  # seconds
A_MOMENT = 1.0
LOCALE_KEPT = 3600.0
CHANNELS_KEPT = 60.0
_EVERY_KIND = "public_channel,private_channel,im"
_SHARED_KINDS = "public_channel,private_channel"
FAILURES = (SlackClientError, OSError, HTTPException)  # what a call to Slack can end in; OSError has the time-outs

Known = TypeVar("Known")
log = structlog.get_logger()


@dataclass(slots=True)
class Remembered(Generic[Known]):
    """Values with the moment they were learnt; shared by the threads that listen."""

    kept_for: float  # seconds
    _known: dict[tuple[str, ...], tuple[float, Known]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, *key: str) -> Known | None:
        """What was learnt under a key; None where that is nothing, or too long ago."""
        with self._lock:
            at, value = self._known.get(key, (0.0, None))
            return value if value is not None and time.monotonic() - at < self.kept_for else None

    def put(self, value: Known, *key: str) -> Known:
        """Remember a value from now on, and return it."""
        with self._lock:
            self._known[key] = (time.monotonic(), value)
        return value

    def forget(self, *key: str) -> bool:
        """Forget a value. Whether it was known for longer than a moment, so that it may be another by now."""
        with self._lock:
            at, _ = self._known.pop(key, (time.monotonic(), None))
            return time.monotonic() - at > A_MOMENT


@dataclass(frozen=True, slots=True)
class _Person:
    """What Slack says of a member, language apart."""

    standing: Standing
    name: str
    zone: str = "UTC"


class Directory:
    """Asks Slack for what is not remembered: each time within a second, and all together within one budget.

    That is what a member waits for (`store.deadline`), less what it takes to answer them. `locale_of` is a workspace's
    own language.
    """

    def __init__(
        self, client_of: Callable[[WorkspaceId, float], WebClient], locale_of: Callable[[WorkspaceId], str]
    ) -> None:
        self._client_of = client_of
        self._locale_of = locale_of
        self._persons: Remembered[_Person] = Remembered(RIGHTS_KEPT)
        self._locales: Remembered[str] = Remembered(LOCALE_KEPT)
        self._groups: Remembered[Mapping[GroupId, Group]] = Remembered(RIGHTS_KEPT)
        self._channels: Remembered[frozenset[ChannelId]] = Remembered(RIGHTS_KEPT)
        self._open: Remembered[bool] = Remembered(CHANNELS_KEPT)

    def member(self, workspace: WorkspaceId, user: UserId) -> Member:
        """Who this is. Where Slack does not answer, their rights are unknown and the language the workspace's."""
        person = self._persons.get(workspace, user) or self._look_up(workspace, user)
        locale = self._locales.get(workspace, user) or self._locale_of_workspace(workspace)
        return Member(
            workspace=workspace,
            user=user,
            standing=person.standing,
            locale=locale,
            name=person.name,
            zone=person.zone,
        )

    def groups(self, workspace: WorkspaceId) -> Mapping[GroupId, Group]:
        """The user groups of a workspace with their members. Raises SlackSilent."""
        if (known := self._groups.get(workspace)) is not None:
            return known
        try:
            answer = self._client(workspace).usergroups_list(include_users=True)
        except FAILURES as failure:
            log.warning("slack did not say who is in which group", error=told(failure))
            raise SlackSilent from failure
        found: list[dict[str, Any]] = answer["usergroups"]
        groups = {
            GroupId(group["id"]): Group(
                handle=kept(group["handle"]), users=frozenset(map(UserId, group.get("users") or ()))
            )
            for group in found
        }
        return self._groups.put(groups, workspace)

    def is_in(self, workspace: WorkspaceId, channel: ChannelId, user: UserId) -> bool:
        """Whether a member is in a channel. Raises SlackSilent."""
        known = self._channels.get(workspace, user)
        return channel in (self._look_up_channels(workspace, user) if known is None else known)

    def forget_member(self, workspace: WorkspaceId, user: UserId) -> bool:
        """Ask anew for all that is known of a member, and of who is in which group. Whether any of it was old."""
        about_member = [known.forget(workspace, user) for known in (self._persons, self._locales, self._channels)]
        return self.forget_groups(workspace) or any(about_member)

    def forget_channels(self, workspace: WorkspaceId, user: UserId) -> bool:
        """Ask anew in which channels a member is. Whether that was old."""
        return self._channels.forget(workspace, user)

    def forget_groups(self, workspace: WorkspaceId) -> bool:
        """Ask anew who is in which group. Whether that was old."""
        return self._groups.forget(workspace)

    def can_post(self, workspace: WorkspaceId, channel: ChannelId) -> bool:
        """Whether the desk may post there: it is in it, or anyone may join. Raises SlackSilent."""
        if self._open.get(workspace, channel):
            return True
        try:
            for joined in self._channels_of(workspace, types=_EVERY_KIND, exclude_archived=True):
                self._open.put(True, workspace, joined["id"])
            return bool(self._open.get(workspace, channel)) or self._is_open_to_all(workspace, channel)
        except FAILURES as failure:
            log.warning("slack did not say where the desk may post", error=told(failure))
            raise SlackSilent from failure

    def an_admin(self, workspace: WorkspaceId) -> UserId | None:
        """Some admin of the workspace, if there is one. Raises SlackSilent."""
        return next(self.admins(workspace), None)

    def admins(self, workspace: WorkspaceId) -> Iterator[UserId]:
        """The admins of a workspace, page after page as one reads on. Raises SlackSilent."""
        try:
            for user in listed(lambda **page: self._client(workspace).users_list(**page), "members"):
                if _standing(user, workspace) is Standing.ADMIN:
                    yield UserId(user["id"])
        except FAILURES as failure:
            log.warning("slack did not say who is an admin", error=told(failure))
            raise SlackSilent from failure

    def members_of(self, workspace: WorkspaceId, channel: ChannelId) -> Iterator[UserId]:
        """Who is in a channel, page after page as one reads on. Raises SlackSilent."""
        try:
            client = self._client(workspace)
            for user in listed(client.conversations_members, "members", channel=channel):
                yield UserId(str(user))
        except FAILURES as failure:
            log.warning("slack did not say who is in a channel", error=told(failure))
            raise SlackSilent from failure

    def _look_up_channels(self, workspace: WorkspaceId, user: UserId) -> frozenset[ChannelId]:
        try:
            joined = self._channels_of(workspace, types=_SHARED_KINDS, user=user)
            return self._channels.put(frozenset(ChannelId(channel["id"]) for channel in joined), workspace, user)
        except FAILURES as failure:
            log.warning("slack did not say where a member is", member=user, error=told(failure))
            raise SlackSilent from failure

    def _look_up(self, workspace: WorkspaceId, user: UserId) -> _Person:
        try:
            answer = self._client(workspace).users_info(user=user, include_locale=True)
        except FAILURES as failure:
            log.warning("slack did not say who this is", member=user, error=told(failure))
            return _Person(Standing.UNKNOWN, "")
        found: dict[str, Any] = answer["user"]
        self._locales.put(language(found.get("locale") or ""), workspace, user)
        return self._persons.put(_Person(_standing(found, workspace), _name(found), _zone(found)), workspace, user)

    def _client(self, workspace: WorkspaceId) -> WebClient:
        """A client for one call that a member waits for. Raises one of FAILURES where there is no time for it."""
        within = min(ASK_WITHIN, deadline.left() - LEFT_TO_ANSWER)
        if within < _TOO_SHORT:
            raise TimeoutError
        return self._client_of(workspace, within)

    def _channels_of(self, workspace: WorkspaceId, **which: Any) -> Iterator[dict[str, Any]]:
        return listed(lambda **page: self._client(workspace).users_conversations(**page), "channels", **which)

    def _locale_of_workspace(self, workspace: WorkspaceId) -> str:
        """The workspace's own language; where the database does not say, the first of ours."""
        try:
            return self._locale_of(workspace)
        except (*troubles.FAILURES, deadline.TooLate):
            return LOCALES[0]

    def _is_open_to_all(self, workspace: WorkspaceId, channel: ChannelId) -> bool:
        try:
            found: dict[str, Any] = self._client(workspace).conversations_info(channel=channel)["channel"]
        except SlackApiError as refused:
            if refused.response.get("error") == "channel_not_found":
                return False
            raise
        is_open = bool(found.get("is_channel")) and not found.get("is_private") and not found.get("is_archived")
        return self._open.put(is_open, workspace, channel)


def pages(client: WebClient, method: str, key: str, *, limit: int = 200, **arguments: Any) -> Iterator[dict[str, Any]]:
    """All that a method lists under a key, page after page of `limit`. Raises one of FAILURES."""
    return listed(getattr(client, method), key, limit=limit, **arguments)


def listed(ask: Callable[..., SlackResponse], key: str, *, limit: int = 200, **which: Any) -> Iterator[Any]:
    """All that a call lists under a key, page after page of `limit`. Raises one of FAILURES."""
    cursor = ""
    while True:
        answer = ask(limit=limit, cursor=cursor, **which)
        yield from answer[key]
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return


def _name(user: dict[str, Any]) -> str:
    """The name that members see."""
    profile = user.get("profile") or {}
    return kept(str(profile.get("display_name") or user.get("real_name") or user.get("name") or ""))


def _zone(user: dict[str, Any]) -> str:
    """The time zone that a member has chosen; UTC where Slack says none that this machine knows."""
    said = str(user.get("tz") or "UTC")
    try:
        ZoneInfo(said)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
    return said


def _standing(user: dict[str, Any], workspace: WorkspaceId) -> Standing:
    if user.get("is_stranger") or user.get("deleted") or user.get("is_bot") or not _belongs(user, workspace):
        return Standing.STRANGER
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return Standing.GUEST
    return Standing.ADMIN if user.get("is_admin") or user.get("is_owner") else Standing.MEMBER


def _belongs(user: dict[str, Any], workspace: WorkspaceId) -> bool:
    """Whether a user is of a workspace. In an organisation their `team_id` may be its own, or another workspace's.

    By https://docs.slack.dev/reference/objects/user-object (read 2026-11-28), where `enterprise_user` lists them all.
    """
    organisation = user.get("enterprise_user")
    if isinstance(organisation, dict) and "teams" in organisation:
        return workspace in (organisation["teams"] or ())
    return user.get("team_id") in (workspace, None)

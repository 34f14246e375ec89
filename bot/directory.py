"""What Slack says of members and channels, remembered for a little while."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Lock
from typing import Any, Generic, TypeVar

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from handlers.member import Member, Standing
from handlers.messages import language
from handlers.tools import SlackSilent
from store.types import ChannelId, UserId, WorkspaceId

ASK_WITHIN = 1  # second; a member is waiting, and Slack gives us three in all
RIGHTS_KEPT = 300.0  # seconds
LOCALE_KEPT = 3600.0
CHANNELS_KEPT = 60.0
_EVERY_KIND = "public_channel,private_channel,im"
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
        with self._lock:
            at, value = self._known.get(key, (0.0, None))
            return value if value is not None and time.monotonic() - at < self.kept_for else None

    def put(self, value: Known, *key: str) -> Known:
        with self._lock:
            self._known[key] = (time.monotonic(), value)
        return value

    def forget(self, *key: str) -> None:
        with self._lock:
            self._known.pop(key, None)


class Directory:
    """Asks Slack, each time within a second, for what is not remembered."""

    def __init__(self, client_of: Callable[[WorkspaceId, int], WebClient]) -> None:
        self._client_of = client_of
        self._standings: Remembered[Standing] = Remembered(RIGHTS_KEPT)
        self._locales: Remembered[str] = Remembered(LOCALE_KEPT)
        self._open: Remembered[bool] = Remembered(CHANNELS_KEPT)

    def member(self, workspace: WorkspaceId, user: UserId, fallback_locale: Callable[[], str]) -> Member:
        """Who this is. Where Slack does not answer, their rights are unknown and the language the workspace's."""
        standing = self._standings.get(workspace, user) or self._look_up(workspace, user)
        locale = self._locales.get(workspace, user) or fallback_locale()
        return Member(workspace=workspace, user=user, standing=standing, locale=locale)

    def forget_member(self, workspace: WorkspaceId, user: UserId) -> None:
        self._standings.forget(workspace, user)
        self._locales.forget(workspace, user)

    def can_post(self, workspace: WorkspaceId, channel: ChannelId) -> bool:
        """Whether the desk may post there: it is in it, or anyone may join. Raises SlackSilent."""
        if self._open.get(workspace, channel):
            return True
        client = self._client_of(workspace, ASK_WITHIN)
        try:
            for joined in pages(client, "users_conversations", "channels", types=_EVERY_KIND, exclude_archived=True):
                self._open.put(True, workspace, joined["id"])
            return bool(self._open.get(workspace, channel)) or self._is_open_to_all(client, workspace, channel)
        except FAILURES as failure:
            log.warning("slack did not say where the desk may post", error=told(failure))
            raise SlackSilent from failure

    def an_admin(self, workspace: WorkspaceId) -> UserId | None:
        """Some admin of the workspace, if there is one. Raises SlackSilent."""
        try:
            members = pages(self._client_of(workspace, ASK_WITHIN), "users_list", "members")
            admins = (user["id"] for user in members if user.get("is_admin") and not user.get("deleted"))
            return next(map(UserId, admins), None)
        except FAILURES as failure:
            log.warning("slack did not say who is an admin", error=told(failure))
            raise SlackSilent from failure

    def _look_up(self, workspace: WorkspaceId, user: UserId) -> Standing:
        try:
            answer = self._client_of(workspace, ASK_WITHIN).users_info(user=user, include_locale=True)
        except FAILURES as failure:
            log.warning("slack did not say who this is", member=user, error=told(failure))
            return Standing.UNKNOWN
        found: dict[str, Any] = answer["user"]
        self._locales.put(language(found.get("locale") or ""), workspace, user)
        return self._standings.put(_standing(found, workspace), workspace, user)

    def _is_open_to_all(self, client: WebClient, workspace: WorkspaceId, channel: ChannelId) -> bool:
        try:
            found: dict[str, Any] = client.conversations_info(channel=channel)["channel"]
        except SlackApiError as refused:
            if refused.response.get("error") == "channel_not_found":
                return False
            raise
        is_open = bool(found.get("is_channel")) and not found.get("is_private") and not found.get("is_archived")
        return self._open.put(is_open, workspace, channel)


def told(failure: Exception) -> str:
    """A failed call in a few words, without what was sent."""
    if isinstance(failure, SlackApiError):
        return str(failure.response.get("error") or failure.response.status_code)
    return type(failure).__name__


def pages(client: WebClient, method: str, key: str, *, limit: int = 200, **arguments: Any) -> Iterator[dict[str, Any]]:
    """All that a method lists, page after page."""
    cursor = ""
    while True:
        answer = getattr(client, method)(limit=limit, cursor=cursor, **arguments)
        yield from answer[key]
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return


def _standing(user: dict[str, Any], workspace: WorkspaceId) -> Standing:
    if user.get("is_stranger") or user.get("team_id") not in (workspace, None) or user.get("deleted"):
        return Standing.STRANGER
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return Standing.GUEST
    return Standing.ADMIN if user.get("is_admin") or user.get("is_owner") else Standing.MEMBER

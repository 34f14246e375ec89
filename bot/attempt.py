"""One try to send what is owed: the calls that it takes, with what is known of Slack's clock and channels."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot import files, uploads
from bot.directory import Remembered
from bot.slack_errors import UNREADABLE, Remedy, is_sure, remedy, told
from handlers.kit.cards import CardOutbox
from handlers.kit.outgoing import Arrived, Fetch, Post, Publish, Retract, Turn, Upload
from store.outbox.types import ClaimedItem
from store.types import ChannelId, WorkspaceId, is_channel

EVENT = "numberdesk_debt"  # the metadata by which a message of ours is found again
# Messages are dated by Slack's clock. How far that is ahead is known to a second; whoever keeps it may be late by more.
MARGIN = timedelta(minutes=5)
_JOINED_KEPT = 600.0  # seconds
_PAGE = 15  # messages at a time; apps outside the Marketplace get no more (Slack's documentation, November 2026)
_VIEW_GONE = {"not_found", "view_not_found"}


class KnownOfSlack:
    """What a process has learnt of Slack by the way: how far its clock is ahead, which channels the desk has joined."""

    def __init__(self, now: Callable[[], datetime], desk_now: Callable[[], datetime]) -> None:
        self._now = now
        self._desk_now = desk_now
        self._joined: Remembered[bool] = Remembered(_JOINED_KEPT)
        self._clock_ahead = timedelta(0)

    def answered(self, headers: dict[str, str]) -> None:
        """Slack said by the way what time it is."""
        said = next((value for name, value in headers.items() if name.lower() == "date"), "")
        try:
            self._clock_ahead = parsedate_to_datetime(said) - self._now()
        except (TypeError, ValueError):
            return  # it said nothing that is a time with a zone

    def dated_since(self, moment: datetime) -> float:
        """How early, in seconds since 1970, a message of that moment by our clock may be dated by Slack's."""
        local_behind = min(self._desk_now() - self._now(), timedelta(0))  # the local workspace dates by the desk's time
        return (moment + self._clock_ahead + local_behind - MARGIN).timestamp()

    def has_joined(self, workspace: WorkspaceId, channel: ChannelId) -> bool:
        """Whether the desk need not ask to be let in."""
        return bool(self._joined.get(workspace, channel))

    def joined(self, workspace: WorkspaceId, channel: ChannelId) -> None:
        """The desk is in a channel, or cannot join it."""
        self._joined.put(True, workspace, channel)


class Attempt:
    """One try to send a debt; `check` is called right before each call that shows something, and may raise.

    `heard`: Slack has answered. `wrote`: something was to be shown. `in_doubt`: a message of the debt may be there
    though nobody knows which. Each of its methods raises one of directory.FAILURES.
    """

    def __init__(self, client: WebClient, debt: ClaimedItem, known: KnownOfSlack, check: Callable[[], None]) -> None:
        self._client = client
        self._debt = debt
        self._known = known
        self._check = check
        self.heard = False
        self.wrote = False
        self.in_doubt = debt.tried_since is not None

    def post(self, post: Post) -> tuple[ChannelId, str]:
        """Post or edit a message, once: where it is, and its ts."""
        channel = self._opened(post.channel)
        said: dict[str, Any] = {
            "channel": channel,
            "text": post.message.text,
            "blocks": [block.to_dict() for block in post.message.blocks],
        }
        if post.edit:
            self._show("chat_update", ts=post.edit, **said)
            return channel, post.edit
        # Tried before, it may have arrived although its answer did not.
        if self.in_doubt and (ts := self._look_up(channel, post.thread)):
            if self._debt.owing.kind == CardOutbox.CARD:
                self._show("chat_update", ts=ts, **said)  # it shows its subject as that was at the first try
            return channel, ts
        self.in_doubt = False
        self._enter(channel)
        answer = self._show_once(
            "chat_postMessage",
            thread_ts=post.thread,
            reply_broadcast=post.broadcast or None,
            unfurl_links=False,
            metadata={"event_type": EVENT, "event_payload": {"debt": self._debt.id}},
            **said,
        )
        return channel, str(answer["ts"])

    def retract(self, retract: Retract) -> None:
        """Take a message out."""
        self._show("chat_delete", channel=retract.channel, ts=retract.ts)

    def publish(self, home: Publish) -> None:
        """Draw a Home tab."""
        self._show("views_publish", user_id=home.user, view=home.view.to_dict())

    def turn(self, turn: Turn) -> None:
        """Show something else in a modal; who has closed it is told in their own messages."""
        view = turn.view.to_dict()
        carried = json.loads(view.get("private_metadata") or "{}") | {"channel": turn.channel}
        try:
            self._show("views_update", view_id=turn.view_id, view=view | {"private_metadata": json.dumps(carried)})
        except SlackApiError as refused:
            if told(refused) not in _VIEW_GONE:
                raise
            self.post(turn.otherwise)

    def upload(self, upload: Upload) -> None:
        """Give a member a file: at least once, under the same name."""
        channel = self._opened(upload.user)
        if self.in_doubt and uploads.is_there(self._client, channel, upload.name):
            self.heard = True
            return
        self.in_doubt = False
        with TemporaryDirectory(prefix="numberdesk-") as folder:
            path = Path(folder) / upload.name
            upload.write(path)
            uploads.send(self._client, upload, path, channel, self._about_to_show)
        self.heard = True

    def fetch(self, fetch: Fetch) -> Arrived:
        """Fetch a file that a member has given to Slack."""
        arrived = files.arrived(self._client, fetch)
        self.heard = True
        return arrived

    def _about_to_show(self) -> None:
        self._check()
        self.wrote = self.in_doubt = True

    def _show(self, method: str, **arguments: Any) -> Any:
        """A call that may be made twice: it shows the same."""
        self._check()
        self.wrote = True
        return self._call(method, **arguments)

    def _show_once(self, method: str, **arguments: Any) -> Any:
        """A call that must not be made twice."""
        self._about_to_show()
        try:
            return self._call(method, **arguments)
        except SlackApiError as refused:
            self.in_doubt = not is_sure(refused)
            raise

    def _call(self, method: str, **arguments: Any) -> Any:
        answer = getattr(self._client, method)(**arguments)
        self.heard = True
        self._known.answered(answer.headers)
        return answer

    def _opened(self, channel: ChannelId) -> ChannelId:
        """The channel; for a member's id, that of their own messages."""
        if is_channel(channel) or not channel.startswith(("U", "W")):
            return channel
        return ChannelId(self._call("conversations_open", users=[channel])["channel"]["id"])

    def _enter(self, channel: ChannelId) -> None:
        """Be in a public channel before something is said there: else the desk hears no answers, and finds nothing.

        Where that is refused, what Slack says of the message decides.
        """
        if not is_channel(channel) or self._known.has_joined(self._debt.owing.workspace, channel):
            return
        try:
            self._join(channel)
        except SlackApiError as refused:
            if remedy(refused) in (Remedy.WAIT, Remedy.SLEEP):
                raise
        self._known.joined(self._debt.owing.workspace, channel)

    def _join(self, channel: ChannelId) -> None:
        found: dict[str, Any] = self._call("conversations_info", channel=channel)["channel"]
        if not found.get("is_member") and not found.get("is_private"):
            self._call("conversations_join", channel=channel)

    def _look_up(self, channel: ChannelId, thread: str | None) -> str | None:
        """The ts of the message that this debt was already paid with, if it arrived. Where we may not read, we join."""
        try:
            return self._own(channel, thread)
        except SlackApiError as refused:
            if told(refused) not in UNREADABLE or not is_channel(channel):
                raise
        self._join(channel)
        return self._own(channel, thread)

    def _own(self, channel: ChannelId, thread: str | None) -> str | None:
        for message in self._said_since(channel, thread):
            if self._is_marked(message.get("metadata")):
                return str(message["ts"])
        return None

    def _is_marked(self, metadata: Any) -> bool:
        """Whether a message carries the mark of this debt. Others' may carry anything."""
        if not isinstance(metadata, dict) or metadata.get("event_type") != EVENT:
            return False
        carried = metadata.get("event_payload")
        return isinstance(carried, dict) and carried.get("debt") == self._debt.id

    def _said_since(self, channel: ChannelId, thread: str | None) -> Iterator[dict[str, Any]]:
        """What was said in the channel or the thread since this debt was first tried, by Slack's clock."""
        since = self._known.dated_since(self._debt.tried_since or self._debt.owed_at)
        where: dict[str, Any] = {"channel": channel, "oldest": f"{since:.6f}", "limit": _PAGE}
        method, where = (
            ("conversations_replies", where | {"ts": thread}) if thread else ("conversations_history", where)
        )
        cursor = ""
        while True:
            answer = self._call(method, include_all_metadata=True, cursor=cursor, **where)
            yield from answer["messages"]
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

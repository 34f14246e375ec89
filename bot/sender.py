"""Pays what is owed to Slack: claims a debt, has it put into words, posts it, and takes Slack's answer to heart."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore, Event
from typing import Any, TypeGuard

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot import files
from bot.directory import FAILURES, Directory, pages, told
from handlers.kit import delivery
from handlers.kit.cards import CardOutbox
from handlers.kit.file_faults import FileFault
from handlers.kit.outgoing import Arrived, Fetch, Post, Publish, Turn, Upload
from handlers.kit.tools import SlackSilent, Tools
from store import outbox
from store.outbox.types import ClaimedItem
from store.types import ChannelId, UserId, WorkspaceId

SEND_WITHIN = 10  # seconds
TRIES = 10
SENDERS = 4
LONGEST_WAIT = timedelta(minutes=5)
EVENT = "numberdesk_debt"  # the metadata by which a message of ours is found again

# One every so often, and so many at once: what Slack allows, less a margin. Its documentation of rate limits has, in
# November 2026: chat.postMessage about one a second in a channel; chat.update 50 a minute (tier 3); views.publish 100 a
# minute (tier 4).
POSTS = (timedelta(seconds=1.1), 2)
EDITS = (timedelta(seconds=1.5), 10)
HOMES = (timedelta(seconds=0.7), 10)
AT_ONCE = (timedelta(0), 1)

_PACES = {outbox.EDITS: EDITS, outbox.HOMES: HOMES}

# What Slack answers for good, by what becomes of it: the errors of chat.postMessage, chat.update and views.update as
# its documentation of these methods has them, November 2026.
_CARD_GONE = {"message_not_found", "cant_update_message", "thread_not_found", "edit_window_closed"}
_CHANNEL_GONE = {"channel_not_found", "not_in_channel", "is_archived", "is_inactive", "restricted_action"}
_VIEW_GONE = {"not_found", "view_not_found"}
_PAGE = 15  # messages at a time; apps outside the Marketplace get no more (Slack's documentation, November 2026)

log = structlog.get_logger()


class Sender:
    """Claims what is owed and sends it, in up to SENDERS threads; any number of processes may share the outbox.

    With `pace` it keeps below Slack's rate limits. A call is given up after SEND_WITHIN seconds. What fails is tried
    TRIES times, a second later, then two, four and so on up to LONGEST_WAIT, and then parked.
    """

    def __init__(
        self, tools: Tools, directory: Directory, client_of: Callable[[WorkspaceId, int], WebClient], *, pace: bool
    ) -> None:
        self._tools = tools
        self._directory = directory
        self._client_of = client_of
        self._pace = pace
        self._threads = ThreadPoolExecutor(SENDERS, thread_name_prefix="sender")
        self._idle = BoundedSemaphore(SENDERS)
        self._stopping = Event()

    def nudge(self) -> None:
        """Look for debts now, in a thread of our own, unless all are looking already."""
        if self._idle.acquire(blocking=False):
            self._threads.submit(self._drain_and_rest)

    def stop(self) -> None:
        """Finish what is being sent; the rest stays owed."""
        self._stopping.set()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def drain(self) -> None:
        """Pay debt after debt until none is due, or we are told to stop."""
        tools = self._tools
        with tools.reading() as db:
            if not outbox.is_due(db, tools.real_now(), tools.features.messages):
                return
        with tools.begin() as db:
            outbox.open_lanes(db, tools.real_now())
        while not self._stopping.is_set() and (debt := self._claim()):
            self._pay(debt)

    def _drain_and_rest(self) -> None:
        try:
            self.drain()
        except Exception:
            log.exception("sending failed")
        finally:
            self._idle.release()

    def _claim(self) -> ClaimedItem | None:
        tools = self._tools
        with tools.begin() as db:
            return outbox.claim(db, tools.real_now(), tools.now(), tools.features.messages)

    def _pay(self, debt: ClaimedItem) -> None:
        tools = self._tools
        try:
            match delivery.render(tools, debt):
                case Post() as post if not self._is_needless(debt, post):
                    channel, ts = self._send(debt, post)
                    delivery.posted(tools, debt, post, channel=channel, ts=ts)
                case Publish() as home:
                    self._client(debt).views_publish(user_id=home.user, view=home.view.to_dict())
                    delivery.nothing_to_say(tools, debt)
                case Turn() as turn:
                    self._turn(debt, turn)
                    delivery.nothing_to_say(tools, debt)
                case Upload() as upload:
                    self._upload(debt, upload)
                    delivery.nothing_to_say(tools, debt)
                case Fetch() as fetch:
                    self._fetch(debt, fetch)
                case _:
                    delivery.nothing_to_say(tools, debt)
        except FAILURES as failure:
            self._take_to_heart(debt, failure)
        except SlackSilent:
            self._try_later(debt, "slack silent")
        except Exception as failure:
            log.exception("a debt could not be put into words", debt=debt.id)
            self._try_later(debt, type(failure).__name__)
        else:
            self._free_lane(debt)

    def _client(self, debt: ClaimedItem) -> WebClient:
        return self._client_of(debt.owing.workspace, SEND_WITHIN)

    def _is_needless(self, debt: ClaimedItem, post: Post) -> bool:
        """Whether the member it goes to sees it where they are."""
        seen_in, user = post.unless_in, UserId(post.channel)
        return seen_in is not None and self._directory.is_in(debt.owing.workspace, seen_in, user)

    def _turn(self, debt: ClaimedItem, turn: Turn) -> None:
        """Show something else in a modal; who has closed it is told in their own messages."""
        view = turn.view.to_dict()
        carried = json.loads(view.get("private_metadata") or "{}") | {"channel": turn.channel}
        try:
            self._client(debt).views_update(view_id=turn.view_id, view=view | {"private_metadata": json.dumps(carried)})
        except SlackApiError as refused:
            if told(refused) not in _VIEW_GONE:
                raise
            self._send(debt, turn.otherwise)

    def _upload(self, debt: ClaimedItem, upload: Upload) -> None:
        """Give a member a file: at least once, under the same name."""
        client = self._client(debt)
        channel = _opened(client, upload.user)
        if debt.tried_since and _has_file(client, channel, upload.name):
            return
        with TemporaryDirectory(prefix="numberdesk-") as folder:
            path = Path(folder) / upload.name
            upload.write(path)
            client.files_upload_v2(
                channel=channel,
                file=str(path),
                filename=upload.name,
                title=upload.name,
                alt_txt=upload.alt or None,
                initial_comment=upload.comment,
            )

    def _fetch(self, debt: ClaimedItem, fetch: Fetch) -> None:
        """Fetch a file that a member has given to Slack, and let it be taken; who gave it hears of it at last."""
        is_last = debt.tries >= TRIES
        try:
            arrived = files.arrived(self._client(debt), fetch)
        except FAILURES as failure:
            if not is_last or _is_rate_limited(failure):
                raise
            log.warning("a file was not had", error=told(failure))
            arrived = Arrived(name="", content=FileFault.UNREACHED)
        try:
            fetch.take(arrived)
        except Exception:
            if not is_last:
                raise
            log.exception("a file could not be taken")
            fetch.take(replace(arrived, content=FileFault.UNREAD))

    def _send(self, debt: ClaimedItem, post: Post) -> tuple[ChannelId, str]:
        client = self._client(debt)
        channel = _opened(client, post.channel)
        said: dict[str, Any] = {
            "channel": channel,
            "text": post.message.text,
            "blocks": [block.to_dict() for block in post.message.blocks],
        }
        if post.edit:
            client.chat_update(ts=post.edit, **said)
            return channel, post.edit
        # Tried before, it may have arrived although its answer did not.
        if debt.tried_since and (ts := _find_own(client, debt, channel, post.thread)):
            if debt.owing.kind == CardOutbox.CARD:
                client.chat_update(ts=ts, **said)  # it shows its subject as that was at the first try
            return channel, ts
        answer = client.chat_postMessage(
            thread_ts=post.thread,
            reply_broadcast=post.broadcast or None,
            unfurl_links=False,
            metadata={"event_type": EVENT, "event_payload": {"debt": debt.id}},
            **said,
        )
        return channel, answer["ts"]

    def _take_to_heart(self, debt: ClaimedItem, failure: Exception) -> None:
        """What Slack answers for good has its remedy; all else is tried again."""
        error = told(failure)
        log.warning("slack refused", kind=debt.owing.kind, subject=debt.owing.subject, error=error, tries=debt.tries)
        if _is_rate_limited(failure):
            self._wait_as_told(debt, int(failure.response.headers.get("Retry-After", 1)))
        elif error in _CARD_GONE:
            delivery.card_lost(self._tools, debt)
            self._free_lane(debt)
        elif error in _CHANNEL_GONE:
            self._leave_channel(debt, error)
        else:
            self._try_later(debt, error)

    def _leave_channel(self, debt: ClaimedItem, error: str) -> None:
        try:
            left = delivery.channel_lost(self._tools, debt, self._directory.an_admin(debt.owing.workspace))
        except SlackSilent:
            left = False  # an admin may have to be told, and Slack does not say whom
        if left:
            self._free_lane(debt)
        else:
            self._try_later(debt, error)

    def _wait_as_told(self, debt: ClaimedItem, seconds: int) -> None:
        now = self._tools.real_now()
        with self._tools.begin() as db:
            outbox.put_off(db, debt, now, "ratelimited", counts=False)
            outbox.close_lane(db, debt, now + timedelta(seconds=seconds))

    def _try_later(self, debt: ClaimedItem, error: str) -> None:
        now = self._tools.real_now()
        with self._tools.begin() as db:
            if debt.tries >= TRIES:
                outbox.park(db, debt, now, error)
            else:
                outbox.put_off(db, debt, now + min(timedelta(seconds=2 ** (debt.tries - 1)), LONGEST_WAIT), error)
        self._free_lane(debt)

    def _free_lane(self, debt: ClaimedItem) -> None:
        every, burst = _PACES.get(debt.lane, POSTS) if self._pace else AT_ONCE
        with self._tools.begin() as db:
            outbox.free_lane(db, debt, self._tools.real_now(), every=every, burst=burst)


def _opened(client: WebClient, channel: ChannelId) -> ChannelId:
    """The channel; for a member's id, that of their own messages."""
    if not channel.startswith(("U", "W")):
        return channel
    return ChannelId(client.conversations_open(users=[channel])["channel"]["id"])


def _find_own(client: WebClient, debt: ClaimedItem, channel: ChannelId, thread: str | None) -> str | None:
    """The ts of the message that this debt was already paid with, if it arrived."""
    since = debt.tried_since.timestamp() if debt.tried_since else 0.0
    for message in _since(client, channel, thread, since):
        metadata = message.get("metadata") or {}
        if metadata.get("event_type") == EVENT and metadata.get("event_payload", {}).get("debt") == debt.id:
            return str(message["ts"])
    return None


def _is_rate_limited(failure: Exception) -> TypeGuard[SlackApiError]:
    return isinstance(failure, SlackApiError) and failure.response.status_code == 429


def _has_file(client: WebClient, channel: ChannelId, name: str) -> bool:
    """Whether a file of ours with this name is in somebody's messages."""
    found: list[dict[str, Any]] = client.files_list(channel=channel)["files"]
    return any(file["name"] == name for file in found)


def _since(client: WebClient, channel: ChannelId, thread: str | None, since: float) -> Iterator[dict[str, Any]]:
    """What was said in the channel or the thread since then."""
    where: dict[str, Any] = {"channel": channel, "oldest": f"{since:.6f}", "limit": _PAGE, "include_all_metadata": True}
    if thread:
        return pages(client, "conversations_replies", "messages", ts=thread, **where)
    return pages(client, "conversations_history", "messages", **where)

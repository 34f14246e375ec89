"""What the sender does to pay a debt: posts, takes a message out, draws, gives a file, fetches one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from slack_sdk.models.views import View

from handlers.kit.file_faults import FileFault
from handlers.kit.reply import Message
from store.types import ChannelId, UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message and where it goes: `edit` is the ts of the one it changes, `thread` that of the one it follows.

    It is needless where the member whose own messages it goes to is in the channel `unless_in`.
    """

    message: Message
    channel: ChannelId
    edit: str | None = None
    thread: str | None = None
    broadcast: bool = False
    unless_in: ChannelId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retract:
    """A message of the desk's to be taken out of a channel."""

    channel: ChannelId
    ts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """A card that is not posted any more, for what it was about is over: named in one line with others like it."""

    channel: ChannelId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """A Home tab to be drawn again."""

    user: UserId
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file for a member's own messages. `write` writes it at a path."""

    user: ChannelId
    name: str
    comment: str
    write: Callable[[Path], object]
    alt: str = ""  # what a picture shows, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A file that a member gave, as Slack has it: its content, which is not empty, or why it was not had."""

    name: str
    content: bytes | FileFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """A file that a member has given to Slack, of `most` bytes. `take` does what it is for, and pays the debt."""

    file: str
    by: UserId
    most: int
    take: Callable[[Arrived], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Something else to be shown in a modal that waits; `otherwise` is for where it was closed.

    `channel` is where the modal was opened.
    """

    view_id: str
    view: View
    channel: ChannelId
    otherwise: Post


Outgoing = Turn | Post | Retract | Unsaid | Publish | Upload | Fetch

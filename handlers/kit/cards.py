"""Cards: one message in a channel that always shows something's present state, and the lines told under it.

What has a card is known by what it can do: a subject of its own room says how it is found and put into words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from slack_sdk.models.blocks import ButtonElement, ConfirmObject

from handlers.kit.blocks import button, mention, section
from handlers.kit.messages import say
from handlers.kit.on_card import mark
from handlers.kit.outgoing import Post, Retract, Unsaid
from handlers.kit.reply import Message
from handlers.kit.words import Name
from store import audit, workspaces
from store.audit.types import Entry
from store.outbox.types import CARD, ClaimedItem, OutboxItem
from store.session import Db
from store.types import E164, ChannelId, UserId, WorkspaceId, is_channel
from store.workspaces.types import Workspace

if TYPE_CHECKING:  # the tools have the subjects
    from handlers.kit.tools import Tools


FAR_BEHIND = timedelta(seconds=30)  # so long a card waits only where its channel, or Slack, is behind
NAMED = 10  # of what was not shown, in its line


class CardOutbox(StrEnum):
    """What can be owed about a card."""

    CARD = CARD  # it is stale
    LINE = "line"  # an entry of the record, told in the card's thread
    LOST_CHANNEL = "lost_channel"  # it had to move out of its channel; told to an admin
    MOVED = "moved"  # where it stood before it moved, or stands beside the one that is kept up to date
    UNSAID = "unsaid"  # what was over before it could be shown, in one line


class Carded(Protocol):
    """What has a card. `card_ts` is the ts of the card's message in its `channel`, None while it is not posted.

    `version` changes with what the card shows; `owner` is whose it is; `ref` is what a button or an outbox row carries
    to find it again.
    """

    @property
    def workspace(self) -> WorkspaceId: ...
    @property
    def name(self) -> str: ...
    @property
    def channel(self) -> ChannelId: ...
    @property
    def card_ts(self) -> str | None: ...
    @property
    def version(self) -> int: ...
    @property
    def owner(self) -> UserId: ...
    @property
    def ref(self) -> Mapping[str, int]: ...


Thing = TypeVar("Thing", bound=Carded)
MOST = 2**31  # what a column of whole numbers has room for


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadLine:
    """What is told in a card's thread, and whether the whole channel is told, too."""

    message: Message
    broadcast: bool = False


class Subject(Protocol[Thing]):
    """A kind of things that have cards: how they are called, found and put into words.

    `key` is the name under which a `ref` has the thing's number.
    """

    key: str
    name: Name

    def find(self, db: Db, workspace: WorkspaceId, number: int, *, lock: bool = False) -> Thing | None:
        """One of them; with `lock` it is kept as it is until the transaction ends."""

    def card_posted(self, db: Db, thing: Thing, *, channel: ChannelId, ts: str | None) -> Thing:
        """Remember where its card is, and return it so; no ts: it is not posted (any more)."""

    def is_over(self, thing: Thing) -> bool:
        """Whether nobody misses it who has never seen it."""

    def card(self, tools: "Tools", db: Db, workspace: Workspace, thing: Thing, locale: str) -> Message:
        """Its card as it is now."""

    def line(self, tools: "Tools", db: Db, thing: Thing, entry: Entry, locale: str) -> ThreadLine | None:
        """An entry of the record about it, as it is told under its card; None where it is not told."""

    def about_number(self, tools: "Tools", db: Db, workspace: Workspace, number: int, locale: str) -> str | None:
        """What is told of it to somebody who looks at a telephone number that it is about; None: nothing."""

    def that_had(self, db: Db, workspace: WorkspaceId, e164: E164) -> list[int]:
        """The numbers of all that ever were about a telephone number, the latest first."""


def subject(tools: "Tools", ref: Mapping[str, Any]) -> tuple[Subject[Any], int] | None:
    """What kind of thing a button or an outbox row is about, and its number; None where it is about none."""
    return next(
        ((each, int(ref[each.key])) for each in tools.features.subjects if isinstance(ref.get(each.key), int)), None
    )


def find(tools: "Tools", db: Db, item: OutboxItem, *, lock: bool = False) -> tuple[Subject[Any], Carded] | None:
    """What something is owed about; None where there is no such thing."""
    about = subject(tools, item.detail)
    thing = about[0].find(db, item.workspace, about[1], lock=lock) if about else None
    return (about[0], thing) if about and thing else None


def about(tools: "Tools", db: Db, workspace: WorkspaceId, ref: Mapping[str, Any]) -> Carded | None:
    """What a button or a modal is about; None where it is about nothing that has a card."""
    named = subject(tools, ref)
    return named[0].find(db, workspace, named[1]) if named and 0 < named[1] < MOST else None


def card(thing: Carded) -> OutboxItem:
    """Its card is stale."""
    return OutboxItem(
        workspace=thing.workspace,
        kind=CardOutbox.CARD,
        subject=thing.name,
        channel=thing.channel,
        detail=thing.ref,
        edits=thing.card_ts is not None,
    )


def line(thing: Carded, entry: int) -> OutboxItem:
    """An entry of the record is to be told in the thread under its card."""
    return OutboxItem(
        workspace=thing.workspace,
        kind=CardOutbox.LINE,
        subject=thing.name,
        channel=thing.channel,
        item=str(entry),
        detail={**thing.ref, "entry": entry},
    )


def moved(thing: Carded, channel: ChannelId, ts: str) -> OutboxItem:
    """Where its card stood is to be told that it is elsewhere now."""
    return OutboxItem(
        workspace=thing.workspace,
        kind=CardOutbox.MOVED,
        subject=thing.name,
        item=ts,
        channel=channel,
        detail={**thing.ref, "ts": ts},
        edits=True,
    )


def under(thing: Carded, line: ThreadLine) -> Post:
    """A line in the thread of a card, as far as the card is posted; only a channel can be told of it as a whole."""
    for_all = line.broadcast and is_channel(thing.channel) and thing.card_ts is not None
    return Post(message=line.message, channel=thing.channel, thread=thing.card_ts, broadcast=for_all)


def press(
    locale: str,
    thing: Carded,
    label: str,
    action_id: str,
    *,
    style: str | None = None,
    confirm: ConfirmObject | None = None,
    **carried: Any,
) -> ButtonElement:
    """A button about something that has a card; `label` is the key of its words."""
    # The nonce changes with what is shown: two presses of one button are one, until the card shows something new.
    value = {**thing.ref, **carried, "nonce": f"{thing.name}.{thing.version}"}
    return button(say(locale, label), action_id, value, style=style, confirm=confirm)


def put_card(tools: "Tools", claimed: ClaimedItem) -> Post | Unsaid | None:
    """Put a card into words as it is now; None where there is nothing that could have one.

    Where the channel is far behind, what is over and was for sure never shown is not shown any more.
    """
    with tools.reading() as db:
        workspace = workspaces.find(db, claimed.owing.workspace)
        found = find(tools, db, claimed.owing)
        if found is None:
            return None
        about, thing = found
        is_late = tools.real_now() - claimed.owed_at > FAR_BEHIND
        if is_late and _was_never_shown(about, thing) and claimed.tried_since is None:
            return Unsaid(channel=thing.channel, name=thing.name)
        message = about.card(tools, db, workspace, thing, workspace.locale)
    mark(message.blocks)
    return Post(message=message, channel=thing.channel, edit=thing.card_ts)


def put_line(tools: "Tools", claimed: ClaimedItem) -> Post | None:
    """Put an entry of the record into words for the thread under a card; None where that was not shown any more."""
    with tools.reading() as db:
        workspace = workspaces.find(db, claimed.owing.workspace)
        found = find(tools, db, claimed.owing)
        if found and _was_never_shown(*found):
            return None
        entry = audit.find(db, workspace.id, claimed.owing.detail["entry"])
        told = found[0].line(tools, db, found[1], entry, workspace.locale) if found and entry else None
    return under(found[1], told) if found and told else None


def put_lost_channel(tools: "Tools", claimed: ClaimedItem) -> Post | None:
    """Tell an admin that a card had to move, and where to."""
    owing = claimed.owing
    locale = tools.people.member(owing.workspace, UserId(owing.channel)).locale
    with tools.reading() as db:
        found = find(tools, db, owing)
    if found is None:
        return None
    return Post(message=lost_channel(locale, found[1], ChannelId(owing.item)), channel=owing.channel)


def put_moved(tools: "Tools", claimed: ClaimedItem) -> Post | Retract | None:
    """Tell where a card stood that it is elsewhere now; in the card's own channel, a second one is taken out."""
    channel, ts = claimed.owing.channel, claimed.owing.detail["ts"]
    with tools.reading() as db:
        workspace = workspaces.find(db, claimed.owing.workspace)
        found = find(tools, db, claimed.owing)
    if found is None or found[1].card_ts == ts:
        return None
    if found[1].channel == channel:
        return Retract(channel=channel, ts=ts)
    return Post(message=elsewhere(workspace.locale, found[1], channel), channel=channel, edit=ts)


def put_unsaid(tools: "Tools", claimed: ClaimedItem) -> Post:
    """Name in one line what was over before it could be shown."""
    owing = claimed.owing
    with tools.reading() as db:
        locale = workspaces.find(db, owing.workspace).locale
    names = [str(name) for name in owing.detail["names"]]
    said = say(locale, "unsaid", count=len(names), names=", ".join(names[:NAMED]), more=len(names) - NAMED)
    return Post(message=Message(text=said), channel=owing.channel)


def _was_never_shown(about: Subject[Any], thing: Carded) -> bool:
    """Whether it is over and has no card: it was over before its channel's turn to show it came."""
    return thing.card_ts is None and about.is_over(thing)


def unsaid(workspace: WorkspaceId, channel: ChannelId, batch: int, names: Sequence[str]) -> OutboxItem:
    """What was over before it could be shown is to be named in one line; `batch` tells such lines apart."""
    return OutboxItem(
        workspace=workspace,
        kind=CardOutbox.UNSAID,
        subject=f"unsaid {channel}",
        item=str(batch),
        channel=channel,
        detail={"names": list(names)},
    )


def lost_channel(locale: str, thing: Carded, lost: ChannelId) -> Message:
    """Tell that a card had to move out of a channel, and where to."""
    return Message(text=say(locale, "lost-channel", hold=thing.name, channel=f"<#{lost}>", where=_where(thing)))


def elsewhere(locale: str, thing: Carded, stood: ChannelId) -> Message:
    """Tell where a card stood that it is elsewhere now: out of somebody's own messages it moves to be approved."""
    key = "card-elsewhere" if is_channel(stood) else "moved"
    said = say(locale, key, hold=thing.name, where=_where(thing))
    return Message(text=said, blocks=[section(said)])


def _where(thing: Carded) -> str:
    return f"<#{thing.channel}>" if is_channel(thing.channel) else mention(thing.owner)

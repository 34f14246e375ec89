"""What is owed to Slack, put into words from the state as it is when it is sent."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from handlers import act, show
from handlers.reply import Message
from handlers.tools import Tools
from handlers.views import lines
from store import audit, holds, outbox, workspaces
from store.session import Db
from store.types import ChannelId, Debt, Hold, HoldId, Owed, Owing, UserId, Workspace

_CHANNELS = ("C", "G")  # what else can be posted to is somebody's own messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message and where it goes: `edit` is the ts of the one it changes, `thread` that of the one it follows."""

    message: Message
    channel: ChannelId
    edit: str | None = None
    thread: str | None = None
    broadcast: bool = False


def render(tools: Tools, debt: Debt) -> Post | None:
    """Put a debt into words; None where there is nothing to say any more."""
    with tools.reading() as db:
        workspace = workspaces.find(db, debt.owing.workspace)
        hold = holds.find(db, workspace.id, HoldId(debt.owing.detail["hold"]))
        return _RENDER[debt.owing.kind](tools, db, workspace, hold, debt.owing) if hold else None


def posted(tools: Tools, debt: Debt, post: Post, *, channel: ChannelId, ts: str) -> None:
    """Remember where a card is, and tick the debt off."""
    with tools.begin() as db:
        if debt.owing.kind is Owed.CARD and not post.edit and (hold := _hold(db, debt)):
            holds.card_posted(db, hold, channel=channel, ts=ts)
        outbox.paid(db, debt, tools.real_now())


def nothing_to_say(tools: Tools, debt: Debt) -> None:
    """Tick a debt off that its subject's later state has made idle."""
    with tools.begin() as db:
        outbox.paid(db, debt, tools.real_now())


def card_lost(tools: Tools, debt: Debt) -> None:
    """The card's message is gone: post it anew, and after it what was to be said under it."""
    with tools.begin() as db:
        if hold := _hold(db, debt):
            _move(tools, db, debt, hold, hold.channel)
        outbox.paid(db, debt, tools.real_now())


def channel_lost(tools: Tools, debt: Debt, admin: UserId | None) -> bool:
    """The desk cannot post in the channel (any more): go to the notices channel, else to the one who holds.

    An admin is told where somebody's own messages had to do. False: there is nowhere left to go.
    """
    lost = debt.owing.channel
    if not lost.startswith(_CHANNELS):
        return False
    with tools.begin() as db:
        if hold := _hold(db, debt):
            notices = workspaces.find(db, hold.workspace).notices
            found = notices if notices and notices != lost else ChannelId(hold.held_by)
            _move(tools, db, debt, hold, found)
            if found != notices and admin:
                told = replace(debt.owing, kind=Owed.LOST_CHANNEL, item=lost, channel=ChannelId(admin), edits=False)
                outbox.owe(db, [told], tools.real_now())
        outbox.paid(db, debt, tools.real_now())
    return True


def _move(tools: Tools, db: Db, debt: Debt, hold: Hold, channel: ChannelId) -> None:
    """Owe the card anew in a channel, and with it what was owed: the debt in hand has another version then."""
    holds.card_posted(db, hold, channel=channel, ts=None)
    moved = act.card(replace(hold, channel=channel, card_ts=None))
    also = [] if debt.owing.kind is Owed.CARD else [replace(debt.owing, channel=channel)]
    outbox.owe(db, [moved, *also], tools.real_now())


def _hold(db: Db, debt: Debt) -> Hold | None:
    return holds.find(db, debt.owing.workspace, HoldId(debt.owing.detail["hold"]), lock=True)


def _card(tools: Tools, db: Db, workspace: Workspace, hold: Hold, _owing: Owing) -> Post:
    message = show.render(tools, db, workspace, hold, workspace.locale)
    return Post(message=message, channel=hold.channel, edit=hold.card_ts)


def _line(_tools: Tools, db: Db, workspace: Workspace, hold: Hold, owing: Owing) -> Post | None:
    entry = audit.find(db, workspace.id, owing.detail["entry"])
    return _under(hold, lines.line(workspace.locale, hold, entry.deed)) if entry else None


def _warning(tools: Tools, _db: Db, workspace: Workspace, hold: Hold, _owing: Owing) -> Post | None:
    return _under(hold, lines.warning(workspace.locale, hold)) if hold.is_live(tools.now()) else None


def _ended(_tools: Tools, db: Db, workspace: Workspace, hold: Hold, owing: Owing) -> Post:
    ended = holds.find_all(db, workspace.id, owing.detail["holds"])
    return replace(_under(hold, lines.ended(workspace.locale, ended)), broadcast=hold.card_ts is not None)


def _lost_channel(_tools: Tools, _db: Db, workspace: Workspace, hold: Hold, owing: Owing) -> Post:
    lost = ChannelId(owing.item)
    return Post(message=lines.lost_channel(workspace.locale, hold, lost), channel=owing.channel)


def _under(hold: Hold, message: Message) -> Post:
    return Post(message=message, channel=hold.channel, thread=hold.card_ts)


_RENDER: dict[Owed, Callable[[Tools, Db, Workspace, Hold, Owing], Post | None]] = {
    Owed.CARD: _card,
    Owed.LINE: _line,
    Owed.WARNING: _warning,
    Owed.ENDED: _ended,
    Owed.LOST_CHANNEL: _lost_channel,
}

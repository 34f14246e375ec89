"""What is owed to Slack, put into words from the state as it is when it is sent."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from handlers.approvals.views import request as approval
from handlers.batches import owed as of_batches
from handlers.holds import show
from handlers.holds.views import lines
from handlers.home import home
from handlers.inventory import listing, report
from handlers.kit import cards
from handlers.kit.cards import Carded
from handlers.kit.messages import say
from handlers.kit.outgoing import Outgoing, Post, Publish, Upload
from handlers.kit.reply import Message
from handlers.kit.tools import Tools
from handlers.ports import owed as of_orders
from handlers.record import log
from store import approvals, audit, holds, outbox, workspaces
from store.approvals.types import RequestId
from store.audit.types import Action
from store.holds.types import Hold, HoldId
from store.outbox.types import ClaimedItem, OutboxItem, OutboxKind
from store.session import Db
from store.types import ChannelId, UserId, is_channel
from store.workspaces.types import Workspace

_TO_A_MEMBER = (OutboxKind.VERDICT, OutboxKind.LOST_CHANNEL, OutboxKind.EXPORT, OutboxKind.REPORT)


def render(tools: Tools, debt: ClaimedItem) -> Outgoing | None:
    """Put a debt into words; None where there is nothing to say any more. Only a Home tab asks Slack for more."""
    owing = debt.owing
    if "order" in owing.detail:
        return of_orders.render(tools, debt)
    if "batch" in owing.detail:
        return of_batches.render(tools, debt)
    if owing.kind is OutboxKind.HOME:
        user = UserId(owing.channel)
        return Publish(user=user, view=home.redrawn(tools, owing.workspace, user, f"home {debt.id}.{debt.version}"))
    if owing.kind is OutboxKind.EXPORT:
        return _upload(tools, owing)
    locale = _locale_of_member(tools, owing)
    if owing.kind is OutboxKind.REPORT:
        return report.drawn(tools, owing, locale or "en")
    with tools.reading() as db:
        workspace = workspaces.find(db, owing.workspace)
        hold = holds.find(db, workspace.id, HoldId(owing.detail["hold"]))
        spoken = replace(workspace, locale=locale or workspace.locale)
        return _RENDER[owing.kind](tools, db, spoken, hold, owing) if hold else None


def posted(tools: Tools, debt: ClaimedItem, post: Post, *, channel: ChannelId, ts: str) -> None:
    """Remember where a card is, and tick the debt off."""
    with tools.begin() as db:
        if debt.owing.kind is OutboxKind.CARD and not post.edit and (thing := cards.find(db, debt.owing)):
            cards.posted(db, thing, channel=channel, ts=ts)
        outbox.paid(db, debt, tools.real_now())


def nothing_to_say(tools: Tools, debt: ClaimedItem) -> None:
    """Tick a debt off that its subject's later state has made idle, or that was paid without a message."""
    with tools.begin() as db:
        outbox.paid(db, debt, tools.real_now())


def card_lost(tools: Tools, debt: ClaimedItem) -> None:
    """The card's message is gone: post it anew, and after it what was to be said under it."""
    with tools.begin() as db:
        if debt.owing.kind is not OutboxKind.MOVED and (thing := cards.find(db, debt.owing)):
            _move(tools, db, debt, thing, thing.channel)
        outbox.paid(db, debt, tools.real_now())


def channel_lost(tools: Tools, debt: ClaimedItem, admin: UserId | None) -> bool:
    """The desk cannot post in the channel (any more): go to the notices channel, else to the one whose it is.

    An admin is told where somebody's own messages had to do. False: there is nowhere left to go.
    """
    lost = debt.owing.channel
    if not is_channel(lost):
        return False
    with tools.begin() as db:
        if thing := cards.find(db, debt.owing):
            notices = workspaces.find(db, thing.workspace).notices
            found = notices if notices and notices != lost else ChannelId(cards.keeper(thing))
            _move(tools, db, debt, thing, found)
            if found != notices and admin:
                told = replace(
                    debt.owing, kind=OutboxKind.LOST_CHANNEL, item=lost, channel=ChannelId(admin), edits=False
                )
                outbox.owe(db, [told], tools.real_now())
        outbox.paid(db, debt, tools.real_now())
    return True


def _move(tools: Tools, db: Db, debt: ClaimedItem, thing: Carded, channel: ChannelId) -> None:
    """Owe the card anew in a channel, and with it what was owed: the debt in hand has another version then."""
    moved = cards.card(cards.posted(db, thing, channel=channel, ts=None))
    also = [] if debt.owing.kind is OutboxKind.CARD else [replace(debt.owing, channel=channel)]
    outbox.owe(db, [moved, *also], tools.real_now())


def _locale_of_member(tools: Tools, owing: OutboxItem) -> str | None:
    """The language of the member whom it is for; what everybody sees is in that of the workspace."""
    if owing.kind not in _TO_A_MEMBER:
        return None
    return tools.people.member(owing.workspace, UserId(owing.channel)).locale


def _upload(tools: Tools, owing: OutboxItem) -> Upload:
    name = str(owing.detail["name"])

    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8-sig", newline="") as file:  # spreadsheets know UTF-8 by its mark
            if "numbers" in owing.detail:
                listing.write(tools, owing.workspace, listing.filter_of(owing.detail["numbers"]), file)
            else:
                log.write(tools, owing.workspace, owing.detail["last"], file)

    locale = _locale_of_member(tools, owing) or "en"
    comment = say(locale, "export-numbers-here" if "numbers" in owing.detail else "export-here")
    return Upload(user=owing.channel, name=name, comment=comment, write=write)


def _card(tools: Tools, db: Db, workspace: Workspace, hold: Hold, _owing: OutboxItem) -> Post:
    message = show.render(tools, db, workspace, hold, workspace.locale)
    return Post(message=message, channel=hold.channel, edit=hold.card_ts)


def _line(_tools: Tools, db: Db, workspace: Workspace, hold: Hold, owing: OutboxItem) -> Post | None:
    entry = audit.find(db, workspace.id, owing.detail["entry"])
    if entry is None:
        return None
    if entry.deed.action is Action.ASKED:
        request = approvals.find(db, workspace.id, RequestId(entry.deed.after["request"]))
        return _under(hold, lines.asked(workspace.locale, hold, request)) if request else None
    return _under(hold, lines.line(workspace.locale, hold, entry.deed))


def _warning(tools: Tools, db: Db, workspace: Workspace, hold: Hold, _owing: OutboxItem) -> Post | None:
    if not hold.is_live(tools.now()):
        return None
    return _under(hold, lines.warning(workspace.locale, hold, approvals.open_of(db, hold)))


def _ended(_tools: Tools, db: Db, workspace: Workspace, hold: Hold, owing: OutboxItem) -> Post:
    ended = holds.find_all(db, workspace.id, owing.detail["holds"])
    told = lines.ended(workspace.locale, ended, approvals.last_of(db, ended))
    return replace(_under(hold, told), broadcast=hold.card_ts is not None)


def _lost_channel(_tools: Tools, _db: Db, workspace: Workspace, hold: Hold, owing: OutboxItem) -> Post:
    lost = ChannelId(owing.item)
    return Post(message=lines.lost_channel(workspace.locale, hold, lost), channel=owing.channel)


def _moved(_tools: Tools, _db: Db, workspace: Workspace, hold: Hold, owing: OutboxItem) -> Post:
    return Post(message=lines.moved(workspace.locale, hold), channel=owing.channel, edit=owing.detail["ts"])


def _verdict(_tools: Tools, db: Db, workspace: Workspace, hold: Hold, owing: OutboxItem) -> Post | None:
    request = approvals.find(db, workspace.id, RequestId(owing.detail["request"]))
    if request is None:
        return None
    message = approval.verdict(workspace.locale, hold, request)
    return Post(message=message, channel=owing.channel, unless_in=hold.channel)


def _under(hold: Hold, message: Message) -> Post:
    return Post(message=message, channel=hold.channel, thread=hold.card_ts)


_RENDER: dict[OutboxKind, Callable[[Tools, Db, Workspace, Hold, OutboxItem], Post | None]] = {
    OutboxKind.CARD: _card,
    OutboxKind.LINE: _line,
    OutboxKind.WARNING: _warning,
    OutboxKind.ENDED: _ended,
    OutboxKind.LOST_CHANNEL: _lost_channel,
    OutboxKind.MOVED: _moved,
    OutboxKind.VERDICT: _verdict,
}

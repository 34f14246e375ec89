"""What is owed to Slack about port orders, put into words from the state as it is when it is sent."""

from dataclasses import replace
from pathlib import Path

from handlers.holds.views import lines
from handlers.kit.cards import CardOutbox
from handlers.kit.messages import say
from handlers.kit.outgoing import Fetch, Outgoing, Post, Upload
from handlers.kit.reply import Message
from handlers.kit.tools import Tools
from handlers.ports import files, show
from handlers.ports.entries import PortAction
from handlers.ports.views import document
from handlers.ports.views import lines as views
from store import audit, ports, workspaces
from store.outbox.types import ClaimedItem, OutboxItem
from store.ports.types import Field, FileUse, OrderId, PortOrder
from store.session import Db
from store.types import ChannelId, UserId, is_channel
from store.workspaces.types import LOCALES, Workspace

_IN_THE_CHANNEL = (CardOutbox.CARD, CardOutbox.LINE, CardOutbox.MOVED)


def render(tools: Tools, debt: ClaimedItem) -> Outgoing | None:
    """Put a debt about an order into words; None where there is nothing to say any more."""
    owing = debt.owing
    reader = None if owing.kind in _IN_THE_CHANNEL else tools.people.member(owing.workspace, UserId(owing.channel))
    with tools.reading() as db:
        workspace = workspaces.find(db, owing.workspace)
        order = ports.find(db, workspace.id, OrderId(owing.detail["order"]))
        if order is None:
            return None
        locale = reader.locale if reader else workspace.locale
        match owing.kind:
            case CardOutbox.CARD:
                card = show.render(db, workspace, order, locale, tools.now())
                return Post(message=card, channel=order.channel, edit=order.card_ts)
            case CardOutbox.LINE:
                return _line(db, workspace, order, owing, locale)
            case PortOutbox.NEWS:
                told = _told(db, order, owing, locale)
                return Post(message=told, channel=owing.channel) if told else None
            case PortOutbox.LETTER:
                return _letter(order, owing, locale)
            case PortOutbox.SIGNED:
                return _signed(tools, db, order, owing, locale)
            case PortOutbox.REJECTED:
                message = views.rejected(locale, order, str(owing.detail["why"]), str(owing.detail["name"]))
                return Post(message=message, channel=owing.channel)
            case CardOutbox.LOST_CHANNEL:
                return Post(message=lines.lost_channel(locale, order, ChannelId(owing.item)), channel=owing.channel)
    if owing.kind is PortOutbox.FETCH and reader:
        use = FileUse(owing.detail["use"])
        return Fetch(
            file=str(owing.detail["file"]),
            by=reader.user,
            most=files.MOST[use],
            take=lambda arrived: files.take(tools, debt, reader, arrived),
        )
    return None


def _line(db: Db, _workspace: Workspace, order: PortOrder, owing: OutboxItem, locale: str) -> Post | None:
    entry = audit.find(db, order.workspace, owing.detail["entry"])
    told = views.line(locale, order, entry.deed) if entry else None
    if entry is None or told is None:
        return None
    broadcast = entry.deed.action is PortAction.PORT_MOVED and is_channel(order.channel) and order.card_ts is not None
    return Post(message=told, channel=order.channel, thread=order.card_ts, broadcast=broadcast)


def _told(db: Db, order: PortOrder, owing: OutboxItem, locale: str) -> Message | None:
    """An entry, as it is told to a member: with where the order's card is."""
    entry = audit.find(db, order.workspace, owing.detail["entry"])
    told = views.line(locale, order, entry.deed) if entry else None
    if told is None:
        return None
    if not is_channel(order.channel):
        # The card and what is told under it are in the messages of the one who asked already.
        return None if UserId(owing.channel) == order.requested_by else told
    return replace(told, blocks=[*told.blocks, views.see(locale, order)])


def _letter(order: PortOrder, owing: OutboxItem, locale: str) -> Upload:
    said = order.says(Field.LANGUAGE)
    language = said if said in LOCALES else locale
    return Upload(
        user=owing.channel,
        name=f"{order.name}-letter-{owing.item}.pdf",
        comment=say(locale, "port-here-is-the-letter", order=order.name, who=order.says(Field.AUTHORISED)),
        write=lambda path: path.write_bytes(document.letter(language, order)),
    )


def _signed(tools: Tools, db: Db, order: PortOrder, owing: OutboxItem, locale: str) -> Upload | None:
    sealed = ports.sealed_letter(db, order)
    if sealed is None or order.letter is None:
        return None

    def write(path: Path) -> None:
        path.write_bytes(tools.vault.open(sealed, files.about(order)))

    suffix = files.SUFFIXES[order.letter.media_type]
    return Upload(
        user=owing.channel,
        name=f"{order.name}-signed-{owing.item}.{suffix}",
        comment=say(locale, "port-here-is-the-signed", order=order.name),
        write=write,
    )

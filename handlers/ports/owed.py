"""What is owed to Slack about port orders, put into words from the state as it is when it is sent."""

from dataclasses import replace
from pathlib import Path

from handlers.holds.views import lines
from handlers.kit.messages import LOCALES, say
from handlers.kit.outgoing import Fetch, Outgoing, Post, Upload
from handlers.kit.reply import Message
from handlers.kit.tools import Tools
from handlers.ports import files, show
from handlers.ports.views import document
from handlers.ports.views import lines as views
from store import audit, ports, workspaces
from store.port_types import Field, OrderId, PortOrder, Use
from store.session import Db
from store.types import Action, ChannelId, Debt, Owed, Owing, UserId, Workspace, is_channel

_IN_THE_CHANNEL = (Owed.CARD, Owed.LINE, Owed.MOVED)


def render(tools: Tools, debt: Debt) -> Outgoing | None:
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
            case Owed.CARD:
                card = show.render(db, workspace, order, locale, tools.now())
                return Post(message=card, channel=order.channel, edit=order.card_ts)
            case Owed.LINE:
                return _line(db, workspace, order, owing, locale)
            case Owed.NEWS:
                told = _told(db, order, owing, locale)
                return Post(message=told, channel=owing.channel) if told else None
            case Owed.LETTER:
                return _letter(order, owing, locale)
            case Owed.SIGNED:
                return _signed(tools, db, order, owing, locale)
            case Owed.REJECTED:
                message = views.rejected(locale, order, str(owing.detail["why"]), str(owing.detail["name"]))
                return Post(message=message, channel=owing.channel)
            case Owed.LOST_CHANNEL:
                return Post(message=lines.lost_channel(locale, order, ChannelId(owing.item)), channel=owing.channel)
    if owing.kind is Owed.FETCH and reader:
        use = Use(owing.detail["use"])
        return Fetch(
            file=str(owing.detail["file"]),
            by=reader.user,
            most=files.MOST[use],
            take=lambda arrived: files.take(tools, debt, reader, arrived),
        )
    return None


def _line(db: Db, _workspace: Workspace, order: PortOrder, owing: Owing, locale: str) -> Post | None:
    entry = audit.find(db, order.workspace, owing.detail["entry"])
    told = views.line(locale, order, entry.deed) if entry else None
    if entry is None or told is None:
        return None
    broadcast = entry.deed.action is Action.PORT_MOVED and is_channel(order.channel) and order.card_ts is not None
    return Post(message=told, channel=order.channel, thread=order.card_ts, broadcast=broadcast)


def _told(db: Db, order: PortOrder, owing: Owing, locale: str) -> Message | None:
    """An entry, as it is told to a member: with where the order's card is."""
    entry = audit.find(db, order.workspace, owing.detail["entry"])
    told = views.line(locale, order, entry.deed) if entry else None
    if told is None:
        return None
    if not is_channel(order.channel):
        # The card and what is told under it are in the messages of the one who asked already.
        return None if UserId(owing.channel) == order.requested_by else told
    return replace(told, blocks=[*told.blocks, views.see(locale, order)])


def _letter(order: PortOrder, owing: Owing, locale: str) -> Upload:
    said = order.says(Field.LANGUAGE)
    language = said if said in LOCALES else locale
    return Upload(
        user=owing.channel,
        name=f"{order.name}-letter-{owing.item}.pdf",
        comment=say(locale, "port-here-is-the-letter", order=order.name, who=order.says(Field.AUTHORISED)),
        write=lambda path: path.write_bytes(document.letter(language, order)),
    )


def _signed(tools: Tools, db: Db, order: PortOrder, owing: Owing, locale: str) -> Upload | None:
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

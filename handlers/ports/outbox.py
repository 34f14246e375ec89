"""What is owed about port orders, their cards apart, put into words as things are when it is sent."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from handlers.kit.messages import say
from handlers.kit.outgoing import Fetch, Outgoing, Post, Upload
from handlers.kit.reply import Message
from handlers.kit.tools import Tools
from handlers.ports import files
from handlers.ports.views import lines as views
from store import audit, ports
from store.outbox.types import ClaimedItem, OutboxItem
from store.ports import secrets
from store.ports.types import Field, FileUse, OrderId, PortOrder
from store.session import Db
from store.types import UserId, is_channel
from store.workspaces.types import LOCALES

Put = Callable[[Tools, ClaimedItem], Outgoing | None]


def _to_a_member(put: Callable[[Tools, Db, PortOrder, OutboxItem, str], Outgoing | None]) -> Put:
    """Puts something about an order into words for a member, in their language; nothing where there is no order."""

    def to_a_member(tools: Tools, claimed: ClaimedItem) -> Outgoing | None:
        owing = claimed.owing
        locale = tools.people.member(owing.workspace, UserId(owing.channel)).locale
        with tools.reading() as db:
            order = ports.find(db, owing.workspace, OrderId(owing.detail["order"]))
            return put(tools, db, order, owing, locale) if order else None

    return to_a_member


def _news(_tools: Tools, db: Db, order: PortOrder, owing: OutboxItem, locale: str) -> Post | None:
    told = _told(db, order, owing, locale)
    return Post(message=told, channel=owing.channel) if told else None


def _rejected(_tools: Tools, _db: Db, order: PortOrder, owing: OutboxItem, locale: str) -> Post:
    detail = owing.detail
    most = files.MOST[FileUse(detail["use"])]
    message = views.rejected(locale, order, detail["unused"], str(detail["name"]), most)
    return Post(message=message, channel=owing.channel)


def put_fetch(tools: Tools, claimed: ClaimedItem) -> Fetch | None:
    """A file that somebody gave is to be fetched and used."""
    owing = claimed.owing
    use, reader = FileUse(owing.detail["use"]), tools.people.member(owing.workspace, UserId(owing.channel))
    with tools.reading() as db:
        if ports.find(db, owing.workspace, OrderId(owing.detail["order"])) is None:
            return None
    return Fetch(
        file=str(owing.detail["file"]),
        by=reader.user,
        most=files.MOST[use],
        take=lambda arrived: files.take(tools, claimed, reader, arrived),
    )


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


def _letter(tools: Tools, _db: Db, order: PortOrder, owing: OutboxItem, locale: str) -> Upload:
    said = order.says(Field.LANGUAGE)
    language = said if said in LOCALES else locale

    def write(path: Path) -> None:
        # Imported here: most processes never make a letter, and what it is made with weighs as much as the desk.
        from handlers.ports.views import document

        path.write_bytes(document.letter(language, secrets.reveal(tools.vault, order)))

    return Upload(
        user=owing.channel,
        name=f"{order.name}-letter-{owing.item}.pdf",
        comment=say(locale, "port-here-is-the-letter", order=order.name, who=order.says(Field.AUTHORISED)),
        write=write,
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


put_news = _to_a_member(_news)
put_letter = _to_a_member(_letter)
put_signed = _to_a_member(_signed)
put_rejected = _to_a_member(_rejected)

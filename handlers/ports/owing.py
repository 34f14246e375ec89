"""What is owed about port orders, their cards and the lines under them apart."""

from typing import Any

from handlers.kit.cards import card, line
from store.outbox.types import OutboxItem, OutboxKind
from store.ports.types import FileUse, PortOrder
from store.types import ChannelId, UserId

__all__ = ["card", "fetch", "letter", "line", "news", "rejected", "signed"]


def news(order: PortOrder, entry: int, to: UserId) -> OutboxItem:
    """An entry of the record is to be told to somebody in their own messages."""
    return _to(order, OutboxKind.NEWS, to, str(entry), entry=entry)


def letter(order: PortOrder, to: UserId, entry: int) -> OutboxItem:
    """The letter of authorisation is to be made for somebody."""
    return _to(order, OutboxKind.LETTER, to, str(entry), entry=entry)


def signed(order: PortOrder, to: UserId, entry: int) -> OutboxItem:
    """The signed letter is to be given to somebody."""
    return _to(order, OutboxKind.SIGNED, to, str(entry), entry=entry)


def fetch(order: PortOrder, by: UserId, file: str, use: FileUse, signer: str = "") -> OutboxItem:
    """A file that somebody gave is to be fetched and used."""
    return _to(order, OutboxKind.FETCH, by, file, file=file, use=use, signer=signer)


def rejected(order: PortOrder, by: UserId, file: str, why: str, name: str) -> OutboxItem:
    """Somebody is to be told why their file could not be used."""
    return _to(order, OutboxKind.REJECTED, by, file, why=why, name=name)


def _to(order: PortOrder, kind: OutboxKind, to: UserId, item: str, **detail: Any) -> OutboxItem:
    # A subject for each member: whoever cannot be reached keeps nobody else waiting.
    return OutboxItem(
        workspace=order.workspace,
        kind=kind,
        subject=f"{order.name} {to}",
        channel=ChannelId(to),
        item=item,
        detail={"order": order.id, **detail},
    )

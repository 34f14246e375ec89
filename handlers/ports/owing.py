"""What is owed about port orders, their cards and the lines under them apart."""

from typing import Any

from handlers.kit.cards import card, line
from store.port_types import PortOrder, Use
from store.types import ChannelId, Owed, Owing, UserId

__all__ = ["card", "fetch", "letter", "line", "news", "rejected", "signed"]


def news(order: PortOrder, entry: int, to: UserId) -> Owing:
    """An entry of the record is to be told to somebody in their own messages."""
    return _to(order, Owed.NEWS, to, str(entry), entry=entry)


def letter(order: PortOrder, to: UserId, entry: int) -> Owing:
    """The letter of authorisation is to be made for somebody."""
    return _to(order, Owed.LETTER, to, str(entry), entry=entry)


def signed(order: PortOrder, to: UserId, entry: int) -> Owing:
    """The signed letter is to be given to somebody."""
    return _to(order, Owed.SIGNED, to, str(entry), entry=entry)


def fetch(order: PortOrder, by: UserId, file: str, use: Use, signer: str = "") -> Owing:
    """A file that somebody gave is to be fetched and used."""
    return _to(order, Owed.FETCH, by, file, file=file, use=use, signer=signer)


def rejected(order: PortOrder, by: UserId, file: str, why: str, name: str) -> Owing:
    """Somebody is to be told why their file could not be used."""
    return _to(order, Owed.REJECTED, by, file, why=why, name=name)


def _to(order: PortOrder, kind: Owed, to: UserId, item: str, **detail: Any) -> Owing:
    # A subject for each member: whoever cannot be reached keeps nobody else waiting.
    return Owing(
        workspace=order.workspace,
        kind=kind,
        subject=f"{order.name} {to}",
        channel=ChannelId(to),
        item=item,
        detail={"order": order.id, **detail},
    )

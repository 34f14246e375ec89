"""What is owed about port orders, their cards and the lines under them apart."""

from enum import StrEnum
from typing import Any

from handlers.kit.file_faults import Unused
from store.outbox.types import OutboxItem
from store.ports.types import FileUse, PortOrder
from store.types import ChannelId, UserId


class PortOutbox(StrEnum):
    """What can be owed, beside the card and the lines under it."""

    NEWS = "news"  # an entry of the record, told to a member
    LETTER = "letter"  # a letter of authorisation to be signed, for a member
    SIGNED = "signed"  # a signed one, for a member
    FETCH = "fetch"  # a file that a member gave is to be fetched from Slack
    REJECTED = "rejected"  # a file that a member gave could not be used


def news(order: PortOrder, entry: int, to: UserId) -> OutboxItem:
    """An entry of the record is to be told to somebody in their own messages."""
    return _to(order, PortOutbox.NEWS, to, str(entry), entry=entry)


def letter(order: PortOrder, to: UserId, entry: int) -> OutboxItem:
    """The letter of authorisation is to be made for somebody."""
    return _to(order, PortOutbox.LETTER, to, str(entry), entry=entry)


def signed(order: PortOrder, to: UserId, entry: int) -> OutboxItem:
    """The signed letter is to be given to somebody."""
    return _to(order, PortOutbox.SIGNED, to, str(entry), entry=entry)


def fetch(order: PortOrder, by: UserId, file: str, use: FileUse, signer: str = "") -> OutboxItem:
    """A file that somebody gave is to be fetched and used."""
    return _to(order, PortOutbox.FETCH, by, file, file=file, use=use, signer=signer)


def rejected(order: PortOrder, by: UserId, file: str, why: Unused, name: str, use: FileUse) -> OutboxItem:
    """Somebody is to be told why their file could not be used."""
    return _to(order, PortOutbox.REJECTED, by, file, unused=why.kept(), name=name, use=use)


def _to(order: PortOrder, kind: str, to: UserId, item: str, **detail: Any) -> OutboxItem:
    # A subject for each member: whoever cannot be reached keeps nobody else waiting.
    return OutboxItem(
        workspace=order.workspace,
        kind=kind,
        subject=f"{order.name} {to}",
        channel=ChannelId(to),
        item=item,
        detail={"order": order.id, **detail},
    )

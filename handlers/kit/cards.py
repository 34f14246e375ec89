"""What has a card: a hold, a port order or a batch."""

from typing import Any

from store import batches, holds, ports
from store.batches.types import Batch, BatchId
from store.holds.types import Hold, HoldId
from store.outbox.types import OutboxItem, OutboxKind
from store.ports.types import OrderId, PortOrder
from store.session import Db
from store.types import ChannelId, UserId

Requested = Hold | Batch  # what teammates may have to agree to
Carded = Requested | PortOrder


def find(db: Db, owing: OutboxItem) -> Carded | None:
    """What something is owed about, kept as it is until the transaction ends."""
    if "order" in owing.detail:
        return ports.find(db, owing.workspace, OrderId(owing.detail["order"]), lock=True)
    if "batch" in owing.detail:
        return batches.find(db, owing.workspace, BatchId(owing.detail["batch"]), lock=True)
    return holds.find(db, owing.workspace, HoldId(owing.detail["hold"]), lock=True)


def posted(db: Db, thing: Carded, *, channel: ChannelId, ts: str | None) -> Carded:
    """Remember where its card is, and return it so; no ts: it is not posted (any more)."""
    match thing:
        case PortOrder():
            return ports.card_posted(db, thing, channel=channel, ts=ts)
        case Batch():
            return batches.card_posted(db, thing, channel=channel, ts=ts)
        case Hold():
            return holds.card_posted(db, thing, channel=channel, ts=ts)


def keeper(thing: Carded) -> UserId:
    """Whose it is."""
    match thing:
        case PortOrder():
            return thing.requested_by
        case Batch():
            return thing.asked_by
        case Hold():
            return thing.held_by


def detail(thing: Carded) -> dict[str, Any]:
    """What a debt or a button carries to find it again."""
    match thing:
        case PortOrder():
            return {"order": thing.id}
        case Batch():
            return {"batch": thing.id}
        case Hold():
            return {"hold": thing.id}


def card(thing: Carded) -> OutboxItem:
    """Its card is stale."""
    return OutboxItem(
        workspace=thing.workspace,
        kind=OutboxKind.CARD,
        subject=thing.name,
        channel=thing.channel,
        detail=detail(thing),
        edits=thing.card_ts is not None,
    )


def line(thing: Carded, entry: int) -> OutboxItem:
    """An entry of the record is to be told in the thread under its card."""
    return OutboxItem(
        workspace=thing.workspace,
        kind=OutboxKind.LINE,
        subject=thing.name,
        channel=thing.channel,
        item=str(entry),
        detail={**detail(thing), "entry": entry},
    )

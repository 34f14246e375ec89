"""What has a card: a hold or a port order."""

from collections.abc import Mapping
from typing import Any

from store import holds, ports
from store.port_types import OrderId, PortOrder
from store.session import Db
from store.types import ChannelId, Hold, HoldId, Owed, Owing, UserId

Carded = Hold | PortOrder


def find(db: Db, owing: Owing) -> Carded | None:
    """What something is owed about, kept as it is until the transaction ends."""
    if "order" in owing.detail:
        return ports.find(db, owing.workspace, OrderId(owing.detail["order"]), lock=True)
    return holds.find(db, owing.workspace, HoldId(owing.detail["hold"]), lock=True)


def posted(db: Db, thing: Carded, *, channel: ChannelId, ts: str | None) -> Carded:
    """Remember where its card is, and return it so; no ts: it is not posted (any more)."""
    if isinstance(thing, PortOrder):
        return ports.card_posted(db, thing, channel=channel, ts=ts)
    return holds.card_posted(db, thing, channel=channel, ts=ts)


def keeper(thing: Carded) -> UserId:
    """Whose it is."""
    return thing.requested_by if isinstance(thing, PortOrder) else thing.held_by


def detail(thing: Carded) -> Mapping[str, Any]:
    """What a debt carries to find it again."""
    return {"order": thing.id} if isinstance(thing, PortOrder) else {"hold": thing.id}


def card(thing: Carded) -> Owing:
    """Its card is stale."""
    return Owing(
        workspace=thing.workspace,
        kind=Owed.CARD,
        subject=thing.name,
        channel=thing.channel,
        detail=detail(thing),
        edits=thing.card_ts is not None,
    )


def line(thing: Carded, entry: int) -> Owing:
    """An entry of the record is to be told in the thread under its card."""
    return Owing(
        workspace=thing.workspace,
        kind=Owed.LINE,
        subject=thing.name,
        channel=thing.channel,
        item=str(entry),
        detail={**detail(thing), "entry": entry},
    )

"""What is owed to Slack about what carriers answered, beside the cards of holds."""

from enum import StrEnum

from store.carriers.types import Line
from store.holds.types import Hold
from store.outbox.types import OutboxItem
from store.types import ChannelId


class CarrierOutbox(StrEnum):
    """What can be owed."""

    NOT_GIVEN_UP = "carrier_not_given_up"  # to the channel for notices: that a carrier will not have a number back
    TOLD = "carrier_told"  # to who asked for numbers: that they are not to be had, or what the carrier wants first


def not_given_up(line: Line, notices: ChannelId) -> OutboxItem:
    """The channel for notices is to be told that a carrier will not have a number back."""
    return OutboxItem(
        workspace=line.workspace,
        kind=CarrierOutbox.NOT_GIVEN_UP,
        subject=f"carrier {line.carrier}",
        channel=notices,
        detail={"carrier": line.carrier},
    )


def told(hold: Hold, entry: int) -> OutboxItem:
    """Who acquired numbers of a hold is to be told what an entry of the record says."""
    return OutboxItem(
        workspace=hold.workspace,
        kind=CarrierOutbox.TOLD,
        subject=hold.name,
        channel=ChannelId(hold.closed_by or hold.held_by),
        item=str(entry),
        detail={**hold.ref, "entry": entry},
    )

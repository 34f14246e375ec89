"""What is owed to who asked for numbers."""

from enum import StrEnum

from store.outbox.types import OutboxItem
from store.types import ChannelId
from store.wanted.types import WantedNumbers


class WantedOutbox(StrEnum):
    """What can be owed, beside the card and the lines under it."""

    NEWS = "wanted_news"  # what came of a request


def news(request: WantedNumbers) -> OutboxItem:
    """The one who asked is to be told what came of it, in their own messages."""
    return OutboxItem(
        workspace=request.workspace,
        kind=WantedOutbox.NEWS,
        subject=request.name,
        channel=ChannelId(request.asked_by),
        detail=request.ref,
    )

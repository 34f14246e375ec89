"""What is owed about what carriers answered, put into words as things are when it is sent."""

from handlers.carriers.views import standing
from handlers.kit.outgoing import Post
from handlers.kit.tools import Tools
from store import audit, holds
from store.holds.types import HoldId
from store.outbox.types import ClaimedItem
from store.types import UserId


def put_told(tools: Tools, claimed: ClaimedItem) -> Post | None:
    """Tell who asked for numbers what their carrier answered, unless they see it in the channel of the card."""
    owing = claimed.owing
    locale = tools.people.member(owing.workspace, UserId(owing.channel)).locale
    with tools.reading() as db:
        hold = holds.find(db, owing.workspace, HoldId(owing.detail["hold"]))
        entry = audit.find(db, owing.workspace, owing.detail["entry"])
    message = standing.line(locale, hold, entry.deed) if hold and entry else None
    return Post(message=message, channel=owing.channel, unless_in=hold.channel) if hold and message else None

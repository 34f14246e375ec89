"""What is owed about what carriers answered, put into words as things are when it is sent."""

from handlers.carriers.views import standing
from handlers.kit.blocks import section
from handlers.kit.outgoing import Post
from handlers.kit.reply import Message
from handlers.kit.tools import Tools
from store import audit, holds, workspaces
from store.carriers import lines as stored
from store.carriers.types import State
from store.holds.types import HoldId
from store.outbox.types import ClaimedItem
from store.types import UserId


def put_not_given_up(tools: Tools, claimed: ClaimedItem) -> Post | None:
    """Tell which numbers a carrier will not have back, and what to try; nothing where it has them by now."""
    owing = claimed.owing
    with tools.reading() as db:
        locale = workspaces.find(db, owing.workspace).locale
        lines = stored.in_state(db, owing.workspace, owing.detail["carrier"], State.NOT_GIVEN_UP)
    said = standing.not_given_up(locale, lines)
    return (
        Post(message=Message(text=said, blocks=[section(f":warning: {said}")]), channel=owing.channel) if said else None
    )


def put_told(tools: Tools, claimed: ClaimedItem) -> Post | None:
    """Tell who asked for numbers what their carrier answered, unless they see it in the channel of the card."""
    owing = claimed.owing
    locale = tools.people.member(owing.workspace, UserId(owing.channel)).locale
    with tools.reading() as db:
        hold = holds.find(db, owing.workspace, HoldId(owing.detail["hold"]))
        entry = audit.find(db, owing.workspace, owing.detail["entry"])
    message = standing.line(locale, hold, entry.deed) if hold and entry else None
    return Post(message=message, channel=owing.channel, unless_in=hold.channel) if hold and message else None

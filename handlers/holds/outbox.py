"""What is owed about holds, their cards apart, put into words as things are when it is sent."""

from dataclasses import replace

from handlers import carriers
from handlers.holds.views import lines
from handlers.kit.cards import ThreadLine, under
from handlers.kit.outgoing import Post
from handlers.kit.tools import Tools
from store import approvals, holds, outbox, workspaces
from store.holds.types import HoldId
from store.outbox.types import CARD, ClaimedItem


def put_warning(tools: Tools, claimed: ClaimedItem) -> Post | None:
    """Tell the holder, or those who may approve, that a hold ends soon; nothing where it has ended."""
    owing = claimed.owing
    with tools.reading() as db:
        workspace = workspaces.find(db, owing.workspace)
        hold = holds.find(db, workspace.id, HoldId(owing.detail["hold"]))
        if hold is None or not hold.is_live(tools.now()):
            return None
        fate = carriers.fate_of(db, workspace.locale, hold, tools.now())
        message = lines.warning(workspace.locale, hold, approvals.open_of(db, hold), fate)
    return under(hold, ThreadLine(message=message))


def put_ended(tools: Tools, claimed: ClaimedItem) -> Post | None:
    """Tell a channel which of its holds ended together, in the thread of the first that has its card.

    Nothing of those that are never shown; what is not shown yet still will be.
    """
    owing = claimed.owing
    with tools.reading() as db:
        workspace = workspaces.find(db, owing.workspace)
        found = holds.find_all(db, workspace.id, owing.detail["holds"])
        coming = outbox.subjects(db, workspace.id, CARD, [hold.name for hold in found if not hold.card_ts])
        ended = [hold for hold in found if hold.card_ts or hold.name in coming]
        if not ended:
            return None
        fates = carriers.fates_of(db, workspace.locale, ended, tools.now())
        message = lines.ended(workspace.locale, ended, approvals.last_of(db, ended), fates)
    first = next((hold for hold in ended if hold.card_ts), ended[0])
    return replace(under(first, ThreadLine(message=message)), broadcast=first.card_ts is not None)

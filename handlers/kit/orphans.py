"""Cards that were orphaned: one that is not kept up to date, with live buttons, is taken out when it is found."""

from handlers.kit import cards
from handlers.kit.cards import Carded
from handlers.kit.member import Click
from handlers.kit.tools import Tools
from store import outbox


def look_at(tools: Tools, click: Click, about: Carded) -> None:
    """A button of a card was pressed: the card is owed to be taken out, where another is kept up to date."""
    if not click.message or about.card_ts in (None, click.message):
        return
    with tools.begin() as db:
        outbox.owe(db, [cards.moved(about, click.channel, click.message)], tools.real_now())

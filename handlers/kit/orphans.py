"""Cards that were orphaned: one that is not kept up to date, with live buttons, is taken out when it is found."""

from handlers.kit import cards
from handlers.kit.fields import Carried
from handlers.kit.member import Click
from handlers.kit.on_card import is_on_card
from handlers.kit.tools import Tools
from store import outbox


def look_at(tools: Tools, click: Click, value: Carried) -> None:
    """A button was pressed: the card that it stands in is owed to be taken out, where another is kept up to date."""
    about = cards.subject(tools, value) if is_on_card(value) and click.message else None
    if about is None or not 0 < about[1] < cards.MOST:
        return
    with tools.reading() as db:
        thing = about[0].find(db, click.member.workspace, about[1])
    if thing is None or thing.card_ts in (None, click.message):
        return
    with tools.begin() as db:
        outbox.owe(db, [cards.moved(thing, click.channel, click.message)], tools.real_now())

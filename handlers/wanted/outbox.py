"""What is owed to who asked for numbers, put into words as things are when it is sent."""

from handlers.kit.outgoing import Post
from handlers.kit.tools import Tools
from handlers.wanted.views import card
from store import wanted
from store.outbox.types import ClaimedItem
from store.types import UserId
from store.wanted.types import WantedId


def put_news(tools: Tools, claimed: ClaimedItem) -> Post | None:
    """Tell who asked what came of it."""
    owing = claimed.owing
    locale = tools.people.member(owing.workspace, UserId(owing.channel)).locale
    with tools.reading() as db:
        request = wanted.find(db, owing.workspace, WantedId(owing.detail["wanted"]))
    message = card.news(locale, request) if request else None
    return Post(message=message, channel=owing.channel) if message else None

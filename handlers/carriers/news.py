"""What a carrier pushes: it says that there is something to ask for, and is believed no further."""

from collections.abc import Mapping

from handlers.kit.carriers import CarrierName, CarrierRefused, News
from handlers.kit.tools import Tools
from store.carriers import news as heard_news
from store.carriers import tasks
from store.carriers.types import Operation


class UnknownCarrier(Exception):
    """No such carrier is set up."""


def hear(tools: Tools, name: CarrierName, headers: Mapping[str, str], body: bytes) -> bool:
    """Have the state of what the news is about asked for, once. Whether it was new.

    Raises UnknownCarrier, and CarrierRefused where none of the accounts that are set up there can have sent it.
    """
    news = _read(tools, name, headers, body)
    with tools.begin() as db:
        is_new = heard_news.heard(db, name, news.id, tools.real_now())
        if is_new and news.reference:
            tasks.hurry(db, Operation.POLL, str(news.reference), tools.real_now())
    return is_new


def _read(tools: Tools, name: CarrierName, headers: Mapping[str, str], body: bytes) -> News:
    refused: CarrierRefused | None = None
    for carrier in tools.carriers.named(name):
        try:
            return carrier.read_news(dict(headers), body, tools.now())
        except CarrierRefused as why:
            refused = why
    raise refused or UnknownCarrier(name)

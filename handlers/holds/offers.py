"""What is to be had somewhere at all: what its country offers, and what came in as stock."""

from collections.abc import Callable

from handlers.holds.views import offer
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from store.numbers import named
from store.types import Criteria, Kind


def unoffered(click: Click, tools: Tools, wanted: Criteria, typed: Callable[[Criteria], str]) -> Reply | None:
    """Say so where a country's numbers of this kind are not to be had from the pool at all.

    The stock is asked only where the country does not offer them. `typed` is the command that asks for other numbers.
    """
    refusal = offer.unoffered(click, tools.places, wanted, typed)
    if refusal is None or wanted.place is None:
        return None
    with tools.reading() as db:
        in_stock = [kind for kind in Kind if named.has(db, click.member.workspace, wanted.place.country, kind)]
    return offer.unoffered(click, tools.places, wanted, typed, in_stock) if in_stock else refusal

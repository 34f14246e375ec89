"""What is to be had somewhere at all: what its country offers, and what came in as stock."""

from collections.abc import Callable

from handlers.holds.views import offer
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from store.numbers import named
from store.places import Places
from store.session import Db
from store.types import Criteria, Kind, Place


def unoffered(click: Click, tools: Tools, wanted: Criteria, typed: Callable[[Criteria], str]) -> Reply | None:
    """Say so where a country's numbers of this kind are not to be had from the pool at all.

    The stock is asked only where the country does not offer them. `typed` is the command that asks for other numbers.
    """
    refusal = offer.unoffered(click, tools.places, wanted, typed)
    if refusal is None or wanted.place is None:
        return None
    country = Place(country=wanted.place.country)
    with tools.reading() as db:
        in_stock = [kind for kind in Kind if named.has(db, click.member.workspace, country, kind)]
    return offer.unoffered(click, tools.places, wanted, typed, in_stock) if in_stock else refusal


def offered_elsewhere(db: Db, click: Click, places: Places, wanted: Criteria) -> str:
    """Where a country offers numbers, if not in the city or region that was asked for; "" where it does, or may."""
    place = wanted.place
    if place is None or not (place.region or place.city) or places.offers_in(place):
        return ""
    if named.has(db, click.member.workspace, place, wanted.kind):
        return ""
    return offer.elsewhere(click.member.locale, places, place)

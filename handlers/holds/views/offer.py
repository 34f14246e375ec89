"""What a country does not offer, and what it does."""

from collections.abc import Callable, Collection

from handlers.holds import rules
from handlers.kit import answers
from handlers.kit.blocks import some
from handlers.kit.criteria import criteria
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.reply import Reply
from store.places import Places, country_name
from store.types import Criteria, Kind, Place


def unoffered(
    click: Click,
    places: Places,
    wanted: Criteria,
    typed: Callable[[Criteria], str],
    in_stock: Collection[Kind] = (),
) -> Reply | None:
    """Say so where a country's numbers of this kind are not to be had from the pool at all.

    Kinds that are `in_stock` are, wherever it is. `typed` is the command that asks for other numbers.
    """
    if wanted.place is None or wanted.kind in in_stock:
        return None
    country = wanted.place.country
    offer = places.offered(country)
    refusal = rules.offers(offer, wanted.kind)
    if refusal is None:
        return None
    listed = {Kind.TOLL: offer.toll, Kind.TOLL_FREE: offer.toll_free}
    offered = [kind for kind in Kind if kind in in_stock or (listed[kind] and not offer.takes_request)]
    instead = [typed(criteria(wanted.place, kind)) for kind in offered]
    named = country_name(country, click.member.locale)
    return answers.refused_as_asked(click, refusal, *instead, country=named, offer=offered[0] if offered else "none")


def elsewhere(locale: str, places: Places, place: Place) -> str:
    """Say that a country does not offer numbers in a place, and where it does: in its region first."""
    country = country_name(place.country, locale)
    cities = [*places.cities(place.country, place.region)] if place.region else []
    cities += [city for city in places.cities(place.country) if city not in cities]
    if not cities:
        return say(locale, "offered-in-no-city", country=country)
    names = some(locale, list(dict.fromkeys(city.city for city in cities)))
    return say(locale, "offered-elsewhere", country=country, place=place.city or place.region, cities=names)

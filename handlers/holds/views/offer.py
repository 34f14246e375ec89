"""What a country does not offer, and what it does."""

from dataclasses import replace

from handlers.holds import rules
from handlers.holds.requests import Reserve
from handlers.kit import answers
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.words import criteria
from handlers.search.requests import Search
from store.places import Places, country_name
from store.types import Kind


def refused(click: Click, places: Places, ask: Search | Reserve) -> Reply | None:
    """Say so where a country's numbers of this kind are not to be had from the pool at all."""
    if ask.wanted.place is None:
        return None
    country = ask.wanted.place.country
    offer = places.offered(country)
    refusal = rules.offers(offer, ask.wanted.kind)
    if refusal is None:
        return None
    offered = [kind for kind, on in ((Kind.TOLL, offer.toll), (Kind.TOLL_FREE, offer.toll_free)) if on]
    instead = [] if offer.takes_request else [replace(ask, criteria=criteria(ask.wanted.place, kind)) for kind in offered]
    named = country_name(country, click.member.locale)
    return answers.refused_as_asked(click, refusal, *instead, country=named, offer=offered[0] if offered else "none")

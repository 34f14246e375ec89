"""What a country does not offer, and what it does."""

from handlers import rules
from handlers.reply import Reply
from handlers.views import answers
from store.places import Places, country_name
from store.types import Kind, Wanted


def refused(locale: str, places: Places, wanted: Wanted) -> Reply | None:
    """Say so where a country's numbers of this kind are not to be had from the pool at all."""
    if wanted.place is None:
        return None
    offer = places.offered(wanted.place.country)
    refusal = rules.offers(offer, wanted.kind)
    if refusal is None:
        return None
    country = country_name(wanted.place.country, locale)
    offered = [kind.value for kind, on in ((Kind.TOLL, offer.toll), (Kind.TOLL_FREE, offer.toll_free)) if on]
    return answers.refused(locale, refusal, country=country, offer=offered[0] if offered else "none")

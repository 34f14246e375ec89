"""In which place a number is: as its row says, else as the numbering plan has it."""

from functools import lru_cache

from phonenumbers import PhoneNumber

from store import gazetteer
from store.meanings import Reach
from store.places import AmbiguousPlace, UnknownPlace, known_places
from store.types import Place


@lru_cache(maxsize=10_000)
def place_said(country: str, region: str, city: str) -> Place:
    """The place that a row names, as we call it where we know it; else as it is written there.

    A city where we have no regions stays without one if it is one of ours.
    """
    if not region and not city:
        return Place(country=country)
    has_regions = bool(known_places().regions(country))
    known = _known(country, region, city) or (None if has_regions or not city else _known(country, "", city))
    if known and (known.city or not city):
        return known
    state = _known(country, region, "") if region else None
    return Place(
        country=country,
        region=state.region if state else gazetteer.region_called(country, region),
        city=city if has_regions else gazetteer.city_called(country, city),
    )


def place_of(number: PhoneNumber, country: str) -> Place:
    """The place of a geographic number by `phonenumbers`' own geography; where that does not know, its country."""
    from phonenumbers.geocoder import description_for_number  # thirty megabytes, and only where a file names no places

    return _described(country, description_for_number(number, "en"))


@lru_cache(maxsize=10_000)
def _described(country: str, said: str) -> Place:
    """The place that is described so: "Seattle, WA"; "London"; "Illinois"; "Germany", which tells nothing more."""
    city, _, region = (part.strip() for part in said.partition(","))
    if not city or _known("", "", said) == Place(country=country):
        return Place(country=country)
    # So the library calls the states that have a city's name.
    if city.endswith(" State") and (state := _known(country, city.removesuffix(" State"), "")):
        return state
    return _known(country, region, city) or place_said(country, region, city)


def _known(country: str, region: str, city: str) -> Place | None:
    """The one place of ours that these words name together."""
    try:
        found = known_places().resolve([word for word in (country, region, city) if word], Reach.OWN)
    except (UnknownPlace, AmbiguousPlace):
        return None
    return found if found and (not country or found.country == country) else None

"""What comes nearest to a search: less of it where nothing was found, more of it where there is too much."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from handlers.kit.criteria import criteria
from handlers.search.requests import Search
from store.numbers import search as pool
from store.numbers.runs import longest_run
from store.numbers.stocked import cities_in_stock
from store.session import Db
from store.types import ANY_DIGITS, Criteria, Kind, Place, WorkspaceId

_SO_MANY = 4  # buttons are enough


def instead_of_nothing(db: Db, workspace: WorkspaceId, ask: Search, now: datetime) -> Iterator[Search]:
    """Searches like one that found nothing, of which each finds something: in the same place first."""
    for wanted in dict.fromkeys(_nearer(db, workspace, ask.wanted, now)):
        if _are_some(db, workspace, wanted, now):
            yield replace(ask, wanted=wanted)


def _are_some(db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime) -> bool:
    page = pool.find(db, workspace, wanted, now, limit=1)
    return bool(page.numbers or page.runs)


def _nearer(db: Db, workspace: WorkspaceId, wanted: Criteria, now: datetime) -> Iterator[Criteria]:
    digits, place = wanted.digits, wanted.place
    if digits.in_a_row:
        longest = longest_run(db, workspace, wanted, now)
        if longest > 1:
            yield replace(wanted, digits=replace(digits, in_a_row=longest))
    if digits != ANY_DIGITS:
        yield replace(wanted, digits=ANY_DIGITS)
    if place and (place.region or place.city):
        country = Place(country=place.country)
        beside = Place(country=place.country, region=place.region) if place.city and place.region else country
        yield replace(wanted, place=country)
        for city in cities_in_stock(db, workspace, replace(wanted, place=beside), now, limit=_SO_MANY):
            yield replace(wanted, place=city)


def narrower(db: Db, workspace: WorkspaceId, ask: Search, now: datetime) -> Iterator[Search]:
    """Searches for a part of what one finds outside of any one city: in some of its cities, and for the other kind."""
    wanted, place = ask.wanted, ask.wanted.place
    if place and place.city:
        return
    if wanted.kind is Kind.TOLL:
        for city in cities_in_stock(db, workspace, wanted, now, limit=_SO_MANY):
            there = replace(wanted, place=city)
            if there.digits == ANY_DIGITS or _are_some(db, workspace, there, now):
                yield replace(ask, wanted=there)
    if place:
        other = next(kind for kind in Kind if kind is not wanted.kind)
        switched = criteria(Place(country=place.country), other, wanted.digits)
        if _are_some(db, workspace, switched, now):
            yield replace(ask, wanted=switched)

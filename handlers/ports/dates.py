"""When numbers can be transferred: business days from the sending of an order."""

from collections.abc import Collection
from datetime import date, timedelta

from handlers.ports import business_days
from store.workspaces import columns
from store.workspaces.types import Workspace

LEAD_DAYS = columns.LEAD_DAYS.usual


def lead_days(workspace: Workspace, country: str) -> int:
    """How many business days from sending to the wanted date a country's carriers need."""
    return workspace.port_lead_days.get(country, LEAD_DAYS)


def first_date(workspace: Workspace, countries: Collection[str], today: date) -> date:
    """The first day that can be wished for where numbers of these countries are transferred."""
    each = [business_days.after(country, today, lead_days(workspace, country)) for country in countries]
    day = max(each, default=business_days.after(workspace.country, today, LEAD_DAYS))
    return next_business_day(countries, day)


def next_business_day(countries: Collection[str], day: date) -> date:
    """This day, or the next on which people work in all of these countries."""
    while not all(business_days.is_business_day(country, day) for country in countries):
        day += timedelta(days=1)
    return day


def wrong_date(workspace: Workspace, countries: Collection[str], wanted: date, today: date) -> date | None:
    """The day to wish for instead, where this one is too soon or no business day; else None."""
    first = first_date(workspace, countries, today)
    if wanted < first:
        return first
    possible = next_business_day(countries, wanted)
    return None if possible == wanted else possible

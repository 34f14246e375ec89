"""Business days: carriers work on those only, and each country has its own."""

import warnings
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAY = timedelta(days=1)
_SATURDAY = 5
_WHERE = {"GB": "ENG"}  # else the package leaves out the holidays of England, where GB's carriers are


def is_business_day(country: str, day: date) -> bool:
    """Whether people work on this day. Of a country that we do not know only Saturday and Sunday are known."""
    calendar = _calendar(country, day.year)
    return day.weekday() < _SATURDAY if calendar is None else calendar.is_working_day(day)


def after(country: str, day: date, days: int) -> date:
    """The business day that many business days after `day`; with 0, `day` itself."""
    while days > 0:
        day += _DAY
        days -= is_business_day(country, day)
    return day


def later(country: str, when: datetime, days: int) -> datetime:
    """The same time of day (UTC) that many business days later."""
    return when + (after(country, when.date(), days) - when.date())


@lru_cache(maxsize=1_000)
def _calendar(country: str, year: int) -> "HolidayBase | None":
    import holidays  # not when a process starts, for most never need it

    # A year at a time: one calendar that grew would show another thread a year it has not filled yet.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that some holidays of a far year are not known
        try:
            return holidays.country_holidays(country, subdiv=_WHERE.get(country), years=year, expand=False)
        except NotImplementedError:
            return None

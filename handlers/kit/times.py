"""Dates and times as people give them: read in one way or not at all, and said again as they were understood."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.kit.messages import say
from handlers.kit.normalization import normalized
from handlers.kit.words import BadField
from store.folding import folded
from store.workspaces.types import LOCALES

YEARS = range(2000, 2101)  # of dates; farther ones cannot be reckoned with

_SHOWN = "%Y-%m-%d %H:%M"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})")
_NAMED = re.compile(r"(?:[^\W\d]+,? )?(\d{1,2})(?:st|nd|rd|th|er)? (?:of )?([^\W\d]+)(?:,? (\d{4}))?")
_NAMED_FIRST = re.compile(r"(?:[^\W\d]+,? )?([^\W\d]+) (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_AGO = {"today": 0, "aujourd'hui": 0, "yesterday": 1, "hier": 1}
_LETTERS_OF_A_MONTH = 3  # that an abbreviation has at least


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """A moment as a clock on a wall shows it, in a time zone by its IANA name.

    `other` is the moment at which that clock shows the same once more, where it is put back in between: `at` is the
    first of the two.
    """

    at: datetime
    zone: str
    other: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A time that no clock shows, for they are put forward over it: from `begin` to `end`, both as the clock shows."""

    begin: datetime
    end: datetime


def local(day: date, of_day: time, zone: str) -> Local | Skipped:
    """What a day and a time are in a zone. PEP 495 (August 2015) says how the two sides of a change are told apart."""
    shown = datetime.combine(day, of_day, ZoneInfo(zone))
    before, after = (_offset(shown.replace(fold=fold)) for fold in (0, 1))
    first, second = (shown.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    if before < after:
        change = _change(second, first, zone)
        plain = change.replace(tzinfo=None)
        return Skipped(begin=plain + before, end=plain + after)
    return Local(at=first, zone=zone, other=second if before > after else None)


def at_field(day: str, of_day: str, zone: str, field: str) -> Local:
    """A day and a time of `iso_date` and `iso_time` in a zone. Raises BadField at `field` where they are skipped."""
    found = local(date.fromisoformat(day), time.fromisoformat(of_day), zone)
    if isinstance(found, Skipped):
        begin, end = f"{found.begin:{_SHOWN}}", f"{found.end:{_SHOWN}}"
        raise BadField(field, "time-skipped", time=f"{day} {of_day}", zone=_named(zone), begin=begin, end=end)
    return found


def understood(locale: str, given: Local) -> str:
    """What a time was taken for: its day of the week, its zone, and which of two it is where it comes twice."""
    at = given.at.astimezone(ZoneInfo(given.zone))
    zone = "UTC" if given.zone == "UTC" else zone_name(given.zone, given.at)
    said = f"{_day(locale, at.date())}, {at:%H:%M}, {zone}"
    if given.other is None:
        return said
    second = given.other.astimezone(ZoneInfo(given.zone))
    return say(locale, "time-twice", time=said, second=offset(second), utc=f"{given.other:{_SHOWN}}")


def zone_name(zone: str, at: datetime) -> str:
    """A time zone, with how far it is from UTC at that moment."""
    return f"{_named(zone)} ({offset(at.astimezone(ZoneInfo(zone)))})"


def offset(at: datetime) -> str:
    """How far a clock is from UTC, such as UTC-04:00."""
    return f"UTC{at:%z}"[:6] + ":" + f"{at:%z}"[3:5]


def iso_date(said: str) -> str:
    """A date as Slack writes it; "" for anything else."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return ""
    return day.isoformat() if day.year in YEARS else ""


def iso_time(said: str) -> str:
    """A time such as 09:30, as Slack writes it; "" for anything else."""
    try:
        return f"{time.fromisoformat(said):%H:%M}"
    except ValueError:
        return ""


def days(said: str, today: date) -> list[date]:
    """The days that a text can mean: none where it is no day, several where people read it in several ways.

    A year of two digits, and a day and a month of which each could be either, are read in all of them. A year that
    stands first is followed by the month everywhere (ISO 8601). Months and `yesterday` in all our languages. A day of a
    month without a year is the last there was.
    """
    text = normalized(folded(said))
    if text in _AGO:
        return [today - timedelta(days=_AGO[text])]
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (found[1], found[3], found[4]) if found[1] else (found[5], found[6], found[7])
        return _possible([(year, month, day)])
    if found := _YEAR_LAST.fullmatch(text):
        one, _, two, last = found.groups()
        by_year_first = [(one, two, last)] if len(last) == len(one) == 2 else []
        return _possible([(last, two, one), (last, one, two), *by_year_first])
    named = _NAMED.fullmatch(text) or _NAMED_FIRST.fullmatch(text)
    if named is None:
        return []
    day, month = (named[1], named[2]) if named[1].isdecimal() else (named[2], named[1])
    if named[3]:
        return _possible([(named[3], str(_month(month)), day)])
    # The 29th of February comes every eighth year at least.
    in_years = _possible([(str(today.year - ago), str(_month(month)), day) for ago in range(9)])
    return [each for each in in_years if each <= today][-1:]


def _possible(written: list[tuple[str, str, str]]) -> list[date]:
    """The different days among some years, months and days; years of two digits are of this century."""
    found = []
    for year, month, day in written:
        try:
            found.append(date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)))
        except ValueError:
            continue
    return sorted(set(found))


def _month(name: str) -> int:
    """The number of a month by its name, or the only one that begins so; 0 for anything else."""
    from babel.dates import get_month_names  # not when a process starts

    names = [get_month_names("wide", locale=locale) for locale in LOCALES]
    known = {folded(full): number for of_language in names for number, full in of_language.items()}
    begin = {number for full, number in known.items() if full.startswith(name) and len(name) >= _LETTERS_OF_A_MONTH}
    return known.get(name) or (begin.pop() if len(begin) == 1 else 0)


def _offset(at: datetime) -> timedelta:
    return at.utcoffset() or timedelta(0)


def _change(early: datetime, late: datetime, zone: str) -> datetime:
    """The moment (UTC) between two at which the clocks of a zone are changed, to the second."""
    of = ZoneInfo(zone)
    before = _offset(early.astimezone(of))
    while late - early > timedelta(seconds=1):
        middle = (early + (late - early) / 2).replace(microsecond=0)
        early, late = (middle, late) if _offset(middle.astimezone(of)) == before else (early, middle)
    return late


def _named(zone: str) -> str:
    return zone.replace("_", " ")


def _day(locale: str, day: date) -> str:
    from babel.dates import format_date  # not when a process starts

    return format_date(day, "full", locale)

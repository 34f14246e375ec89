"""Times as people give them: one that no clock shows is asked again, one that comes twice is told apart."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import desk
from handlers.kit.times import Local, Skipped, at_field, days, local, understood
from handlers.kit.words import BadField, BadInput
from store.places import known_places
from tests.table import table

NEW_YORK = "America/New_York"
TODAY = date(2026, 11, 28)
ZONES = (
    *(NEW_YORK, "America/Los_Angeles", "America/St_Johns", "America/Havana", "America/Santiago", "Europe/London"),
    *("Europe/Dublin", "Europe/Paris", "Atlantic/Azores", "Africa/Cairo", "Asia/Beirut", "Asia/Jerusalem"),
    *("Africa/Casablanca", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "UTC"),
)


def test_a_time_that_no_clock_shows_is_asked_again_with_the_next_that_exists() -> None:
    with pytest.raises(BadField) as bad:
        at_field("2027-03-14", "02:30", NEW_YORK, "foc_time")
    assert (bad.value.field, bad.value.key) == ("foc_time", "time-skipped")
    assert (bad.value.values["begin"], bad.value.values["end"]) == ("2027-03-14 02:00", "2027-03-14 03:00")


@table(
    ("locale", "words"),
    [
        ("en", "Sunday, November 7, 2027, 01:30, America/New York (UTC-04:00), the first of the two times"),
        ("fr", "dimanche 7 novembre 2027, 01:30, America/New York (UTC-04:00), la première des deux fois"),
    ],
)
def test_of_a_time_that_comes_twice_the_first_is_taken_and_told(locale: str, words: str) -> None:
    found = local(date(2027, 11, 7), time(1, 30), NEW_YORK)
    assert found == Local(
        at=datetime(2027, 11, 7, 5, 30, tzinfo=UTC),
        zone=NEW_YORK,
        other=datetime(2027, 11, 7, 6, 30, tzinfo=UTC),
    )
    told = understood(locale, found)
    assert told.startswith(words)
    assert not told.endswith(".")  # it stands within a sentence
    assert "UTC-05:00" in told
    assert "2027-11-07 06:30" in told


@given(st.sampled_from(ZONES), st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)))  # noqa: DTZ001 (as clocks show)
def test_a_time_is_what_the_clock_shows_or_one_that_it_skips(zone: str, shown: datetime) -> None:
    _is_what_the_clock_shows(zone, shown)


def _is_what_the_clock_shows(zone: str, shown: datetime) -> None:
    there, found = ZoneInfo(zone), local(shown.date(), shown.time(), zone)
    if isinstance(found, Skipped):
        assert found.begin <= shown < found.end
        assert found.end.replace(tzinfo=there).astimezone(UTC).astimezone(there).replace(tzinfo=None) == found.end
        return
    moments = [found.at] if found.other is None else [found.at, found.other]
    assert [at.astimezone(there).replace(tzinfo=None) for at in moments] == [shown] * len(moments)
    assert moments == sorted(set(moments))


@table("zone", ZONES)
def test_every_change_of_clocks_of_three_years_is_met(zone: str) -> None:
    step, there = timedelta(minutes=30), ZoneInfo(zone)
    at, changes = datetime(2026, 1, 1, tzinfo=UTC), 0
    while at.year < 2029:
        before, after = at.astimezone(there).utcoffset(), (at + step).astimezone(there).utcoffset()
        if before and after is not None and before != after:
            changes += 1
            forward = after > before
            shown = (at + step).astimezone(UTC).replace(tzinfo=None) + min(before, after) + abs(after - before) / 2
            found = local(shown.date(), shown.time(), zone)
            assert isinstance(found, Skipped) if forward else isinstance(found, Local) and found.other
            _is_what_the_clock_shows(zone, shown)
        at += step
    assert changes or zone == "UTC"


@table(
    ("said", "meant"),
    [
        ("2026-11-01", [date(2026, 11, 1)]),
        ("2026/11/1", [date(2026, 11, 1)]),
        ("20261101", [date(2026, 11, 1)]),
        ("25/12/2026", [date(2026, 12, 25)]),
        ("12/25/2026", [date(2026, 12, 25)]),
        ("04.04.2026", [date(2026, 4, 4)]),
        ("03/04/2027", [date(2027, 3, 4), date(2027, 4, 3)]),
        ("03-04-27", [date(2003, 4, 27), date(2027, 3, 4), date(2027, 4, 3)]),
        ("1 November 2026", [date(2026, 11, 1)]),
        ("1st of Nov 2026", [date(2026, 11, 1)]),
        ("november 1 2026", [date(2026, 11, 1)]),
        ("1er août 2026", [date(2026, 8, 1)]),
        ("1 Nov", [date(2026, 11, 1)]),
        ("29 novembre", [date(2025, 11, 29)]),
        ("Feb 29th", [date(2024, 2, 29)]),
        ("feb 30", []),
        ("3 smarch", []),
        ("3 ju 2026", []),
        ("yesterday", [date(2026, 11, 27)]),
        ("hier", [date(2026, 11, 27)]),
        ("aujourd\u2019hui", [TODAY]),
        ("31/02/2026", []),
        ("2026-02-30", []),
        ("soon", []),
    ],
)
def test_a_day_is_read_in_every_way_it_can_be(said: str, meant: list[date]) -> None:
    assert days(said, TODAY) == meant


def test_between_two_readings_of_a_day_the_member_chooses() -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command("log since:03/04/2027", known_places())
    assert (bad.value.key, bad.value.corrected) == (
        "bad-since-which",
        ("log since:2027-03-04", "log since:2027-04-03"),
    )

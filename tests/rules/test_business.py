"""Each country works on its own days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import SUPPORTED_REGIONS

from handlers.ports import business_days
from tests.table import table

COUNTRIES = st.sampled_from(sorted(SUPPORTED_REGIONS))
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@table(
    ("country", "day", "works"),
    [
        pytest.param("US", "2026-11-25", True, id="a Wednesday"),
        pytest.param("US", "2026-11-26", False, id="Thanksgiving in the US"),
        pytest.param("FR", "2026-11-26", True, id="Thanksgiving in France"),
        pytest.param("FR", "2026-07-14", False, id="the fourteenth of July"),
        pytest.param("US", "2026-11-28", False, id="a Saturday"),
        pytest.param("US", "2026-11-29", False, id="a Sunday"),
        pytest.param("US", "2021-12-31", False, id="a holiday observed in the year before it"),
        pytest.param("GB", "2026-04-06", False, id="Easter Monday, which Scotland does not have"),
        pytest.param("GB", "2026-12-28", False, id="Boxing Day in lieu"),
        pytest.param("IL", "2026-11-06", False, id="a Friday in Israel"),
        pytest.param("IL", "2026-11-08", True, id="a Sunday in Israel"),
        pytest.param("AE", "2021-11-05", False, id="a Friday in the Emirates until 2021"),
        pytest.param("AE", "2026-11-06", True, id="a Friday in the Emirates since 2022"),
        pytest.param("CN", "2026-02-28", True, id="a Saturday that China works for a bridge"),
        pytest.param("XX", "2026-12-25", True, id="Christmas where we know no holidays"),
        pytest.param("XX", "2026-12-26", False, id="a Saturday where we know no holidays"),
        pytest.param("", "2026-12-25", True, id="no country yet"),
    ],
)
def test_a_business_day(country: str, day: str, works: bool) -> None:
    assert business_days.is_business_day(country, date.fromisoformat(day)) == works


@table(
    ("day", "days", "then"),
    [
        pytest.param("2026-11-23", 0, "2026-11-23", id="none"),
        pytest.param("2026-11-28", 0, "2026-11-28", id="none, from a Saturday"),
        pytest.param("2026-11-23", 1, "2026-11-24", id="the next day"),
        pytest.param("2026-11-20", 1, "2026-11-23", id="over a weekend"),
        pytest.param("2026-11-25", 1, "2026-11-27", id="over a holiday"),
        pytest.param("2026-11-25", 2, "2026-11-30", id="over both"),
        pytest.param("2026-11-28", 1, "2026-11-30", id="from a Saturday"),
        pytest.param("2026-12-31", 1, "2027-01-04", id="into another year"),
    ],
)
def test_business_days_after(day: str, days: int, then: str) -> None:
    assert business_days.after("US", date.fromisoformat(day), days) == date.fromisoformat(then)


def test_later_keeps_the_time_of_day() -> None:
    friday = datetime(2026, 11, 20, 23, 59, 30, tzinfo=UTC)
    assert business_days.later("US", friday, 1) == datetime(2026, 11, 23, 23, 59, 30, tzinfo=UTC)


@given(COUNTRIES, DAYS, st.integers(1, 15))
def test_the_day_after_so_many_is_a_business_day_with_as_many_up_to_it(country: str, day: date, days: int) -> None:
    then = business_days.after(country, day, days)
    between = [day + timedelta(days=ahead) for ahead in range(1, (then - day).days + 1)]
    assert business_days.is_business_day(country, then)
    assert sum(business_days.is_business_day(country, each) for each in between) == days


@pytest.mark.slow
@table("country", sorted(SUPPORTED_REGIONS))
def test_every_country_works_in_every_year(country: str) -> None:
    for year in (1970, *range(2020, 2061), 2100):
        week = [date(year, 6, 1) + timedelta(days=ahead) for ahead in range(14)]
        assert any(business_days.is_business_day(country, day) for day in week)

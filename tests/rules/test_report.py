"""The picture of the report: a PNG of sensible size whatever is in it, and words that say what it shows."""

import struct
from datetime import date, timedelta

import pytest

from handlers.inventory.views import report
from store.places import country_name, known_places
from store.types import Kind
from store.workspaces.types import LOCALES
from tests.table import table

BOTH_LANGUAGES = table("locale", LOCALES)
COUNTRIES = known_places().countries()
DAYS = [date(2026, 1, 1) + timedelta(days=at) for at in range(90)]
SIZES = [pytest.param(count, id=f"{count} countries") for count in (0, 1, 12, 13, 40)]


def sight(countries: int, quota: int = 20) -> report.UsageReport:
    """So many countries, each with fewer numbers than the one before; a quota that was used bit by bit."""
    return report.UsageReport(
        days=DAYS,
        used={Kind.TOLL: [at // 10 for at in range(90)], Kind.TOLL_FREE: [0] * 90},
        quota=quota,
        countries={
            country: {Kind.TOLL: 1_000 - at, Kind.TOLL_FREE: 1} for at, country in enumerate(COUNTRIES[:countries])
        },
    )


@pytest.mark.slow
@BOTH_LANGUAGES
@table(("countries", "quota"), [(0, 0), (0, 1_500), (1, 0), (12, 1_500), (13, 0), (40, 0), (40, 1_500)])
def test_the_report_is_a_png_of_sensible_size(locale: str, countries: int, quota: int) -> None:
    content = report.draw(locale, sight(countries, quota))
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert 600 <= width <= 2_000
    assert 300 <= height <= 1_200
    assert 5_000 < len(content) < 300_000


@BOTH_LANGUAGES
@table("countries", SIZES)
def test_the_words_name_the_countries_and_fit_beside_a_picture(locale: str, countries: int) -> None:
    said = report.in_words(locale, sight(countries))
    for at, country in enumerate(COUNTRIES[: min(countries, 12)]):
        assert f"{country_name(country, locale)} {1_001 - at}" in said
    assert len(said) <= 1_000


def test_the_words_count_the_countries_that_have_no_bar_of_their_own() -> None:
    others = sum(sum(of.values()) for of in list(sight(40).countries.values())[12:])
    assert f"Other countries {others}" in report.in_words("en", sight(40))


@table(("locale", "said"), [("en", "no numbers yet"), ("fr", "pas encore de numéros")])
def test_the_words_say_that_there_are_no_numbers_yet(locale: str, said: str) -> None:
    assert said in report.in_words(locale, sight(0))


def test_the_words_say_what_is_used_and_what_was() -> None:
    said = report.in_words("en", sight(1))
    assert "Of a quota of 20 for each kind, 8 toll and 0 toll-free numbers are used; 90 days ago 0 and 0 were." in said


def test_the_picture_is_not_the_same_in_both_languages_nor_for_other_numbers() -> None:
    assert report.draw("en", sight(3)) != report.draw("fr", sight(3))
    assert report.draw("en", sight(3)) != report.draw("en", sight(4))

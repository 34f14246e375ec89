"""The sample stock holds only valid numbers that belong to nobody, each in its true place."""

import re
from collections import Counter

import phonenumbers
from phonenumbers import PhoneNumberType

from store.numbers.types import PoolNumber
from store.places import known_places
from store.stock import sample_places, sample_stock, sample_stock_size
from store.types import Kind, Place
from tests.table import table

STOCK = list(sample_stock())
AT_MOST = {"AU": 2000}  # a city; 1,000 elsewhere
TYPES = {
    Kind.TOLL: {PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE},
    Kind.TOLL_FREE: {PhoneNumberType.TOLL_FREE},
}


def _is_right(number: PoolNumber) -> bool:
    parsed = phonenumbers.parse(number.e164)
    if phonenumbers.number_type(parsed) not in TYPES[number.kind]:
        return False
    if number.place.country == "CA" and number.kind is Kind.TOLL_FREE:  # +1 toll-free has no country of its own
        return phonenumbers.is_valid_number(parsed)
    return phonenumbers.is_valid_number_for_region(parsed, number.place.country)


def test_every_number_is_valid_and_of_its_kind_and_country() -> None:
    assert [number for number in STOCK if not _is_right(number)] == []


def test_every_number_is_written_as_e164() -> None:
    assert all(re.fullmatch(r"\+[1-9][0-9]{7,14}", number.e164) for number in STOCK)


def test_no_number_is_there_twice() -> None:
    assert len({number.e164 for number in STOCK}) == len(STOCK)


def test_the_size_is_known_before_the_numbers_are_made() -> None:
    assert sample_stock_size() == len(STOCK) > 50_000


def test_no_city_has_more_than_its_share() -> None:
    sizes = Counter((number.place, number.kind) for number in STOCK)
    assert {place: size for (place, _), size in sizes.items() if size > AT_MOST.get(place.country, 1000)} == {}


def test_toll_numbers_have_a_city_and_toll_free_numbers_only_a_country() -> None:
    assert {(number.kind, bool(number.place.city)) for number in STOCK} == {
        (Kind.TOLL, True),
        (Kind.TOLL_FREE, False),
    }
    assert not any(number.place.region for number in STOCK if number.kind is Kind.TOLL_FREE)


@table(
    ("city", "prefix", "size"),
    [
        ("US Washington Seattle", "+1206555", 100),
        ("US New York New York", "+1212555", 100),
        ("US Illinois Chicago", "+1312555", 100),
        ("US California Los Angeles", "+1213555", 100),
        ("US California San Francisco", "+1415555", 100),
        ("US District of Columbia Washington", "+1202555", 100),
        ("CA Ontario Toronto", "+1416555", 100),
        ("CA Quebec Montreal", "+1514555", 100),
        ("CA British Columbia Vancouver", "+1604555", 100),
        ("CA Alberta Calgary", "+1403555", 100),
        ("CA Manitoba Winnipeg", "+1204555", 100),
        ("GB London", "+44207946", 1000),
        ("GB Newcastle", "+44191498", 1000),
        ("GB Cardiff", "+44292018", 1000),
        ("GB Belfast", "+4428964", 1000),
        ("FR Paris", "+3319900", 1000),
        ("FR Nantes", "+3326191", 1000),
        ("FR Rennes", "+3326191", 1000),
        ("FR Toulouse", "+3353649", 1000),
        ("AU New South Wales Sydney", "+612", 2000),
        ("AU Victoria Melbourne", "+613", 2000),
        ("AU Queensland Brisbane", "+617", 2000),
        ("AU Western Australia Perth", "+618", 2000),
        ("SE Stockholm", "+46846500", 100),
    ],
)
def test_a_city_has_its_area_code(city: str, prefix: str, size: int) -> None:
    place = known_places().resolve([city])
    numbers = [number.e164 for number in STOCK if number.place == place]
    assert len(numbers) == size
    assert all(e164.startswith(prefix) for e164 in numbers)


@table(
    ("country", "prefixes", "size"),
    [
        ("US", ("+1800", "+1888"), 200),
        ("CA", ("+1877", "+1866"), 200),
        ("GB", ("+44808",), 1000),
        ("AU", ("+611800160401",), 1),
    ],
)
def test_a_country_has_its_toll_free_numbers(country: str, prefixes: tuple[str, ...], size: int) -> None:
    numbers = [number for number in STOCK if number.place == Place(country=country)]
    assert len(numbers) == size
    assert all(number.kind is Kind.TOLL_FREE and number.e164.startswith(prefixes) for number in numbers)


@table("country", ["US", "CA"])
def test_every_north_american_city_has_one_area_code_of_its_own(country: str) -> None:
    cities = {number.place for number in STOCK if number.place.country == country and number.kind is Kind.TOLL}
    assert cities == set(known_places().cities(country))
    codes = {number.e164[:5] for number in STOCK if number.place in cities}
    assert len(codes) == len(cities)


def test_every_place_of_the_stock_is_a_known_one() -> None:
    known = {city for country in known_places().countries() for city in known_places().cities(country)}
    assert sample_places() <= known


def test_every_region_of_the_stock_is_a_known_one() -> None:
    for place in sample_places():
        assert place.region == "" or place.region in known_places().regions(place.country)

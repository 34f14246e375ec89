"""Numbers that the local carriers sell: of ranges set aside for fiction, none of them in the sample stock.

By NANPA for the US and Canada, by Ofcom, ARCEP and ACMA for GB, FR and AU; written down on 2026-11-28. Of each range
one carrier has the first half, the other the second.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

CARRIERS = ("telnyx", "acs")
_OF_EACH = 50  # numbers of a range
_NOT_HELD = 2  # of each range, the last: sold, but never held

Kind = Literal["toll", "toll_free"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """A number, where it is, and what it costs."""

    number: str  # E.164
    kind: Kind
    country: str  # ISO 3166-1 alpha-2
    region: str  # its code, as it is written there: WA
    region_name: str
    city: str
    monthly: Decimal
    upfront: Decimal
    currency: str = "USD"
    reservable: bool = True
    wants_papers: bool = False


# Country, region and its name, city, what the ranges begin with, price a month and at once.
_CITIES = (
    ("US", "WA", "Washington", "Seattle", ("1564555010", "1425555010"), "1.00", "1.00"),
    ("US", "NY", "New York", "New York", ("1646555010", "1332555010", "1929555010"), "1.50", "1.00"),
    ("US", "CA", "California", "Los Angeles", ("1323555010", "1310555010", "1424555010"), "5.00", "2.00"),
    ("US", "CA", "California", "San Francisco", ("1628555010",), "2.00", "1.00"),
    ("US", "CA", "California", "San Diego", ("1858555010",), "1.00", "1.00"),
    ("US", "IL", "Illinois", "Chicago", ("1872555010", "1773555010"), "1.00", "1.00"),
    ("US", "DC", "District of Columbia", "Washington", ("1771555010",), "1.00", "1.00"),
    ("US", "MA", "Massachusetts", "Boston", ("1857555010",), "1.00", "1.00"),
    ("US", "TX", "Texas", "Houston", ("1832555010", "1346555010"), "1.00", "1.00"),
    ("US", "TX", "Texas", "Dallas", ("1972555010", "1469555010"), "1.00", "1.00"),
    ("US", "TX", "Texas", "Austin", ("1737555010",), "1.00", "1.00"),
    ("US", "GA", "Georgia", "Atlanta", ("1678555010", "1470555010"), "1.00", "1.00"),
    ("US", "FL", "Florida", "Miami", ("1786555010",), "1.00", "1.00"),
    ("US", "CO", "Colorado", "Denver", ("1720555010",), "1.00", "1.00"),
    ("US", "PA", "Pennsylvania", "Philadelphia", ("1267555010",), "1.00", "1.00"),
    ("US", "AZ", "Arizona", "Phoenix", ("1480555010", "1623555010"), "1.00", "1.00"),
    ("US", "OR", "Oregon", "Portland", ("1971555010",), "1.00", "1.00"),
    ("US", "NV", "Nevada", "Las Vegas", ("1725555010",), "1.00", "1.00"),
    ("CA", "ON", "Ontario", "Toronto", ("1647555010", "1437555010"), "1.50", "1.00"),
    ("CA", "ON", "Ontario", "Ottawa", ("1343555010",), "1.50", "1.00"),
    ("CA", "QC", "Quebec", "Montreal", ("1438555010",), "1.50", "1.00"),
    ("CA", "BC", "British Columbia", "Vancouver", ("1778555010", "1236555010"), "1.50", "1.00"),
    ("CA", "AB", "Alberta", "Calgary", ("1587555010",), "1.50", "1.00"),
    ("CA", "MB", "Manitoba", "Winnipeg", ("1431555010",), "1.50", "1.00"),
    ("GB", "", "", "", ("44306999000",), "2.00", "2.00"),  # for all of the country: the cities' are in the stock
    ("FR", "", "", "Paris", ("3319900100",), "3.00", "3.00"),
    ("AU", "NSW", "New South Wales", "Sydney", ("6125550400",), "4.00", "4.00"),
)
_TOLL_FREE = (
    ("US", ("1833555010", "1844555010"), "2.00", "1.00"),
    ("CA", ("1855555010",), "2.50", "1.00"),
)
_WANT_PAPERS = ("FR", "AU")


def fiction(carrier: str) -> Iterator[Sold]:
    """What a carrier sells at the start."""
    for country, region, name, city, ranges, monthly, upfront in _CITIES:
        for first in ranges:
            yield from _range(carrier, "toll", (country, region, name, city), first, (monthly, upfront))
    for country, ranges, monthly, upfront in _TOLL_FREE:
        for first in ranges:
            yield from _range(carrier, "toll_free", (country, "", "", ""), first, (monthly, upfront))


def _range(
    carrier: str, kind: Kind, place: tuple[str, str, str, str], first: str, price: tuple[str, str]
) -> Iterator[Sold]:
    country, region, name, city = place
    begin = int(f"{first}0") + CARRIERS.index(carrier) * _OF_EACH
    for at in range(_OF_EACH):
        yield Sold(
            number=f"+{begin + at}",
            kind=kind,
            country=country,
            region=region,
            region_name=name,
            city=city,
            monthly=Decimal(price[0]),
            upfront=Decimal(price[1]),
            reservable=at < _OF_EACH - _NOT_HELD,
            wants_papers=country in _WANT_PAPERS,
        )

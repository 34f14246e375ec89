"""The sample stock: numbers that regulators set aside for fiction, so that nobody's real number is ever shown.

By NANPA for the US and Canada, by Ofcom, ARCEP, ACMA and PTS for GB, FR, AU and SE; written down on 2026-11-23.
"""

from collections.abc import Iterator

from store.data import rows
from store.numbers.types import PoolNumber
from store.types import E164, Kind, Place


def sample_stock() -> Iterator[PoolNumber]:
    """Every number of the sample stock, country by country."""
    for place, kind, numbers in _ranges():
        for number in numbers:
            yield PoolNumber(e164=E164(f"+{number}"), place=place, kind=kind)


def sample_stock_size() -> int:
    """How many numbers `sample_stock` yields."""
    return sum(len(numbers) for _, _, numbers in _ranges())


def sample_places() -> frozenset[Place]:
    """The cities with toll numbers in the sample stock."""
    return frozenset(place for place, kind, _ in _ranges() if kind is Kind.TOLL)


def _ranges() -> Iterator[tuple[Place, Kind, range]]:
    for row in rows("sample_stock.csv"):
        place = Place(country=row["country"], region=row["region"], city=row["city"])
        yield place, Kind(row["kind"]), range(int(row["first"]), int(row["last"]) + 1)

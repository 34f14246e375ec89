"""Rows of numbers as values."""

from typing import Any

from sqlalchemy import Row

from store.numbers.types import PoolNumber
from store.types import E164, Kind, Place


def number(row: Row[Any]) -> PoolNumber:
    """A number of the pool."""
    return PoolNumber(e164=E164(row.e164), place=place_of(row), kind=Kind(row.kind))


def place_of(row: Row[Any]) -> Place:
    """Where a number is."""
    return Place(country=row.country, region=row.region, city=row.city)

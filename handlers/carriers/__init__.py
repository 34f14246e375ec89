"""Carriers: numbers that are not in the stock are found, held and ordered at those who sell them."""

from pathlib import Path

from handlers.carriers import settings
from handlers.kit.feature import Feature

__all__ = ["CARRIERS"]

CARRIERS = Feature(
    name="carriers",
    words=Path(__file__).parent,
    settings=settings.SETTINGS,
    sections=(settings.SECTION,),
)

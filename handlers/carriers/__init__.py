"""Carriers: numbers that are not in the stock are found, held and ordered at those who sell them."""

from pathlib import Path

from handlers.carriers import settings
from handlers.carriers.offers import Offers, Trouble, names, offers_for, usable
from handlers.carriers.settings import CARRIER_PRICE, NO_RESALE, STOCK
from handlers.kit.feature import Feature

__all__ = ["CARRIERS", "CARRIER_PRICE", "NO_RESALE", "STOCK", "Offers", "Trouble", "names", "offers_for", "usable"]

CARRIERS = Feature(
    name="carriers",
    words=Path(__file__).parent,
    settings=settings.SETTINGS,
    sections=(settings.SECTION,),
)

"""Carriers: numbers that are not in the stock are found, held and ordered at those who sell them."""

from pathlib import Path

from handlers.carriers import adopt, nightly, requests, settings, show
from handlers.carriers.news import UnknownCarrier, hear
from handlers.carriers.nightly import begin as begin_comparing
from handlers.carriers.offers import Offers, names, offers_for, usable
from handlers.carriers.requests import ShowCarriers
from handlers.carriers.rules import CarrierRefusal
from handlers.carriers.settings import CARRIER_PRICE, NO_RESALE, STOCK
from handlers.carriers.telling import ENTRIES, CompareOutbox
from handlers.carriers.together import Trouble
from handlers.carriers.views import compared, overview
from handlers.kit.feature import Feature

__all__ = [
    "CARRIERS",
    "CARRIER_PRICE",
    "NO_RESALE",
    "STOCK",
    "Offers",
    "Trouble",
    "UnknownCarrier",
    "begin_comparing",
    "hear",
    "names",
    "offers_for",
    "usable",
]

CARRIERS = Feature(
    name="carriers",
    words=Path(__file__).parent,
    commands={"carriers": requests.read_carriers},
    runs={ShowCarriers: show.show},
    anywhere=frozenset({ShowCarriers, overview.COMPARE, compared.ADOPT}),
    actions={overview.COMPARE: show.compare},
    submissions={compared.ADOPT: adopt.adopt},
    messages={CompareOutbox.DIFFERS: nightly.put},
    entries=ENTRIES,
    timers=nightly.TIMERS,
    settings=settings.SETTINGS,
    sections=(settings.SECTION,),
    by_slacks_word=frozenset({CarrierRefusal.ADMINS_ONLY}),
)

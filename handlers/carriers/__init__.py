"""Carriers: numbers that are not in the stock are found, held and ordered at those who sell them."""

from pathlib import Path

from handlers.carriers import adopt, clock, nightly, outbox, requests, settings, show
from handlers.carriers.answers import write
from handlers.carriers.calls import Answer, NotFoundYet, ask, costs
from handlers.carriers.entries import ENTRIES as ENTRIES_OF_NUMBERS
from handlers.carriers.holding import (
    MARGIN,
    Wish,
    ask_to_hold,
    is_kept,
    kept,
    last_until,
    let_go,
    not_held_yet,
    offered,
    take,
    take_back,
)
from handlers.carriers.news import UnknownCarrier, hear
from handlers.carriers.nightly import begin as begin_comparing
from handlers.carriers.offers import MOST_OFFERED, Offers, check_source, offers_for, usable
from handlers.carriers.order_answers import no_answer
from handlers.carriers.ordering import order
from handlers.carriers.owing import CarrierOutbox
from handlers.carriers.requests import ShowCarriers
from handlers.carriers.rules import CarrierRefusal
from handlers.carriers.settings import CARRIER_PRICE, NO_RESALE, STOCK
from handlers.carriers.telling import ENTRIES, CompareOutbox
from handlers.carriers.terms import further_approvals, wanting_agreement, without_agreement
from handlers.carriers.together import Trouble
from handlers.carriers.views import compared, overview
from handlers.carriers.views.letting_go import fate, fate_of, fates_of
from handlers.carriers.views.standing import at_most, costs_of, leaving, line, monthly_of, prices, standing
from handlers.carriers.views.unanswered import unanswered
from handlers.carriers.written import TaskLost
from handlers.kit.feature import Feature

__all__ = [
    "CARRIERS",
    "CARRIER_PRICE",
    "MARGIN",
    "MOST_OFFERED",
    "NO_RESALE",
    "STOCK",
    "Answer",
    "NotFoundYet",
    "Offers",
    "TaskLost",
    "Trouble",
    "UnknownCarrier",
    "Wish",
    "ask",
    "ask_to_hold",
    "at_most",
    "begin_comparing",
    "check_source",
    "costs",
    "costs_of",
    "fate",
    "fate_of",
    "fates_of",
    "further_approvals",
    "hear",
    "is_kept",
    "kept",
    "last_until",
    "leaving",
    "let_go",
    "line",
    "monthly_of",
    "no_answer",
    "not_held_yet",
    "offered",
    "offers_for",
    "order",
    "prices",
    "standing",
    "take",
    "take_back",
    "unanswered",
    "usable",
    "wanting_agreement",
    "without_agreement",
    "write",
]

CARRIERS = Feature(
    name="carriers",
    words=Path(__file__).parent,
    commands={"carriers": requests.read_carriers},
    runs={ShowCarriers: show.show},
    anywhere=frozenset({ShowCarriers, overview.COMPARE, compared.ADOPT}),
    actions={overview.COMPARE: show.compare},
    submissions={compared.ADOPT: adopt.adopt},
    messages={
        CompareOutbox.DIFFERS: nightly.put,
        CarrierOutbox.TOLD: outbox.put_told,
        CarrierOutbox.NOT_GIVEN_UP: outbox.put_not_given_up,
    },
    entries={**ENTRIES, **ENTRIES_OF_NUMBERS},
    timers=(*nightly.TIMERS, *clock.TIMERS),
    settings=settings.SETTINGS,
    sections=(settings.SECTION,),
    by_slacks_word=frozenset({CarrierRefusal.ADMINS_ONLY}),
)

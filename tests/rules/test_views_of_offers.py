"""What carriers offer is shown under what the stock has, is taken by Slack, and each button does what it says."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.carriers.telnyx import RULES
from handlers import desk
from handlers.carriers import MOST_OFFERED, Offers, Trouble
from handlers.holds.requests import Reserve
from handlers.kit.carriers import CarrierName, CarrierOffer, CarrierRules, Price
from handlers.kit.fields import command, unpacked
from handlers.kit.reply import Reply
from handlers.quota import Left
from handlers.search.payloads import reserve_these
from handlers.search.requests import Search
from handlers.search.views import found as stock_views
from handlers.search.views import offered as views
from store.numbers.types import Counted, Page, PoolNumber
from store.places import describe, known_places
from store.types import Criteria, Digits, Kind, Place
from store.workspaces.types import LOCALES
from tests.rules.shown import NONCE, SEATTLE, buttons, e164s, labels, refused_by_slack
from tests.table import table

PLACES = known_places()
LONGEST = max(
    (city for country in PLACES.countries() for city in PLACES.cities(country)),
    key=lambda city: max(len(describe(city, locale)) for locale in LOCALES),
)
TELNYX = replace(RULES, lags=False)
ACS = replace(
    TELNYX,
    name=CarrierName("acs"),
    title="Azure Communication Services",
    parts=frozenset(),
    shows_all=False,
    wants_agreement=True,
)
DEAR = Price(monthly=Decimal("1234.56"), upfront=Decimal("1000.00"), currency="USD")
ASK = Search(wanted=Criteria(place=Place(country="US"), kind=Kind.TOLL, digits=Digits(starts="2*7", contains="7946")))
PLAIN = Search(wanted=Criteria(place=SEATTLE, kind=Kind.TOLL))


def offers(rules: CarrierRules, count: int = 10, place: Place = SEATTLE, price: Price | None = DEAR) -> Offers:
    made = [CarrierOffer(number=e164, place=place, kind=Kind.TOLL, price=price) for e164 in e164s(count)]
    return Offers(rules=rules, offers=made, more=True, looked_at=0 if count < 10 else 100)


def shown(locale: str, ask: Search, offered: Sequence[Offers], *, stock: int = 0, place: Place = SEATTLE) -> Reply:
    room, above = Left(left=17, quota=20), None
    if stock:
        numbers = [PoolNumber(e164=e164, place=place, kind=Kind.TOLL) for e164 in e164s(stock)]
        page = Page(numbers=numbers, total=Counted(number=stock))
        above = stock_views.found(locale, stock_views.Found(search=ask, page=page, room=room), NONCE)
    return views.beside(locale, above, ask, offered, NONCE, agreed=False, room=None if above else room)


@table("locale", LOCALES)
@table("stock", [0, 10])
@table("source", ["", "telnyx"])
def test_what_carriers_offer_is_taken_by_slack(locale: str, stock: int, source: str) -> None:
    everywhere = replace(ASK, wanted=replace(ASK.wanted, place=Place(country=LONGEST.country)), source=source)
    offered = [offers(TELNYX, place=LONGEST), offers(ACS, place=LONGEST, price=None)]
    offered += [Offers(rules=TELNYX, trouble=trouble) for trouble in Trouble]
    offered.append(Offers(rules=ACS))
    assert refused_by_slack(shown(locale, everywhere, offered, stock=stock, place=LONGEST)) == []
    assert refused_by_slack(shown(locale, PLAIN, [Offers(rules=TELNYX)])) == []


@table(
    ("offered", "stock", "source", "english", "french"),
    [
        pytest.param(
            [offers(TELNYX), offers(ACS)],
            3,
            "",
            [
                "Reserve these",
                "Reserve these at Telnyx",
                "More of Telnyx",
                "Reserve these at Azure Communication Services",
                "More of Azure Communication Services",
            ],
            [
                "Réserver ceux-ci",
                "Réserver ceux-ci chez Telnyx",
                "Plus chez Telnyx",
                "Réserver ceux-ci chez Azure Communication Services",
                "Plus chez Azure Communication Services",
            ],
            id="the stock first",
        ),
        pytest.param(
            [offers(TELNYX)],
            0,
            "telnyx",
            ["Reserve these", "Next page"],
            ["Réserver ceux-ci", "Page suivante"],
            id="one alone",
        ),
        pytest.param(
            [offers(ACS)],
            0,
            "acs",
            ["Reserve these", "Other numbers"],
            ["Réserver ceux-ci", "D\u2019autres numéros"],
            id="one that shows samples",
        ),
        pytest.param(
            [Offers(rules=ACS), Offers(rules=TELNYX, trouble=Trouble.LATE)],
            0,
            "",
            ["Look again"],
            ["Regarder à nouveau"],
            id="nothing, and one that is late",
        ),
    ],
)
def test_each_source_has_its_button_and_who_did_not_answer_is_asked_again(
    offered: Sequence[Offers], stock: int, source: str, english: list[str], french: list[str]
) -> None:
    ask = replace(PLAIN, source=source)
    assert labels(shown("en", ask, offered, stock=stock)) == english
    assert labels(shown("fr", ask, offered, stock=stock)) == french


def test_the_buttons_under_offers_carry_what_they_do() -> None:
    ask = replace(PLAIN, quantity=4)
    these, further, again = (
        unpacked(button["value"])
        for button in buttons(shown("en", ask, [offers(TELNYX, 3), Offers(rules=ACS, trouble=Trouble.DOWN)]))
    )
    wanted = Reserve(wanted=ask.wanted, quantity=4, these=tuple(e164s(3)), source="telnyx")
    assert reserve_these(these, PLACES) == wanted
    assert desk.read_command(command(further), PLACES) == replace(ask, source="telnyx", page=2)
    assert desk.read_command(command(again), PLACES) == ask


def test_a_carrier_shows_no_more_pages_than_who_reserves_asks_it_for() -> None:
    last = replace(PLAIN, source="telnyx", page=MOST_OFFERED // 10)
    assert labels(shown("en", last, [offers(TELNYX)])) == ["Reserve these"]
    assert labels(shown("en", replace(last, page=last.page - 1), [offers(TELNYX)])) == ["Reserve these", "Next page"]


@table(
    ("locale", "price", "said"),
    [
        ("en", Price(monthly=Decimal("1.00"), upfront=Decimal("0.50"), currency="USD"), "$1.00 a month, $0.50 to set"),
        ("en", Price(monthly=Decimal("1.00"), upfront=Decimal(0), currency="EUR"), "€1.00 a month"),
        ("en", Price(monthly=None, upfront=Decimal("0.50"), currency="USD"), "monthly price not known, $0.50"),
        ("en", None, "price not known"),
        ("fr", Price(monthly=Decimal("1.00"), upfront=None, currency="USD"), "1,00\xa0$US par mois"),
        ("fr", None, "prix inconnu"),
    ],
)
def test_what_a_number_costs_is_said_as_far_as_it_is_known(locale: str, price: Price | None, said: str) -> None:
    told = shown(locale, PLAIN, [offers(TELNYX, 1, price=price)]).blocks
    assert said in "".join(block["text"]["text"] for block in told if block["type"] == "section")

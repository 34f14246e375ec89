"""What carriers offer is shown page by page, and also of countries that have nothing in the pool."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from handlers.carriers.together import Trouble
from handlers.holds import reserve
from handlers.holds.requests import Reserve
from handlers.kit.carriers import CarrierBusy, CarrierOffer, CarrierSilent
from handlers.kit.criteria import criteria_as_typed
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.kit.words import BadInput
from handlers.search import search
from handlers.search.requests import Search
from store.types import E164, Criteria, Kind, Place
from tests.desk import BEN, SEATTLE, TOLL, Desk, click, fill
from tests.store.selling import ONE_DOLLAR, TELNYX, Selling, selling_to

GERMANY = Place(country="DE")
SAMPLES = replace(TELNYX, shows_all=False)


def offers(place: Place, first: str, count: int) -> list[CarrierOffer]:
    numbers = [E164(f"+{int(first) + at}") for at in range(count)]
    return [CarrierOffer(number=number, place=place, kind=Kind.TOLL, price=ONE_DOLLAR) for number in numbers]


def shown(reply: Reply, of: Sequence[CarrierOffer]) -> list[int]:
    """Which of the offers an answer shows, by their place among all."""
    told = json.dumps(reply.blocks).replace(" ", "").replace("-", "")
    return [at for at, offer in enumerate(of) if offer.number in told]


def asked(tools: Tools, place: Place, page: int = 1, source: str = "telnyx") -> Reply:
    wanted = Criteria(place=place, kind=Kind.TOLL)
    return search.search(tools, click(BEN), Search(wanted=wanted, source=source, page=page))


def test_each_page_of_a_carrier_shows_those_after_the_page_before(desk: Desk) -> None:
    there = offers(SEATTLE, "12065550100", 25)
    selling = selling_to(desk, Selling(offers=there))
    pages = [shown(asked(selling.tools, SEATTLE, page), there) for page in (1, 2, 3)]
    assert pages == [list(range(10)), list(range(10, 20)), list(range(20, 25))]
    assert "no more such numbers" in asked(selling.tools, SEATTLE, 4).text


def test_a_carrier_that_shows_samples_shows_another_on_each_page(desk: Desk) -> None:
    there = offers(SEATTLE, "12065550100", 25)
    selling = selling_to(desk, Selling(rules=SAMPLES, offers=there))
    assert len(shown(asked(selling.tools, SEATTLE, 2), there)) == 10


@pytest.mark.parametrize("source", ["", "telnyx"])
def test_carriers_are_asked_for_countries_that_have_nothing_in_the_pool(desk: Desk, source: str) -> None:
    there = offers(GERMANY, "493023125000", 3)
    assert asked(desk.tools, GERMANY, source="").refusal
    selling = selling_to(desk, Selling(offers=there))
    found = asked(selling.tools, GERMANY, source=source)
    assert not found.refusal
    assert shown(found, there) == [0, 1, 2]
    held = reserve.reserve(
        selling.tools, click(BEN), Reserve(wanted=Criteria(place=GERMANY, kind=Kind.TOLL), quantity=2, source=source)
    )
    assert desk.took(selling.held(BEN.workspace, held)) == [offer.number for offer in there[:2]]


@pytest.mark.parametrize("selling", [Selling(), Selling(failure=CarrierBusy())], ids=["nothing", "no answer"])
def test_what_nobody_offers_is_refused_as_ever_and_says_what_carriers_said(desk: Desk, selling: Selling) -> None:
    tools = selling_to(desk, selling).tools
    reply = asked(tools, GERMANY, source="")
    assert reply.refusal
    assert "Telnyx" in reply.text
    assert (Trouble.BUSY.value and "busy" in reply.text) is (selling.failure is not None)
    wanted = Criteria(place=GERMANY, kind=Kind.TOLL)
    refused = reserve.reserve(tools, click(BEN), Reserve(wanted=wanted, quantity=2))
    assert refused.refusal == reply.refusal
    assert ("Telnyx" in refused.text) is (selling.failure is not None)


@pytest.mark.parametrize("failure", [CarrierBusy(), CarrierSilent(), None], ids=["busy", "silent", "none"])
@pytest.mark.parametrize("stock", [0, 2])
def test_who_reserves_is_told_of_a_carrier_that_has_not_answered(
    desk: Desk, stock: int, failure: CarrierBusy | CarrierSilent | None
) -> None:
    fill(desk.database, stock)
    tools = selling_to(desk, Selling(failure=failure)).tools
    told = reserve.reserve(tools, click(BEN), Reserve(wanted=TOLL, quantity=3))
    assert ("Telnyx" in told.text) is (failure is not None)
    look_again = f"reserve 3 {criteria_as_typed(TOLL)}" in json.dumps(told.blocks)
    assert look_again is (failure is not None and not stock)
    assert desk.in_use() == stock


@pytest.mark.parametrize("source", ["acme", "telnyx"])
def test_nothing_is_taken_of_a_source_that_there_is_not(desk: Desk, source: str) -> None:
    fill(desk.database, 3)
    with pytest.raises(BadInput, match="no-such-source") as bad:
        reserve.reserve(desk.tools, click(BEN), Reserve(wanted=TOLL, quantity=2, source=source))
    assert ["from:stock" in each for each in bad.value.corrected] == [True]
    with pytest.raises(BadInput, match="no-such-source"):
        search.search(desk.tools, click(BEN), Search(wanted=TOLL, source=source))
    assert desk.in_use() == 0

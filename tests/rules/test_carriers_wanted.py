"""What a carrier is asked for of what is wanted, and what is chosen here among its answers."""

from dataclasses import replace

import pytest

from bot.carriers.telnyx import RULES
from handlers.carriers.wanted import asked, choose
from handlers.kit.carriers import CarrierName, CarrierOffer
from store.types import E164, Criteria, Digits, Kind, Place
from tests.desk import SEATTLE, TOLL
from tests.table import table

ALL = replace(RULES, name=CarrierName("all"), title="All", lags=False)
NOTHING = replace(ALL, parts=frozenset())


def offer(e164: str, *, held: bool = True, place: Place = SEATTLE) -> CarrierOffer:
    return CarrierOffer(number=E164(e164), place=place, kind=Kind.TOLL, price=None, can_be_held=held)


@table(
    ("digits", "starts", "contains", "ends", "limit", "looked_at_with_none"),
    [
        pytest.param(Digits(), "", "", "", 10, False, id="any"),
        pytest.param(Digits(starts="206"), "206", "", "", 10, True, id="starts"),
        pytest.param(Digits(starts="0206"), "", "", "", 100, True, id="as dialled at home"),
        pytest.param(Digits(contains="55", ends="00"), "", "55", "00", 10, True, id="two parts"),
        pytest.param(Digits(starts="2*6"), "2", "", "", 100, True, id="a star in the beginning"),
        pytest.param(Digits(contains="5*5550"), "", "5550", "", 100, True, id="a star between"),
        pytest.param(Digits(ends="1*00"), "", "", "00", 100, True, id="a star in the end"),
        pytest.param(Digits(easy=True), "", "", "", 100, True, id="easy"),
        pytest.param(Digits(near=E164("+12065550142")), "", "", "", 100, True, id="near"),
        pytest.param(Digits(in_a_row=3), "", "", "", 100, True, id="in a row"),
    ],
)
def test_a_carrier_is_asked_for_all_that_it_can_be_asked_for(
    digits: Digits, starts: str, contains: str, ends: str, limit: int, looked_at_with_none: bool
) -> None:
    wanted = replace(TOLL, digits=digits)
    want = asked(wanted, "GB", ALL, 10)
    assert (want.country, want.region, want.city) == ("US", "WA", "Seattle")
    assert (want.starts, want.contains, want.ends, want.limit) == (starts, contains, ends, limit)
    none = asked(wanted, "GB", NOTHING, 10)
    assert (none.starts, none.contains, none.ends) == ("", "", "")
    assert (none.limit == 100) is looked_at_with_none
    assert bool(choose(wanted, [offer("+12065550100")], NOTHING, 10).looked_at) is looked_at_with_none


def test_a_carrier_is_asked_in_the_workspaces_country_where_no_place_is_said() -> None:
    assert asked(Criteria(place=None, kind=Kind.TOLL_FREE), "GB", ALL, 10).country == "GB"


@table(
    ("digits", "chosen"),
    [
        pytest.param(Digits(), ["0100", "0201", "0101", "0777", "0102"], id="as they come"),
        pytest.param(Digits(ends="01"), ["0201", "0101"], id="ends"),
        pytest.param(Digits(starts="0206", contains="5*0777"), ["0777"], id="as dialled at home, with a star"),
        pytest.param(Digits(easy=True), ["0777", "0101", "0100", "0102", "0201"], id="the easiest first"),
        pytest.param(Digits(near=E164("+12065550200")), ["0201", "0102", "0101", "0100", "0777"], id="nearest first"),
        pytest.param(Digits(in_a_row=3), ["0100", "0101", "0102"], id="a run"),
        pytest.param(Digits(in_a_row=4), [], id="no run so long"),
    ],
)
def test_what_is_wanted_is_chosen_in_the_order_that_is_wanted(digits: Digits, chosen: list[str]) -> None:
    found = [offer(f"+1206555{last}") for last in ("0100", "0201", "0101", "0777", "0102")]
    found.append(offer("+12065550101", held=False))
    got = choose(replace(TOLL, digits=digits), found, NOTHING, 10)
    assert [each.number[-4:] for each in got.offers] == chosen
    assert not got.more


def test_what_is_more_than_was_asked_for_is_left_out_and_said() -> None:
    got = choose(TOLL, [offer(f"+120655501{last:02}") for last in range(3)], ALL, 2)
    assert (len(got.offers), got.more) == (2, True)

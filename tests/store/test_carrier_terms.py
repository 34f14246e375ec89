"""What numbers of carriers cost may want one approval more; some are had only by who agrees not to resell them."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from handlers.holds.subject import HoldSubject
from handlers.home import home
from handlers.kit.carriers import CarrierOffer, CarrierRules, Price
from handlers.kit.words import BadField
from handlers.settings.entries import SettingsAction
from store import workspaces
from store.carriers import lines
from store.carriers.types import State
from store.holds.types import Hold
from store.types import E164, Kind
from store.workspaces.types import Policy
from tests.desk import ADA, BEN, CHLOE, HOME, SEATTLE, Desk, click
from tests.rules.fields import people, selected, typed
from tests.store.selling import ONE_DOLLAR, TELNYX, Selling, selling_to
from tests.store.setting import save

NUMBERS = [E164(f"+120655501{at:02}") for at in range(2)]
AGREEING = replace(TELNYX, wants_agreement=True)


def held(desk: Desk, *prices: Price | None, rules: CarrierRules = TELNYX) -> tuple[Desk, Hold]:
    """A hold of BEN's of numbers that cost this, which the carrier has said that it holds."""
    pairs = zip(NUMBERS, prices, strict=False)
    offers = [CarrierOffer(number=number, place=SEATTLE, kind=Kind.TOLL, price=price) for number, price in pairs]
    selling = selling_to(desk, Selling(rules=rules, offers=offers))
    hold = selling.hold(BEN, len(prices))
    with desk.database.begin() as db:
        until = desk.clock() + timedelta(minutes=30)
        lines.move(db, lines.of_hold(db, hold), State.HELD, desk.clock(), until=until)
    return selling, hold


def limit(desk: Desk, amount: str | None, **extra: Any) -> None:
    desk.set(extra={"carrier_price": amount, **extra})


@pytest.mark.parametrize(
    ("price", "amount", "approvals", "needed"),
    [
        pytest.param(ONE_DOLLAR, None, 1, 1, id="no limit"),
        pytest.param(ONE_DOLLAR, "1.00", 1, 1, id="just the limit"),
        pytest.param(ONE_DOLLAR, "0.99", 1, 2, id="above it"),
        pytest.param(ONE_DOLLAR, "0.99", 0, 1, id="above it where none was needed"),
        pytest.param(ONE_DOLLAR, "0.99", 5, 5, id="above it where all that can be are"),
        pytest.param(None, "100.00", 1, 2, id="a price that nobody says"),
    ],
)
def test_a_number_above_the_limit_needs_one_approval_more(
    desk: Desk, price: Price | None, amount: str | None, approvals: int, needed: int
) -> None:
    desk.set(policy=Policy(approvals=approvals))
    limit(desk, amount)
    selling, hold = held(desk, ONE_DOLLAR if amount == "100.00" else price, price)
    request = selling.asks(BEN, hold)
    assert request.needed == needed
    selling.approve(ADA, request)
    if needed == 2:
        assert selling.asked(hold).verdict is None
        selling.approve(CHLOE, request)
    assert (selling.asked(hold).verdict is None) is (needed > 2)


def test_only_the_numbers_that_are_chosen_count(desk: Desk) -> None:
    limit(desk, "2.00")
    selling, hold = held(desk, ONE_DOLLAR, Price(monthly=Decimal("3.00"), upfront=None, currency="USD"))
    assert not selling.acquire(BEN, hold, NUMBERS[0]).text
    with desk.database.reading() as db:
        states = {line.e164: line.state for line in lines.of_hold(db, hold)}
    assert states == {NUMBERS[0]: State.TO_ORDER, NUMBERS[1]: State.DROPPING}


def test_nothing_is_ordered_before_somebody_has_agreed_not_to_resell_it(desk: Desk) -> None:
    selling, hold = held(desk, ONE_DOLLAR, rules=AGREEING)
    assert selling.acquire(BEN, hold).refusal == "refused-no-agreement"
    desk.set(extra={"no_resale": True})
    assert not selling.acquire(BEN, hold).text
    with desk.database.reading() as db:
        assert [line.state for line in lines.of_hold(db, hold)] == [State.TO_ORDER]


def test_a_limit_wants_so_many_who_may_approve(desk: Desk) -> None:
    desk.set(policy=Policy(approvals=1))
    named = selected("approvers", "named") | people("approver_members", ADA.user)
    assert not save(desk, click(ADA), **named).errors
    with pytest.raises(BadField) as few:
        save(desk, click(ADA), **typed("carrier_price", "1"))
    assert (few.value.field, few.value.values) == ("approver_members", {"needed": 2})
    both = selected("approvers", "named") | people("approver_members", ADA.user, BEN.user)
    assert not save(desk, click(ADA), **both, **typed("carrier_price", "1")).errors
    assert [entry.deed.action for entry in desk.entries("settings", HOME)] == [SettingsAction.SETTINGS_CHANGED] * 2


def test_a_carrier_that_is_not_set_up_cannot_be_chosen(desk: Desk) -> None:
    selling = selling_to(desk, Selling())
    with pytest.raises(BadField, match="settings-carrier-unknown"):
        save(selling, click(ADA), **typed("carriers", "acme"))
    assert not save(selling, click(ADA), **typed("carriers", "telnyx")).errors
    with pytest.raises(BadField, match="settings-no-carriers"):
        save(selling_to(desk), click(ADA), **typed("carriers", "acs"))


def test_who_approves_sees_what_the_chosen_numbers_cost(desk: Desk) -> None:
    desk.set(policy=Policy(approvals=1))
    selling, hold = held(desk, ONE_DOLLAR, Price(monthly=Decimal("3.00"), upfront=None, currency="USD"))
    selling.asks(BEN, hold, NUMBERS[1])
    shown = str(home.home(selling.tools, ADA, "key").to_dict())
    assert "$3.00 a month" in shown
    assert "$4.00" not in shown
    with desk.database.reading() as db:
        card = HoldSubject().card(selling.tools, db, workspaces.find(db, HOME), selling.fresh(hold), "fr")
    said = [each.text for block in card.blocks for each in getattr(block, "elements", []) if hasattr(each, "text")]
    assert any("3,00\xa0$US par mois" in str(text) for text in said)

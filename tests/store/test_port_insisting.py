"""Numbers that the numbering plan does not know, and those that were completed: who may, and what is seen of them."""

import json

import pytest

from handlers.kit.words import BadField
from handlers.ports import step_payloads
from handlers.ports.entries import PortAction
from handlers.ports.views.step_view import Step
from handlers.ports.wizard import next_step
from store.ports.types import Field
from store.types import E164
from tests.desk import ADA, BEN, Desk, click
from tests.orders import ACCOUNT, begin, fresh, step
from tests.rules.fields import typed

NEW = E164("+12855550100")  # an area of North America that no plan has yet
INSISTED = "+1 285 555 0100 insist"


def test_an_admin_insists_on_a_number_and_it_is_on_record(desk: Desk) -> None:
    order = begin(desk)
    step(desk, Step.NUMBERS, order, ADA, typed=f"{order.numbers[0]}\n{INSISTED}")
    assert fresh(desk, order).numbers == (order.numbers[0], NEW)
    told = [entry.deed for entry in desk.entries(order.name) if entry.deed.action == PortAction.PORT_INSISTED]
    assert [(deed.who, deed.after) for deed in told] == [(ADA.user, {"numbers": [NEW]})]


def test_a_member_may_not_insist_but_keeps_what_an_admin_insisted_on(desk: Desk) -> None:
    order = begin(desk)
    text = f"{order.numbers[0]}\n{INSISTED}"
    reply = step(desk, Step.NUMBERS, order, BEN, typed=text)
    assert fresh(desk, order).numbers == (order.numbers[0],)
    assert "only an admin can insist" in json.dumps(reply.view)
    step(desk, Step.NUMBERS, order, ADA, typed=text)
    step(desk, Step.NUMBERS, order, BEN, typed=text)
    assert fresh(desk, order).numbers == (order.numbers[0], NEW)
    assert [entry.deed.action for entry in desk.entries(order.name)].count(PortAction.PORT_INSISTED) == 1


def test_without_the_word_an_admin_is_told_of_it(desk: Desk) -> None:
    order = begin(desk)
    reply = step(desk, Step.NUMBERS, order, ADA, typed=f"{order.numbers[0]}\n+1 285 555 0100")
    assert fresh(desk, order).numbers == (order.numbers[0],)
    assert "an admin can write “insist” after it" in json.dumps(reply.view, ensure_ascii=False)


@pytest.mark.parametrize("who", [ADA, BEN], ids=["an admin", "a member"])
def test_a_btn_is_insisted_on_by_admins_alone(desk: Desk, who: object) -> None:
    order = begin(desk)
    fields = {**ACCOUNT, Field.BTN: INSISTED}
    said = {name: value for field, text in fields.items() for name, value in typed(field, text).items()}
    written = step_payloads.written({"step": Step.ACCOUNT.value, "order": order.id}, said, "US")
    if who is BEN:
        with pytest.raises(BadField) as bad:
            next_step(desk.tools, click(BEN), written)
        assert (bad.value.field, bad.value.key) == (Field.BTN, "number-insist-admins")
    else:
        next_step(desk.tools, click(ADA), written)
        assert fresh(desk, order).says(Field.BTN) == NEW
        assert PortAction.PORT_INSISTED in [entry.deed.action for entry in desk.entries(order.name)]


def test_the_next_step_shows_what_was_completed_made_a_range_or_has_two_readings(desk: Desk) -> None:
    order = begin(desk)
    reply = step(desk, Step.NUMBERS, order, typed="206 555 0100\n+1 206 555 0101-0103\n6565550100\n+12065550104")
    shown = json.dumps(reply.view, ensure_ascii=False)
    assert "“206 555 0100” is read as +1 206-555-0100 (country US)." in shown
    assert "“+1 206 555 0101-0103” is read as 3 numbers: +1 206-555-0101 to +1 206-555-0103." in shown
    assert "“6565550100” can be more than one number: +1 656-555-0100 / +65 6555 0100." in shown
    assert "“+12065550104”" not in shown

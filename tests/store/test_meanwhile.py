"""Nobody's later word is lost under an older modal: only what a member changed is kept; what two did is told them."""

from collections.abc import Callable

import pytest

from handlers.kit.fields import unpacked
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.ports import step_payloads, wizard
from handlers.ports.step_payloads import Written
from handlers.ports.views.step_view import Step
from store.ports.types import Field, Scope
from tests.desk import ADA, BEN, Desk, click
from tests.orders import ADDRESS, NUMBERS, begin, fresh, listed, step

Send = Callable[[Tools, Click, Written], Reply]


def opened(reply: Reply, **fields: str) -> Written:
    """The step that a reply shows, sent with these of its address's fields and all others as they stand."""
    assert reply.view
    carried = unpacked(reply.view["private_metadata"])
    written = step_payloads.as_typed(carried, {})
    return Written(
        step=written.step,
        order=written.order,
        shown=written.shown,
        fields={**{str(name): said for name, said in ADDRESS.items()}, **fields},
    )


def words(reply: Reply) -> str:
    return str(reply.view)


@pytest.mark.parametrize("send", [wizard.next_step, wizard.back])
def test_what_a_member_left_as_it_was_shown_does_not_undo_what_another_wrote_since(desk: Desk, send: Send) -> None:
    order = begin(desk)
    step(desk, Step.ADDRESS, order, fields=ADDRESS)
    shown = wizard.back(desk.tools, click(BEN), Written(step=Step.SIGNER, order=order.id))
    step(desk, Step.ADDRESS, order, by=ADA, fields={**ADDRESS, Field.COMPANY: "A-2"})
    older = opened(shown, **{Field.CITY: "Another Telco"})
    send(desk.tools, click(BEN), older)
    now = fresh(desk, order)
    assert (now.says(Field.COMPANY), now.says(Field.CITY)) == ("A-2", "Another Telco")


def test_what_two_have_changed_is_shown_to_the_later_and_kept_once_they_send_it_again(desk: Desk) -> None:
    order = begin(desk)
    step(desk, Step.ADDRESS, order, fields=ADDRESS)
    shown = wizard.back(desk.tools, click(BEN), Written(step=Step.SIGNER, order=order.id))
    step(desk, Step.ADDRESS, order, by=ADA, fields={**ADDRESS, Field.COMPANY: "A-2", Field.CITY: "Hers"})
    before = desk.everything()

    met = wizard.next_step(desk.tools, click(BEN), opened(shown, **{Field.COMPANY: "A-3"}))
    assert desk.everything() == before
    assert "A-2" in words(met)
    assert "A-3" in words(met)

    wizard.next_step(desk.tools, click(BEN), opened(met, **{Field.COMPANY: "A-3"}))
    now = fresh(desk, order)
    assert (now.says(Field.COMPANY), now.says(Field.CITY)) == ("A-3", "Hers")


def test_a_list_that_another_wrote_since_stays(desk: Desk) -> None:
    order = begin(desk)
    shown = wizard.back(desk.tools, click(BEN), Written(step=Step.ACCOUNT, order=order.id, scope=Scope.PARTIAL))
    assert shown.view
    carried = step_payloads.as_typed(unpacked(shown.view["private_metadata"]), {})
    typed = fresh(desk, order).typed
    step(desk, Step.NUMBERS, order, by=ADA, typed=listed(NUMBERS[:1]))
    wizard.next_step(
        desk.tools, click(BEN), Written(step=Step.NUMBERS, order=order.id, typed=typed, shown=carried.shown)
    )
    assert fresh(desk, order).numbers == NUMBERS[:1]

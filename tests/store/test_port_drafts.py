"""A draft is kept from its first step on, and what cannot be in it is named, each with its reason."""

from collections.abc import Callable

import pytest

from handlers.kit.cards import CardOutbox
from handlers.kit.file_faults import FileFault
from handlers.kit.reply import DONE
from handlers.kit.words import BadField
from handlers.ports import wizard
from handlers.ports.entries import PortAction
from handlers.ports.owing import PortOutbox
from handlers.ports.step_payloads import Written
from handlers.ports.views.step_view import Step
from handlers.ports.views.steps import LIST
from store import ports
from store.ports import secrets
from store.ports.types import OPEN, Alarm, Field, PortOrder, Scope, State
from store.types import E164, Kind
from tests.desk import ADA, AWAY, BEN, CHANNEL, CHLOE, EVE, HOME, START, Desk, click
from tests.orders import (
    ACCOUNT,
    ADDRESS,
    BRITISH_NUMBER,
    BTN,
    DATE,
    FIRST_DATE,
    NUMBERS,
    SIGNATORY,
    TOLL_FREE_NUMBER,
    alarms,
    arrive,
    begin,
    cancel,
    draft,
    followers,
    found,
    fresh,
    in_modal,
    listed,
    owed,
    ready,
    step,
    stock,
)
from tests.store.owing import in_order

FIRST, SECOND, THIRD = NUMBERS
MANY = "+12065551000 - +12065552000"  # one more than 1,000


def test_nothing_is_kept_of_a_modal_that_was_only_opened(desk: Desk) -> None:
    before = desk.everything()
    assert wizard.new(desk.tools, click(BEN)).view
    assert desk.everything() == before


def test_a_draft_is_kept_from_the_first_step_on(desk: Desk) -> None:
    order = begin(desk)
    assert (order.name, order.state, order.requested_by, order.channel) == ("PO-1", State.DRAFT, BEN.user, CHANNEL)
    assert (order.numbers, order.country, order.kind) == (NUMBERS, "US", Kind.TOLL)
    assert [(entry.deed.action, entry.deed.who) for entry in desk.entries("PO-1")] == [
        (PortAction.PORT_DRAFTED, BEN.user)
    ]
    assert (order.name, CardOutbox.CARD, "") in owed(desk).values()
    assert list(alarms(desk, order)) == [Alarm.IDLE]


def test_what_each_step_says_is_kept(desk: Desk) -> None:
    order = draft(desk, followers=(CHLOE.user,))
    said = secrets.reveal(desk.tools.vault, order).fields
    assert said == {**ACCOUNT, **ADDRESS, **SIGNATORY, **DATE}
    assert order.says(Field.WANTED_DATE) == FIRST_DATE
    assert followers(desk, order) == [CHLOE.user]


def test_another_member_goes_on_where_the_first_one_stopped_and_it_is_still_the_firsts(desk: Desk) -> None:
    order = begin(desk)
    opened = wizard.go_on(desk.tools, click(CHLOE), order.id)
    assert opened.view
    assert '"step": "account"' in opened.view["private_metadata"]
    step(desk, Step.ACCOUNT, order, CHLOE, fields=ACCOUNT)
    now = fresh(desk, order)
    assert (now.requested_by, secrets.reveal(desk.tools.vault, now).fields) == (BEN.user, ACCOUNT)
    assert desk.entries(order.name)[-1].deed.who == CHLOE.user


def test_a_list_that_is_typed_anew_stands_in_place_of_the_old_one(desk: Desk) -> None:
    order = begin(desk, these=[FIRST, SECOND])
    step(desk, Step.NUMBERS, order, typed=listed([SECOND, THIRD]))
    assert fresh(desk, order).numbers == (SECOND, THIRD)


@pytest.mark.parametrize(
    ("keeps", "left"),
    [
        pytest.param(True, (FIRST, THIRD), id="stay"),
        pytest.param(False, (FIRST,), id="go where the member says so"),
    ],
)
def test_numbers_that_came_from_a_file(desk: Desk, keeps: bool, left: tuple[E164, ...]) -> None:
    order = in_modal(desk, step(desk, Step.NUMBERS, typed=SECOND, file="F2"))
    arrive(desk, BEN, f"number\n{THIRD}\n".encode(), "list.csv")
    assert fresh(desk, order).numbers == (SECOND, THIRD)
    step(desk, Step.NUMBERS, order, typed=FIRST, keeps=keeps)
    assert fresh(desk, order).numbers == left


def test_what_a_file_came_to_is_on_the_record_and_told_to_who_gave_it(desk: Desk) -> None:
    order = in_modal(desk, step(desk, Step.NUMBERS, file="F2"))
    arrive(desk, BEN, f"number\n{FIRST}\n+999\n".encode(), "list.csv")
    entry = desk.entries(order.name)[-1]
    assert (entry.deed.action, entry.deed.who) == (PortAction.PORT_LISTED, BEN.user)
    assert (entry.deed.after["file"], entry.deed.after["added"], entry.deed.after["left_out"]) == ("list.csv", 1, 1)
    assert (f"PO-1 {BEN.user}", PortOutbox.NEWS, str(entry.number)) in owed(desk).values()


@pytest.mark.parametrize(
    "content",
    [pytest.param(FileFault.GONE, id="not there"), pytest.param(b"\x00\x01", id="no list")],
)
def test_a_file_that_cannot_be_used_changes_nothing_and_its_giver_is_told(
    desk: Desk, content: bytes | FileFault
) -> None:
    order = in_modal(desk, step(desk, Step.NUMBERS, typed=FIRST, file="F2"))
    arrive(desk, BEN, content, "list.csv")
    assert fresh(desk, order) == order
    assert list(owed(desk).values()) == [(f"PO-1 {BEN.user}", PortOutbox.REJECTED, "F2")]


def _acquired(desk: Desk) -> None:
    stock(desk, [FIRST])
    desk.acquire(BEN, desk.hold(BEN, 1))


def _held(desk: Desk) -> None:
    stock(desk, [FIRST])
    desk.hold(BEN, 1)


def _held_elsewhere(desk: Desk) -> None:
    stock(desk, [FIRST])
    desk.hold(EVE, 1)


TAKEN = [
    pytest.param(lambda desk: stock(desk, [FIRST]), "own pool: reserve it instead", id="in the pool"),
    pytest.param(_acquired, "this number is ours already", id="ours"),
    pytest.param(_held, "this number is on hold", id="on hold"),
    pytest.param(_held_elsewhere, "this number is not free", id="taken by others, who are not named"),
    pytest.param(lambda desk: begin(desk, CHLOE, [FIRST]), "in the open order PO-1", id="in another open order"),
]


@pytest.mark.parametrize(("take", "told"), TAKEN)
def test_a_number_that_cannot_come_is_left_out_and_named(desk: Desk, take: Callable[[Desk], object], told: str) -> None:
    take(desk)
    reply = step(desk, Step.NUMBERS, typed=listed(NUMBERS))
    order = in_modal(desk, reply)
    assert told in str(reply.view)
    assert order.numbers == (SECOND, THIRD)
    assert told in str(step(desk, Step.DATE, order, fields=DATE).view), "told again before the end"


@pytest.mark.parametrize(("take", "told"), TAKEN)
def test_where_no_number_can_come_the_modal_stays_open_with_the_reasons(
    desk: Desk, take: Callable[[Desk], object], told: str
) -> None:
    take(desk)
    before = desk.everything()
    assert told in step(desk, Step.NUMBERS, typed=FIRST).errors[LIST]
    assert desk.everything() == before


@pytest.mark.parametrize(
    "free",
    [
        pytest.param(lambda desk: cancel(desk, begin(desk, CHLOE, [FIRST])), id="of an order that ended"),
        pytest.param(lambda desk: begin(desk, EVE, [FIRST]), id="in another workspace's order"),
    ],
)
def test_a_number_can_come_that_is(desk: Desk, free: Callable[[Desk], object]) -> None:
    free(desk)
    assert begin(desk).numbers == NUMBERS


def test_a_mixed_list_becomes_an_order_for_each_kind_and_country_once_it_is_reviewed(desk: Desk) -> None:
    order = draft(desk, these=[*NUMBERS, TOLL_FREE_NUMBER, BRITISH_NUMBER], followers=(CHLOE.user,))
    made, all_said = _open_orders(desk), secrets.reveal(desk.tools.vault, order).fields
    assert {(each.country, each.kind): each.numbers for each in made} == {
        ("US", Kind.TOLL): NUMBERS,
        ("US", Kind.TOLL_FREE): (TOLL_FREE_NUMBER,),
        ("GB", Kind.TOLL): (BRITISH_NUMBER,),
    }
    for each in made:
        said = secrets.reveal(desk.tools.vault, each).fields
        assert (said, each.requested_by, each.state) == (all_said, BEN.user, State.DRAFT)
        assert followers(desk, each) == [CHLOE.user]
        assert (each.name, CardOutbox.CARD, "") in owed(desk).values()
    divided = desk.entries(order.name)[-1].deed
    assert (divided.action, divided.after) == (PortAction.PORT_DIVIDED, {"orders": {"PO-2": 1, "PO-3": 1}})


def test_until_then_a_mixed_list_is_one_order_of_no_kind(desk: Desk) -> None:
    order = begin(desk, these=[FIRST, TOLL_FREE_NUMBER])
    assert (order.country, order.kind) == ("", None)
    assert _open_orders(desk) == [order]


def test_more_than_999_numbers_become_two_orders(desk: Desk) -> None:
    draft(desk, these=[E164(MANY)])
    second, first = _open_orders(desk)
    assert (len(first.numbers), len(second.numbers)) == (999, 2)
    assert not set(first.numbers) & set(second.numbers)


@pytest.mark.parametrize(
    ("scope", "btn", "wrong"),
    [
        pytest.param(Scope.FULL, BTN, "port-point-btn-is-missing-here", id="a full port without it"),
        pytest.param(Scope.FULL, FIRST, None, id="a full port with it"),
        pytest.param(Scope.PARTIAL, FIRST, "port-point-btn-is-there-here", id="a partial port with it"),
        pytest.param(Scope.PARTIAL, BTN, None, id="a partial port without it"),
    ],
)
def test_the_btn_moves_with_all_numbers_and_stays_where_some_do(
    desk: Desk, scope: Scope, btn: E164, wrong: str | None
) -> None:
    order = begin(desk)
    fields = {**ACCOUNT, Field.BTN: btn}
    if wrong is None:
        step(desk, Step.ACCOUNT, order, fields=fields, scope=scope)
        assert fresh(desk, order).scope is scope
        return
    before = desk.everything()
    with pytest.raises(BadField) as bad:
        step(desk, Step.ACCOUNT, order, fields=fields, scope=scope)
    assert (bad.value.field, bad.value.key) == (Field.BTN, wrong)
    assert desk.everything() == before


@pytest.mark.parametrize(
    ("said", "key", "first"),
    [
        pytest.param("", "port-no-date", None, id="none"),
        pytest.param("2026-03-01", "port-wrong-date", "16", id="past"),
        pytest.param("2026-03-13", "port-wrong-date", "16", id="a day too soon"),
        pytest.param("2026-03-21", "port-wrong-date", "23", id="a Saturday"),
        pytest.param("2026-05-25", "port-wrong-date", "26", id="a holiday"),
    ],
)
def test_a_wrong_date_is_told_with_the_next_that_is_possible(
    desk: Desk, said: str, key: str, first: str | None
) -> None:
    order = begin(desk)
    before = desk.everything()
    with pytest.raises(BadField) as bad:
        step(desk, Step.DATE, order, fields={Field.WANTED_DATE: said})
    assert (bad.value.field, bad.value.key) == (Field.WANTED_DATE, key)
    assert first is None or first in str(bad.value.values["first"])
    assert desk.everything() == before


def test_the_workspace_may_need_fewer_days(desk: Desk) -> None:
    desk.set(port_lead_days={"US": 2})
    order = begin(desk)
    step(desk, Step.DATE, order, fields={Field.WANTED_DATE: "2026-03-04"})
    assert fresh(desk, order).says(Field.WANTED_DATE) == "2026-03-04"


def test_back_keeps_a_step_as_it_stands_right_or_wrong(desk: Desk) -> None:
    order = begin(desk)
    typed = Written(step=Step.ACCOUNT, order=order.id, fields={Field.BTN: "ask Wanda"}, scope=Scope.FULL)
    shown = wizard.back(desk.tools, click(BEN), typed)
    assert '"step": "numbers"' in str(shown.view and shown.view["private_metadata"])
    assert (fresh(desk, order).says(Field.BTN), fresh(desk, order).scope) == ("ask Wanda", Scope.FULL)


def test_who_is_notified_is_who_was_chosen_last(desk: Desk) -> None:
    order = draft(desk, followers=(CHLOE.user, ADA.user))
    in_order(desk)
    step(desk, Step.DATE, order, fields=DATE, followers=(CHLOE.user,))
    assert list(owed(desk).values()) == [(order.name, CardOutbox.CARD, "")], "for the card shows them"
    assert followers(desk, order) == [CHLOE.user]
    assert desk.entries(order.name)[-1].deed.after == {"followers": [CHLOE.user]}


def test_orders_are_numbered_in_each_workspace(desk: Desk) -> None:
    assert [begin(desk).name, begin(desk, EVE).name, begin(desk, these=[BTN]).name] == ["PO-1", "PO-1", "PO-2"]
    assert found(desk, 1, AWAY).requested_by == EVE.user


def test_each_step_puts_the_reminder_off(desk: Desk) -> None:
    order = begin(desk)
    desk.clock.now = START.replace(hour=12)
    step(desk, Step.ACCOUNT, order, fields=ACCOUNT)
    assert alarms(desk, order) == {Alarm.IDLE: START.replace(day=4, hour=12)}


def test_a_review_after_which_nothing_is_to_be_split_changes_nothing(desk: Desk) -> None:
    order = ready(desk)
    before = desk.everything()
    assert step(desk, Step.REVIEW, order) == DONE
    assert desk.everything() == before


def _open_orders(desk: Desk) -> list[PortOrder]:
    with desk.database.reading() as db:
        return ports.page(db, HOME, OPEN, limit=99)

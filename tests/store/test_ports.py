"""A port order is sent when nothing is missing, and its numbers go with it: out of the pool, back, or here to stay."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from handlers.kit.file_faults import FileFault
from handlers.kit.reply import DONE
from handlers.kit.words import BadField
from handlers.ports import follow_up
from handlers.ports.entries import PortAction
from handlers.ports.follow_up import Update
from handlers.ports.rules import News, PortRefusal
from handlers.ports.views import update as modals
from handlers.ports.views.step_view import Step
from handlers.ports.views.update import NUMBERS as FIELD
from handlers.quota import QuotaRefusal
from store import numbers
from store.numbers.types import Kept, Status
from store.ports import secrets
from store.ports.types import Capacity, Field, PortOrder, Reason, Scope, State
from store.types import E164, Kind
from store.workspaces.types import Credits
from tests.desk import A_MOMENT, ADA, AWAY, BEN, CHLOE, EVE, HOME, START, Desk, click
from tests.orders import (
    BTN,
    FOC,
    NUMBERS,
    TOLL_FREE_NUMBER,
    approve,
    arrive,
    begin,
    complete,
    draft,
    edit,
    found,
    fresh,
    ready,
    refuse,
    send,
    sent,
    sign,
    step,
    stock,
    take_out,
    update,
)

FIRST, SECOND, THIRD = NUMBERS
Make = Callable[[Desk], PortOrder]


def test_an_order_is_sent_with_the_word_on_its_capacity(desk: Desk) -> None:
    order = ready(desk)
    desk.clock.advance(A_MOMENT)
    assert send(desk, order, CHLOE, Capacity.NOT_YET) == DONE
    now = fresh(desk, order)
    assert (now.state, now.since, now.capacity) == (State.PROCESSING, START + A_MOMENT, Capacity.NOT_YET)
    moved = desk.entries(order.name)[-1].deed
    assert (moved.action, moved.who) == (PortAction.PORT_MOVED, CHLOE.user)
    assert (moved.before["state"], moved.after["state"]) == (State.DRAFT, State.PROCESSING)


def _with_another_account(desk: Desk) -> PortOrder:
    order = ready(desk)
    edit(desk, order, {Field.ACCOUNT: "A-2"})
    return order


def _with_one_more_number(desk: Desk) -> PortOrder:
    order = ready(desk)
    step(desk, Step.NUMBERS, order, typed="\n".join([*NUMBERS, BTN.replace("99", "98")]))
    return order


def _with_another_signer(desk: Desk) -> PortOrder:
    order = ready(desk)
    edit(desk, order, {Field.AUTHORISED: "Ida Other"})
    return order


def _too_late(desk: Desk) -> PortOrder:
    order = ready(desk)
    desk.clock.now = START.replace(day=3)
    return order


def _with_a_lost_letter(desk: Desk) -> PortOrder:
    return sign(desk, draft(desk), content=FileFault.GONE)


def _with_the_btn_among_them(desk: Desk) -> PortOrder:
    order = ready(desk)
    edit(desk, order, {Field.BTN: FIRST})
    return order


UNREADY = [
    pytest.param(begin, "Missing: Losing carrier", id="with fields missing"),
    pytest.param(lambda desk: draft(desk, fields={Field.POSTCODE: ""}), "Missing: Postcode", id="without a postcode"),
    pytest.param(draft, "letter of authorisation is not there yet", id="without its letter"),
    pytest.param(_with_a_lost_letter, "is not there yet", id="whose letter was lost"),
    pytest.param(_with_another_account, "says something else", id="changed since its letter was signed"),
    pytest.param(_with_one_more_number, "says something else", id="with a number that the letter has not"),
    pytest.param(_with_another_signer, "says something else", id="whose authorised person is another now"),
    pytest.param(_too_late, "too soon by now", id="whose wanted date has come too near"),
    pytest.param(_with_the_btn_among_them, "is among the numbers", id="whose numbers break the rule on the BTN"),
    pytest.param(
        lambda desk: begin(desk, these=[FIRST, TOLL_FREE_NUMBER]), "of several kinds", id="that is yet to be split"
    ),
]


@pytest.mark.parametrize(("make", "told"), UNREADY)
def test_no_order_is_sent(desk: Desk, make: Make, told: str) -> None:
    order = make(desk)
    before = desk.everything()
    assert told in send(desk, order).text
    assert told in follow_up.ask_to_send(desk.tools, click(BEN), order.id).text
    assert desk.everything() == before


def test_all_that_is_missing_is_named_at_once(desk: Desk) -> None:
    told = send(desk, begin(desk, these=[FIRST, TOLL_FREE_NUMBER])).text
    assert [line for line in told.splitlines() if line.startswith("•")] == [
        "• The numbers are of several kinds or countries, or more than 999: press Continue and save,"
        " and the order is split.",
        "• Missing: Losing carrier, Account number, Billing telephone number (BTN), Organisation's name,"
        " Street and number, City, Postcode, Authorised person, Telephone, E-mail, Wanted date",
        "• The signed letter of authorisation is not there yet.",
    ]


def test_once_the_last_point_is_closed_it_is_sent(desk: Desk) -> None:
    order = draft(desk)
    assert send(desk, order).text
    sign(desk, order)
    assert send(desk, order) == DONE


@pytest.mark.parametrize(
    "take",
    [
        pytest.param(lambda desk: desk.hold(EVE, 1), id="on hold elsewhere"),
        pytest.param(lambda desk: desk.hold(BEN, 1), id="on hold here"),
        pytest.param(lambda desk: desk.acquire(EVE, desk.hold(EVE, 1)), id="acquired elsewhere"),
        pytest.param(lambda desk: desk, id="in the pool"),
    ],
)
def test_no_order_is_sent_with_a_number_that_is_of_the_stock_by_then(
    desk: Desk, take: Callable[[Desk], object]
) -> None:
    order = ready(desk)
    stock(desk, [FIRST])
    take(desk)
    before = desk.everything()
    assert "Some numbers of PO-1 cannot be ported now" in send(desk, order).text
    assert desk.everything() == before


def test_an_order_that_is_on_its_way_is_neither_sent_nor_edited(desk: Desk) -> None:
    order = sent(desk)
    before = desk.everything()
    for reply in (send(desk, order), edit(desk, order, {Field.ACCOUNT: "A-2"}), take_out(desk, order, FIRST)):
        assert reply.refusal == PortRefusal.NOT_EDITABLE
    assert desk.everything() == before


def test_a_refused_order_is_sent_again_with_the_same_letter_where_nothing_in_that_changed(desk: Desk) -> None:
    order = refuse(desk, sent(desk), Reason.FOC_REFUSED)
    desk.clock.now = START.replace(day=9)
    assert "too soon by now" in send(desk, order).text
    step(desk, Step.DATE, order, fields={Field.WANTED_DATE: "2026-03-23"})
    assert send(desk, order) == DONE
    now = fresh(desk, order)
    assert (now.state, now.reason, now.letter) == (State.PROCESSING, None, order.letter)


def test_a_refused_order_wants_a_new_letter_where_what_the_old_one_says_changed(desk: Desk) -> None:
    order = refuse(desk, sent(desk), Reason.ACCOUNT_NUMBER)
    edit(desk, order, {Field.ACCOUNT: "A-2"})
    assert "make the letter anew" in send(desk, order).text
    edit(desk, order, {Field.ACCOUNT: "A-1"})
    assert send(desk, order) == DONE, "it says again what the letter says"


def test_a_new_letter_takes_the_place_of_the_old_one(desk: Desk) -> None:
    order = refuse(desk, sent(desk), Reason.ACCOUNT_NUMBER)
    edit(desk, order, {Field.ACCOUNT: "A-2"})
    sign(desk, order, CHLOE, b"\x89PNG\r\n\x1a\n")
    letter = fresh(desk, order).letter
    assert letter
    assert (letter.by, letter.media_type) == (CHLOE.user, "image/png")
    assert send(desk, order) == DONE


def test_numbers_taken_out_go_into_a_draft_that_says_the_same(desk: Desk) -> None:
    order = refuse(desk, sent(desk), Reason.NOT_PORTABLE)
    assert take_out(desk, order, SECOND) == DONE
    left, apart = fresh(desk, order), found(desk, 2)
    assert (left.numbers, apart.numbers) == ((FIRST, THIRD), (SECOND,))
    said = [secrets.reveal(desk.tools.vault, each).fields for each in (apart, order)]
    assert (apart.state, said[0], apart.scope) == (State.DRAFT, said[1], Scope.PARTIAL)
    assert (apart.requested_by, apart.letter) == (order.requested_by, None)
    assert desk.entries(order.name)[-1].deed.after == {"orders": {"PO-2": 1}}


def test_the_letter_is_good_for_what_is_left_of_an_order(desk: Desk) -> None:
    order = refuse(desk, sent(desk), Reason.NOT_PORTABLE)
    take_out(desk, order, SECOND)
    assert send(desk, order) == DONE
    assert "letter of authorisation is not there yet" in send(desk, found(desk, 2)).text


@pytest.mark.parametrize(
    ("these", "key"),
    [
        pytest.param([BTN], "port-not-in-it", id="a number that is not in it"),
        pytest.param([E164("Wanda")], "bad-number", id="no number"),
        pytest.param(NUMBERS, "port-nothing-left", id="all"),
    ],
)
def test_cannot_be_taken_out(desk: Desk, these: list[E164], key: str) -> None:
    order = draft(desk)
    before = desk.everything()
    with pytest.raises(BadField) as bad:
        take_out(desk, order, *these)
    assert (bad.value.field, bad.value.key) == (FIELD, key)
    assert desk.everything() == before


def test_numbers_that_came_are_ours_and_outside_the_quota(desk: Desk) -> None:
    order = complete(desk, sent(desk))
    assert (order.state, order.foc) == (State.COMPLETED, FOC)
    assert desk.in_use() == 0
    for e164 in NUMBERS:
        of = kept(desk, e164)
        assert (of.status, of.workspace, of.port_order, of.hold, of.kind) == (
            Status.ACQUIRED,
            HOME,
            order.id,
            None,
            Kind.TOLL,
        )
        assert of.available_at is None
    assert [kept(desk, e164).place.city for e164 in NUMBERS] == ["", "", ""]


def test_no_transfer_is_completed_with_a_number_that_somebody_has_by_then(desk: Desk) -> None:
    order = approve(desk, sent(desk))
    desk.clock.now = FOC
    stock(desk, [SECOND])
    hold = desk.hold(EVE, 1)
    before = desk.everything()
    assert update(desk, order, State.COMPLETED).refusal == PortRefusal.NUMBERS_TAKEN
    assert desk.everything() == before
    desk.release(EVE, hold)
    assert update(desk, order, State.COMPLETED).refusal == PortRefusal.NUMBERS_TAKEN, "for it is of the pool"
    assert desk.to_be_had() == 1


def test_no_toll_free_number_is_ported_without_the_credits_that_it_needs(desk: Desk) -> None:
    order, another = sent(desk, these=[TOLL_FREE_NUMBER]), ready(desk, these=[E164("+18335550101")])
    desk.set(credits=Credits())
    assert send(desk, another).refusal == QuotaRefusal.NO_CREDITS
    approve(desk, order)
    desk.clock.now = FOC
    assert update(desk, order, State.COMPLETED).refusal == QuotaRefusal.NO_CREDITS
    desk.set(credits=Credits(set_up=True))
    assert update(desk, order, State.COMPLETED) == DONE


def test_completed_numbers_can_be_in_no_order_again(desk: Desk) -> None:
    complete(desk, sent(desk))
    assert "ours already" in str(step(desk, Step.NUMBERS, typed=FIRST).errors)
    assert begin(desk, EVE, [BTN]).workspace == AWAY


def test_a_file_that_comes_after_its_order_was_sent_is_not_taken(desk: Desk) -> None:
    order = ready(desk)
    step(desk, Step.NUMBERS, order, typed="\n".join(NUMBERS), file="F2")
    send(desk, order)
    arrive(desk, BEN, b"+12065550150", "late.csv")
    assert fresh(desk, order).numbers == NUMBERS


def kept(desk: Desk, e164: E164) -> Kept:
    with desk.database.reading() as db:
        number = numbers.find(db, e164)
    assert number
    return number


def test_what_another_said_meanwhile_is_not_lost_under_an_older_modal(desk: Desk) -> None:
    order = sent(desk)
    assert update(desk, order, State.CONTACTING) == DONE
    approved = partial(Update, order=order.id, to=State.APPROVED, shown=modals.shown(fresh(desk, order)))
    assert follow_up.update(desk.tools, click(ADA), approved(news=News(foc=FOC))) == DONE
    with pytest.raises(BadField) as bad:
        follow_up.update(desk.tools, click(ADA), approved(news=News(foc=FOC + timedelta(days=1))))
    assert bad.value.key == "port-moved-meanwhile"
    assert f"{FOC:%Y-%m-%d %H:%M} UTC" in str(bad.value.values["now"])
    assert fresh(desk, order).foc == FOC

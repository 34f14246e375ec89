"""Two at once with the same port order, or with the same number: exactly one of them wins."""

from random import Random

import pytest

from handlers.kit.reply import DONE, Reply
from handlers.ports import letters
from handlers.ports.entries import PortAction
from handlers.ports.letters import Signed
from handlers.ports.owing import PortOutbox
from handlers.ports.views.step_view import Step
from store.ports.types import PENDING_FOR, PortOrder, Reason, State
from store.types import E164
from tests.desk import A_MOMENT, ADA, BEN, CHLOE, Desk, click, member
from tests.orders import (
    FOC,
    NUMBERS,
    SIGNER,
    approve,
    begin,
    cancel,
    fresh,
    owed,
    ready,
    ring,
    send,
    sent,
    step,
    update,
)
from tests.store.interleaving import meanwhile, without_locks
from tests.store.test_races import race, rounds

FAY = member("UFAY")
NO_HURRY = 5.0  # seconds; without locks nobody waits so long
MEMBERS = (ADA, BEN, CHLOE, FAY)


@rounds
def test_an_order_is_sent_once_however_many_send_it(desk: Desk, round_: int) -> None:
    order = ready(desk)
    Random(round_).shuffle(members := list(MEMBERS))
    replies = race(*[lambda by=by: send(desk, order, by) for by in members])
    assert sorted(reply == DONE for reply in replies) == [False, False, False, True]
    assert states(desk, order) == [(State.DRAFT, State.PROCESSING)]
    assert [kind for _, kind, _ in owed(desk).values()].count(PortOutbox.NEWS) == 1


@rounds
def test_an_order_is_cancelled_or_the_carrier_is_asked_or_first_the_one_and_then_the_other(
    desk: Desk, round_: int
) -> None:
    order = sent(desk)
    ways = [lambda: update(desk, order, State.CONTACTING), lambda: cancel(desk, order)]
    Random(round_).shuffle(ways)
    race(*ways)
    assert fresh(desk, order).state is State.CANCELLED, "for it can be cancelled either way"
    assert states(desk, order)[1:] in (
        [(State.PROCESSING, State.CANCELLED)],
        [(State.PROCESSING, State.CONTACTING), (State.CONTACTING, State.CANCELLED)],
    )


@rounds
def test_at_24_hours_before_its_foc_an_order_is_cancelled_or_pending_never_both(desk: Desk, round_: int) -> None:
    """The clocks of the processes differ by a moment."""
    order = approve(desk, sent(desk))
    chance = Random(round_)
    now, soon = desk.at(FOC - PENDING_FOR), desk.at(FOC - PENDING_FOR - A_MOMENT)
    ways = [lambda: cancel(soon, order), lambda: ring(now), lambda: cancel(now, order), lambda: ring(now)]
    chance.shuffle(ways)
    race(*ways)
    ended = fresh(desk, order).state
    assert ended in (State.CANCELLED, State.PENDING)
    assert states(desk, order)[-1] == (State.APPROVED, ended)


@rounds
def test_a_transfer_is_completed_or_refused_never_both(desk: Desk, round_: int) -> None:
    order = approve(desk, sent(desk))
    at = desk.at(FOC)
    ways = [lambda: update(at, order, State.COMPLETED), lambda: refuse(at, order), lambda: ring(at)]
    Random(round_).shuffle(ways)
    race(*ways)
    ended = fresh(desk, order).state
    assert ended in (State.COMPLETED, State.ERROR)
    assert states(desk, order)[-2:] == [(State.APPROVED, State.PENDING), (State.PENDING, ended)]


@rounds
def test_a_number_is_in_one_of_the_drafts_that_are_written_at_once(desk: Desk, round_: int) -> None:
    Random(round_).shuffle(members := list(MEMBERS))
    replies = race(*[lambda by=by: step(desk, Step.NUMBERS, by=by, typed=NUMBERS[0]) for by in members])
    assert sorted(reply.view is None for reply in replies) == [False, True, True, True]
    assert all("in the open order PO-1" in str(reply.errors) for reply in replies if reply.view is None)
    assert len(desk.everything()["port_orders"]) == len(desk.everything()["port_numbers"]) == 1


@rounds
def test_orders_that_are_begun_at_once_have_names_of_their_own(desk: Desk, round_: int) -> None:
    these = dict(zip([by.user for by in MEMBERS], [*NUMBERS, E164("+12065550177")], strict=True))
    Random(round_).shuffle(members := list(MEMBERS))
    begun = race(*[lambda by=by: begin(desk, by, [these[by.user]]) for by in members])
    assert sorted(order.name for order in begun) == ["PO-1", "PO-2", "PO-3", "PO-4"]


@rounds
def test_an_alarm_is_told_once_however_many_clocks_ring(desk: Desk, round_: int) -> None:
    orders = [begin(desk, these=[e164]) for e164 in NUMBERS[: 1 + round_ % 3]]
    later = desk.at(desk.clock().replace(day=4))
    rung = race(*[lambda: ring(later)] * 4)
    assert sum(rung) == len(orders)
    assert [len(desk.entries(order.name)) for order in orders] == [2] * len(orders)


@pytest.mark.parametrize("after", ["SELECT .*FROM port_orders", "INSERT INTO outbox"])
def test_an_order_is_sent_before_or_after_somebody_hands_another_letter_in(desk: Desk, after: str) -> None:
    order = ready(desk)
    another = Signed(order=order.id, file="F2", signer=SIGNER)
    with meanwhile(desk.database, after, lambda: letters.hand_in(desk.tools, click(CHLOE), another)) as handed_in:
        assert send(desk, order) == DONE
    assert handed_in.result().refusal == "refused-not-editable"


def test_without_locks_two_would_send_the_same_order(desk: Desk) -> None:
    order = ready(desk)
    with without_locks(desk.database) as database:
        unlocked = desk.through(database)
        with meanwhile(database, "SELECT .*FROM port_orders", lambda: send(unlocked, order, CHLOE), NO_HURRY) as other:
            replies = [send(unlocked, order)]
    assert [*replies, other.result()] == [DONE, DONE]
    assert len(states(desk, order)) == 2


def refuse(desk: Desk, order: PortOrder) -> Reply:
    return update(desk, order, State.ERROR, reason=Reason.FOC_REFUSED)


def states(desk: Desk, order: PortOrder) -> list[tuple[str, str]]:
    """From where to where an order went, as the record has it."""
    moves = [entry.deed for entry in desk.entries(order.name) if entry.deed.action == PortAction.PORT_MOVED]
    return [(deed.before["state"], deed.after["state"]) for deed in moves]

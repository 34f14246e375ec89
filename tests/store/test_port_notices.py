"""Nobody is left in silence: each change and each alarm is told once, to who asked for the order and who follows it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from handlers.kit.cards import CardOutbox
from handlers.kit.reply import DONE
from handlers.ports import follow_up
from handlers.ports.entries import PortAction
from handlers.ports.owing import PortOutbox
from handlers.ports.rules import PortRefusal
from store.audit.types import Deed
from store.ports.types import PENDING_FOR, Alarm, PortOrder, Reason, State
from tests.desk import A_MOMENT, ADA, BEN, CHLOE, EVE, START, Desk, click
from tests.orders import (
    FOC,
    NUMBERS,
    alarms,
    approve,
    begin,
    cancel,
    complete,
    fresh,
    owed,
    ready,
    refuse,
    ring,
    send,
    sent,
    update,
)
from tests.store.owing import in_order

HOUR = timedelta(hours=1)
PENDING_AT = FOC - PENDING_FOR
TOLD = (PortAction.PORT_MOVED, PortAction.PORT_REMINDED)
ANOTHER_FOC = FOC + timedelta(days=2)
Work = Callable[[Desk, PortOrder], object]


def told(desk: Desk, order: PortOrder, work: Callable[[], object]) -> list[Deed]:
    """What the work made of an order that BEN asked for and CHLOE follows: told to both, and nothing else is."""
    in_order(desk)
    before = len(desk.entries(order.name))
    work()
    new = [entry for entry in desk.entries(order.name)[before:] if entry.deed.action in TOLD]
    debts = sorted(owed(desk).values())
    news = [(subject, item) for subject, kind, item in debts if kind == PortOutbox.NEWS]
    assert news == sorted((f"{order.name} {to}", str(entry.number)) for entry in new for to in (BEN.user, CHLOE.user))
    lines = [(subject, item) for subject, kind, item in debts if kind == CardOutbox.LINE]
    assert set(lines) >= {(order.name, str(entry.number)) for entry in new}
    assert not new or (order.name, CardOutbox.CARD, "") in debts
    return [entry.deed for entry in new]


def rung(desk: Desk, order: PortOrder, at: datetime) -> list[str]:
    """What the clock says at a time: the state it moves the order to, and the alarms it tells of."""
    desk.clock.now = at
    deeds = told(desk, order, lambda: ring(desk))
    assert {deed.who for deed in deeds} <= {None}
    return [str(deed.after["alarm" if deed.action == PortAction.PORT_REMINDED else "state"]) for deed in deeds]


def followed(desk: Desk) -> PortOrder:
    return ready(desk, followers=(CHLOE.user,))


def on_its_way(desk: Desk) -> PortOrder:
    return sent(desk, followers=(CHLOE.user,))


def asked_of_the_carrier(desk: Desk) -> PortOrder:
    order = on_its_way(desk)
    update(desk, order, State.CONTACTING)
    return fresh(desk, order)


def approved(desk: Desk) -> PortOrder:
    return approve(desk, on_its_way(desk))


def pending(desk: Desk) -> PortOrder:
    order = approved(desk)
    desk.clock.now = PENDING_AT
    ring(desk)
    return fresh(desk, order)


@pytest.mark.parametrize(
    ("make", "work", "states"),
    [
        pytest.param(followed, send, (State.DRAFT, State.PROCESSING), id="sent"),
        pytest.param(
            on_its_way,
            lambda desk, order: update(desk, order, State.CONTACTING),
            (State.PROCESSING, State.CONTACTING),
            id="the carrier is asked",
        ),
        pytest.param(asked_of_the_carrier, approve, (State.CONTACTING, State.APPROVED), id="approved: the first FOC"),
        pytest.param(
            approved,
            lambda desk, order: approve(desk, order, ANOTHER_FOC),
            (State.APPROVED, State.APPROVED),
            id="another FOC",
        ),
        pytest.param(asked_of_the_carrier, refuse, (State.CONTACTING, State.ERROR), id="refused"),
        pytest.param(
            lambda desk: refuse(desk, on_its_way(desk)), send, (State.ERROR, State.PROCESSING), id="sent again"
        ),
        pytest.param(on_its_way, cancel, (State.PROCESSING, State.CANCELLED), id="cancelled"),
        pytest.param(
            pending,
            lambda desk, order: update(desk, order, State.ERROR, reason=Reason.FOC_REFUSED),
            (State.PENDING, State.ERROR),
            id="refused in the last moment",
        ),
    ],
)
def test_each_change_is_told_once(
    desk: Desk, make: Callable[[Desk], PortOrder], work: Work, states: tuple[State, State]
) -> None:
    order = make(desk)
    [deed] = told(desk, order, lambda: work(desk, order))
    assert (deed.before["state"], deed.after["state"]) == states


def test_what_is_told_of_a_change_says_what_changed(desk: Desk) -> None:
    order = asked_of_the_carrier(desk)
    update(desk, order, State.APPROVED, foc=FOC, comment="as wished")
    update(desk, order, State.APPROVED, foc=ANOTHER_FOC)
    update(desk, order, State.ERROR, reason=Reason.PIN, comment="ends in 7")
    first, changed, refused = (entry.deed for entry in desk.entries(order.name)[-3:])
    assert first.after == {"state": State.APPROVED, "foc": FOC.isoformat(), "comment": "as wished"}
    assert (changed.before["foc"], changed.after["foc"]) == (FOC.isoformat(), ANOTHER_FOC.isoformat())
    assert refused.after == {"state": State.ERROR, "reason": Reason.PIN, "comment": "ends in 7"}


def test_the_numbers_arrival_is_told_with_what_to_do_then(desk: Desk) -> None:
    order = pending(desk)
    moved, reminded = told(desk, order, lambda: update(desk, order, State.COMPLETED))
    assert (moved.action, moved.after["state"]) == (PortAction.PORT_MOVED, State.COMPLETED)
    assert (reminded.action, reminded.after["alarm"]) == (PortAction.PORT_REMINDED, Alarm.CHECKLIST)


def test_only_who_follows_at_that_time_is_told(desk: Desk) -> None:
    order = on_its_way(desk)
    follow_up.unfollow(desk.tools, click(CHLOE), order.id)
    follow_up.follow(desk.tools, click(ADA), order.id)
    in_order(desk)
    update(desk, order, State.CONTACTING)
    to = {subject for subject, kind, _ in owed(desk).values() if kind == PortOutbox.NEWS}
    assert to == {f"PO-1 {BEN.user}", f"PO-1 {ADA.user}"}


def test_who_asked_for_an_order_and_also_follows_it_is_told_once(desk: Desk) -> None:
    order = sent(desk, followers=(BEN.user, CHLOE.user))
    assert told(desk, order, lambda: update(desk, order, State.CONTACTING))


def test_a_transfer_is_pending_from_exactly_24_hours_before_its_foc(desk: Desk) -> None:
    order = approved(desk)
    assert rung(desk, order, PENDING_AT - A_MOMENT) == []
    assert fresh(desk, order).state is State.APPROVED
    assert rung(desk, order, PENDING_AT) == [State.PENDING]
    assert (fresh(desk, order).state, fresh(desk, order).since, fresh(desk, order).foc) == (
        State.PENDING,
        PENDING_AT,
        FOC,
    )


def test_an_hour_before_and_at_the_transfer_everybody_is_told_what_to_do(desk: Desk) -> None:
    order = pending(desk)
    assert rung(desk, order, FOC - HOUR - A_MOMENT) == []
    assert rung(desk, order, FOC - HOUR) == [Alarm.HOUR]
    assert rung(desk, order, FOC - A_MOMENT) == []
    assert rung(desk, order, FOC) == [Alarm.CHECKLIST]
    assert rung(desk, order, FOC + HOUR) == []


@pytest.mark.parametrize(
    ("make", "first", "again"),
    [
        # START is a Monday.
        pytest.param(on_its_way, START.replace(day=5), START.replace(day=10), id="processing"),
        pytest.param(asked_of_the_carrier, START.replace(day=9), START.replace(day=16), id="asked of the carrier"),
        pytest.param(
            lambda desk: refuse(desk, on_its_way(desk)), START.replace(day=4), START.replace(day=6), id="refused"
        ),
        pytest.param(
            lambda desk: approve(desk, on_its_way(desk), START.replace(month=6)),
            START.replace(day=16),
            START.replace(day=30),
            id="approved",
        ),
    ],
)
def test_silence_is_told_after_some_business_days_and_after_as_many_more(
    desk: Desk, make: Callable[[Desk], PortOrder], first: datetime, again: datetime
) -> None:
    order = make(desk)
    for at in (first, again):
        assert rung(desk, order, at - A_MOMENT) == []
        assert rung(desk, order, at) == [Alarm.SILENT]
    assert fresh(desk, order).state is order.state


def test_silence_after_a_transfer_is_counted_from_its_foc(desk: Desk) -> None:
    order = pending(desk)
    rung(desk, order, FOC)
    assert rung(desk, order, FOC + timedelta(days=1) - A_MOMENT) == []
    assert rung(desk, order, FOC + timedelta(days=1)) == [Alarm.SILENT]


def test_a_workspace_says_itself_after_how_many_days_silence_is_told(desk: Desk) -> None:
    desk.set(port_silent_days={State.PROCESSING: 1})
    order = on_its_way(desk)
    assert rung(desk, order, START.replace(day=3)) == [Alarm.SILENT]


def test_what_an_admin_tells_puts_the_silence_off(desk: Desk) -> None:
    order = on_its_way(desk)
    desk.clock.now = START.replace(day=4)
    update(desk, order, State.CONTACTING)
    assert rung(desk, order, START.replace(day=11) - A_MOMENT) == []
    assert rung(desk, order, START.replace(day=11)) == [Alarm.SILENT]


def test_a_draft_that_nobody_goes_on_with_is_told_of_once_after_two_days(desk: Desk) -> None:
    order = followed(desk)
    assert rung(desk, order, START.replace(day=4) - A_MOMENT) == []
    assert rung(desk, order, START.replace(day=4)) == [Alarm.IDLE]
    assert rung(desk, order, START.replace(day=30)) == []


@pytest.mark.parametrize(
    ("back_at", "said", "left"),
    [
        pytest.param(FOC - HOUR / 2, [State.PENDING, Alarm.HOUR], [Alarm.CHECKLIST], id="the last hour has begun"),
        pytest.param(FOC, [State.PENDING, Alarm.CHECKLIST], [], id="the transfer is due"),
        pytest.param(FOC + HOUR, [State.PENDING, Alarm.CHECKLIST], [], id="it was due an hour ago"),
    ],
)
def test_a_clock_that_was_down_forgets_nothing_that_still_matters_and_says_nothing_twice(
    desk: Desk, back_at: datetime, said: list[str], left: list[Alarm]
) -> None:
    order = approved(desk)
    assert rung(desk, order, back_at) == said
    assert rung(desk, order, back_at) == []
    assert rung(desk, order, max(back_at, FOC)) == left


def test_with_another_foc_the_old_one_rings_no_more(desk: Desk) -> None:
    desk.set(port_silent_days={State.APPROVED: 30})
    order = approve(desk, approved(desk), ANOTHER_FOC)
    assert rung(desk, order, PENDING_AT) == []
    assert rung(desk, order, ANOTHER_FOC - PENDING_FOR) == [State.PENDING]
    assert alarms(desk, order)[Alarm.CHECKLIST] == ANOTHER_FOC


def test_a_foc_within_a_day_is_pending_at_the_next_ring(desk: Desk) -> None:
    order = approve(desk, on_its_way(desk), START + HOUR / 2)
    assert rung(desk, order, START) == [State.PENDING]
    assert rung(desk, order, START + HOUR / 2) == [Alarm.CHECKLIST]


def test_an_admin_faster_than_the_clock_finds_the_transfer_pending(desk: Desk) -> None:
    order = approved(desk)
    desk.clock.now = FOC
    assert fresh(desk, order).state is State.APPROVED
    first, second, checklist = told(desk, order, lambda: update(desk, order, State.COMPLETED))
    assert [(deed.before["state"], deed.after["state"]) for deed in (first, second)] == [
        (State.APPROVED, State.PENDING),
        (State.PENDING, State.COMPLETED),
    ]
    assert checklist.after["alarm"] == Alarm.CHECKLIST
    assert rung(desk, order, FOC) == []


def test_who_cancels_faster_than_the_clock_comes_too_late_all_the_same(desk: Desk) -> None:
    order = approved(desk)
    desk.clock.now = PENDING_AT - A_MOMENT
    assert update(desk, order, State.APPROVED, foc=ANOTHER_FOC) == DONE
    update(desk, order, State.APPROVED, foc=FOC)
    desk.clock.now = PENDING_AT
    before = desk.everything()
    assert cancel(desk, order).refusal == PortRefusal.NO_SUCH_MOVE
    assert update(desk, order, State.APPROVED, foc=ANOTHER_FOC).refusal == PortRefusal.NO_SUCH_MOVE
    assert desk.everything() == before


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(complete, id="completed"),
        pytest.param(lambda desk, order: cancel(desk, order), id="cancelled"),
    ],
)
def test_the_clock_leaves_an_order_alone_that_is(desk: Desk, end: Work) -> None:
    order = on_its_way(desk)
    end(desk, order)
    assert alarms(desk, order) == {}
    assert rung(desk, order, START.replace(month=12)) == []


def test_the_clock_rings_for_every_workspace(desk: Desk) -> None:
    orders = [begin(desk), begin(desk, EVE), begin(desk, BEN, [NUMBERS[0][:-2] + "77"])]  # type: ignore[list-item] # short
    desk.clock.advance(timedelta(days=2))
    assert ring(desk) == len(orders)
    assert ring(desk) == 0

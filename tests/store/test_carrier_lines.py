"""Numbers at carriers: what can become of one, what is refused, and tasks that are each in one hand."""

from dataclasses import replace
from datetime import timedelta
from itertools import count, product
from uuid import uuid4

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from store import holds, inventory
from store.carriers import lines, tasks
from store.carriers.states import FIRST, TRANSITIONS
from store.carriers.table import CarrierLineRow
from store.carriers.types import Line, Operation, State
from store.holds.types import Hold
from store.inventory.types import Filter, NumberUse
from store.numbers import at_carriers, stock
from store.numbers.types import Permit
from store.session import Db
from store.types import E164
from tests.desk import HOLD_LASTS, HOME, SEATTLE, START, TOLL, Desk, a_hold, fill
from tests.table import table

PERMIT = Permit(workspace=HOME, quantity=1)
_ids = count(1)


def offered() -> E164:
    """A number that no other row of the same test has."""
    return E164(f"+1206555{next(_ids):04}")


def held(db: Db, e164: E164, **changes: object) -> tuple[Hold, Line]:
    """A new hold of one number that a carrier offers, and that number at the carrier."""
    hold = a_hold(next(_ids), at_carriers=True)
    assert at_carriers.hold_offered(db, hold, "telnyx", [(e164, SEATTLE, TOLL.kind)], START) == [e164]
    holds.write(db, hold, [e164], None)
    reference = uuid4()
    line = Line(
        **{
            "id": 0,
            "workspace": HOME,
            "hold": hold.id,
            "e164": e164,
            "carrier": "telnyx",
            "title": "Telnyx",
            "reference": reference,
            "held_under": reference,
            "state": State.HELD,
            "until": START + 2 * HOLD_LASTS,
            "changed_at": START,
            **changes,
        }  # type: ignore[arg-type] # each is of its field's type
    )
    lines.write(db, [line])
    return hold, lines.of_hold(db, hold)[0]


@table("before", list(State))
def test_a_number_goes_only_where_the_table_of_transitions_leads(desk: Desk, before: State) -> None:
    with desk.database.begin() as db:
        _, line = held(db, offered())
        this = update(CarrierLineRow).where(CarrierLineRow.id == line.id)
        for to in State:
            db.execute(this.values(state=before, code="x", papers="", papers_until=None))
            assert lines.move(db, [line], to, START) == (to in TRANSITIONS.get(before, ()))


def test_every_state_can_be_come_to_and_left_or_is_an_end() -> None:
    reached = set(FIRST).union(*TRANSITIONS.values())
    ends = {State.GONE, State.ENDED, State.FAILED, State.CANCELLED, State.GIVEN_UP}
    assert reached == set(State)
    assert set(TRANSITIONS) == set(State) - ends


def test_a_number_is_live_for_one_hold_alone(desk: Desk) -> None:
    e164 = offered()
    with desk.database.begin() as db:
        hold, line = held(db, e164)
        assert at_carriers.hold_offered(db, a_hold(99), "acs", [(e164, SEATTLE, TOLL.kind)], START) == []
        other = a_hold(next(_ids))
        holds.write(db, other, [e164], None)
        with pytest.raises(ValueError, match="begins as waiting"):
            lines.write(db, [replace(line, state=State.WAITING)])
    with pytest.raises(IntegrityError), desk.database.begin() as db:
        lines.write(db, [replace(line, hold=other.id)])
    assert hold.at_carriers


def test_a_carriers_number_counts_and_ends_by_the_clock_and_is_never_of_the_stock(desk: Desk) -> None:
    e164, (of_stock,) = offered(), fill(desk.database, 1)
    with desk.database.begin() as db:
        assert at_carriers.hold_offered(db, a_hold(98), "telnyx", [(of_stock, SEATTLE, TOLL.kind)], START) == []
        hold, _ = held(db, e164)
    assert (desk.in_use(), desk.to_be_had()) == (1, 1)
    desk.clock.advance(HOLD_LASTS)
    assert (desk.in_use(), desk.to_be_had()) == (0, 1)
    with desk.database.begin() as db:
        assert [each.e164 for each in stock.every(db)] == [of_stock]
        again = a_hold(next(_ids), until=desk.clock() + HOLD_LASTS)
        assert at_carriers.hold_offered(db, again, "telnyx", [(e164, SEATTLE, TOLL.kind)], desk.clock()) == [e164]
        holds.write(db, again, [e164], None)
    assert desk.in_use() == 1
    assert hold.id != again.id


@table("arrives", [True, False])
def test_an_ordered_number_counts_and_is_neither_acquired_nor_to_be_had(desk: Desk, arrives: bool) -> None:
    e164 = offered()
    with desk.database.begin() as db:
        hold, _ = held(db, e164)
        assert at_carriers.order(db, hold, [e164], START, PERMIT) == 1
    before = desk.in_use()
    desk.clock.advance(10 * HOLD_LASTS)
    with desk.database.begin() as db:
        found = {use: inventory.count(db, HOME, Filter(uses=(use,)), desk.clock()) for use in NumberUse}
        assert found == dict.fromkeys(NumberUse, 0) | {NumberUse.ORDERED: 1, NumberUse.ACQUIRED: before - 1}
    assert (desk.in_use(), desk.to_be_had()) == (before, 0)
    with desk.database.begin() as db:
        came = at_carriers.arrived(db, HOME, [e164]) if arrives else 0
        went = at_carriers.lost(db, HOME, [e164], desk.clock())
        assert (came, went) == ((1, 0) if arrives else (0, 1))
        assert (inventory.find(db, HOME, e164, desk.clock()) is not None) == arrives
    assert (desk.in_use(), desk.to_be_had()) == (before - (not arrives), 0)


def test_tasks_of_one_subject_go_in_order_and_each_is_in_one_hand(desk: Desk) -> None:
    now = desk.real_clock()
    with desk.database.begin() as db:
        for subject, operation in product(("a", "b"), (Operation.HOLD, Operation.DROP, Operation.HOLD)):
            tasks.owe(db, HOME, "telnyx", operation, subject, now)
        first, second = tasks.claim(db, now), tasks.claim(db, now)
        assert first
        assert second
        assert [(each.subject, each.operation) for each in (first, second)] == [("a", "hold"), ("b", "hold")]
        assert tasks.claim(db, now) is None
        assert not first.asked_before
        assert tasks.done(db, second)
        following = tasks.claim(db, now)
        assert following
        assert (following.subject, following.operation) == ("b", Operation.DROP)

        again = tasks.claim(db, now + tasks.LEASE)  # who had it died
        assert again
        assert (again.id, again.asked_before, again.claim) == (first.id, True, 2)
        assert not tasks.done(db, first)
        assert not tasks.put_off(db, first, now, in_doubt=False)
        assert tasks.put_off(db, again, now, "busy", in_doubt=False, looks=1)
        last = tasks.claim(db, now + timedelta(seconds=1))
        assert last
        assert (last.id, last.asked_before, last.tries, last.looks) == (first.id, False, 2, 1)

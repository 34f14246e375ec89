"""Whatever happens to port orders, in whatever order: they go only where they may, and everybody concerned is told."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain, pairwise

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as some
from sqlalchemy import select

from handlers.kit.cards import CardOutbox
from handlers.kit.words import BadField
from handlers.ports import dates, follow_up
from handlers.ports import rules as port_rules
from handlers.ports.entries import PortAction
from handlers.ports.owing import PortOutbox
from handlers.ports.rules import TABLE, Mover
from handlers.ports.views.step_view import Step
from store import ports, workspaces
from store.audit.types import Entry
from store.numbers.table import NumberRow
from store.numbers.types import Status
from store.ports.types import OPEN, PENDING_FOR, Capacity, Field, PortOrder, Reason, State
from store.session import Database
from tests.databases import ENGINES
from tests.desk import ADA, BEN, CHLOE, EVE, HOME, Desk, click, open_desk
from tests.orders import (
    ACCOUNT,
    ADDRESS,
    NUMBERS,
    SIGNATORY,
    cancel,
    followers,
    in_modal,
    listed,
    owed,
    ring,
    send,
    sign,
    step,
    stock,
    take_out,
    update,
)
from tests.store.emptying import empty

MEMBERS = (BEN, CHLOE, ADA)
EXAMPLES = 14  # on each engine, others on one than on the other
ORDERS = 4  # at most, unless they are divided
CHOICES = 8
HOURS = (1, 5, 23, 24, 25, 72, 240, 600)
FOC_AFTER = (12, 25, 26, 48, 48, 240, 480, 0)  # hours; there is no transfer at once
TOLD = (PortAction.PORT_MOVED, PortAction.PORT_REMINDED)


@dataclass(slots=True, kw_only=True)
class Walk:
    """A desk to which things happen, all that it ever owed, and which entries were looked at."""

    desk: Desk
    owed: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    checked: set[int] = field(default_factory=set)

    def orders(self) -> list[PortOrder]:
        with self.desk.database.reading() as db:
            return ports.page(db, HOME, frozenset(State), limit=99)

    def pick(self, which: int) -> PortOrder | None:
        """One of the orders, mostly one that is open."""
        orders = self.orders()
        few = [order for order in orders if order.state in OPEN] if which else orders
        return few[which % len(few)] if few else None


def write(walk: Walk, which: int) -> None:
    """A complete draft, of those of some numbers that can be in it."""
    desk, by = walk.desk, MEMBERS[which % 3]
    reply = step(desk, Step.NUMBERS, by=by, typed=listed(NUMBERS[which % 3 :]))
    if reply.view is None:
        return
    order = in_modal(desk, reply)
    for at, fields in ((Step.ACCOUNT, ACCOUNT), (Step.ADDRESS, ADDRESS), (Step.SIGNER, SIGNATORY)):
        step(desk, at, order, by, fields=fields)
    edit(walk, order, which)


def edit(walk: Walk, order: PortOrder, which: int) -> None:
    """Wish for a date that is possible now; sometimes change what the letter says, too; have it signed anew."""
    desk, by = walk.desk, MEMBERS[which % 3]
    with desk.database.reading() as db:
        first = dates.first_date(workspaces.find(db, HOME), ["US"], desk.clock().date())
    reply = step(desk, Step.DATE, order, by, fields={Field.WANTED_DATE: first.isoformat()})
    if which % 2 == 0:
        step(desk, Step.SIGNER, order, by, fields={Field.TITLE: f"Dr {which}"})
    if not reply.refusal and which != 1:
        sign(desk, order, by)


def move(walk: Walk, order: PortOrder, which: int) -> None:
    """An admin tells what the carrier made of it."""
    now = walk.desk.clock()
    can_be = port_rules.moves(order.state_at(now), Mover.ADMIN) or list(State)
    to = can_be[which % len(can_be)]
    foc = now + timedelta(hours=FOC_AFTER[which]) if to is State.APPROVED else None
    update(walk.desk, order, to, foc=foc, reason=list(Reason)[which] if to is State.ERROR else None)


def leap(walk: Walk, order: PortOrder, which: int) -> None:
    """An admin tells something, whether or not it can be."""
    update(walk.desk, order, list(State)[which], foc=walk.desk.clock() + timedelta(days=3), reason=Reason.PIN)


def follow(walk: Walk, order: PortOrder, which: int) -> None:
    do = follow_up.unfollow if which % 2 else follow_up.follow
    do(walk.desk.tools, click(MEMBERS[which % 3]), order.id)


def wait(walk: Walk, which: int) -> None:
    walk.desk.clock.advance(timedelta(hours=HOURS[which]))
    ring(walk.desk)


def press_on(walk: Walk, order: PortOrder, which: int) -> None:
    """Whoever must do something next does it."""
    desk = walk.desk
    match order.state:
        case State.DRAFT | State.ERROR:
            edit(walk, order, which)
            send(desk, order)
        case State.APPROVED if order.foc:
            desk.clock.now = max(desk.clock(), order.foc - PENDING_FOR)
            ring(desk)
        case _:
            move(walk, order, 0)


HAPPENS: dict[str, Callable[[Walk, PortOrder, int], object]] = {
    "edit": edit,
    "send": lambda walk, order, which: send(walk.desk, order, MEMBERS[which % 3], list(Capacity)[1 + which % 2]),
    "move": move,
    "press on": press_on,
    "press on, too": press_on,
    "leap": leap,
    "cancel": lambda walk, order, which: which < 2 and cancel(walk.desk, order),
    "take out": lambda walk, order, which: take_out(walk.desk, order, NUMBERS[which % 3]),
    "follow": follow,
    "somebody reserves": lambda walk, _order, _which: walk.desk.reserve(EVE, 1),
}
WALKS = some.lists(
    some.tuples(
        some.sampled_from(["write", "wait", *HAPPENS]),
        some.integers(0, CHOICES - 1),
        some.integers(0, CHOICES - 1),
    ),
    min_size=10,
    max_size=40,
)


def go(walk: Walk, what: str, which: int, how: int) -> None:
    if what == "wait":
        return wait(walk, how)
    order = walk.pick(which)
    if what == "write" or order is None:
        return write(walk, how) if len(walk.orders()) < ORDERS else None
    with suppress(BadField):  # the modal stays open
        HAPPENS[what](walk, order, how)
    return None


def check(walk: Walk) -> None:
    walk.owed |= owed(walk.desk)
    orders = walk.orders()
    for order in orders:
        entries = walk.desk.entries(order.name)
        check_path(order, [entry for entry in entries if entry.deed.action == PortAction.PORT_MOVED])
        for entry in entries:
            if entry.deed.action in TOLD and entry.number not in walk.checked:
                check_told(walk, order, entry)
                walk.checked.add(entry.number)
    times = Counter(chain.from_iterable(order.numbers for order in orders if order.state in OPEN))
    assert {e164 for e164, often in times.items() if often > 1} == set()
    check_numbers(walk, orders)
    assert walk.desk.verify().flaw is None


def check_path(order: PortOrder, moves: Sequence[Entry]) -> None:
    """An order goes only where it may, and the record has every step of it."""
    steps = [(State(entry.deed.before["state"]), State(entry.deed.after["state"])) for entry in moves]
    assert all(to in TABLE[state] for state, to in steps)
    assert all(before[1] == after[0] for before, after in pairwise(steps))
    first, last = (steps[0][0], steps[-1][1]) if steps else (State.DRAFT, State.DRAFT)
    assert (first, last) == (State.DRAFT, order.state)


def check_told(walk: Walk, order: PortOrder, entry: Entry) -> None:
    """An entry is told once in the thread, and once to each who is concerned."""
    concerned = {order.requested_by, *followers(walk.desk, order)}
    told = [(subject, kind) for subject, kind, item in walk.owed.values() if item == str(entry.number)]
    assert sorted(told) == sorted(
        [(order.name, CardOutbox.LINE), *((f"{order.name} {user}", PortOutbox.NEWS) for user in concerned)]
    )


def check_numbers(walk: Walk, orders: Sequence[PortOrder]) -> None:
    """Ours is what a completed order brought, and nothing of the pool is."""
    with walk.desk.database.reading() as db:
        rows = db.execute(select(NumberRow).where(NumberRow.port_order.is_not(None))).all()
    assert {row.status for row in rows} <= {Status.ACQUIRED}
    assert NUMBERS[0] not in {row.e164 for row in rows}
    ours = {row.e164 for row in rows if row.status == Status.ACQUIRED}
    assert ours == {e164 for order in orders if order.state is State.COMPLETED for e164 in order.numbers}


@pytest.mark.slow
def test_wherever_port_orders_go_they_may_go_there_and_everybody_concerned_hears_of_it(
    database: Database, engine_name: str
) -> None:
    reached: set[State] = set()

    # To make a walk that fails shorter would take minutes.
    @seed(ENGINES.index(engine_name))
    @settings(max_examples=EXAMPLES, database=None, deadline=None, phases=[Phase.generate])
    @given(WALKS)
    def walk(happenings: list[tuple[str, int, int]]) -> None:
        empty(database)
        walk = Walk(desk=open_desk(database))
        stock(walk.desk, NUMBERS[:1])
        for happening in happenings:
            go(walk, *happening)
            check(walk)
            reached.update(order.state for order in walk.orders())

    walk()
    assert reached == set(State), "or the walks prove little"

"""Short words for tests of port orders: to write one, have its letter signed, send it, move it."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from handlers.kit.file_faults import FileFault
from handlers.kit.member import Member
from handlers.kit.outgoing import Arrived
from handlers.kit.reply import DONE, Reply
from handlers.ports import clock, files, follow_up, letters, wizard
from handlers.ports.follow_up import Update
from handlers.ports.letters import Signed
from handlers.ports.owing import PortOutbox
from handlers.ports.rules import News
from handlers.ports.step_payloads import Written
from handlers.ports.views import update as modals
from handlers.ports.views.step_view import Step
from store import numbers, ports
from store.numbers.types import PoolNumber
from store.outbox.table import OutboxRow
from store.outbox.types import ClaimedItem
from store.ports.types import PENDING_FOR, Alarm, Capacity, Field, OrderId, PortOrder, Reason, Scope, State
from store.types import E164, Kind, Place, UserId, WorkspaceId
from tests.desk import ADA, BEN, HOME, SEATTLE, START, Desk, click
from tests.store.owing import claim, pay

NUMBERS = tuple(E164(f"+120655501{number:02}") for number in range(3))  # such that there can be
TOLL_FREE_NUMBER, BRITISH_NUMBER = E164("+18335550100"), E164("+442079460000")
BTN, PIN, SIGNER = E164("+12065550199"), "84-72", "Wanda Zoll"
LETTER = b"%PDF-1.4 x"
FIRST_DATE = "2026-03-16"  # that can be wished for at START: ten business days later
FOC = START + timedelta(days=14)

ACCOUNT = {Field.CARRIER: "Old Telco", Field.ACCOUNT: "A-1", Field.BTN: BTN, Field.PIN: PIN}
ADDRESS = {Field.COMPANY: "Contoso", Field.STREET: "1 Main St", Field.CITY: "Seattle", Field.POSTCODE: "98101"}
SIGNATORY = {Field.AUTHORISED: SIGNER, Field.PHONE: BTN, Field.EMAIL: "wanda@contoso.example"}
DATE = {Field.WANTED_DATE: FIRST_DATE}


def step(desk: Desk, at: Step, order: PortOrder | None = None, by: Member = BEN, key: str = "", **said: Any) -> Reply:
    """Send a step of the modal."""
    written = Written(step=at, order=order.id if order else None, **said)
    return wizard.next_step(desk.tools, click(by, key), written)


def listed(these: Iterable[E164]) -> str:
    return "\n".join(these)


def begin(desk: Desk, by: Member = BEN, these: Iterable[E164] = NUMBERS) -> PortOrder:
    """A draft of which the first step is written."""
    return in_modal(desk, step(desk, Step.NUMBERS, by=by, typed=listed(these)), by.workspace)


def in_modal(desk: Desk, reply: Reply, workspace: WorkspaceId = HOME) -> PortOrder:
    """The order that a step is of."""
    assert reply.view
    return found(desk, json.loads(reply.view["private_metadata"])["order"], workspace)


def draft(
    desk: Desk,
    by: Member = BEN,
    these: Iterable[E164] = NUMBERS,
    *,
    scope: Scope = Scope.PARTIAL,
    followers: tuple[UserId, ...] = (),
    fields: Mapping[str, str] | None = None,
) -> PortOrder:
    """A draft of which every step is written; `fields` are those that say something else than in most tests."""
    order = begin(desk, by, these)
    said = {at: {**some, **(fields or {})} for at, some in _BY_STEP.items()}
    for at in (Step.ACCOUNT, Step.ADDRESS, Step.SIGNER):
        step(desk, at, order, by, fields=said[at], scope=scope if at is Step.ACCOUNT else None)
    step(desk, Step.DATE, order, by, fields=said[Step.DATE], followers=followers)
    assert step(desk, Step.REVIEW, order, by) == DONE
    return fresh(desk, order)


def edit(desk: Desk, order: PortOrder, fields: Mapping[str, str], by: Member = BEN) -> Reply:
    """Go back to a step of which no rule is, and write something else."""
    return step(desk, Step.SIGNER, order, by, fields=fields)


def sign(desk: Desk, order: PortOrder, by: Member = BEN, content: bytes | FileFault = LETTER) -> PortOrder:
    """Hand the signed letter in, and let Slack give the file."""
    letters.hand_in(desk.tools, click(by), Signed(order=order.id, file="F1", signer=SIGNER))
    arrive(desk, by, content)
    return fresh(desk, order)


def arrive(desk: Desk, by: Member, content: bytes | FileFault, name: str = "letter.pdf") -> None:
    """Pay what is owed up to the file that is to be fetched, and give that."""
    debt = _owed_file(desk)
    files.take(desk.tools, debt, by, Arrived(name=name, content=content))


def _owed_file(desk: Desk) -> ClaimedItem:
    while debt := claim(desk):
        if debt.owing.kind == PortOutbox.FETCH:
            return debt
        pay(desk, debt)
    raise AssertionError("no file is to be fetched")


def ready(desk: Desk, by: Member = BEN, these: Iterable[E164] = NUMBERS, **said: Any) -> PortOrder:
    """A draft that can be sent."""
    return sign(desk, draft(desk, by, these, **said), by)


def send(
    desk: Desk, order: PortOrder, by: Member = BEN, capacity: Capacity = Capacity.CONFIRMED, key: str = ""
) -> Reply:
    ask = follow_up.Send(order=order.id, capacity=capacity, shown=modals.shown(fresh(desk, order)))
    return follow_up.send(desk.tools, click(by, key), ask)


def sent(desk: Desk, by: Member = BEN, these: Iterable[E164] = NUMBERS, **said: Any) -> PortOrder:
    """An order that was sent."""
    order = ready(desk, by, these, **said)
    assert send(desk, order, by) == DONE
    return fresh(desk, order)


def update(
    desk: Desk,
    order: PortOrder,
    to: State,
    by: Member = ADA,
    *,
    foc: datetime | None = None,
    reason: Reason | None = None,
    comment: str = "",
) -> Reply:
    """Say where an order is now."""
    news, shown = News(foc=foc, reason=reason, comment=comment), modals.shown(fresh(desk, order))
    return follow_up.update(desk.tools, click(by), Update(order=order.id, to=to, news=news, shown=shown))


def refuse(desk: Desk, order: PortOrder, reason: Reason = Reason.PIN) -> PortOrder:
    """The losing carrier refuses."""
    assert update(desk, order, State.ERROR, reason=reason) == DONE
    return fresh(desk, order)


def approve(desk: Desk, order: PortOrder, foc: datetime = FOC) -> PortOrder:
    """The losing carrier is asked, and agrees to a time."""
    if fresh(desk, order).state is State.PROCESSING:
        assert update(desk, order, State.CONTACTING) == DONE
    assert update(desk, order, State.APPROVED, foc=foc) == DONE
    return fresh(desk, order)


def complete(desk: Desk, order: PortOrder) -> PortOrder:
    """The numbers of a sent order come, in time."""
    approved = approve(desk, order)
    desk.clock.now = FOC - PENDING_FOR
    ring(desk)
    assert update(desk, approved, State.COMPLETED) == DONE
    return fresh(desk, order)


def cancel(desk: Desk, order: PortOrder, by: Member = BEN, key: str = "") -> Reply:
    return follow_up.cancel(desk.tools, click(by, key), order.id)


def take_out(desk: Desk, order: PortOrder, *these: E164, by: Member = BEN, key: str = "") -> Reply:
    return follow_up.take_out(desk.tools, click(by, key), order.id, listed(these))


def ring(desk: Desk) -> int:
    return clock.ring(desk.tools)


def fresh(desk: Desk, order: PortOrder) -> PortOrder:
    """The order as it is now."""
    return found(desk, order.id, order.workspace)


def found(desk: Desk, order: int, workspace: WorkspaceId = HOME) -> PortOrder:
    with desk.database.reading() as db:
        there = ports.find(db, workspace, OrderId(order))
    assert there
    return there


def alarms(desk: Desk, order: PortOrder) -> dict[Alarm, datetime]:
    """What the clock will do with an order."""
    with desk.database.reading() as db:
        return ports.alarms(db, order)


def followers(desk: Desk, order: PortOrder) -> list[UserId]:
    with desk.database.reading() as db:
        return ports.followers(db, order)


def owed(desk: Desk) -> dict[int, tuple[str, str, str]]:
    """What is owed by now and not paid: for each debt its subject, kind and item."""
    with desk.database.reading() as db:
        named = select(OutboxRow.id, OutboxRow.subject, OutboxRow.kind, OutboxRow.item)
        rows = db.execute(named.order_by(OutboxRow.id)).all()
    return {row.id: (row.subject, str(row.kind), row.item) for row in rows}


def stock(desk: Desk, these: Iterable[E164] = NUMBERS, place: Place = SEATTLE, kind: Kind = Kind.TOLL) -> None:
    """Put numbers into the pool that can also be ported."""
    with desk.database.begin() as db:
        numbers.add(db, (PoolNumber(e164=e164, place=place, kind=kind) for e164 in these), desk.clock())


_BY_STEP: dict[Step, dict[Field, str]] = {
    Step.ACCOUNT: ACCOUNT,
    Step.ADDRESS: ADDRESS,
    Step.SIGNER: SIGNATORY,
    Step.DATE: DATE,
}

"""What a local carrier has and owes: its numbers, and the orders for them, on the desk's clock.

How a number is held is the carrier's own affair; the ledger knows by whom and until when, and gives it back itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from heapq import heappop, heappush
from uuid import uuid4

from bot.carriers.local.fiction import Sold

PAPERS_WITHIN = timedelta(days=3)  # before an order without them is cancelled
_BALANCE = Decimal(25_000)


class State(StrEnum):
    """Whose a number is: the carrier's, or for a while or for good the desk's."""

    FREE = "free"
    RESERVED = "reserved"
    ORDERED = "ordered"
    OWNED = "owned"


class Status(StrEnum):
    """How far an order is, or one number of it."""

    PENDING = "pending"
    PAPERS = "papers"
    SUCCESS = "success"
    FAILURE = "failure"
    CANCELLED = "cancelled"

    @property
    def is_end(self) -> bool:
        """Whether nothing comes after it."""
        return self not in (Status.PENDING, Status.PAPERS)


@dataclass(slots=True, kw_only=True)
class LocalNumber:
    """A number, and whose it is: `until` ends a reservation, `reference` is the desk's own for what it is part of."""

    sold: Sold
    state: State = State.FREE
    until: datetime | None = None
    reference: str = ""
    id: str = ""  # the carrier's own, of the reservation that it is part of, or of the number that is the desk's
    since: datetime | None = None  # when it became the desk's


@dataclass(slots=True, kw_only=True)
class OrderLine:
    """One number of an order."""

    number: str
    id: str = field(default_factory=lambda: str(uuid4()))
    status: Status = Status.PENDING
    reason: str = ""
    papers_until: datetime | None = None


@dataclass(slots=True, kw_only=True)
class LocalOrder:
    """An order, which ends by itself at `due`; None: it waits to be told."""

    id: str
    reference: str
    lines: list[OrderLine]
    created_at: datetime
    updated_at: datetime
    due: datetime | None

    @property
    def status(self) -> Status:
        """That of its numbers: unfinished while one is, a success where one is."""
        for status in (Status.PAPERS, Status.PENDING, Status.SUCCESS, Status.FAILURE):
            if any(line.status is status for line in self.lines):
                return status
        return Status.CANCELLED


class Ledger:
    """Numbers and orders. All that reads it calls `settle` first."""

    def __init__(self, numbers: Iterable[Sold], now: Callable[[], datetime]) -> None:
        self.numbers: dict[str, LocalNumber] = {sold.number: LocalNumber(sold=sold) for sold in numbers}
        self.orders: dict[str, LocalOrder] = {}
        self.shown: dict[str, datetime] = {}  # when a search last showed a number, whosever it is by now
        self.balance = _BALANCE
        self.now = now
        self._due: list[tuple[datetime, str]] = []  # a heap: when to look at a number or an order again

    def settle(self) -> list[LocalOrder]:
        """Do what the clock has brought: end reservations and papers' time, finish orders. Returns the orders moved."""
        now, moved = self.now(), []
        while self._due and self._due[0][0] <= now:
            _, what = heappop(self._due)
            if (order := self.orders.get(what)) and self._moved(order, now):
                moved.append(order)
            number = self.numbers.get(what)
            if number and number.state is State.RESERVED and number.until and number.until <= now:
                self.free(number)
        return moved

    @property
    def next_due(self) -> datetime | None:
        """When there is something to settle again, or nothing after all; None: never, as it stands."""
        return self._due[0][0] if self._due else None

    def free(self, number: LocalNumber) -> None:
        """Give a number back to be sold."""
        number.state, number.until, number.reference, number.id, number.since = State.FREE, None, "", "", None

    def reserve(self, number: LocalNumber, reference: str, until: datetime, id_: str) -> None:
        """Hold a number for the desk until then, as part of the carrier's reservation `id_`."""
        number.state, number.reference, number.id = State.RESERVED, reference, id_
        self.hold_until(number, until)

    def hold_until(self, number: LocalNumber, until: datetime) -> None:
        """Give a reservation another end."""
        number.until = until
        heappush(self._due, (until, number.sold.number))

    def order(self, reference: str, numbers: Iterable[str], takes: timedelta, id_: str | None = None) -> LocalOrder:
        """Write an order down, which ends by itself after so long. What somebody else has by then fails."""
        now = self.now()
        lines = [OrderLine(number=number) for number in numbers]
        order = LocalOrder(
            id=id_ or str(uuid4()), reference=reference, lines=lines, created_at=now, updated_at=now, due=now + takes
        )
        for line in lines:
            if number := self.numbers.get(line.number):
                number.state, number.until, number.reference, number.id = State.ORDERED, None, reference, line.id
                if number.sold.wants_papers:
                    self._want_papers(line)
        self.orders[order.id] = order
        self._look_at(order)
        return order

    def step(self, order: LocalOrder, to: Status, numbers: Iterable[str], reason: str, takes: timedelta) -> bool:
        """Move unfinished numbers of an order on. False: there was none to move."""
        lines = [line for line in order.lines if line.number in numbers and not line.status.is_end]
        for line in lines:
            self._step(order, line, to, reason)
        order.updated_at = self.now()
        if to is Status.PENDING:
            order.due = self.now() + takes
        self._look_at(order)
        return bool(lines)

    def take(self, number: str) -> None:
        """Somebody else has it now."""
        del self.numbers[number]

    def _moved(self, order: LocalOrder, now: datetime) -> bool:
        is_due = order.due is not None and order.due <= now
        moved = False
        for line in order.lines:
            if line.status is Status.PAPERS and line.papers_until and line.papers_until <= now:
                self._step(order, line, Status.CANCELLED, "requirements were not met in time")
                moved = True
            elif line.status is Status.PENDING and is_due:
                self._step(order, line, Status.SUCCESS, "")
                moved = True
        if is_due:
            order.due = None
        if moved:
            order.updated_at = now
        return moved

    def _look_at(self, order: LocalOrder) -> None:
        for at in {order.due, *(line.papers_until for line in order.lines)}:
            if at:
                heappush(self._due, (at, order.id))

    def _step(self, order: LocalOrder, line: OrderLine, to: Status, reason: str) -> None:
        number = self.numbers.get(line.number)
        if number is None and to is Status.SUCCESS:
            to, reason = Status.FAILURE, "the number is no longer available"
        line.status, line.reason, line.papers_until = to, reason, None
        if to is Status.PAPERS:
            self._want_papers(line)
        elif to is Status.SUCCESS and number:
            number.state, number.id, number.since, number.reference = State.OWNED, line.id, self.now(), order.reference
            self.balance -= number.sold.monthly + number.sold.upfront
        elif to.is_end and number and number.state is State.ORDERED and number.reference == order.reference:
            self.free(number)

    def _want_papers(self, line: OrderLine) -> None:
        line.status, line.papers_until = Status.PAPERS, self.now() + PAPERS_WITHIN

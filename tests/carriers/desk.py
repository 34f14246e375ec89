"""A desk whose carrier is a local one over the wire, on one clock, and a worker that is moved by hand."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import event, func, select

from bot.carrier_worker import CarrierWorker
from bot.clock import desk_clock
from handlers.carriers.entries import CarrierAction
from handlers.kit.carriers import Carrier, CarrierName
from store.carriers import lines
from store.carriers.table import CarrierTaskRow
from store.carriers.types import Line, State, Task
from store.holds.types import Hold
from store.session import Database
from store.types import E164, WorkspaceId
from store.workspaces.types import Licences
from tests.carriers.conftest import Side
from tests.desk import BEN, Desk, open_desk

ROUNDS = 12  # of a minute of real time, in which all that is to be asked is asked


class Killed(BaseException):
    """The process is gone."""


@dataclass(frozen=True, kw_only=True)
class OneCarrier:
    """One carrier is set up."""

    carrier: Carrier

    def of(self, _workspace: WorkspaceId) -> Sequence[Carrier]:
        return [self.carrier]

    def named(self, _name: CarrierName) -> Sequence[Carrier]:
        return [self.carrier]


@dataclass(slots=True, kw_only=True)
class AtCarrier:
    """A desk with one carrier, and what can happen to both."""

    desk: Desk
    side: Side
    following: Task | None = None  # which the worker took with the answer to the last

    def work(self) -> None:
        """Ask what is due, in one thread."""
        CarrierWorker(self.desk.tools, workers=0).drain()

    def step(self) -> bool:
        """Ask the next thing that is due. Whether anything was."""
        worker = CarrierWorker(self.desk.tools, workers=0)
        task, self.following = self.following or worker._claim(), None
        if task:
            self.following = worker._carry_out(task)
        return task is not None

    def work_on(self, *, until: Callable[[], bool]) -> None:
        """Ask for some minutes of real time, while the desk's clock moves a little, until all is done."""
        for _ in range(ROUNDS):
            self.work()
            if until():
                return
            self.wait()
        raise AssertionError([(each.e164, each.state) for each in self.lines()])

    def wait(self) -> None:
        """Let a minute of real time pass, and a little of the desk's, in which an order comes to its end."""
        self.lease_ends()
        self.side.pass_time(timedelta(seconds=3))

    def lease_ends(self) -> None:
        """Let a minute of real time pass, in which whoever was killed loses what they had in hand."""
        self.desk.real_clock.advance(timedelta(seconds=61))

    def reserve(self, quantity: int) -> Hold:
        return self.desk.held(BEN.workspace, self.desk.reserve(BEN, quantity))

    def lines(self, hold: Hold | None = None) -> list[Line]:
        with self.desk.database.reading() as db:
            if hold:
                return lines.of_hold(db, hold)
            return lines._lines(db, select(lines._ROW))

    def states(self, hold: Hold) -> set[State]:
        return {each.state for each in self.lines(hold)}

    def open_tasks(self) -> int:
        with self.desk.database.reading() as db:
            return db.scalar(select(func.count()).select_from(CarrierTaskRow)) or 0

    def told(self, hold: Hold, action: CarrierAction) -> list[E164]:
        """The numbers of which members were told so, as often as they were."""
        return [
            e164
            for entry in self.desk.entries(hold.name)
            if entry.deed.action == action
            for e164 in entry.deed.after["numbers"]
        ]

    def orders(self, hold: Hold) -> list[list[str]]:
        """The numbers of each order that the carrier has of a hold."""
        references = {str(each.reference) for each in self.lines(hold)}
        orders = self.side.state()["orders"]
        return [sorted(n["number"] for n in each["numbers"]) for each in orders if each["reference"] in references]


def sells_more(side: Side, numbers: int) -> None:
    """The carrier has so many numbers of one city and no others."""
    carrier = side.running
    like = next(iter(carrier.ledger.numbers.values())).sold
    sold = [replace(like, number=f"+{int(like.number) + at}", wants_papers=False) for at in range(numbers)]
    # In its place, for the workspace has it by now.
    type(carrier).__init__(carrier, now=carrier.now, key=carrier.key, numbers=sold)


def at_carrier(database: Database, side: Side) -> AtCarrier:
    """A desk with an empty stock and a large quota, and the carrier."""
    desk = open_desk(database)
    tools = replace(desk.tools, now=desk_clock(side.slack.clock_file), carriers=OneCarrier(carrier=side.client))
    desk.set(licences=Licences(phone_system=5_000), extra={"no_resale": True})
    return AtCarrier(desk=replace(desk, tools=tools), side=side)


@contextmanager
def killed_at(at: AtCarrier, moment: int) -> Iterator[list[str]]:
    """Be killed at the so-manieth moment: before a statement or a commit, before a call, once it was answered, or at
    the end, when all was done and nobody has heard of it. 0: never.

    What is handed out counts the moments.
    """
    passed: list[str] = []

    def pass_by(what: str) -> None:
        passed.append(what)
        if len(passed) == moment:
            raise Killed(what)

    def on_statement(*said: Any) -> None:
        pass_by(said[2])

    def on_commit(_connection: object) -> None:
        pass_by("COMMIT")

    client = at.side.client._http._client  # type: ignore[attr-defined]
    engine = at.desk.database.engine
    event.listen(engine, "before_cursor_execute", on_statement)
    event.listen(engine, "commit", on_commit)
    hooks = client.event_hooks
    client.event_hooks = {
        "request": [lambda request: pass_by(f"{request.method} {request.url.path}")],
        "response": [lambda response: pass_by(f"answered {response.status_code}")],
    }
    try:
        yield passed
        pass_by("the end")
    finally:
        client.event_hooks = hooks
        event.remove(engine, "before_cursor_execute", on_statement)
        event.remove(engine, "commit", on_commit)

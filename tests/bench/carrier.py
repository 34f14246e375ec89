"""A thousand orders of five numbers at a carrier that takes its time for each call, and commands meanwhile."""

import asyncio
import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from threading import Thread
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import httpx
from sqlalchemy import func, select

from bot.build import Desk, build
from bot.carrier_worker import WORKERS
from bot.carriers.accounts import Account
from bot.carriers.local.carrier import LocalCarrier
from bot.carriers.local.fiction import Sold
from bot.carriers.local.ledger import LocalNumber
from bot.clock import real_now
from bot.workspace.keys import Keys
from bot.workspace.server import HOST, Server, create, listen
from bot.workspace.workspace import Workspace
from store import holds
from store.carriers import lines, tasks
from store.carriers.table import CarrierLineRow, CarrierTaskRow
from store.carriers.types import Line, Operation, State
from store.holds.types import Hold, HoldId, Purpose
from store.numbers import at_carriers
from store.numbers.types import Permit
from store.session import Db
from store.types import E164, ChannelId, Criteria, Kind, Place, UserId, WorkspaceId
from tests.bench.measure import Measure
from tests.bench.scene import ASKED, QUICK_POOL, Scene
from tests.bench.slack import ADMIN, CHANNELS, command, dispatched, local_slack

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

CALL_TAKES = 0.2  # seconds
PAUSE = 0.25  # seconds between two commands
LASTS = timedelta(minutes=30)
TELNYX = "telnyx"
CUSTOMER = WorkspaceId("T0")  # another than the one whose commands are timed
ASKS = "quota"
PLACE = Place(country="US", region="Washington", city="Seattle")


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """What was seen of the orders."""

    seconds: float
    calls: int
    idle: float  # milliseconds of a command, the median
    meanwhile: float


def measures(scene: Scene) -> Iterator[Measure]:
    orders = scene.much(1_000, 40)
    ours = _ours(scene, orders)
    by_hand = _by_hand(ours.calls, numbers=orders * ASKED)
    yield Measure(
        name="carrier, calls of orders of five",
        engine=scene.engine,
        unit="calls per second",
        ours=ours.calls / ours.seconds,
        reference=ours.calls / by_hand,
        ratio_bound=("least", 0.8),
        beside={"orders": orders, "seconds": ours.seconds, "at once": WORKERS},
    )
    yield Measure(
        name="carrier, a command's p50 meanwhile",
        engine=scene.engine,
        unit="ms",
        ours=ours.meanwhile,
        reference=ours.idle,
        ratio_bound=("most", 2),
    )


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """A local carrier in a process of its own, as real ones are: it takes no turns from who asks it."""

    account: Account
    line: "Connection[None, int]"

    def calls(self) -> int:
        """How many calls came by now."""
        self.line.send(None)
        return self.line.recv()


@contextmanager
def _elsewhere(numbers: int) -> Iterator[Elsewhere]:
    """A local carrier with so many numbers, all of which were shown just now."""
    processes = multiprocessing.get_context("spawn")
    line, its = processes.Pipe()
    process = processes.Process(target=_serve, args=[its, numbers], daemon=True)
    process.start()
    its.close()
    try:
        yield Elsewhere(account=line.recv(), line=line)
    finally:
        line.close()
        process.join()


def _serve(line: "Connection[Account | int, None]", numbers: int) -> None:
    """Be that process, until nobody is on the line any more."""
    with _carrier(numbers) as (carrier, account), suppress(EOFError):
        line.send(account)
        while True:
            line.recv()
            line.send(len(carrier.log._entries))


@contextmanager
def _carrier(numbers: int) -> Iterator[tuple[LocalCarrier, Account]]:
    with tempfile.TemporaryDirectory() as folder, listen(0) as listener:
        url = f"http://{HOST}:{listener.getsockname()[1]}"
        workspace = Workspace(url=url, clock_file=Path(folder) / "clock", keys=Keys(), carriers=("telnyx",))
        server = Server(create(workspace), workspace)
        thread = Thread(target=asyncio.run, args=[server.serve([listener])])
        thread.start()
        while not server.started:
            time.sleep(0.05)
        carrier = workspace.carriers.called("telnyx")
        ledger = carrier.ledger
        ledger.numbers.clear()
        ledger.numbers.update({sold.number: LocalNumber(sold=sold) for sold in map(_sold, range(numbers))})
        ledger.shown.update(dict.fromkeys(ledger.numbers, carrier.now()))
        carrier.set_pace(order_seconds=0, call_seconds=CALL_TAKES)
        try:
            yield carrier, next(Account(**each) for each in workspace.carriers.accounts())
        finally:
            server.should_exit = True
            thread.join()


def _sold(at: int) -> Sold:
    return Sold(
        number=_e164(at),
        kind="toll",
        country="US",
        region="WA",
        region_name="Washington",
        city="Seattle",
        monthly=Decimal(1),
        upfront=Decimal(1),
        currency="USD",
    )


def _e164(at: int) -> E164:
    return E164(f"+1564{5_550_000 + at:07}")


def _ours(scene: Scene, orders: int) -> Ordered:
    url = scene.databases.copy(scene.engine, scene.database_of(QUICK_POOL))  # no carrier looks at the pool
    with _elsewhere(orders * ASKED) as carrier, local_slack(rate_limits=False) as slack:
        desk = build(replace(slack.settings(url, pace=False), carriers=(carrier.account,)))
        end = time.monotonic() + scene.much(12, 3)
        idle = _commands(desk, until=lambda: time.monotonic() > end)
        with desk.database.begin() as db:
            for number in range(orders):
                _order(db, number)
        began = time.monotonic()
        with ThreadPoolExecutor(1) as working:
            done = working.submit(_work, desk)
            meanwhile = _commands(desk, until=done.done)
        seconds = time.monotonic() - began
        assert _ours_by_now(desk) == orders * ASKED
        desk.stop()
        return Ordered(seconds=seconds, calls=carrier.calls(), idle=idle, meanwhile=meanwhile)


def _order(db: Db, number: int) -> None:
    """A hold of five numbers at the carrier, ordered and not asked yet: what acquiring it writes."""
    now, reference = real_now(), uuid4()
    numbers = [_e164(number * ASKED + at) for at in range(ASKED)]
    hold = Hold(
        workspace=CUSTOMER,
        id=HoldId(number + 1),
        held_by=UserId(ADMIN),
        channel=ChannelId(CHANNELS[0]),
        wanted=Criteria(place=PLACE, kind=Kind.TOLL),
        size=ASKED,
        held_at=now,
        until=now + LASTS,
        at_carriers=True,
    )
    at_carriers.hold_offered(db, hold, TELNYX, [(e164, PLACE, Kind.TOLL) for e164 in numbers], now)
    holds.write(db, hold, numbers, warn_at=None)
    lines.write(db, [_line(hold, e164, reference, now) for e164 in numbers])
    lines.move(db, lines.of_hold(db, hold), State.TO_ORDER, now)
    at_carriers.order(db, hold, numbers, now, Permit(workspace=CUSTOMER, quantity=ASKED))
    holds.close_acquired(db, hold, numbers, by=hold.held_by, purpose=Purpose.NOT_YET, note="", now=now)
    tasks.owe(db, CUSTOMER, TELNYX, Operation.ORDER, str(reference), now, hold=hold.id)


def _line(hold: Hold, e164: E164, reference: UUID, now: datetime) -> Line:
    return Line(
        id=0,
        workspace=CUSTOMER,
        hold=hold.id,
        e164=e164,
        carrier=TELNYX,
        title="Telnyx",
        reference=reference,
        held_under=reference,
        state=State.HELD,
        until=hold.until,
        changed_at=now,
    )


def _work(desk: Desk) -> None:
    """Have the worker told as the scheduler would, until nothing is left to ask."""
    while _open(desk):
        desk.carrier_worker.nudge()
        time.sleep(0.05)


def _open(desk: Desk) -> int:
    with desk.database.reading() as db:
        return db.scalar(select(func.count()).select_from(CarrierTaskRow)) or 0


def _ours_by_now(desk: Desk) -> int:
    with desk.database.reading() as db:
        ours = select(func.count()).select_from(CarrierLineRow).where(CarrierLineRow.state == State.OURS)
        return db.scalar(ours) or 0


def _commands(desk: Desk, *, until: Callable[[], bool]) -> float:
    """How many milliseconds a command took that was typed meanwhile, the median."""
    took = [dispatched(desk.app, command(ASKS), "quota")]
    while not until():
        took.append(dispatched(desk.app, command(ASKS), "quota"))
        time.sleep(PAUSE)
    return median(took)


def _by_hand(calls: int, *, numbers: int) -> float:
    """In how many seconds as many threads make as many calls at the same carrier."""
    with (
        _elsewhere(numbers) as carrier,
        httpx.Client(headers={"authorization": f"Bearer {carrier.account.key}"}) as http,
    ):

        def call(_at: int) -> None:
            assert http.get(f"{carrier.account.url}/number_orders").is_success

        began = time.monotonic()
        with ThreadPoolExecutor(WORKERS) as threads:
            list(threads.map(call, range(calls)))
        return time.monotonic() - began

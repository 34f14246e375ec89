"""The product as its users start it: real processes, on a database that the tests can look into."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import delete, func, select, update

from bot.local import SAMPLE
from bot.workspace.keys import Keys
from bot.workspace.server import HOST, listen
from store import audit, workspaces
from store.answers import AnswerRow
from store.approvals.table import ApprovalRequestRow, ApprovalRow
from store.audit.table import EntryRow
from store.batches.table import BatchLineRow, BatchRow
from store.holds.table import HoldNumberRow, HoldRow
from store.homes import HomeRow
from store.numbers.table import NumberRow
from store.numbers.types import Status
from store.outbox.table import LaneRow, OutboxRow
from store.ports.table import PortAlarmRow, PortCommentRow, PortFollowerRow, PortLetterRow, PortNumberRow, PortOrderRow
from store.services.table import AssignmentRow, ServiceRow
from store.session import Db, connect
from store.stock import sample_stock
from store.wanted.table import WantedRow
from store.workspaces.table import WorkspaceRow
from store.workspaces.types import Workspace
from tests.databases import Databases
from tests.flow.desk import LONG_AGO, PATIENCE, Desk, eventually
from tests.tampering import unguarded

Process = subprocess.Popen[bytes]

AUDIT_KEY = "a key that only these tests know of"
# With the workspace's limits off nobody waits for a rate; and a machine that has much else to do may answer late.
UNHURRIED = {"NUMBERDESK_PACE": "false", "NUMBERDESK_SLACK_WAITS": str(PATIENCE)}
_OURS = ("SLACK_", "NUMBERDESK_", "DATABASE_URL")
_KEPT = "NUMBERDESK_SLACK_LOG"  # what the whole run says to Slack may be asked for
_OF_HOLDS = (OutboxRow, AnswerRow, HomeRow, ApprovalRow, ApprovalRequestRow, HoldNumberRow, WantedRow)
_OF_BATCHES = (BatchLineRow, BatchRow)
_OF_ORDERS = (PortAlarmRow, PortLetterRow, PortCommentRow, PortFollowerRow, PortNumberRow)


@dataclass(kw_only=True)
class Product:
    """Some processes of `python -m bot …` on one database and one workspace, seen through `desk`."""

    folder: Path
    database_url: str
    desk: Desk
    _running: list[Process] = field(default_factory=list)
    _forked: list[BaseProcess] = field(default_factory=list)

    @property
    def port(self) -> str:
        return str(self.desk.http.base_url.port)

    def start(self, *arguments: str, **environment: str) -> Process:
        """Start one, with nothing of ours in its environment but this."""
        clean = {name: value for name, value in os.environ.items() if name == _KEPT or not name.startswith(_OURS)}
        clean["NUMBERDESK_AUDIT_KEY"] = AUDIT_KEY
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "bot", *arguments], env=clean | environment, stdout=log, stderr=log
            )
        self._running.append(process)
        return process

    def start_all(self, *options: str, **environment: str) -> None:
        """Start what a newcomer starts."""
        self.start("--no-page", "--port", self.port, "--database", self.database_url, *options, **environment)
        self.wait_until_up()

    def start_workspace(self) -> None:
        """Start the workspace alone, for bots that are started with `start_bot`."""
        self.start("workspace", "--no-page", "--port", self.port, "--no-rate-limits", **self._clock, **UNHURRIED)
        eventually(self._answers)

    def start_bot(self, *arguments: str) -> Process:
        """Start a bot beside the workspace."""
        return self.start(*arguments, **self.bot_environment)

    @property
    def bot_environment(self) -> dict[str, str]:
        """All that a bot must be told."""
        return {
            "DATABASE_URL": self.database_url,
            "NUMBERDESK_AUDIT_KEY": AUDIT_KEY,
            "SLACK_API_URL": f"http://{HOST}:{self.port}/api/",
            **self._clock,
            **Keys().as_environment(),
            **UNHURRIED,
        }

    def run(self, *arguments: str) -> str:
        """Run a command beside the workspace, and return what it prints."""
        environment = os.environ | self.bot_environment
        told = subprocess.run(
            [sys.executable, "-m", "bot", *arguments], env=environment, capture_output=True, check=True
        )
        return told.stdout.decode()

    def wait_until_up(self) -> None:
        eventually(lambda: self._answers() and self.desk.is_up())

    def stop(self, process: Process) -> None:
        process.terminate()
        process.wait(PATIENCE)
        self._running.remove(process)

    def ends_with_all(self, forked: BaseProcess) -> None:
        """Have a process that was forked end with those that were started, else it goes on until the last test."""
        self._forked.append(forked)

    def stop_all(self) -> None:
        for process in self._running:
            process.terminate()
        for forked in self._forked:
            forked.terminate()
        for process in self._running:
            process.wait(PATIENCE)
        for forked in self._forked:
            forked.join(PATIENCE)

    def complaints(self) -> list[str]:
        """The exceptions that the processes logged so far: what nobody expected."""
        lines = self.log.read_text("utf-8").splitlines()
        return [line for line in lines if line.startswith("{") and "exception" in json.loads(line)]

    def set_up(self, settings: Workspace = SAMPLE) -> None:
        """Enter a workspace's settings, as `python -m bot` enters the sample's."""
        with self.desk.database.begin() as db:
            workspaces.lock(db, settings.id)
            workspaces.save(db, settings)
            audit.begin(db, settings.id, AUDIT_KEY.encode())

    def make_new(self) -> None:
        """Make the workspace one in which nobody has set anything yet."""
        self.set_up(Workspace(id=SAMPLE.id))

    def start_afresh(self) -> None:
        """Make the workspace and the database what they were at the start."""
        with self.desk.database.begin() as db:
            # Whoever is still at it locks the workspace, a hold, an order or a batch, and its debt, and then writes the
            # record, in this order; in another order one would wait for the other.
            db.execute(select(WorkspaceRow.id).with_for_update(key_share=True))
            db.execute(select(HoldRow.id).with_for_update())
            db.execute(select(PortOrderRow.id).with_for_update())
            db.execute(select(BatchRow.id).with_for_update())
            with unguarded(db):
                db.execute(delete(EntryRow))
            for table in (*_OF_HOLDS, *_OF_BATCHES, *_OF_ORDERS):
                db.execute(delete(table))
            db.execute(delete(AssignmentRow))
            db.execute(delete(ServiceRow))
            db.execute(update(WorkspaceRow).values(last_entry=0, last_seal=""))
            # Lanes stay: the last test's sender may be about to leave one.
            db.execute(update(LaneRow).values(free_at=LONG_AGO, paid_until=LONG_AGO))
            _return_to_the_pool(db)
            db.execute(delete(HoldRow))
            db.execute(delete(PortOrderRow))
        self.set_up()
        self.desk.post("reset")
        self.wait_until_up()

    def _answers(self) -> bool:
        try:
            return self.desk.http.get("/_control/state").is_success
        except httpx.ConnectError:
            return False

    @property
    def _clock(self) -> dict[str, str]:
        return {"NUMBERDESK_CLOCK_FILE": str(self.folder / "clock")}

    @property
    def log(self) -> Path:
        return self.folder / "log"


def _return_to_the_pool(db: Db) -> None:
    """Make the numbers what they were at the start; those that only a port order brought were not there."""
    of_orders = set(db.scalars(select(NumberRow.e164).where(NumberRow.port_order.is_not(None))))
    if of_orders:
        db.execute(delete(NumberRow).where(NumberRow.e164.in_(of_orders - _stock())))
    at_first = db.scalar(select(func.min(NumberRow.available_at)))
    free: dict[str, Any] = {"status": Status.FREE, "available_at": at_first, "workspace": None}
    for touched in (NumberRow.workspace.is_not(None), NumberRow.available_at > at_first):
        db.execute(update(NumberRow).where(touched).values(**free, hold=None, port_order=None))


@cache
def _stock() -> frozenset[str]:
    return frozenset(number.e164 for number in sample_stock())


@contextmanager
def product(folder: Path, database_url: str, see: type[Desk] = Desk) -> Iterator[Product]:
    """Nothing runs yet; what was started ends at the end."""
    database = connect(database_url)
    with httpx.Client(base_url=f"http://{HOST}:{free_port()}", timeout=60) as http:
        made = Product(folder=folder, database_url=database_url, desk=see(http=http, database=database))
        try:
            yield made
        finally:
            made.stop_all()
            database.close()


@contextmanager
def products(
    databases: Databases, folder: Callable[[str], Path], see: type[Desk] = Desk, *options: str
) -> Iterator[Callable[[str], Product]]:
    """The product on either engine, seen as `see`, started with the options when it is first asked for."""
    with ExitStack() as stack:

        @cache
        def on(engine: str) -> Product:
            with ExitStack() as starting:  # what does not come up ends at once
                made = starting.enter_context(product(folder(engine), databases.new(engine, stocked=True), see))
                made.start_all("--no-rate-limits", *options, **UNHURRIED)
                stack.enter_context(starting.pop_all())
            return made

        yield on


def free_port() -> int:
    with listen(0) as listener:
        port: int = listener.getsockname()[1]
        return port

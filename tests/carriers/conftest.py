"""The local carriers over the wire, and for each the client that the desk has for it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from bot.carriers.accounts import Account
from bot.carriers.local.carrier import LocalCarrier
from bot.carriers.registry import CLIENTS
from bot.clock import desk_clock
from bot.workspace.keys import Keys
from bot.workspace.server import listen
from bot.workspace.workspace import Workspace
from handlers.kit.carriers import Carrier, CarrierAnswer, CarrierOffer, LineState, Want
from store.types import E164, Kind
from tests.workspace.conftest import serve_workspace
from tests.workspace.slack import Json, Slack

CARRIERS = ("telnyx", "acs")
SEATTLE = Want(country="US", region="WA", city="Seattle", kind=Kind.TOLL)
SOON = timedelta(minutes=2)  # a hold lasts longer, an order does not
AGES = 7 * 24 * 3600  # seconds, in which every hold ends


@dataclass(frozen=True, kw_only=True)
class Side:
    """A carrier from both sides: our client of it, and what it has and does."""

    name: str
    client: Carrier
    account: Account
    slack: Slack
    running: LocalCarrier = field(repr=False)

    @property
    def now(self) -> datetime:
        """The desk's time."""
        return datetime.fromtimestamp(self.slack.state()["now"], UTC)

    def state(self) -> Json:
        """All that the carrier has."""
        return self.slack.get(f"carrier/{self.name}")

    def states(self, *numbers: E164) -> list[str]:
        """Whose these numbers are."""
        known = {number["number"]: number["state"] for number in self.state()["numbers"]}
        return [known[number] for number in numbers]

    def control(self, call: str, **body: Any) -> Json:
        """Have the carrier do something. Fails where it is refused."""
        answer = self.slack.post(f"carrier/{self.name}/{call}", **body)
        assert answer["ok"], answer
        return answer

    def pass_time(self, by: timedelta) -> None:
        """Let the desk's time pass."""
        self.slack.post("clock", advance_seconds=by.total_seconds())

    def calls(self) -> list[tuple[str, str]]:
        """Method and path of all calls so far, in their order."""
        return [(entry.method, entry.path) for entry in self.running.log._entries]

    def offers(self, count: int = 3, want: Want = SEATTLE) -> list[CarrierOffer]:
        """So many numbers that can be held."""
        found = [offer for offer in self.client.search(want, within=5).offers if offer.can_be_held]
        return found[:count]

    def hold(self, count: int = 3) -> CarrierAnswer:
        """A new hold of so many numbers."""
        return self.client.hold(uuid4(), self.offers(count))

    def order(self, held: CarrierAnswer) -> CarrierAnswer:
        """Order all of a hold."""
        return self.client.order(held, numbers_of(held), agreed_not_to_resell=True)


def numbers_of(answer: CarrierAnswer) -> list[E164]:
    return [line.number for line in answer.lines]


def states_of(answer: CarrierAnswer | None) -> set[LineState]:
    assert answer
    return {line.state for line in answer.lines}


@pytest.fixture(scope="package")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Slack]]:
    folder = tmp_path_factory.mktemp("carriers")
    with listen(0) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        workspace = Workspace(url=url, clock_file=folder / "clock", keys=Keys(), carriers=CARRIERS)
        for slack in serve_workspace(workspace, listener, folder):
            yield workspace, slack


@pytest.fixture(params=CARRIERS)
def side(running: tuple[Workspace, Slack], request: pytest.FixtureRequest) -> Iterator[Side]:
    """A carrier as at its start."""
    with side_of(running, request.param) as made:
        yield made


@pytest.fixture
def telnyx(running: tuple[Workspace, Slack]) -> Iterator[Side]:
    with side_of(running, "telnyx") as made:
        yield made


@pytest.fixture
def acs(running: tuple[Workspace, Slack]) -> Iterator[Side]:
    with side_of(running, "acs") as made:
        yield made


@contextmanager
def side_of(running: tuple[Workspace, Slack], name: str) -> Iterator[Side]:
    workspace, slack = running
    slack.post("reset")
    account = next(Account(**each) for each in workspace.carriers.accounts() if each["name"] == name)
    with closing(CLIENTS[name](account, desk_clock(slack.clock_file))) as client:
        yield Side(name=name, client=client, account=account, slack=slack, running=workspace.carriers.called(name))

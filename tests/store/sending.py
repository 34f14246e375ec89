"""What the tests of the sender do: send while time passes, and look at what waits and what was given up."""

from collections.abc import Callable
from datetime import timedelta

from bot.directory import Directory
from bot.sender import Sender
from store import outbox
from store.holds.types import Hold
from store.outbox.types import Backlog
from tests.desk import BEN, Desk, fill
from tests.store.toy_slack import ToySlack

A_SECOND = timedelta(seconds=1)
AN_OUTAGE = timedelta(minutes=25)


def sender(desk: Desk, slack: ToySlack, *, pace: bool = False) -> Sender:
    return Sender(desk.tools, Directory(slack.client_of, lambda _workspace: "en"), slack.client_of, pace=pace)


def held(desk: Desk) -> Hold:
    fill(desk.database, 1)
    return desk.hold(BEN, 1)


def settle(desk: Desk, send: Callable[[], None], *, within: timedelta = AN_OUTAGE, step: timedelta = A_SECOND) -> None:
    """Send and let time pass until nothing waits."""
    for _ in range(int(within / step)):
        send()
        if not backlog(desk).count:
            return
        desk.real_clock.advance(step)


def backlog(desk: Desk) -> Backlog:
    with desk.database.reading() as db:
        return outbox.backlog(db, desk.real_clock())


def parked(desk: Desk) -> list[str]:
    with desk.database.reading() as db:
        return [error for _, error in outbox.parked(db)]

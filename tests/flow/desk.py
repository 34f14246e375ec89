"""The desk from outside: what its workspace shows and lets happen, and what then stands in the database."""

import json
import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any, TypeVar

import httpx
from sqlalchemy import func, select, update

from bot.local import SAMPLE
from store import audit, holds, numbers
from store.holds.types import Hold, HoldId, Outcome
from store.numbers import held_numbers
from store.numbers.types import InUse
from store.outbox.table import LaneRow, OutboxRow
from store.session import Database
from store.types import E164, Kind
from store.workspaces.types import Policy
from tests.flow.slack import PHONES, Json, Message

Fact = TypeVar("Fact")

PATIENCE = 60.0  # seconds: a machine may be busy, and what a killed sender had in hand falls due after half a minute
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
ALONE = replace(SAMPLE, policy=Policy(approvals=0))  # where nobody must approve


def eventually(fact: Callable[[], Fact | None], *, within: float = PATIENCE) -> Fact:
    """Wait until it is so, and return what was found."""
    deadline, pause = time.monotonic() + within, 0.02
    while not (found := fact()):
        assert time.monotonic() < deadline, f"it did not happen in {within} seconds, but: {found}"
        time.sleep(pause)
        pause = min(pause * 1.2, 0.1)  # who asks all the time slows down what is waited for
    return found


def together(*doings: Callable[[], Fact]) -> list[Fact]:
    """Do all this at once, each in a thread of its own. What came of each."""
    meeting = Barrier(len(doings))

    def do(tx: Callable[[], Fact]) -> Fact:
        meeting.wait()
        return tx()

    with ThreadPoolExecutor(len(doings)) as pool:
        return list(pool.map(do, doings))


@dataclass(frozen=True, kw_only=True)
class Desk:
    http: httpx.Client = field(repr=False)  # of the workspace
    database: Database = field(repr=False)

    def post(self, path: str, **body: Any) -> Json:
        """Call the control API, rightly."""
        answer = self.http.post(f"/_control/{path}", json=body)
        assert answer.status_code == 200, answer.text
        told: Json = answer.json()
        return told

    def change(self, what: str, **how: Any) -> None:
        """Change a user or a usergroup, and wait until the desk has heard of it."""
        heard = len(self.log("events_api"))
        self.post(what, **how)
        eventually(lambda: {event["status"] for event in self.log("events_api")[heard:]} == {200})

    def get(self, path: str, **query: str) -> Json:
        answer: Json = self.http.get(f"/_control/{path}", params=query).raise_for_status().json()
        return answer

    def messages(self, channel: str = PHONES, *, reader: str | None = None) -> list[Message]:
        """What the channel shows, oldest first; ephemeral ones only to their reader."""
        query = {"user": reader} if reader else {}
        return [Message(channel=channel, body=body) for body in self.get(f"messages/{channel}", **query)["messages"]]

    def texts(self, channel: str = PHONES) -> list[str]:
        return [message.text for message in self.messages(channel)]

    def said(self, words: str, channel: str = PHONES) -> Message:
        """The first message that says this, as soon as there is one."""
        return eventually(lambda: next((said for said in self.messages(channel) if words in said.words), None))

    def cards(self, hold: str, channel: str = PHONES) -> list[Message]:
        """The messages that are a hold's card. There should be one at most, in one channel."""
        return [message for message in self.messages(channel) if f" · *{hold}*" in message.words]

    def card(self, hold: str, showing: str = "", channel: str = PHONES) -> Message:
        """The hold's only card, as soon as it shows this."""

        def shows() -> Message | None:
            cards = self.cards(hold, channel)
            assert len(cards) <= 1, f"{hold} has {len(cards)} cards"
            return cards[0] if cards and showing in cards[0].words else None

        return eventually(shows)

    def thread(self, card: Message) -> list[Message]:
        """What was said under a card."""
        replies = self.messages(card.channel)
        return [message for message in replies if message.body.get("thread_ts") == card.ts and message.ts != card.ts]

    def fault(self, method: str, **how: Any) -> None:
        """Let the next call of a Web API method go wrong: error, status, retry_after, delay_seconds, drop; times."""
        self.post("fault", method=method, **how)

    def at_once(self, *doings: Callable[[], Fact]) -> list[Fact]:
        """Do all this at once, with cards: none is drawn anew before all have pressed what they saw."""
        self.fault("chat.update", status=429, retry_after=1)
        return together(*doings)

    def advance(self, **ahead: float) -> None:
        """Move the desk's clock, by minutes=10 for example."""
        self.post("clock", advance_seconds=timedelta(**ahead).total_seconds())

    def log(self, method: str | None = None) -> list[Json]:
        """The calls in either direction, or those of one method."""
        entries = [json.loads(line) for line in self.http.get("/_control/log").text.split("\n") if line]
        return [entry for entry in entries if method in (None, entry["method"])]

    def kill_bot(self) -> None:
        """End the bot as a crash would. The workspace starts it again, at once."""
        pid = self.get("state")["bot"]["pid"]
        os.kill(pid, signal.SIGKILL)
        eventually(lambda: self.get("state")["bot"]["pid"] != pid)

    def is_up(self) -> bool:
        """Whether the bot that was started last is connected."""
        state = self.get("state")
        return bool(state["bot"]["pid"] and state["connections"])

    def now(self) -> datetime:
        """The desk's time."""
        return datetime.fromtimestamp(self.get("state")["now"], UTC)

    def hold(self, name: str) -> Hold:
        with self.database.reading() as db:
            found = holds.find(db, SAMPLE.id, HoldId(int(name.removeprefix("H-"))))
        assert found, f"there is no hold {name}"
        return found

    def took(self, name: str) -> dict[E164, Outcome | None]:
        """The numbers that a hold took, and what came of each."""
        hold = self.hold(name)
        with self.database.reading() as db:
            return {number.e164: number.outcome for number in held_numbers(db, hold)}

    def outcomes(self, name: str) -> dict[Outcome | None, int]:
        return dict(Counter(self.took(name).values()))

    def in_use(self, kind: Kind = Kind.TOLL) -> InUse:
        """What counts against the quota at the desk's present time."""
        with self.database.reading() as db:
            return numbers.in_use(db, SAMPLE.id, self.now())[kind]

    def record(self, subject: str) -> list[str]:
        """What was done to a subject, oldest first."""
        with self.database.reading() as db:
            return [entry.deed.action for entry in audit.of(db, SAMPLE.id, subject)]

    def owed(self) -> int:
        """How much the desk has yet to send."""
        with self.database.reading() as db:
            return db.scalar(select(func.count()).select_from(OutboxRow)) or 0

    def end_leases(self) -> None:
        """Let what a dead sender had in hand fall due, as it would by itself half a minute later."""
        with self.database.begin() as db:
            db.execute(update(OutboxRow).values(due_at=LONG_AGO))
            db.execute(update(LaneRow).values(free_at=LONG_AGO, paid_until=LONG_AGO))

    def settle(self) -> None:
        """Wait until all that is owed is sent."""
        eventually(lambda: not self.owed())

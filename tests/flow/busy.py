"""Members who are always at it, and take it as it comes when the desk dies over what they do."""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from threading import Event

from sqlalchemy import and_, or_, select

from bot.local import SAMPLE
from handlers.approvals.views.buttons import APPROVE, DECLINE, TAKE_BACK, WITHDRAW
from handlers.holds.views.card import ACQUIRE, AGAIN, RELEASE
from store import approvals, holds
from store.holds.table import HoldRow
from store.holds.types import Hold, HoldId, Outcome
from tests.flow.desk import Desk
from tests.flow.manners import UNHEARD
from tests.flow.member import Member
from tests.flow.slack import GENERAL, PHONES, Json, View

# What is pressed on the card of a live hold, before anybody asked and while approval is awaited.
_HELD = [ACQUIRE, ACQUIRE, ACQUIRE, RELEASE]
_ASKED = [*[APPROVE] * 7, DECLINE, TAKE_BACK, WITHDRAW]


@dataclass(kw_only=True)
class Busy:
    member: Member
    dice: Random
    told: set[str] = field(default_factory=set)  # the holds they were told are theirs
    answered: int = 0
    unanswered: int = 0

    def work(self, until: Event) -> None:
        """Reserve, press and send by turns, in no order, until told to stop."""
        while not until.wait(self.dice.uniform(0, 0.03)):
            self.dice.choice([self._reserve, *[self._press] * 3, *[self._send] * 3])()

    def _reserve(self) -> None:
        channel = self.dice.choice([PHONES, PHONES, GENERAL])
        text = f"reserve {self.dice.randint(1, 6)} US Washington Seattle"
        answer = self._do("command", channel=channel, command="/numbers", text=text)
        self.told.update(re.findall(r"You hold .*?\*(H-\d+)\*", str(answer.get("response"))))

    def _press(self) -> None:
        """Press a button of some card; it may be gone, or another's."""
        if hold := self._some_hold():
            likely = [AGAIN] if hold.outcome is Outcome.RAN_OUT else _ASKED if self._waits(hold) else _HELD
            action = self.dice.choice(likely)
            self._do("click", channel=hold.channel, message_ts=hold.card_ts, action_id=action)

    def _send(self) -> None:
        """Send the modal before them, the same again where the desk did not answer, and put away what it leaves."""
        for view in self.member.modals()[-1:]:
            answer = self._do("submit", view_id=view.id, values=_filled(view))
            if answer.get("error") not in UNHEARD:
                self._do("close", view_id=view.id)

    def _some_hold(self) -> Hold | None:
        """One of the last that have a card with something to press."""
        open_or_ended = or_(
            HoldRow.outcome.is_(None), and_(HoldRow.outcome == Outcome.RAN_OUT, HoldRow.again.is_(None))
        )
        last = (
            select(HoldRow.id).where(HoldRow.card_ts.is_not(None), open_or_ended).order_by(HoldRow.id.desc()).limit(6)
        )
        with self.member.desk.database.reading() as db:
            found = db.scalars(last).all()
            return holds.find(db, SAMPLE.id, HoldId(self.dice.choice(found))) if found else None

    def _waits(self, hold: Hold) -> bool:
        with self.member.desk.database.reading() as db:
            return approvals.open_of(db, hold) is not None

    def _do(self, path: str, **how: object) -> Json:
        answer: Json = self.member.desk.http.post(f"/_control/{path}", json={"user": self.member.name, **how}).json()
        self.answered += answer["ok"]
        self.unanswered += answer.get("error") in UNHEARD
        return answer


def _filled(view: View) -> dict[str, dict[str, str | list[str]]]:
    """What a member types into the modals there are."""
    if "numbers" in view.inputs:
        return {"numbers": {"numbers": view.options("numbers")[:2]}}
    return {"reason": {"reason": "not now"}} if "reason" in view.inputs else {}


def came_to(desk: Desk, *outcomes: Outcome) -> bool:
    """Whether holds have come to each of these ends; how soon they do is up to the machine."""
    with desk.database.reading() as db:
        return set(db.scalars(select(HoldRow.outcome).distinct())) >= set(outcomes)


def busy(desk: Desk, seed: int, *names: str) -> list[Busy]:
    """Members who act by the same dice for the same seed."""
    return [Busy(member=Member.of(desk, name), dice=Random(f"{seed} {name}")) for name in names]


@contextmanager
def at_work(members: Sequence[Busy]) -> Iterator[None]:
    """Let them all work meanwhile."""
    done = Event()
    with ThreadPoolExecutor(len(members)) as pool:
        working = [pool.submit(member.work, done) for member in members]
        try:
            yield
        finally:
            done.set()
    for each in working:
        each.result()

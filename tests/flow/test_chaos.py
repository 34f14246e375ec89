"""A busy afternoon on which the bot is killed with -9 again and again: afterwards every promise holds."""

import time
from dataclasses import dataclass, replace
from random import Random

import pytest
from sqlalchemy import func, select

from bot.clock import real_now
from bot.local import SAMPLE
from store.holds.types import OF_HOLDS, Outcome
from store.outbox.table import LaneRow
from store.outbox.timing import LEASE
from store.workspaces.types import Licences
from tests.flow.busy import at_work, busy, came_to
from tests.flow.desk import Desk, eventually
from tests.flow.forks import start_bot
from tests.flow.product import Product
from tests.flow.promises import check, wait_until_quiet
from tests.flow.slack import Json

pytestmark = pytest.mark.both_engines

KILLS = 50
SETTINGS = replace(SAMPLE, licences=Licences(phone_system=500))  # for 90 numbers; Seattle has 100
FAULTS: list[Json] = [{"error": "internal_error"}, {"status": 500}, {"status": 429, "retry_after": 1}, {"drop": True}]
FAULTY = ["chat.postMessage", "chat.update", "conversations.history", "conversations.replies", "views.open"]
SLOW = {"delay_seconds": 0.4}  # long enough to be killed while the answer is awaited


@dataclass(kw_only=True)
class Killer:
    """Starts the bot and ends it at moments that dice choose."""

    product: Product
    dice: Random
    caught_sending: int = 0

    def strike(self) -> None:
        desk = self.product.desk
        bot = start_bot(self.product, "socket")
        self._make_trouble(desk)
        eventually(lambda: desk.get("state")["connections"])
        time.sleep(self.dice.uniform(0, 0.6))
        bot.kill()
        bot.join()
        self.caught_sending += _is_in_hand(desk)
        desk.end_leases()  # nobody is alive who has one

    def _make_trouble(self, desk: Desk) -> None:
        if self.dice.random() < 0.1:
            desk.advance(minutes=self.dice.choice([2, 11]))
        if self.dice.random() < 0.4:
            desk.fault(self.dice.choice(FAULTY), **self.dice.choice(FAULTS))
        if self.dice.random() < 0.5:
            desk.fault(self.dice.choice(["chat.postMessage", "chat.update"]), **SLOW)


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [20260402])
def test_whenever_the_bot_is_killed_every_promise_holds(mortal: Product, seed: int) -> None:
    desk = mortal.desk
    mortal.set_up(SETTINGS)
    members = busy(desk, seed, "ada", "ben", "chloe")
    killer = Killer(product=mortal, dice=Random(seed))
    with at_work(members):
        for _ in range(KILLS):
            killer.strike()
        start_bot(mortal, "socket")
        # However long it takes until it was an afternoon as busy as it was meant to be.
        eventually(
            lambda: (
                came_to(desk, Outcome.ACQUIRED, Outcome.RELEASED) and sum(member.answered for member in members) > KILLS
            )
        )
    wait_until_quiet(desk)
    # What three processes died of while they had it in hand is parked, whoever killed them: it is freed as README says.
    mortal.run("outbox", "--retry")
    wait_until_quiet(desk)

    desk.advance(minutes=11)  # and what is open yet ends
    seen = check(desk, SETTINGS)
    for member in members:
        assert member.told <= {hold.name for hold in seen.holds if hold.held_by == member.member.id}
    assert {hold.outcome for hold in seen.holds} >= set(OF_HOLDS)
    assert killer.caught_sending  # how often is up to the machine


def _is_in_hand(desk: Desk) -> bool:
    """Whether whoever died was sending something."""
    with desk.database.reading() as db:
        leased = select(func.count()).where(LaneRow.free_at > real_now() + LEASE / 2)
        return bool(db.scalar(leased))

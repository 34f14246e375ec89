"""Two bots on one database and in one workspace: they share the work, and nothing is said twice."""

import time
from dataclasses import replace
from multiprocessing.context import ForkServerProcess

import pytest

from bot.local import SAMPLE
from store.holds.types import OF_HOLDS
from store.workspaces.types import Licences
from tests.flow.busy import at_work, busy, came_to
from tests.flow.desk import eventually
from tests.flow.forks import start_bot
from tests.flow.product import Product
from tests.flow.promises import check

pytestmark = pytest.mark.both_engines

SETTINGS = replace(SAMPLE, licences=Licences(phone_system=500))  # for 90 numbers


def start_two(product: Product) -> list[ForkServerProcess]:
    product.set_up(SETTINGS)
    bots = [start_bot(product, "socket") for _ in range(2)]
    eventually(lambda: len(product.desk.get("state")["connections"]) == 2)
    return bots


@pytest.mark.slow
@pytest.mark.parametrize("seed", [20260403])
def test_they_share_the_work_and_lose_no_click_when_asked_to_reconnect(apart: Product, seed: int) -> None:
    start_two(apart)
    desk = apart.desk
    members = busy(desk, seed, "ada", "ben", "chloe")
    with at_work(members):
        for minutes in (1, 11, 3, 11, 8, 3):
            time.sleep(0.5)
            desk.post("disconnect")
            desk.advance(minutes=minutes)
            eventually(lambda: len(desk.get("state")["connections"]) == 2)
        # However long it takes until it was as busy as it was meant to be.
        eventually(lambda: came_to(desk, *OF_HOLDS) and sum(member.answered for member in members) > 50)
    seen = check(desk, SETTINGS)
    assert sum(member.unanswered for member in members) == 0
    assert {hold.outcome for hold in seen.holds} >= set(OF_HOLDS)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [20260404])
def test_when_one_is_killed_the_other_does_its_work_too(mortal: Product, seed: int) -> None:
    first, second = start_two(mortal)
    desk = mortal.desk
    members = busy(desk, seed, "ada", "ben", "chloe")
    with at_work(members):
        desk.fault("chat.postMessage", times=6, delay_seconds=0.4)
        time.sleep(1)
        first.kill()
        first.join()
        desk.advance(minutes=11)
        time.sleep(1)
    # What the dead one had in hand is sent when its lease is over.
    seen = check(desk, SETTINGS)
    for member in members:
        assert member.told <= {hold.name for hold in seen.holds if hold.held_by == member.member.id}
    assert second.is_alive()

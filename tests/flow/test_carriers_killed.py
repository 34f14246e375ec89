"""The bot is killed with -9 while carriers are asked: whoever comes after finds what was done and repeats nothing."""

import json
from collections.abc import Iterator

import pytest

from tests.databases import Databases
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.product import Product, products

CARRIERS = ("telnyx", "acs")
TITLES = ("Telnyx", "Azure Communication Services")
HOLDS = ("/number_reservations", "/reservations/")  # parts of the paths of their calls
ORDERS = ("/number_orders", ":purchase")
LEASED = 150  # seconds: a lease ends after one minute, and what is not found is looked for again after another
LATE = 8.0  # seconds, in which an answer is under way: all are, when the bot is killed


@pytest.fixture
def selling(databases: Databases, tmp_path_factory: pytest.TempPathFactory, engine_name: str) -> Iterator[Product]:
    options = [f"--carrier={name}" for name in CARRIERS]
    with products(databases, tmp_path_factory.mktemp, Desk, *options) as on:
        yield on(engine_name)


@pytest.fixture
def desk(selling: Product) -> Desk:
    return selling.desk


def under_way(desk: Desk, carrier: str, path: str) -> bool:
    """Whether a call that changes something at the carrier has no answer yet."""
    calls = [json.loads(line) for line in desk.http.get(f"/_control/carrier/{carrier}/log").text.splitlines()]
    return any(each["status"] is None and each["method"] != "GET" and path in each["path"] for each in calls)


def reserved(by: Member, carrier: str) -> None:
    by.presses(by.types(f"search US Seattle qty:2 from:{carrier}"), "Reserve these")


@pytest.mark.slow
@pytest.mark.both_engines
@pytest.mark.timeout(400)
def test_a_bot_that_is_killed_while_carriers_are_asked_orders_once(desk: Desk, ada: Member, ben: Member) -> None:
    assert ada.submits(ada.opens("settings carriers"), no_resale=["no_resale"])["ok"]
    for hold, (carrier, title) in enumerate(zip(CARRIERS, TITLES, strict=True), start=1):
        reserved(ada, carrier)
        held = desk.card(f"H-{hold}", f"Held at {title}")
        assert ada.submits(ada.chooses(held, "Acquire numbers"), purpose="call_queue")["ok"]
    asking = [desk.card(hold, "Approvals:") for hold in ("H-1", "H-2")]
    for carrier in CARRIERS:
        for operation in ("hold", "order"):
            desk.post(f"carrier/{carrier}/fault", operation=operation, times=1, delay_seconds=LATE)
    for card in asking:
        ben.presses(card, "Approve")
    for carrier in CARRIERS:
        reserved(ada, carrier)
    eventually(lambda: all(under_way(desk, *each) for of in (ORDERS, HOLDS) for each in zip(CARRIERS, of, strict=True)))
    desk.kill_bot()
    eventually(desk.is_up)
    for at, (carrier, title) in enumerate(zip(CARRIERS, TITLES, strict=True), start=1):
        went_well(desk, carrier, title, ordered=f"H-{at}", held=f"H-{at + len(CARRIERS)}")


def went_well(desk: Desk, carrier: str, title: str, *, ordered: str, held: str) -> None:
    eventually(lambda: "Ours:" in desk.card(ordered).words, within=LEASED)
    eventually(lambda: f"Held at {title}" in desk.card(held).words, within=LEASED)
    there = desk.get(f"carrier/{carrier}")
    (order,) = there["orders"]
    assert len(order["numbers"]) == 2
    states = [each["state"] for each in there["numbers"]]
    assert (states.count("owned"), states.count("reserved")) == (2, 2)
    thread = [message.words for message in desk.thread(desk.card(ordered))]
    assert sum(f"{title} gave" in words for words in thread) == 1

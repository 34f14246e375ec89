"""The bot is killed with -9 while a carrier is asked: whoever comes after finds what was done and repeats nothing."""

import json
from collections.abc import Iterator

import pytest

from tests.databases import Databases
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.product import Product, product

LEASED = 150  # seconds: a lease ends after one minute, and what is not found is looked for again after another
LATE = 3.0  # seconds, in which an answer is under way


@pytest.fixture
def selling(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    with product(tmp_path_factory.mktemp("killed"), databases.new("sqlite", stocked=True)) as made:
        made.start_all("--no-rate-limits", "--carrier", "telnyx")
        yield made


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


@pytest.fixture
def desk(selling: Product) -> Desk:
    return selling.desk


def under_way(desk: Desk, method: str, path: str) -> bool:
    """Whether a call to the carrier has no answer yet."""
    calls = [json.loads(line) for line in desk.http.get("/_control/carrier/telnyx/log").text.splitlines()]
    return any(each["status"] is None and (each["method"], each["path"]) == (method, path) for each in calls)


def reserved(by: Member) -> None:
    by.presses(by.types("search US Seattle qty:2 from:telnyx"), "Reserve these")


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_a_bot_that_is_killed_while_carriers_are_asked_orders_once(desk: Desk, ada: Member, ben: Member) -> None:
    reserved(ada)
    held = desk.card("H-1", "Held at Telnyx")
    for operation in ("hold", "order"):
        desk.post("carrier/telnyx/fault", operation=operation, times=1, delay_seconds=LATE)
    assert ada.submits(ada.chooses(held, "Acquire numbers"), purpose="call_queue")["ok"]
    ben.presses(eventually(lambda: next((c for c in desk.cards("H-1") if "Approve" in c.buttons), None)), "Approve")
    reserved(ada)
    eventually(lambda: under_way(desk, "POST", "/v2/number_orders"))
    eventually(lambda: under_way(desk, "POST", "/v2/number_reservations"))
    desk.kill_bot()
    eventually(desk.is_up)

    eventually(lambda: "Ours:" in desk.card("H-1").words, within=LEASED)
    eventually(lambda: "Held at Telnyx" in desk.card("H-2").words, within=LEASED)
    there = desk.get("carrier/telnyx")
    (order,) = there["orders"]
    assert len(order["numbers"]) == 2
    states = [each["state"] for each in there["numbers"]]
    assert (states.count("owned"), states.count("reserved")) == (2, 2)
    thread = [message.words for message in desk.thread(desk.card("H-1"))]
    assert sum("Telnyx gave" in words for words in thread) == 1

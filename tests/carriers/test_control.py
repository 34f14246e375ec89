"""The control calls about carriers, and what a carrier does by itself: it pushes news of an order that ends."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from bot.carriers.accounts import Account
from bot.carriers.telnyx import Telnyx
from bot.clock import desk_clock
from bot.workspace.keys import Keys
from bot.workspace.server import listen
from bot.workspace.workspace import Workspace
from handlers.kit.carriers import CarrierRefused
from tests.carriers.conftest import Side, numbers_of
from tests.workspace.conftest import serve_workspace

NUMBER = {"number", "kind", "country", "region", "city", "monthly", "state", "until", "reference"}


def test_the_state_tells_numbers_orders_and_balance(side: Side) -> None:
    held = side.hold(1)
    state = side.state()
    assert set(state) == {"numbers", "orders", "balance"}
    (number,) = [each for each in state["numbers"] if each["number"] == held.lines[0].number]
    assert set(number) == NUMBER
    assert (number["kind"], number["country"], number["region"], number["city"]) == ("toll", "US", "WA", "Seattle")
    assert (number["state"], number["reference"]) == ("reserved", str(held.reference))
    assert number["until"]
    side.order(held)
    (order,) = side.state()["orders"]
    assert set(order) == {"id", "reference", "status", "numbers"}
    assert (order["reference"], order["status"]) == (str(held.reference), "pending")
    assert order["numbers"] == [{"number": held.lines[0].number, "status": "pending"}]


def test_an_order_takes_as_long_as_it_is_told_to(side: Side) -> None:
    side.control("pace", order_seconds=3600)
    side.order(side.hold(1))
    side.pass_time(timedelta(minutes=59))
    assert side.state()["orders"][0]["status"] == "pending"
    side.pass_time(timedelta(minutes=2))
    assert side.state()["orders"][0]["status"] == "success"


def test_the_log_tells_each_call_in_its_order(side: Side) -> None:
    side.hold(1)
    lines = side.slack.http.get(f"/_control/carrier/{side.name}/log").text.splitlines()
    entries = [json.loads(line) for line in lines]
    assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1))
    assert set(entries[0]) == {"seq", "at", "method", "path", "query", "body", "status", "response"}


@pytest.mark.parametrize(
    ("call", "body", "error"),
    [
        pytest.param("nobody/fault", {"operation": "any"}, "unknown_carrier", id="an unknown carrier"),
        pytest.param("telnyx/fault", {"operation": "sell"}, "operation", id="an unknown operation"),
        pytest.param("telnyx/fault", {"operation": "any", "channel": "C1"}, "channel", id="an unknown field"),
        pytest.param("telnyx/order", {"reference": "R", "to": "success"}, "unknown_order", id="an unknown order"),
        pytest.param("telnyx/order", {"reference": "R", "to": "done"}, "to", id="an unknown step"),
        pytest.param("telnyx/take", {"numbers": ["+1"]}, "unknown_number", id="an unknown number"),
        pytest.param("telnyx/push", {"times": 1}, "no_news", id="no news yet"),
        pytest.param("telnyx/sing", {}, "unknown_call", id="an unknown call"),
    ],
)
def test_a_wrong_control_call_is_told_so(telnyx: Side, call: str, body: dict[str, Any], error: str) -> None:
    answer = telnyx.slack.post(f"carrier/{call}", **body)
    assert not answer["ok"]
    assert error in answer["error"]


@contextmanager
def listening() -> Iterator[tuple[str, list[tuple[str, dict[str, str], bytes]]]]:
    """A bot's web process, as far as it takes news: where it is, and what arrived."""
    arrived: list[tuple[str, dict[str, str], bytes]] = []

    class Bot(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            arrived.append((self.path, dict(self.headers), self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Bot) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/slack/events", arrived
        server.shutdown()
        thread.join()


def test_news_is_pushed_and_pushed_again(tmp_path: Path) -> None:
    with listening() as (bot_url, arrived), listen(0) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        workspace = Workspace(url=url, clock_file=tmp_path / "clock", keys=Keys(), bot_url=bot_url, carriers=["telnyx"])
        for slack in serve_workspace(workspace, listener, tmp_path):
            account = Account(**workspace.carriers.accounts()[0])
            client = Telnyx(account, desk_clock(slack.clock_file))
            side = Side(
                name="telnyx",
                client=client,
                account=account,
                slack=slack,
                running=workspace.carriers.called("telnyx"),
            )
            held = side.hold()
            side.order(held)
            side.control("order", reference=str(held.reference), to="papers", numbers=numbers_of(held)[:1])
            side.control("order", reference=str(held.reference), to="success")
            slack.wait_for(lambda: len(arrived) == 2)
            side.control("push", times=2)
            side.control("push", forge="signature")
            side.control("push", forge="timestamp")
            assert [path for path, _, _ in arrived] == ["/carriers/telnyx"] * 6
            read = [client.read_news(headers, body, side.now) for _, headers, body in arrived[:4]]
            assert {news.reference for news in read} == {held.reference}
            assert [news.id == read[1].id for news in read] == [False, True, True, True]
            for (_, headers, body), code in zip(arrived[4:], ("forged", "stale"), strict=True):
                with pytest.raises(CarrierRefused, match=code):
                    client.read_news(headers, body, side.now)
            client.close()

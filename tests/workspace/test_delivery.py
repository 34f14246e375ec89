"""How what people do reaches the bot: one socket, one acknowledgement, three seconds; or signed HTTP."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from slack_bolt import BoltRequest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.sync.connection import Connection

from bot.settings import SLACK_WAITS
from bot.workspace import events
from bot.workspace.keys import Keys
from tests.workspace.conftest import Desk, bolt_app, run_workspace
from tests.workspace.slack import CHANNEL, Json, Slack


def plug(slack: Slack) -> Connection:
    """A socket of our own making, so that a test decides what it acknowledges."""
    url = slack.api("apps.connections.open", token=Keys().app_token).json()["url"]
    socket = connect(url)
    assert json.loads(socket.recv(timeout=20))["type"] == "hello"
    return socket


def received(socket: Connection) -> Json:
    message: Json = json.loads(socket.recv(timeout=20))
    return message


def acknowledge(socket: Connection, envelope: Json, payload: Any = None) -> None:
    socket.send(json.dumps({"envelope_id": envelope["envelope_id"], "payload": payload}))


class Meanwhile:
    """A call of the control API that is still waiting while the test goes on."""

    def __init__(self, slack: Slack, path: str, **body: Any) -> None:
        self._answer: Json = {}
        self._thread = threading.Thread(target=lambda: self._answer.update(slack.post(path, **body)))
        self._thread.start()

    def answer(self) -> Json:
        self._thread.join()
        return self._answer


def typing(slack: Slack) -> Meanwhile:
    return Meanwhile(slack, "command", user="ada", channel=CHANNEL, command="/numbers")


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Slack]:
    """A workspace whose sockets are the test's own."""
    yield from run_workspace(tmp_path)


def test_a_ticket_opens_one_socket(alone: Slack) -> None:
    url = alone.api("apps.connections.open", token=Keys().app_token).json()["url"]
    with connect(url), pytest.raises(InvalidStatus, match="403"):
        connect(url)


def test_an_envelope_goes_to_one_socket_only(alone: Slack) -> None:
    with plug(alone) as one, plug(alone) as two:
        assert len(alone.state()["connections"]) == 2
        waiting = [typing(alone), typing(alone)]
        for socket in (one, two):
            envelope = received(socket)
            assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
            acknowledge(socket, envelope, {"text": "hello"})
        assert [each.answer()["ok"] for each in waiting] == [True, True]


@pytest.fixture
def impatient(tmp_path: Path) -> Iterator[Slack]:
    """Waits three tenths of a second for what Slack gives three seconds."""
    assert SLACK_WAITS == 3
    yield from run_workspace(tmp_path, waits=0.3)


def test_nobody_there_is_told_when_the_time_is_over(impatient: Slack) -> None:
    started = time.monotonic()
    assert impatient.command() == {"ok": False, "error": "dispatch_failed"}
    assert time.monotonic() - started > 0.3


def test_a_command_waits_for_a_bot_that_is_just_starting(alone: Slack) -> None:
    waiting = typing(alone)
    time.sleep(0.3)
    with plug(alone) as socket:
        acknowledge(socket, received(socket))
        assert waiting.answer()["ok"]


@pytest.mark.parametrize(
    "odd", ["hello", ["hello"], 5, {"text": 5}, {"text": "x", "blocks": 5}, {"response_type": "in_channel"}, {"a": {}}]
)
def test_an_odd_acknowledgement_of_a_command_is_not_shown(alone: Slack, odd: Any) -> None:
    with plug(alone) as socket:
        waiting = typing(alone)
        acknowledge(socket, received(socket), odd)
        assert waiting.answer()["error"] == "invalid_command_response"
    assert alone.messages(user="ada") == []


def test_a_bot_that_does_not_acknowledge_is_told_when_the_time_is_over(impatient: Slack) -> None:
    with plug(impatient) as socket:
        waiting = typing(impatient)
        received(socket)
        assert waiting.answer() == {"ok": False, "error": "operation_timeout"}


def test_a_bot_that_dies_with_a_command_fails_it_at_once_and_it_is_not_sent_again(alone: Slack) -> None:
    with plug(alone) as dying, plug(alone) as living:
        waiting = typing(alone)
        received(dying)
        dying.close()
        assert waiting.answer() == {"ok": False, "error": "dispatch_failed"}
        with pytest.raises(TimeoutError):
            living.recv(timeout=0.1)


def test_an_event_that_was_not_acknowledged_comes_again(alone: Slack) -> None:
    with plug(alone) as dying, plug(alone) as living:
        alone.post("message", user="ada", channel=CHANNEL, text="hello")
        first = received(dying)
        dying.close()
        second = received(living)
        acknowledge(living, second)
    assert first["payload"]["event_id"] == second["payload"]["event_id"]
    assert [first["retry_attempt"], second["retry_attempt"]] == [0, 1]


def test_asked_to_reconnect_a_socket_gets_nothing_new_but_may_still_acknowledge(alone: Slack) -> None:
    with plug(alone) as old:
        before = typing(alone)
        envelope = received(old)
        alone.post("disconnect")
        asked = received(old)
        assert (asked["type"], asked["reason"]) == ("disconnect", "refresh_requested")
        assert alone.state()["connections"] == []

        after = typing(alone)
        with plug(alone) as new:
            old.close()
            acknowledge(new, envelope, {"text": "in time"})
            acknowledge(new, received(new))
            assert before.answer()["response"] == {"text": "in time"}
            assert after.answer()["ok"]


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
def test_why_a_socket_is_asked_to_reconnect_can_be_chosen(alone: Slack, reason: str) -> None:
    with plug(alone) as socket:
        alone.post("disconnect", reason=reason)
        assert received(socket)["reason"] == reason


def test_an_event_that_a_reset_cuts_short_is_in_the_log_too(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    for slack in run_workspace(tmp_path, log_file=file):
        slack.post("message", user="ada", channel=CHANNEL, text="hello")
        slack.wait_for(slack.log)
        slack.post("reset")
        slack.wait_for(file.read_text)
    assert [json.loads(line)["status"] for line in file.read_text().splitlines()] == ["given_up"]


def test_an_eleventh_socket_is_one_too_many(alone: Slack) -> None:
    sockets = [plug(alone) for _ in range(10)]
    url = alone.api("apps.connections.open", token=Keys().app_token).json()["url"]
    with connect(url) as eleventh:
        assert received(eleventh)["reason"] == "too_many_websockets"
        with pytest.raises(ConnectionClosed):
            eleventh.recv(timeout=20)
    for socket in sockets:
        socket.close()


def test_a_real_bot_reconnects_and_no_command_is_lost(slack: Slack, desk: Desk) -> None:
    (before,) = slack.state()["connections"]
    slack.post("disconnect")
    assert [slack.command(str(i))["ok"] for i in range(5)] == [True] * 5
    assert [body["text"] for _, body in desk.seen] == ["0", "1", "2", "3", "4"]
    assert before not in slack.state()["connections"]


def test_any_payload_can_be_delivered_any_number_of_times(slack: Slack, desk: Desk) -> None:
    slack.command("once")
    payload = desk.last("command")
    answer = slack.post("deliver", type="slash_commands", payload=payload, times=3)
    assert answer == {"ok": True, "responses": [{"status": 200, "error": None, "body": None}] * 3}
    assert [body["trigger_id"] for _, body in desk.seen] == [payload["trigger_id"]] * 4


def test_only_http_deliveries_are_signed_and_can_be_forged(slack: Slack) -> None:
    answer = slack.post("deliver", type="events_api", payload={}, forge="signature")
    assert answer["error"] == "only_http_delivery_is_signed"


class _Bot(BaseHTTPRequestHandler):
    """A request URL answered by a real Bolt app, which checks the signature itself."""

    desk: Desk
    statuses: list[int]  # to answer with before Bolt is asked
    requests: list[dict[str, str]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        self.requests.append({key.lower(): value for key, value in self.headers.items()})
        if self.statuses:
            self.send_response(self.statuses.pop(0))
            self.end_headers()
            return
        answer = bolt_app(self.desk).dispatch(BoltRequest(body=body, headers=dict(self.headers)))
        self.send_response(answer.status)
        for name, values in answer.headers.items():
            self.send_header(name, values[0])
        self.end_headers()
        self.wfile.write(answer.body.encode())

    def log_message(self, *_: Any) -> None:
        """Say nothing: pytest shows what matters."""


@pytest.fixture
def bot() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Bot)
    _Bot.statuses, _Bot.requests = [], []
    thread = threading.Thread(target=server.serve_forever, args=[0.02])
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def over_http(tmp_path: Path, bot: ThreadingHTTPServer) -> Iterator[Slack]:
    url = f"http://127.0.0.1:{bot.server_port}/slack/events"
    for slack in run_workspace(tmp_path, bot_url=url):
        _Bot.desk = Desk(client=slack.web_client())
        yield slack


def test_a_command_a_click_and_an_event_over_signed_http(over_http: Slack) -> None:
    _Bot.desk.answers["command"] = lambda ack, _body, _client: ack("hello")
    assert over_http.command("x y")["response"] == {"text": "hello"}

    blocks = [{"type": "actions", "elements": [{"type": "button", "action_id": "go", "text": _plain("Go")}]}]
    ts = over_http.api("chat.postMessage", channel=CHANNEL, text="x", blocks=blocks).json()["ts"]
    assert over_http.post("click", user="ada", channel=CHANNEL, message_ts=ts, action_id="go")["ok"]

    over_http.post("message", user="ada", channel=CHANNEL, text="hi")
    over_http.wait_for(lambda: len(_Bot.desk.seen) == 3)
    assert [kind for kind, _ in _Bot.desk.seen] == ["command", "action", "event"]
    assert _Bot.desk.seen[0][1]["text"] == "x y"


@pytest.mark.parametrize("forge", ["signature", "timestamp"])
def test_a_forged_delivery_is_refused_by_the_bot(over_http: Slack, forge: str) -> None:
    answer = over_http.post("deliver", type="events_api", payload={"type": "event_callback"}, forge=forge)
    assert [response["status"] for response in answer["responses"]] == [401]
    assert _Bot.desk.seen == []


def test_an_event_is_tried_three_times_more(over_http: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "RETRY_AFTER", (0.0, 0.05, 0.05))
    _Bot.statuses = [500, 500, 500]
    over_http.post("message", user="ada", channel=CHANNEL, text="hello")
    over_http.wait_for(lambda: _Bot.desk.seen)
    assert [request.get("x-slack-retry-num") for request in _Bot.requests] == [None, "1", "2", "3"]
    assert _Bot.requests[1]["x-slack-retry-reason"] == "http_error"
    assert [kind for kind, _ in _Bot.desk.seen] == ["event"]


def test_a_command_is_tried_once(over_http: Slack) -> None:
    _Bot.statuses = [500]
    assert over_http.command() == {"ok": False, "error": "dispatch_failed"}
    assert len(_Bot.requests) == 1


def _plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}

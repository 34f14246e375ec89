"""Socket Mode: what comes while the handler closes is left to others; what was taken is answered first."""

import logging
from collections.abc import Iterator
from threading import Event, Thread
from typing import Any

import pytest
from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.socket_mode import Handler

WITHIN = 60.0


class Connection(SocketModeClient):
    """One that remembers what was acknowledged."""

    def __init__(self) -> None:
        self.logger = logging.getLogger(__name__)
        self.acknowledged: list[str] = []

    def send_socket_mode_response(self, response: Any) -> None:
        self.acknowledged.append(response.envelope_id)


def command(envelope_id: str) -> SocketModeRequest:
    payload = {"command": "/numbers", "team_id": "T1", "user_id": "U1", "channel_id": "C1", "trigger_id": "1"}
    return SocketModeRequest(type="slash_commands", envelope_id=envelope_id, payload=payload)


@pytest.fixture
def app() -> App:
    """One that asks nobody who it is."""
    known = AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1")
    return App(authorize=lambda: known, process_before_response=True)


@pytest.fixture
def handler(app: App) -> Iterator[Handler]:
    made = Handler(app, "xapp-1")
    yield made
    made.close()


def test_what_was_taken_is_answered_and_what_comes_then_is_not_taken(app: App, handler: Handler) -> None:
    began, go_on = Event(), Event()
    done: list[str] = []

    @app.command("/numbers")
    def slow(ack: Ack) -> None:
        began.set()
        assert go_on.wait(WITHIN)
        done.append("done")
        ack("done")

    connection = Connection()
    taken = Thread(target=lambda: handler.handle(connection, command("before")))
    taken.start()
    assert began.wait(WITHIN)
    closing = Thread(target=handler.close)
    closing.start()
    while not handler.is_closing:
        pass
    handler.handle(connection, command("after"))
    assert closing.is_alive()
    go_on.set()
    taken.join()
    closing.join()
    assert (done, connection.acknowledged) == (["done"], ["before"])

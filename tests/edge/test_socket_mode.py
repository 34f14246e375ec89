"""Socket Mode: what comes while the handler closes is left to others; what was taken is answered first.

And a connection that is dead is known to be before long.
"""

import base64
import hashlib
import logging
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from threading import Event, Thread
from typing import Any

import pytest
from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.socket_mode import Handler
from tests.flow.desk import eventually
from tests.store.toy_slack import toy_slack

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


@contextmanager
def silent() -> Iterator[tuple[str, list[socket.socket]]]:
    """A server of WebSockets that says nothing once one is open: its address, and who has come."""
    come: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def open_all() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    [key] = re.findall(rb"(?i)sec-websocket-key: *(\S+)", connection.recv(65_536))
                    accepted = hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest()
                    upgrade = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    connection.sendall(upgrade + b"Sec-WebSocket-Accept: " + base64.b64encode(accepted) + b"\r\n\r\n")
                    come.append(connection)

        thread = Thread(target=open_all, daemon=True)
        thread.start()
        try:
            yield f"ws://127.0.0.1:{server.getsockname()[1]}/", come
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()
            for connection in come:
                connection.close()


@pytest.mark.slow
def test_a_connection_that_fell_silent_is_given_up_long_before_a_minute(app: App, handler: Handler) -> None:
    with toy_slack(lambda: datetime.now(UTC)) as slack, silent() as (url, come):
        app.client.base_url = f"{slack.url}/api/"
        slack.happens["apps.connections.open"] = lambda _given: {"ok": True, "url": url}
        handler.connect()  # type: ignore[no-untyped-call] # Bolt gives it no types
        eventually(lambda: len(come) > 1, within=30)

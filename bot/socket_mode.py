"""What comes over Socket Mode: it must have the form of what Slack sends, as over HTTP, and is answered once taken."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

import structlog
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.socket_mode.internals import build_headers, send_response
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.payload_shapes import Odd, understood
from bot.whole_calls import proxy_to

# Seconds. slack_sdk 3.47 gives a connection up after five pings that failed, or where none was answered for four such
# intervals and a second more; then it may take three seconds until it reads from the new one. That is 12 s together.
PING_EVERY = 1.5
FINISHES_WITHIN = 10.0  # seconds for what is being answered; Slack itself waits for three

log = structlog.get_logger()


class Handler(SocketModeHandler):
    """Bolt's, but it hands over what can be understood alone; the rest is not acknowledged.

    It hears soon that a connection is dead. Once it closes, nothing more is taken, and what was taken is answered.
    """

    def __init__(self, app: App, app_token: str) -> None:
        super().__init__(app, app_token, ping_interval=PING_EVERY, proxy=proxy_to(app.client.base_url))
        _expect_pongs(self.client)
        self.is_closing = False  # from now on nothing is taken
        self._in_hand = 0
        self._changed = Condition()

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override] # as Bolt's own
        """Answer what came over a socket; or leave it to others, unacknowledged."""
        with self._taken() as is_taken:
            if is_taken:
                self._answer(client, req)

    def close(self) -> None:
        """Take nothing more, wait until all that was taken is answered, and leave."""
        with self._changed:
            self.is_closing = True
            self._changed.wait_for(lambda: not self._in_hand, FINISHES_WITHIN)
        super().close()  # type: ignore[no-untyped-call] # Bolt gives it no types

    def _answer(self, client: SocketModeClient, req: SocketModeRequest) -> None:
        began = time.time()
        try:
            request = understood(req.payload, build_headers(req) or {})  # type: ignore[arg-type] # texts, here
        except Odd as odd:
            log.warning("a request was refused", why=str(odd))
            return
        send_response(client, req, self.app.dispatch(request), began)

    @contextmanager
    def _taken(self) -> Iterator[bool]:
        with self._changed:
            if is_taken := not self.is_closing:
                self._in_hand += 1
        try:
            yield is_taken
        finally:
            if is_taken:
                with self._changed:
                    self._in_hand -= 1
                    self._changed.notify_all()


def _expect_pongs(client: SocketModeClient) -> None:
    """Have a connection given up that dies before its first pong, too: slack_sdk counts from that on."""
    connect = client.connect

    def connect_and_count() -> None:
        connect()
        session = client.current_session
        if session and session.last_ping_pong_time is None:
            session.last_ping_pong_time = time.time()

    client.connect = connect_and_count  # type: ignore[method-assign] # also when it connects again

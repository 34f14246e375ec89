"""What comes over Socket Mode: it must have the form of what Slack sends, as over HTTP."""

import time

import structlog
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.socket_mode.internals import build_headers, send_response
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.payload_shapes import Odd, understood

log = structlog.get_logger()


class Handler(SocketModeHandler):
    """Bolt's, but it hands over what can be understood alone; the rest is not acknowledged."""

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override] # as Bolt's own
        """Answer what came over a socket."""
        began = time.time()
        try:
            request = understood(req.payload, build_headers(req) or {})  # type: ignore[arg-type] # texts, here
        except Odd as odd:
            log.warning("a request was refused", why=str(odd))
            return
        send_response(client, req, self.app.dispatch(request), began)

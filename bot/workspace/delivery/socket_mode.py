"""Socket Mode: envelopes go to one open socket each, their acknowledgements come back on any.

By https://docs.slack.dev/apis/events-api/using-socket-mode, November 2026.
"""

import asyncio
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

from fastapi import WebSocket, WebSocketDisconnect
from fastapi.websockets import WebSocketState

from bot.workspace.background import Background
from bot.workspace.delivery.words import DISPATCH_FAILED, OPERATION_TIMEOUT, TAKEN_WITHIN, Ack, Delivery, Envelope
from bot.workspace.sample import APP_ID
from bot.workspace.state import Json

MOST_CONNECTIONS = 10
LIVES_FOR = 18_060  # seconds that a connection may expect to live
URGED_EVERY = 0.05  # seconds
LEAVES_WITHIN = 10.0  # seconds for a socket to go once it was asked to reconnect

Reason = Literal["warning", "refresh_requested", "too_many_websockets"]


@dataclass(slots=True, kw_only=True, eq=False)
class Socket:
    """An open connection of the bot's; `awaited` are the acknowledgements that it owes."""

    id: str
    websocket: WebSocket
    leaving: bool = False  # asked to reconnect: nothing new is sent to it
    awaited: set[asyncio.Future[Ack]] = field(default_factory=set)


class SocketMode(Delivery):
    """All connections of the bot. `connect` is one's life, `deliver` takes them in turn."""

    def __init__(self, background: Background, *, waits: float) -> None:
        """`waits`: the seconds for an acknowledgement."""
        self._background = background
        self._waits = waits
        self._sockets: list[Socket] = []
        self._tickets: set[str] = set()
        self._awaited: dict[str, asyncio.Future[Ack]] = {}  # by envelope_id
        self._turn = count()
        self._arrival = asyncio.Event()

    def new_ticket(self) -> str:
        """What opens one socket, once; it does not grow old."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    def connections(self) -> list[str]:
        """The ids of the sockets that take something new."""
        return [socket.id for socket in self._open()]

    async def connect(self, websocket: WebSocket) -> None:
        """One socket's life, to its end. One without a ticket is closed with 1008; one too many is told so."""
        if websocket.query_params.get("ticket") not in self._tickets:
            await websocket.close(1008)
            return
        self._tickets.remove(websocket.query_params["ticket"])
        await websocket.accept()
        if len(self._sockets) >= MOST_CONNECTIONS:
            await websocket.send_json(_disconnect("too_many_websockets"))
            await websocket.close()
            return
        await self._live(Socket(id=secrets.token_hex(8), websocket=websocket))

    async def deliver(self, envelope: Envelope) -> Ack:
        came = time.monotonic()
        socket = await self._open_socket(came + min(TAKEN_WITHIN, self._waits))
        if socket is None:
            return Ack(error=DISPATCH_FAILED, status=0)
        envelope_id = secrets.token_hex(16)
        ack: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        self._awaited[envelope_id] = ack
        socket.awaited.add(ack)
        try:
            await socket.websocket.send_json(_message(envelope_id, envelope))
            return await asyncio.wait_for(ack, came + self._waits - time.monotonic())
        except TimeoutError:
            return Ack(error=OPERATION_TIMEOUT, status=0)
        except (WebSocketDisconnect, RuntimeError):  # it closed while we sent
            return Ack(error=DISPATCH_FAILED, status=0)
        finally:
            del self._awaited[envelope_id]
            socket.awaited.discard(ack)

    async def disconnect(self, reason: Reason) -> None:
        """Ask all sockets to come again by a new connection."""
        for socket in self._open():
            socket.leaving = True
            await socket.websocket.send_json(_disconnect(reason))
            self._background.spawn(self._close_later(socket))

    async def _live(self, socket: Socket) -> None:
        await socket.websocket.send_json(self._hello())
        self._sockets.append(socket)
        self._arrival.set()
        for old in [old for old in self._sockets if old.leaving]:
            self._background.spawn(self._urge(old))
        try:
            while True:
                self._acknowledged(await socket.websocket.receive_json())
        except WebSocketDisconnect:
            pass
        finally:
            self._sockets.remove(socket)
            self._gone(socket)

    def _acknowledged(self, message: Json) -> None:
        ack = self._awaited.get(message.get("envelope_id", ""))
        if ack and not ack.done():
            ack.set_result(Ack(body=message.get("payload") or None))

    def _gone(self, socket: Socket) -> None:
        # One that was asked to reconnect acknowledges on its new socket. Any other died with what it was given.
        if socket.leaving:
            return
        for ack in socket.awaited:
            if not ack.done():
                ack.set_result(Ack(error=DISPATCH_FAILED, status=0))

    async def _open_socket(self, deadline: float) -> Socket | None:
        while not self._open():
            self._arrival.clear()
            try:
                await asyncio.wait_for(self._arrival.wait(), deadline - time.monotonic())
            except TimeoutError:
                return None
        sockets = self._open()
        return sockets[next(self._turn) % len(sockets)]

    def _open(self) -> list[Socket]:
        return [socket for socket in self._sockets if not socket.leaving]

    async def _urge(self, socket: Socket) -> None:
        """Let a client whose new socket is there leave its old one."""
        # slack_sdk's reads nothing from the new one until the old one says something, for up to 3 s. Were it closed,
        # an acknowledgement that is on its way there would be lost; a ping would do, but ASGI has none.
        while socket in self._sockets:
            with suppress(WebSocketDisconnect, RuntimeError):  # it closed while we sent
                await socket.websocket.send_text("ping")
            await asyncio.sleep(URGED_EVERY)

    async def _close_later(self, socket: Socket) -> None:
        await asyncio.sleep(LEAVES_WITHIN)
        await self._close(socket)

    async def _close(self, socket: Socket) -> None:
        if socket in self._sockets and socket.websocket.application_state is WebSocketState.CONNECTED:
            await socket.websocket.close()

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._sockets) + 1,
            "debug_info": {"host": "workspace", "approximate_connection_time": LIVES_FOR},
            "connection_info": {"app_id": APP_ID},
        }


def _disconnect(reason: Reason) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "workspace"}}


def _message(envelope_id: str, envelope: Envelope) -> Json:
    message = {
        "envelope_id": envelope_id,
        "type": envelope.type,
        "payload": envelope.payload,
        "accepts_response_payload": _answers_in_the_ack(envelope),
    }
    if envelope.type == "events_api":
        message |= {"retry_attempt": envelope.retry_num, "retry_reason": envelope.retry_reason}
    return message


def _answers_in_the_ack(envelope: Envelope) -> bool:
    return envelope.type == "slash_commands" or envelope.payload.get("type") in ("view_submission", "block_suggestion")

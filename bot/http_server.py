"""The HTTP server: uvicorn's, with an end to how long a request may take to arrive and to how many may be arriving."""

import asyncio
import time

import h11
import structlog
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.logs import OnceAMinute

ARRIVES_WITHIN = 5.0  # seconds from its first byte, or the connection's, to its last; Slack itself gives up after three
MOST_CONNECTIONS = 256  # well below the 1024 files that a process may have open where nobody says otherwise

log = structlog.get_logger()
_cuts = OnceAMinute()


class PatientProtocol(H11Protocol):
    """One connection. It is cut where a request does not arrive in time; what was answered early is read to its end.

    Where there are too many, the one goes that has waited longest without bringing a whole request: requests that
    arrive whole are served however many others hold on to half ones.
    """

    _waits_since: float
    _end: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # uvicorn's own words
        """Begin to wait; where this is one too many, the one goes that has waited longest."""
        super().connection_made(transport)
        self._begin_to_wait()
        if len(self.connections) > MOST_CONNECTIONS:
            others = [each for each in self.connections if isinstance(each, PatientProtocol) and each is not self]
            waiting = [each for each in others if each.is_waiting]
            min(waiting, key=lambda each: each._waits_since, default=self).cut("too many connections")

    def data_received(self, data: bytes) -> None:
        """Wait until a request is whole, from the first byte of it on."""
        super().data_received(data)
        if not self.is_waiting:
            self._wait_no_more()
        elif self._end is None:  # the next request on a connection that was kept
            self._begin_to_wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._wait_no_more()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP; where an answer went out already, hang up."""
        if self.cycle is not None:
            self.cycle.disconnected = True  # what it brought before has no answer any more
        try:
            super().send_400_response(msg)
        except h11.LocalProtocolError:
            self.transport.abort()

    def _should_upgrade(self) -> bool:
        """Nobody speaks another protocol here; asked to, it goes on in this one."""
        return False

    @property
    def is_waiting(self) -> bool:
        """Whether no whole request is in hand: none has begun, or its end has not arrived."""
        return self.conn.their_state in (h11.IDLE, h11.SEND_BODY)

    def cut(self, why: str) -> None:
        """Hang up. An attacker who opens thousands does not fill the log with them."""
        self.transport.abort()
        if lines := _cuts.due():
            log.warning("a connection was cut", why=why, times=lines)

    def _begin_to_wait(self) -> None:
        self._waits_since = time.monotonic()
        self._end = self.loop.call_later(ARRIVES_WITHIN, self.cut, "no whole request in time")

    def _wait_no_more(self) -> None:
        if self._end:
            self._end.cancel()
            self._end = None

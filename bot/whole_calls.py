"""HTTP calls whose time-out is that of the whole call: a server that sends a byte now and then holds nobody up.

Python's own is that of each piece that is sent or received.
"""

import io
import math
import time
from functools import cache
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from socket import socket
from typing import Any
from urllib.parse import urlsplit
from urllib.request import (
    BaseHandler,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
    build_opener,
    getproxies,
    install_opener,
    proxy_bypass,
)

from slack_sdk.socket_mode.builtin import client as socket_client
from slack_sdk.web import base_client as web_client
from slack_sdk.webhook import client as webhook_client

from bot.certificates import certificates

SLOWEST = 200_000  # bytes a second, that a file is given time for


@cache
def install() -> None:
    """Have all calls that say nothing else, those of slack_sdk among them, take no longer than their time-outs."""
    install_opener(opener())
    # For a proxy that the environment names slack_sdk makes openers of its own, whatever NO_PROXY says. This one goes
    # by the environment as well.
    for module in (web_client, webhook_client, socket_client):
        module.load_http_proxy_from_env = lambda *_: None  # type: ignore[attr-defined] # which it imports so


def proxy_to(url: str) -> str | None:
    """The proxy by way of which the environment has an address asked; None: there is none between."""
    address = urlsplit(url)
    return None if proxy_bypass(address.hostname or "") else getproxies().get(address.scheme)


def opener(*handlers: type[BaseHandler]) -> OpenerDirector:
    """What opens addresses so, with handlers of the caller's own."""
    return build_opener(_Plain, _Secure(context=certificates()), *handlers)


class _Whole:
    """Of a connection: until when it may take, from when it is opened."""

    sock: Any
    timeout: Any
    _ends = math.inf  # of time.monotonic

    def connect(self) -> None:
        if isinstance(self.timeout, int | float):
            self._ends = time.monotonic() + self.timeout
        super().connect()  # type: ignore[misc] # of the connection that this is mixed in with

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        _limit(self.sock, self._ends)
        super().send(data)  # type: ignore[misc] # as above

    def response_class(self, sock: socket, **of_request: Any) -> HTTPResponse:
        return HTTPResponse(_Answering(sock, self._ends), **of_request)  # type: ignore[arg-type] # it makes a file of it


class _PlainConnection(_Whole, HTTPConnection):  # type: ignore[misc] # response_class is a function of the same use
    pass


class _SecureConnection(_Whole, HTTPSConnection):  # type: ignore[misc] # as above
    pass


class _Plain(HTTPHandler):
    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_PlainConnection, req)


class _Secure(HTTPSHandler):
    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_SecureConnection, req, context=certificates())


class _Answering:
    """What an answer is read from."""

    def __init__(self, sock: socket, ends: float) -> None:
        self._socket, self._ends = sock, ends

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Pieces(self._socket, self._ends))


class _Pieces(io.RawIOBase):
    """The pieces that a socket receives until then. Raises TimeoutError."""

    def __init__(self, sock: socket, ends: float) -> None:
        self._pieces = sock.makefile("rb", buffering=0)  # which keeps the socket open until it is closed itself
        self._socket, self._ends = sock, ends

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        try:
            _limit(self._socket, self._ends)
            return self._pieces.readinto(buffer)
        except OSError:
            self._pieces.close()  # nobody else does, where half of an answer came
            raise

    def close(self) -> None:
        self._pieces.close()
        super().close()


def _limit(sock: socket, ends: float) -> None:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError("the whole call took too long")
    sock.settimeout(None if left == math.inf else left)

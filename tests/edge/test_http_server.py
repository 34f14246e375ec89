"""The HTTP server: whole requests are served, whoever holds on to half ones; and no garbage is a failure of ours."""

import asyncio
import logging
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.http_server import PatientProtocol
from bot.workspace.server import HOST, listen
from tests.flow.desk import eventually

HALF = b"POST /read HTTP/1.1\r\nHost: x\r\n"
WHOLE = b"GET /early HTTP/1.1\r\nHost: x\r\n\r\n"
MOST = 8


async def early(_request: Request) -> Response:
    """Answers without reading."""
    return PlainTextResponse("early")


async def read(request: Request) -> Response:
    try:
        return PlainTextResponse(str(len(await request.body())))
    except ClientDisconnect:
        return PlainTextResponse("nobody hears this")


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Where a server listens that has no patience."""
    monkeypatch.setattr("bot.http_server.ARRIVES_WITHIN", 0.5)
    monkeypatch.setattr("bot.http_server.MOST_CONNECTIONS", MOST)
    app = Starlette(routes=[Route("/early", early, methods=["GET", "POST"]), Route("/read", read, methods=["POST"])])
    server = uvicorn.Server(
        uvicorn.Config(app, http=PatientProtocol, ws="none", lifespan="off", log_config=None, access_log=False)
    )
    listener = listen(0)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([listener])))
    thread.start()
    eventually(lambda: server.started)
    yield listener.getsockname()[1]
    server.should_exit = True
    thread.join()


def connect(port: int, *said: bytes) -> socket.socket:
    made = socket.create_connection((HOST, port), timeout=60)
    for each in said:
        made.sendall(each)
    return made


def heard(connection: socket.socket) -> bytes:
    """All that comes until the other side hangs up."""
    answer = b""
    try:
        while part := connection.recv(65_536):
            answer += part
    except ConnectionResetError:
        pass
    return answer


def one_answer(connection: socket.socket) -> bytes:
    """What comes until the early answer is whole."""
    answer = b""
    while not answer.endswith(b"early"):
        part = connection.recv(65_536)
        assert part, answer
        answer += part
    return answer


@pytest.mark.parametrize(
    "begun",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(HALF, id="half of the headers"),
        pytest.param(HALF + b"Content-Length: 10\r\n\r\nhalf", id="half of a body"),
        pytest.param(HALF + b"Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", id="some chunks"),
        pytest.param(WHOLE + HALF, id="half of a second request"),
    ],
)
def test_a_request_that_does_not_arrive_is_cut_off_though_it_trickles(port: int, begun: bytes) -> None:
    with connect(port, begun) as connection:
        trickling = True
        for _ in range(100):
            time.sleep(0.05)
            try:
                connection.sendall(b"a")
            except OSError:
                trickling = False
                break
        assert not trickling


def test_whole_requests_are_served_whoever_holds_on_to_half_ones(port: int) -> None:
    held = [connect(port, HALF) for _ in range(5 * MOST)]
    with connect(port, WHOLE) as connection:
        assert one_answer(connection).startswith(b"HTTP/1.1 200")
    assert sum(bool(heard(each) == b"") for each in held) == len(held)
    for each in held:
        each.close()


def test_what_was_answered_early_is_read_to_its_end_and_the_connection_goes_on(port: int) -> None:
    much = 5_000_000
    with connect(port, b"POST /early HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % much) as connection:
        assert one_answer(connection)
        connection.sendall(b"x" * much)
        connection.sendall(WHOLE)
        assert one_answer(connection)


@pytest.mark.parametrize(
    "garbage",
    [
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", id="TLS"),
        pytest.param(b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n", id="long headers"),
        pytest.param(b"POST /early HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n", id="no chunks"),
        pytest.param(
            b"POST /read HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\nz\r\n", id="then no chunk"
        ),
        pytest.param(b"POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", id="no length"),
        pytest.param(
            b"GET /early HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n" + HALF,
            id="a WebSocket",
        ),
    ],
)
def test_what_is_no_http_is_one_short_line(port: int, garbage: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with connect(port, garbage) as connection:
        answer = heard(connection)
    assert answer[:12] in (b"HTTP/1.1 400", b"HTTP/1.1 200", b"")
    with connect(port, WHOLE) as connection:
        assert one_answer(connection).startswith(b"HTTP/1.1 200")
    told = [record for record in caplog.records if record.levelno >= logging.WARNING and record.name != "asyncio"]
    assert len(told) <= 2  # and that it was cut off
    assert not any(record.exc_info or "\n" in record.getMessage() for record in caplog.records)

"""What the HTTP client makes of each answer, and of none: a server that says exactly what it is told to."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Any

import httpx
import pytest
from structlog.testing import capture_logs

from bot.carriers.http import Http
from bot.carriers.reading import read
from bot.carriers.telnyx_answers import read_problem
from handlers.kit.carriers import CarrierBusy, CarrierName, CarrierRefused, CarrierSilent

KEY = "KEYsecret"
NAME = CarrierName("telnyx")


@contextmanager
def saying(*answers: bytes, leaves_open: bool = False) -> Iterator[tuple[Http, list[bytes]]]:
    """A client of a server that gives these answers, one for each connection; and what it was asked."""
    asked: list[bytes] = []
    stop = Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        waiting = list(answers)
        kept = []

        def serve() -> None:
            while waiting and not stop.is_set():
                with suppress(TimeoutError):
                    connection, _ = server.accept()
                    connection.settimeout(5)
                    asked.append(connection.recv(100_000))
                    connection.sendall(waiting.pop(0))
                    kept.append(connection) if leaves_open else connection.close()

        thread = Thread(target=serve)
        thread.start()
        made = Http(NAME, f"http://127.0.0.1:{server.getsockname()[1]}", key=KEY, sign=sign, problem=read_problem)
        try:
            yield made, asked
        finally:
            made.close()
            stop.set()
            thread.join()
            for connection in kept:
                connection.close()


def sign(request: httpx.Request) -> httpx.Request:
    request.headers["authorization"] = f"Bearer {KEY}"
    return request


def http(status: str, body: bytes = b"", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"content-length: {len(body)}", "connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def refused(code: str, detail: str = "") -> bytes:
    return b'{"errors": [{"code": "%s", "title": "No", "detail": "%s"}]}' % (code.encode(), detail.encode())


CASES: list[Any] = [
    pytest.param(http("400 Bad Request", refused("10015")), CarrierRefused, CarrierRefused, id="a wrong request"),
    pytest.param(http("401 Unauthorized"), CarrierRefused, CarrierRefused, id="no words"),
    pytest.param(http("403 Forbidden", b"<html>"), CarrierRefused, CarrierRefused, id="a page"),
    pytest.param(http("302 Found", b"", "location: http://x/"), CarrierRefused, CarrierRefused, id="a detour"),
    pytest.param(http("429 Too Many Requests"), CarrierBusy, CarrierBusy, id="too many"),
    pytest.param(http("503 Service Unavailable"), CarrierBusy, CarrierBusy, id="not now"),
    pytest.param(http("500 Internal Server Error"), CarrierBusy, CarrierSilent, id="a failure"),
    pytest.param(http("504 Gateway Timeout"), CarrierBusy, CarrierSilent, id="a failure in between"),
    pytest.param(http("200 OK", b"{"), CarrierBusy, CarrierSilent, id="half an answer"),
    pytest.param(b"", CarrierSilent, CarrierSilent, id="nothing"),
    pytest.param(b"SSH-2.0\r\n\r\n", CarrierSilent, CarrierSilent, id="another protocol"),
    pytest.param(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", CarrierSilent, CarrierSilent, id="cut short"),
]


@pytest.mark.parametrize(("answer", "of_a_look", "of_a_change"), CASES)
def test_an_answer_means_what_may_have_been_done(
    answer: bytes, of_a_look: type[Exception], of_a_change: type[Exception]
) -> None:
    calls: tuple[tuple[Callable[[Http], object], type[Exception]], ...] = (
        (lambda client: client.look("/x"), of_a_look),
        (lambda client: client.change("POST", "/x", {}), of_a_change),
    )
    for call, meant in calls:
        with saying(answer, answer) as (client, _), pytest.raises(meant):
            call(client)


def test_a_look_is_repeated_once_where_the_connection_was_cut() -> None:
    with saying(b"", http("200 OK", b'{"a": 1}')) as (client, asked):
        assert client.look("/x").body == {"a": 1}
    assert len(asked) == 2


def test_a_change_is_sent_once() -> None:
    with saying(b"", http("200 OK", b"{}")) as (client, asked):
        with pytest.raises(CarrierSilent):
            client.change("DELETE", "/x")
        assert len(asked) == 1


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param(("retry-after: 2.5", "x-ratelimit-reset: 60"), 2.5, id="what was asked of us"),
        pytest.param(("x-ratelimit-reset: 60",), 60.0, id="when there is room again"),
        pytest.param(("retry-after: Wed, 21 Oct 2026 07:28:00 GMT",), None, id="a date"),
        pytest.param((), None, id="nothing"),
    ],
)
def test_the_carrier_says_when_to_come_again(headers: tuple[str, ...], seconds: float | None) -> None:
    answer = http("429 Too Many Requests", refused("10011"), *headers)
    with saying(answer) as (client, _), pytest.raises(CarrierBusy) as busy:
        client.change("POST", "/x", {})
    assert (busy.value.retry_after, busy.value.code) == (seconds, "10011")


def test_an_answer_that_never_ends_is_given_up() -> None:
    begun = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"
    with saying(begun, leaves_open=True) as (client, _), pytest.raises(CarrierSilent):
        client.change("POST", "/x", {}, within=0.2)


def test_an_answer_of_no_size_that_makes_sense_is_given_up() -> None:
    with saying(http("200 OK", b" " * 11_000_000)) as (client, _), pytest.raises(CarrierSilent):
        client.look("/x")


def test_a_refusal_that_repeats_the_key_does_not_tell_it() -> None:
    answer = http("401 Unauthorized", refused("10009", f"{KEY} is not valid"))
    with saying(answer) as (client, asked), capture_logs() as logs, pytest.raises(CarrierRefused) as why:
        client.look("/x")
    assert KEY.encode() in asked[0]
    assert KEY not in f"{why.value!r} {why.value} {client!r} {logs}"
    assert (why.value.code, why.value.detail) == ("10009", "No: *** is not valid")


def test_what_is_missing_or_odd_is_an_alarm_and_no_crash() -> None:
    with capture_logs() as logs:
        data = read(NAME, "", {"data": {"at": "soon", "cost": "NaN", "many": 3, "word": "quantum"}}).within("data")
        assert (data.text("id"), data.time("at"), data.amount("cost")) == ("", None, None)
        assert (data.each("many"), data.within("none").may("x"), data.word("word", {}, "?")) == ([], "", "?")
        assert read(NAME, "", ["no object"]).each("data") == []
    fields = ["data.id", "data.at", "data.cost", "data.many", "data.none", "data.word", "", "data"]
    assert [(entry["log_level"], entry["field"]) for entry in logs] == [("error", field) for field in fields]

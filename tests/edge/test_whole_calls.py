"""Calls to a server that sends a byte now and then, and never all: they end with their time-out all the same."""

import socket
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from bot import files, uploads, whole_calls
from bot.directory import FAILURES
from bot.slack_errors import Remedy, remedy
from handlers.kit.outgoing import Fetch, Upload
from store.types import ChannelId, UserId
from tests.table import table

WITHIN = 0.3  # seconds
LONG_ENOUGH = 10.0  # seconds, for somebody to come
EVERY = 0.05  # seconds, within which each piece is
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"


@contextmanager
def serving(talk: Callable[[socket.socket, Event], None]) -> Iterator[str]:
    """A server that talks so with the first who comes, until the event is set. Its address."""
    done = Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(LONG_ENOUGH)

        def serve() -> None:
            with suppress(OSError):
                connection, _ = server.accept()
                with connection:
                    talk(connection, done)

        thread = Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        finally:
            done.set()
            thread.join()


def dripping(at_once: bytes) -> AbstractContextManager[str]:
    """A server that sends this, and then a byte now and then. Its address."""

    def drip(connection: socket.socket, done: Event) -> None:
        connection.recv(65_536)
        connection.sendall(at_once)
        while not done.wait(EVERY):
            connection.sendall(b" ")

    return serving(drip)


def sipping() -> AbstractContextManager[str]:
    """A server that takes a little now and then. Its address."""

    def sip(connection: socket.socket, done: Event) -> None:
        while not done.wait(EVERY):
            connection.recv(1_000)

    return serving(sip)


@pytest.fixture(autouse=True)
def _installed() -> None:
    whole_calls.install()


@table(
    "at_once", [pytest.param(HEAD, id="in its body"), pytest.param(b"HTTP/1.1 200 OK\r\nX-Slow: ", id="in its head")]
)
def test_a_call_of_slacks_api_ends_however_slowly_it_is_answered(at_once: bytes) -> None:
    with dripping(at_once) as address, pytest.raises(FAILURES) as failed:
        WebClient("xoxb", base_url=address, timeout=WITHIN, retry_handlers=[]).api_test()  # type: ignore[arg-type]
    assert remedy(failed.value) is Remedy.SLEEP


@table("variable", ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"])
def test_by_way_of_a_proxy_a_call_ends_too(variable: str) -> None:
    address = f"{variable.lower().partition('_')[0]}://slack.invalid/"
    with dripping(b"HTTP/1.1 200 OK\r\nX-Slow: ") as proxy, pytest.MonkeyPatch.context() as patch:
        patch.setenv(variable, proxy)
        patch.setattr(urllib.request, "_opener", whole_calls.opener())  # which is made when a process starts
        with pytest.raises(FAILURES) as failed:
            WebClient("xoxb", base_url=address, timeout=WITHIN, retry_handlers=[]).api_test()  # type: ignore[arg-type]
        with pytest.raises(FAILURES):
            WebhookClient(address, timeout=WITHIN, retry_handlers=[]).send(text="x")  # type: ignore[arg-type]
    assert "timed out" in str(failed.value) or "too long" in str(failed.value)  # and not that there is no such host


@table(
    ("url", "proxy"),
    [
        ("https://slack.com/api/", "http://user:secret@proxy:3128"),
        ("https://hooks.slack-gov.com/x", None),
        ("http://127.0.0.1:8000/api/", None),
    ],
)
def test_a_proxy_is_asked_for_what_the_environment_says(url: str, proxy: str | None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("https_proxy", "no_proxy"):  # which would go before those that are set here
            patch.delenv(name, raising=False)
        patch.setenv("HTTPS_PROXY", "http://user:secret@proxy:3128")
        patch.setenv("NO_PROXY", "localhost,.slack-gov.com,127.0.0.1")
        assert whole_calls.proxy_to(url) == proxy
        assert WebClient("xoxb", base_url=url).proxy is None


def test_an_answer_to_a_click_ends_however_slowly_it_is_taken() -> None:
    with dripping(HEAD) as address, pytest.raises(FAILURES):
        WebhookClient(address, timeout=WITHIN, retry_handlers=[]).send(text="x")  # type: ignore[arg-type] # as in bot.build


def test_a_file_ends_however_slowly_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    with dripping(HEAD) as address:
        file = {"user": "UBEN", "name": "a.csv", "size": 100, "url_private_download": f"{address}a.csv"}
        client = WebClient("xoxb", base_url=address, timeout=WITHIN, retry_handlers=[])  # type: ignore[arg-type]
        monkeypatch.setattr(client, "files_info", lambda **_: {"file": file})
        with pytest.raises(FAILURES):
            files.arrived(client, Fetch(file="F1", by=UserId("UBEN"), most=1_000_000, take=lambda _arrived: None))


@table("reads", [True, False], ids=["answered slowly", "taken slowly"])
def test_an_upload_ends_however_slowly_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reads: bool) -> None:
    file = tmp_path / "log.csv"
    with file.open("wb") as content:
        content.truncate(100 if reads else 50_000_000)  # more than is on its way to who reads nothing
    monkeypatch.setattr(uploads, "SLOWEST", 10_000_000_000)
    with dripping(HEAD) if reads else sipping() as address:
        client = WebClient("xoxb", base_url=address, timeout=WITHIN, retry_handlers=[])  # type: ignore[arg-type]
        ticket = {"upload_url": f"{address}upload", "file_id": "F1"}
        monkeypatch.setattr(client, "files_getUploadURLExternal", lambda **_: ticket)
        upload = Upload(user=ChannelId("UBEN"), name=file.name, comment="", write=lambda _path: None)
        with pytest.raises(FAILURES):
            uploads.send(client, upload, file, ChannelId("D1"), check=pytest.fail)

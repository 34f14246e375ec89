"""A file that a member gave is had from Slack whole, or it is said why it never will be."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from slack_sdk import WebClient

from bot import files
from bot.workspace.shapes import file_json
from bot.workspace.state import File
from handlers.kit.file_faults import FileFault
from handlers.kit.outgoing import Arrived, Fetch
from store.types import UserId

CONTENT = b"number\n+12065550100\n"
# By the path that the file is at: the status, the media type, what is sent.
ANSWERS = {
    "whole": (200, "text/csv", CONTENT),
    "cut": (200, "text/csv", CONTENT[:5]),
    "gone": (404, "text/plain", b"no"),
    "no": (403, "text/plain", b"no"),
    "later": (503, "text/plain", b"no"),
    "page": (200, "text/html", b"<html>Sign in to Slack</html>"),
    "empty": (200, "text/csv", b""),
}


class Slack(BaseHTTPRequestHandler):
    """Answers `files.info` with the file that the test says, and with what is at its address."""

    told: dict[str, Any]

    def do_POST(self) -> None:
        self._answer(200, "application/json", json.dumps({"ok": True, "file": self.told}).encode())

    def do_GET(self) -> None:
        self._answer(*ANSWERS[self.path.strip("/")])

    def log_message(self, *_: Any) -> None:
        pass

    def _answer(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def client() -> Iterator[WebClient]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Slack)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield WebClient(token="xoxb-1", base_url=f"http://127.0.0.1:{server.server_port}/", retry_handlers=[])
    server.shutdown()
    thread.join()
    server.server_close()


def arrived(client: WebClient, at: str, **said: Any) -> bytes | FileFault:
    Slack.told = {"user": "U1", "size": len(CONTENT), "url_private_download": f"{client.base_url}{at}", **said}
    took: list[Arrived] = []
    return files.arrived(client, Fetch(file="F1", by=UserId("U1"), most=100, take=took.append)).content


@pytest.mark.parametrize(
    ("at", "said", "content"),
    [
        ("whole", {}, CONTENT),
        ("gone", {}, FileFault.GONE),
        ("no", {}, FileFault.UNREACHED),
        ("page", {"mimetype": "text/csv"}, FileFault.UNREACHED),
        ("empty", {"size": 0}, FileFault.EMPTY),
        ("whole", {"user": "U2"}, FileFault.NOT_THEIRS),
        ("whole", {"size": 101}, FileFault.TOO_LARGE),
        ("whole", {"url_private_download": "https://docs.example.com/x"}, FileFault.UNREACHED),
    ],
)
def test_a_file_is_had_or_it_is_said_why_not(
    client: WebClient, at: str, said: dict[str, Any], content: bytes | FileFault
) -> None:
    assert arrived(client, at, **said) == content


@pytest.mark.parametrize("at", ["cut", "later"])
def test_what_may_be_had_later_is_asked_for_again(client: WebClient, at: str) -> None:
    with pytest.raises(OSError, match=r"arrived|503"):
        arrived(client, at)


@pytest.mark.parametrize("name", ["my numbers.csv", "numéros.csv", "a/b?c#d%.csv"])
def test_whatever_a_file_is_called_its_address_is_one(name: str) -> None:
    file = File(id="F1", name=name, title=name, mimetype="text/csv", content=CONTENT, user="U1", created=1)
    address = file_json(file, "http://127.0.0.1")["url_private_download"]
    assert unquote(urlsplit(address).path).endswith(f"/{name}")
    assert address.isascii()
    assert " " not in address

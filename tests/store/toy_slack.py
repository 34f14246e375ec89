"""A Slack of one page, over HTTP: it keeps what is posted, dates it by a clock of its own, and fails as a test says."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

from slack_sdk import WebClient

from store.types import WorkspaceId

Json = dict[str, Any]
Happens = Callable[[Json], Json | int | None]  # an answer, an HTTP status, or None: what would happen anyway
DROPPED = 0  # done, but the connection ends without an answer
WITHIN = 10  # seconds


@dataclass
class ToySlack:
    now: Callable[[], datetime]
    ahead: timedelta = timedelta(0)  # how far its clock is
    joined: set[str] = field(default_factory=set)
    messages: list[Json] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    happens: dict[str, Happens] = field(default_factory=dict)  # by method; "" is any other
    headers: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)  # by name, once they are shown
    url: str = ""
    _uploaded: dict[str, bytes] = field(default_factory=dict)
    _count: int = 0

    def client_of(self, _workspace: WorkspaceId, within: float) -> WebClient:
        return WebClient("xoxb", base_url=f"{self.url}/api/", timeout=int(within), retry_handlers=[])

    def texts(self, channel: str) -> list[str]:
        return [message["text"] for message in self.messages if message["channel"] == channel]

    def clock(self) -> datetime:
        return self.now() + self.ahead

    def answer(self, method: str, given: Json) -> Json | int:
        self.calls.append(method)
        if happening := self.happens.get(method) or self.happens.get(""):
            told = happening(given)
            if told == DROPPED and told is not None:
                self._does(method, given)
            if told is not None:
                return told
        return self._does(method, given)

    def _does(self, method: str, given: Json) -> Json:
        work: Callable[[Json], Json] | None = getattr(self, f"_{method.replace('.', '_')}", None)
        return {"ok": True} | (work(given) if work else {})

    def _chat_postMessage(self, given: Json) -> Json:  # noqa: N802 (Slack's own word)
        self._count += 1
        ts = f"{self.clock().timestamp() + self._count / 1_000_000:.6f}"
        self.messages.append({**given, "ts": ts})
        return {"ts": ts, "channel": given["channel"]}

    def _chat_update(self, given: Json) -> Json:
        found = [message for message in self.messages if message["ts"] == given["ts"]]
        if not found:
            return _no("message_not_found")
        found[0] |= given
        return {"ts": given["ts"]}

    def _chat_delete(self, given: Json) -> Json:
        self.messages[:] = [message for message in self.messages if message["ts"] != given["ts"]]
        return {}

    def _conversations_history(self, given: Json) -> Json:
        if given["channel"] not in self.joined:
            return _no("not_in_channel")
        there = [message for message in self.messages if message["channel"] == given["channel"]]
        return {"messages": [each for each in reversed(there) if float(each["ts"]) > float(given["oldest"])]}

    _conversations_replies = _conversations_history

    def _conversations_info(self, given: Json) -> Json:
        return {"channel": {"id": given["channel"], "is_member": given["channel"] in self.joined}}

    def _conversations_join(self, given: Json) -> Json:
        self.joined.add(given["channel"])
        return {}

    def _conversations_open(self, given: Json) -> Json:
        return {"channel": {"id": f"D{given['users']}"}}

    def _files_getUploadURLExternal(self, given: Json) -> Json:  # noqa: N802 (Slack's own word)
        return {"upload_url": f"{self.url}/upload/{given['filename']}", "file_id": given["filename"]}

    def _files_completeUploadExternal(self, given: Json) -> Json:  # noqa: N802 (Slack's own word)
        for file in given["files"]:
            self.files[file["id"]] = self._uploaded[file["id"]]
        return {}

    def _files_list(self, _given: Json) -> Json:
        return {"files": [{"name": name} for name in self.files]}

    def _users_list(self, _given: Json) -> Json:
        return {"members": []}

    def take_file(self, name: str, content: bytes) -> None:
        self._uploaded[name] = content


@contextmanager
def toy_slack(now: Callable[[], datetime]) -> Iterator[ToySlack]:
    slack = ToySlack(now)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            method = self.path.rpartition("/")[2]
            if self.path.startswith("/upload/"):
                slack.take_file(method, body)
                return self._say(200, {})
            told = slack.answer(method, _read(body))
            if told == DROPPED:
                self.connection.close()
                return None
            return self._say(told, {}) if isinstance(told, int) else self._say(200, told)

        do_GET = do_POST  # noqa: N815 (the server's own word)

        def _say(self, status: int, told: Json) -> None:
            content = json.dumps(told).encode()
            self.send_response_only(status)
            self.send_header("Date", format_datetime(slack.clock(), usegmt=True))
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            for name, value in slack.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    slack.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=lambda: server.serve_forever(poll_interval=0.02))
    thread.start()
    try:
        yield slack
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def no(error: str) -> Happens:
    """Always refused so."""
    return lambda _given: _no(error)


def times(number: int, happening: Happens) -> Happens:
    """So many times, and then no more."""
    left = iter(range(number))
    return lambda given: happening(given) if next(left, None) is not None else None


def _no(error: str) -> Json:
    return {"ok": False, "error": error}


def _read(body: bytes) -> Json:
    if body.startswith(b"{"):
        read: Json = json.loads(body)
        return read
    given: Json = dict(parse_qsl(body.decode()))
    return given | {key: json.loads(given[key]) for key in ("blocks", "metadata", "files") if key in given}

"""A workspace over the wire, and a tiny real Bolt app in it that does what each test tells it."""

import asyncio
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from threading import Thread
from typing import Any

import httpx
import pytest
from slack_bolt import Ack, App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.workspace.keys import Keys
from bot.workspace.server import Server, create, listen
from bot.workspace.workspace import Workspace
from tests.workspace.slack import Slack

ANYTHING = re.compile(".*", re.DOTALL)

Answer = Callable[[Ack, dict[str, Any], WebClient], object]


@dataclass
class Desk:
    """The bot's side: what it got, and what it answers to each kind of request."""

    client: WebClient
    seen: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)

    def last(self, kind: str) -> dict[str, Any]:
        return next(body for seen, body in reversed(self.seen) if seen == kind)

    def take(self, kind: str, ack: Ack, body: dict[str, Any]) -> None:
        self.seen.append((kind, body))
        answer = self.answers.get(kind)
        if answer:
            answer(ack, body, self.client)
        else:
            ack()


@pytest.fixture(scope="package")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Slack]:
    yield from run_workspace(tmp_path_factory.mktemp("workspace"))


@pytest.fixture
def slack(running: Slack) -> Slack:
    """The workspace as at its start; nobody is connected unless `desk` is asked for too."""
    running.post("reset")
    return running


@pytest.fixture(scope="package")
def connected(running: Slack) -> Iterator[Desk]:
    desk = Desk(client=running.web_client())
    handler = SocketModeHandler(bolt_app(desk), Keys().app_token, web_client=running.web_client(Keys().app_token))
    handler.connect()  # type: ignore[no-untyped-call] # slack_bolt has no types there
    yield desk
    closing = Thread(target=handler.close)
    closing.start()
    # The client ends when its socket says something, or up to three seconds later.
    running.post("message", user="ada", channel="general", text="good night")
    closing.join()


@pytest.fixture
def desk(connected: Desk, slack: Slack) -> Desk:
    connected.seen.clear()
    connected.answers.clear()
    slack.wait_for(lambda: slack.state()["connections"])
    return connected


def run_workspace(folder: Path, **options: Any) -> Iterator[Slack]:
    """A workspace served from a thread of its own."""
    with listen(0) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        workspace = Workspace(url=url, clock_file=folder / "clock", keys=Keys(), **{"rate_limits": False, **options})
        yield from serve_workspace(workspace, listener, folder)


def serve_workspace(workspace: Workspace, listener: socket, folder: Path) -> Iterator[Slack]:
    """One that is made already."""
    server = Server(create(workspace), workspace)
    thread = Thread(target=asyncio.run, args=[server.serve([listener])])
    thread.start()
    with httpx.Client(base_url=workspace.url, timeout=60) as http:
        slack = Slack(url=workspace.url, http=http, clock_file=folder / "clock")
        slack.wait_for(lambda: server.started)
        yield slack
    server.should_exit = True
    thread.join()


def bolt_app(desk: Desk) -> App:
    app = App(client=desk.client, process_before_response=True, signing_secret=Keys().signing_secret)

    def listen(kind: str, register: Callable[..., Any]) -> None:
        def listener(ack: Ack, body: dict[str, Any]) -> None:
            desk.take(kind, ack, body)

        register(ANYTHING)(listener)

    listen("command", app.command)
    listen("action", app.action)
    listen("options", app.options)
    listen("shortcut", app.shortcut)
    listen("event", app.event)
    listen("submission", app.view_submission)
    listen("closed", app.view_closed)
    return app


@pytest.fixture
def free_port() -> int:
    with listen(0) as listener:
        port: int = listener.getsockname()[1]
        return port

"""The workspace as a process: quickly there, with its bot as a child that neither dies for good nor outlives it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.workspace.server import listen
from tests.workspace.slack import Json

# A bot that writes down where it found its workspace, and waits.
_BOT = """
import os, sys, time
open(sys.argv[1], "a").write(os.environ["SLACK_API_URL"] + "\\n")
time.sleep(60)
"""

_SERVE = """
import asyncio, sys
from pathlib import Path
from bot.workspace.server import Options, serve
folder, port = Path(sys.argv[1]), int(sys.argv[2])
bot = (sys.executable, "-c", (folder / "bot.py").read_text(), str(folder / "started"))
asyncio.run(serve(Options(clock_file=folder / "clock", port=port, page=False, bot_argv=bot)))
"""


class Process:
    """A workspace without a page, in a process of its own."""

    def __init__(self, folder: Path, port: int) -> None:
        (folder / "bot.py").write_text(_BOT)
        self.started_by_bot = folder / "started"
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen([sys.executable, "-c", _SERVE, str(folder), str(port)])

    def bot_pid(self, *, other_than: int | None = None) -> int:
        def pid() -> int | None:
            found: int | None = (state(self.url) or {"bot": {"pid": None}})["bot"]["pid"]
            return None if found == other_than else found

        bot_pid: int = wait_for(pid)
        return bot_pid


@pytest.fixture
def process(tmp_path: Path, free_port: int) -> Iterator[Process]:
    process = Process(tmp_path, free_port)
    yield process
    process.process.kill()
    process.process.wait()


def state(url: str) -> Json | None:
    """None until it is up."""
    try:
        told: Json = httpx.get(f"{url}/_control/state").json()
    except httpx.ConnectError:
        return None
    return told


def wait_for(fact: Callable[[], Any], within: float = 60.0) -> Any:
    deadline = time.monotonic() + within
    while not (found := fact()):
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
    return found


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # One that ended but was not yet waited for is as good as gone.
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def test_the_bot_is_started_with_what_it_needs_and_again_when_it_is_killed(process: Process) -> None:
    first = process.bot_pid()
    wait_for(process.started_by_bot.exists)
    os.kill(first, signal.SIGKILL)
    second = process.bot_pid(other_than=first)
    assert is_alive(second)
    wait_for(lambda: process.started_by_bot.read_text() == f"{process.url}/api/\n" * 2)


def test_a_port_that_is_taken_is_said_plainly(free_port: int) -> None:
    with listen(free_port), pytest.raises(SystemExit, match=f"Cannot listen on port {free_port}: "):
        listen(free_port)


def test_the_command_appends_every_payload_to_the_file_it_is_told(tmp_path: Path, free_port: int) -> None:
    file = tmp_path / "calls.jsonl"
    file.write_text("{}\n")
    options = ["--no-page", "--port", str(free_port), "--slack-log", str(file)]
    with subprocess.Popen([sys.executable, "-m", "bot", "workspace", *options]) as process:
        wait_for(lambda: state(f"http://127.0.0.1:{free_port}"))
        httpx.post(f"http://127.0.0.1:{free_port}/api/api.test")
        process.terminate()
    assert [json.loads(line).get("method") for line in file.read_text().splitlines()] == [None, "api.test"]


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=lambda signum: signum.name)
def test_the_bot_ends_with_its_workspace(process: Process, signum: signal.Signals) -> None:
    bot = process.bot_pid()
    process.process.send_signal(signum)
    process.process.wait(20)
    wait_for(lambda: not is_alive(bot))

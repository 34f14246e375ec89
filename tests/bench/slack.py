"""A local workspace in a process of its own, and what it sends to the desk."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import urlencode

import httpx
from slack_bolt import App, BoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.settings import Secret, Settings
from bot.workspace.keys import Keys
from bot.workspace.server import HOST, listen

TEAM, ADMIN = "T0LOCAL01", "U0ADA0001"
CHANNELS = ("C0PHONES1", "C0GENERAL")
KEYS = Keys()
AUDIT_KEY = Secret("a key that only the measures know of")
COMMAND = "/numbers"
RESERVE = "reserve 5 US Washington Seattle"

_triggers = count(1)


@dataclass(frozen=True, kw_only=True)
class LocalSlack:
    http: httpx.Client

    def settings(self, database_url: str, *, pace: bool) -> Settings:
        return Settings(
            database_url=database_url,
            slack_bot_token=Secret(KEYS.bot_token),
            slack_signing_secret=Secret(KEYS.signing_secret),
            audit_key=AUDIT_KEY,
            slack_api_url=f"{self.http.base_url}api/",
            pace=pace,
        )

    def calls(self) -> list[dict[str, Any]]:
        """What the desk called, as far back as the workspace remembers."""
        lines = map(json.loads, self.http.get("/_control/log").text.splitlines())
        return [call for call in lines if call["direction"] == "to_slack"]


@contextmanager
def local_slack(*, rate_limits: bool) -> Iterator[LocalSlack]:
    with listen(0) as listener:
        port = listener.getsockname()[1]
    limits = "--rate-limits" if rate_limits else "--no-rate-limits"
    arguments = [sys.executable, "-m", "bot", "workspace", "--no-page", "--port", str(port), limits]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with httpx.Client(base_url=f"http://{HOST}:{port}/", timeout=30) as http:
            _wait_for(http)
            yield LocalSlack(http=http)
    finally:
        process.terminate()
        process.wait()


def command(text: str = RESERVE) -> BoltRequest:
    """A slash command of the admin's, signed."""
    body = urlencode(
        {
            "team_id": TEAM,
            "channel_id": CHANNELS[0],
            "channel_name": "phone-numbers",
            "user_id": ADMIN,
            "user_name": "ada",
            "command": COMMAND,
            "text": text,
            "api_app_id": "A0DESK001",
            "response_url": "http://127.0.0.1/never-used",
            "trigger_id": f"{next(_triggers)}.bench",
        }
    )
    at = str(int(time.time()))
    signature = SignatureVerifier(KEYS.signing_secret).generate_signature(timestamp=at, body=body) or ""
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": at,
        "x-slack-signature": signature,
    }
    return BoltRequest(body=body, headers=dict(headers))


def dispatched(app: App, request: BoltRequest, said: str = "H-") -> float:
    """How many milliseconds it took to the finished reply, which must say this."""
    began = time.perf_counter()
    response = app.dispatch(request)
    lasted = (time.perf_counter() - began) * 1000
    assert response.status == 200, response.body
    assert said in response.body, response.body
    return lasted


def _wait_for(http: httpx.Client, within: float = 30.0) -> None:
    deadline = time.monotonic() + within
    while not _answers(http):
        assert time.monotonic() < deadline, "the workspace did not start"
        time.sleep(0.05)


def _answers(http: httpx.Client) -> bool:
    try:
        return http.get("/_control/state").is_success
    except httpx.ConnectError:
        return False

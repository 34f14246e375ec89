"""The workspace as a test sees it: its control API, and Web API clients for it."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from slack_sdk import WebClient

from bot.workspace.keys import Keys

Json = dict[str, Any]

CHANNEL = "C0PHONES1"
ADA = "U0ADA0001"
BEN = "U0BEN0001"


@dataclass(frozen=True, kw_only=True)
class Slack:
    url: str
    http: httpx.Client
    clock_file: Path

    def post(self, path: str, **body: Any) -> Json:
        answer: Json = self.http.post(f"/_control/{path}", json=body).json()
        return answer

    def get(self, path: str, **query: str) -> Json:
        answer: Json = self.http.get(f"/_control/{path}", params=query).json()
        return answer

    def state(self) -> Json:
        return self.get("state")

    def messages(self, channel: str = CHANNEL, **query: str) -> list[Json]:
        messages: list[Json] = self.get(f"messages/{channel}", **query)["messages"]
        return messages

    def views(self, user: str = "ada") -> list[Json]:
        views: list[Json] = self.get(f"views/{user}")["views"]
        return views

    def log(self) -> list[Json]:
        return [json.loads(line) for line in self.http.get("/_control/log").text.splitlines()]

    def command(self, text: str = "", *, user: str = "ada", channel: str = CHANNEL) -> Json:
        return self.post("command", user=user, channel=channel, command="/numbers", text=text)

    def api(self, method: str, token: str | None = Keys().bot_token, **arguments: Any) -> httpx.Response:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        return self.http.post(f"/api/{method}", json=arguments, headers=headers)

    def web_client(self, token: str = Keys().bot_token) -> WebClient:
        return WebClient(token, base_url=f"{self.url}/api/", retry_handlers=[])

    def wait_for(self, fact: Callable[[], Any], *, within: float = 60.0) -> Any:
        deadline = time.monotonic() + within
        while not (found := fact()):
            assert time.monotonic() < deadline, "it did not happen in time"
            time.sleep(0.01)
        return found

"""The other side of the page: what the desk may ask of Slack, and what Slack told the desk."""

import json
import time
from collections.abc import Callable
from typing import Any

import httpx

from bot.workspace.keys import Keys

Json = dict[str, Any]


def call(product: httpx.Client, method: str, **arguments: Any) -> Json:
    """A Web API method, in the desk's own name."""
    token = {"authorization": f"Bearer {Keys().bot_token}"}
    answer: Json = product.post(f"/api/{method}", json=arguments, headers=token).json()
    assert answer["ok"], answer
    return answer


def told(product: httpx.Client, kind: str, is_it: Callable[[Json], bool] = lambda _payload: True) -> Json:
    """The newest payload of that kind, once it is there."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for payload in reversed(_payloads(product)):
            if payload.get("type", payload.get("command")) == kind and is_it(payload):
                return payload
        time.sleep(0.05)
    raise AssertionError(f"the desk was told of no such {kind}")


def plain(value: Json) -> Any:
    """An element's value, options and files as their words."""
    return next(
        (_word(each) for key, each in value.items() if key == "value" or key.startswith(("selected_", "files")))
    )


def _payloads(product: httpx.Client) -> list[Json]:
    entries = map(json.loads, product.get("/_control/log").text.splitlines())
    return [entry["arguments"] for entry in entries if entry["direction"] == "to_bot"]


def _word(value: Any) -> Any:
    if isinstance(value, list):
        return [_word(each) for each in value]
    return value.get("value", value.get("name")) if isinstance(value, dict) else value

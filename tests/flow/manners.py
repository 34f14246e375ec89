"""How an app must behave in Slack, whatever is being done: looked for in all calls of a test."""

from collections import Counter
from collections.abc import Iterable

from bot.manifest import METHODS
from tests.flow.slack import Json

# Slack answers so only where the app is wrong.
_OUR_FAULT = {
    "invalid_arguments",
    "invalid_auth",
    "invalid_blocks",
    "invalid_trigger_id",
    "exchanged_trigger_id",
    "expired_trigger_id",
    "missing_scope",
    "msg_blocks_too_long",
    "msg_too_long",
    "no_text",
    "not_authed",
    "unknown_method",
    "used_url",
}
_KNOWN = {*METHODS, "apps.connections.open", "response_url"}  # the last two ask for no scope
UNHEARD = ("dispatch_failed", "operation_timeout")  # what a member is told whom no bot answered
_SAYS = {"chat.postMessage", "chat.update", "chat.postEphemeral"}


def misbehaviour(log: Iterable[Json]) -> list[str]:
    """Calls that Slack refused for a fault of ours, messages without words or said twice, clicks without an answer."""
    entries = list(log)
    return [*filter(None, map(_wrong, entries)), *_said_twice(entries)]


def _said_twice(log: Iterable[Json]) -> list[str]:
    """What is owed has an id, and each message carries that of the debt it paid."""
    posts = [entry for entry in log if entry["method"] == "chat.postMessage" and (entry["response"] or {}).get("ok")]
    paid = Counter(post["arguments"]["metadata"]["event_payload"]["debt"] for post in posts)
    return [f"debt {debt} was paid with {times} messages" for debt, times in paid.items() if times > 1]


def _wrong(entry: Json) -> str:
    method, answer = entry["method"], entry["response"] or {}
    if entry["status"] == "noted":
        return f"{method}: {entry['arguments']}"
    if entry["direction"] == "to_slack" and method not in _KNOWN:
        return f"{method} is not in the manifest"
    if entry["direction"] == "to_slack" and isinstance(answer, dict) and answer.get("error") in _OUR_FAULT:
        return f"{method}: {answer}"
    if method in _SAYS and not entry["arguments"].get("text"):
        return f"{method} without words: {entry['arguments']}"
    if entry["direction"] == "to_bot" and entry["status"] in UNHEARD:
        return f"{method}: {entry['status']}"
    return ""

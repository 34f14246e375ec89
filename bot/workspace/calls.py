"""One call of the bot to Slack, from its log entry to its answer, with whatever fault was asked for in between."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from fastapi.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from bot.workspace.faults import Fault
from bot.workspace.refused import Refused
from bot.workspace.state import Json
from bot.workspace.workspace import Workspace

HANG_UP = "numberdesk.hang_up"  # in an ASGI scope: cuts the connection
_TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a call is answered with: a body that is JSON, and the HTTP status and headers that go with it."""

    body: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Unanswered(Response):
    """The connection is cut: what was asked is done, but nobody hears of it."""

    async def __call__(self, scope: Scope, receive: Receive, _send: Send) -> None:
        scope[HANG_UP]()
        while (await receive())["type"] != "http.disconnect":
            pass


async def answer(
    workspace: Workspace,
    method: str,
    arguments: Json,
    perform: Callable[[], Answer],
    *,
    channel: str | None = None,
) -> Response:
    """Carry a call out, unless a fault is waiting for it, and answer it; both end on the record.

    `channel` is the id of the one that the call is about: faults may be meant for one alone.
    """
    entry = workspace.log.begin("to_slack", method, arguments)
    fault = workspace.faults.take(method, channel)
    given = _faulty(fault) if fault and fault.refuses else perform()
    if fault and fault.delay_seconds:
        await asyncio.sleep(fault.delay_seconds)
    workspace.log.end(entry, given.body, "dropped" if fault and fault.drop else given.status)
    if fault and fault.drop:
        return Unanswered()
    return JSONResponse(given.body, given.status, given.headers)


def refusal(refused: Refused, *, status: int = 200) -> Answer:
    """A call refused in Slack's own word. `ratelimited` is always 429 with Retry-After, in seconds."""
    if refused.error != "ratelimited":
        return Answer(body=refused.as_json(), status=status)
    return _ratelimited(refused.details["retry_after"])


def _faulty(fault: Fault) -> Answer:
    if fault.error == "ratelimited" or fault.status == _TOO_MANY_REQUESTS:
        return _ratelimited(fault.retry_after or 1)
    return Answer(body={"ok": False, "error": fault.error or "internal_error"}, status=fault.status or 200)


def _ratelimited(retry_after: int) -> Answer:
    headers = {"Retry-After": str(retry_after)}
    return Answer(body={"ok": False, "error": "ratelimited"}, status=_TOO_MANY_REQUESTS, headers=headers)

"""Whatever is odd in an answer of a carrier is an alarm or one of the three failures: no crash, and the key nowhere."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from structlog.testing import capture_logs

from bot.carriers.registry import CLIENTS
from handlers.kit.carriers import Carrier, CarrierBusy, CarrierRefused, CarrierSilent
from tests.carriers.conftest import SEATTLE, Side, numbers_of

MEANT = (CarrierRefused, CarrierBusy, CarrierSilent)
GONE = object()
Path = tuple[str | int, ...]
Call = Callable[[Carrier], object]
Said = tuple[int, Any]


def calls(side: Side) -> dict[str, Call]:
    """Each kind of call, about a hold and an order that there are; those that change nothing first."""
    held, ordered = side.hold(2), side.hold(2)
    side.order(ordered)
    side.pass_time(timedelta(minutes=5))
    owned, offers, until = numbers_of(ordered)[0], side.offers(2), side.now + timedelta(minutes=40)
    return {
        "check": lambda of: of.check(),
        "search": lambda of: of.search(SEATTLE, within=5),
        "held": lambda of: of.held(held.reference),
        "ordered": lambda of: of.ordered(ordered.reference),
        "owned": lambda of: of.owned(owned),
        "all owned": lambda of: of.all_owned(),
        "hold": lambda of: of.hold(uuid4(), offers),
        "extend": lambda of: of.extend(held, until),
        "order": lambda of: of.order(held, numbers_of(held), agreed_not_to_resell=True),
        "give up": lambda of: of.give_up(owned),
    }


def recorded(side: Side, call: Call) -> list[Said]:
    """What the carrier answers to each request of a call."""
    said: list[Said] = []

    def keep(response: httpx.Response) -> None:
        response.read()
        said.append((response.status_code, response.json() if response.content else None))

    client = side.client._http._client  # type: ignore[attr-defined]
    client.event_hooks = {"response": [keep]}
    call(side.client)
    client.event_hooks = {}
    return said


def replayed(side: Side, said: Sequence[Said], now: datetime) -> Carrier:
    """A client of the carrier to which it answers so, again and again the last."""
    waiting = list(said)

    def answer(_request: httpx.Request) -> httpx.Response:
        status, body = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return httpx.Response(status, content=b"" if body is None else json.dumps(body).encode())

    made = CLIENTS[side.name](side.account, lambda: now)
    http = made._http  # type: ignore[attr-defined]
    http._client = httpx.Client(auth=http._client.auth, transport=httpx.MockTransport(answer))
    return made


def fields(body: Any, at: Path = ()) -> Iterator[Path]:
    """Where each field of an answer stands; of a list the first alone."""
    parts = body.items() if isinstance(body, dict) else enumerate(body[:1]) if isinstance(body, list) else ()
    for name, part in parts:
        yield (*at, name)
        yield from fields(part, (*at, name))


def changed(body: Any, at: Path, value: object) -> Any:
    body = deepcopy(body)
    within = body
    for name in at[:-1]:
        within = within[name]
    if value is GONE:
        del within[at[-1]]
    else:
        within[at[-1]] = value
    return body


@pytest.mark.slow
def test_no_odd_field_of_an_answer_is_a_crash(side: Side) -> None:
    odd: list[Any] = [
        GONE,
        None,
        True,
        7,
        -1e400,
        "",
        "quantum",
        f"x{side.account.key}x",
        "0001-01-01T00:00:00+14:00",
        [],
        [None],
        {},
        {"a": 1},
    ]
    now = side.now
    for name, call in calls(side).items():
        said = recorded(side, call)
        assert said, name
        call(replayed(side, said, now))  # as it was said, it is understood
        for which, (status, body) in enumerate(said):
            for at in fields(body):
                for value in odd:
                    answers = [*said[:which], (status, changed(body, at, value)), *said[which + 1 :]]
                    with capture_logs() as logs:
                        try:
                            got = repr(call(replayed(side, answers, now)))
                        except MEANT as failure:
                            got = f"{failure} {failure!r}"
                        except Exception as crash:
                            pytest.fail(f"{name}: {at} = {value!r}: {crash!r}")
                    assert side.account.key not in f"{got} {logs}", (name, at)


def test_no_failure_of_a_call_tells_the_key(side: Side) -> None:
    key = side.account.key
    failures: list[bytes] = [
        json.dumps({"errors": [{"code": key, "title": key, "detail": key}]}).encode(),
        json.dumps({"error": {"code": key, "message": key, "details": [{"message": key}]}}).encode(),
        f"<html>{key}</html>".encode(),
        json.dumps(key).encode(),
        json.dumps([key]).replace("/", "\\/").encode(),
    ]
    now = side.now
    for name, call in calls(side).items():
        for status in (200, 302, 400, 401, 404, 429, 500, 503):
            for body in failures:

                def answer(_request: httpx.Request, status: int = status, body: bytes = body) -> httpx.Response:
                    return httpx.Response(status, content=body, headers={"retry-after": "nan"})

                client = replayed(side, [(200, None)], now)
                client._http._client._transport = httpx.MockTransport(answer)  # type: ignore[attr-defined]
                with capture_logs() as logs:
                    told = ""
                    with suppress(*MEANT):
                        try:
                            told = repr(call(client))
                        except MEANT as failure:
                            told = (
                                f"{failure} {failure!r} {vars(failure)} {failure.__cause__!r} {failure.__context__!r}"
                            )
                            raise
                assert key not in f"{told} {logs} {client!r} {side.account!r}", (name, status, body)

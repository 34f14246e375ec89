"""What is posted is looked at before anything reads it: signed by Slack, no longer than it may be, in Slack's form."""

import asyncio
import json
import time
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt import BoltRequest
from slack_sdk.signature import SignatureVerifier
from starlette.requests import Request

from bot.incoming import MOST_BYTES, Refused, bolt_request, signed_body
from bot.workspace.delivery.signed_http import signature

SECRET = "a secret"
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
COMMAND = {"command": "/numbers", "text": "search US", "user_id": "U1", "trigger_id": "1.2", "team_id": "T1"}
MESSAGE = {"type": "message", "channel": "C1", "ts": "1.2", "user": "U1", "text": "hello"}
PRESS: dict[str, Any] = {
    "type": "block_actions",
    "user": {"id": "U1"},
    "team": {"id": "T1"},
    "trigger_id": "1.2",
    "actions": [{"type": "button", "action_id": "a", "block_id": "b", "value": "{}"}],
}
SUBMISSION: dict[str, Any] = {
    "type": "view_submission",
    "user": {"id": "U1"},
    "team": None,  # as in an organisation
    "response_urls": [],
    "view": {"id": "V1", "type": "modal", "callback_id": "c", "state": {"values": {}}, "previous_view_id": None},
}

ODD: list[Any] = [None, 5, [], {}, [None]]


def event(**changes: Any) -> bytes:
    return json.dumps({"type": "event_callback", "team_id": "T1", "event": MESSAGE | changes}).encode()


def interaction(of: dict[str, Any], **changes: Any) -> bytes:
    return urlencode({"payload": json.dumps(of | changes)}).encode()


def command(**changes: str) -> bytes:
    return urlencode(COMMAND | changes).encode()


def headers(body: bytes, content_type: str = FORM, at: str = "", **changes: str) -> list[tuple[bytes, bytes]]:
    at = at or str(int(time.time()))
    said = {
        "content-type": content_type,
        "x-slack-request-timestamp": at,
        "x-slack-signature": signature(body, at, SECRET),
    }
    said |= {name.replace("_", "-"): value for name, value in changes.items()}
    return [(name.encode(), value.encode("latin-1")) for name, value in said.items()]


def take(body: bytes, given: list[tuple[bytes, bytes]], chunk: int = 65_536) -> BoltRequest:
    """Take what is posted, in chunks, as the server does."""
    taken = 0

    async def receive() -> dict[str, Any]:
        nonlocal taken
        part = body[taken : taken + chunk]
        taken += chunk
        return {"type": "http.request", "body": part, "more_body": taken < len(body)}

    request = Request({"type": "http", "method": "POST", "path": "/", "headers": given}, receive)
    received = asyncio.run(signed_body(request, SignatureVerifier(SECRET)))
    assert received == body
    return bolt_request(received, request.headers)


def refused(body: bytes, given: list[tuple[bytes, bytes]]) -> int:
    """The HTTP status with which it is refused."""
    with pytest.raises(Refused) as refusal:
        take(body, given)
    assert len(refusal.value.why) < 60
    return refusal.value.status


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        pytest.param(command(), FORM, id="a command"),
        pytest.param(command(text=""), FORM + "; charset=utf-8", id="a command alone"),
        pytest.param(interaction(PRESS), FORM, id="a button"),
        pytest.param(interaction(SUBMISSION), FORM, id="a modal"),
        pytest.param(event(), JSON, id="an event"),
        pytest.param(event(type="reaction_added", user={"id": "U1"}), JSON, id="an event that nobody listens to"),
        pytest.param(b'{"type": "url_verification", "challenge": "x"}', JSON, id="a question whether it is us"),
    ],
)
def test_what_slack_posts_is_taken(body: bytes, content_type: str) -> None:
    taken = take(body, headers(body, content_type))
    assert taken.body["type" if content_type == JSON or "payload" in str(body) else "command"]


@pytest.mark.parametrize("at", ["abc", "nan", "inf", "-1", "1e9", "9" * 400, "1\u00b2", " ", "0", "1700000000"])
def test_what_has_no_time_of_now_is_not_signed(at: str) -> None:
    assert refused(command(), headers(command(), x_slack_request_timestamp=at)) == 401


@pytest.mark.parametrize(
    "said", ["", "v0=", "v1=" + "0" * 64, "v0=" + "0" * 64, "v0=" + "\u00e9" * 64, "v0=" + "F" * 64]
)
def test_what_somebody_else_signed_is_refused(said: str) -> None:
    assert refused(command(), headers(command(), x_slack_signature=said)) == 401
    assert refused(b"garbage", headers(b"garbage", x_slack_signature=said)) == 401


def test_what_says_two_signatures_says_none() -> None:
    given = headers(command())
    assert refused(command(), [*given, (b"x-slack-signature", b"v0=" + b"0" * 64)]) == 401


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        *[
            pytest.param(text.encode(), JSON, id=text[:12])
            for text in ("[]", "null", '"x"', "1", "NaN", "", "{", "[" * 99_999)
        ],
        pytest.param(b'{"a":' * 500 + b"1" + b"}" * 500, JSON, id="deep"),
        pytest.param(b'{"type":' + b"9" * 5000 + b"}", JSON, id="a huge number"),
        pytest.param(b"\xff\xfe", JSON, id="no UTF-8"),
        pytest.param(b"\xef\xbb\xbf{}", JSON, id="a mark before it"),
        pytest.param(event(), "text/plain", id="of another type"),
        pytest.param(event(), "", id="of no type"),
        pytest.param(event(), FORM, id="JSON called a form"),
        pytest.param(interaction(PRESS), JSON, id="a form called JSON"),
        pytest.param(b"payload=x", FORM, id="no JSON in a form"),
        pytest.param(interaction(PRESS) * 2, FORM, id="payloads run together"),
        pytest.param(interaction(PRESS) + b"&" + interaction(PRESS), FORM, id="two payloads"),
        pytest.param(command() + b"&text=other", FORM, id="two texts"),
        pytest.param(b"payload=" + quote("[" * 9999).encode(), FORM, id="deep in a form"),
        pytest.param(command() + b"&x=%ff", FORM, id="no UTF-8 in a form"),
        pytest.param(b"&".join(b"a%d=1" % n for n in range(5000)), FORM, id="many fields"),
        *[
            pytest.param(command(**{name: ""}), FORM, id=f"a command without {name}")
            for name in ("user_id", "trigger_id")
        ],
        pytest.param(command(trigger_id="1" * 5000), FORM, id="a long id"),
        *[
            pytest.param(interaction(PRESS, **{name: odd}), FORM, id=f"{name} {odd}")
            for name in PRESS
            for odd in ODD
            if (name, odd) != ("team", None)  # as in an organisation
        ],
        *[
            pytest.param(interaction(SUBMISSION, view=SUBMISSION["view"] | {name: odd}), FORM, id=f"view {name} {odd}")
            for name in ("id", "callback_id", "state")
            for odd in ODD
            if (name, odd) != ("state", {})
        ],
        *[
            pytest.param(interaction(PRESS, response_url=odd), FORM, id=f"to {odd}")
            for odd in ("x", "file:///etc/passwd", "https://", "https://h/\n", "https://[::1/x")
        ],
        pytest.param(interaction(SUBMISSION, type="of another kind"), FORM, id="of no kind"),
        *[pytest.param(event(**{name: odd}), JSON, id=f"{name} {odd}") for name in MESSAGE for odd in (5, [None])],
        pytest.param(event(message={"user": 5}, user=None), JSON, id="odd where only Bolt looks"),
    ],
)
def test_garbage_is_refused_whether_it_is_signed_or_not(body: bytes, content_type: str) -> None:
    assert refused(body, headers(body, content_type)) == 400
    assert refused(body, headers(body, content_type, x_slack_signature="v0=" + "0" * 64)) in (400, 401)


def test_what_no_database_keeps_is_taken_out_of_all_texts() -> None:
    body = event(text="half \ud83d and \0 and \U0001f600")
    assert take(body, headers(body, JSON)).body["event"]["text"] == "half  and  and \U0001f600"


@pytest.mark.parametrize("declared", [str(MOST_BYTES + 1), "9" * 15, ""])
def test_no_more_is_read_than_may_be(declared: str) -> None:
    read = 0

    async def endless() -> dict[str, Any]:
        nonlocal read
        read += 50_000
        return {"type": "http.request", "body": b"x" * 50_000, "more_body": True}

    given = headers(b"", **({"content_length": declared} if declared else {}))
    request = Request({"type": "http", "method": "POST", "path": "/", "headers": given}, endless)
    with pytest.raises(Refused, match="longer than 1000000 bytes"):
        asyncio.run(signed_body(request, SignatureVerifier(SECRET)))
    assert read <= (0 if declared else MOST_BYTES + 50_000)


def test_what_is_cut_off_is_refused() -> None:
    async def gone() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    request = Request({"type": "http", "method": "POST", "path": "/", "headers": headers(b"")}, gone)
    with pytest.raises(Refused, match="cut off"):
        asyncio.run(signed_body(request, SignatureVerifier(SECRET)))


@given(st.binary(max_size=200), st.sampled_from([FORM, JSON, "x"]), st.text(st.characters(max_codepoint=255)))
def test_any_bytes_are_a_payload_or_are_refused(body: bytes, content_type: str, odd: str) -> None:
    assert refused(body, headers(body, content_type)) == 400
    assert refused(body, headers(body, x_slack_signature=odd)) in (400, 401)
    assert refused(body, headers(body, x_slack_request_timestamp=odd)) in (400, 401)

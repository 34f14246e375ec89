"""What is posted to the desk over HTTP: it must be signed by Slack and have the form of what Slack sends.

Both are seen to before anything reads it: the signature in what was received, and then the form in what that says.
"""

import json
import re
from collections.abc import Mapping
from typing import NoReturn
from urllib.parse import parse_qsl

from slack_bolt import BoltRequest
from slack_sdk.signature import SignatureVerifier
from starlette.requests import ClientDisconnect, Request

from bot.payload_shapes import Odd, understood

MOST_BYTES = 1_000_000  # a view weighs 250 kB at most (Slack's documentation of views, November 2026), and its values
_MOST_FIELDS = 100  # of a form; a command has some fifteen
_TIMESTAMP = re.compile(r"[0-9]{1,11}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


class Refused(Exception):
    """What was posted is not taken: the HTTP status, and why in a few words."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why


async def signed_body(request: Request, verifier: SignatureVerifier) -> bytes:
    """What was posted, signed by Slack in the last five minutes. No more than MOST_BYTES are ever held.

    Raises Refused with 401 where it is not signed, 400 where it is too long or does not arrive whole.
    """
    timestamp, signature = _header(request, "x-slack-request-timestamp"), _header(request, "x-slack-signature")
    if not _TIMESTAMP.fullmatch(timestamp) or not _SIGNATURE.fullmatch(signature):
        raise Refused(401, "not signed")
    body = await received(request)
    try:
        signed = verifier.is_valid(body, timestamp, signature)
    except UnicodeDecodeError:
        raise Refused(400, "not text in UTF-8") from None
    if not signed:
        raise Refused(401, "not signed by Slack, or too long ago")
    return body


def bolt_request(body: bytes, headers: Mapping[str, str]) -> BoltRequest:
    """What Slack signed, for Bolt. Raises Refused with 400 where it has not the form of anything Slack sends."""
    try:
        return understood(_parsed(body.decode(), headers.get("content-type", "")), headers)
    except Odd as odd:
        raise Refused(400, str(odd)) from None


def _header(request: Request, name: str) -> str:
    """What a header says; nothing where it says two things."""
    said = request.headers.getlist(name)
    return said[0] if len(said) == 1 else ""


async def received(request: Request) -> bytes:
    """What was posted, up to MOST_BYTES. Raises Refused with 400 where it is longer, or does not arrive whole."""
    declared = _header(request, "content-length")
    body = bytearray()
    try:
        if int(declared or 0) > MOST_BYTES:
            _refuse_length()
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BYTES:
                _refuse_length()
    except ClientDisconnect:
        raise Refused(400, "cut off") from None
    return bytes(body)


def _refuse_length() -> NoReturn:
    raise Refused(400, f"longer than {MOST_BYTES} bytes")


def _parsed(text: str, content_type: str) -> object:
    match content_type.partition(";")[0].strip().lower():
        case "application/json":
            return _json(text)
        case "application/x-www-form-urlencoded":
            return _form(text)
        case _:
            raise Refused(400, "neither JSON nor a form")


def _form(text: str) -> object:
    """A command's form, or what stands in that of an interaction."""
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise Refused(400, "no form that can be read") from None
    form = dict(pairs)
    if len(form) < len(pairs):
        raise Refused(400, "a form that says a thing twice")
    return _json(form["payload"]) if "payload" in form else form


def _json(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise Refused(400, "no JSON that can be read") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and the infinities are not JSON

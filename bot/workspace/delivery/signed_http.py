"""Signed HTTP delivery to the bot's request URL, as Slack does it without Socket Mode.

By https://docs.slack.dev/authentication/verifying-requests-from-slack, November 2026.
"""

import hashlib
import hmac
import json
import time
from urllib.parse import urlencode

import httpx

from bot.workspace.delivery.words import DISPATCH_FAILED, OPERATION_TIMEOUT, TAKEN_WITHIN, Ack, Delivery, Envelope

STALE = 10 * 60  # seconds; an app refuses what was signed more than five minutes ago
_FORM = "application/x-www-form-urlencoded"


class SignedHttp(Delivery):
    """Posts to one address, each time by a new connection."""

    def __init__(self, *, url: str, signing_secret: str, waits: float) -> None:
        """`waits`: the seconds for an acknowledgement."""
        self._url = url
        self._secret = signing_secret
        # No connection is kept: one to a bot that was killed meanwhile would fail the next delivery.
        self._client = httpx.AsyncClient(
            timeout=httpx.Timeout(waits, connect=TAKEN_WITHIN), limits=httpx.Limits(max_keepalive_connections=0)
        )

    async def deliver(self, envelope: Envelope) -> Ack:
        content, content_type = body_of(envelope)
        headers = {"content-type": content_type, **self._signature(content, envelope), **_retry(envelope)}
        try:
            return _ack(await self._client.post(self._url, content=content, headers=headers))
        except httpx.ConnectError:
            return Ack(error=DISPATCH_FAILED, status=0)
        except httpx.TimeoutException:
            return Ack(error=OPERATION_TIMEOUT, status=0)
        except httpx.HTTPError:
            return Ack(error=DISPATCH_FAILED, status=0)

    def _signature(self, content: bytes, envelope: Envelope) -> dict[str, str]:
        at = str(int(time.time()) - (STALE if envelope.forge == "timestamp" else 0))
        secret = "somebody else's" if envelope.forge == "signature" else self._secret
        return {"x-slack-request-timestamp": at, "x-slack-signature": signature(content, at, secret)}


def signature(content: bytes, at: str, secret: str) -> str:
    """What Slack signs a request with that it sends at a time, in whole seconds since 1970."""
    return "v0=" + hmac.new(secret.encode(), f"v0:{at}:".encode() + content, hashlib.sha256).hexdigest()


def body_of(envelope: Envelope) -> tuple[bytes, str]:
    """What is posted, and its content type."""
    if envelope.type == "slash_commands":
        return urlencode(envelope.payload).encode(), _FORM
    if envelope.type == "interactive":
        return urlencode({"payload": json.dumps(envelope.payload)}).encode(), _FORM
    return json.dumps(envelope.payload).encode(), "application/json"


def _retry(envelope: Envelope) -> dict[str, str]:
    if not envelope.retry_num:
        return {}
    return {"x-slack-retry-num": str(envelope.retry_num), "x-slack-retry-reason": envelope.retry_reason}


def _ack(response: httpx.Response) -> Ack:
    return Ack(
        body=_parsed(response) if response.content else None,
        error=None if response.is_success else DISPATCH_FAILED,
        status=response.status_code,
        no_retry=response.headers.get("x-slack-no-retry") == "1",
    )


def _parsed(response: httpx.Response) -> object:
    if response.headers.get("content-type", "").startswith("application/json"):
        try:
            return response.json()
        except ValueError:
            return response.text
    return {"text": response.text}

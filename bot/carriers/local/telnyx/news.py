"""What Telnyx pushes: signed by ed25519 over the timestamp and the body as it is sent."""

import base64
import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.carriers.local.carrier import Forge, Push
from bot.carriers.local.telnyx.query import stamp

_STALE = 600  # seconds; what was signed more than five minutes ago is refused


class Signer:
    """Signs with a key pair of its own, which comes from the account's key."""

    def __init__(self, key: str) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(key.encode()).digest())
        self.public_key = base64.b64encode(self._private.public_key().public_bytes_raw()).decode()

    def push(self, body: bytes, now: datetime, forge: Forge | None = None) -> Push:
        """A body, signed; or with somebody else's signature, or long ago."""
        at = str(int(now.timestamp()) - (_STALE if forge == "timestamp" else 0))
        private = Ed25519PrivateKey.generate() if forge == "signature" else self._private
        signature = base64.b64encode(private.sign(f"{at}|".encode() + body)).decode()
        return Push(
            body=body,
            headers={
                "content-type": "application/json",
                "telnyx-signature-ed25519": signature,
                "telnyx-timestamp": at,
            },
        )


def event(order: Mapping[str, Any], now: datetime, *, is_complete: bool) -> bytes:
    """An event about an order.

    Telnyx documents `number_order.complete` alone. A step before that comes under a name of ours, and without the
    envelope, as some of its events do: whoever reads news must take both.
    """
    inner = {
        "event_type": "number_order.complete" if is_complete else "number_order.updated",
        "id": str(uuid4()),
        "occurred_at": stamp(now),
        "payload": order,
    }
    if not is_complete:
        return json.dumps({**inner, "format": "json"}).encode()
    whole = {"data": {**inner, "record_type": "event"}, "meta": {"attempt": 1, "delivered_to": ""}}
    return json.dumps(whole).encode()

"""What Telnyx pushes: believed only where its signature says that it is from the account, and from now."""

import base64
import binascii
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from handlers.kit.carriers import CarrierRefused, News

_SIGNATURE, _TIMESTAMP = "telnyx-signature-ed25519", "telnyx-timestamp"
_TOLERANCE = timedelta(seconds=300)  # either way, as Telnyx's own SDK has it (4.189.0)


def read_news(headers: dict[str, str], body: bytes, now: datetime, public_key: str) -> News:
    """Read an event. `public_key` is the account's, in base64.

    Raises CarrierRefused: "unsigned", "stale", "forged", or "unreadable" of what is well signed.
    """
    said = {name.lower(): value for name, value in headers.items()}
    signature, timestamp = said.get(_SIGNATURE, ""), said.get(_TIMESTAMP, "")
    if not (public_key and signature and timestamp):
        raise CarrierRefused("unsigned")
    _check_time(timestamp, now)
    _check_signature(public_key, signature, timestamp.encode() + b"|" + body)
    event = _event(body)
    if not isinstance(id_ := event.get("id"), str) or not id_:
        raise CarrierRefused("unreadable", "an event without an id")
    return News(id=id_, reference=_reference(event.get("payload")))


def _check_time(timestamp: str, now: datetime) -> None:
    try:
        at = datetime.fromtimestamp(int(timestamp), UTC)
    except (ValueError, OverflowError, OSError):
        raise CarrierRefused("stale", "no time") from None
    if abs(now - at) > _TOLERANCE:
        raise CarrierRefused("stale")


def _check_signature(public_key: str, signature: str, signed: bytes) -> None:
    # Imported here: seven megabytes that a process without news does without.
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key, validate=True))
        key.verify(base64.b64decode(signature, validate=True), signed)
    except (InvalidSignature, ValueError, binascii.Error):
        raise CarrierRefused("forged") from None


def _event(body: bytes) -> dict[str, Any]:
    """The event, in its envelope or, as some of Telnyx's examples have it, without."""
    try:
        whole = json.loads(body)
    except (ValueError, RecursionError):
        raise CarrierRefused("unreadable", "no JSON") from None
    inner = whole.get("data", whole) if isinstance(whole, dict) else None
    if not isinstance(inner, dict):
        raise CarrierRefused("unreadable", "no event")
    return inner


def _reference(payload: object) -> UUID | None:
    said = payload.get("customer_reference") if isinstance(payload, dict) else None
    try:
        return UUID(said) if isinstance(said, str) else None
    except ValueError:
        return None

"""Signs calls with an access key, as Azure Communication Services wants it.

HMAC-SHA256 over the method, the target, and the headers x-ms-date, host and x-ms-content-sha256. Microsoft Learn, "Sign
an HTTP request", and the official SDK, read 2026-11-28.
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

from handlers.kit.carriers import CarrierRefused

if TYPE_CHECKING:
    import httpx

_SIGNED = "x-ms-date;host;x-ms-content-sha256"


def signed_with(key: str) -> "Callable[[httpx.Request], httpx.Request]":
    """What signs a request with the access key, which is in base64; it raises CarrierRefused where the key is not.

    The date is this machine's real one, for the carrier compares it with its own.
    """

    def sign(request: "httpx.Request") -> "httpx.Request":
        try:
            secret = base64.b64decode(key, validate=True)
        except binascii.Error:
            raise CarrierRefused("bad_key", "An access key is in base64, as Azure's portal shows it.") from None
        date = format_datetime(datetime.now(UTC), usegmt=True)
        hashed = base64.b64encode(hashlib.sha256(request.content).digest()).decode()
        target, host = request.url.raw_path.decode(), request.headers["host"]
        signature = hmac.digest(secret, f"{request.method}\n{target}\n{date};{host};{hashed}".encode(), "sha256")
        request.headers["x-ms-date"] = date
        request.headers["x-ms-content-sha256"] = hashed
        request.headers["authorization"] = (
            f"HMAC-SHA256 SignedHeaders={_SIGNED}&Signature={base64.b64encode(signature).decode()}"
        )
        return request

    return sign

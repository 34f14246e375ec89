"""Who may call: each call is signed with the account's access key, over all that it says and when.

Microsoft Learn, "Sign an HTTP request" of Azure Communication Services, read 2026-11-28. How old a call may be is not
said there: as elsewhere in Azure, fifteen minutes. That is real time, for signers go by the machine's clock.
"""

import base64
import hashlib
import hmac
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from bot.carriers.local.acs.wrong import Wrong
from bot.carriers.local.carrier import Asked

_WITHIN = timedelta(minutes=15)
_SIGNED = "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature="


def check(asked: Asked, key: str) -> None:
    """Raise Wrong unless a call is signed with the key, lately, and as it has arrived."""
    date, hashed = asked.headers.get("x-ms-date", ""), asked.headers.get("x-ms-content-sha256", "")
    authorization = asked.headers.get("authorization", "")
    if not authorization.startswith(_SIGNED):
        raise Wrong("Denied", "The request is not signed with HMAC-SHA256 over date, host and content.")
    _check_date(date)
    if not hmac.compare_digest(hashed, base64.b64encode(hashlib.sha256(asked.body).digest()).decode()):
        raise Wrong("Denied", "The content is not the one that was signed.", target="x-ms-content-sha256")
    signature = authorization.removeprefix(_SIGNED)
    secret = base64.b64decode(key)
    for host, target in _read_as(asked):
        said = f"{asked.method}\n{target}\n{date};{host};{hashed}"
        good = base64.b64encode(hmac.digest(secret, said.encode(), "sha256")).decode()
        if hmac.compare_digest(signature.encode(), good.encode()):
            return
    raise Wrong("Denied", "The signature does not match.")


def _check_date(said: str) -> None:
    try:
        at = datetime.strptime(said, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)
    except ValueError:
        raise Wrong("Denied", "x-ms-date is not a date by RFC 1123.", target="x-ms-date") from None
    if abs(datetime.now(UTC) - at) > _WITHIN:
        raise Wrong("Denied", "x-ms-date is too far from now.", target="x-ms-date")


def _read_as(asked: Asked) -> Iterator[tuple[str, str]]:
    """Host and target. Microsoft's SDK signs all of its endpoint as the host, the path that ours has here included."""
    host = asked.headers.get("host", "")
    yield host, asked.target
    root = asked.target.partition("/acs/")[0] + "/acs"
    yield f"{host}{root}", asked.target
    yield f"{host}{root}/", asked.target

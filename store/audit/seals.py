"""What seals an entry to all that stands before it."""

import hmac
import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from store.workspaces.types import Tip

_SEALED = ("workspace", "number", "who", "name", "action", "subject", "channel", "message", "before", "after")


def make_seal(key: bytes, row: Mapping[str, Any], before: str) -> str:
    """The seal of an entry that follows the tip whose seal is `before`: 64 hexadecimal digits.

    `row` has all columns of the entry but its seal; its time must have a zone.
    """
    return _hmac(key, [before, row["at"].astimezone(UTC).isoformat(), *(row[name] for name in _SEALED)])


def make_tip(key: bytes, workspace: str, number: int, seal: str) -> Tip:
    """The tip after an entry; nobody makes it of what stands in the entries without the key."""
    return Tip(number=number, seal=_hmac(key, ["tip", workspace, number, seal]))


def _hmac(key: bytes, parts: list[Any]) -> str:
    # Every part has its place in the list, so no two things are written alike; and no seal is "tip".
    written = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.digest(key, written.encode(), "sha256").hex()

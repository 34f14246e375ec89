"""What a modal showed: so that no later word of somebody else is lost under an older one."""

import hashlib
import json
from enum import Enum, auto
from typing import Any

_LENGTH = 10  # characters; enough that two values of one field differ


class Fate(Enum):
    """What becomes of a value that a member sent."""

    AS_IT_IS = auto()  # they left it as it was shown, or it is so by now
    CHANGED = auto()
    CONFLICT = auto()  # somebody else has changed it meanwhile, to something else: they must see both


def fingerprint(value: Any) -> str:
    """What tells one value from another, and does not tell the value; short enough to be carried by a modal."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:_LENGTH]


def fate(sent: Any, now: Any, shown: str | None) -> Fate:
    """What becomes of what was sent, by what is kept now and the fingerprint of what was shown; None: nobody knows."""
    is_now, wanted = fingerprint(now), fingerprint(sent)
    if wanted in (is_now, shown):
        return Fate.AS_IT_IS
    return Fate.CHANGED if shown in (is_now, None) else Fate.CONFLICT

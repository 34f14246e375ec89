"""What all subjects speak of: ids, kinds of numbers, places. Imports nothing of ours."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

E164 = NewType("E164", str)
UserId = NewType("UserId", str)
ChannelId = NewType("ChannelId", str)
WorkspaceId = NewType("WorkspaceId", str)
GroupId = NewType("GroupId", str)


def is_channel(channel: ChannelId) -> bool:
    """Whether several can see what is posted there; else it is somebody's own messages."""
    return channel.startswith(("C", "G"))


class Kind(StrEnum):
    """Who pays for a call: the caller (toll) or the number's owner (toll-free)."""

    TOLL = "toll"
    TOLL_FREE = "toll_free"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where numbers are: a country's ISO code, and a region and city by their names; "" is "any" or "none"."""

    country: str
    region: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What numbers are looked for; no place means anywhere."""

    place: Place | None
    kind: Kind

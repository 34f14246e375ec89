"""The desk's words as plain values. Imports nothing of ours."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

E164 = NewType("E164", str)
UserId = NewType("UserId", str)
ChannelId = NewType("ChannelId", str)
WorkspaceId = NewType("WorkspaceId", str)


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

"""What all subjects speak of: ids, kinds of numbers, places. Imports nothing of ours."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

E164 = NewType("E164", str)  # a telephone number as ITU-T E.164 has it, with its plus: +12065550100
UserId = NewType("UserId", str)  # Slack's, as are the next three: U0LOCAL01, W0LOCAL01
ChannelId = NewType("ChannelId", str)  # C… or G…; D… or a member's own id for direct messages
WorkspaceId = NewType("WorkspaceId", str)  # T…
GroupId = NewType("GroupId", str)  # of a user group: S…


def is_channel(channel: ChannelId) -> bool:
    """Whether several can see what is posted there; else it is somebody's own messages."""
    return channel.startswith(("C", "G"))


class Kind(StrEnum):
    """Who pays for a call."""

    TOLL = "toll"  # the caller
    TOLL_FREE = "toll_free"  # the number's owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where numbers are. What is not said is "": any place within, where numbers are looked for, or none."""

    country: str  # ISO 3166-1 alpha-2
    region: str = ""  # a state, province or region by its English name
    city: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digits:
    """How the digits of a number are to look, and which numbers come first.

    A pattern is of what follows the country's calling code: digits, and "*" where one digit may be any.
    """

    starts: str = ""
    contains: str = ""
    ends: str = ""
    in_a_row: int = 0  # how many numbers that follow each other without a gap; 0: they need not
    near: E164 | None = None  # those that differ least from this one come first
    easy: bool = False  # only those that are easy to remember, the easiest first

    @property
    def patterns(self) -> tuple[str, str, str]:
        """What the digits must begin with, have in them and end with."""
        return self.starts, self.contains, self.ends


ANY_DIGITS = Digits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """What numbers are looked for."""

    place: Place | None  # None: anywhere
    kind: Kind
    digits: Digits = ANY_DIGITS

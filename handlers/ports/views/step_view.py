"""What a step of the modal shows, and which steps there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from handlers.kit.read_as import ReadAs
from handlers.ports.open_points import Point, Warned
from handlers.ports.port_list import NOTHING_LISTED, Listed
from store.ports.types import PortOrder
from store.types import UserId


class Step(StrEnum):
    """What is asked for together."""

    NUMBERS = "numbers"
    ACCOUNT = "account"
    ADDRESS = "address"
    SIGNER = "signer"
    DATE = "date"
    REVIEW = "review"


STEPS = tuple(Step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A field that somebody else has changed while a member was at it: what it is now, and what they wrote."""

    name: str
    now: str
    yours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """What a step shows: the order as far as it is written, None before it is; what its list came to.

    `parts` are the orders that it will be, first the one that it is. `unlisted` of its numbers came from a file,
    and not out of what was typed. `read_as` is what must be seen of how the step before was read.
    """

    step: Step
    order: PortOrder | None
    listed: Listed = NOTHING_LISTED
    followers: Sequence[UserId] = ()
    parts: Sequence[PortOrder] = ()
    points: Sequence[Point] = ()
    warnings: Sequence[Warned] = ()
    unlisted: int = 0
    read_as: Sequence[ReadAs] = ()
    awaits_file: bool = False
    met: Sequence[Met] = ()
    shown: Mapping[str, str] | None = None


PARTS = 10  # orders that are told one by one; the rest is counted

"""Why a line of a file with stock is not taken."""

from dataclasses import dataclass
from enum import StrEnum


class LineFault(StrEnum):
    """Why a line is refused. The value is the key of the message that says so."""

    NO_NUMBER = "stock-no-number"
    COUNTRY_UNKNOWN = "stock-country-unknown"
    WRONG_COUNTRY = "stock-wrong-country"
    KIND_UNKNOWN = "stock-kind-unknown"
    WRONG_KIND = "stock-wrong-kind"
    NO_SERVICE_NUMBER = "stock-no-service-number"
    NOTE = "stock-note"
    WORKSPACE = "stock-workspace"
    OTHER_WORKSPACE = "stock-other-workspace"
    WHICH_WORKSPACE = "stock-which-workspace"
    SERVICE = "stock-service"
    DEFAULT = "stock-default"
    DEFAULT_TWICE = "stock-default-twice"
    TIME = "stock-time"
    PORTING = "stock-porting"
    ORDERED = "stock-ordered"
    REFERENCE = "stock-reference"
    SAID_BEFORE = "stock-said-before"
    THERE_ALREADY = "stock-there-already"
    THERE_OTHERWISE = "stock-there-otherwise"
    IN_POOL = "stock-in-pool"
    TAKEN = "stock-taken"
    COLUMN = "stock-column"
    COLUMN_IN_SERVICE = "stock-column-in-service"
    IN_USE = "stock-in-use"
    NOT_THERE = "stock-not-there"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedLine:
    """A line that was not taken: where it stands, what it said, and the value that its reason names, if any."""

    line: int
    said: str
    why: str  # the key of the message that says so
    detail: str = ""

"""Numbers at carriers, and what carriers are to be asked, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from store.holds.types import HoldId
from store.types import E164, WorkspaceId


class State(StrEnum):
    """How a number stands at a carrier, as far as the desk has been told."""

    TO_HOLD = "to_hold"  # the carrier is to be asked to hold it
    HELD = "held"
    GONE = "gone"  # the carrier could not hold it: somebody else has it
    DROPPING = "dropping"  # nobody here holds it any more; the carrier may, until its own stamp
    ENDED = "ended"  # the carrier holds it for us no longer
    TO_ORDER = "to_order"
    ASKED = "asked"  # the order was sent; what became of it is not known yet
    WAITING = "waiting"  # the carrier has the order
    PAPERS = "papers"  # the carrier wants papers first
    OURS = "ours"
    FAILED = "failed"
    CANCELLED = "cancelled"
    GIVING_UP = "giving_up"
    NOT_GIVEN_UP = "not_given_up"  # the carrier will not have it back, and bills it on; it is asked again every night
    GIVEN_UP = "given_up"


class Operation(StrEnum):
    """What a carrier can be asked to do."""

    HOLD = "hold"
    EXTEND = "extend"
    DROP = "drop"
    ORDER = "order"
    POLL = "poll"  # how an order stands
    GIVE_UP = "give_up"
    COMPARE = "compare"  # what it has of ours with what we know of


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A number at a carrier: held, ordered or owned there for a workspace."""

    id: int
    workspace: WorkspaceId
    hold: HoldId | None  # with which it came; None: the carrier had it for us before the desk knew
    e164: E164
    carrier: str  # its name
    title: str  # the carrier's, as members read it
    reference: UUID | None  # ours, under which it is or would be ordered
    held_under: UUID | None  # ours, of the carrier's hold: an earlier one, where numbers of that are held again
    held_as: str = ""  # the carrier's own name for its hold
    state: State
    until: datetime | None = None  # UTC, the carrier's stamp for the end of its hold; None: not known yet
    kept_to_end: bool = False  # whether the carrier keeps it until then though nobody here holds it
    at_most: datetime | None = None  # UTC, beyond which the carrier extends no hold; None: not known
    wanted_until: datetime | None = None  # UTC, until when it is to be held, little by little; None: no longer than is
    extend_at: datetime | None = None  # UTC, when the carrier is to be asked for some more of that
    monthly: Decimal | None = None  # what it costs a month, in `currency`; None: the carrier does not say
    upfront: Decimal | None = None
    currency: str = ""  # ISO 4217
    code: str = ""  # the carrier's own, of a refusal or of a word that we do not know
    detail: str = ""  # the carrier's words
    papers: str = ""  # that are wanted, in the carrier's words, a line each
    papers_until: datetime | None = None  # UTC
    changed_at: datetime  # UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a carrier is to be asked, leased by a worker. Times are real."""

    id: int
    workspace: WorkspaceId
    carrier: str
    operation: Operation
    subject: str  # the reference of a hold or an order, or a number; tasks of one subject go in order
    hold: HoldId | None
    detail: Mapping[str, Any] = field(default_factory=dict)  # JSON, which the operation gives its meaning
    tries: int  # this one among them
    looks: int  # how often it was looked for in vain what became of it
    asked_before: bool  # whether the carrier may have been asked already, and may have done it
    claim: int  # counts up; where the row has a later one, it is in somebody else's hands

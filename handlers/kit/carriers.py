"""Carriers: what the desk asks of whoever sells numbers, whichever it is.

What differs between carriers is a value that rules read (`CarrierRules`), never the carrier's name. A carrier is asked
outside every transaction. Only numbers with their names are held and ordered: an order for named numbers cannot be
carried out twice, for a number is owned once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NewType, Protocol
from uuid import UUID

from store.types import E164, Kind, Place, WorkspaceId

CarrierName = NewType("CarrierName", str)  # as it is typed: telnyx


class CarrierRefused(Exception):
    """It was not done, and asking again changes nothing. `code` is the carrier's own, `detail` its words."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


class CarrierBusy(Exception):
    """Nothing happened. It may be asked again after so many seconds; None: the carrier did not say."""

    def __init__(self, retry_after: float | None = None, code: str = "") -> None:
        super().__init__(code)
        self.retry_after = retry_after
        self.code = code


class CarrierSilent(Exception):
    """Nobody knows whether it was done: it must be asked for by our reference before it is sent again."""


class Part(StrEnum):
    """Parts of a number that a carrier can be asked for."""

    STARTS = "starts"
    CONTAINS = "contains"
    ENDS = "ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierRules:
    """How a carrier works, as far as the desk's rules depend on it."""

    name: CarrierName
    title: str  # as members read it: Telnyx
    hold_for: timedelta  # from a hold's beginning, by the carrier's documentation; its stamps alone are believed
    hold_cap: timedelta | None  # after which no hold can last on, however often it is extended; None: not known
    gives_back: bool  # whether some or all numbers of a hold can be given back at once; else it keeps them to the end
    orders_part: bool  # whether some of a hold can be ordered as it is; else the others are given back before
    parts: frozenset[Part]  # what it can be asked for; the rest is looked for among what it answers
    shows_all: bool  # whether its search answers all it has, up to the limit, or a random sample
    lags: bool  # whether its lists may lag behind: what is not found there is asked for again before it is believed
    pushes: bool  # whether it sends news; what is pushed is polled too, more rarely
    wants_agreement: bool  # not to resell
    names_numbers: bool = True  # whether a hold names its numbers; else it asks for so many like this
    wants_purpose: bool = False  # whether a hold must say what the numbers are for
    sells_whole: bool = False  # whether a hold is ordered whole or not at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a number costs. None: the carrier does not say."""

    monthly: Decimal | None
    upfront: Decimal | None
    currency: str  # ISO 4217


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """What is looked for at a carrier. `starts` is said after the country's code; digits alone."""

    country: str  # ISO 3166-1 alpha-2
    region: str = ""  # our code
    city: str = ""  # our name
    kind: Kind
    starts: str = ""
    contains: str = ""
    ends: str = ""
    limit: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierOffer:
    """A number that a carrier has, and what it costs there."""

    number: E164
    place: Place
    kind: Kind
    price: Price | None
    can_be_held: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a carrier offers. `more`: there may be more than it showed."""

    offers: Sequence[CarrierOffer]
    more: bool = False


class LineState(StrEnum):
    """What a carrier says of one number of a hold or an order, or of one that it bills."""

    PENDING = "pending"
    HELD = "held"
    PAPERS = "papers"  # wanted before it can be ours
    OURS = "ours"
    REFUSED = "refused"  # it cannot be had; `code` says why
    ENDED = "ended"  # the hold ran out, or the number was given back or given up
    UNKNOWN = "unknown"  # a word that we do not know; `code` is that word


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierPapers:
    """What is wanted before a number can be ours, in the carrier's words, and until when."""

    wanted: Sequence[str]
    until: datetime | None  # UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierLine:
    """One number at a carrier, as the carrier sees it."""

    number: E164
    state: LineState
    until: datetime | None = None  # UTC; the carrier's own stamp for the end of its hold
    code: str = ""  # the carrier's own, of a refusal or of a word that we do not know
    detail: str = ""  # the carrier's words
    papers: CarrierPapers | None = None
    price: Price | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierAnswer:
    """A hold or an order at a carrier: by our reference, by the carrier's name for it, and each number for itself."""

    reference: UUID
    id: str
    lines: Sequence[CarrierLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """Numbers that a carrier bills us for: a page of them. `next`: where the next page begins; None: there is none."""

    lines: Sequence[CarrierLine]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What is left to spend at a carrier."""

    amount: Decimal
    currency: str  # ISO 4217


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something a carrier pushed. What it says of states is not believed: the state is fetched."""

    id: str  # the carrier's, the same each time it is sent
    reference: UUID | None  # ours, of the order that it is about, where it says so


class Carrier(Protocol):
    """Whoever sells numbers.

    Each call but `search` has a time-out of its own. All raise CarrierRefused, CarrierBusy and CarrierSilent; what only
    looks never raises CarrierSilent for anything that it could have changed. Nothing but a look is ever repeated by
    itself.
    """

    @property
    def rules(self) -> CarrierRules:
        """How it works."""

    def check(self) -> Balance | None:
        """Try the key. Says the balance where the carrier has one. Raises CarrierRefused for a wrong key."""

    def search(self, want: Want, *, within: float) -> Found:
        """What it offers; answered within so many seconds, or CarrierSilent is raised."""

    def hold(self, reference: UUID, offers: Sequence[CarrierOffer]) -> CarrierAnswer:
        """Hold these numbers. The same reference again is the same hold."""

    def held(self, reference: UUID) -> CarrierAnswer | None:
        """The hold of that reference; None: the carrier has none, as far as it knows now."""

    def extend(self, held: CarrierAnswer, until: datetime) -> CarrierAnswer:
        """Have a hold last until then (UTC), if it can; the answer's stamps tell until when it does."""

    def drop(self, held: CarrierAnswer, numbers: Sequence[E164]) -> CarrierAnswer:
        """Give these numbers of a hold back. Raises CarrierRefused where the rules say that it cannot."""

    def order(self, held: CarrierAnswer, numbers: Sequence[E164], *, agreed_not_to_resell: bool) -> CarrierAnswer:
        """Order these numbers of a hold, under the hold's reference."""

    def ordered(self, reference: UUID) -> CarrierAnswer | None:
        """The order of that reference; None: the carrier has none, as far as it knows now."""

    def give_up(self, number: E164) -> CarrierLine:
        """Give up a number that is ours; final. PENDING: it takes a while, and `owned` tells its end."""

    def owned(self, number: E164) -> CarrierLine | None:
        """A number as the carrier has it on our bill; None: it is not there."""

    def all_owned(self, after: str | None = None) -> Owned:
        """A page of all numbers on our bill; `after` is the last page's `next`."""

    def read_news(self, headers: dict[str, str], body: bytes, now: datetime) -> News:
        """Read what was pushed to us. Raises CarrierRefused for what is forged, stale (UTC `now`) or not to be read."""


class Carriers(Protocol):
    """The carriers that an operator has set up. May read the database, so it is never asked in a transaction."""

    def of(self, workspace: WorkspaceId) -> Sequence[Carrier]:
        """Those that have a key for this workspace, in no order; remembered for a moment."""

    def named(self, name: CarrierName) -> Sequence[Carrier]:
        """Those of this name, for whichever workspace: which of them news is from is told by its signature alone."""


class NoCarriers:
    """No carrier is set up."""

    def of(self, _workspace: WorkspaceId) -> Sequence[Carrier]:
        return ()

    def named(self, _name: CarrierName) -> Sequence[Carrier]:
        return ()

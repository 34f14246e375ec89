"""Port orders, their letters and comments, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from store.types import E164, ChannelId, Kind, UserId, WorkspaceId

OrderId = NewType("OrderId", int)  # counted in each workspace from 1: PO-1
PENDING_FOR = timedelta(hours=24)  # before its FOC an order can neither be edited nor cancelled


class State(StrEnum):
    """Where a port order is.

    As github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness has it at 0464d83 in port-order-status.md (read 2026-11-28),
    which also says that nothing is edited or cancelled in the last day. DRAFT is ours.
    """

    DRAFT = "draft"
    PROCESSING = "processing"  # sent and received
    CONTACTING = "contacting_carrier"  # the losing carrier is being asked
    APPROVED = "transfer_approved"  # the losing carrier has set a FOC
    PENDING = "transfer_pending"  # less than PENDING_FOR is left
    ERROR = "error"  # the losing carrier refused; it can be sent again
    COMPLETED = "completed"  # the numbers are here
    CANCELLED = "cancelled"


CLOSED = (State.COMPLETED, State.CANCELLED)
OPEN = frozenset(State).difference(CLOSED)
SENT = OPEN - {State.DRAFT}


class Reason(StrEnum):
    """Why the losing carrier refused."""

    ACCOUNT_NUMBER = "account_number"
    AUTHORISED_PERSON = "authorised_person"
    BTN = "btn"
    COMPANY_NAME = "company_name"
    SERVICE_ADDRESS = "service_address"
    PIN = "pin"
    NOT_PORTABLE = "not_portable"
    SPECIAL_FEATURE = "special_feature"
    WRONG_NUMBER_TYPE = "wrong_number_type"
    WRONG_PORT_TYPE = "wrong_port_type"
    ANOTHER_ORDER = "another_order"
    SEVERAL_ACCOUNTS = "several_accounts"
    ACCOUNT_FROZEN = "account_frozen"
    FOC_REFUSED = "foc_refused"
    NO_ANSWER = "no_answer"


class Scope(StrEnum):
    """Whether all numbers of the account move, the BTN with them, or some, and the BTN stays."""

    FULL = "full"
    PARTIAL = "partial"


class Capacity(StrEnum):
    """Whether support has confirmed that the numbers will carry as many calls at once as service numbers do."""

    UNSAID = "unsaid"  # nobody said; such an order is not sent
    NOT_YET = "not_yet"
    CONFIRMED = "confirmed"


class Field(StrEnum):
    """What a port order says beside its numbers. Kept as it was typed, telephone numbers in E.164 once understood."""

    CARRIER = "carrier"
    ACCOUNT = "account"
    BTN = "btn"
    PIN = "pin"
    COMPANY = "company"
    DOMAIN = "domain"
    AUTHORISED = "authorised"
    TITLE = "title"
    PHONE = "phone"
    EMAIL = "email"
    STREET = "street"
    CITY = "city"
    REGION = "region"
    POSTCODE = "postcode"
    WANTED_DATE = "wanted_date"
    WANTED_TIME = "wanted_time"
    LANGUAGE = "language"  # of the letter


SECRETS = (Field.ACCOUNT, Field.PIN)  # with them somebody else could take the numbers away; kept encrypted


class MediaType(StrEnum):
    """What a signed letter is kept as."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"


class FileUse(StrEnum):
    """What a file that somebody gave is for."""

    LIST = "list"  # of numbers
    LETTER = "letter"  # a signed one
    PERHAPS_LETTER = "perhaps_letter"  # dropped in the thread, where other files are too


class Alarm(StrEnum):
    """What the clock does with an order."""

    IDLE = "idle"  # a draft that nobody goes on with
    SILENT = "silent"  # nothing has happened for some business days
    PENDING = "pending"  # less than a day is left before the transfer
    HOUR = "hour"  # an hour is
    CHECKLIST = "checklist"  # the transfer is due: what to do now


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedLetter:
    """A signed letter of authorisation that came in, without its content.

    It goes with the order as long as that says what the letter says: see `fields` and `numbers`.
    """

    by: UserId
    at: datetime  # UTC
    name: str  # of the file
    media_type: MediaType
    size: int  # bytes, before it was encrypted
    sha256: str  # of those bytes, in hexadecimal digits
    signer: str  # "": nobody said who signed
    fields: Mapping[str, str]  # by Field, what the order said when it came in
    numbers: frozenset[E164]  # of the order at that time


@dataclass(frozen=True, slots=True, kw_only=True)
class PortOrder:
    """Numbers to be moved here from another carrier: of one country and kind once the draft is complete."""

    workspace: WorkspaceId
    id: OrderId
    requested_by: UserId
    channel: ChannelId  # where its card is
    created_at: datetime  # UTC
    state: State = State.DRAFT  # as it was written down; `state_at` tells where it is
    since: datetime  # UTC, when it came into that state
    card_ts: str | None = None  # Slack's name of the card's message; None: it is not posted
    version: int = 1  # counts what is shown: the same button of another version is another click
    country: str = ""  # ISO 3166-1 alpha-2; "": none yet, or several
    kind: Kind | None = None  # None: none yet, or both
    scope: Scope = Scope.PARTIAL
    fields: Mapping[str, str] = field(default_factory=dict)  # by Field; of SECRETS a mark
    sealed: bytes | None = field(default=None, repr=False)  # the SECRETS, encrypted; None: none (any more)
    typed: str = ""  # the list of numbers as it was last typed
    numbers: tuple[E164, ...] = ()
    capacity: Capacity = Capacity.UNSAID
    foc: datetime | None = None  # UTC, the firm order commitment: when the transfer is due
    reason: Reason | None = None  # of an ERROR alone
    comment: str = ""  # on the last move
    letter: SignedLetter | None = None

    @property
    def name(self) -> str:
        """What members call it, and the record its subject: PO-7."""
        return f"PO-{self.id}"

    @property
    def owner(self) -> UserId:
        """Whose it is."""
        return self.requested_by

    @property
    def ref(self) -> Mapping[str, int]:
        """What a button or an outbox row carries to find it again."""
        return {"order": self.id}

    def says(self, name: Field) -> str:
        """What it says in a field; "": nothing."""
        return self.fields.get(name, "")

    def since_at(self, now: datetime) -> datetime:
        """From when (UTC) it is in the state that `state_at` tells."""
        if self.state_at(now) is State.PENDING and self.state is not State.PENDING and self.foc:
            return self.foc - PENDING_FOR
        return self.since

    def state_at(self, now: datetime) -> State:
        """The state at a time: a transfer is pending by the clock, whether or not anybody has announced it."""
        if self.state is State.APPROVED and self.foc and now >= self.foc - PENDING_FOR:
            return State.PENDING
        return self.state


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody said in an order's thread."""

    by: UserId
    at: datetime  # UTC
    text: str  # as Slack tells it, with its escapes
    files: tuple[str, ...] = ()  # their names

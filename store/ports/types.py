"""Port orders, their letters and comments, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from store.types import E164, ChannelId, Kind, UserId, WorkspaceId

OrderId = NewType("OrderId", int)
PENDING_FOR = timedelta(hours=24)  # before its FOC an order can neither be edited nor cancelled any more


class State(StrEnum):
    """Where a port order is."""

    DRAFT = "draft"
    PROCESSING = "processing"
    CONTACTING = "contacting_carrier"
    APPROVED = "transfer_approved"
    PENDING = "transfer_pending"
    ERROR = "error"
    COMPLETED = "completed"
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
    """Whether support has confirmed the high concurrent capacity of a service number."""

    UNSAID = "unsaid"
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
    """A signed letter of authorisation that came in, without its content. `signer` "" while nobody said who signed.

    It goes with the order as long as that says what the letter says: see `fields` and `numbers`.
    """

    by: UserId
    at: datetime
    name: str
    media_type: MediaType
    size: int
    sha256: str
    signer: str
    fields: Mapping[str, str]
    numbers: frozenset[E164]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortOrder:
    """Numbers to be moved here from another carrier: of one country and kind once the draft is complete."""

    workspace: WorkspaceId
    id: OrderId
    requested_by: UserId
    channel: ChannelId
    created_at: datetime
    state: State = State.DRAFT
    since: datetime
    card_ts: str | None = None
    version: int = 1
    country: str = ""
    kind: Kind | None = None
    scope: Scope = Scope.PARTIAL
    fields: Mapping[str, str] = field(default_factory=dict)
    typed: str = ""  # the list of numbers as it was last typed
    numbers: tuple[E164, ...] = ()
    capacity: Capacity = Capacity.UNSAID
    foc: datetime | None = None
    reason: Reason | None = None
    comment: str = ""
    letter: SignedLetter | None = None

    @property
    def name(self) -> str:
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
        return self.fields.get(name, "")

    def since_at(self, now: datetime) -> datetime:
        """Since when it is in the state in which it is at a time."""
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
    at: datetime
    text: str
    files: tuple[str, ...] = ()

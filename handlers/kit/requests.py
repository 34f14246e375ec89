"""What a member can ask for, as frozen values, and how to type it."""

from dataclasses import dataclass
from datetime import date, timedelta

from store.approvals.types import RequestId
from store.batches.types import NOTHING, BatchId, Form, Verb
from store.holds.types import HoldId
from store.inventory.types import EVERY, Filter, NumberUse
from store.places import as_words
from store.ports.types import OrderId, State
from store.services.types import ServiceKind
from store.types import E164, Criteria, Kind, Place, UserId

COMMAND = "/numbers"
MANY = "many"
PAGE = 10
STATE_WORDS = {
    State.DRAFT: "draft",
    State.PROCESSING: "processing",
    State.CONTACTING: "contacting",
    State.APPROVED: "approved",
    State.PENDING: "pending",
    State.ERROR: "error",
    State.COMPLETED: "completed",
    State.CANCELLED: "cancelled",
}
AGO = {"w": timedelta(weeks=1), "d": timedelta(days=1), "h": timedelta(hours=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """`quantity` None: nobody said how many. Pages count from 1."""

    wanted: Criteria
    quantity: int | None = None
    page: int = 1

    @property
    def size(self) -> int:
        """How many a page shows."""
        return min(self.quantity or PAGE, PAGE)

    @property
    def skipped(self) -> int:
        """How many stand on the pages before."""
        return (self.page - 1) * self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve:
    """Numbers to hold: `these` first, as far as they can be had, then others like them."""

    wanted: Criteria
    quantity: int
    these: tuple[E164, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    hold: HoldId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBatch:
    batch: BatchId


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """Several numbers are to be assigned, unassigned or released; what was not said is asked for."""

    verb: Verb
    form: Form = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    hold: HoldId


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """Entries of the record: of a hold such as "H-12", a port order such as "PO-7", a number, or what a member did.

    Since a day, or for so long.
    """

    about: str = ""
    who: UserId | None = None
    since: date | timedelta | None = None
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A request for approval of what a hold or a batch is for, on which somebody decides."""

    request: RequestId
    hold: HoldId | None = None
    batch: BatchId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOrders:
    """Port orders in a state; None: all that are open."""

    state: State | None = None
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowOrder:
    order: OrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Where is this number?"""

    e164: E164


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """A number goes to a service; what was not said is asked for."""

    e164: E164 | None = None
    kind: ServiceKind | None = None
    name: str = ""
    as_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unassign:
    e164: E164


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowServices:
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNumbers:
    """The workspace's own numbers; `service` is a name."""

    wanted: Filter = EVERY
    service: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportNumbers:
    """The same, as a file."""

    wanted: Filter = EVERY
    service: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowNumber:
    e164: E164


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseNumber:
    e164: E164


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    e164: E164


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    pass


OfAPlace = Search | Reserve | ListNumbers | ExportNumbers
OfNumbers = (
    Report | Assign | Unassign | ShowServices | ListNumbers | ExportNumbers | ShowNumber | ReleaseNumber | Restore
)
OfBatches = Many | ShowBatch
OfOrders = NewOrder | ListOrders | ShowOrder | Status
Request = Help | Search | Reserve | Show | Release | Log | Export | Quota | Settings | OfOrders | OfNumbers | OfBatches


def wanted(place: Place | None, kind: Kind) -> Criteria:
    """What numbers are looked for. Toll-free ones have a country and no city, so of their place no more is kept."""
    if place and kind is Kind.TOLL_FREE:
        place = Place(country=place.country)
    return Criteria(place=place, kind=kind)


def as_typed(request: OfAPlace) -> str:
    """The words after the slash command that ask for this."""
    if isinstance(request, ListNumbers | ExportNumbers):
        return numbers_as_typed(request)
    place = request.wanted.place
    match request:
        case Reserve(quantity=quantity):
            words = ["reserve", str(quantity)]
        case Search(quantity=quantity, page=page):
            words = ["search", f"qty:{quantity}" if quantity else "", f"page:{page}" if page > 1 else ""]
    words.append(as_words(place) if place else "")
    words.append("type:toll-free" if request.wanted.kind is Kind.TOLL_FREE else "")
    return " ".join(word for word in words if word)


def log_as_typed(log: Log) -> str:
    """The words after the slash command that ask for this."""
    words = ["log", log.about, f"@{log.who}" if log.who else "", f"page:{log.page}" if log.page > 1 else ""]
    if isinstance(log.since, timedelta):
        # In the largest unit there is: 60 weeks in hours have more figures than can be read.
        unit = next(unit for unit, lasting in AGO.items() if not log.since % lasting)
        words.append(f"since:{log.since // AGO[unit]}{unit}")
    elif log.since:
        words.append(f"since:{log.since.isoformat()}")
    return " ".join(word for word in words if word)


def list_as_typed(ask: ListOrders) -> str:
    """The words after the slash command that ask for this."""
    words = ["port list", STATE_WORDS[ask.state] if ask.state else "", f"page:{ask.page}" if ask.page > 1 else ""]
    return " ".join(filter(None, words))


def numbers_as_typed(ask: ListNumbers | ExportNumbers) -> str:
    """The words after the slash command that ask for this."""
    wanted = ask.wanted
    words = ["list" if isinstance(ask, ListNumbers) else "export", as_words(wanted.place) if wanted.place else ""]
    words.append(f"type:{wanted.kind.replace('_', '-')}" if wanted.kind else "")
    words += [f"status:{use}" for use in NumberUse if use in wanted.uses]
    words.append(f'service:"{ask.service}"' if ask.service else "")
    words.append(f"contains:{wanted.containing}" if wanted.containing else "")
    words.append(f"page:{ask.page}" if isinstance(ask, ListNumbers) and ask.page > 1 else "")
    return " ".join(filter(None, words))


def quoted(word: str) -> str:
    """A word as it must be typed to stay one word."""
    return f'"{word}"' if " " in word else word

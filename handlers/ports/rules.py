"""What port orders allow: which moves there are and who makes them, what is still open, when the clock rings."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from handlers.kit.member import Member
from handlers.kit.refusals import Refusal
from handlers.kit.telephone import is_telephone
from handlers.ports import business, port_list
from store.folding import unaccented
from store.ports.types import PENDING_FOR, Alarm, Capacity, Field, PortOrder, Reason, Scope, State
from store.types import E164
from store.workspaces import columns
from store.workspaces.types import Workspace

LEAD_DAYS = columns.LEAD_DAYS.usual
SILENT_DAYS = {State(state): days for state, days in columns.SILENT_DAYS.usual.items()}
IDLE_AFTER = timedelta(days=2)
HOUR_BEFORE = timedelta(hours=1)

# So many characters are submitted of these; carriers cut the rest off.
SUBMITTED = {Field.COMPANY: 25, Field.AUTHORISED: 15}
NEEDED = (
    *(Field.CARRIER, Field.ACCOUNT, Field.BTN, Field.COMPANY, Field.STREET, Field.CITY, Field.POSTCODE),
    *(Field.AUTHORISED, Field.PHONE, Field.EMAIL, Field.WANTED_DATE),
)
EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")
EDITABLE = frozenset({State.DRAFT, State.ERROR})
_NOT_IN_THE_LETTER = (Field.WANTED_DATE, Field.WANTED_TIME, Field.LANGUAGE)  # these do not change what it permits
_SCOPE = "scope"


class PortRefusal(Refusal):
    """Why a port order cannot be moved or changed."""

    MAY_NOT_MOVE = "refused-move"
    NO_SUCH_MOVE = "refused-no-such-move"
    NO_FOC = "refused-no-foc"
    NO_REASON = "refused-no-reason"
    NUMBERS_TAKEN = "refused-numbers-taken"
    NOT_EDITABLE = "refused-not-editable"
    NOTHING_NEW = "refused-nothing-new"


class Mover(StrEnum):
    """Who moves an order from state to state."""

    MEMBER = "member"  # who may port
    ADMIN = "admin"
    CARRIER = "carrier"  # by a message of its own
    CLOCK = "clock"


_MEMBERS = frozenset({Mover.MEMBER})
_NEWS = frozenset({Mover.ADMIN, Mover.CARRIER})
_CLOCK = frozenset({Mover.CLOCK})

# From each state to which others, and who may. To the same state: another FOC.
TABLE: Mapping[State, Mapping[State, Collection[Mover]]] = {
    State.DRAFT: {State.PROCESSING: _MEMBERS, State.CANCELLED: _MEMBERS},
    State.PROCESSING: {State.CONTACTING: _NEWS, State.ERROR: _NEWS, State.CANCELLED: _MEMBERS},
    State.CONTACTING: {State.APPROVED: _NEWS, State.ERROR: _NEWS, State.CANCELLED: _MEMBERS},
    State.APPROVED: {
        State.APPROVED: _NEWS,
        State.PENDING: _CLOCK,
        State.ERROR: _NEWS,
        State.CANCELLED: _MEMBERS,
    },
    State.PENDING: {State.COMPLETED: _NEWS, State.ERROR: _NEWS},
    State.ERROR: {State.PROCESSING: _MEMBERS, State.CANCELLED: _MEMBERS},
    State.COMPLETED: {},
    State.CANCELLED: {},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What comes with a move: the FOC (UTC) of an approved transfer, why a carrier refused, and a comment."""

    foc: datetime | None = None
    reason: Reason | None = None
    comment: str = ""


NO_NEWS = News()


class Point(StrEnum):
    """What an order lacks before it can be sent. The value is the key of the message that says so."""

    NO_NUMBERS = "port-point-no-numbers"
    TO_BE_SPLIT = "port-point-to-be-split"
    FIELDS = "port-point-fields"
    BTN_IS_MISSING = "port-point-btn-is-missing"  # of a full port's numbers
    BTN_IS_THERE = "port-point-btn-is-there"  # among a partial port's numbers
    DATE = "port-point-date"
    NO_LETTER = "port-point-no-letter"
    OLD_LETTER = "port-point-old-letter"
    NO_SIGNER = "port-point-no-signer"
    WRONG_SIGNER = "port-point-wrong-signer"
    CAPACITY = "port-point-capacity"


class Warned(StrEnum):
    """What an order can be sent with though it may be refused for it. The value is the key of the message."""

    COMPANY_CUT = "port-warning-company"
    AUTHORISED_CUT = "port-warning-authorised"
    GAPS = "port-warning-gaps"


def moves(state: State, mover: Mover) -> list[State]:
    """Where somebody may move an order from a state."""
    return [to for to, movers in TABLE[state].items() if mover in movers]


def move(order: PortOrder, to: State, mover: Mover, now: datetime, news: News = NO_NEWS) -> Refusal | None:
    """Whether an order may be moved so."""
    # The clock announces what is so by itself; everybody else finds it so.
    state = order.state if mover is Mover.CLOCK else order.state_at(now)
    if mover not in TABLE[state].get(to, ()) or (mover is Mover.CLOCK and order.state_at(now) is not to):
        return PortRefusal.NO_SUCH_MOVE
    if to is State.APPROVED and (news.foc is None or news.foc <= now):
        return PortRefusal.NO_FOC
    if to is State.ERROR and news.reason is None:
        return PortRefusal.NO_REASON
    return None


def move_orders(member: Member) -> Refusal | None:
    """Who may say what the carriers make of port orders."""
    return None if member.is_admin else PortRefusal.MAY_NOT_MOVE


def is_editable(order: PortOrder) -> bool:
    """Whether what the order says can be changed; of an approved one no more than the FOC can."""
    return order.state in EDITABLE


def lead_days(workspace: Workspace, country: str) -> int:
    """How many business days from sending to the wanted date a country's carriers need."""
    return workspace.port_lead_days.get(country, LEAD_DAYS)


def first_date(workspace: Workspace, countries: Collection[str], today: date) -> date:
    """The first day that can be wished for where numbers of these countries are transferred."""
    each = [business.after(country, today, lead_days(workspace, country)) for country in countries]
    day = max(each, default=business.after(workspace.country, today, LEAD_DAYS))
    return next_business_day(countries, day)


def next_business_day(countries: Collection[str], day: date) -> date:
    """This day, or the next on which people work in all of these countries."""
    while not all(business.is_business_day(country, day) for country in countries):
        day += timedelta(days=1)
    return day


def wrong_date(workspace: Workspace, countries: Collection[str], wanted: date, today: date) -> date | None:
    """The day to wish for instead, where this one is too soon or no business day; else None."""
    first = first_date(workspace, countries, today)
    if wanted < first:
        return first
    possible = next_business_day(countries, wanted)
    return None if possible == wanted else possible


def missing(order: PortOrder) -> list[Field]:
    """The fields that an order needs and does not have yet, or not so that they can be understood."""
    return [field for field in NEEDED if not _is_said(field, order.says(field))]


def _is_said(field: Field, said: str) -> bool:
    match field:
        case Field.BTN | Field.PHONE:
            return is_telephone(said)
        case Field.EMAIL:
            return EMAIL.fullmatch(said) is not None
        case _:
            return bool(said)


def btn_rule(scope: Scope, btn: str, numbers: Collection[str]) -> Point | None:
    """Which rule on the BTN is broken: a full port includes it, a partial port leaves it out."""
    if not numbers or not is_telephone(btn):
        return None
    if scope is Scope.FULL:
        return None if btn in numbers else Point.BTN_IS_MISSING
    return Point.BTN_IS_THERE if btn in numbers else None


def before_the_letter(order: PortOrder) -> list[Point]:
    """What is missing for a letter to be made."""
    points = []
    if not order.numbers:
        points.append(Point.NO_NUMBERS)
    elif not order.country or order.kind is None or len(order.numbers) > port_list.MOST:
        points.append(Point.TO_BE_SPLIT)
    if missing(order):
        points.append(Point.FIELDS)
    if broken := btn_rule(order.scope, order.says(Field.BTN), order.numbers):
        points.append(broken)
    return points


def before_sending(order: PortOrder, workspace: Workspace, today: date) -> list[Point]:
    """What is missing for an order to be sent, the word on capacity apart: that is asked for then."""
    points = before_the_letter(order)
    wanted = order.says(Field.WANTED_DATE)
    if wanted and order.country and wrong_date(workspace, [order.country], date.fromisoformat(wanted), today):
        points.append(Point.DATE)
    return [*points, *_of_the_letter(order)]


def open_points(order: PortOrder, workspace: Workspace, today: date) -> list[Point]:
    """All that somebody has still to do about an order."""
    if order.state in (State.COMPLETED, State.CANCELLED):
        return []
    points = before_sending(order, workspace, today) if is_editable(order) else []
    return points if order.capacity is Capacity.CONFIRMED else [*points, Point.CAPACITY]


def _of_the_letter(order: PortOrder) -> list[Point]:
    letter = order.letter
    if letter is None:
        return [Point.NO_LETTER]
    if letter.fields != in_the_letter(order) or not letter.numbers.issuperset(order.numbers):
        return [Point.OLD_LETTER]
    if not letter.signer:
        return [Point.NO_SIGNER]
    return [] if is_same_name(letter.signer, order.says(Field.AUTHORISED)) else [Point.WRONG_SIGNER]


def in_the_letter(order: PortOrder) -> dict[str, str]:
    """What the letter for an order says that must not change once it is signed; numbers may be taken out of it."""
    said = {str(field): order.says(field) for field in Field if field not in _NOT_IN_THE_LETTER}
    return said | {_SCOPE: str(order.scope)}


def is_same_name(one: str, other: str) -> bool:
    """Whether two people would read the same name, however it is accented, hyphenated or spelt in capitals."""
    return bool(_letters(one)) and _letters(one) == _letters(other)


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", unaccented(name))


def warnings(order: PortOrder) -> list[Warned]:
    """What the losing carrier may refuse an order for."""
    warned = []
    if len(order.says(Field.COMPANY)) > SUBMITTED[Field.COMPANY]:
        warned.append(Warned.COMPANY_CUT)
    if len(order.says(Field.AUTHORISED)) > SUBMITTED[Field.AUTHORISED]:
        warned.append(Warned.AUTHORISED_CUT)
    if port_list.gaps(order.numbers):
        warned.append(Warned.GAPS)
    return warned


def alarms(order: PortOrder, workspace: Workspace, now: datetime) -> dict[Alarm, datetime]:
    """What the clock is to do with an order that is in its state now, as long as nothing else happens to it."""
    match order.state:
        case State.DRAFT:
            return {Alarm.IDLE: now + IDLE_AFTER}
        case State.COMPLETED | State.CANCELLED:
            return {}
    return {**_of_the_transfer(order, now), Alarm.SILENT: silent_at(order, workspace, now)}


def _of_the_transfer(order: PortOrder, now: datetime) -> dict[Alarm, datetime]:
    if order.foc is None:
        return {}
    rings = {Alarm.HOUR: order.foc - HOUR_BEFORE, Alarm.CHECKLIST: order.foc}
    ahead = {alarm: at for alarm, at in rings.items() if at > now}
    return ahead if order.state is State.PENDING else {Alarm.PENDING: order.foc - PENDING_FOR, **ahead}


def silent_at(order: PortOrder, workspace: Workspace, now: datetime) -> datetime:
    """When so many business days will have passed without anything new."""
    since = max(now, order.foc) if order.state is State.PENDING and order.foc else now
    return business.later(order.country or workspace.country, since, silent_days(workspace, order.state))


def silent_days(workspace: Workspace, state: State) -> int:
    """How many business days in a state go by before a reminder."""
    return workspace.port_silent_days.get(state, SILENT_DAYS[state])


def kept_apart(numbers: Sequence[E164], taken: Collection[E164]) -> tuple[E164, ...]:
    """The numbers without those that are taken out."""
    return tuple(e164 for e164 in numbers if e164 not in taken)

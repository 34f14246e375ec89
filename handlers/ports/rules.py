"""What port orders allow: which moves there are and who makes them, what is still open, when the clock rings."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.kit.member import Member
from handlers.kit.refusals import Refusal
from store.ports.types import PortOrder, Reason, State
from store.types import E164

EDITABLE = frozenset({State.DRAFT, State.ERROR})


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


def kept_apart(numbers: Sequence[E164], taken: Collection[E164]) -> tuple[E164, ...]:
    """The numbers without those that are taken out."""
    gone = frozenset(taken)
    return tuple(e164 for e164 in numbers if e164 not in gone)

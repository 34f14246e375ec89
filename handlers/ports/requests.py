"""What can be asked about port orders: read from the words of a command, and written as such."""

import re
from dataclasses import dataclass

from handlers.kit import one_number
from handlers.kit.one_number import AboutNumber
from handlers.kit.words import CHOICES, BadInput, Name, Words
from store.places import Places
from store.ports.types import OrderId, State
from store.spelling import nearest
from store.types import E164

NAME = Name(prefix="PO", written=re.compile(r"[pP][oO]-?0*([1-9][0-9]{0,8})"))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    """A new order is to be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOrders:
    """Port orders in a state; None: all that are open."""

    state: State | None = None
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowOrder:
    """What an order's card shows."""

    order: OrderId


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(AboutNumber):
    """Where is this number?"""

    e164: E164


def as_typed(ask: ListOrders) -> str:
    """The words after the slash command that ask for this."""
    words = ["port list", STATE_WORDS[ask.state] if ask.state else "", f"page:{ask.page}" if ask.page > 1 else ""]
    return " ".join(filter(None, words))


def read_port(words: Words, _places: Places) -> NewOrder | ListOrders | ShowOrder:
    """Read `port [new | list [state] [page:N] | PO-7]`. Raises BadInput."""
    if order := words.take_name(NAME):
        return ShowOrder(order=OrderId(order))
    page, said = words.take_page(), words.take()
    match said.lower():
        case "new":
            return NewOrder()
        case "" | "list":
            state = words.take().lower()
            return ListOrders(state=_state(state) if state not in ("", "open") else None, page=page)
        case _:
            raise BadInput("bad-port", "port list", "port new", said=said)


def read_status(words: Words, _places: Places) -> Status:
    """Read `status +44 …`. Raises BadInput."""
    found = one_number.take(words)
    return Status(e164=found.e164, reading=found)


def _state(said: str) -> State:
    of_word = {word: state for state, word in STATE_WORDS.items()}
    if said not in of_word:
        near = nearest(said, of_word, most=1) or list(of_word)[:CHOICES]
        raise BadInput("bad-state", *(f"port list {word}" for word in near), said=said)
    return of_word[said]

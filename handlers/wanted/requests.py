"""What can be asked about numbers that cannot be had now: read from the words of a command, and written as such."""

import re
from dataclasses import dataclass

from handlers.kit.criteria import criteria, criteria_as_typed
from handlers.kit.words import BadInput, Name, Words
from store.places import Places
from store.types import Criteria, Place

NAME = Name(prefix="R", written=re.compile(r"[rR]-?0*([1-9][0-9]{0,8})"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFor:
    """So many numbers of a place, or of any, and of a kind."""

    wanted: Criteria
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWanted:
    """What everybody asks for. Pages count from 1."""

    page: int = 1


def read_request(words: Words, places: Places) -> AskFor | ListWanted:
    """Read `request N [place] [type:…]`; a bare one lists. Raises BadInput."""
    if not words.typed.strip():
        return ListWanted()
    kind, quantity = words.take_kind(), words.take_quantity()

    def at(place: Place | None) -> AskFor:
        return AskFor(wanted=criteria(place, kind), quantity=quantity or 1)

    place = words.take_place(places, lambda place: as_typed(at(place)))
    if quantity is None:
        raise BadInput("missing-quantity", as_typed(at(place)))
    return at(place)


def read_requests(words: Words, _places: Places) -> ListWanted:
    """Read `requests [page:N]`. Raises BadInput."""
    return ListWanted(page=words.take_page())


def as_typed(ask: AskFor) -> str:
    """The words after the slash command that ask for this."""
    return " ".join(filter(None, ["request", str(ask.quantity), criteria_as_typed(ask.wanted)]))

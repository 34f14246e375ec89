"""What can be asked about numbers that cannot be had now: read from the words of a command, and written as such."""

import re
from dataclasses import dataclass, replace

from handlers.kit.criteria import criteria, criteria_as_typed, widened
from handlers.kit.digit_words import expect_near, take_digits
from handlers.kit.remarks import Remarked
from handlers.kit.words import BadInput, Name, Words
from store.places import Places
from store.types import Criteria, Place

NAME = Name(prefix="R", written=re.compile(r"[rR]-?0*([1-9][0-9]{0,8})"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFor(Remarked):
    """So many numbers of a place, or of any, and of a kind, that look so; a run is as long as it says."""

    wanted: Criteria
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWanted:
    """What everybody asks for. Pages count from 1."""

    page: int = 1


def read_request(words: Words, places: Places) -> AskFor | ListWanted:
    """Read `request N [place] [type:…] [words about digits]`; a bare one lists. Raises BadInput."""
    if not words.typed.strip():
        return ListWanted()
    kind, digits, quantity = words.take_kind(), take_digits(words), words.take_quantity()
    source = words.take_source()

    def at(place: Place | None) -> AskFor:
        return AskFor(wanted=criteria(place, kind, digits), quantity=digits.in_a_row or quantity or 1)

    place = words.take_place(places, lambda place: as_typed(at(place)))
    asked = at(place)
    if source:  # what comes into the stock is told of, and nothing else
        said = criteria_as_typed(asked.wanted)
        raise BadInput("wanted-from", f"search from:{source} {said}".strip(), as_typed(asked), said=f"from:{source}")
    not_near = criteria(place, kind, replace(digits, near=None))
    expect_near(place, digits, as_typed(replace(asked, wanted=not_near)))
    if quantity is None and not digits.in_a_row:
        raise BadInput("missing-quantity", as_typed(asked))
    if digits.in_a_row and quantity not in (None, digits.in_a_row):
        raise BadInput("run-or-nothing", as_typed(asked), said=quantity or 0, run=digits.in_a_row)
    return replace(asked, remarks=(*words.remarks, *widened(place, asked.wanted)))


def read_requests(words: Words, _places: Places) -> ListWanted:
    """Read `requests [page:N]`. Raises BadInput."""
    return ListWanted(page=words.take_page())


def as_typed(ask: AskFor) -> str:
    """The words after the slash command that ask for this."""
    return " ".join(filter(None, ["request", str(ask.quantity), criteria_as_typed(ask.wanted)]))

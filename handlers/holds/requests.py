"""What can be asked about holds: read from the words of a command, and written as such."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from handlers.batches import Many, ShowBatch, read_many, take_batch
from handlers.inventory import ReleaseNumber
from handlers.kit import one_number
from handlers.kit.criteria import criteria, criteria_as_typed, widened
from handlers.kit.digit_words import expect_near, take_digits
from handlers.kit.remarks import Remarked
from handlers.kit.words import EXAMPLE, BadInput, Name, Words
from store.batches.types import Verb
from store.holds.types import HoldId
from store.places import Places
from store.types import E164, Criteria, Place

NAME = Name(prefix="H", written=re.compile(r"([hH]-?)?0*([1-9][0-9]{0,8})"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve(Remarked):
    """Numbers to hold: `these` first, as far as they can be had, then others like them.

    `source` is the stock or a carrier, as it was typed, where they are to come from there alone.
    """

    wanted: Criteria
    quantity: int
    these: tuple[E164, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowHold:
    """What a hold's card shows."""

    hold: HoldId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseHold:
    """A hold's numbers go back to the pool."""

    hold: HoldId


def read_reserve(words: Words, places: Places) -> Reserve:
    """Read `reserve N place [type:…] [from:…] [words about digits]`: a run is as long as it says. Raises BadInput.

    What is near a number needs no place: it is that number's.
    """
    source, kind, digits = words.take_source(), words.take_kind(), take_digits(words)
    said = words.take_quantity()
    quantity = said or digits.in_a_row or None

    def at(place: Place | None) -> Reserve:
        wanted = criteria(place, kind, digits)
        return Reserve(wanted=wanted, quantity=digits.in_a_row or quantity or 1, source=source)

    place = words.take_place(places, lambda place: as_typed(at(place)))
    if place is None and not digits.near:
        raise BadInput("missing-place", as_typed(replace(at(EXAMPLE), quantity=quantity or 3)))
    if quantity is None:
        raise BadInput("missing-quantity", as_typed(at(place)))
    if digits.in_a_row and said not in (None, digits.in_a_row):
        raise BadInput("run-or-nothing", as_typed(at(place)), said=said, run=digits.in_a_row)
    asked = at(place)
    not_near = criteria(place, kind, replace(digits, near=None))
    expect_near(place, digits, as_typed(replace(asked, wanted=not_near)))
    return replace(asked, remarks=(*words.remarks, *widened(place, asked.wanted)))


def read_show(words: Words, _places: Places) -> ShowHold | ShowBatch:
    """Read `show H-12`, or `show B-3`. Raises BadInput."""
    batch = take_batch(words)
    return ShowBatch(batch=batch) if batch else ShowHold(hold=_take_hold(words))


def read_release(words: Words, _places: Places) -> ReleaseHold | ReleaseNumber | Many:
    """Read `release H-12`, or `release +1 …`, or several numbers. Raises BadInput."""
    if many := read_many(words, Verb.RELEASE):
        return many
    if one_number.follows(words):
        found = one_number.take(words)  # the modal that asks whether it is meant shows it
        return ReleaseNumber(e164=found.e164, reading=found)
    return ReleaseHold(hold=_take_hold(words))


def as_typed(reserve: Reserve) -> str:
    """The words after the slash command that ask for this."""
    source = f"from:{reserve.source}" if reserve.source else ""
    return " ".join(filter(None, ["reserve", str(reserve.quantity), source, criteria_as_typed(reserve.wanted)]))


def instead(reserve: Reserve) -> Callable[[Criteria], str]:
    """How the same is asked of other numbers."""
    return lambda wanted: as_typed(replace(reserve, wanted=wanted))


def _take_hold(words: Words) -> HoldId:
    said = words.take()
    number = NAME.number(said)
    if number is None:
        # Only help: a button with some hold's name on it could release that hold.
        raise BadInput("bad-hold" if said else "missing-hold", f"help {words.verb}", said=said)
    return HoldId(number)

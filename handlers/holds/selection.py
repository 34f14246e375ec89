"""Which numbers of a hold a member chose in the modal."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.holds.views.choose import ALL, NUMBERS, ONLY, RANGES, WHICH
from handlers.kit.number_reading import Unread
from handlers.kit.read_as import ReadAs, of_list
from handlers.kit.telephone import country_of, spans
from handlers.kit.words import BadField
from store.types import E164


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The numbers that were picked, the ranges that were written, and `which` of the hold is meant by them.

    `field` is the modal's block in which numbers are picked.
    """

    field: str
    which: str = ONLY
    picked: tuple[E164, ...] = ()
    ranges: str = ""


def chosen(choice: Selection, held: Sequence[E164]) -> list[E164]:
    """The numbers to keep, in the hold's order. What was picked but is not in the hold counts for nothing.

    Raises BadField where none is left, or what was written contradicts itself.
    """
    named = set(choice.picked) & set(held) | in_ranges(choice.ranges, held)
    if choice.which == ALL and named:
        raise BadField(WHICH, "acquire-all-but-some")
    if choice.which != ALL and not named:
        raise BadField(choice.field, "acquire-none" if choice.field == NUMBERS else "acquire-which-none")
    keep = [e164 for e164 in held if choice.which == ALL or (e164 in named) == (choice.which == ONLY)]
    if not keep:
        raise BadField(choice.field, "acquire-none")
    return keep


def read_as(choice: Selection, held: Sequence[E164]) -> list[ReadAs]:
    """What must be seen of how the ranges were read, before anything is done with them."""
    return list(of_list(choice.ranges, country_of(held[0]), held)) if held else []


def in_ranges(text: str, held: Sequence[E164]) -> set[E164]:
    """The numbers of a hold that a text such as "+1 206 555 0100-0149, +1 206 555 0160" or "0100-0149, 0160" names.

    Raises BadField where a part of it names none.
    """
    named: set[E164] = set()
    for said, span in spans(text, country_of(held[0]) if held else "", among=held):
        if span is Unread.SPOILT or span is Unread.EXTENSION:
            raise BadField(RANGES, span.alone, said=said)
        found = set() if isinstance(span, Unread) else {e164 for e164 in held if int(e164) in span}
        if not found:
            raise BadField(RANGES, "acquire-bad-range", said=said)
        named |= found
    return named

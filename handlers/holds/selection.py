"""Which numbers of a hold a member chose in the modal."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.holds.views.choose import ALL, NUMBERS, ONLY, RANGES, WHICH
from handlers.kit.words import BadField
from store.types import E164

_BETWEEN_RANGES = re.compile(r"[,;\n]+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))  # noqa: RUF001 (people paste other dashes too)
_WRITTEN = re.compile(r"[0-9\s+()./-]+")
# Between two whole numbers that have hyphens of their own: with space around it, or before a "+".
_FROM_TO = re.compile(r"\s+-\s*|\s*-\s+|-(?=\+)")


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


def in_ranges(text: str, held: Sequence[E164]) -> set[E164]:
    """The numbers of a hold that a text such as "+1 206 555 0100-0149, +1 206 555 0160" names.

    Raises BadField where a part of it names none.
    """
    named: set[E164] = set()
    for said in filter(None, map(str.strip, _BETWEEN_RANGES.split(text.translate(_DASHES)))):
        found = (_one(said, held) or _range(said, held)) if _WRITTEN.fullmatch(said) else set()
        if not found:
            raise BadField(RANGES, "acquire-bad-range", said=said)
        named |= found
    return named


def _one(said: str, held: Sequence[E164]) -> set[E164]:
    """The number of the hold that is written so, with or without its country's code."""
    digits = _digits(said)
    found = {e164 for e164 in held if digits and e164.endswith(digits)}
    return found if len(found) == 1 else set()


def _range(said: str, held: Sequence[E164]) -> set[E164]:
    """The numbers of the hold from one to another, of which the second may be only its last digits."""
    between = _FROM_TO.search(said)
    head, tail = (said[: between.start()], said[between.end() :]) if between else said.rpartition("-")[::2]
    if not _digits(head) or not _digits(tail) or not held:
        return set()
    first = _completed(head, held[0])
    last = _completed(tail, first)
    return {e164 for e164 in held if len(e164) == len(first) and first <= e164 <= last}


def _completed(said: str, like: str) -> str:
    """A number of which perhaps only the last digits were written, the others taken from one like it."""
    digits = _digits(said)
    return f"+{digits}" if said.startswith("+") else like[: max(len(like) - len(digits), 0)] + digits


def _digits(said: str) -> str:
    return "".join(filter(str.isdigit, said))

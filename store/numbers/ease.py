"""How easy a number is to remember: one score, so that search, stock and whoever reads this mean the same."""

import re
from collections.abc import Iterator
from itertools import groupby

from store.types import E164

_LEAST_REPEATED = 3  # two equal digits are in most numbers
_LEAST_STEPS = 4  # 1234, 9876
_ZERO_ENDS_ROUND = 2
_CHUNKS = ((2, 4), (3, 9), (4, 16))  # how many digits come twice at the end, 42 42, and what that is worth
_PAIRED = 4  # 77 33, 37 73
_STEPS = "|".join(row[at : at + _LEAST_STEPS] for row in ("0123456789", "9876543210") for at in range(7))
# Whether there is anything in a number to look for at all: in most there is not, and this is soon said.
_HELPS = re.compile(rf"(\d)\1\1|(?:{_STEPS}|(\d{{2,4}})\2|(\d)\3(\d)\4|(\d)(\d)\6\5)$")


def ease(e164: E164) -> int:
    """The points of a number: 0 where nothing in it helps to remember it.

    Points are for its last digits, and the highest of these counts: one digit n times (n ≥ 3) gives n², and 2 more
    where it is 0; n steps of one up or down (n ≥ 4) give n² - n; two, three or four digits said twice give 4, 9 or 16;
    two pairs (7733) and a mirror (3773) give 4. One digit n times (n ≥ 3) before the end adds n. A rule of this desk,
    of 2026-11-28.
    """
    digits = e164.removeprefix("+")
    if not _HELPS.search(digits):
        return 0
    at_end, _ = max(_at_end(digits))
    repeated = max(len(run) for run in _runs(digits[:-_LEAST_REPEATED]))
    return at_end + (repeated if repeated >= _LEAST_REPEATED else 0)


def easy_ending(e164: E164) -> int:
    """How many of the last digits are what gives a number its points; 0 where none are."""
    _, length = max(_at_end(e164.removeprefix("+")))
    return length


def _at_end(digits: str) -> Iterator[tuple[int, int]]:
    """Points, and the last digits that they are for."""
    same = len(_runs(digits)[-1])
    if same >= _LEAST_REPEATED:
        yield same * same + (_ZERO_ENDS_ROUND if digits[-1] == "0" else 0), same
    steps = max(_steps(digits, up) for up in (1, -1))
    if steps >= _LEAST_STEPS:
        yield steps * steps - steps, steps
    for size, points in _CHUNKS:
        if digits[-size:] == digits[-2 * size : -size]:
            yield points, 2 * size
    a, b, c, d = tuple(digits[-4:].rjust(4))
    if (a, c) == (b, d) or (a, b) == (d, c):
        yield _PAIRED, 4
    yield 0, 0


def _runs(digits: str) -> list[str]:
    """The digits, those that are equal and stand beside each other together."""
    return ["".join(run) for _, run in groupby(digits)] or [""]


def _steps(digits: str, up: int) -> int:
    """How many of the last digits each are one more (or, -1, less) than the one before."""
    length = 1
    while length < len(digits) and int(digits[-length]) - int(digits[-length - 1]) == up:
        length += 1
    return length

"""Digits of numbers: what they must look like as SQL, and the index that finds four digits wherever they stand.

PostgreSQL keeps the groups of four digits of each number in a GIN index, SQLite its digits in a trigram index of FTS5:
both are in the box. How a number starts is a range of all numbers, for each calling code. Where a pattern has neither
four digits beside each other nor a start, no index helps: numbers are looked through.
"""

from collections.abc import Iterable, Iterator
from re import findall, match, search

from sqlalchemy import ColumnElement, SmallInteger, case, cast, column, func, literal, or_, select, table
from sqlalchemy.dialects.postgresql import array

from store.numbers.table import NumberRow
from store.types import Digits

GROUP = 4  # digits
# ITU-T E.164 (assignments as of 2025-11): calling codes of one digit, and of two; all others have three.
_OF_ONE = ("1", "7")
_OF_TWO = (
    *("20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49"),
    *("51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66"),
    *("81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"),
)
_INDEX = table("number_digits", column("rowid"))  # SQLite's


def national(e164: str) -> str:
    """What follows the country's calling code in a number."""
    digits = e164.removeprefix("+")
    code = 1 if digits.startswith(_OF_ONE) else 2 if digits.startswith(_OF_TWO) else 3
    return digits[code:]


def matches(digits: Digits, e164: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """What is true of numbers that look so."""
    after_code = case(
        (func.substr(e164, 2, 1).in_(_OF_ONE), func.substr(e164, 3)),
        (func.substr(e164, 2, 2).in_(_OF_TWO), func.substr(e164, 4)),
        else_=func.substr(e164, 5),
    )
    starts, contains, ends = (pattern.replace("*", "_") for pattern in digits.patterns)
    which = []
    if starts:
        which.append(or_(*(after_code.like(f"{start}%".replace("*", "_")) for start in _starts(digits))))
    if contains:
        which.append(after_code.like(f"%{contains}%"))
    if ends:
        which.append(after_code.like(f"%{ends}"))
    return which


def looks_so(digits: Digits, e164: str) -> bool:
    """Whether a number looks so: what `matches` asks the database."""
    home = national(e164)
    starts, contains, ends = (pattern.replace("*", ".") for pattern in digits.patterns)
    begins = not starts or any(match(start.replace("*", "."), home) for start in _starts(digits))
    return bool(begins and search(contains, home) and search(f"(?:{ends})$", home))


def groups(digits: Digits) -> tuple[str, ...]:
    """The digits of a pattern that an index finds: those of each piece of four or more without a "*"."""
    home = digits.starts.removeprefix("0")
    return tuple(piece for pattern in (home, digits.contains, digits.ends) for piece in findall(r"\d{4,}", pattern))


def ranges(digits: Digits, codes: Iterable[int]) -> tuple[tuple[str, str], ...]:
    """Where all numbers are that start so and have one of these calling codes: each from one number to before another.

    None where nothing is said of the first digit.
    """
    starts = {start.partition("*")[0] for start in _starts(digits)}
    if not all(starts):
        return ()
    firsts = sorted(int(f"{code}{start}") for code in codes for start in starts)  # no code is all nines
    return tuple((f"+{first}", f"+{first + 1}") for first in firsts)


def indexed(dialect: str, pieces: tuple[str, ...]) -> ColumnElement[bool]:
    """What is true of numbers that have all these pieces of four or more digits somewhere, found by the index."""
    if dialect == "sqlite":
        looked_up = select(literal("+").concat(_INDEX.c.rowid)).where(
            column("number_digits").op("MATCH")(" AND ".join(f'"{piece}"' for piece in pieces))
        )
        return NumberRow.e164.in_(looked_up)
    fours = array([cast(int(four), SmallInteger) for piece in pieces for four in _fours(piece)])
    return func.digit_groups(NumberRow.e164).op("@>")(fours)


def _starts(digits: Digits) -> set[str]:
    """How a number may start: at home most countries' are dialled with a 0 before them that is not part of them."""
    return {start for start in (digits.starts, digits.starts.removeprefix("0")) if start}


def _fours(piece: str) -> Iterator[str]:
    return (piece[at : at + GROUP] for at in range(len(piece) - GROUP + 1))

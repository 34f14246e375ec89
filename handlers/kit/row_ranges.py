"""The numbers that two cells of a row name together: from one to one, or so many from one on."""

import re
from enum import StrEnum

from handlers.kit.cells import bare
from handlers.kit.normalization import normalized
from handlers.kit.telephone import spans, telephone


class RowFault(StrEnum):
    """Why the numbers of a row cannot be read. The value is the key of the message that says so."""

    COUNTRY = "port-bad-country"
    AREA = "port-bad-area"
    CELLS = "port-bad-cells"
    ENDS = "port-bad-ends"
    COUNT = "port-bad-count"
    OTHER_COUNT = "port-bad-other-count"  # than the row has numbers


def between(first: str, last: str, home: str, *, said_country: bool) -> tuple[str, RowFault | None]:
    """The range between two cells, the second of which may have only the last digits, or nothing."""
    whole = telephone(first, home, said_country=said_country)
    end = telephone(last, home, said_country=said_country) or bare(last)
    if whole and (end.removeprefix("+").isdecimal() or not end):
        return f"{whole}..{end}" if end else first, None
    return "", RowFault.ENDS


def so_many_from(first: str, count: str, home: str, *, said_country: bool) -> tuple[str, RowFault | None]:
    """As many numbers from one on as the other cell says; one where it says nothing."""
    whole = telephone(first, home, said_country=said_country)
    if not count or not whole:
        return first, another_count(count, first, home) if count else None
    if not (many := _whole_number(count)):
        return "", RowFault.COUNT
    return f"{whole}..+{int(whole) + many - 1}" if many > 1 else first, None


def another_count(count: str, said: str, home: str) -> RowFault | None:
    """What is wrong with how many numbers a row says that it has."""
    many = _whole_number(count)
    there = sum(len(span) for _, span in spans(said, home, beyond_plan=True) if isinstance(span, range))
    if not many:
        return RowFault.COUNT
    return RowFault.OTHER_COUNT if there not in (0, many) else None  # of none it is said why they are none


def _whole_number(cell: str) -> int:
    """A whole number from 1 on, as a spreadsheet may show it: 1,000 and 10.00; 0 for anything else."""
    found = re.fullmatch(r"(\d{1,2}[ .,']\d{3}|\d{1,5})(?:[.,]0{1,2})?", normalized(bare(cell)))
    return int(re.sub("[^0-9]", "", found[1])) if found else 0

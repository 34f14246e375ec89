"""What a table was taken for: said to who gave it before anything is done with what it says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

from handlers.kit import read_as
from handlers.kit.blocks import brief
from handlers.kit.file_faults import MORE, NAME, ColumnName, columns
from handlers.kit.messages import say
from handlers.kit.read_as import ReadAs

_TOLD = 10  # columns, lines and words that are told
_CELLS = 3


class Why(StrEnum):
    """Why a column was taken for that of the numbers. The value is the key of the message that says so."""

    HEADING = "table-by-heading"
    RANGES = "table-by-range"
    COUNTED = "table-by-count"
    ALONE = "table-only-column"
    ONLY_NUMBERS = "table-only-numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a table was taken for: which columns the numbers and all else are in, and what was not read.

    Lines are counted from 1, as a spreadsheet does. `cells` are some that say no number as it is, with the first and
    the last that each was read as. `code_page` is how people know the encoding that was found out, "" where it was
    certain; `letters` are words that show whether that is right. Of each only some are kept, to be told.
    """

    why: Why
    numbers: Sequence[ColumnName]
    also: Sequence[ColumnName] = ()
    columns_unread: Sequence[ColumnName] = ()
    lines_unread: Sequence[str] = ()  # a line, or the first and the last of some: "3-7"
    cells: Sequence[tuple[str, int, int]] = ()
    code_page: str = ""
    letters: Sequence[str] = ()

    def kept(self) -> dict[str, Any]:
        """The same as JSON, which `Understood(**kept)` is made of again."""
        return asdict(self)


def some_names(names: Iterable[ColumnName]) -> Sequence[ColumnName]:
    """As many of these columns as are told, and a sign that there are more."""
    return _some([name[:NAME] if isinstance(name, str) else name for name in names])


def some_lines(lines: Iterable[int]) -> Sequence[str]:
    """As many of these lines as are told, those that follow each other together."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and runs[-1][-1] == line - 1:
            runs[-1][1:] = [line]
        elif len(runs) <= _TOLD:
            runs.append([line])
        else:
            break
    return _some(["-".join(map(str, run)) for run in runs])


def in_words(locale: str, kept: Mapping[str, Any]) -> str:
    """What a table was taken for, as it was kept."""
    table = Understood(**kept)
    first, last = columns(locale, table.numbers[:1]), columns(locale, table.numbers[-1:])
    said = [say(locale, table.why, column=first, last=last)]
    if table.also:
        said.append(say(locale, "table-also", columns=columns(locale, table.also)))
    if table.columns_unread:
        said.append(say(locale, "table-not-read", columns=columns(locale, table.columns_unread)))
    if table.lines_unread:
        said.append(say(locale, "table-lines-not-read", lines=", ".join(table.lines_unread)))
    for said_so, begin, end in table.cells[:_CELLS]:
        said.append(read_as.in_words(locale, ReadAs(said=said_so, span=range(begin, end + 1))))
    said += [MORE] if len(table.cells) > _CELLS else []
    if table.letters:
        words = ", ".join(brief(word, NAME) for word in table.letters)
        said.append(say(locale, "table-code-page", page=table.code_page, words=words))
    return " ".join(said)


def some_cells(read: Iterable[ReadAs]) -> Sequence[tuple[str, int, int]]:
    """As many cells as are told, and one more where there are more."""
    with_numbers = ((each.said, each.span[0], each.span[-1]) for each in read if each.span)
    return list(islice(with_numbers, _CELLS + 1))


def _some(named: list[Any]) -> Sequence[Any]:
    return [*named[:_TOLD], MORE] if len(named) > _TOLD else named

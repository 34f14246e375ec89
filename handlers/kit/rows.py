"""The rows of a CSV, whatever separates its columns and however it is encoded."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from handlers.kit import headings
from handlers.kit.encodings import decoded
from handlers.kit.file_faults import FileFault, UnreadFile
from handlers.kit.headings import Column

HEADINGS = 20  # rows among which the headings are looked for, below a title

_SAMPLE, _COLUMNS = 200, 100  # rows, and the first columns of them, that show what separates the columns
_SHOWS = 64_000  # signs that show it
_EXAMPLES = 5  # words
_SEPARATORS = ",;\t|"
# The line that Excel takes and writes; what is saved again may have it in quotation marks.
_SEPARATOR_SAID = re.compile(r'"?sep=([,;\t|])"?[,;\t|]*(?:\r\n|\r|\n)', re.IGNORECASE)
_DIGITS = re.compile(r"(?:\d\D{0,3}){6}")  # what has fewer is no telephone number that a file would list
# What files begin with that are no CSV, whatever they are called: XLSX, ODS and all ZIP; XLS; XML of Excel 2003.
_WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"<?xml")
_END = "\x00"  # stands in no text
_WEB_PAGES = (b"<!doctype html", b"<html", b"<head", b"<meta", b"<table", b"<body", b"<div")
_DOCUMENTS = (b"%pdf-", b"{\\rtf")
_LETTERS = re.compile(r"\w*[^\W\d_a-zA-Z]\w*")  # a word with a letter beyond ASCII


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of a file, as they stand there.

    Where its encoding had to be found out, `code_page` is how people know it, and `letters` are words that show whether
    it is the right one; "" and none where it is certain. `saved_anew` is None where no headings stand
    beside each other.
    """

    rows: Sequence[Sequence[str]]
    code_page: str = ""
    letters: Sequence[str] = ()
    saved_anew: "SavedAnew | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedAnew:
    """How a table was saved by a program that separates columns by something else, and so took a row for one cell.

    `every` row is in quotation marks, and not only one that has some, or what may separate columns, within it.
    `trails`: what separates the columns of that program stands after each row.
    """

    separator: str
    every: bool
    trails: bool

    def apart(self, row: list[str]) -> list[str]:
        """The cells of a row. Raises UnreadFile."""
        others = _SEPARATORS.replace(self.separator, "")
        bare = [*row[:-1], _trailing(self.separator).sub("", row[-1])] if self.trails and row else row
        if len(bare) != 1 or self.separator not in bare[0] or not (self.every or set(others + '"') & set(bare[0])):
            return bare
        found = _parsed(bare[0], self.separator)
        return found[0] if len(found) == 1 else bare


def rows(content: bytes) -> Rows:
    """Read the rows of a CSV. Raises UnreadFile."""
    begins = content[:_SAMPLE].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.startswith(_WORKBOOKS) or begins.startswith(_WORKBOOKS[-1]):
        raise UnreadFile(FileFault.WORKBOOK)
    if begins.startswith(_WEB_PAGES):
        raise UnreadFile(FileFault.WEB_PAGE)
    file = None if begins.startswith(_DOCUMENTS) else decoded(content)
    if file is None:
        raise UnreadFile(FileFault.NO_TEXT)
    letters = dict.fromkeys(_LETTERS.findall(file.text)) if file.code_page else ()
    found, anew = _rows(file.text)
    return Rows(rows=found, code_page=file.code_page, letters=list(islice(letters, _EXAMPLES)), saved_anew=anew)


def _rows(text: str) -> tuple[list[list[str]], SavedAnew | None]:
    separator, skipped = begin(text)
    *found, last = _parsed(f"{text[skipped:]}\n{_END}", separator)
    if last != [_END]:  # a quotation mark has no end, and all after it would be one cell
        raise UnreadFile(FileFault.NO_TABLE)
    anew = _saved_anew(found, separator)
    return list(map(anew.apart, found)) if anew else found, anew


def begin(text: str) -> tuple[str, int]:
    """What separates the columns of a text, and how many signs the line has that says so; 0 where none does."""
    said = _SEPARATOR_SAID.match(text)
    return (said[1], said.end()) if said else (_separator(text[:_SHOWS]), 0)


def _separator(text: str) -> str:
    """What makes the soundest table of the text: with headings, rows of one width, and numbers alone in their cells."""
    tables = {separator: _first_rows(text, separator) for separator in _SEPARATORS}
    sound = {separator: (_has_headings(table), _as_wide(table)) for separator, table in tables.items()}
    best = [separator for separator in _SEPARATORS if sound[separator] == max(sound.values())]
    return best[0] if len(best) == 1 else max(best, key=lambda separator: _numbers_alone(tables[separator]))


def _first_rows(text: str, separator: str) -> list[list[str]]:
    try:
        found = _parsed(text, separator)[:_SAMPLE]
        anew = _saved_anew(found, separator)
        return [row[:_COLUMNS] for row in (map(anew.apart, found) if anew else found) if any(row)]
    except UnreadFile:
        return []


def _parsed(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise UnreadFile(FileFault.NO_TABLE) from None


def _saved_anew(table: list[list[str]], separator: str) -> SavedAnew | None:
    """How the table was saved anew; None where there are no headings beside each other."""
    for head in table[:HEADINGS]:
        trails = bool(head) and _trailing(separator).search(head[-1]) is not None
        anew = SavedAnew(separator=separator, every=len(head) == 1, trails=trails)
        if _has_headings([anew.apart(head)]):
            return anew
    return None


def _trailing(separator: str) -> re.Pattern[str]:
    """What may separate columns, other than this, at the end of a row, with the empty cells that it divides."""
    return re.compile(rf'(?:[{_SEPARATORS.replace(separator, "")}](?:"")?){{1,100}}$')


def _has_headings(table: Sequence[Sequence[str]]) -> bool:
    """Whether there are several headings beside each other, and one of them is of numbers."""
    return any(
        sum(map(bool, row)) > 1 and {Column.NUMBER, Column.FIRST} & headings.columns(row).keys()
        for row in table[:HEADINGS]
    )


def _as_wide(table: Sequence[Sequence[str]]) -> int:
    """How many rows are as wide as most of them; none where there is nothing beside each other."""
    widths = Counter(map(len, table))
    width, times = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return times if width > 1 else 0


def _numbers_alone(table: Sequence[Sequence[str]]) -> int:
    """How many of the first cells can be a telephone number, with nothing beside it that could be another cell."""
    cells = (cell for row in table[:HEADINGS] for cell in row)
    return sum(_DIGITS.search(cell) is not None and not set(_SEPARATORS) & set(cell) for cell in cells)

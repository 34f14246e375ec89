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
    it is the right one; "" and none where it is certain.
    """

    rows: Sequence[Sequence[str]]
    code_page: str = ""
    letters: Sequence[str] = ()


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
    return Rows(rows=_rows(file.text), code_page=file.code_page, letters=list(islice(letters, _EXAMPLES)))


def _rows(text: str) -> list[list[str]]:
    separator, skipped = begin(text)
    *found, last = _parsed(f"{text[skipped:]}\n{_END}", separator)
    if last != [_END]:  # a quotation mark has no end, and all after it would be one cell
        raise UnreadFile(FileFault.NO_TABLE)
    return found


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
        return [row[:_COLUMNS] for row in _parsed(text, separator)[:_SAMPLE] if any(row)]
    except UnreadFile:
        return []


def _parsed(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise UnreadFile(FileFault.NO_TABLE) from None


def _has_headings(table: Sequence[Sequence[str]]) -> bool:
    """Whether there are several headings beside each other, and one of them is of numbers."""
    return any(
        len(row) > 1 and {Column.NUMBER, Column.FIRST} & headings.columns(row).keys() for row in table[:HEADINGS]
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

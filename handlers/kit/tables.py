"""Files with tables: written so that a spreadsheet takes them for what they are, and read as somebody gave them."""

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import partial
from itertools import dropwhile

from handlers.kit.telephone import spans
from store.folding import unaccented

_SAMPLE, _COLUMNS = 200, 100  # rows that show which of the first columns the numbers are in
_HEADINGS = 20  # rows among which the headings are looked for, below a title
_SHOWS = 64_000  # signs that show what separates the columns
_HEAD = 4_000  # bytes that show how a text without a mark is encoded
_SEPARATORS = ",;\t|"
_SEPARATOR_SAID = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)  # the line that Excel takes and writes
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # what XLSX, ODS and XLS begin with
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
# What a column of numbers is called by our own files and cards, by carriers and by people, in both languages.
_NUMBERS = {
    *("number", "numbers", "e164", "did", "dids", "tn", "tns", "phone", "phones", "phonenumber", "phonenumbers"),
    *("telephone", "telephonenumber", "telephonenumbers", "telnumber", "servicenumber", "servicenumbers"),
    *("numero", "numeros", "numerodetelephone", "numerosdetelephone", "numerodeservice", "tel", "sda"),
}

# Where a spreadsheet takes ; or a tab for what separates columns, a cell may begin in the middle of ours: after one of
# them or a line's end, and a quotation mark that it takes for its own.
_BEGINS_ELSEWHERE = re.compile(r'([;\t\r\n])(?="*[=+\-@])')


def safe(cell: str) -> str:
    """A cell in which no spreadsheet finds a formula: what would begin one is told to be text by a quote before it."""
    marked = _BEGINS_ELSEWHERE.sub(r"\1'", cell)
    return f"'{marked}" if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else marked


class FileFault(StrEnum):
    """Why a file is no table of numbers. The value is the key of the message that says so, and what to do."""

    WORKBOOK = "file-workbook"
    NO_TEXT = "file-no-text"
    NO_TABLE = "file-no-table"
    WHICH_COLUMN = "file-which-column"


class UnreadFile(Exception):
    """A file cannot be read, or only in several ways."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault)
        self.fault = fault


def table(content: bytes) -> list[list[str]]:
    """The rows of a CSV, whatever separates its columns and however it is encoded. Raises UnreadFile."""
    text = _decoded(content)
    said = _SEPARATOR_SAID.match(text)
    if said:
        return _parsed(text[said.end() :], said[1])
    return _parsed(text, max(_SEPARATORS, key=partial(_soundness, text[:_SHOWS])))


def column(rows: Sequence[Sequence[str]], country: str) -> list[str]:
    """The cells of the column that has the numbers, without what stands above them. Raises UnreadFile.

    It is the one whose heading says so, else the only one with several different numbers. One that has the same number
    in every row, such as an account's, is not meant.
    """
    named = numbers_named(rows)
    chosen = named[1] if named else _only(rows, country)
    return list(dropwhile(_is_heading, (row[chosen] for row in rows if chosen < len(row))))


def numbers_named(rows: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """The row with the headings, and the only column that is called after numbers there; None where there is none."""
    for at, row in enumerate(rows[:_HEADINGS]):
        found = [column for column, cell in enumerate(row[:_COLUMNS]) if _heading(cell) in _NUMBERS]
        if found:
            return (at, found[0]) if len(found) == 1 else None
    return None


def _decoded(content: bytes) -> str:
    """The text of a file. Only UTF-8 and what says so of itself is certain; else it is what Windows writes."""
    if content.startswith((_ZIP, _OLE)):
        raise UnreadFile(FileFault.WORKBOOK)
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _BINARY.search(text):
            return text.removeprefix("\ufeff")
    raise UnreadFile(FileFault.NO_TEXT)


def _encodings(content: bytes) -> Iterator[str]:
    # The mark of UTF-32 begins with that of UTF-16.
    marks = {b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
    yield from (encoding for mark, encoding in marks.items() if content.startswith(mark))
    # Without a mark: what is of ASCII has a zero in half, or three quarters, of its bytes.
    noughts = [content[at:_HEAD:4].count(0) * 4 > len(content[:_HEAD]) * 0.8 for at in range(4)]
    match noughts:
        case [False, True, True, True]:
            yield "utf-32-le"
        case [True, True, True, False]:
            yield "utf-32-be"
        case [False, True, False, True]:
            yield "utf-16-le"
        case [True, False, True, False]:
            yield "utf-16-be"
    yield from ("utf-8", "cp1252")


def _parsed(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise UnreadFile(FileFault.NO_TABLE) from None


def _soundness(text: str, separator: str) -> int:
    """How many of the first rows are as wide as most of them; none where there is nothing beside each other."""
    try:
        rows = _parsed(text, separator)
    except UnreadFile:
        return 0
    widths = Counter(len(row) for row in rows[:_SAMPLE] if any(row))
    width, times = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return times if width > 1 else 0


def _only(rows: Sequence[Sequence[str]], country: str) -> int:
    """The only column with several different numbers; where there is none, the first with any."""
    found: dict[int, set[int]] = defaultdict(set)
    for row in rows[:_SAMPLE]:
        for at, cell in enumerate(row[:_COLUMNS]):
            meant = [span for _, span in spans(cell, country)]
            found[at].update(span.start for span in meant if isinstance(span, range))
    with_any = sorted(at for at, numbers in found.items() if numbers)
    with_several = [at for at in with_any if len(found[at]) > 1]
    chosen = with_several or with_any
    if len(chosen) > 1:
        raise UnreadFile(FileFault.WHICH_COLUMN)
    return chosen[0] if chosen else 0


def _heading(cell: str) -> str:
    """A heading as it is compared: in small letters, without marks, accents and spaces."""
    return "".join(filter(str.isalnum, unaccented(cell)))


def _is_heading(cell: str) -> bool:
    """Whether this is a word over the numbers. What Excel made of a number, such as 1.20656E+10, is none."""
    return not cell.strip() or (any(map(str.isalpha, cell)) and sum(map(str.isdecimal, cell)) < 4)

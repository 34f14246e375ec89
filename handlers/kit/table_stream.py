"""Tables too long for memory: laid out by their first rows, then read row by row."""

import codecs
import csv
import io
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO, TextIO

from handlers.kit.encodings import decoded
from handlers.kit.file_faults import FileFault, UnreadFile
from handlers.kit.headings import Column
from handlers.kit.rows import SavedAnew, begin, rows
from handlers.kit.tables import Layout, Row, layout_of, row_of, told_of
from handlers.kit.understood import Understood

_HEAD = 256_000  # bytes that show how a table is laid out
_AT_A_TIME = 1_000_000  # bytes
_END = "\x00"  # stands in no text


@dataclass(frozen=True, slots=True, kw_only=True)
class LongTable:
    """A table whose rows are still in its file, which must be seekable and stay open."""

    understood: Understood
    layout: Layout
    country: str
    said_country: bool  # of all its numbers, by who gave it
    encoding: str
    separator: str
    skipped: int  # signs before the first row: the line that says the separator
    saved_anew: SavedAnew | None
    file: BinaryIO

    def lines(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows below the headings with the number of each, as a spreadsheet counts them. Raises UnreadFile."""
        self.file.seek(0)
        text = io.TextIOWrapper(self.file, self.encoding, newline="")
        table = csv.reader(_whole_lines(text, self.skipped), delimiter=self.separator)
        last: Sequence[str] = ()
        try:
            for number, cells in enumerate(table, 1):
                if number > self.layout.begin + 1 and last != [_END]:
                    yield number - 1, last
                last = self.saved_anew.apart(cells) if self.saved_anew else cells
        except csv.Error:
            raise UnreadFile(FileFault.NO_TABLE) from None
        except UnicodeDecodeError:
            raise UnreadFile(FileFault.NO_TEXT) from None
        finally:
            text.detach()  # or it would close the file with itself
        if last != [_END]:  # a quotation mark has no end, and all after it would be one cell
            raise UnreadFile(FileFault.NO_TABLE)

    def position(self) -> int:
        """How many bytes of the file are read."""
        return self.file.tell()

    def row(self, cells: Sequence[str]) -> Row:
        """What a row names, and what its other columns say."""
        return row_of(cells, self.layout, self.country, said_country=self.said_country)

    def without_file(self) -> "LongTable":
        """The same for another process, which is handed the cells."""
        return replace(self, file=None)  # type: ignore[arg-type] # it reads no lines


def open_table(
    file: BinaryIO, country: str, reads: Collection[Column], *, said_country: bool = False
) -> LongTable | None:
    """How a table is laid out, by its first rows; `said_country`: who gave it said that its numbers are there.

    None: there are no numbers in it. Raises UnreadFile.
    """
    head = _head(file)
    first = rows(head)
    layout = layout_of(first.rows, country, reads)
    if layout is None:
        return None
    encoding = _encoding(file, head)
    separator, skipped = begin(head.decode(encoding))
    return LongTable(
        understood=told_of(first, layout, country, said_country=said_country),
        layout=layout,
        country=country,
        said_country=said_country,
        encoding=encoding,
        separator=separator,
        skipped=skipped,
        saved_anew=first.saved_anew,
        file=file,
    )


def _head(file: BinaryIO) -> bytes:
    """The first lines of the file, as many as show how it is laid out; whole ones, where there are several."""
    file.seek(0)
    head = file.read(_HEAD)
    if not head.strip():
        raise UnreadFile(FileFault.EMPTY)
    if len(head) < _HEAD:
        return head
    cut = head.rfind(b"\n") + 1
    # In UTF-16 and UTF-32 a line ends with more bytes than one.
    return head[: cut + (-cut) % 4] if cut else head


def _encoding(file: BinaryIO, head: bytes) -> str:
    """The encoding of the whole file, of which the head alone may be plain ASCII. Raises UnreadFile."""
    found = decoded(head)
    if found is None:
        raise UnreadFile(FileFault.NO_TEXT)
    if found.encoding != "utf-8":
        return found.encoding
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    while some := file.read(_AT_A_TIME):
        try:
            decoder.decode(some)
        except UnicodeDecodeError:
            further = decoded(some)
            if further is None or further.encoding.startswith("utf"):
                raise UnreadFile(FileFault.NO_TEXT) from None
            return further.encoding
    return "utf-8"


def _whole_lines(text: TextIO, skipped: int) -> Iterator[str]:
    """The lines of the text with their ends, and a row of ours after the last."""
    for at, line in enumerate(text):
        said = line.removeprefix("\ufeff")[skipped:] if at == 0 else line
        if said:
            yield said
    yield _END

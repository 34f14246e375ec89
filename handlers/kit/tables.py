"""Tables of numbers as somebody gave them: each row with what it names, and what the table was taken for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from handlers.kit import headings
from handlers.kit.file_faults import FileFault, UnreadFile
from handlers.kit.headings import Column
from handlers.kit.normalization import normalized
from handlers.kit.number_reading import Unread
from handlers.kit.read_as import ReadAs, of_span
from handlers.kit.row_places import country_in, with_area
from handlers.kit.row_ranges import RowFault, another_count, between, so_many_from
from handlers.kit.rows import HEADINGS, Rows, rows
from handlers.kit.telephone import spans
from handlers.kit.understood import Understood, Why, some_cells, some_lines, some_names

_SAMPLE, _COLUMNS = 200, 100  # rows that show which of the first columns have numbers
_DIGITS = 6  # of a cell that was meant as a telephone number

_Cells = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: what it names numbers with, where these are, and what its other columns say.

    `said_country`: it says itself where they are; `by_calling_code`: by a code alone that countries may share.
    """

    said: str
    country: str
    said_country: bool = False
    by_calling_code: bool = False
    cells: Mapping[Column, str] = field(default_factory=dict)
    fault: RowFault | None = None

    def spans(self, *, beyond_plan: bool = False) -> Iterator[tuple[str, range | Unread | RowFault]]:
        """What the row says, each with the numbers that it means, without their "+"; `beyond_plan` as in a list."""
        if self.fault not in (None, RowFault.COUNTRY):
            yield self.said, self.fault
            return
        found = list(spans(self.said, self.country, beyond_plan=beyond_plan, said_country=self.said_country))
        if not found and self.said.strip():
            found = [(self.said.strip(), Unread.NOT_A_NUMBER)]  # signs that no number has, and nothing else
        for said, span in found:
            # What names its country itself can be read, whatever the row says of that.
            yield said, self.fault if self.fault and isinstance(span, Unread) else span


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows that name numbers, or should, and what was understood of them."""

    rows: Sequence[Row]
    understood: Understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where in a table what stands.

    `numbers` is one column, or two: the first and the last of ranges, or the first and how many there are. Rows
    begin at `begin`; `head` has the headings, () where there are none.
    """

    numbers: Sequence[int]
    why: Why
    begin: int
    head: _Cells = ()
    others: Mapping[Column, int] = field(default_factory=dict)


def read(content: bytes, country: str, reads: Collection[Column]) -> Table | None:
    """Read the table of a CSV: the columns by their headings, each number in its row's country, else in `country`.

    `reads` are the columns that are of use beside the numbers. None: there are no numbers in it. Raises UnreadFile.
    """
    file = rows(content)
    layout = layout_of(file.rows, country, reads)
    if layout is None:
        return None
    found = [row_of(cells, layout, country) for cells in file.rows[layout.begin :]]
    return Table(rows=[row for row in found if row.said], understood=told_of(file, layout, country))


def layout_of(table: Sequence[_Cells], country: str, reads: Collection[Column]) -> Layout | None:
    """Where in a table what stands. None: there are no numbers in it. Raises UnreadFile."""
    return _by_headings(table, country, reads) or _without_headings(table, country)


def _by_headings(table: Sequence[_Cells], country: str, reads: Collection[Column]) -> Layout | None:
    """The layout that headings say. None: none of them is of numbers."""
    named = [headings.columns(row[:_COLUMNS]) for row in table[:HEADINGS]]
    # A title may be a word for numbers, too: of several rows with such words the one with most headings is meant.
    at = max(range(len(named)), key=lambda row: (len(named[row]), sum(map(bool, table[row]))), default=-1)
    places = named[at] if named else {}
    head, below = (table[at] if named else ()), table[at + 1 :]
    ways: list[tuple[int, ...]] = [(number,) for number in places.get(Column.NUMBER, ())]
    homes = [_home(row, places.get(Column.COUNTRY, ()), country) for row in below[:_SAMPLE]]
    firsts, lasts, counts = (places.get(each, ()) for each in (Column.FIRST, Column.LAST, Column.COUNT))
    ends = [at for at in (*firsts, *lasts) if _has_numbers(below, at, homes)]
    if firsts and (lasts or counts):
        # An end of one number may be left out everywhere.
        ways += product((at for at in firsts if at in ends), lasts or counts)
    elif ends and not ways:
        raise UnreadFile(FileFault.ONE_END, *(_name(head, at) for at in ends))
    if len(ways) > 1:
        ways = [way for way in ways if _has_numbers(below, way[0], homes)] or ways
    if len(ways) > 1:
        raise UnreadFile(FileFault.WHICH_COLUMN, *(_name(head, each) for way in ways for each in way))
    if not ways:
        return None
    why = Why.HEADING if len(ways[0]) == 1 else Why.RANGES if lasts else Why.COUNTED
    read_too = {*reads, Column.AREA, *([] if why is Why.COUNTED else [Column.COUNT])}
    others = {column: _filled(below, head, found) for column, found in places.items() if column in read_too}
    return Layout(numbers=ways[0], why=why, begin=at + 1, head=head, others=others)


def _filled(table: Sequence[_Cells], head: _Cells, places: Sequence[int]) -> int:
    """The only one of columns with one meaning that says something; the first where none does. Raises UnreadFile."""
    filled = [at for at in places if any(_cell(row, at) for row in table)] if len(places) > 1 else places
    if len(filled) > 1:
        raise UnreadFile(FileFault.SAME_HEADINGS, *(_name(head, at) for at in filled))
    return filled[0] if filled else places[0]


def _without_headings(table: Sequence[_Cells], country: str) -> Layout | None:
    """The layout of a table where no heading is of numbers: nothing but them, or one column of them. Raises UnreadFile.

    None: there are no numbers.
    """
    used = _used(table)
    # Where there is no number, what looks like some is told to be none.
    with_numbers = [at for at in used if _has_numbers(table, at, [country] * _SAMPLE)] or [
        at for at in used if any(map(_looks_like_number, (_cell(row, at) for row in table[:_SAMPLE])))
    ]
    if not with_numbers:
        return None
    if len(with_numbers) > 1:
        raise UnreadFile(FileFault.WHICH_COLUMN, *(_name(_head(table), at) for at in with_numbers))
    number = with_numbers[0]
    begin = next(at for at, row in enumerate(table) if not _is_words(_cell(row, number)))
    head = next((row for row in table[:begin] if sum(map(bool, map(str.strip, row))) > 1), ())
    below = filter(None, (_cell(row, number) for row in table[begin : begin + _SAMPLE]))
    if not head and begin and _cell(table[begin - 1], number) and any("+" not in normalized(cell) for cell in below):
        head = table[begin - 1]  # a title has an empty line below it
    if head:
        # Numbers of accounts and orders look like those of telephones: what their column is called is not known.
        raise UnreadFile(FileFault.UNKNOWN_HEADINGS, *(_name(head, at) for at in used))
    return Layout(numbers=(number,), why=Why.ALONE if len(used) == 1 else Why.ONLY_NUMBERS, begin=begin)


def _home(row: _Cells, places: Sequence[int], country: str) -> str:
    """Where the numbers of a row are: in the country that it says, if there is one, else in this."""
    said = filter(None, (country_in(_cell(row, at)) for at in places if _cell(row, at)))
    return next((each.country for each in said), country)


def _has_numbers(table: Sequence[_Cells], at: int, homes: Sequence[str]) -> bool:
    """Whether a column has numbers, what may be several, or what a spreadsheet made of some; each in its row's home."""
    cells = ((_cell(row, at), home) for row, home in zip(table, homes, strict=False))
    found = (span for cell, home in cells for _, span in spans(cell, home))
    return any(isinstance(span, range) or span in (Unread.SPOILT, Unread.AMBIGUOUS) for span in found)


def _looks_like_number(cell: str) -> bool:
    return not _is_words(cell) and sum(map(str.isdecimal, cell)) >= _DIGITS


def row_of(cells: _Cells, layout: Layout, country: str, *, said_country: bool = False) -> Row:
    """What a row names, and what its other columns say; `said_country`: `country` was said of all of them."""
    others = {column: _cell(cells, at) for column, at in layout.others.items()}
    named = others.get(Column.COUNTRY, "")
    its_own = country_in(named) if named else None
    home = its_own.country if its_own else "" if named else country
    fault = RowFault.COUNTRY if named and not its_own else None
    said_country = its_own is not None if named else said_country
    said = " \N{EN DASH} ".join(filter(None, (_cell(cells, at) for at in layout.numbers)))
    if layout.head and any(map(str.strip, cells[len(layout.head) :])):
        fault = RowFault.CELLS
    elif len(layout.numbers) > 1 and said:
        first, other = (_cell(cells, at) for at in layout.numbers)
        if layout.why is Why.COUNTED:
            named, wrong = so_many_from(first, other, home, said_country=said_country)
        else:
            named, wrong = between(first, other, home, said_country=said_country)
        said, fault = (said, wrong) if wrong else (named, fault)
    elif said and others.get(Column.AREA):
        together = with_area(others[Column.AREA], said, home)
        said, fault = (together, fault) if together else (said, RowFault.AREA)
    if said and not fault and any(map(str.isdecimal, others.get(Column.COUNT, ""))):
        fault = another_count(others[Column.COUNT], said, home)
    return Row(
        said=said,
        country=home,
        said_country=said_country,
        by_calling_code=its_own is not None and its_own.by_calling_code,
        cells=others,
        fault=fault,
    )


def told_of(file: Rows, layout: Layout, country: str, *, said_country: bool = False) -> Understood:
    """What the table was taken for, with some of the cells that were completed in the country."""
    numbers, others = layout.numbers, layout.others.values()
    used = _used(file.rows[layout.begin :])
    lines = [
        line
        for line, row in enumerate(file.rows, 1)
        if row is not layout.head
        and any(map(str.strip, row))
        and (line <= layout.begin or not any(_cell(row, at) for at in numbers))
    ]
    return Understood(
        why=layout.why,
        numbers=some_names(_name(layout.head, at) for at in numbers),
        also=some_names(_name(layout.head, at) for at in others),
        columns_unread=some_names(_name(layout.head, at) for at in used if at not in {*numbers, *others}),
        lines_unread=some_lines(lines),
        cells=some_cells(_completed(file.rows[layout.begin : layout.begin + _SAMPLE], layout, country, said_country)),
        code_page=file.code_page,
        letters=file.letters,
    )


def _completed(table: Sequence[_Cells], layout: Layout, country: str, said_country: bool) -> Iterator[ReadAs]:
    """What cells were read as that do not say their numbers as they are."""
    for cells in table:
        for said, span in row_of(cells, layout, country, said_country=said_country).spans():
            if seen := of_span(said, span):
                yield seen


def _used(table: Sequence[_Cells]) -> list[int]:
    """The columns that say something; of many the first."""
    width = max(map(len, table), default=0)
    return [at for at in range(min(width, _COLUMNS)) if any(_cell(row, at) for row in table)]


def _cell(row: _Cells, at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _name(head: _Cells, at: int) -> str | int:
    """What a column is called; its place, from 1, where it has no heading."""
    return _cell(head, at) or at + 1


def _head(table: Sequence[_Cells]) -> _Cells:
    """The first row that says something, if it has words alone."""
    first = next((row for row in table if any(map(str.strip, row))), ())
    return first if all(map(_is_words, first)) else ()


def _is_words(cell: str) -> bool:
    """Whether this is words over numbers. What a spreadsheet made of a number, such as 1.20656E+10, is none."""
    return not cell.strip() or (any(map(str.isalpha, cell)) and sum(map(str.isdecimal, cell)) < 4)

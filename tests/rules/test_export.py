"""A file of the record opens in a spreadsheet as it was written, and nothing in it runs."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.kit.cells import safe
from handlers.record.log import COLUMNS
from store.folding import seen
from tests.table import table

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a cell may begin with that a spreadsheet would run
FORMULA = ("=", "+", "-", "@")
SEPARATORS = pytest.mark.parametrize("separator", [",", ";", "\t"])
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@table(
    "cell",
    [
        pytest.param("=HYPERLINK(A1)", id="a formula"),
        pytest.param("+12065550100", id="a number's plus"),
        pytest.param("-1+1", id="a minus"),
        pytest.param("@SUM(A1)", id="an at"),
        pytest.param("\t1+1", id="a tab"),
        pytest.param("\r1+1", id="a carriage's return"),
        pytest.param("\n1+1", id="a line's end"),
        pytest.param("=", id="nothing but the sign"),
    ],
)
def test_what_a_spreadsheet_would_run_is_told_to_be_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@table(
    ("cell", "told"),
    [
        pytest.param("note;=HYPERLINK(A1)", "note;'=HYPERLINK(A1)", id="after a semicolon"),
        pytest.param("note\t@SUM(A1)", "note\t'@SUM(A1)", id="after a tab"),
        pytest.param("note\r\n-1+1", "note\r\n'-1+1", id="after a line's end"),
        pytest.param("note\r+1", "note\r'+1", id="after a carriage's return"),
        pytest.param('note;"=1+1"', 'note;\'"=1+1"', id="in quotation marks of its own"),
        pytest.param("=1;=2;=3", "'=1;'=2;'=3", id="one after the other"),
        pytest.param("\t=1+1", "'\t'=1+1", id="a tab first"),
    ],
)
def test_what_a_spreadsheet_would_run_in_the_middle_is_told_to_be_text(cell: str, told: str) -> None:
    assert safe(cell) == told


@table(
    "cell",
    [
        pytest.param("", id="nothing"),
        pytest.param("Ada", id="a name"),
        pytest.param("Zoë & 佐藤", id="a name of elsewhere"),
        pytest.param("12", id="a number"),
        pytest.param("H-12", id="a hold, with a hyphen in it"),
        pytest.param('{"balance": "-1"}', id="JSON"),
        pytest.param("2025-03-04T14:22:00+00:00", id="a time"),
        pytest.param("'=1+1", id="what is text already"),
        pytest.param(" =1+1", id="a space first"),
        pytest.param("a; b, c;d", id="separators and words"),
        pytest.param("1,=2", id="a comma, for what has one is put in quotation marks"),
    ],
)
def test_all_else_is_as_it_was(cell: str) -> None:
    assert safe(cell) == cell


ROWS = st.lists(st.tuples(*[CELLS] * len(COLUMNS)), max_size=5)
TRAPS = ('=1,"2"', "+\n", "-", "@", "\t", "\r", "\n", '"', "'", ",", "a\r\nb")
LATER_TRAPS = ("a;=1", "a,;=1", 'a;"=1+1"', 'a,b;"=1', "a\n=1", "a,\r\n@b", "a\t-1", ";;=", '";"=', "x;\t=1", ";")


@given(ROWS)
@example([TRAPS, LATER_TRAPS])
def test_a_written_file_is_read_as_it_was_but_for_the_quotes(rows: list[tuple[str, ...]]) -> None:
    cells = read(rows, ",")
    assert [[bare(cell) for cell in row] for row in cells] == [[bare(seen(cell)) for cell in row] for row in rows]
    assert not [cell for row in cells for cell in row if cell.startswith(RUNS)]


@SEPARATORS
@given(rows=ROWS | st.lists(st.tuples(*[st.text(';,\t\r\n"=+', max_size=8)] * len(COLUMNS)), max_size=3))
@example(rows=[TRAPS, LATER_TRAPS])
def test_no_cell_is_a_formula_whatever_separates_columns(rows: list[tuple[str, ...]], separator: str) -> None:
    assert not [cell for row in read(rows, separator) for cell in row if cell.startswith(FORMULA)]


def read(rows: list[tuple[str, ...]], separator: str) -> list[list[str]]:
    """What somebody reads of a file that we wrote who takes this for what separates columns."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([[safe(cell) for cell in row] for row in rows])
    file.seek(0)
    return list(csv.reader(file, delimiter=separator))


def bare(cell: str) -> str:
    """A cell without the quotes that tell something in it to be text."""
    inner = re.sub(r"""([;\t\r\n])'(?="*[=+\-@])""", r"\1", cell)
    return inner[1:] if inner.startswith("'") and inner[1:].startswith(RUNS) else inner

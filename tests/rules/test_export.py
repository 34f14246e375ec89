"""A file of the record opens in a spreadsheet as it was written, and nothing in it runs."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.log import COLUMNS, safe

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a cell may begin with that a spreadsheet would run
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("=HYPERLINK(A1)", id="a formula"),
        pytest.param("+12065550100", id="a number's plus"),
        pytest.param("-1+1", id="a minus"),
        pytest.param("@SUM(A1)", id="an at"),
        pytest.param("\t=1+1", id="a tab"),
        pytest.param("\r=1+1", id="a carriage's return"),
        pytest.param("\n=1+1", id="a line's end"),
        pytest.param("=", id="nothing but the sign"),
    ],
)
def test_what_a_spreadsheet_would_run_is_told_to_be_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize(
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
    ],
)
def test_all_else_is_as_it_was(cell: str) -> None:
    assert safe(cell) == cell


@given(st.lists(st.tuples(*[CELLS] * len(COLUMNS)), max_size=5))
@example([('=1,"2"', "+\n", "-", "@", "\t", "\r", "\n", '"', "'", ",", "a\r\nb")])
def test_a_written_file_is_read_as_it_was_but_for_the_quotes(rows: list[tuple[str, ...]]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([[safe(cell) for cell in row] for row in rows])
    file.seek(0)
    read = list(csv.reader(file))
    assert [[bare(cell) for cell in row] for row in read] == [[bare(cell) for cell in row] for row in rows]
    assert not [cell for row in read for cell in row if cell.startswith(RUNS)]


def bare(cell: str) -> str:
    """A cell without the quote that tells it to be text."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RUNS) else cell

"""Cells are written so that a spreadsheet leaves them what they are, and read as they were."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.kit.cells import bare, is_yes, safe, text
from store.folding import kept
from tests.table import table

TAKEN = (
    *("007", "1E5", "1.5", "3/4", "1-2", "12:30", "$5", "50 %", "(5)", "+12065550100", "=1+1", "@a", "-1"),
    *("March 4", "MAR1", "Sept-2", "4 mars", "août 2026", "Déc. 24", "true", "VRAI", "Wahr", "'quoted", "#1"),
)
LEFT = ("Sales", "Ventes à Zürich", "Contoso 7", "Room 101", "H-12", "Marketing", "Mayor", "Auto attendant", "a;b", "")


@table("name", TAKEN)
def test_what_a_spreadsheet_would_take_for_something_else_is_marked_as_text(name: str) -> None:
    assert text(name) == f"'{name}"


@table("name", LEFT)
def test_what_it_takes_for_text_is_as_it_was(name: str) -> None:
    assert text(name) == name


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(kept) | st.sampled_from(TAKEN + LEFT))
@example("'=1")
@example('="x"')
@example("a;=1")
def test_a_name_is_read_as_it_was_before_it_was_written(name: str) -> None:
    assert bare(text(name)) == name


@table(
    ("cell", "said"),
    [
        ("'+12065550100", "+12065550100"),
        ('="+12065550100"', "+12065550100"),
        ('="a""b"', 'a"b'),
        (" a ", "a"),
        ("'a", "'a"),
    ],
)
def test_the_ways_of_spreadsheets_to_keep_a_text_are_read(cell: str, said: str) -> None:
    assert bare(cell) == said


@pytest.mark.parametrize("write", [safe, text])
def test_no_cell_begins_as_a_formula(write: object) -> None:
    assert callable(write)
    assert not [name for name in TAKEN if str(write(name)).startswith(("=", "+", "-", "@"))]


YES = ("yes", "Y", "TRUE", "1", "x", "X", "oui", "Vrai", "WAHR", "ja", "j", "verdadero", "✓", "default", "'TRUE")
NO = ("no", "N", "FALSE", "0", "non", "FAUX", "falsch", "nein", "-", "\N{EN DASH}", "")


@table("said", YES)
def test_yes_is_read_in_the_languages_of_spreadsheets(said: str) -> None:
    assert is_yes(said) is True


@table("said", NO)
def test_no_is_read_in_them_too(said: str) -> None:
    assert is_yes(said) is False


@table("said", ["perhaps", "2", "?", "bridge"])
def test_what_is_neither_is_neither(said: str) -> None:
    assert is_yes(said) is None

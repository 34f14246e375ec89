"""Which numbers of a hold a member means: by picking, by writing ranges, by naming the others."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.holds.selection import Selection, chosen, in_ranges
from handlers.holds.views.choose import ALL, EXCEPT, FIND, NUMBERS, ONLY, RANGES, WHICH
from handlers.kit.blocks import pretty
from handlers.kit.words import BadField
from store.types import E164
from tests.table import table


def seattle(*last: int) -> set[E164]:
    return {E164(f"+1206555{number:04}") for number in last}


HELD = sorted(seattle(*range(100, 200)))
PARIS = [E164(f"+33199000{number:03}") for number in range(200)]
ONE, TWO, THREE = HELD[:3]


@table(
    ("written", "named"),
    [
        pytest.param("", seattle(), id="nothing"),
        pytest.param(" , ;-\n", seattle(), id="nothing but what stands between"),
        pytest.param("+12065550100", seattle(100), id="a number as it is stored"),
        pytest.param("+1 206-555-0100", seattle(100), id="a number as it is shown"),
        pytest.param("+1 (206) 555.0100", seattle(100), id="a number with other marks"),
        pytest.param("206 555 0100", seattle(100), id="a number without its country's code"),
        pytest.param("0100", seattle(100), id="the last digits"),
        pytest.param("+1 206 555 0100-0149, 0160", seattle(*range(100, 150), 160), id="as in the hint"),
        pytest.param("+1 206 555 0100-0149, +1 206 555 0160", seattle(*range(100, 150), 160), id="with whole numbers"),
        pytest.param("0100-0102", seattle(100, 101, 102), id="a range of last digits"),
        pytest.param("0100 - 0102", seattle(100, 101, 102), id="with space around the hyphen"),
        pytest.param("0100–0102", seattle(100, 101, 102), id="with an en dash"),  # noqa: RUF001 (what people paste)
        pytest.param("0100 — 0102", seattle(100, 101, 102), id="with an em dash"),
        pytest.param("0100‑0102", seattle(100, 101, 102), id="with a hyphen that does not break"),  # noqa: RUF001
        pytest.param("0100−0102", seattle(100, 101, 102), id="with a minus"),  # noqa: RUF001
        pytest.param("+1 206-555-0100-0102", seattle(100, 101, 102), id="from a number with hyphens"),
        pytest.param(
            "+1 206-555-0100 - +1 206-555-0102", seattle(100, 101, 102), id="between two numbers with hyphens"
        ),
        pytest.param("+1 206-555-0100-+1 206-555-0102", seattle(100, 101, 102), id="and no space between them"),
        pytest.param("206-555-0100 - 206-555-0102", seattle(100, 101, 102), id="and no country's code"),
        pytest.param("0100-2", seattle(100, 101, 102), id="the end by its last digit"),
        pytest.param("0100-0100", seattle(100), id="a range of one"),
        pytest.param("0100-", seattle(100), id="a range that does not end is its number"),
        pytest.param("0198-0250", seattle(198, 199), id="a range that ends outside the hold"),
        pytest.param("0100;0101\n0102", seattle(100, 101, 102), id="one below the other"),
        pytest.param("\u0660\u0661\u0660\u0660", seattle(100), id="in the digits of another script"),
        pytest.param("206 555 0100 to 0102", seattle(100, 101, 102), id="from one to another in words"),
        pytest.param("0100, 0100-0101, 0101", seattle(100, 101), id="the same more than once"),
    ],
)
def test_what_is_written_names_numbers_of_the_hold(written: str, named: set[E164]) -> None:
    assert in_ranges(written, HELD) == named


@table(
    ("written", "said"),
    [
        pytest.param("+1 206 555 0200", "+1 206 555 0200", id="a number outside the hold"),
        pytest.param("0100, 0300-0400", "0300-0400", id="a range outside the hold, after a good one"),
        pytest.param("0149-0100", "0149-0100", id="a range from its end to its beginning"),
        pytest.param("010", "010", id="digits that are in many numbers but end none"),
        pytest.param("0", "0", id="digits that end many numbers"),
        pytest.param("all", "all", id="words"),
        pytest.param("seattle-0102", "seattle-0102", id="a range from a word"),
        pytest.param("O100", "O100", id="a letter that looks like a digit"),
        pytest.param("+", "+", id="a plus alone"),
        pytest.param("\u0660\u0661\u0660", "010", id="digits of another script that end none"),
        pytest.param("+33 1 99 00 01 00-0102", "+33 1 99 00 01 00-0102", id="another country"),
        pytest.param("0100-0149" * 40, "0100-0149" * 8 + "0100-014…", id="far too many digits"),
    ],
)
def test_what_names_no_number_of_the_hold_is_said(written: str, said: str) -> None:
    with pytest.raises(BadField) as bad:
        in_ranges(written, HELD)
    assert (bad.value.field, bad.value.key, bad.value.values) == (RANGES, "acquire-bad-range", {"said": said})


def test_french_numbers_are_named_as_they_are_shown() -> None:
    first, last = PARIS[10], PARIS[19]
    assert in_ranges(f"{pretty(first)}-{pretty(last)[-2:]}", PARIS) == set(PARIS[10:20])
    assert in_ranges(f"{pretty(first)} - {pretty(last)}", PARIS) == set(PARIS[10:20])


@table("held", [HELD, PARIS], ids=["Seattle", "Paris"])
def test_every_number_is_named_by_how_it_is_shown(held: Sequence[E164]) -> None:
    assert all(in_ranges(pretty(e164), held) == {e164} for e164 in held)


@table(
    ("choice", "kept"),
    [
        pytest.param(Selection(field=NUMBERS, picked=(ONE, THREE)), [ONE, THREE], id="picked one by one"),
        pytest.param(Selection(field=NUMBERS, picked=(THREE, ONE, ONE)), [ONE, THREE], id="in the hold's order, once"),
        pytest.param(Selection(field=FIND, which=ALL), HELD, id="all"),
        pytest.param(Selection(field=FIND, which=ONLY, picked=(TWO,)), [TWO], id="only those found"),
        pytest.param(Selection(field=FIND, which=ONLY, ranges="0100-0101"), [ONE, TWO], id="only those written"),
        pytest.param(
            Selection(field=FIND, which=ONLY, picked=(THREE,), ranges="0100-0101"),
            [ONE, TWO, THREE],
            id="found or written",
        ),
        pytest.param(Selection(field=FIND, which=EXCEPT, ranges="0101-0199"), [ONE], id="all except those written"),
        pytest.param(Selection(field=FIND, which=EXCEPT, picked=(ONE,)), HELD[1:], id="all except the one found"),
        pytest.param(
            Selection(field=NUMBERS, picked=(ONE, PARIS[0])), [ONE], id="what is not in the hold counts for nothing"
        ),
    ],
)
def test_what_is_kept_of_a_hold(choice: Selection, kept: list[E164]) -> None:
    assert chosen(choice, HELD) == kept


@table(
    ("choice", "field", "key"),
    [
        pytest.param(Selection(field=NUMBERS), NUMBERS, "acquire-none", id="nothing is ticked"),
        pytest.param(Selection(field=NUMBERS, picked=(PARIS[0],)), NUMBERS, "acquire-none", id="only a foreign number"),
        pytest.param(Selection(field=FIND, which=ONLY), FIND, "acquire-which-none", id="only these, and none is named"),
        pytest.param(
            Selection(field=FIND, which=EXCEPT), FIND, "acquire-which-none", id="except these, and none is named"
        ),
        pytest.param(
            Selection(field=FIND, which=EXCEPT, ranges="0100-0199"), FIND, "acquire-none", id="all except all of them"
        ),
        pytest.param(
            Selection(field=FIND, which=ALL, picked=(ONE,)), WHICH, "acquire-all-but-some", id="all, and some are found"
        ),
        pytest.param(
            Selection(field=FIND, which=ALL, ranges="0100"),
            WHICH,
            "acquire-all-but-some",
            id="all, and some are written",
        ),
        pytest.param(Selection(field=FIND, which=ONLY, ranges="x"), RANGES, "acquire-bad-range", id="a bad range"),
    ],
)
def test_a_choice_that_cannot_be_meant_is_asked_again_at_its_field(choice: Selection, field: str, key: str) -> None:
    with pytest.raises(BadField) as bad:
        chosen(choice, HELD)
    assert (bad.value.field, bad.value.key) == (field, key)


@given(st.text("0123456789+-–, x\n", max_size=40) | st.text(max_size=40))  # noqa: RUF001 (what people paste)
def test_any_text_names_numbers_of_the_hold_or_is_refused(written: str) -> None:
    try:
        named = in_ranges(written, HELD)
    except BadField:
        return
    assert named <= set(HELD)

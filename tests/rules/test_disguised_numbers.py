"""Numbers in other signs, or as spreadsheets leave them, are the same numbers to all that reads them, or refused."""

from collections.abc import Callable

import phonenumbers
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from tests.rules.readers import read_by_all

REAL = [
    number
    for region in ("US", "GB", "DE", "FR", "IT", "SG", "JP", "BR", "ZA", "AU")
    if (number := phonenumbers.example_number_for_type(region, PhoneNumberType.FIXED_LINE))
]
ZEROS = [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10, 0x1D7CE, 0x1D7EC]  # of ten figures each
UNSEEN = st.sampled_from(["", "", "\u200b", "\u200e", "\u202a", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\u2067"])
SPACES = st.sampled_from(
    [" ", "\u00a0", "\u2009", "\u202f", "\u3000", "-", "\u2010", "\u2011", "\u2013", "\u2212", "."]
)
AROUND = st.sampled_from(
    [
        *(
            ("", ""),
            ('"', '"'),
            ("\u201c", "\u201d"),
            ("\u00ab\u00a0", "\u00a0\u00bb"),
            ("'", ""),
            ("\u2018", "\u2019"),
        ),
        *(("*", "*"), ("_", "_"), ("~", "~"), ("`", "`"), ("```", "```"), ("> ", ""), (":phone: ", ""), ("tel:", "")),
    ]
)
SPOILS: list[Callable[[str], str]] = [
    lambda digits: f"{digits}.0",
    lambda digits: f"{digits},00",
    lambda digits: f"{int(digits):.5E}",
    lambda digits: f"{int(digits):.5E}".replace(".", ","),
    lambda digits: f"{int(digits):,}",
]


@st.composite
def disguised(draw: st.DrawFn) -> tuple[str, str]:
    """A real number, and the same in other signs."""
    number = draw(st.sampled_from(REAL))
    style = draw(st.sampled_from([PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL]))
    zero, between = draw(st.sampled_from(ZEROS)), draw(SPACES)
    plus = draw(st.sampled_from(["+", "\uff0b", "00", "+00", "011"]))
    begin, end = draw(AROUND)
    text = phonenumbers.format_number(number, style).removeprefix("+")
    signs = (chr(zero + int(sign)) if sign.isdecimal() else between for sign in text)
    said = "".join(f"{sign}{draw(UNSEEN)}" for sign in signs)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164), f"{begin}{plus}{said}{end}"


def none_as_another(found: dict[str, str], meant: str, reasons: tuple[str, ...]) -> set[str]:
    """The readers that read something else, or refused it for what is not true."""
    return {name for name, number in found.items() if number not in (meant, *reasons)}


@settings(deadline=None, max_examples=60)
@given(disguised(), st.sampled_from(["US", "GB", "DE", "FR"]))
def test_a_number_in_other_signs_is_the_same_number_to_every_reader(pair: tuple[str, str], country: str) -> None:
    meant, said = pair
    # 011 and 00 are figures of a number, too, where somebody dials them at home: then both are asked about.
    assert none_as_another(read_by_all(said, country), meant, ("AMBIGUOUS",)) == set()


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(REAL), st.sampled_from(SPOILS), st.sampled_from(["US", "GB", "DE", "FR"]))
def test_what_a_spreadsheet_made_of_a_number_is_never_guessed(
    number: phonenumbers.PhoneNumber, spoil: Callable[[str], str], country: str
) -> None:
    said = spoil(phonenumbers.format_number(number, PhoneNumberFormat.E164).removeprefix("+"))
    assert none_as_another(read_by_all(said, country), "SPOILT", ()) == set()


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(REAL), st.sampled_from(["US", "GB", "DE", "FR", "SG"]))
def test_a_number_without_its_plus_is_that_number_or_asked_about(
    number: phonenumbers.PhoneNumber, country: str
) -> None:
    meant = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    assert none_as_another(read_by_all(meant.removeprefix("+"), country), meant, ("AMBIGUOUS",)) == set()

"""A list of numbers for a port order is read however it was written, and each number judged by itself."""

import time
from contextlib import suppress

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from handlers.kit import telephone
from handlers.kit.blocks import pretty
from handlers.ports import port_list
from handlers.ports.port_list import Bad, Listed, Portable, RefusedNumber, TooMany
from store.types import E164, Kind
from tests.table import table

FIRST, SECOND, THIRD = "+12065550100", "+12065550101", "+12065550102"
LONDON = "+442079460000"


def numbers(text: str, country: str = "US") -> list[str]:
    """The numbers of a list in which nothing is refused."""
    listed = port_list.read(text, country)
    assert not listed.refused
    return [number.e164 for number in listed.numbers]


def refusals(text: str, country: str = "US") -> list[tuple[str, Bad]]:
    return [(refused.said, refused.why) for refused in port_list.read(text, country).refused]


def run(first: str, last: str) -> list[str]:
    return [f"+{digits}" for digits in range(int(first), int(last) + 1)]


def portable(e164: str, country: str = "US", kind: Kind = Kind.TOLL) -> Portable:
    return Portable(e164=E164(e164), country=country, kind=kind)


@table(
    ("written", "country", "e164"),
    [
        pytest.param("+12065550100", "GB", FIRST, id="E.164"),
        pytest.param("+1 206-555-0100", "GB", FIRST, id="with dashes: no range"),
        pytest.param("+1 206.555.0100", "GB", FIRST, id="with dots"),
        pytest.param("(206) 555-0100", "US", FIRST, id="national"),
        pytest.param("206 - 555 - 0100", "US", FIRST, id="with dashes and spaces: no range"),
        pytest.param("1-206-555-0100", "US", FIRST, id="with the trunk prefix"),
        pytest.param("(+1) 206 555 0100", "GB", FIRST, id="the country's code in brackets"),
        pytest.param("+44 (0)20 7946 0000", "US", LONDON, id="a zero that is not dialled from abroad"),
        pytest.param("tel:+1-206-555-0100", "GB", FIRST, id="a tel: link"),
        pytest.param("<tel:+12065550100|+1 206 555 0100>", "GB", FIRST, id="as Slack links it"),
        pytest.param("<tel:+12065550100>", "GB", FIRST, id="as Slack links it without a label"),
        pytest.param("00 44 20 7946 0000", "DE", LONDON, id="dialled abroad with 00"),
        pytest.param("011 44 20 7946 0000", "US", LONDON, id="dialled abroad with 011"),
        pytest.param("0044 20 7946 0000", "US", LONDON, id="with 00 where 011 is dialled"),
        pytest.param("+1\u00a0206\u202f555\u20090100", "GB", FIRST, id="with spaces that do not break"),
        pytest.param(
            "\uff0b\uff11\u3000\uff12\uff10\uff16\uff15\uff15\uff15\uff10\uff11\uff10\uff10", "GB", FIRST, id="wide"
        ),
        pytest.param("+1 206\u2013555\u20110100", "GB", FIRST, id="with dashes of print"),
        pytest.param("\u202a+1 206 555 0100\u202c", "GB", FIRST, id="with marks that are not seen"),
        pytest.param("\u0662\u0660\u0666\u0665\u0665\u0665\u0660\u0661\u0660\u0660", "US", FIRST, id="in Arabic"),
        pytest.param("1) +1 206 555 0100", "GB", FIRST, id="numbered"),
        pytest.param("12. 030 123456", "DE", "+4930123456", id="numbered with a point"),
        pytest.param("- 206 555 0100", "US", FIRST, id="after a dash"),
        pytest.param("\u2022 206 555 0100", "US", FIRST, id="after a bullet"),
        pytest.param("Main line: 206 555 0100", "US", FIRST, id="after a label"),
        pytest.param('"206 555 0100".', "US", FIRST, id="in quotes, with a full stop"),
        pytest.param("030/123456", "DE", "+4930123456", id="with a slash"),
        pytest.param("+49 30 1234567-0", "US", "+493012345670", id="with a German extension: no range"),
        pytest.param("+39 06 1234 5678", "US", "+390612345678", id="with a zero that is dialled from abroad"),
    ],
)
def test_one_number(written: str, country: str, e164: str) -> None:
    assert numbers(written, country) == [e164]


@table(
    "text",
    [
        pytest.param("206 555 0100\n206 555 0101\r\n206 555 0102\n", id="lines"),
        pytest.param("206 555 0100, 206 555 0101,206 555 0102", id="commas"),
        pytest.param("206 555 0100;206 555 0101; 206 555 0102;", id="semicolons"),
        pytest.param("206 555 0100\t206 555 0101\t\t206 555 0102", id="tabs"),
        pytest.param("+1 206 555 0100 +1 206 555 0101  (+1) 206 555 0102", id="spaces before a plus"),
        pytest.param("206 555 0100, 206 555 0101 and 206 555 0102", id="words between"),
        pytest.param("<tel:+12065550100|+1 206 555 0100> <tel:+12065550101> +1 206 555 0102", id="Slack's links"),
        pytest.param("1. +1 206 555 0100\n2. +1 206 555 0101\n3. +1 206 555 0102", id="a numbered list"),
    ],
)
def test_many_numbers(text: str) -> None:
    assert numbers(text) == [FIRST, SECOND, THIRD]


@table(
    ("written", "country", "first", "last"),
    [
        pytest.param("+1 206 555 0100-0149", "GB", FIRST, "+12065550149", id="the last digits"),
        pytest.param("+1 206 555 0100 - +1 206 555 0149", "GB", FIRST, "+12065550149", id="two whole numbers"),
        pytest.param("+1 206-555-0100-0149", "GB", FIRST, "+12065550149", id="among other dashes"),
        pytest.param("+1 206-555-0100 - 206-555-0149", "GB", FIRST, "+12065550149", id="the end without its code"),
        pytest.param("(206) 555-0100 - (206) 555-0149", "US", FIRST, "+12065550149", id="two national numbers"),
        pytest.param("2065550100-2065550149", "US", FIRST, "+12065550149", id="digits alone"),
        pytest.param("+1 206 555 0100\u20130149", "GB", FIRST, "+12065550149", id="an en dash"),
        pytest.param("+1 206 555 0100..0149", "GB", FIRST, "+12065550149", id="two dots"),
        pytest.param("+1 206 555 0100 \u2026 0149", "GB", FIRST, "+12065550149", id="an ellipsis"),
        pytest.param("020 7946 0000 to 0099", "GB", LONDON, "+442079460099", id="to"),
        pytest.param("+1 206 555 0100 to +1 206 555 0149", "GB", FIRST, "+12065550149", id="to a whole number"),
        pytest.param("020 7946 0000 \u00e0 020 7946 0099", "GB", LONDON, "+442079460099", id="in French"),
        pytest.param("<tel:+12065550100|+1 206 555 0100>-0149", "GB", FIRST, "+12065550149", id="half a link"),
        pytest.param("030 123400 .. 99", "DE", "+4930123400", "+4930123499", id="German, said to be a range"),
        pytest.param("+1 206 555 0100-0100", "GB", FIRST, FIRST, id="of one number"),
        pytest.param("+49 221 99990002-0005", "US", "+4922199990002", "+4922199990005", id="too long for one number"),
        pytest.param("+49 30 23125 000-009", "US", "+493023125000", "+493023125009", id="German, a block"),
        pytest.param("<tel:+12065550100|0100>-<tel:+12065550149|0149>", "GB", FIRST, "+12065550149", id="two links"),
        pytest.param("+1 206 555 0000-9999", "GB", "+12065550000", "+12065559999", id="the longest"),
    ],
)
def test_a_range(written: str, country: str, first: str, last: str) -> None:
    assert numbers(written, country) == run(first, last)


def test_ranges_stand_among_numbers() -> None:
    text = "+1 206 555 0100 - +1 206 555 0101 +1 206 555 0102"
    assert numbers(text) == [FIRST, SECOND, THIRD]


@table(
    ("written", "country", "why"),
    [
        pytest.param("hello", "US", Bad.NOT_A_NUMBER, id="a word"),
        pytest.param("206 555 0100 x5", "US", Bad.EXTENSION, id="with an extension"),
        pytest.param("1-800-FLOWERS", "US", Bad.NOT_A_NUMBER, id="in letters"),
        pytest.param("1.20656E+10", "US", Bad.SPOILT, id="as Excel spoils it"),
        pytest.param("4,42079E+11", "FR", Bad.SPOILT, id="as Excel spoils it in France"),
        pytest.param("3023125000.0", "DE", Bad.SPOILT, id="with a nought that a spreadsheet added"),
        pytest.param("3023125000,00", "DE", Bad.SPOILT, id="with noughts after a comma"),
        pytest.param("+1 285 555 0100", "US", Bad.BEYOND_PLAN, id="of an area that the plan does not know"),
        pytest.param("6565550100", "US", Bad.AMBIGUOUS, id="of America, or of Singapore without its plus"),
        pytest.param("tel:+12065550100;ext=5", "US", Bad.EXTENSION, id="a tel: link with an extension"),
        pytest.param("206 555", "US", Bad.NOT_VALID, id="too short"),
        pytest.param("206 555 0100", "", Bad.NOT_VALID, id="national without a country"),
        pytest.param("+999 123456", "US", Bad.NOT_VALID, id="of no country"),
        pytest.param("+1 111 555 0100", "US", Bad.NOT_VALID, id="of no area"),
        pytest.param("+800 1234 5678", "US", Bad.FREEPHONE_800, id="international freephone"),
        *(
            pytest.param(f"{code} 123 4567", "GB", Bad.GB_SPECIAL, id=f"GB {code}")
            for code in ("0843", "0844", "0845", "0870", "0871", "0872")
        ),
        pytest.param("07400 123456", "GB", Bad.MOBILE, id="a mobile number"),
        pytest.param("+1 900 253 0000", "US", Bad.PREMIUM, id="premium"),
        pytest.param("+1 500 253 0000", "US", Bad.PERSONAL, id="personal"),
        pytest.param("+44 76 4012 3456", "GB", Bad.PAGER, id="a pager"),
        pytest.param("+883 5100 0000 0000", "US", Bad.NOT_SERVICE, id="of no country, voice over IP"),
        pytest.param("+1 206 555 0149..0100", "US", Bad.RANGE, id="a range that ends before it begins"),
        pytest.param("+1 206 554 0000 - +1 206 555 0000", "US", Bad.RANGE, id="a range of 10,001"),
        pytest.param("+1 206 555 0100 - +44 20 7946 0000", "US", Bad.RANGE, id="a range across countries"),
        pytest.param("07400 123456-123460", "GB", Bad.MOBILE, id="a range that is refused as a whole"),
    ],
)
def test_a_number_that_cannot_be_ported(written: str, country: str, why: Bad) -> None:
    listed = port_list.read(written, country)
    assert [refused.why for refused in listed.refused] == [why]
    assert not listed.numbers


@table(
    ("written", "country", "number"),
    [
        pytest.param("020 7946 0000", "GB", portable(LONDON, "GB"), id="toll"),
        pytest.param("+44 330 000 0000", "US", portable("+443300000000", "GB"), id="charged like a number of a place"),
        pytest.param("+33 9 39 00 00 00", "US", portable("+33939000000", "FR"), id="voice over IP in France"),
        pytest.param("+44 56 0123 4567", "GB", portable("+445601234567", "GB"), id="voice over IP in Britain"),
        pytest.param("+49 180 5123456", "DE", portable("+491805123456", "DE"), id="shared cost"),
        pytest.param("+1 787 555 0100", "US", portable("+17875550100", "PR"), id="PR, told from the number"),
        pytest.param("+52 55 1234 5678", "MX", portable("+525512345678", "MX"), id="fixed or mobile counts as toll"),
        pytest.param("0800 911 1111", "GB", portable("+448009111111", "GB", Kind.TOLL_FREE), id="toll-free"),
        *(
            pytest.param(f"{code} 253 0000", "US", portable(f"+1{code}2530000", "US", Kind.TOLL_FREE), id=f"US {code}")
            for code in (800, 833, 844, 855, 866, 877, 888)
        ),
        pytest.param(
            "866 253 0000", "CA", portable("+18662530000", "CA", Kind.TOLL_FREE), id="toll-free of +1, from Canada"
        ),
        pytest.param(
            "+1 866 253 0000", "FR", portable("+18662530000", "US", Kind.TOLL_FREE), id="toll-free of +1, from France"
        ),
        pytest.param("+44 1534 456789", "GB", portable("+441534456789", "JE"), id="a country that shares a code"),
    ],
)
def test_what_a_number_is(written: str, country: str, number: Portable) -> None:
    assert port_list.read(written, country) == Listed(numbers=(number,))


def test_one_bad_number_does_not_sink_the_list() -> None:
    listed = port_list.read("206 555 0100, 07400 123456, 206 555 0101", "US")
    assert [number.e164 for number in listed.numbers] == [FIRST, SECOND]
    assert listed.refused == (RefusedNumber(said="07400 123456", why=Bad.NOT_VALID),)


def test_of_a_range_only_the_bad_numbers_are_refused() -> None:
    listed = port_list.read("05 99 99 99 98 - 06 00 00 00 00", "FR")
    assert [number.e164 for number in listed.numbers] == ["+33599999998", "+33599999999"]
    assert listed.refused == (RefusedNumber(said="+33600000000", why=Bad.MOBILE),)


def test_of_a_range_numbers_that_do_not_exist_are_refused() -> None:
    listed = port_list.read("25999 .. 26400", "SH")
    there, here = run("+29026200", "+29026299"), ["+29025999", "+29026400"]
    assert [number.e164 for number in listed.numbers] == [here[0], *there, here[1]]
    assert [refused.said for refused in listed.refused] == [
        *run("+29026000", "+29026199"),
        *run("+29026300", "+29026399"),
    ]
    assert {refused.why for refused in listed.refused} == {Bad.NOT_VALID}


def test_numbers_said_again_are_counted_and_keep_their_place() -> None:
    listed = port_list.read("206 555 0101\n+1 206 555 0100-0101\nhello\n(206) 555-0101\nhello", "US")
    assert [number.e164 for number in listed.numbers] == [SECOND, FIRST]
    assert listed.doubled == 2
    assert len(listed.refused) == 1


def test_many_ranges_are_no_longer_together_than_one_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telephone, "MOST_IN_RANGES", 100)
    listed = port_list.read("206 555 0000-0098, 206 556 0000-0001, 206 557 0000", "US")
    assert len(listed.numbers) == 100
    assert [refused.why for refused in listed.refused] == [Bad.RANGE]


def test_what_is_refused_is_not_told_at_length() -> None:
    [(said, why)] = refusals("word " * 1_000)
    assert len(said) < 100
    assert why is Bad.NOT_A_NUMBER


@pytest.mark.slow
@table(
    "text",
    [
        pytest.param(part * (100_000 // len(part)), id=repr(part))
        for part in (
            *("9", "0,", "1-", " ", "+", " +", "(", "<tel:", "<tel:1|", "1) ", "a:", "..1", "1 to "),
            *("&#9", "\u0301\u0323"),
        )
    ],
)
def test_no_text_takes_long(text: str) -> None:
    begun = time.process_time()
    with suppress(TooMany):
        port_list.read(text, "DE")
    assert time.process_time() - begun < 20  # one at worst; what is not linear would take minutes


@given(st.text(), st.sampled_from(["US", "GB", "DE", "", "XX", "us"]))
def test_no_text_is_too_strange(text: str, country: str) -> None:
    port_list.read(text, country)


@given(st.text("+0123456789 -.()/,;\n\tto<>|:tel\u2026", max_size=80), st.sampled_from(["US", "GB", "DE", "IT", "SH"]))
def test_no_numbers_are_too_strange(text: str, country: str) -> None:
    listed = port_list.read(text, country)
    assert all(phonenumbers.is_valid_number(phonenumbers.parse(number.e164)) for number in listed.numbers)


EXAMPLES = [
    (region, number)
    for region in sorted(phonenumbers.SUPPORTED_REGIONS)
    for type_ in (PhoneNumberType.FIXED_LINE, PhoneNumberType.TOLL_FREE)
    if (number := phonenumbers.example_number_for_type(region, type_))
]
WRITTEN = st.tuples(
    st.sampled_from(EXAMPLES).map(lambda example: example[1]),
    st.sampled_from([PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.RFC3966]),
)
SEPARATORS = st.sampled_from(
    ["\n", "\r\n", ",", ", ", ";", " ; ", "\t", " ", "  ", "\u00a0", " | ", "\n\n- ", "\n\u2022 "]
)


@given(st.lists(WRITTEN, min_size=1, max_size=8), SEPARATORS)
def test_numbers_however_formatted_and_joined_read_back(
    all_written: list[tuple[phonenumbers.PhoneNumber, int]], separator: str
) -> None:
    text = separator.join(phonenumbers.format_number(*each) for each in all_written)
    expected = [phonenumbers.format_number(number, PhoneNumberFormat.E164) for number, _ in all_written]
    assert numbers(text) == list(dict.fromkeys(expected))


@table(("region", "number"), EXAMPLES, ids=[f"{region} {number.national_number}" for region, number in EXAMPLES])
def test_numbers_as_their_country_writes_them(region: str, number: phonenumbers.PhoneNumber) -> None:
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    e164 = E164(phonenumbers.format_number(number, PhoneNumberFormat.E164))
    listed = port_list.read(national, region)
    meant = [each.e164 for each in listed.numbers]
    # The number of another country may be written alike, but for its plus; then both are named.
    assert meant == [e164] or (listed.refused[0].why is Bad.AMBIGUOUS and pretty(e164) in listed.refused[0].detail)


@table("code", sorted(phonenumbers.COUNTRY_CODES_FOR_NON_GEO_REGIONS))
def test_numbers_of_no_country_cannot_be_ported(code: int) -> None:
    number = phonenumbers.example_number_for_non_geo_entity(code)
    assert number
    listed = port_list.read(phonenumbers.format_number(number, PhoneNumberFormat.E164), "US")
    assert len(listed.refused) == 1
    assert not listed.numbers

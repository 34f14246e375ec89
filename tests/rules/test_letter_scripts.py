"""The letter draws what the order says in whatever script it is, or says what it cannot draw."""

import unicodedata
from dataclasses import replace
from typing import Any

import pytest

from handlers.ports.views import fonts
from handlers.ports.views.document import letter
from tests.rules.test_letter import IN_BOTH_LANGUAGES, beside, pages_of, read, saying
from tests.table import table

BEH = "\u0628"


def brought(content: bytes) -> list[Any]:
    """The fonts of a letter's first page, as they stand in the PDF."""
    page: Any = read(content).pages[0]
    return list(page["/Resources"]["/Font"].values())


def fonts_in(content: bytes) -> set[str]:
    """What the fonts are called that a letter brings, those of our own words apart."""
    names = {str(font["/BaseFont"]) for font in brought(content)}
    return {name.rpartition("+")[2] for name in names if "DejaVu" not in name}


@IN_BOTH_LANGUAGES
@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Société des Œuvres d\u2019Été à Évreux", id="French"),
        pytest.param("Żółw i Łoś Sp. z o.o., Łódź", id="Polish"),
        pytest.param("Őrült Űrhajó Kft.", id="Hungarian"),
        pytest.param("Žižkov & Šumava Řízení", id="Czech"),
        pytest.param("Straße Æther Øst Ångström Đà Nẵng İstanbul Ğ", id="from all over"),
        pytest.param("Ελλάδα Україна", id="other alphabets"),
        pytest.param("*bold* **x** __y__ {nb} <b>&amp;", id="not formatting"),
    ],
)
def test_a_name_is_written_as_it_is(locale: str, name: str, caplog: pytest.LogCaptureFixture) -> None:
    for said in (saying(company=name), saying(authorised=name)):
        assert name in pages_of(letter(locale, said))[0]
    assert [record for record in caplog.records if "missing" in record.message.lower()] == []


def test_an_accent_typed_as_a_mark_of_its_own_becomes_one_with_its_letter() -> None:
    assert beside("en", saying(city=unicodedata.normalize("NFD", "Évreux")), "City") == ["Évreux"]


@table(
    ("name", "font"),
    [
        pytest.param("北京电信有限公司 Ltd", "NotoSansCJKSC", id="Chinese"),
        pytest.param("株式会社カデンツァ", "NotoSansCJKJP", id="Japanese"),
        pytest.param("한국통신 주식회사", "NotoSansCJKKR", id="Korean"),
        pytest.param("บริษัท โทรคมนาคม", "NotoSansThai", id="Thai"),
        pytest.param("भारत संचार निगम", "NotoSansDevanagari", id="Hindi"),
        pytest.param("ኢትዮ ቴሌኮም", "NotoSansEthiopic", id="Amharic"),
        pytest.param("საქართველო", "NotoSansGeorgian", id="Georgian"),
    ],
)
def test_a_script_is_written_in_a_font_of_its_own(name: str, font: str) -> None:
    made = letter("en", saying(company=name))
    assert fonts_in(made) == {font}


def arabic(name: str) -> bytes:
    """The glyphs that a letter brings to write a name in Arabic."""
    (font,) = (font for font in brought(letter("en", saying(company=name))) if "Arabic" in str(font["/BaseFont"]))
    glyphs: bytes = font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"].get_data()
    return glyphs


def test_letters_are_joined() -> None:
    assert arabic(BEH * 3) != arabic(f"{BEH} {BEH} {BEH}")


@table(
    ("name", "words"),
    [
        pytest.param("שלום בע״מ", ["בע״מ", "שלום"], id="a name"),
        pytest.param("אב 12 Ltd", ["Ltd", "12", "אב"], id="with what runs the other way"),
    ],
)
def test_what_runs_from_right_to_left_is_turned(name: str, words: list[str]) -> None:
    """Words are read out of a PDF as they stand there, from the left."""
    assert beside("en", saying(city=name), "City")[0].split() == words


@table(("country", "face"), [("JP", "JP"), ("KR", "KR"), ("TW", "TC"), ("HK", "HK"), ("SG", "SC")])
def test_ideographs_look_as_in_the_country_of_the_order(country: str, face: str) -> None:
    made = letter("en", replace(saying(company="直"), country=country))
    assert fonts_in(made) == {f"NotoSansCJK{face}"}


def test_a_letter_brings_no_more_fonts_than_it_needs() -> None:
    assert fonts.needed("Crème & Œuvres, Łódź, Ελλάδα, Україна, Đà Nẵng 1/2 “x”", "US") == []


@table(
    ("said", "signs"),
    [
        ("Łódź Ελλάδα Україна Đà Nẵng 北京 บริษัท שלום ہے 한국 🏢 ☎", ""),
        ("\u0645\u06cc\u200c\u062e 👩\u200d💻 葛\U000e0100", ""),
        ("ꆏꉙ Ltd ꆏ", "ꆏꉙ"),
        ("\U00013000\ue000", "\U00013000\ue000"),
    ],
)
def test_what_the_letter_cannot_show_is_known_before_it_is_made(said: str, signs: str) -> None:
    assert fonts.undrawable(said) == signs


def test_what_cannot_be_shown_is_told_by_its_look_and_its_number() -> None:
    assert fonts.told("ꆏ&") == "ꆏ (U+A18F), &amp; (U+0026)"

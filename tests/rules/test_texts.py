# ruff: noqa: RUF001 - names are of many scripts
"""What people type is kept as one sees it, and names are compared so: nothing unseen comes in, nothing seen is lost."""

from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import desk
from handlers.inventory import payloads
from handlers.inventory.requests import Assign
from handlers.inventory.views import assign as views
from handlers.kit import fields
from handlers.kit.blocks import text_input
from handlers.kit.cells import safe
from handlers.kit.messages import plain
from handlers.ports.events import said
from store.folding import folded, kept, kept_lines
from store.places import known_places
from store.services.types import Service, ServiceId, ServiceKind
from store.types import WorkspaceId
from tests.table import table

NAMES = (
    *("Contoso", "Société Générale", "Łódź i Żółw", "Straße & Söhne", "Ελληνική Τηλεφωνία", "Україна-Зв’язок"),
    *("北京示例电信有限公司", "株式会社ガス", "주식회사 예시", "บริษัท ตัวอย่าง จำกัด", "Công ty Đà Nẵng", "שלום בע״מ"),
    *(
        "شركة المثال",
        "شرکت نرم\u200cافزاری",
        "शक्ति उदाहरण",
        "क्\u200dष",
        "Team 👩🏽\u200d💻",
        "I ❤\ufe0f calls",
        "葛\U000e0100城",
    ),
)
UNSEEN = (
    "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
    "\ufeff\u00ad\u061c\u034f\U000e0041\x00\x1b\x9f"
)
SPACES = "\u00a0\u2007\u2009\u202f\u3000\u2800\u3164\t\n\u2028"
JOINERS = {"\u200c", "\u200d"}


@table(
    ("typed", "shown"),
    [
        pytest.param("Contoso\u200b", "Contoso", id="a zero-width space"),
        pytest.param("\ufeffContoso", "Contoso", id="the mark of a file"),
        pytest.param("Con\u00adtoso", "Contoso", id="a soft hyphen"),
        pytest.param("Con\u202eosot", "Conosot", id="what turns the direction"),
        pytest.param("\u2067Contoso\u2069", "Contoso", id="what isolates a direction"),
        pytest.param("Cafe\u0301", "Café", id="an accent typed as a mark of its own"),
        pytest.param("Cafe\u200b\u0301", "Café", id="and away from its letter"),
        pytest.param("Con\x00to\x1bso\x9f", "Contoso", id="controls"),
        pytest.param(" Contoso\u00a0\u2003 du\u3000Nord ", "Contoso du Nord", id="spaces of all kinds"),
        pytest.param("Contoso\u2800\u3164", "Contoso", id="letters that are blank"),
        pytest.param("one\r\ntwo\u2028three", "one two three", id="lines"),
        pytest.param("نرم\u200cافزار", "نرم\u200cافزار", id="a non-joiner between Arabic letters stays"),
        pytest.param("نَ\u200cم", "نَ\u200cم", id="and after one with a vowel's point"),
        pytest.param("क्\u200cष", "क्\u200cष", id="and after a virama"),
        pytest.param("Con\u200ctoso\u200d", "Contoso", id="a joiner where nothing is joined does not"),
        pytest.param("نرم\u200c", "نرم", id="nor at an end"),
        pytest.param("👩\u200d💻", "👩\u200d💻", id="a joiner between emoji stays"),
        pytest.param("🏴\U000e0067\U000e0062\U000e007f", "🏴", id="tags do not"),
        pytest.param("Contoso\ufe0f", "Contoso", id="what selects a variant of no symbol"),
        pytest.param("a" + "\u0301\u0323" * 9_000, "ạ" + "\u0323" * 14 + "\u0301" * 15, id="thirty marks of a stack"),
        pytest.param("a" + "\u0323\u200d" * 9_000, "ạ" + "\u0323" * 30, id="and of one with joiners in it"),
    ],
)
def test_what_is_typed_is_kept_as_one_sees_it(typed: str, shown: str) -> None:
    assert kept(typed) == shown


def test_lines_and_tabs_stay_where_lines_are_typed() -> None:
    assert kept_lines("\n a\u200b  b\r\n\tc\u2028d\x0b e \n") == "a b\n\tc\nd\ne"


@table(
    ("one", "other"),
    [
        pytest.param("Contoso", "Contoso\u200b", id="something unseen"),
        pytest.param("Québec", "QUEBEC", id="accents and capitals"),
        pytest.param("ＣＯＮＴＯＳＯ", "Contoso", id="full width"),
        pytest.param("Straße", "STRASSE", id="a sharp s"),
        pytest.param("ﬁne", "Fine", id="a ligature"),
        pytest.param("L’Oréal", "L'Oréal", id="a phone's apostrophe"),
        pytest.param("Rhône‑Alpes", "Rhône–Alpes", id="dashes"),
        pytest.param("ｶﾞｽ", "ガス", id="kana of half a width"),
        pytest.param("نرم\u200cافزار", "نرمافزار", id="a non-joiner"),
        pytest.param("❤\ufe0f", "❤", id="an emoji as text"),
        pytest.param("\u0421\u043entoso", "Contoso", id="two Cyrillic letters"),
        pytest.param("\u0412MW", "BMW", id="a Cyrillic capital"),
        pytest.param("\u0421\u041e\u0420\u0423", "copy", id="Cyrillic letters alone, all of which look Latin"),
        pytest.param("C\u03bfnt\u03bfs\u03bf", "Contoso", id="Greek letters"),
        pytest.param(
            "\u0421\u043b\u0061\u0432\u0430", "\u0421\u043b\u0430\u0432\u0430", id="a Latin letter in a Cyrillic name"
        ),
        pytest.param("\u0422\u0415\u041c\u0410", "\u0442\u0435\u043c\u0430", id="a Cyrillic name in capitals"),
        pytest.param("\u039c\u0395\u039d\u039f\u03a5", "\u03bc\u03b5\u03bd\u03bf\u03c5", id="a Greek name in capitals"),
    ],
)
def test_names_that_look_alike_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@table(
    ("one", "other"),
    [
        pytest.param("ガス", "カス", id="kana that are voiced"),
        pytest.param("ก่า", "กา", id="tones of Thai"),
        pytest.param("กุ", "กู", id="vowels of Thai"),
        pytest.param("क्ष", "कष", id="consonants that are joined"),
        pytest.param("\u0301", "\u0302", id="nothing but marks"),
        pytest.param("Contoso-1", "Contoso 1", id="a hyphen and a space"),
        pytest.param("Room 10", "Room IO", id="figures and letters"),
        pytest.param("\u0421\u043b\u0430\u0432\u0430", "Slava", id="a name in another script"),
    ],
)
def test_names_that_differ_are_two(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, str]:
    """A real name, and the same with what is not seen or is seen as the same."""
    name = draw(st.sampled_from(NAMES))
    signs = list(normalize(draw(st.sampled_from(["NFC", "NFD"])), name))
    unseen = st.lists(st.tuples(st.integers(0, len(signs)), st.sampled_from(UNSEEN)), max_size=6)
    for at, sign in draw(unseen):
        signs.insert(at, sign)
    spaced = "".join(sign if sign != " " else draw(st.text(SPACES, min_size=1, max_size=3)) for sign in signs)
    return name, draw(st.text(UNSEEN + SPACES, max_size=2)) + spaced + draw(st.text(UNSEEN + SPACES, max_size=2))


@given(changed())
def test_a_name_is_kept_and_compared_as_the_same_whatever_unseen_is_in_it(case: tuple[str, str]) -> None:
    name, typed = case
    assert kept(typed) == name
    assert folded(typed) == folded(name)
    assert folded(typed.upper()) == folded(name.upper())


@given(st.text())
def test_what_is_kept_has_nothing_unseen_and_is_kept_as_it_is(typed: str) -> None:
    for once in (kept(typed), kept_lines(typed)):
        assert _unseen(once.replace("\n", "").replace("\t", "")) == ""
        assert normalize("NFC", once) == once
    assert kept(kept(typed)) == kept(typed)
    assert kept_lines(kept_lines(typed)) == kept_lines(typed)
    assert folded(kept(typed)) == folded(typed) == folded(folded(typed))


def _unseen(text: str) -> str:
    return "".join(sign for sign in text if category(sign) in ("Cf", "Cc", "Cs") and sign not in JOINERS)


@given(changed(), st.sampled_from(["en", "fr"]))
def test_nothing_unseen_comes_in_or_out(case: tuple[str, str], locale: str) -> None:
    name, typed = case
    quoted = typed.replace("\n", " ").replace("\u2028", " ").replace("\t", " ")
    asked = desk.read_command(f'assign +12065550100 to bridge "{quoted}"', known_places())
    assert isinstance(asked, Assign)
    field = {"f": {"f": {"value": typed}}}
    chosen = {
        views.KIND: {views.KIND: {"selected_option": {"value": "bridge"}}},
        views.NAME: {views.FIND_NAME: {"selected_option": {"value": typed}}},
        views.NUMBER: {views.FIND_NUMBER: {"selected_option": {"value": "+12065550100"}}},
    }
    event = {
        "channel": "C012",
        "thread_ts": "1.1",
        "ts": "2.1",
        "text": typed,
        "files": [{"id": "F012", "name": typed}],
    }
    told = said(event)
    assert told
    assert {asked.name, payloads.assigned(chosen).name, told.files[0][1]} == {name}
    assert kept(fields.typed(field, "f")) == kept(told.text) == name
    service = Service(workspace=WorkspaceId("T1"), id=ServiceId(1), kind=ServiceKind.BRIDGE, name=name)
    assert [option.value for option in views.names(locale, typed, [service])] == [name]
    shown = [plain(typed), safe(typed), str(text_input("f", typed, 99).to_dict()["initial_value"])]
    assert [_unseen(each.replace("\n", "").replace("\t", "")) for each in shown] == [""] * 3

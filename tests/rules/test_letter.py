"""The letter of authorisation says all that the order says, on paper, in both languages."""

import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from handlers.kit.blocks import pretty
from handlers.ports.views.document import letter
from store.ports.types import Field, OrderId, PortOrder, Scope
from store.types import E164, ChannelId, Kind, UserId, WorkspaceId
from store.workspaces.types import LOCALES
from tests.table import table

ROOT = Path(__file__).parents[2]
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SAID: dict[str, str] = {
    Field.CARRIER: "Old Carrier Ltd",
    Field.ACCOUNT: "ACC-123456",
    Field.BTN: "+14255550199",
    Field.PIN: "4711",
    Field.COMPANY: "Example Corporation of the Pacific Northwest",
    Field.DOMAIN: "example.com",
    Field.AUTHORISED: "Benjamin Franklin Harrison-Smith",
    Field.TITLE: "Head of Telephony",
    Field.PHONE: "+12065550177",
    Field.EMAIL: "ben@example.com",
    Field.STREET: "1200 Fifth Avenue",
    Field.CITY: "Seattle",
    Field.REGION: "Washington",
    Field.POSTCODE: "98101",
    Field.WANTED_DATE: "2026-04-01",
    Field.WANTED_TIME: "10:00",
}
SHOWN: dict[str, str] = {Field.BTN: "+1 425-555-0199", Field.PHONE: "+1 206-555-0177"}  # where not as it was typed
LEFT_OUT = "\u2013"
_PAGES: dict[tuple[str, str], tuple[str, ...]] = {}  # of each letter that was read: to make one takes a while
LONGEST_LINE = 120  # letters, of which the width of the paper takes no more
IN_BOTH_LANGUAGES = pytest.mark.parametrize("locale", LOCALES)


def numbers(count: int) -> tuple[E164, ...]:
    return tuple(E164(f"+1206556{i:04}") for i in range(count))


ORDER = PortOrder(
    workspace=WorkspaceId("T1"),
    id=OrderId(7),
    requested_by=UserId("UBEN"),
    channel=ChannelId("C1"),
    created_at=START,
    since=START,
    country="US",
    kind=Kind.TOLL,
    scope=Scope.PARTIAL,
    fields=SAID,
    numbers=numbers(3),
)


def saying(**said: str) -> PortOrder:
    """The order with some fields changed."""
    return replace(ORDER, fields={**SAID, **said})


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content), strict=True)


@cache
def pages_of(content: bytes) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in read(content).pages)


def pages(locale: str, order: PortOrder) -> tuple[str, ...]:
    asked = locale, repr(order)
    if asked not in _PAGES:
        _PAGES[asked] = pages_of(letter(locale, order))
    return _PAGES[asked]


def lines(locale: str, order: PortOrder) -> list[str]:
    return [line.strip() for page in pages(locale, order) for line in page.splitlines()]


def beside(locale: str, order: PortOrder, label: str) -> list[str]:
    """What stands beside each label of that name."""
    return [line.removeprefix(label).strip() for line in lines(locale, order) if line.startswith(label)]


def ticked(locale: str, order: PortOrder) -> list[str]:
    """The words of the boxes that are ticked; others are there too."""
    boxes = [line.rpartition("☒")[2].strip() for line in lines(locale, order) if "☒" in line]
    assert len(boxes) + sum("☐" in line for line in lines(locale, order)) == 4
    return boxes


def pressed(text: str) -> str:
    """Text without spaces, which get lost or come in where a line ends."""
    return "".join(text.split())


def numbers_in(text: str) -> Counter[str]:
    return Counter(re.findall(r"\+1 206-556-\d{4}", text))


@IN_BOTH_LANGUAGES
def test_all_that_the_order_says_is_there_in_full(locale: str) -> None:
    text = pages(locale, ORDER)[0]
    shown = {**SAID, **SHOWN}
    del shown[Field.WANTED_DATE]
    assert {name: said for name, said in shown.items() if said not in text} == {}


@table(
    ("locale", "words"),
    [
        pytest.param("en", ("Letter of authorisation", "Order PO-7", "United States", "3 telephone numbers"), id="en"),
        pytest.param(
            "fr", ("Lettre d\u2019autorisation", "Demande PO-7", "États-Unis", "3 numéros de téléphone"), id="fr"
        ),
    ],
)
def test_it_speaks_the_language_it_is_asked_for(locale: str, words: tuple[str, ...]) -> None:
    assert [word for word in words if word not in pages(locale, ORDER)[0]] == []


@table(("locale", "when"), [("en", "Wednesday, April 1, 2026, 10:00"), ("fr", "mercredi 1 avril 2026, 10:00")])
def test_the_wanted_day_is_written_as_the_language_writes_it(locale: str, when: str) -> None:
    assert when in pages(locale, ORDER)[0]


@table(
    ("changed", "shown"),
    [
        pytest.param({"wanted_date": "next week"}, "next week, 10:00", id="a day"),
        pytest.param({"wanted_date": "", "wanted_time": "10:00"}, "10:00", id="a time without a day"),
        pytest.param({"wanted_time": ""}, "Wednesday, April 1, 2026", id="a day without a time"),
    ],
)
def test_a_wanted_time_that_is_not_whole_is_shown_as_it_is(changed: dict[str, str], shown: str) -> None:
    assert beside("en", saying(**changed), "Wanted date and time") == [shown]


@pytest.mark.slow
@table("typed", ["the main number", "+1", "+12", "+0012345678", "206 555 0100", "+12065550100 or +12065550101"])
def test_a_telephone_number_that_was_not_understood_is_shown_as_it_was_typed(typed: str) -> None:
    assert beside("en", saying(btn=typed), "Billing number (BTN)") == [typed]


@table(
    ("scope", "locale", "words"),
    [
        (Scope.FULL, "en", "All numbers of the account"),
        (Scope.PARTIAL, "en", "Only the numbers listed"),
        (Scope.FULL, "fr", "Tous les numéros du compte"),
        (Scope.PARTIAL, "fr", "Seulement les numéros énumérés"),
    ],
)
def test_one_box_says_whether_all_numbers_move(scope: Scope, locale: str, words: str) -> None:
    first, _ = ticked(locale, replace(ORDER, scope=scope))
    assert first.startswith(words)


@table(
    ("kind", "locale", "words"),
    [
        (Kind.TOLL, "en", "Voice service numbers (not user numbers): toll"),
        (Kind.TOLL_FREE, "en", "Voice service numbers (not user numbers): toll-free"),
        (Kind.TOLL, "fr", "Numéros de service vocal (pas d\u2019utilisateur) : payants"),
        (Kind.TOLL_FREE, "fr", "Numéros de service vocal (pas d\u2019utilisateur) : gratuits"),
    ],
)
def test_one_box_says_the_kind_of_service_number(kind: Kind, locale: str, words: str) -> None:
    _, second = ticked(locale, replace(ORDER, kind=kind))
    assert second == words


def test_without_a_kind_neither_of_its_boxes_is_ticked() -> None:
    assert len(ticked("en", replace(ORDER, kind=None))) == 1


@pytest.mark.slow
@IN_BOTH_LANGUAGES
@table(
    ("count", "page_count"),
    [(0, 1), (1, 2), (3, 2), (30, 2), (180, 2), (181, 3), (999, 7)],
)
def test_every_number_is_there_once_on_as_many_pages_as_they_need(locale: str, count: int, page_count: int) -> None:
    shown = pages(locale, replace(ORDER, numbers=numbers(count)))
    assert numbers_in("\n".join(shown)) == Counter(map(pretty, numbers(count)))
    assert numbers_in(shown[0]) == Counter()
    assert len(shown) == page_count


@table(("locale", "page_of"), [("en", "Page {} of 7"), ("fr", "Page {} sur 7")])
def test_each_page_says_its_order_and_which_page_it_is(locale: str, page_of: str) -> None:
    shown = pages(locale, replace(ORDER, numbers=numbers(999)))
    for at, text in enumerate(shown, start=1):
        assert page_of.format(at) in text.splitlines()[-1]
        assert "PO-7" in text.splitlines()[-1]


@table(
    ("locale", "heading", "here"),
    [
        ("en", "Numbers to transfer", "Numbers {} to {} of 999"),
        ("fr", "Numéros à transférer", "Numéros {} à {} sur 999"),
    ],
)
def test_each_page_of_numbers_says_which_they_are(locale: str, heading: str, here: str) -> None:
    shown = pages(locale, replace(ORDER, numbers=numbers(999)))[1:]
    for i, text in enumerate(shown):
        assert heading in text
        assert here.format(i * 180 + 1, min(i * 180 + 180, 999)) in text


@table(("locale", "here"), [("en", "1 number in all"), ("fr", "1 numéro en tout")])
def test_one_number_is_singular(locale: str, here: str) -> None:
    assert here in pages(locale, replace(ORDER, numbers=numbers(1)))[1]


@pytest.mark.slow
@table(
    "text",
    [
        pytest.param("Compagnie " * 60, id="many words"),
        pytest.param("x" * 3_000, id="one long word"),
        pytest.param("Straße " * 430, id="more than fits on a page"),
        pytest.param("one\n\ntwo\tthree\u2007four", id="several lines"),
    ],
)
@table("name", [Field.COMPANY, Field.AUTHORISED, Field.EMAIL])
def test_a_long_text_wraps_and_nothing_is_cut(name: Field, text: str) -> None:
    texts = pages("en", saying(**{name.value: text}))
    feet = [page.splitlines()[-1] for page in texts]
    whole = "\n".join(page.removesuffix(foot) for page, foot in zip(texts, feet, strict=True))
    assert pressed(text) in pressed(whole)
    assert max(map(len, whole.splitlines())) <= LONGEST_LINE
    assert f"of {len(texts)}" in feet[-1]


@pytest.mark.slow
def test_a_place_to_sign_is_on_the_page_of_the_words_signed() -> None:
    for length in range(0, 1_600, 200):
        texts = pages("en", saying(company="x" * length))
        signed = next(page for page in texts if "By signing" in page)
        assert signed.index("By signing") < signed.index("\nSignature")


def test_what_the_order_does_not_say_is_a_dash() -> None:
    empty = replace(ORDER, fields={}, country="")
    for label in ("Domain", "Street", "City", "State or region", "Postcode", "Country", "Losing carrier", "PIN"):
        assert LEFT_OUT in beside("en", empty, label)
    assert beside("en", empty, "Name") == [LEFT_OUT, LEFT_OUT]
    assert sum(line.endswith(LEFT_OUT) for line in lines("en", empty)) == 16


@IN_BOTH_LANGUAGES
def test_the_same_order_makes_the_same_bytes(locale: str) -> None:
    assert letter(locale, ORDER) == letter(locale, replace(ORDER))


@pytest.mark.slow
def test_another_process_makes_the_same_bytes() -> None:
    program = (
        "import hashlib; from tests.rules.test_letter import ORDER, letter;"
        "print(hashlib.sha256(letter('fr', ORDER)).hexdigest())"
    )
    made = {
        subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT, capture_output=True).stdout
        for _ in range(2)
    }
    assert len(made) == 1


@table(("locale", "title"), [("en", "Letter of authorisation"), ("fr", "Lettre d\u2019autorisation")])
def test_the_file_says_its_title_language_and_day(locale: str, title: str) -> None:
    made = read(letter(locale, ORDER))
    assert made.metadata is not None
    assert made.metadata.title == f"{title} · PO-7"
    assert made.metadata.creation_date == START
    assert str(made.root_object["/Lang"]) == locale

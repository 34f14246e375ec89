"""A list or a table of many numbers is read line by line: what each names, and what is no number."""

from contextlib import suppress
from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handlers.batches import lines
from handlers.batches.lines import BatchRefusal, FromFile, TooMany
from handlers.inventory.rules import NAME_LENGTH
from handlers.inventory.verbs import VERBS
from handlers.kit.batchable import BatchVerb
from handlers.kit.file_faults import FileFault, UnreadFile
from handlers.kit.number_reading import Unread
from handlers.kit.words import BadInput
from store.batches.types import Line
from store.services.types import ServiceKind
from store.types import E164
from tests.table import table

FIRST, SECOND, THIRD = (E164(f"+1206555010{at}") for at in range(3))
LONDON = E164("+442079460000")
HEAD = "number,country,service_kind,service,default"
TO_SALES = (ServiceKind.QUEUE, "Sales", False)
NO_SERVICE = (None, "", False)
ASSIGN, UNASSIGN, RELEASE = VERBS


def numbers(found: list[Line] | FromFile | None) -> list[E164 | None]:
    return [line.e164 for line in listed(found)]


def listed(found: list[Line] | FromFile | None) -> list[Line]:
    """The lines, whatever they were read from."""
    assert found is not None
    return found.lines if isinstance(found, FromFile) else found


def goal(line: Line) -> tuple[ServiceKind | None, str, bool]:
    """The service that a line itself says."""
    return line.kind, line.name, line.as_default


@table("verb", VERBS)
@table(
    ("typed", "listed"),
    [
        pytest.param("+12065550100\n+1 206-555-0101", [FIRST, SECOND], id="one in each line"),
        pytest.param("(206) 555-0100, 206.555.0101; 12065550102", [FIRST, SECOND, THIRD], id="several in a line"),
        pytest.param("+1 206 555 0100-0102", [FIRST, SECOND, THIRD], id="a range"),
        pytest.param("+12065550100 to +12065550101", [FIRST, SECOND], id="a range in words"),
        pytest.param("<tel:+12065550100|+1 206 555 0100>", [FIRST], id="a link of Slack's"),
        pytest.param("\n\n +12065550100 \n\n", [FIRST], id="empty lines"),
        pytest.param("+44 20 7946 0000\n206 555 0100", [LONDON, FIRST], id="of two countries"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_list_is_read_whatever_is_done_with_it(verb: BatchVerb, typed: str, listed: list[E164]) -> None:
    found = lines.read(verb, typed, "US")
    assert numbers(found) == listed
    assert [line.number for line in found] == list(range(1, len(listed) + 1))
    assert {goal(line) for line in found} <= {NO_SERVICE}
    assert {line.outcome for line in found} <= {None}


@table(
    ("typed", "said", "why"),
    [
        pytest.param("Contoso", "Contoso", Unread.NOT_A_NUMBER, id="a word"),
        pytest.param("+1 206 555", "+1 206 555", Unread.NOT_VALID, id="too short"),
        pytest.param(
            "+1 206 555 0109-0100", "+1 206 555 0109-0100", Unread.RANGE, id="a range that ends before it begins"
        ),
        pytest.param("+1 206 550 0000-559 9999", "+1 206 550 0000-559 9999", Unread.RANGE, id="a range of too many"),
    ],
)
def test_what_is_no_number_is_a_line_of_its_own_that_says_why(typed: str, said: str, why: str) -> None:
    first, second = lines.read(RELEASE, f"{typed}\n+12065550100", "US")
    assert (first.number, first.e164, first.said, first.outcome) == (1, None, said, why)
    assert (second.number, second.e164, second.outcome) == (2, FIRST, None)


@table("typed", ["+12065550100\n206 555 0100", "+12065550100-0101, +12065550100"])
def test_a_number_that_was_said_before_is_refused_there(typed: str) -> None:
    *_, last = lines.read(RELEASE, typed, "US")
    assert (last.e164, last.outcome) == (FIRST, BatchRefusal.SAID_BEFORE)


@table(
    ("typed", "goals"),
    [
        pytest.param('+12065550100 to queue "Sales"', [TO_SALES], id="in quotes"),
        pytest.param("+12065550100 TO Queue Sales", [TO_SALES], id="in capitals"),
        pytest.param("+12065550100 to call queue Sales", [TO_SALES], id="a call queue"),
        pytest.param("+12065550100 to bridge Contoso", [(ServiceKind.BRIDGE, "Contoso", False)], id="a bridge"),
        pytest.param(
            "+12065550100 to bridge Contoso default", [(ServiceKind.BRIDGE, "Contoso", True)], id="as default"
        ),
        pytest.param(
            "+12065550100 to auto attendant Front  desk",
            [(ServiceKind.ATTENDANT, "Front desk", False)],
            id="an attendant of two words",
        ),
        pytest.param("+12065550100-0101 to queue Sales", [TO_SALES, TO_SALES], id="each of a range"),
        pytest.param("+12065550100 to 0101 to queue Sales", [TO_SALES, TO_SALES], id="a range in words"),
        pytest.param(
            "+12065550100\n+12065550101 to queue Sales", [NO_SERVICE, TO_SALES], id="only the line that says it"
        ),
        pytest.param("+12065550100 to queue", [(ServiceKind.QUEUE, "", False)], id="a kind without a name"),
    ],
)
def test_a_line_may_say_its_own_service(typed: str, goals: list[object]) -> None:
    assert [goal(line) for line in lines.read(ASSIGN, typed, "US")] == goals


@table("verb", [RELEASE, UNASSIGN])
def test_a_service_is_no_word_where_nothing_is_assigned(verb: BatchVerb) -> None:
    (line,) = lines.read(verb, "+12065550100 to queue Sales", "US")
    assert line.e164 is None
    assert line.outcome == Unread.NOT_A_NUMBER


@table(
    ("head", "row", "said"),
    [
        pytest.param(HEAD, "+12065550100,US,queue,Sales,", TO_SALES, id="as the export has it"),
        pytest.param(HEAD.upper(), "+12065550100,US,queue,Sales,", TO_SALES, id="names in capitals"),
        pytest.param(f"\ufeff{HEAD}", "+12065550100,US,queue,Sales,", TO_SALES, id="with the mark of UTF-8"),
        pytest.param(
            HEAD, "+12065550100,US,bridge,Contoso,yes", (ServiceKind.BRIDGE, "Contoso", True), id="the default"
        ),
        pytest.param(HEAD, "+12065550100,US,queue,'=1+1,", (ServiceKind.QUEUE, "=1+1", False), id="a formula's name"),
        pytest.param(HEAD, "+12065550100,US,,,", NO_SERVICE, id="no service"),
        pytest.param(HEAD, "+12065550100,US,,,yes", (None, "", True), id="the default of the form's service"),
        pytest.param(HEAD, "+12065550100", NO_SERVICE, id="a short row"),
        pytest.param("service;number;service_kind", "Sales;206 555 0100;queue", TO_SALES, id="in another order"),
        pytest.param("Phone number;service_kind;service", "206 555 0100;queue;Sales", TO_SALES, id="as people call it"),
        pytest.param("number\tservice\tservice_kind", "206 555 0100\tSales\tcall queue", TO_SALES, id="with tabs"),
    ],
)
def test_the_columns_of_the_export_are_read_by_their_names(head: str, row: str, said: object) -> None:
    found = lines.read_file(ASSIGN, f"{head}\r\n{row}\r\n".encode(), "US")
    assert numbers(found) == [FIRST]
    assert [goal(line) for line in listed(found)] == [said]
    assert all(line.from_file for line in listed(found))


@table(
    "content",
    [
        pytest.param("+12065550100\n+12065550101\n", id="nothing but numbers"),
        pytest.param("phone\n+12065550100\n+12065550101\n", id="under a heading"),
        pytest.param("Name,Phone\nAda,206 555 0100\nBen,206 555 0101\n", id="in the second column"),
        pytest.param("Account,Phone\n12065550199,206 555 0100\n12065550199,206 555 0101\n", id="beside an account"),
    ],
)
@table("verb", VERBS)
def test_of_any_table_the_column_with_the_most_numbers_is_read(verb: BatchVerb, content: str) -> None:
    assert numbers(lines.read_file(verb, content.encode(), "US")) == [FIRST, SECOND]


@table(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"name,city\nAda,Seattle\n", id="no numbers"),
        pytest.param(b"number,service\n,\nx,y\n", id="a column of numbers without any"),
        pytest.param(b"\xff\xfe\x00+\x001", id="other signs than meant"),
    ],
)
def test_a_file_without_numbers_is_none(content: bytes) -> None:
    assert lines.read_file(RELEASE, content, "US") is None


@table(
    ("content", "fault"),
    [
        pytest.param(b"PK\x03\x04\x00\x00", FileFault.WORKBOOK, id="what Excel keeps"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", FileFault.NO_TEXT, id="a picture"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, fault: FileFault) -> None:
    with pytest.raises(UnreadFile) as unread:
        lines.read_file(RELEASE, content, "US")
    assert unread.value.fault == fault


@table("count", [999, 1_000, 1_001])
def test_a_thousand_lines_are_the_most(count: int) -> None:
    typed = "\n".join(["+44 20 7946 0000-0499", *(f"+4420794605{at:02}" for at in range(99)), *["x"] * (count - 599)])
    for read in (partial(lines.read, RELEASE, typed), partial(lines.read_file, RELEASE, typed.encode())):
        if count > lines.MOST:
            with pytest.raises(TooMany):
                read("US")
        else:
            assert len(listed(read("US"))) == count


def test_what_is_pasted_and_what_a_file_has_is_one_list() -> None:
    pasted = lines.read(RELEASE, "+12065550100\nx", "US")
    file = lines.read_file(RELEASE, b"+12065550101\n+12065550100\n", "US")
    together = lines.together(pasted, listed(file))
    assert [(line.number, line.e164, line.outcome) for line in together] == [
        (1, FIRST, None),
        (2, None, Unread.NOT_A_NUMBER),
        (3, SECOND, None),
        (4, FIRST, BatchRefusal.SAID_BEFORE),
    ]
    assert lines.together(pasted[1:], together[2:])[-1].outcome is None


def test_a_list_and_a_file_together_have_a_thousand_lines_at_most() -> None:
    some = lines.read(RELEASE, "+44 20 7946 0000-0499", "US")
    assert len(lines.together(some, some)) == lines.MOST
    with pytest.raises(TooMany):
        lines.together([*some, some[0]], some)


def sound(found: list[Line]) -> None:
    """What holds of every list: numbered from 1, each number once, and what is none is refused."""
    assert [line.number for line in found] == list(range(1, len(found) + 1))
    assert len(found) <= lines.MOST
    said = [line.e164 for line in found if line.outcome is None]
    assert len(said) == len(set(said))
    assert all(line.outcome for line in found if line.e164 is None)
    assert all(len(line.said) <= 80 and len(line.name) <= NAME_LENGTH + 1 for line in found)


PIECES = st.sampled_from(
    [
        *("+12065550100", "206 555 0101", "+1 206 555 0100-0199", "<tel:+1|2>", "0", ".."),
        *(" to queue ", " to bridge ", "Sales", "default", "yes", "x", '"'),
        *("number,service\n", "service_kind", ",", ";", "\n", "\t", " ", "\ufeff", "\u200b"),
    ]
)
TEXTS = st.text(max_size=300) | st.lists(PIECES, max_size=40).map("".join)


@settings(deadline=None)
@given(st.sampled_from(VERBS), TEXTS, st.sampled_from(["US", "GB", "FR", "DE", ""]))
@example(ASSIGN, "+12065550100 to queue \x00\ud800", "US")
def test_whatever_is_pasted_is_read_or_refused(verb: BatchVerb, typed: str, country: str) -> None:
    try:
        found = lines.read(verb, typed, country)
    except (TooMany, BadInput):
        return
    sound(found)
    sound(lines.together(found[:500], found[:500]))


@settings(deadline=None)
@given(st.sampled_from(VERBS), st.binary(max_size=300) | TEXTS.map(lambda text: text.encode(errors="ignore")))
@example(ASSIGN, b'number,service\n"+12065550100,x')
@example(RELEASE, b"+1\r2\n")
def test_whatever_a_file_has_is_read_or_refused(verb: BatchVerb, content: bytes) -> None:
    try:
        found = lines.read_file(verb, content, "US")
    except (TooMany, UnreadFile):
        return
    if found is not None:
        sound(found.lines)
        assert any(line.outcome != Unread.NOT_A_NUMBER for line in found.lines)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1" * 3_000, id="figures"),
        pytest.param("to " * 1_000, id="to"),
        pytest.param(" " * 1_500 + "to queue" * 150, id="spaces before a service"),
        pytest.param('"' * 3_000, id="quotes"),
        pytest.param("+1206555" + "-." * 1_400, id="dashes and dots"),
        pytest.param("a,;\t" * 250_000, id="a megabyte of cells", marks=pytest.mark.slow),
    ],
)
def test_no_list_takes_for_ever(text: str) -> None:
    """What does not grow with the length alone would not end before the time-out of a test."""
    for read in (partial(lines.read, ASSIGN, text[:3_000]), partial(lines.read_file, ASSIGN, text.encode())):
        with suppress(TooMany, BadInput):
            read("US")

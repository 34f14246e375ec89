"""Files with many lines: the export dropped back in, any table with numbers; what cannot be used is told."""

import csv
import io

import pytest

from handlers.batches.entries import BatchAction
from store.types import E164
from tests.flow.batching import (
    FIRST,
    FIVE,
    SECOND,
    THIRD,
    batch,
    came_to,
    changes,
    confirms,
    does,
    drops,
    gives,
    lines,
    owns,
    services,
    statuses,
)
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.porting import next_step, uploads
from tests.flow.slack import Json, View
from tests.flow.test_numbers import file_of

pytestmark = pytest.mark.usefixtures("alone")
TWO = b"number\n+12065550100\n+12065550101\n"
Rows = list[dict[str, str]]


def exported(desk: Desk, by: Member) -> Rows:
    """The list of numbers, as it is taken away as a file."""
    by.types("export")
    file = file_of(desk, ".csv")
    return list(csv.DictReader(io.StringIO(desk.http.get(file["path"]).content.decode("utf-8-sig"))))


def as_file(rows: Rows, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """A table, as a spreadsheet writes it."""
    text = io.StringIO()
    table = csv.DictWriter(text, rows[0].keys(), delimiter=delimiter)
    table.writeheader()
    table.writerows(rows)
    return text.getvalue().encode(encoding)


def turned(by: Member, words: str) -> View:
    """The modal before a member, as soon as it says this."""
    return eventually(lambda: next((view for view in by.modals() if words in view.words), None))


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ","), ("cp1252", ";")], ids=["as it came", "as Excel saves it"]
)
def test_the_export_is_edited_and_dropped_back_in(desk: Desk, ben: Member, encoding: str, delimiter: str) -> None:
    owns(ben)
    rows = exported(desk, ben)
    rows[0] |= {"service_kind": "bridge", "service": "Contoso"}
    rows[1] |= {"service_kind": "Bridge", "service": " Contoso ", "default": "YES"}
    rows[2] |= {"service_kind": "queue", "service": "Ventes à Zürich"}
    rows[3] |= {"service_kind": "elevator", "service": "Sales"}
    rows[4] |= {"service_kind": "attendant"}
    preview = drops(ben, "assign", as_file(rows, encoding, delimiter))
    assert "*3 of 5* would be assigned. Nothing was done yet." in preview.words
    assert lines(preview)[:3] == [
        "1. ✓ `+1 206-555-0100` → Audio-conferencing bridge *Contoso*",
        "2. ✓ `+1 206-555-0101` → Audio-conferencing bridge *Contoso* ★",
        "3. ✓ `+1 206-555-0102` → Call queue *Ventes à Zürich*",
    ]
    no_lift, no_name = lines(preview)[3:]
    assert "✗" in no_lift
    assert "is none of those there are" in no_lift
    assert "✗" in no_name
    assert "needs a service" in no_name
    assert services(desk) == [""] * 5
    confirms(ben, preview)
    assert services(desk) == ["Contoso", "Contoso ★", "Ventes à Zürich", "", ""]
    assert f"{ben.mention} assigned *3 numbers* · *B-1*" in desk.card("B-1").words


def test_what_the_export_says_of_services_is_the_same_after_all_was_taken_away_and_dropped_back_in(
    desk: Desk, ben: Member
) -> None:
    owns(ben)
    does(ben, "assign", "+1 206 555 0101 to bridge =Sum", f"{FIRST} to bridge =Sum", f"{THIRD} to queue -1 +2 'x'")
    before, rows = services(desk), exported(desk, ben)
    assert before == ["=Sum", "=Sum ★", "-1 +2 'x'", "", ""]
    file = as_file(rows)
    confirms(ben, drops(ben, "unassign", file))
    ben.closes(ben.modal())
    assert services(desk) == [""] * 5
    confirms(ben, drops(ben, "assign", file))
    assert services(desk) == before


def test_numbers_stand_in_any_column_and_lines_that_are_none_are_told(ben: Member) -> None:
    owns(ben)
    table = "Name,Konto,Telefon\nEmpfang,4711,(206) 555-0100\nLager,4711,ask Zoé\nBüro,4711,206-555-0101\n"
    preview = drops(ben, "release", table.encode())
    assert lines(preview) == [
        "1. ✓ “(206) 555-0100” → `+1 206-555-0100`",
        "2. ✗ “ask Zoé”: this is not a number",
        "3. ✓ “206-555-0101” → `+1 206-555-0101`",
    ]


def test_a_list_and_a_file_are_one_batch_and_the_file_is_kept_when_one_goes_back(desk: Desk, ben: Member) -> None:
    owns(ben)
    view = ben.opens("assign many")
    ben.finds(view, "name", "Sales")
    file = uploads(ben, b"number\n+12065550101\n+12065550102\n", "numbers.csv")
    next_step(ben, view, list=f"{FIRST}\n{SECOND}", file=file, kind="queue", name="Sales")
    preview = turned(ben, "would be assigned")
    assert [line[:24] for line in lines(preview)] == [
        "1. ✓ `+1 206-555-0100` →",
        "2. ✓ `+1 206-555-0101` →",
        "3. ✗ `+1 206-555-0101` i",
        "4. ✓ `+1 206-555-0102` →",
    ]
    ben.presses(preview, "Back")
    view = ben.modal()
    assert view.standing("keep") == ["keep"]
    assert view.standing("list") == f"{FIRST}\n{SECOND}"
    preview = next_step(ben, view, list=FIRST)
    assert [line[:4] for line in lines(preview)] == ["1. ✓", "2. ✓", "3. ✓"]
    ben.presses(preview, "Back")
    next_step(ben, ben.modal(), file=uploads(ben, b"number\n+12065550104\n", "other.csv"))
    preview = turned(ben, "+1 206-555-0104")
    assert len(lines(preview)) == 2
    confirms(ben, preview)
    assert services(desk) == ["Sales", "", "", "", "Sales"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"name,age\nZoe,31\n", "there is no column of numbers in it", id="no numbers"),
        pytest.param(b"number\n", "there is no column of numbers in it", id="a heading alone"),
        pytest.param(b"", "it is empty", id="empty"),
        pytest.param(bytes(range(256)), "The file could not be used: it is no text", id="no text"),
        pytest.param(b"PK\x03\x04", "it is a workbook", id="a workbook"),
        pytest.param(b"a,b\n+12065550100,+12065550101\n", "several columns could be the numbers", id="two columns"),
        pytest.param(b"+1 206 555 0100\n" * 70_000, "it is larger than 1 MB", id="too large"),
        pytest.param(
            "\n".join(["number", *(f"+44207946{last:04}" for last in range(1_000))]).encode(),
            "that is more than 1,000 lines",
            id="too many lines",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_the_modal_and_the_list_stays(
    desk: Desk, ben: Member, content: bytes, why: str
) -> None:
    owns(ben)
    next_step(ben, ben.opens("release many"), list=FIRST, file=uploads(ben, content, "numbers.csv"))
    view = turned(ben, ":warning: The file could not be used")
    assert why in view.words
    assert view.standing("list") == FIRST
    preview = next_step(ben, view)
    assert lines(preview) == ["1. ✓ `+1 206-555-0100`"]
    confirms(ben, preview)
    assert changes(desk) == {FIRST: 1}
    assert desk.texts("@ben") == []


def test_a_file_of_somebody_else_is_not_read(desk: Desk, ada: Member, ben: Member) -> None:
    owns(ben)
    next_step(ben, ben.opens("release many"), list="", file=uploads(ada, TWO, "adas.csv"))
    assert "is not yours" in turned(ben, ":warning: The file could not be used").words
    assert changes(desk) == {}


def test_as_many_lines_as_there_may_be_are_read_and_shown(chloe: Member) -> None:
    numbers = [f"+44207946{last:04}" for last in range(1_000)]
    preview = drops(chloe, "release", "\n".join(["number", *numbers]).encode())
    assert "Rien ne serait libéré." in preview.words
    assert [f"+{line.split('`')[1][1:].replace(' ', '')}" for line in lines(preview)] == numbers
    assert preview.body["submit"] is None


def test_who_closes_the_modal_before_the_file_is_read_is_told_in_their_own_messages(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    owns(ben)
    desk.fault("files.info", delay_seconds=1)
    waiting = gives(chloe, "release", TWO)
    assert "La liste est en cours de lecture." in waiting.words
    chloe.closes(waiting)
    told = desk.said("Votre liste est lue\xa0: 2 lignes. Rien n\u2019a encore été fait.", "@chloe")
    assert changes(desk) == {}
    assert chloe.presses(told, "Voir ce qui se passerait") == ""
    preview = chloe.modal()
    assert "*2 sur 2* seraient libérés." in preview.words
    confirms(chloe, preview)
    assert changes(desk) == {FIRST: 1, SECOND: 1}
    desk.card("B-1", f"{chloe.mention} released *2 numbers*")
    assert desk.cards("B-1", "@chloe") == []
    assert chloe.at("@chloe").presses(told, "Voir ce qui se passerait") != ""


def test_who_closes_the_modal_before_a_file_is_refused_is_told_why(desk: Desk, ben: Member) -> None:
    desk.fault("files.info", delay_seconds=1)
    ben.closes(gives(ben, "release", b"name\nZoe\n"))
    told = desk.said("The file could not be used: there is no column of numbers in it.", "@ben")
    assert told.text == told.body["text"]


def test_all_of_it_is_in_french_for_who_reads_french(ben: Member, chloe: Member) -> None:
    owns(ben)
    gives(chloe, "unassign", b"nom\nZoe\n")
    view = turned(chloe, "Le fichier n\u2019a pas pu servir")
    assert "il n\u2019a aucune colonne de numéros" in view.words
    next_step(chloe, view, file=uploads(chloe, "numéro;service\n206 555 0100;x\nbonjour;x\n".encode("cp1252"), "n.csv"))
    assert lines(turned(chloe, "Rien ne serait retiré de son service.")) == [
        "1. ✗ «\u202f206 555 0100\u202f» → `+1 206-555-0100` n\u2019est attribué à rien.",
        "2. ✗ «\u202fbonjour\u202f»\xa0: ce n\u2019est pas un numéro",
    ]


def test_a_preview_that_the_file_has_overtaken_is_shown_anew_before_anything_is_done(desk: Desk, ben: Member) -> None:
    owns(ben)
    desk.fault("files.info", delay_seconds=1)
    next_step(ben, ben.opens("release many"), list=FIRST, file=uploads(ben, TWO + FIVE[4].encode(), "numbers.csv"))
    ben.presses(ben.modal(), "See what would happen")
    shown = ben.modal()
    if "would be released" in shown.words:  # of the list alone: the file is not read yet
        desk.fault("views.update", error="internal_error", times=1)
        eventually(lambda: len(came_to(desk)) > 1)
        ben.submits(shown)
        assert changes(desk) == {}
    preview = turned(ben, "*3 of 4* would be released")
    confirms(ben, preview)
    assert changes(desk) == {FIRST: 1, SECOND: 1, FIVE[4]: 1}


def test_a_file_that_is_given_twice_by_one_click_is_read_once(desk: Desk, ben: Member) -> None:
    owns(ben)
    preview = drops(ben, "release", TWO)
    (sent,) = [entry for entry in desk.log("interactive") if entry["arguments"]["type"] == "view_submission"][-1:]
    payload: Json = sent["arguments"]
    desk.post("deliver", type="interactive", payload=payload, times=2)
    desk.settle()
    assert batch(desk, "B-2") is None
    confirms(ben, preview)
    assert changes(desk) == {FIRST: 1, SECOND: 1}
    assert desk.record("B-1") == [BatchAction.BATCH_BEGUN, BatchAction.BATCH_DONE]
    assert statuses(desk, (E164(FIRST),)) == statuses(desk, (SECOND,))

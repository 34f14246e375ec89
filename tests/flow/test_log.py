"""The record as members read it, page by page, and as a file."""

import csv
import io
from dataclasses import replace

import pytest

from bot.local import SAMPLE
from handlers.approvals.entries import ApprovalAction
from handlers.holds.entries import HoldAction
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.product import AUDIT_KEY, Product

SEATTLE = "reserve 2 US Washington Seattle"


def story(desk: Desk, ada: Member, ben: Member) -> None:
    """Ben asks, ada declines; ada holds others."""
    ben.types(SEATTLE)
    ben.submits(ben.chooses(desk.card("H-1"), "Acquire numbers"))
    card = desk.card("H-1", "asks to acquire")
    ada.submits(ada.chooses(card, "Decline"), reason="=SUM(A1)")
    desk.advance(minutes=1)
    ada.types("reserve 1 GB London")
    desk.card("H-2")


def test_the_log_tells_what_was_done_newest_first(desk: Desk, ada: Member, ben: Member) -> None:
    story(desk, ada, ben)
    lines = ada.types("log").text.splitlines()
    assert [line.split(" · ", 1)[1] for line in lines] == [
        "ada reserved `+44 20 7946 0000` · H-2 · <#C0PHONES1>",
        "ada declined: =SUM(A1) · H-1 · <#C0PHONES1>",
        "ben asked to acquire `+1 206-555-0100`, `+1 206-555-0101` · H-1 · <#C0PHONES1>",
        "ben reserved `+1 206-555-0100`, `+1 206-555-0101` · H-1 · <#C0PHONES1>",
    ]
    assert all(line.startswith("<!date^") for line in lines)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("H-1", ["declined", "asked", "reserved"], id="of a hold"),
        pytest.param("+1 206 555 0101", ["declined", "asked", "reserved"], id="of a number"),
        pytest.param("+1 (206) 555-0100", ["declined", "asked", "reserved"], id="of a number written otherwise"),
        pytest.param("+44 20 7946 0000", ["reserved"], id="of another number"),
        pytest.param("@ben", ["asked", "reserved"], id="of a member"),
        pytest.param("@ada H-1", ["declined"], id="what a member did to a hold"),
        pytest.param("since:30s", [], id="no such time"),
        pytest.param("since:1h", ["reserved", "declined", "asked", "reserved"], id="of an hour"),
        pytest.param("since:7d H-2", ["reserved"], id="of a week and a hold"),
        pytest.param("since:2020-01-01 @ben", ["asked", "reserved"], id="since a day"),
        pytest.param("H-99", [], id="of a hold that is not there"),
    ],
)
def test_the_log_can_be_asked_for_less(desk: Desk, ada: Member, ben: Member, asked: str, found: list[str]) -> None:
    story(desk, ada, ben)
    told = ben.types(f"log {asked}").text
    assert [line.split(" · ", 1)[1].split(" ")[1].rstrip(":") for line in told.splitlines() if " · " in line] == found
    assert told


def test_only_what_is_younger_is_told_since_then(desk: Desk, ada: Member, ben: Member) -> None:
    story(desk, ada, ben)
    desk.advance(hours=3)
    ben.types("reserve 1 FR Paris")
    (line,) = [line for line in ada.types("log since:2h").text.splitlines() if " · " in line]
    assert "H-3" in line


def test_the_log_has_pages(desk: Desk, ada: Member, ben: Member) -> None:
    for _ in range(6):
        ben.types("reserve 1 GB London")
        ben.types(f"release H-{len(desk.log('slash_commands')) // 2 + 1}")
    first = ada.types("log @ben")
    assert "1\N{EN DASH}10 of 12" in first.words
    ada.presses(first, "Older entries")
    older = next(message for message in ada.told() if message.ts == first.ts)
    assert "11\N{EN DASH}12 of 12" in older.words
    assert "The record has no page 3." in ada.types("log @ben page:3").text


def test_what_was_asked_for_in_a_channel_is_recorded_with_it_and_with_the_message(
    desk: Desk, ada: Member, ben: Member
) -> None:
    story(desk, ada, ben)
    card = desk.card("H-1")
    (declined,) = (row for row in exported(desk, ada) if row["action"] == "declined")
    assert (declined["channel"], declined["message"]) == ("C0PHONES1", card.ts)
    assert (declined["member"], declined["name"]) == (ada.id, "ada")


def test_admins_get_the_record_as_a_file_in_their_messages_that_no_spreadsheet_runs(
    desk: Desk, ada: Member, ben: Member
) -> None:
    story(desk, ada, ben)
    rows = exported(desk, ada)
    assert [row["action"] for row in rows] == ["reserved", "asked", "declined", "reserved", "exported"]
    assert [row["number"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert '"reason": "=SUM(A1)"' in rows[2]["after"]
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "Here is the record you asked for." in " ".join(desk.texts("@ada"))


def test_only_admins_get_the_record_as_a_file(desk: Desk, ben: Member) -> None:
    assert "Only admins of this workspace can take the whole record away." in ben.types("export log").text
    assert desk.get("files")["files"] == []
    assert desk.record("log") == []


@pytest.mark.parametrize(
    ("method", "failure"),
    [
        pytest.param("files.getUploadURLExternal", {"error": "internal_error"}, id="refused at first"),
        pytest.param("files.completeUploadExternal", {"status": 500}, id="broken at last"),
        pytest.param("files.completeUploadExternal", {"drop": True}, id="its answer got lost"),
    ],
)
def test_a_file_arrives_once_however_slack_fails(
    desk: Desk, ada: Member, method: str, failure: dict[str, object]
) -> None:
    desk.fault(method, **failure)
    assert "The record is on its way to you" in ada.types("export log").text
    eventually(lambda: desk.get("files")["files"])
    desk.settle()
    assert len([file for file in desk.get("files")["files"] if file["channels"]]) == 1


def test_the_record_of_an_afternoon_is_found_as_it_was_written(shared: Product, ada: Member, ben: Member) -> None:
    desk = shared.desk
    story(desk, ada, ben)
    assert f"{SAMPLE.id}\t4 entries\tsound" in shared.run("audit", "verify").splitlines()
    assert desk.record("H-1") == [HoldAction.RESERVED, ApprovalAction.ASKED, ApprovalAction.DECLINED]
    assert AUDIT_KEY not in shared.log.read_text("utf-8")


def test_the_log_is_told_in_the_readers_language(shared: Product, ada: Member, ben: Member, chloe: Member) -> None:
    shared.set_up(replace(SAMPLE, hold_minutes=30))
    story(shared.desk, ada, ben)
    assert "a demandé à acquérir" in chloe.types("log H-1").text


def exported(desk: Desk, by: Member) -> list[dict[str, str]]:
    """The rows of the file that a member gets."""
    assert "on its way" in by.types("export log").text
    (file,) = eventually(lambda: [file for file in desk.get("files")["files"] if file["channels"]])
    assert file["channels"] == [f"D{by.id.removeprefix('U')}"]
    content = desk.http.get(file["path"]).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))

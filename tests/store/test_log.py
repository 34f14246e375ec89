"""The record is read as it is asked for: of what, by whom, since when; page by page, newest first; and all of it."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.approvals.entries import ApprovalAction
from handlers.kit.refusals import RoleRefusal
from handlers.record import log
from handlers.record.owing import RecordOutbox
from handlers.record.requests import ExportLog, Log
from handlers.record.rules import RecordRefusal
from handlers.record.views import PAGE
from store import audit
from store.audit.types import Deed, Entry, EntryFilter
from store.types import E164, ChannelId, UserId, WorkspaceId
from store.workspaces.types import ADMINS, Roles
from tests.desk import ADA, AWAY, BEN, CHLOE, EVE, HOLD_LASTS, HOME, START, Desk, click, fill
from tests.store.owing import claimed
from tests.table import table

AN_HOUR = timedelta(hours=1)
DEED = Deed(workspace=HOME, at=START, who=BEN.user, name="ben", action=ApprovalAction.WITHDRAWN, subject="H-1")


@pytest.fixture
def recorded(desk: Desk) -> Desk:
    """A desk with six entries, an hour apart; those of odd numbers are BEN's, the others CHLOE's."""
    deeds = [replace(DEED, at=START + number * AN_HOUR, subject=f"H-{number % 3}") for number in range(1, 7)]
    desk.record(*(replace(deed, who=(CHLOE, BEN)[at % 2].user) for at, deed in enumerate(deeds, start=1)))
    desk.record(replace(DEED, workspace=AWAY))
    return desk


@table(
    ("wanted", "found"),
    [
        pytest.param(EntryFilter(), [6, 5, 4, 3, 2, 1], id="all"),
        pytest.param(EntryFilter(subjects=["H-1"]), [4, 1], id="of a subject"),
        pytest.param(EntryFilter(subjects=["H-1", "H-2"]), [5, 4, 2, 1], id="of several subjects"),
        pytest.param(EntryFilter(subjects=[]), [], id="of no subject"),
        pytest.param(EntryFilter(who=CHLOE.user), [6, 4, 2], id="by a member"),
        pytest.param(EntryFilter(who=ADA.user), [], id="by somebody who did nothing"),
        pytest.param(EntryFilter(since=START + 4 * AN_HOUR), [6, 5, 4], id="since a time, and at it"),
        pytest.param(
            EntryFilter(subjects=["H-0", "H-2"], who=BEN.user, since=START + 3 * AN_HOUR),
            [5, 3],
            id="all of that together",
        ),
    ],
)
def test_entries_are_found(recorded: Desk, wanted: EntryFilter, found: list[int]) -> None:
    with recorded.database.reading() as db:
        assert numbers(audit.page(db, HOME, wanted, limit=100)) == found
        assert audit.count(db, HOME, wanted) == len(found)


def test_a_page_has_so_many_after_those_before_it(recorded: Desk) -> None:
    with recorded.database.reading() as db:
        pages = [numbers(audit.page(db, HOME, EntryFilter(), limit=4, offset=offset)) for offset in (0, 4, 8)]
    assert pages == [[6, 5, 4, 3], [2, 1], []]


def test_what_happened_at_the_same_time_comes_in_the_order_of_the_record(desk: Desk) -> None:
    desk.record(DEED, DEED, DEED)
    with desk.database.reading() as db:
        assert numbers(audit.page(db, HOME, EntryFilter(), limit=3)) == [3, 2, 1]


@table("last", [0, 3, 6])
def test_every_entry_up_to_one_comes_in_order(recorded: Desk, last: int) -> None:
    with recorded.database.reading() as db:
        assert [entry.number for entry, _ in audit.every(db, HOME, last)] == list(range(1, last + 1))


def test_a_record_of_thousands_is_read_to_its_end(desk: Desk) -> None:
    desk.record(*[DEED] * 2500)
    with desk.database.reading() as db:
        assert [entry.number for entry, _ in audit.every(db, HOME, 2500)] == list(range(1, 2501))
    assert desk.verify().sound == 2500


@pytest.mark.parametrize(
    ("ask", "names"),
    [
        pytest.param(Log(), ["chloe", "ben", "ben", "ben"], id="all of it"),
        pytest.param(Log(about="H-1"), ["ben", "ben"], id="a hold"),
        pytest.param(Log(about="H-9"), [], id="a hold that there never was"),
        pytest.param(Log(about=E164("+12060000000")), ["chloe", "ben", "ben"], id="a number, in every hold it was in"),
        pytest.param(Log(about=E164("+12069999999")), [], id="a number that nobody ever held"),
        pytest.param(Log(who=CHLOE.user), ["chloe"], id="a member"),
        pytest.param(Log(since=AN_HOUR), ["chloe"], id="the last hour"),
        pytest.param(Log(since=date(2026, 3, 2)), ["chloe", "ben", "ben", "ben"], id="since a day"),
        pytest.param(Log(since=date(2026, 3, 3)), [], id="since the day after"),
        pytest.param(Log(about="H-1", who=CHLOE.user), [], id="what a member did to a hold of another's"),
    ],
)
def test_the_log_shows_what_is_asked_for(desk: Desk, ask: Log, names: list[str]) -> None:
    first, other = fill(desk.database, 2)
    desk.release(BEN, desk.held(HOME, desk.reserve(BEN, 1, these=(first,))))
    desk.reserve(BEN, 1, these=(other,))
    desk.clock.advance(2 * HOLD_LASTS + AN_HOUR)
    desk.reserve(CHLOE, 1, these=(first,))
    shown = log.log(desk.tools, click(BEN), ask).text
    told = [line.split(" · ")[1].split()[0] for line in shown.splitlines() if " · " in line]
    assert told == names


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        pytest.param("UTC", "Since Tuesday, March 3, 2026, 00:00, UTC.", id="UTC"),
        pytest.param("Asia/Tokyo", "Since Tuesday, March 3, 2026, 00:00, Asia/Tokyo (UTC+09:00).", id="Tokyo"),
        pytest.param("America/New_York", "Since Tuesday, March 3, 2026, 00:00, America/New York (UTC-05:00).", id="NY"),
    ],
)
def test_a_day_begins_where_the_member_is_and_that_is_told(desk: Desk, zone: str, told: str) -> None:
    begin = datetime(2026, 3, 3, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    desk.record(replace(DEED, name="a", at=begin - timedelta(seconds=1)), replace(DEED, name="b", at=begin))
    by = click(replace(BEN, zone=zone))
    shown = log.log(desk.tools, by, Log(since=date(2026, 3, 3)))
    assert [line.split(" · ")[1].split()[0] for line in shown.text.splitlines() if " · " in line] == ["b"]
    assert told in str(shown.blocks)


def test_a_log_of_many_entries_is_turned_page_by_page(desk: Desk) -> None:
    desk.record(*[replace(DEED, name=f"member {number}") for number in range(PAGE + 1)])
    first, second, third = (str(log.log(desk.tools, click(BEN), Log(page=page)).blocks) for page in (1, 2, 3))
    assert "member 10" in first
    assert "member 0" not in first
    assert "log page:2" in first
    assert "member 0" in second
    assert "page:3" not in second
    assert "member" not in third


def test_only_those_who_may_search_read_the_log(desk: Desk) -> None:
    desk.set(roles=Roles(search=ADMINS))
    assert log.log(desk.tools, click(BEN), Log()).refusal == RoleRefusal.MAY_NOT_SEARCH
    assert not log.log(desk.tools, click(ADA), Log()).refusal


def test_only_admins_take_the_record_away(desk: Desk) -> None:
    before = desk.everything()
    assert log.export(desk.tools, click(BEN), ExportLog()).refusal == RecordRefusal.ADMINS_ONLY
    assert desk.everything() == before


def test_an_export_is_recorded_and_owed_to_who_asked(desk: Desk) -> None:
    desk.record(DEED)
    assert log.export(desk.tools, click(ADA), ExportLog()).text
    assert [entry.deed.who for entry in desk.entries("log")] == [ADA.user]
    debt = claimed(desk)
    assert (debt.owing.kind, debt.owing.channel) == (RecordOutbox.EXPORT, ChannelId(ADA.user))
    assert debt.owing.detail["last"] == 2


def test_an_export_has_every_entry_as_it_was_and_none_that_came_later(recorded: Desk) -> None:
    recorded.record(replace(DEED, subject="later"))
    header, *rows = exported(recorded, last=6)
    assert tuple(header) == log.COLUMNS
    assert [int(row[0]) for row in rows] == list(range(1, 7))
    assert [datetime.fromisoformat(row[1]) for row in rows] == [START + number * AN_HOUR for number in range(1, 7)]
    with recorded.database.reading() as db:
        assert [row[-1] for row in rows] == [seal for _, seal in audit.every(db, HOME, 6)]


def test_what_a_spreadsheet_would_run_is_told_to_be_text(desk: Desk) -> None:
    desk.record(replace(DEED, name="=HYPERLINK(1)", after={"note": "=1+1"}), replace(DEED, name='ben, the "second"\n'))
    _, first, second = exported(desk, last=2)
    assert first[3] == "'=HYPERLINK(1)"
    assert first[9] == '{"note": "=1+1"}'
    assert second[3] == 'ben, the "second"\n'


@pytest.mark.parametrize(("workspace", "by"), [(HOME, "ben"), (AWAY, "eve")])
def test_a_log_shows_nothing_of_another_workspace(desk: Desk, workspace: WorkspaceId, by: str) -> None:
    fill(desk.database, 2)
    desk.reserve(BEN, 1)
    desk.reserve(EVE, 1)
    member = BEN if workspace == HOME else EVE
    for ask in (Log(), Log(about="H-1"), Log(about=E164("+12060000000" if workspace == HOME else "+12060000001"))):
        lines = log.log(desk.tools, click(member), ask).text.splitlines()
        assert [line.split(" · ")[1].split()[0] for line in lines] == [by]
    for ask in (Log(who=UserId("UNOBODY")), Log(about=E164("+12060000001" if workspace == HOME else "+12060000000"))):
        assert " · " not in log.log(desk.tools, click(member), ask).text
    assert [row[3] for row in exported(desk, last=99, workspace=workspace)[1:]] == [by]


def exported(desk: Desk, last: int, workspace: WorkspaceId = HOME) -> list[list[str]]:
    """The rows of the file, read as a spreadsheet reads it."""
    file = io.StringIO(newline="")
    log.write(desk.tools, workspace, last, file)
    file.seek(0)
    return list(csv.reader(file))


def numbers(entries: list[Entry]) -> list[int]:
    return [entry.number for entry in entries]

"""The report: owed to who asks for it, and drawn from what is there when it is sent."""

from datetime import timedelta
from pathlib import Path

import pytest

from handlers.inventory import report
from handlers.inventory.owing import InventoryOutbox
from handlers.inventory.requests import Report
from handlers.kit import delivery
from handlers.kit.outgoing import Upload
from handlers.record.entries import RecordAction
from store.types import Criteria, Kind, Place
from store.workspaces.types import Licences
from tests.desk import AWAY, BEN, CHLOE, EVE, QUOTA, TOLL_FREE, Desk, click
from tests.store.owing import claimed, owing
from tests.store.serving import PORTED, own, ported, release, restore, sent

DAY = timedelta(days=1)
OF_PARIS = Criteria(place=Place(country="FR", city="Paris"), kind=Kind.TOLL)


def drawn(desk: Desk, by: str = "UBEN") -> Upload:
    return report.drawn(desk.tools, owing(InventoryOutbox.REPORT, f"report {by}", detail={"name": "report.png"}), "en")


def test_a_report_is_recorded_and_owed_once_to_who_asked(desk: Desk, tmp_path: Path) -> None:
    assert report.report(desk.tools, click(BEN, "1"), Report()) == report.report(desk.tools, click(BEN, "1"), Report())
    (entry,) = desk.entries("report")
    assert (entry.deed.action, entry.deed.who) == (RecordAction.EXPORTED, BEN.user)
    debt = claimed(desk)
    assert (debt.owing.kind, str(debt.owing.channel)) == (InventoryOutbox.REPORT, BEN.user)
    upload = delivery.render(desk.tools, debt)
    assert isinstance(upload, Upload)
    assert upload.name == f"numberdesk-report-20260302-{entry.number}.png"
    upload.write(tmp_path / "report.png")
    assert (tmp_path / "report.png").read_bytes().startswith(b"\x89PNG")


def test_each_who_asks_gets_their_own(desk: Desk) -> None:
    for by in (BEN, CHLOE, EVE):
        report.report(desk.tools, click(by), Report())
    assert {str(claimed(desk).owing.channel) for _ in range(3)} == {BEN.user, CHLOE.user, EVE.user}


def test_a_report_of_nothing_says_so(desk: Desk) -> None:
    assert drawn(desk).alt == (
        "Of a quota of 20 for each kind, 0 toll and 0 toll-free numbers are used; "
        "90 days ago 0 and 0 were. Numbers by country: no numbers yet."
    )


def test_a_report_counts_what_is_acquired_by_kind_and_by_country_where_most_are_first(desk: Desk) -> None:
    own(desk, 2)
    own(desk, 1, wanted=TOLL_FREE)
    own(desk, 4, wanted=OF_PARIS)
    own(desk, 9, by=EVE)
    said = drawn(desk).alt
    assert "6 toll and 1 toll-free numbers are used; 90 days ago 0 and 0 were." in said
    assert said.endswith("Numbers by country: France 4, United States 3.")


def test_ported_numbers_are_in_their_country_and_outside_the_quota(desk: Desk) -> None:
    ported(desk, *PORTED)
    sent(desk, *(number.replace("+4420794600", "+4420794601") for number in PORTED))  # type: ignore[arg-type] # like them
    said = drawn(desk).alt
    assert "0 toll and 0 toll-free" in said
    assert "United Kingdom 2." in said


@pytest.mark.parametrize(
    ("later", "before"),
    [
        pytest.param(0, 0, id="on the day itself"),
        pytest.param(88, 0, id="while the day before it is shown"),
        pytest.param(89, 3, id="on the last day on which it is the first day shown"),
        pytest.param(400, 3, id="long after"),
    ],
)
def test_a_report_reckons_back_what_was_used(desk: Desk, later: int, before: int) -> None:
    own(desk, 3)
    desk.clock.advance(later * DAY)
    assert f"3 toll and 0 toll-free numbers are used; 90 days ago {before} and 0 were." in drawn(desk).alt


def test_what_was_released_and_restored_is_reckoned_back_too(desk: Desk) -> None:
    numbers = own(desk, 5)
    desk.clock.advance(95 * DAY)
    for number in numbers[:3]:
        release(desk, number)
    desk.clock.advance(5 * DAY)
    restore(desk, numbers[0])
    assert "3 toll and 0 toll-free numbers are used; 90 days ago 5 and 0 were." in drawn(desk).alt
    desk.clock.advance(100 * DAY)
    assert "3 toll and 0 toll-free numbers are used; 90 days ago 3 and 0 were." in drawn(desk).alt


def test_what_was_ported_and_released_changes_nothing_of_what_was_used(desk: Desk) -> None:
    first, second = ported(desk, *PORTED)
    own(desk, 2)
    release(desk, first)
    release(desk, second)
    restore(desk, second)
    assert "2 toll and 0 toll-free numbers are used; 90 days ago 0 and 0 were." in drawn(desk).alt


def test_a_released_number_that_others_took_counts_as_what_it_was(desk: Desk) -> None:
    own(desk, 1)
    (number,) = own(desk, 1, wanted=OF_PARIS)
    desk.clock.advance(60 * DAY)
    release(desk, number)
    desk.clock.advance(31 * DAY)
    desk.acquire(EVE, desk.hold(EVE, 1, OF_PARIS))
    assert desk.in_use(AWAY) == 1
    assert "1 toll and 0 toll-free numbers are used; 90 days ago 2 and 0 were." in drawn(desk).alt


def test_the_quota_is_that_of_now(desk: Desk) -> None:
    assert f"a quota of {QUOTA} " in drawn(desk).alt
    desk.set(licences=Licences(phone_system=50_000))
    assert "a quota of 1,500 " in drawn(desk).alt

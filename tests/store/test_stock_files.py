"""/numbers pool import: a file is looked at, confirmed, taken and reported on; by admins alone."""

from dataclasses import replace
from typing import Any

from bot.workspace.blockkit import check_view
from handlers.kit.file_faults import FileFault
from handlers.kit.member import Click, Member
from handlers.kit.outgoing import Arrived, Turn
from handlers.kit.reply import Reply
from handlers.stock import files, show
from handlers.stock.requests import ShowPool
from handlers.stock.rules import StockRefusal
from store.types import Place
from tests.desk import ADA, BEN, HOME, Desk, click, fill
from tests.store.owing import claimed, pay

GIVEN: dict[str, Any] = {
    "stock_file": {"stock_file": {"files": [{"id": "F123"}]}},
    "stock_as": {"stock_as": {"selected_option": {"value": "free"}}},
}
CONTENT = b"number,country,city\n+12065550100,US,Seattle\n+12065550101,US,Seattle\nhello,US,\n"


def sends(by: Member = ADA) -> Click:
    return replace(click(by), view="V1")


def arrives(desk: Desk, content: bytes | FileFault = CONTENT) -> dict[str, Any]:
    """The modal that shows what came of a file, once that arrived."""
    debt = claimed(desk)
    files.put_file(desk.tools, debt).take(Arrived(name="a.csv", content=content))
    shown = claimed(desk)
    turn = files.put_shown(desk.tools, shown)
    pay(desk, shown)
    assert isinstance(turn, Turn)
    view = turn.view.to_dict()
    assert check_view(view) == []
    return view


def test_a_file_is_looked_at_and_taken_once_it_is_confirmed(desk: Desk) -> None:
    assert files.look(desk.tools, sends(), {}, GIVEN).view
    preview = arrives(desk)
    assert (preview["callback_id"], desk.to_be_had()) == ("stock_confirm", 0)
    assert "*2* numbers would come in" in str(preview)
    assert "Line 4: hello" in str(preview)
    files.confirm(desk.tools, sends(), {"file": "F123", "as": "free"}, {})
    report = arrives(desk)
    assert "*2* numbers came in" in str(report)
    assert desk.to_be_had() == 2
    assert [entry.deed.who for entry in desk.entries("stock")] == [ADA.user]


def test_what_is_in_the_pool_is_not_taken_for_in_service_by_anybody_in_slack(desk: Desk) -> None:
    files.confirm(desk.tools, sends(), {"file": "F123", "as": "free"}, {})
    arrives(desk)
    content = b"number\n+12065550100\n+12065550199\n"
    as_acquired = {"stock_as": {"stock_as": {"selected_option": {"value": "acquired"}}}}
    files.look(desk.tools, sends(), {}, GIVEN | as_acquired)
    preview = str(arrives(desk, content))
    files.confirm(desk.tools, replace(sends(), key="2.1"), {"file": "F123", "as": "acquired"}, {})
    report = str(arrives(desk, content))
    for told in (preview, report):
        assert "Line 2: +12065550100: it is in the pool" in told
        assert "*1* number " in told
    assert (desk.to_be_had(), desk.in_use()) == (2, 1)


def test_a_file_that_cannot_be_used_leaves_the_form_open_with_the_reason(desk: Desk) -> None:
    for wrong in (FileFault.TOO_LARGE, b"PK\x03\x04", b"a,b\nc,d\n"):
        files.look(desk.tools, sends(), {}, GIVEN)
        assert arrives(desk, wrong)["callback_id"] == "stock_import"


def test_only_admins_see_to_the_stock(desk: Desk) -> None:
    fill(desk.database, 1)
    answers: list[Reply] = [
        show.show(desk.tools, click(BEN), ShowPool()),
        files.look(desk.tools, sends(BEN), {}, GIVEN),
        files.confirm(desk.tools, sends(BEN), {"file": "F123", "as": "free"}, {}),
    ]
    assert {answer.refusal for answer in answers} == {StockRefusal.ADMINS_ONLY}
    assert "1 can be had, 0 held, 0 resting" in show.show(desk.tools, click(ADA), ShowPool()).text
    assert "no stock in Spain" in show.show(desk.tools, click(ADA), ShowPool(within=Place(country="ES"))).text


def test_an_admin_who_is_none_any_more_when_the_file_arrives_brings_nothing_in(desk: Desk) -> None:
    files.look(desk.tools, sends(), {}, GIVEN)
    desk.slack.members[ADA.user] = replace(ADA, standing=BEN.standing)
    assert "Only admins" in str(arrives(desk))
    assert desk.to_be_had() == 0
    assert ADA.workspace == HOME

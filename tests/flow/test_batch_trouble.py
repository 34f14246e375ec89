"""Batches while Slack or the bot is in trouble: previews, cards and ends are late perhaps, and told once."""

from dataclasses import replace

import pytest

from store.numbers.types import Status
from tests.flow.batching import (
    FIRST,
    SECOND,
    changes,
    confirms,
    does,
    drops,
    gives,
    lines,
    owns,
    previews,
    under,
)
from tests.flow.desk import ALONE, Desk, eventually
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.slack import GENERAL, PRIVATE, Json

pytestmark = [pytest.mark.usefixtures("alone"), pytest.mark.both_engines]
ACQUIRED, RESTING = Status.ACQUIRED, Status.RESTING
TWO = b"number\n+12065550100\n+12065550101\n"
ERROR = pytest.param({"error": "internal_error"}, id="Slack has an error of its own")
LOST = pytest.param({"drop": True}, id="Slack's answer gets lost")


@pytest.mark.parametrize("failure", [ERROR, LOST])
def test_a_modal_that_slack_does_not_change_at_once_shows_the_preview_later(
    desk: Desk, ben: Member, failure: Json
) -> None:
    owns(ben)
    desk.fault("views.update", **failure)
    preview = drops(ben, "release", TWO)
    assert lines(preview) == ["1. ✓ `+1 206-555-0100`", "2. ✓ `+1 206-555-0101`"]
    confirms(ben, preview)
    desk.settle()
    assert "*B-1*: 2 of 2 released." in ben.modal().words
    assert changes(desk) == {FIRST: 1, SECOND: 1}
    assert desk.texts("@ben") == []


@pytest.mark.parametrize("method", ["files.info", "conversations.open"])
def test_a_file_that_slack_does_not_give_at_once_is_read_later(desk: Desk, ben: Member, method: str) -> None:
    owns(ben)
    desk.fault(method, status=500)
    waiting = gives(ben, "release", TWO)
    ben.closes(waiting)
    told = desk.said("Your list is read: 2 lines.", "@ben")
    desk.settle()
    assert sum("Your list is read" in text for text in desk.texts("@ben")) == 1
    assert ben.chooses(told, "See what would happen")


def test_who_closed_the_modal_is_told_once_though_the_answer_was_lost(desk: Desk, ben: Member) -> None:
    owns(ben)
    desk.settle()
    desk.fault("files.info", delay_seconds=0.5)
    desk.fault("chat.postMessage", drop=True)
    ben.closes(gives(ben, "release", TWO))
    desk.said("Your list is read: 2 lines.", "@ben")
    desk.settle()
    assert len(desk.texts("@ben")) == 1


@pytest.mark.slow
def test_a_file_is_read_though_the_bot_is_killed_over_it(desk: Desk, ben: Member) -> None:
    owns(ben)
    desk.settle()
    desk.fault("files.info", delay_seconds=2)
    waiting = gives(ben, "release", TWO)
    desk.kill_bot()
    eventually(desk.is_up)
    desk.end_leases()
    preview = eventually(lambda: next((view for view in ben.modals() if view.words != waiting.words), None))
    assert len(lines(preview)) == 2


def test_a_card_whose_answer_was_lost_is_posted_once_and_is_the_batchs(desk: Desk, ada: Member, ben: Member) -> None:
    owns(ben)
    desk.settle()
    desk.fault("chat.postMessage", drop=True)
    confirms(ben, previews(ben, "release", FIRST))
    desk.settle()
    assert ada.presses(desk.card("B-1"), "Restore") == "Restored: 1 number."
    desk.card("B-1", "Restored: ours again")
    assert len(under(desk)) == 1


def test_the_end_of_a_rest_is_told_once_though_the_answer_was_lost(desk: Desk, ben: Member) -> None:
    owns(ben)
    does(ben, "release", FIRST)
    desk.settle()
    desk.fault("chat.postMessage", drop=True)
    desk.advance(days=30, seconds=1)
    desk.said("The rest of what B-1 released has ended")
    assert len(under(desk)) == 1


def test_a_card_that_was_deleted_or_whose_channel_was_archived_goes_on_elsewhere(
    desk: Desk, ada: Member, ben: Member
) -> None:
    owns(ben)
    confirms(ben, previews(ben.at(GENERAL), "release", FIRST))
    card = desk.card("B-1", channel=GENERAL)
    desk.settle()
    desk.post("channel", channel=GENERAL, is_archived=True)
    ada.types(f"restore {FIRST}")
    desk.settle()
    moved = desk.card("B-1", "Restored: ours again")
    assert moved.ts != card.ts
    assert under(desk) == [f"{ada.mention} restored `+1 206-555-0100`."]
    ben.closes(ben.modal())
    second = does(ben, "release", SECOND)
    desk.settle()
    desk.post("delete", channel=second.channel, message_ts=second.ts)
    ada.types(f"restore {SECOND}")
    assert desk.card("B-2", "Restored: ours again").ts != second.ts


def test_a_channel_without_the_desk_has_its_releases_approved_where_notices_go(
    shared: Product, ada: Member, ben: Member
) -> None:
    desk = shared.desk
    owns(ben)
    shared.set_up(replace(ALONE, policy=replace(ALONE.policy, approvals=1, releases=True)))
    confirms(ben, previews(ben.at(PRIVATE), "release", FIRST))
    ada.presses(desk.card("B-1", "asks to release"), "Approve")
    desk.card("B-1", "released *1 number*")


def test_where_the_desk_cannot_post_the_card_goes_where_notices_go(desk: Desk, ada: Member, ben: Member) -> None:
    owns(ben)
    report = confirms(ada, previews(ada.at(PRIVATE), "release", FIRST))
    assert "*B-1*: 1 of 1 released." in report.words
    assert f"{ada.mention} released *1 number*" in desk.card("B-1").words
    assert desk.cards("B-1", PRIVATE) == []
    confirms(ben.at("@ben"), previews(ben.at("@ben"), "release", SECOND))
    desk.card("B-2", channel="@ben")
    assert desk.cards("B-2") == []

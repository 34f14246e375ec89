"""Port orders while Slack is in trouble: cards are lost, channels left, files late; nothing is said or given twice."""

from datetime import timedelta

import pytest

from handlers.ports.entries import PortAction
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.porting import (
    AT_FOC,
    STEPS,
    approved,
    card,
    cards,
    comments,
    fills,
    go_to,
    has_sent,
    letter,
    received,
    replies,
    says,
    sends,
    signs,
    under,
    writes,
)
from tests.flow.slack import GENERAL, PRIVATE

pytestmark = [pytest.mark.usefixtures("monday"), pytest.mark.both_engines]


def test_where_the_desk_cannot_post_the_card_goes_where_notices_go(desk: Desk, ada: Member) -> None:
    fills(ada, ada.at(PRIVATE).opens("port new"), STEPS[0])
    assert f"Requested by {ada.mention}" in card(desk).words
    assert cards(desk, PRIVATE) == []


def test_an_order_may_be_written_in_the_members_own_messages_with_the_desk(desk: Desk, ben: Member) -> None:
    fills(ben, ben.at("@ben").opens("port new"), STEPS[0])
    shown = card(desk, channel="@ben")
    ben.at("@ben").presses(shown, "Cancel order")
    card(desk, "*Cancelled*", channel="@ben")
    desk.settle()
    assert cards(desk) == []
    assert desk.texts() == []
    assert sum("to Cancelled." in text for text in desk.texts("@ben")) == 1


def test_a_card_that_was_deleted_is_posted_anew_and_its_thread_is_the_orders(desk: Desk, ben: Member) -> None:
    writes(ben)
    desk.settle()
    old = card(desk)
    desk.post("delete", channel=old.channel, message_ts=old.ts)
    ben.presses(ben.types("port PO-1"), "Make the letter")
    desk.settle()
    new = card(desk)
    assert new.ts != old.ts
    replies(ben, "here now")
    eventually(lambda: comments(desk))
    assert comments(desk) == ["here now"]
    assert len(cards(desk)) == 1


def test_where_the_channel_was_archived_the_order_goes_on_where_notices_go(desk: Desk, ben: Member) -> None:
    fills(ben, ben.at(GENERAL).opens("port new"), *STEPS)
    card(desk, channel=GENERAL)
    desk.settle()
    shown = ben.types("port PO-1")
    desk.post("channel", channel=GENERAL, is_archived=True)
    ben.presses(shown, "Make the letter")
    assert received(ben, "PO-1-letter")
    assert [line.text for line in under(desk)] == [f"PO-1 · {ben.mention} had the letter of authorisation made."]
    signs(ben)
    sends(ben)
    assert under(desk)[-1].is_broadcast
    replies(ben, "here now")
    eventually(lambda: comments(desk) == ["here now"])


def test_a_letter_whose_upload_seemed_to_fail_arrives_once(desk: Desk, ben: Member) -> None:
    writes(ben)
    desk.fault("files.completeUploadExternal", drop=True)
    assert letter(ben)
    desk.settle()
    shown = [said for said in desk.messages("@ben") if said.body.get("files")]
    assert len(shown) == 1


def test_a_file_that_slack_does_not_give_at_once_is_fetched_later(desk: Desk, ben: Member) -> None:
    writes(ben)
    desk.fault("files.info", status=500)
    signs(ben)
    assert desk.record("PO-1").count(PortAction.LETTER_SIGNED) == 1


def test_a_notice_whose_answer_was_lost_is_not_said_twice(desk: Desk, ada: Member, ben: Member) -> None:
    has_sent(ben)
    desk.fault("chat.postMessage", drop=True)
    says(ada, "contacting_carrier")
    assert sum("Contacting carrier" in line.text for line in under(desk)) == 1
    assert sum("Contacting carrier" in text for text in desk.texts("@ben")) == 1


def test_a_bot_that_was_killed_before_the_transfer_tells_of_it_once_it_is_back(
    desk: Desk, ada: Member, ben: Member
) -> None:
    has_sent(ben)
    approved(ada)
    desk.kill_bot()
    go_to(desk, AT_FOC - timedelta(minutes=59))
    eventually(desk.is_up)
    desk.said("An hour to go")
    desk.settle()
    told = [text.split(":")[0] for text in desk.texts("@ben")[-2:]]
    assert told == ["PO-1 · Transfer pending", "PO-1 · An hour to go"]
    assert "*Transfer pending*" in card(desk).words

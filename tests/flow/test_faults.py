"""Slack errs, is slow, asks to wait, loses answers, says things twice: each member gets an answer, each channel one."""

from dataclasses import replace

import pytest

from bot.local import SAMPLE
from tests.flow.desk import ALONE, Desk
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.promises import check
from tests.flow.slack import GENERAL, PHONES, PRIVATE, Json

SEATTLE = "reserve 2 US Washington Seattle"
ERROR = pytest.param({"error": "internal_error"}, id="Slack has an error of its own")
LOST = pytest.param({"drop": True}, id="Slack's answer gets lost")
FAILURES = [
    ERROR,
    LOST,
    pytest.param({"status": 500}, id="Slack is broken"),
    pytest.param({"status": 429, "retry_after": 1}, id="Slack asks us to wait"),
]
# More than a member can wait for: a second for a look-up, two for a modal.
TOO_SLOW = pytest.param({"delay_seconds": 2.3}, id="Slack answers too late")


@pytest.mark.slow
@pytest.mark.parametrize("failure", [ERROR, LOST])
def test_whether_a_lost_answer_was_to_a_message_is_asked_until_slack_says_so(
    desk: Desk, ada: Member, ben: Member, failure: Json
) -> None:
    ben.at(GENERAL).types(SEATTLE)
    desk.card("H-1", channel=GENERAL)
    check(desk)
    desk.fault("chat.postMessage", drop=True, channel=GENERAL)
    desk.fault("conversations.replies", **failure)
    desk.fault("chat.postMessage", drop=True, channel=PHONES)
    desk.fault("conversations.history", **failure)
    ben.types("release H-1")
    ada.types(SEATTLE)
    check(desk)
    assert len(desk.log("conversations.replies")) == len(desk.log("conversations.history")) == 2


@pytest.mark.parametrize("failure", [*FAILURES, TOO_SLOW])
@pytest.mark.usefixtures("alone")
def test_where_a_modal_did_not_open_or_may_not_have_the_member_is_told_and_may_try_again(
    desk: Desk, ada: Member, failure: Json
) -> None:
    told = "If you see none" if failure.keys() & {"drop", "delay_seconds"} else "Slack did not open the window"
    ada.types(SEATTLE)
    card = desk.card("H-1")
    desk.fault("views.open", times=2, **failure)
    assert told in ada.presses(card, "Acquire numbers")
    assert told in ada.types("settings").text
    assert ada.submits(ada.chooses(card, "Acquire numbers"))["ok"]
    check(desk, ALONE)


@pytest.mark.usefixtures("alone")
def test_a_modal_that_opens_late_is_a_modal(desk: Desk, ada: Member) -> None:
    ada.types(SEATTLE)
    desk.fault("views.open", delay_seconds=0.8)
    assert ada.submits(ada.chooses(desk.card("H-1"), "Acquire numbers"))["ok"]
    check(desk, ALONE)


@pytest.mark.parametrize("failure", [*FAILURES, TOO_SLOW])
def test_rights_that_slack_does_not_tell_are_not_granted(desk: Desk, ada: Member, failure: Json) -> None:
    forget(desk, ada)
    desk.fault("users.info", times=2, **failure)
    for wish in ("settings", SEATTLE):
        assert "Slack did not say what you may do" in ada.types(wish).text
    assert "You hold *2 toll numbers*" in ada.types(SEATTLE).text
    assert len(check(desk).holds) == 1


def forget(desk: Desk, member: Member) -> None:
    """Have the desk ask Slack for this member anew."""
    desk.change("user", user=member.name, locale="en-GB")


@pytest.mark.parametrize("method", ["users.conversations", "conversations.info"])
@pytest.mark.parametrize("failure", [*FAILURES, TOO_SLOW])
def test_where_slack_does_not_say_who_may_post_nothing_is_held(
    desk: Desk, ben: Member, method: str, failure: Json
) -> None:
    desk.fault(method, **failure)
    assert "nothing was changed. Please try again." in ben.at(PRIVATE).types(SEATTLE).text
    assert "You hold *2 toll numbers*" in ben.at(PRIVATE).types(SEATTLE).text
    assert len(check(desk).holds) == 1


@pytest.mark.parametrize("failure", FAILURES)
def test_what_was_done_stays_done_though_the_member_cannot_be_told(desk: Desk, ada: Member, failure: Json) -> None:
    ada.types(SEATTLE)
    card = desk.card("H-1")
    desk.fault("response_url", **failure)
    ada.presses(card, "Release")
    desk.card("H-1", "released")
    check(desk)


@pytest.mark.parametrize("method", ["users.list", "conversations.open"])
def test_who_must_be_told_of_a_lost_channel_is_told_as_soon_as_slack_lets_us(
    shared: Product, ada: Member, ben: Member, method: str
) -> None:
    desk = shared.desk
    shared.set_up(replace(SAMPLE, notices=None))
    ben.at(GENERAL).types(SEATTLE)
    desk.card("H-1", channel=GENERAL)
    desk.post("channel", channel=GENERAL, is_archived=True)
    desk.fault(method, status=500)
    ben.at("@ben").types("release H-1")
    desk.settle()
    assert len(desk.cards("H-1", "@ben")) == 1
    assert "could not post the card of H-1" in " ".join(desk.texts(f"@{ada.name}"))


def test_whatever_slack_delivers_again_is_done_once(desk: Desk, ada: Member, ben: Member) -> None:
    do_some_of_everything(desk, ada, ben)
    before = check(desk)
    delivered = [entry for entry in desk.log() if entry["direction"] == "to_bot"]
    for entry in delivered:
        assert desk.post("deliver", type=entry["method"], payload=entry["arguments"], times=3)["ok"]
    after = check(desk)
    assert (after.holds, after.took, after.deeds) == (before.holds, before.took, before.deeds)
    assert [message.ts for message in after.messages] == [message.ts for message in before.messages]
    assert {entry["method"] for entry in delivered} == {"slash_commands", "interactive", "events_api"}


def do_some_of_everything(desk: Desk, ada: Member, ben: Member) -> None:
    ada.types(SEATTLE)
    ben.types(SEATTLE)
    ada.types("search US Washington Seattle")
    ben.presses(desk.card("H-2"), "Release")
    ada.home()
    forget(desk, ada)
    desk.advance(minutes=11)
    ben.presses(desk.card("H-1", "ended at"), "Hold again")


@pytest.mark.parametrize("seconds", [0, 0.1])
@pytest.mark.usefixtures("alone")
def test_nothing_is_lost_while_the_desk_is_asked_to_reconnect(
    desk: Desk, ada: Member, ben: Member, seconds: float
) -> None:
    desk.fault("chat.postMessage", delay_seconds=seconds)
    desk.post("disconnect")
    ada.types(SEATTLE)
    desk.post("disconnect")
    view = ada.chooses(desk.card("H-1"), "Acquire numbers")
    desk.post("disconnect")
    assert ada.submits(view)["ok"]
    ben.types(SEATTLE)
    desk.card("H-2")
    desk.post("disconnect")
    desk.advance(minutes=11)
    desk.said("The hold H-2")
    desk.post("disconnect")
    ada.home()
    assert len(check(desk, ALONE).holds) == 2

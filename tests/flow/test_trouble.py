"""Slack fails, messages vanish, the bot dies: nothing owed is lost, and nothing is said twice."""

from dataclasses import replace
from typing import Any

import pytest

from bot.local import SAMPLE
from handlers.holds.entries import HoldAction
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.slack import GENERAL

pytestmark = pytest.mark.both_engines

SEATTLE = "reserve 2 US Washington Seattle"
FAILURES = [
    pytest.param({"error": "internal_error"}, id="Slack has an error of its own"),
    pytest.param({"status": 500}, id="Slack is broken"),
    pytest.param({"status": 429, "retry_after": 1}, id="Slack asks us to wait"),
    pytest.param({"drop": True}, id="Slack's answer gets lost"),
]
TOO_LATE = pytest.param({"delay_seconds": 11}, id="Slack answers too late", marks=pytest.mark.slow)


@pytest.mark.parametrize("failure", [*FAILURES, TOO_LATE])
def test_a_notice_is_told_once_however_slack_fails_when_it_is_due(
    desk: Desk, ada: Member, failure: dict[str, Any]
) -> None:
    ada.types(SEATTLE)
    card = desk.card("H-1")
    desk.settle()
    desk.fault("chat.postMessage", **failure)
    desk.advance(minutes=10, seconds=1)
    eventually(lambda: desk.record("H-1") == [HoldAction.RESERVED, HoldAction.RAN_OUT])
    desk.settle()
    assert [line.text for line in desk.thread(card)] == [
        f"The hold H-1 of {ada.mention} ended. Its 2 numbers went back to the pool."
    ]


@pytest.mark.parametrize("failure", FAILURES)
def test_a_card_is_posted_once_however_slack_fails(desk: Desk, ada: Member, failure: dict[str, Any]) -> None:
    desk.fault("chat.postMessage", **failure)
    ada.types(SEATTLE)
    desk.settle()
    assert desk.card("H-1").ts == desk.hold("H-1").card_ts
    assert len(desk.messages()) == 1


@pytest.mark.parametrize("failure", FAILURES)
def test_a_card_is_drawn_again_however_slack_fails(desk: Desk, ada: Member, failure: dict[str, Any]) -> None:
    ada.types(SEATTLE)
    card = desk.card("H-1")
    desk.settle()
    desk.fault("chat.update", **failure)
    ada.presses(card, "Release")
    desk.settle()
    assert "released" in desk.card("H-1").words


def test_other_channels_go_on_while_slack_asks_one_to_wait(desk: Desk, ada: Member) -> None:
    desk.fault("chat.postMessage", status=429, retry_after=3, channel=GENERAL)
    ada.at(GENERAL).types(SEATTLE)
    eventually(lambda: desk.log("chat.postMessage"))
    ada.types(SEATTLE)
    desk.card("H-2")
    assert desk.cards("H-1", GENERAL) == []
    desk.card("H-1", channel=GENERAL)


def test_a_hold_that_changes_while_its_card_is_posted_is_drawn_again(desk: Desk, ada: Member) -> None:
    desk.fault("chat.postMessage", delay_seconds=0.7)
    ada.types(SEATTLE)
    ada.presses(desk.card("H-1"), "Release")  # it is there, and the desk does not know yet
    desk.settle()
    assert "released" in desk.card("H-1").words
    assert len(desk.thread(desk.card("H-1"))) == 1


def test_a_hold_that_changes_while_its_card_is_drawn_is_drawn_again(desk: Desk, ada: Member, ben: Member) -> None:
    ada.types(SEATTLE)
    desk.card("H-1")
    desk.settle()
    desk.fault("chat.update", delay_seconds=0.7)
    desk.advance(minutes=10, seconds=1)
    ben.presses(desk.card("H-1", "ended at"), "Hold again")
    desk.settle()
    assert f"Held again by {ben.mention}" in desk.card("H-1").words


def test_a_card_that_was_deleted_is_posted_anew_and_what_follows_is_told_under_it(desk: Desk, ada: Member) -> None:
    ada.types(SEATTLE)
    deleted = desk.card("H-1")
    desk.post("delete", channel=deleted.channel, message_ts=deleted.ts)
    ada.types("release H-1")
    desk.settle()
    card = desk.card("H-1", "released")
    assert card.ts != deleted.ts
    assert [line.text for line in desk.thread(card)] == [
        f"{ada.mention} released H-1. Its 2 numbers went back to the pool."
    ]


def test_from_an_archived_channel_the_card_moves_to_the_channel_for_notices(desk: Desk, ada: Member) -> None:
    ada.at(GENERAL).types(SEATTLE)
    desk.card("H-1", channel=GENERAL)
    desk.post("channel", channel=GENERAL, is_archived=True)
    desk.advance(minutes=10, seconds=1)
    card = desk.card("H-1", "ended at")
    desk.settle()
    assert [line.text for line in desk.thread(card)] == [
        f"The hold H-1 of {ada.mention} ended. Its 2 numbers went back to the pool."
    ]
    assert card.buttons == ["Hold again"]


def test_with_no_channel_for_notices_it_goes_to_the_holder_and_an_admin_is_told(
    shared: Product, ada: Member, ben: Member
) -> None:
    desk = shared.desk
    shared.set_up(replace(SAMPLE, notices=None))
    ben.at(GENERAL).types(SEATTLE)
    desk.card("H-1", channel=GENERAL)
    desk.post("channel", channel=GENERAL, is_archived=True)
    ben.at("@ben").types("release H-1")
    card = desk.card("H-1", "released", channel="@ben")
    desk.settle()
    assert len(desk.thread(card)) == 1
    (told,) = desk.messages(f"@{ada.name}")
    assert "could not post the card of H-1" in told.text


def test_a_bot_that_was_killed_in_the_middle_of_a_hold_goes_on_where_it_was(desk: Desk, ada: Member) -> None:
    ada.types(SEATTLE)
    card = desk.card("H-1")
    desk.settle()
    desk.kill_bot()
    desk.advance(minutes=10, seconds=1)
    eventually(desk.is_up)
    notice = desk.said(f"The hold H-1 of {ada.mention} ended.")
    desk.settle()
    assert desk.thread(card) == [notice]
    assert desk.record("H-1") == [HoldAction.RESERVED, HoldAction.RAN_OUT]
    assert desk.card("H-1", "ended at").ts == card.ts


@pytest.mark.parametrize(
    ("method", "calls"),
    [
        pytest.param("chat.postMessage", 1, id="posted a card"),
        pytest.param("chat.update", 1, id="drew a card again"),
        pytest.param("chat.postMessage", 2, id="told what was done"),
    ],
)
def test_a_bot_that_was_killed_while_it_sent_says_nothing_twice(
    desk: Desk, ada: Member, method: str, calls: int
) -> None:
    desk.fault(method, delay_seconds=0.5, times=calls)
    ada.types(SEATTLE)
    ada.types("release H-1")
    eventually(lambda: len(desk.log(method)) == calls)
    desk.kill_bot()
    desk.end_leases()
    desk.settle()
    card = desk.card("H-1", "released")
    assert desk.messages() == [card, *desk.thread(card)]
    assert len(desk.thread(card)) == 1


def test_a_bot_that_is_asked_to_reconnect_loses_no_command(desk: Desk, ada: Member) -> None:
    for count in range(1, 6):
        desk.post("disconnect")
        assert f"*H-{count}*" in ada.types("reserve 1 GB London").text

"""The story a newcomer tries: reserve, choose, have a teammate approve, and so acquire."""

import pytest

from handlers.approvals.entries import ApprovalAction
from handlers.holds.entries import HoldAction
from store.holds.types import Outcome
from tests.flow.desk import Desk
from tests.flow.member import Member

pytestmark = pytest.mark.both_engines


def test_three_numbers_are_held_two_acquired_once_ben_approves_and_one_goes_back(
    desk: Desk, ada: Member, ben: Member
) -> None:
    assert "You hold *3 toll numbers* in Seattle, Washington" in ada.types("reserve 3 US Washington Seattle").text

    card = desk.card("H-1")
    assert f"{ada.mention} holds *3 toll numbers*" in card.words
    assert "17 of 20 toll numbers left" in card.words
    assert card.buttons == ["Show numbers", "Acquire numbers", "Release"]
    first, second, third = card.numbers
    assert desk.in_use().held == 3

    view = ada.chooses(card, "Acquire numbers")
    assert view.standing("numbers") == [first, second, third]
    assert ada.submits(view, numbers=[first, second], purpose="call_queue", note="Front desk")["ok"]
    assert ada.modals() == []

    card = desk.card("H-1", f"{ada.mention} asks to acquire *2 of 3 toll numbers*")
    assert card.numbers == [first, second]
    assert "For: Call queue" in card.words
    assert "Note: Front desk" in card.words
    assert "Approvals: *0 of 1*" in card.words
    assert card.buttons == ["Approve", "Decline", "Withdraw", "Show numbers"]
    assert (desk.in_use().held, desk.in_use().acquired) == (3, 0)
    assert ben.presses(card, "Approve") == "You approved H-1. The 2 numbers are acquired."

    card = desk.card("H-1", "acquired *2 of 3 toll numbers*")
    assert card.numbers == [first, second]
    assert "For: Call queue" in card.words
    assert "Note: Front desk" in card.words
    assert f"Approved by {ben.mention}" in card.words
    assert "1 number went back to the pool." in card.words
    desk.settle()
    assert [line.text for line in desk.thread(card)] == [
        f"{ada.mention} asks to acquire 2 of 3 numbers. One approval is needed.",
        f"{ben.mention} approved: 1 of 1.",
        f"{ada.mention} acquired 2 of 3 numbers. One went back to the pool.",
    ]
    assert desk.outcomes("H-1") == {Outcome.ACQUIRED: 2, Outcome.RELEASED: 1}
    assert desk.record("H-1") == [
        HoldAction.RESERVED,
        ApprovalAction.ASKED,
        ApprovalAction.APPROVED,
        HoldAction.ACQUIRED,
    ]
    assert (desk.in_use().held, desk.in_use().acquired) == (0, 2)

"""Releases that teammates must agree to, where the settings say so: by the policy of acquiring, on the batch's card."""

import pytest

from handlers.approvals.entries import ApprovalAction
from handlers.batches.entries import BatchAction
from handlers.inventory.entries import InventoryAction
from store.batches.types import Stage
from store.numbers.types import Status
from tests.flow.asking import decline, stale
from tests.flow.batching import (
    FIRST,
    FIVE,
    SECOND,
    THIRD,
    asks,
    batch,
    confirms,
    lines,
    needs,
    previews,
    statuses,
    times,
    under,
)
from tests.flow.member import Member
from tests.flow.product import Product

pytestmark = pytest.mark.both_engines

BUTTONS = ["Approve", "Decline", "Withdraw", "Show lines"]
ACQUIRED, RESTING = Status.ACQUIRED, Status.RESTING


def test_the_card_says_who_asks_to_release_what_and_a_teammate_approves(
    owned: Product, ada: Member, ben: Member
) -> None:
    desk = owned.desk
    preview = previews(ben, "release", FIRST, SECOND, "hello")
    assert "A teammate must approve first." in preview.words
    assert "B-1 waits for approval: see its card in <#C0PHONES1>." in confirms(ben, preview).words
    card = desk.card("B-1", f"{ben.mention} asks to release *2 numbers* · *B-1*")
    assert "Approvals: *0 of 1* · any member of this channel may approve" in card.words
    assert card.numbers == [FIRST, SECOND]
    assert card.buttons == BUTTONS
    assert under(desk) == [f"{ben.mention} asks to release 2 numbers. One approval is needed."]
    assert statuses(desk) == [ACQUIRED] * 5

    assert ada.presses(card, "Approve") == "You approved B-1. The 2 numbers are being released."
    card = desk.card("B-1", f"{ben.mention} released *2 numbers* · *B-1*")
    assert f"Approved by {ada.mention}" in card.words
    assert card.buttons == ["Restore", "Show lines"]
    assert statuses(desk) == [RESTING, RESTING, ACQUIRED, ACQUIRED, ACQUIRED]
    assert desk.record("B-1")[:3] == [BatchAction.RELEASE_ASKED, ApprovalAction.APPROVED, BatchAction.BATCH_BEGUN]
    desk.settle()
    assert desk.texts("@ben") == []
    assert ben.presses(card, "Restore") == "Restored: 2 numbers."


def test_nobody_approves_or_declines_their_own_release_admins_included(owned: Product, ada: Member) -> None:
    card = asks(ada, FIRST)
    for label in ("Approve", "Decline"):
        assert "You asked for B-1 yourself, so somebody else must decide." in ada.presses(card, label)
    assert owned.desk.record("B-1") == [BatchAction.RELEASE_ASKED]
    assert statuses(owned.desk) == [ACQUIRED] * 5


def test_a_decline_wants_a_reason_and_all_is_kept(owned: Product, ada: Member, ben: Member, chloe: Member) -> None:
    desk = owned.desk
    card = asks(ben, FIRST, SECOND)
    view = chloe.chooses(card, "Decline")
    assert "Si vous refusez, tout reste à nous." in view.words
    assert chloe.submits(view, reason="")["error"] == "required"
    chloe.closes(view)
    decline(card, ada, "Still *printed* <!channel>")
    card = desk.card("B-1", f"{ada.mention} declined what {ben.mention} asked for: to release *2 numbers*")
    assert "Why: Still *\u200bprinted*\u200b &lt;!channel&gt;" in card.words
    assert card.buttons == []
    assert under(desk)[-1].startswith(f"{ada.mention} declined B-1. The 2 numbers are kept.")
    assert statuses(desk) == [ACQUIRED] * 5
    it = batch(desk)
    assert it
    assert it.stage is Stage.DECLINED
    assert asks(ben, FIRST, named="B-2").numbers == [FIRST]


def test_who_asked_withdraws_and_an_approval_comes_too_late(owned: Product, ada: Member, ben: Member) -> None:
    desk = owned.desk
    card = asks(ben, FIRST)
    assert f"Only {ben.mention}, who asked for B-1, can withdraw that." in ada.presses(card, "Withdraw")
    assert ben.presses(card, "Withdraw") == "You withdrew your request B-1. Nothing is released."
    shown = desk.card("B-1", f"{ben.mention} asked to release *1 number*, and withdrew that")
    assert shown.buttons == []
    assert "withdrew that request" in stale(desk, ada, card, "Approve")
    assert statuses(desk) == [ACQUIRED] * 5
    assert under(desk)[-1] == f"{ben.mention} withdrew the request. Nothing is released."


def test_an_approval_is_taken_back_while_others_are_missing(
    owned: Product, ada: Member, ben: Member, chloe: Member
) -> None:
    desk = owned.desk
    owned.set_up(needs(approvals=2))
    card = asks(ben, FIRST)
    assert "You approved B-1: 1 of 2 approvals are there." in ada.presses(card, "Approve")
    card = desk.card("B-1", "*1 of 2*")
    assert card.buttons == ["Approve", "Decline", "Take back approval", "Withdraw", "Show lines"]
    assert "You took your approval of B-1 back: 0 of 2" in ada.presses(card, "Take back approval")
    chloe.presses(desk.card("B-1", "*0 of 2*"), "Approve")
    assert statuses(desk) == [ACQUIRED] * 5
    ada.presses(desk.card("B-1", "*1 of 2*"), "Approve")
    desk.card("B-1", f"Approved by {chloe.mention}, {ada.mention}")
    assert statuses(desk, (FIRST,)) == [RESTING]


def test_what_was_assigned_meanwhile_is_not_released_and_the_report_tells(
    owned: Product, ada: Member, ben: Member
) -> None:
    desk = owned.desk
    card = asks(ben, FIRST, SECOND)
    ada.types(f"assign {SECOND} to queue Sales")
    assert lines(ada.chooses(card, "Show lines"))[1].startswith("2. ✗ `+1 206-555-0101` is assigned to Call queue")
    ada.closes(ada.modal())
    ada.presses(card, "Approve")
    card = desk.card("B-1", "released *1 number*")
    assert "One line could not be done: *Show lines* says why." in card.words
    assert statuses(desk) == [RESTING, ACQUIRED, ACQUIRED, ACQUIRED, ACQUIRED]
    assert lines(ben.chooses(card, "Show lines")) == [
        "1. ✓ `+1 206-555-0100`",
        "2. ✗ `+1 206-555-0101` is assigned to Call queue *Sales*: unassign it first.",
    ]


def test_where_nothing_is_left_to_release_the_approval_releases_nothing(
    owned: Product, ada: Member, ben: Member
) -> None:
    desk = owned.desk
    card = asks(ben, FIRST)
    ada.types(f"assign {FIRST} to queue Sales")
    ada.presses(card, "Approve")
    card = desk.card("B-1", "released *0 numbers*")
    assert card.buttons == ["Show lines"]
    assert statuses(desk) == [ACQUIRED] * 5


def test_only_what_the_card_showed_is_released_though_more_could_be_by_then(
    owned: Product, ada: Member, ben: Member
) -> None:
    desk = owned.desk
    ben.types(f"assign {THIRD} to queue Sales")
    card = asks(ben, FIRST, THIRD)
    assert card.numbers == [FIRST]
    ben.types(f"unassign {THIRD}")
    ada.presses(card, "Approve")
    desk.card("B-1", "released *1 number*")
    assert statuses(desk, (FIRST, THIRD)) == [RESTING, ACQUIRED]


def test_two_who_approve_at_once_release_once_and_the_other_is_told(
    owned: Product, ada: Member, ben: Member, chloe: Member
) -> None:
    desk = owned.desk
    card = asks(ben, *FIVE)
    told: list[str] = desk.at_once(lambda: ada.presses(card, "Approve"), lambda: chloe.presses(card, "Approve"))
    assert sum("You approved B-1" in words or "Vous avez approuvé B-1" in words for words in told) == 1
    assert sum("B-1 is decided" in words or "B-1 est clos" in words for words in told) == 1
    desk.card("B-1", "released *5 numbers*")
    assert times(desk, InventoryAction.NUMBER_RELEASED) == dict.fromkeys(FIVE, 1)


def test_approve_and_decline_and_withdraw_at_once_have_one_outcome(
    owned: Product, ada: Member, ben: Member, chloe: Member
) -> None:
    desk = owned.desk
    card = asks(ben, FIRST)
    view = chloe.chooses(card, "Decline")
    desk.at_once(
        lambda: ada.presses(card, "Approve"),
        lambda: str(chloe.submits(view, reason="no")),
        lambda: ben.presses(card, "Withdraw"),
    )
    desk.settle()
    ends = {BatchAction.BATCH_BEGUN, ApprovalAction.DECLINED, ApprovalAction.WITHDRAWN}
    (end,) = ends.intersection(desk.record("B-1"))
    shows = {
        BatchAction.BATCH_BEGUN: "released *1",
        ApprovalAction.DECLINED: "declined what",
        ApprovalAction.WITHDRAWN: "withdrew that",
    }
    desk.card("B-1", shows[end])
    assert statuses(desk, (FIRST,)) == [RESTING if end == BatchAction.BATCH_BEGUN else ACQUIRED]
    assert len([action for action in desk.record("B-1") if action in ends]) == 1

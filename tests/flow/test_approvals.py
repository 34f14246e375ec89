"""Approvals: who wants what is on the card, teammates decide with its buttons, and each is told what came of it."""

from dataclasses import replace

from bot.local import SAMPLE
from handlers.approvals.entries import ApprovalAction
from handlers.holds.entries import HoldAction
from store.holds.types import Outcome
from store.workspaces.types import ADMINS, Credits, Policy, Roles
from tests.flow.asking import BUTTONS, SEATTLE, ask, policy, stale
from tests.flow.desk import Desk
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.promises import check
from tests.flow.slack import GENERAL, PRIVATE, Message


def test_the_card_says_who_wants_what_for_what_how_many_approve_and_until_when(desk: Desk, ben: Member) -> None:
    card = ask(desk, ben, purpose="auto_attendant", note="Front <desk>")
    for words in (
        f"{ben.mention} asks to acquire *3 of 3 toll numbers* in Seattle, Washington, United States",
        "For: Auto attendant",
        "Note: Front &lt;desk&gt;",
        "Approvals: *0 of 1* · any member of this channel may approve, by the policy when this was asked",
        "Held until <!date^",
    ):
        assert words in card.words
    assert card.numbers == sorted(desk.took("H-1"))
    assert card.buttons == BUTTONS
    desk.settle()
    assert [line.text for line in desk.thread(card)] == [
        f"{ben.mention} asks to acquire 3 of 3 numbers. One approval is needed."
    ]
    assert desk.in_use().acquired == 0


def test_those_who_decide_see_every_number_that_is_asked_for(shared: Product, ada: Member, ben: Member) -> None:
    shared.set_up(replace(SAMPLE, roles=Roles(search=ADMINS)))
    ben.types("reserve 12 GB London")
    view = ben.chooses(shared.desk.card("H-1"), "Acquire numbers")
    ben.submits(view, numbers=view.options("numbers")[:11])
    card = shared.desk.card("H-1", "asks to acquire")
    for member in (ada, ben):
        member.presses(card, "Show numbers")
        shown = member.modal().words
        assert f"✓ marks the 11 numbers that {ben.mention} asks for." in shown
        assert shown.count(" ✓") == 11


def test_nobody_approves_their_own_request_admins_included(desk: Desk, ada: Member, ben: Member) -> None:
    card = ask(desk, ada)
    for label in ("Approve", "Decline"):
        assert "You asked for H-1 yourself, so somebody else must decide." in ada.presses(card, label)
    assert ada.modals() == []
    assert desk.in_use().acquired == 0
    assert "acquired" in ben.presses(card, "Approve")
    check(desk)


def test_with_two_needed_the_second_acquires(shared: Product, ada: Member, ben: Member, chloe: Member) -> None:
    desk = shared.desk
    policy(shared, approvals=2)
    card = ask(desk, ben)
    assert "You approved H-1: 1 of 2 approvals are there." in ada.presses(card, "Approve")
    card = desk.card("H-1", "Approvals: *1 of 2*")
    assert f"Approved by {ada.mention}" in card.words
    assert desk.in_use().acquired == 0
    assert "Les 3 numéros sont acquis." in chloe.presses(card, "Approve")
    card = desk.card("H-1", f"{ben.mention} acquired *3 of 3 toll numbers*")
    assert f"Approved by {ada.mention}, {chloe.mention}" in card.words
    check(desk, replace(SAMPLE, policy=Policy(approvals=2)))


def test_who_approves_twice_is_counted_once(shared: Product, ada: Member, ben: Member) -> None:
    desk = shared.desk
    policy(shared, approvals=2)
    card = ask(desk, ben)
    ada.presses(card, "Approve")
    card = desk.card("H-1", "Approvals: *1 of 2*")
    assert "You approved H-1 already at" in ada.presses(card, "Approve")
    assert desk.in_use().acquired == 0
    assert desk.record("H-1") == [HoldAction.RESERVED, ApprovalAction.ASKED, ApprovalAction.APPROVED]


def test_two_who_approve_at_once_make_it_acquired_once(desk: Desk, ada: Member, ben: Member, chloe: Member) -> None:
    card = ask(desk, ben)
    told: list[str] = desk.at_once(lambda: ada.presses(card, "Approve"), lambda: chloe.presses(card, "Approve"))
    assert sum("You approved H-1" in words or "Vous avez approuvé H-1" in words for words in told) == 1
    assert sum("H-1 is decided" in words or "H-1 est close" in words for words in told) == 1
    assert desk.outcomes("H-1") == {Outcome.ACQUIRED: 3}
    check(desk)


def test_a_decline_wants_a_reason_releases_the_numbers_and_says_why(desk: Desk, ada: Member, ben: Member) -> None:
    card = ask(desk, ben)
    view = ada.chooses(card, "Decline")
    assert ada.submits(view, reason="")["error"] == "required"
    assert ada.submits(view, reason="Ask for *two* <!channel>")["ok"]
    card = desk.card("H-1", f"{ada.mention} declined what {ben.mention} asked for")
    assert "Why: Ask for *\u200btwo*\u200b &lt;!channel&gt;" in card.words
    assert card.buttons == []
    assert desk.in_use().held == 0
    desk.settle()
    assert "Its 3 numbers went back to the pool." in desk.thread(card)[-1].text
    check(desk)


def test_the_requester_can_withdraw_and_the_numbers_stay_held(desk: Desk, ada: Member, ben: Member) -> None:
    card = ask(desk, ben)
    assert f"Only {ben.mention}, who asked for H-1, can withdraw that." in ada.presses(card, "Withdraw")
    assert "H-1 is still held" in ben.presses(card, "Withdraw")
    card = desk.card("H-1", "holds *3 toll numbers*")
    assert card.buttons == ["Show numbers", "Acquire numbers", "Release"]
    assert desk.in_use().held == 3

    view = ben.chooses(card, "Acquire numbers")
    assert ben.submits(view, numbers=view.options("numbers")[:1])["ok"]
    ada.presses(desk.card("H-1", "asks to acquire *1 of 3"), "Approve")
    assert desk.outcomes("H-1") == {Outcome.ACQUIRED: 1, Outcome.RELEASED: 2}
    check(desk)


def test_an_approval_of_an_earlier_request_is_none_of_a_later_one(desk: Desk, ada: Member, ben: Member) -> None:
    earlier = ask(desk, ben)
    ben.presses(earlier, "Withdraw")
    view = ben.chooses(desk.card("H-1", "holds"), "Acquire numbers")
    ben.submits(view, numbers=view.options("numbers")[:1])
    desk.card("H-1", "asks to acquire *1 of 3")
    assert "withdrew that request" in stale(desk, ada, earlier, "Approve")
    assert desk.in_use().acquired == 0


def test_an_approver_can_take_an_approval_back_while_others_are_missing(
    shared: Product, ada: Member, ben: Member, chloe: Member
) -> None:
    desk = shared.desk
    policy(shared, approvals=2)
    card = ask(desk, ben)
    ada.presses(card, "Approve")
    card = desk.card("H-1", "*1 of 2*")
    assert card.buttons == ["Approve", "Decline", "Take back approval", "Withdraw", "Show numbers"]
    assert "pas approuvé H-1" in chloe.presses(card, "Take back approval")
    assert "You took your approval of H-1 back: 0 of 2" in ada.presses(card, "Take back approval")
    card = desk.card("H-1", "*0 of 2*")
    assert card.buttons == BUTTONS
    check(desk, replace(SAMPLE, policy=Policy(approvals=2)))


def test_while_approval_is_awaited_nobody_asks_again(desk: Desk, ada: Member, ben: Member) -> None:
    card = ask(desk, ben)
    view = stale(desk, ada, replace(card, body=with_acquire(card)), "Acquire numbers")
    assert f"{ben.mention} has asked for approval of H-1 already." in view


def with_acquire(card: Message) -> dict[str, object]:
    """A card with the button that it had before."""
    button = card.button("Show numbers")
    acquire = {**button, "action_id": "acquire_numbers", "text": {"type": "plain_text", "text": "Acquire numbers"}}
    return {**card.body, "blocks": [{"type": "actions", "elements": [acquire]}]}


def test_who_asked_and_is_not_in_the_channel_is_told_in_their_own_messages_and_language(
    desk: Desk, ada: Member, ben: Member, chloe: Member
) -> None:
    chloe.at(GENERAL).types(SEATTLE)
    card = desk.card("H-1", channel=GENERAL)
    assert chloe.at(GENERAL).submits(chloe.at(GENERAL).chooses(card, "Acquire numbers"))["ok"]
    card = desk.card("H-1", "asks to acquire", channel=GENERAL)
    desk.post("member", channel=GENERAL, user="chloe", present=False)
    ada.at(GENERAL).presses(card, "Approve")
    desk.settle()
    (told,) = desk.texts("@chloe")
    assert ada.mention in told
    assert "vous avez *3 numéros payants* (H-1)" in told
    ask(desk, ben, hold="H-2")
    ada.presses(desk.card("H-2"), "Approve")
    desk.settle()
    assert desk.texts("@ben") == []


def test_what_is_asked_for_in_ones_own_messages_is_decided_in_the_channel_for_notices(
    desk: Desk, ada: Member, ben: Member
) -> None:
    at_home = ben.at("@ben")
    at_home.types(SEATTLE)
    assert at_home.submits(at_home.chooses(desk.card("H-1", channel="@ben"), "Acquire numbers"))["ok"]
    card = desk.card("H-1", "asks to acquire")
    desk.said("H-1 is to be approved now, so its card is in <#C0PHONES1>.", "@ben")
    ada.presses(card, "Approve")
    desk.card("H-1", "acquired")
    desk.settle()
    assert desk.cards("H-1", "@ben") == []


def test_toll_free_numbers_need_a_number_of_their_own_and_few_numbers_none(
    shared: Product, ada: Member, ben: Member, chloe: Member
) -> None:
    desk = shared.desk
    rule = Policy(approvals=1, toll_free=2, from_quantity=2)
    shared.set_up(replace(SAMPLE, policy=rule, credits=Credits(set_up=True)))
    ben.types("reserve 1 GB London")
    ben.submits(ben.chooses(desk.card("H-1"), "Acquire numbers"))
    desk.card("H-1", "acquired *1 of 1 toll number*")
    card = ask(desk, ben, "reserve 2 US type:toll-free", "H-2")
    assert "*0 of 2*" in card.words
    ada.presses(card, "Approve")
    chloe.presses(desk.card("H-2", "*1 of 2*"), "Approve")
    desk.card("H-2", "acquired *2 of 2 toll-free numbers*")
    check(desk, replace(SAMPLE, policy=rule))


def test_a_channel_without_the_desk_has_its_requests_in_the_channel_for_notices(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    ben.at(PRIVATE).types(SEATTLE)
    assert ben.submits(ben.chooses(desk.card("H-1"), "Acquire numbers"))["ok"]
    assert "sont acquis" in chloe.presses(desk.card("H-1", "asks"), "Approve")

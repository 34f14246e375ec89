"""How a request ends: with its hold, approved or declined before, and late presses are told which."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.local import SAMPLE
from store.holds.types import Outcome
from store.workspaces.types import Policy
from tests.flow.asking import ask, decline, policy, stale
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.promises import check
from tests.flow.slack import Message

pytestmark = pytest.mark.both_engines

ENDINGS: dict[str, Callable[[Desk, Message, Member, Member], object]] = {
    "approved": lambda _desk, card, _ben, chloe: chloe.presses(card, "Approve"),
    "declined": lambda _desk, card, _ben, chloe: decline(card, chloe),
    "withdrawn": lambda _desk, card, ben, _chloe: ben.presses(card, "Withdraw"),
    "released": lambda _desk, _card, ben, _chloe: ben.types("release H-1"),
    "over": lambda desk, _card, _ben, _chloe: desk.advance(minutes=10, seconds=1),
}


@pytest.mark.parametrize("label", ["Approve", "Decline", "Withdraw"])
@pytest.mark.parametrize(
    ("ended", "words"),
    [
        pytest.param("approved", "H-1 is decided: <@U0CHLOE01> approved what <@U0BEN0001> asked for", id="approved"),
        pytest.param("declined", "H-1 is decided: <@U0CHLOE01> declined it at", id="declined"),
        pytest.param("withdrawn", "<@U0BEN0001> withdrew that request for H-1 at", id="withdrawn"),
        pytest.param("released", "H-1 was released by <@U0BEN0001> at", id="released"),
        pytest.param("over", "H-1 ended at", id="over"),
    ],
)
def test_who_comes_too_late_is_told_what_happened(
    desk: Desk, ada: Member, ben: Member, chloe: Member, ended: str, words: str, label: str
) -> None:
    card = ask(desk, ben)
    ENDINGS[ended](desk, card, ben, chloe)
    assert words in stale(desk, ada, card, label)
    assert ada.modals() == []
    check(desk)


def test_when_the_hold_ends_first_the_request_ends_with_it_and_hold_again_repeats_it(
    desk: Desk, ada: Member, ben: Member
) -> None:
    ask(desk, ben, note="Front desk", purpose="call_queue")
    desk.advance(minutes=10, seconds=1)
    notice = desk.said(f"The hold H-1 of {ben.mention} ended. Its 3 numbers went back to the pool.")
    assert f"What {ben.mention} asked for was not approved in time (0 of 1)." in notice.text
    assert notice.is_broadcast
    card = desk.card("H-1", "ended at")
    assert "was not approved in time (0 of 1)" in card.words
    assert card.buttons == ["Hold again"]

    told = ben.presses(card, "Hold again")
    assert told.endswith("Your teammates are asked again.")
    again = desk.card("H-2", f"{ben.mention} asks to acquire *3 of 3")
    assert "Note: Front desk" in again.words
    assert desk.took("H-2").keys() == desk.took("H-1").keys()
    assert "acquired" in ada.presses(again, "Approve")
    check(desk)


def test_a_request_whose_numbers_are_gone_is_not_repeated_and_that_is_said(
    desk: Desk, ada: Member, ben: Member
) -> None:
    ask(desk, ben)
    desk.advance(minutes=10, seconds=1)
    card = desk.card("H-1", "ended at")
    found = ada.types("search US Washington Seattle page:10")
    ada.presses(found, "Reserve these")
    told = ben.presses(card, "Hold again")
    assert "Not all numbers that were asked for could be had, so nobody is asked yet" in told
    assert desk.card("H-3").buttons == ["Show numbers", "Acquire numbers", "Release"]


def test_a_hold_that_waits_may_last_longer_once_and_the_card_says_so(shared: Product, ada: Member, ben: Member) -> None:
    desk = shared.desk
    policy(shared, extension_minutes=20)
    card = ask(desk, ben)
    assert "20 minutes longer while approval is awaited" in card.words
    hold = desk.hold("H-1")
    assert (hold.until - hold.held_at).total_seconds() == 30 * 60
    desk.advance(minutes=11)
    assert desk.in_use().held == 3
    ben.presses(card, "Withdraw")
    assert "20 minutes longer, for approval was awaited" in desk.card("H-1", "holds").words
    assert ben.submits(ben.chooses(desk.card("H-1", "holds"), "Acquire numbers"))["ok"]
    assert desk.hold("H-1").until == hold.until
    desk.advance(minutes=17, seconds=1)
    desk.said("H-1 ends at")
    ada.presses(desk.card("H-1", "asks to"), "Approve")
    assert desk.in_use().acquired == 3
    check(desk, replace(SAMPLE, policy=Policy(extension_minutes=20)))


def test_holding_again_says_until_when_with_the_extension(shared: Product, ben: Member) -> None:
    desk = shared.desk
    policy(shared, extension_minutes=20)
    ask(desk, ben)
    desk.advance(minutes=30, seconds=1)
    told = ben.presses(desk.card("H-1", "ended at"), "Hold again")
    assert f"<!date^{int(desk.hold('H-2').until.timestamp())}^" in told


def test_at_the_very_second_the_hold_ends_it_is_approved_or_it_ends(desk: Desk, ada: Member, ben: Member) -> None:
    card = ask(desk, ben)
    left = (desk.hold("H-1").until - desk.now()).total_seconds()
    desk.advance(seconds=left - 0.3)
    desk.at_once(*[lambda: ada.presses(card, "Approve")] * 2, lambda: desk.advance(seconds=0.3))
    eventually(lambda: desk.hold("H-1").outcome)
    assert desk.outcomes("H-1") in ({Outcome.ACQUIRED: 3}, {Outcome.RAN_OUT: 3})
    check(desk)


def test_a_bot_that_dies_while_a_request_waits_finds_it_again(desk: Desk, ada: Member, ben: Member) -> None:
    card = ask(desk, ben)
    desk.settle()
    desk.kill_bot()
    eventually(desk.is_up)
    assert "acquired" in ada.presses(card, "Approve")
    check(desk)

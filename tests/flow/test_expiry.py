"""Holds end by the clock: the warning before, the notice after, and the numbers back at that instant."""

from dataclasses import replace

import pytest

from bot.local import SAMPLE
from handlers.holds.entries import HoldAction
from store.holds.types import Outcome
from store.workspaces.types import Licences
from tests.flow.desk import ALONE, Desk, eventually
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.slack import GENERAL, Message

pytestmark = pytest.mark.both_engines


def warnings(desk: Desk, card: Message) -> list[str]:
    return [line.text for line in desk.thread(card) if "Acquire" in line.text]


def test_a_hold_of_ten_minutes_is_warned_of_two_minutes_before_and_announced_at_its_end(
    desk: Desk, ben: Member
) -> None:
    ben.types("reserve 2 GB London")
    card = desk.card("H-1")

    desk.advance(minutes=8, seconds=1)
    warning = desk.said(f"{ben.mention}: H-1 ends at")
    assert warning in desk.thread(card)
    assert not warning.is_broadcast
    assert desk.in_use().held == 2

    desk.advance(minutes=2)
    notice = desk.said(f"The hold H-1 of {ben.mention} ended. Its 2 numbers went back to the pool.")
    assert notice in desk.thread(card)
    assert notice.is_broadcast
    card = desk.card("H-1", "ended at")
    assert card.buttons == ["Hold again"]
    desk.settle()
    assert len(desk.messages()) == 3
    assert desk.in_use().held == 0
    assert desk.outcomes("H-1") == {Outcome.RAN_OUT: 2}
    assert desk.record("H-1") == [HoldAction.RESERVED, HoldAction.RAN_OUT]


def test_a_hold_of_four_minutes_is_warned_of_at_half_time(shared: Product, ada: Member) -> None:
    desk = shared.desk
    shared.set_up(replace(SAMPLE, hold_minutes=4))
    ada.types("reserve 1 GB London")
    card = desk.card("H-1")
    desk.advance(minutes=2, seconds=1)
    desk.said("H-1 ends at")
    desk.advance(minutes=2)
    desk.said("The hold H-1")
    assert len(desk.thread(card)) == 2


def test_of_a_hold_of_one_minute_nobody_is_warned(shared: Product, ada: Member) -> None:
    desk = shared.desk
    shared.set_up(replace(SAMPLE, hold_minutes=1))
    ada.types("reserve 1 GB London")
    card = desk.card("H-1")
    desk.advance(seconds=59)
    ada.types("reserve 1 GB London")  # the clock is looked at before its card is there
    desk.card("H-2")
    desk.advance(seconds=2)
    desk.said("The hold H-1")
    assert len(desk.thread(card)) == 1


@pytest.mark.usefixtures("alone")
def test_of_a_hold_that_is_decided_nobody_is_warned_and_its_end_is_not_announced(desk: Desk, ada: Member) -> None:
    ada.types("reserve 1 GB London")
    ada.types("reserve 1 GB London")
    card = desk.card("H-1")
    ada.submits(ada.chooses(card, "Acquire numbers"))
    desk.advance(minutes=8, seconds=1)
    desk.said("H-2 ends at")
    desk.advance(minutes=2)
    desk.said("The hold H-2")
    assert [line.text for line in desk.thread(card)] == [f"{ada.mention} acquired the number."]
    assert desk.record("H-1") == [HoldAction.RESERVED, HoldAction.ACQUIRED]


def test_a_warning_that_could_not_be_sent_in_time_is_not_sent_at_all(desk: Desk, ada: Member) -> None:
    ada.types("reserve 1 GB London")
    card = desk.card("H-1")
    desk.settle()
    desk.fault("chat.postMessage", status=429, retry_after=2)
    desk.advance(minutes=8, seconds=1)
    eventually(lambda: len(desk.log("chat.postMessage")) == 2)
    desk.advance(minutes=2)
    notice = desk.said("The hold H-1")
    assert desk.thread(card) == [notice]


def test_holds_that_end_together_in_one_channel_share_one_notice(desk: Desk, ada: Member, ben: Member) -> None:
    ada.types("reserve 1 GB London")
    ben.types("reserve 2 US Washington Seattle")
    ada.types("reserve 3 FR Paris")
    ben.at(GENERAL).types("reserve 4 GB London")
    for hold in ("H-1", "H-2", "H-3"):
        desk.card(hold)
    desk.card("H-4", channel=GENERAL)

    desk.advance(minutes=10, seconds=1)
    notice = desk.said("3 holds ended, and 6 numbers went back to the pool:")
    assert notice.is_broadcast
    assert notice.text.splitlines()[1:] == [
        f"• H-1 of {ada.mention}: 1 number",
        f"• H-2 of {ben.mention}: 2 numbers",
        f"• H-3 of {ada.mention}: 3 numbers",
    ]
    desk.said("The hold H-4", GENERAL)
    desk.settle()
    assert [message for message in desk.messages() if message.is_broadcast] == [notice]
    for hold in ("H-1", "H-2", "H-3"):
        desk.card(hold, "ended at")


def test_nothing_can_be_done_with_a_hold_once_its_time_is_over(desk: Desk, ada: Member) -> None:
    ada.types("reserve 2 GB London")
    live = desk.card("H-1")
    view = ada.chooses(live, "Acquire numbers")
    desk.advance(minutes=10, seconds=1)
    # The modal was open before; and the card may show its buttons for a moment longer.
    assert "H-1 ended at" in str(ada.submits(view)["response"])
    assert "H-1 ended at" in ada.types("release H-1").text
    desk.said("The hold H-1")
    assert desk.in_use().acquired == 0


def test_numbers_are_back_in_the_pool_at_that_instant_though_nothing_announces_it(apart: Product) -> None:
    """Others take them before the end is announced; what the first hold took is told all the same."""
    desk = apart.desk
    apart.set_up(replace(ALONE, licences=Licences(phone_system=1_000)))
    apart.start_bot("socket", "--no-worker")
    worker = apart.start_bot("worker")
    eventually(lambda: desk.get("state")["connections"])
    ada, ben = Member.of(desk, "ada"), Member.of(desk, "ben")
    ben.types("reserve 100 US Washington Seattle")
    desk.card("H-1")
    apart.stop(worker)

    assert "No toll number is available in Seattle" in ada.types("reserve 3 US Washington Seattle").text
    desk.advance(minutes=10, seconds=1)
    assert "You hold *3 toll numbers*" in ada.types("reserve 3 US Washington Seattle").text
    assert set(desk.took("H-2")) < set(desk.took("H-1"))
    assert desk.in_use().held == 3
    assert desk.hold("H-1").outcome is None

    apart.start_bot("worker")
    eventually(lambda: desk.hold("H-1").outcome is Outcome.RAN_OUT)
    desk.said(f"The hold H-1 of {ben.mention} ended. Its 100 numbers went back to the pool.")
    assert desk.card("H-2").buttons == ["Show numbers", "Acquire numbers", "Release"]
    assert ada.submits(ada.chooses(desk.card("H-2"), "Acquire numbers"))["ok"]
    desk.card("H-2", "acquired *3 of 3 toll numbers*")
    assert desk.outcomes("H-1") == {Outcome.RAN_OUT: 100}
    assert desk.outcomes("H-2") == {Outcome.ACQUIRED: 3}

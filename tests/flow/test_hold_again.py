"""Hold again: anyone may, once; the same numbers where they are still free, else others like them."""

from dataclasses import replace

from bot.local import SAMPLE
from handlers.holds.entries import HoldAction
from store.workspaces.types import Licences
from tests.flow.desk import Desk
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.slack import Message


def run_out(desk: Desk) -> Message:
    """Let all holds end, and return the first one's card."""
    desk.card("H-1")
    desk.advance(minutes=10, seconds=1)
    return desk.card("H-1", "ended at")


def test_whoever_presses_holds_the_same_numbers(desk: Desk, ada: Member, ben: Member) -> None:
    ada.types("reserve 3 US Washington Seattle")
    ended = run_out(desk)
    told = ben.presses(ended, "Hold again")
    assert "You hold the same *3 toll numbers* in Seattle, Washington, United States again" in told
    assert desk.took("H-2").keys() == desk.took("H-1").keys()
    assert f"{ben.mention} holds" in desk.card("H-2").words
    card = desk.card("H-1", f"Held again by {ben.mention}: *H-2*")
    assert card.buttons == []
    desk.settle()
    assert desk.thread(card)[-1].text == f"Held again by {ben.mention}: H-2."
    assert desk.record("H-1") == [HoldAction.RESERVED, HoldAction.RAN_OUT, HoldAction.HELD_AGAIN]


def test_where_some_were_taken_others_like_them_are_held_and_that_is_said(
    shared: Product, ada: Member, ben: Member
) -> None:
    desk = shared.desk
    shared.set_up(replace(SAMPLE, licences=Licences(phone_system=1_000)))
    ada.types("reserve 3 US Washington Seattle")
    ended = run_out(desk)
    ben.types("reserve 98 US Washington Seattle")  # the 97 others, and one of the three
    told = ada.presses(ended, "Hold again")
    assert "You asked for 3, but only 2 could be had." in told
    assert desk.took("H-3").keys() < desk.took("H-1").keys()


def test_where_all_were_taken_as_many_others_are_held_and_that_is_said(desk: Desk, ada: Member) -> None:
    ada.types("reserve 3 US Washington Seattle")
    ended = run_out(desk)
    found = ada.types("search US Washington Seattle page:10")
    assert desk.took("H-1").keys() <= set(found.numbers)
    ada.presses(found, "Reserve these")
    told = ada.presses(ended, "Hold again")
    assert "You hold 3 numbers again" in told
    assert "What you had before was taken, so others like it are held instead." in told
    assert not desk.took("H-3").keys() & desk.took("H-1").keys()


def test_of_two_who_press_at_once_one_wins_and_the_other_is_told_who_won(desk: Desk, ada: Member, ben: Member) -> None:
    ben.types("reserve 3 US Washington Seattle")
    ended = run_out(desk)
    by_ada, by_ben = desk.at_once(lambda: ada.presses(ended, "Hold again"), lambda: ben.presses(ended, "Hold again"))
    told = {ada: by_ada, ben: by_ben}
    (winner,) = (member for member in told if "You hold the same" in told[member])
    (loser,) = (member for member in told if member is not winner)
    assert told[loser] == f"{winner.mention} was first: it is held again as H-2."
    assert desk.in_use().held == 3


def test_a_hold_is_not_held_again_beyond_the_quota(desk: Desk, ada: Member, ben: Member) -> None:
    ada.types("reserve 15 US Washington Seattle")
    ended = run_out(desk)
    ben.types("reserve 6 GB London")
    assert "only 14 of 20 left" in ada.presses(ended, "Hold again")
    assert desk.in_use().held == 6

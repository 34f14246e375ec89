"""The same click twice is one click; and of those who want the same, each gets what is theirs or is told why not."""

from dataclasses import replace

import pytest

from bot.local import SAMPLE
from handlers.holds.entries import HoldAction
from store.holds.types import Outcome
from store.workspaces.types import Licences
from tests.flow.desk import Desk, together
from tests.flow.member import Member
from tests.flow.product import Product

pytestmark = pytest.mark.both_engines


def test_a_double_click_is_one_click(desk: Desk, ada: Member) -> None:
    ada.types("reserve 3 US Washington Seattle")
    card = desk.card("H-1")
    desk.at_once(*[lambda: ada.presses(card, "Release")] * 2)
    assert [answer.text for answer in ada.told()[1:]] == ["You released H-1. Its 3 numbers are back in the pool."] * 2
    desk.settle()
    assert len(desk.thread(card)) == 1
    assert desk.record("H-1") == [HoldAction.RESERVED, HoldAction.RELEASED]


def test_a_command_that_is_delivered_twice_is_done_once_and_answered_alike(desk: Desk, ada: Member) -> None:
    ada.types("reserve 3 US Washington Seattle")
    (typed,) = desk.log("slash_commands")
    again = desk.post("deliver", type="slash_commands", payload=typed["arguments"], times=2)
    assert [answer["body"] for answer in again["responses"]] == [typed["response"]] * 2
    assert desk.in_use().held == 3
    desk.settle()
    assert len(desk.messages()) == 1


def test_the_same_words_typed_again_are_another_command(desk: Desk, ada: Member) -> None:
    for _ in range(2):
        ada.types("reserve 3 US Washington Seattle")
    assert desk.in_use().held == 6


@pytest.mark.usefixtures("alone")
def test_a_modal_that_is_sent_twice_acquires_once(desk: Desk, ada: Member) -> None:
    ada.types("reserve 3 US Washington Seattle")
    card = desk.card("H-1")
    view = ada.chooses(card, "Acquire numbers")
    ada.submits(view, numbers=view.options("numbers")[:1])
    (sent,) = [entry for entry in desk.log("interactive") if entry["arguments"]["type"] == "view_submission"]
    again = desk.post("deliver", type="interactive", payload=sent["arguments"])
    assert again["responses"][0]["body"] == sent["response"]
    desk.settle()
    assert len(desk.thread(card)) == 1
    assert desk.outcomes("H-1") == {Outcome.ACQUIRED: 1, Outcome.RELEASED: 2}


@pytest.mark.usefixtures("alone")
def test_two_who_decide_the_same_hold_at_once_have_one_outcome_and_the_other_is_told_it(
    desk: Desk, ada: Member, ben: Member
) -> None:
    ben.types("reserve 3 US Washington Seattle")
    card = desk.card("H-1")
    view = ben.chooses(card, "Acquire numbers")
    told: list[str] = desk.at_once(lambda: ada.presses(card, "Release"), lambda: str(ben.submits(view)["response"]))
    released, acquired = told
    if "You released" in released:
        assert f"H-1 was released by {ada.mention}" in acquired
        assert desk.outcomes("H-1") == {Outcome.RELEASED: 3}
    else:
        assert f"H-1 is decided: {ben.mention} acquired 3" in released
        assert desk.outcomes("H-1") == {Outcome.ACQUIRED: 3}
    assert desk.in_use().held == 0


def test_two_who_race_for_the_last_numbers_share_them_and_no_number_goes_to_both(
    shared: Product, ada: Member, ben: Member
) -> None:
    desk = shared.desk
    shared.set_up(replace(SAMPLE, licences=Licences(phone_system=1_000)))
    ada.types("reserve 96 US Washington Seattle")
    answers = together(
        lambda: ada.types("reserve 3 US Washington Seattle"), lambda: ben.types("reserve 3 US Washington Seattle")
    )
    assert sorted(desk.hold(name).size for name in ("H-2", "H-3")) == [1, 3]
    assert not desk.took("H-2").keys() & desk.took("H-3").keys()
    assert "You asked for 3, but only 1 could be had." in " ".join(answer.text for answer in answers)
    assert "No toll number is available" in ada.types("reserve 1 US Washington Seattle").text


def test_two_who_race_for_the_last_of_the_quota_never_exceed_it(desk: Desk, ada: Member, ben: Member) -> None:
    ada.types("reserve 16 US Washington Seattle")
    answers = together(lambda: ada.types("reserve 3 GB London"), lambda: ben.types("reserve 3 GB London"))
    assert sorted(answer.text.split(" ")[0] for answer in answers) == ["That", "You"]
    assert desk.in_use().held == 19

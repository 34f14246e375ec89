"""The Home tab: what waits for a member, what they hold, the quota, what was acquired; kept up to date by itself."""

from dataclasses import replace
from functools import partial

import pytest

from bot.local import SAMPLE
from store.types import WorkspaceId
from store.workspaces.types import Licences, Policy
from tests.flow.desk import Desk, eventually, together
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.promises import check
from tests.flow.slack import View

SEATTLE = "reserve 2 US Washington Seattle"
GROUPS = ["Find numbers", "Hold and acquire", "Approvals", "Numbers in service", "Port orders", "The desk"]


def ask(desk: Desk, by: Member, hold: str = "H-1") -> None:
    by.types(SEATTLE)
    assert by.submits(by.chooses(desk.card(hold), "Acquire numbers"), note="Front desk")["ok"]
    desk.card(hold, "asks to acquire")


def drawn(desk: Desk, member: Member, words: str) -> View:
    """The Home tab of a member who does nothing, as soon as it says this."""

    def says() -> View | None:
        published = [call["arguments"] for call in desk.log("views.publish") if call["response"]["ok"]]
        views = [call["view"] for call in published if call["user_id"] == member.id]
        found = View(body=views[-1]) if views else None
        return found if found and words in found.words else None

    return eventually(says)


def test_an_empty_home_says_what_to_do_first(ada: Member, ben: Member, chloe: Member) -> None:
    shown = ben.home()
    for words in (
        "Nothing waits for you. When a teammate asks for numbers, you can decide here.",
        "You hold no numbers. Search below, or type `/numbers reserve 3 US Washington Seattle` in a channel.",
        "Nothing yet. Numbers that your teammates and you acquire show here.",
        "*Toll* ▱▱▱▱▱▱▱▱▱▱ 20 of 20 left",
        "*Toll-free* ▱▱▱▱▱▱▱▱▱▱ 20 of 20 left",
    ):
        assert words in shown.words
    assert shown.buttons == ["New port order", "Search", "Log", "Help", *GROUPS]
    assert ada.home().buttons == ["New port order", "Search", "Settings", "Log", "Help", *GROUPS]
    assert "En attente de votre approbation" in chloe.home().words


def test_its_buttons_do_what_they_say(ada: Member) -> None:
    shown = ada.home()
    ada.presses(shown, "Search")
    assert "search_country" in ada.modal().inputs
    ada.closes(ada.modal())
    ada.presses(shown, "Settings")
    assert "Desk settings" in ada.modal().words
    ada.closes(ada.modal())
    ada.presses(shown, "Port orders")
    assert "/numbers port new" in ada.modal().words
    ada.presses(ada.modal(), "Hold and acquire")
    assert "/numbers release many" in ada.modal().words
    ada.presses(ada.modal(), "Overview")
    assert "/numbers search GB London" in ada.modal().words


def test_what_waits_for_a_member_is_decided_there(desk: Desk, ada: Member, ben: Member) -> None:
    ask(desk, ben)
    shown = ada.home()
    assert f"{ben.mention} asks for *2 toll numbers* in Seattle, Washington, United States until" in shown.words
    assert "Note: Front desk" in shown.words
    assert "asks for *" not in ben.home().words
    ada.presses(shown, "Approve")
    assert "You approved H-1. The 2 numbers are acquired." in ada.modal().words
    desk.card("H-1", "acquired")
    shown = drawn(desk, ada, "Nothing waits for you.")
    assert "`+1 206-555-0100`, `+1 206-555-0101`" in shown.words
    check(desk)


def test_a_request_is_declined_there_too(desk: Desk, ada: Member, ben: Member) -> None:
    ask(desk, ben)
    ada.presses(ada.home(), "Decline")
    assert ada.submits(ada.modal(), reason="too many")["ok"]
    desk.card("H-1", "declined")
    check(desk)


def test_it_shows_what_the_member_holds_and_until_when(desk: Desk, ben: Member, chloe: Member) -> None:
    ben.types(SEATTLE)
    shown = ben.home()
    assert "*2 toll numbers* in Seattle, Washington, United States until <!date^" in shown.words
    assert "*H-1* in <#C0PHONES1>" in shown.words
    assert "H-1" not in chloe.home().words
    assert desk.in_use().held == 2


def test_it_is_drawn_again_when_something_of_theirs_changes(desk: Desk, ada: Member, ben: Member) -> None:
    ben.home()
    ada.home()
    ben.types(SEATTLE)
    drawn(desk, ben, "*H-1*")
    ben.submits(ben.chooses(desk.card("H-1"), "Acquire numbers"))
    drawn(desk, ben, "Approval is awaited: 0 of 1.")
    drawn(desk, ada, "asks for *")
    desk.advance(minutes=10, seconds=1)
    drawn(desk, ben, "You hold no numbers.")
    drawn(desk, ada, "Nothing waits for you.")


def test_it_is_not_drawn_for_who_never_opened_it_nor_once_for_each_change(desk: Desk, ada: Member, ben: Member) -> None:
    ben.home()
    desk.fault("views.publish", delay_seconds=2, times=2)
    together(*6 * [partial(by.types, "reserve 1 GB London") for by in (ada, ben)])
    desk.settle()
    drawn_again = [call["arguments"]["user_id"] for call in desk.log("views.publish")]
    assert set(drawn_again) == {ben.id}
    assert len(drawn_again) < 6


@pytest.mark.parametrize("failure", [{"error": "internal_error"}, {"status": 500}])
def test_what_slack_did_not_draw_is_drawn_later(desk: Desk, ben: Member, failure: dict[str, object]) -> None:
    desk.fault("views.publish", **failure)
    desk.post("home", user="ben")
    assert "Nothing waits for you." in drawn(desk, ben, "Quota").words


def test_a_home_of_which_slack_does_not_say_whose_it_is_is_drawn_later(desk: Desk, ada: Member, ben: Member) -> None:
    ben.home()
    ada.types("quota")
    desk.change("user", user="ben", locale="en-US")  # what was known of him is forgotten
    desk.fault("users.info", error="internal_error")
    ask(desk, ada)
    drawn(desk, ben, "asks for *2 toll numbers*")


def test_whatever_is_turned_in_a_modal_stays_in_one(ben: Member) -> None:
    ben.presses(ben.home(), "Search")
    ben.submits(ben.modal())
    for page in ("1–10", "11–20", "21–30", "31–40"):  # noqa: RUF001 (from one to another)
        assert page in ben.modal().words
        ben.presses(ben.modal(), "Next page")
    ben.presses(ben.modal(), "Reserve these")
    assert "You hold *10 toll numbers*" in ben.modal().words
    assert len(ben.modals()) == 1


def test_all_see_what_was_acquired_though_nobody_had_to_agree(shared: Product, ben: Member, chloe: Member) -> None:
    desk = shared.desk
    shared.set_up(replace(SAMPLE, policy=Policy(approvals=0)))
    chloe.home()
    ben.types(SEATTLE)
    ben.submits(ben.chooses(desk.card("H-1"), "Acquire numbers"))
    assert ben.mention in drawn(desk, chloe, "18 sur 20").words


def test_a_new_workspace_leads_its_admin_through_the_first_steps(shared: Product, ada: Member, ben: Member) -> None:
    desk = shared.desk
    shared.make_new()
    assert "An admin can do that here" in ben.home().words
    assert "no licence" in ben.types(SEATTLE).text
    shown = ada.home()
    assert "The desk must know four things before numbers can be had" in shown.words
    view = ada.opens(SEATTLE)
    assert view.body["title"]["text"] == "First steps"
    assert view.inputs == [
        "enterprise_e5",
        "phone_system",
        "audio_conferencing",
        "credits",
        "balance",
        "approvals",
        "approvers",
        "approver_members",
        "notices",
    ]
    assert ada.submits(view, phone_system="60", approvals="2", notices="general", credits=["set_up"])["ok"]
    assert "Settings saved." in ada.modal().words
    ada.closes(ada.modal())
    assert "You hold *2 toll numbers*" in ada.types(SEATTLE).text
    desk.settle()
    assert "four things" not in drawn(desk, ada, "Waits for your approval").words
    assert ada.opens("settings").body["title"]["text"] == "Desk settings"


def test_the_first_steps_open_by_themselves_only_once_and_from_home_whenever_they_are_wanted(
    shared: Product, ada: Member
) -> None:
    shared.make_new()
    ada.closes(ada.opens(""))
    assert "*Find numbers*" in ada.types("").words
    shown = ada.home()
    ada.presses(shown, "First steps")
    assert ada.modal().body["title"]["text"] == "First steps"


def test_the_home_of_one_workspace_says_nothing_of_another(shared: Product, ben: Member) -> None:
    other = replace(SAMPLE, id=WorkspaceId("T0OTHER01"), licences=Licences(phone_system=50_000))
    shared.set_up(other)
    assert "20 of 20 left" in ben.home().words

"""Who may search, reserve, release what others hold and change settings, and where: by Slack's word of this minute."""

from dataclasses import replace

import pytest

from bot.local import SAMPLE
from store.holds.types import Outcome
from store.types import ChannelId, GroupId
from store.workspaces.types import ADMINS, Circle, Roles, Who
from tests.flow.desk import ALONE, Desk
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.slack import GENERAL

SEATTLE = "reserve 2 US Washington Seattle"
TELEPHONY = Who(circle=Circle.GROUP, group=GroupId("S0TELEPH1"))
GROUP = "<!subteam^S0TELEPH1>"


def allow(shared: Product, **roles: Who) -> None:
    shared.set_up(replace(ALONE, roles=Roles(**roles)))


@pytest.mark.parametrize("text", ["search US", "show H-1", "log"])
def test_only_a_group_searches_where_that_is_set(shared: Product, ben: Member, chloe: Member, text: str) -> None:
    allow(shared, search=TELEPHONY)
    ben.types(SEATTLE)
    assert GROUP in chloe.types(text).text
    assert GROUP not in ben.types(text).text


def test_only_a_group_reserves_holds_again_and_acquires_where_that_is_set(
    shared: Product, ben: Member, chloe: Member
) -> None:
    desk = shared.desk
    allow(shared, reserve=TELEPHONY)
    assert GROUP in chloe.types(SEATTLE).text
    assert desk.in_use().held == 0
    assert "You hold" in ben.types(SEATTLE).text
    view = ben.chooses(desk.card("H-1"), "Acquire numbers")
    desk.change("usergroup", handle="telephony", users=["ada"])
    ben.submits(view)
    assert GROUP in ben.modal().words
    assert desk.in_use().acquired == 0
    desk.advance(minutes=10, seconds=1)
    assert GROUP in ben.presses(desk.card("H-1", "ended at"), "Hold again")


def test_only_admins_reserve_where_that_is_set(shared: Product, ada: Member, ben: Member) -> None:
    allow(shared, reserve=ADMINS)
    assert "Only admins of this workspace can reserve numbers here." in ben.types(SEATTLE).text
    assert "You hold" in ada.types(SEATTLE).text


@pytest.mark.parametrize(
    ("who", "may", "may_not"),
    [
        pytest.param(ADMINS, "ada", "ben", id="admins"),
        pytest.param(TELEPHONY, "ben", "chloe", id="a group"),
        pytest.param(Who(), "ben", "dev", id="any member, guests apart"),
    ],
)
def test_those_who_may_release_what_others_hold(
    shared: Product, chloe: Member, who: Who, may: str, may_not: str
) -> None:
    desk = shared.desk
    allow(shared, release=who)
    holder = chloe if may_not != "chloe" else Member.of(desk, "ada")
    holder.types(SEATTLE)
    card = desk.card("H-1")
    assert Member.of(desk, may_not).presses(card, "Release")
    assert desk.hold("H-1").outcome is None
    assert "You released H-1" in Member.of(desk, may).presses(card, "Release")
    assert desk.hold("H-1").outcome is Outcome.RELEASED


def test_a_group_may_be_let_change_settings_and_admins_always_may(
    shared: Product, ada: Member, ben: Member, chloe: Member
) -> None:
    allow(shared, settings=TELEPHONY)
    assert GROUP in chloe.types("settings").text
    for by in (ben, ada):
        assert by.submits(by.opens("settings holds"), hold_minutes="11")["ok"]
        by.closes(by.modal())
    shared.desk.change("usergroup", handle="telephony", users=["ben"])
    assert ada.opens("settings")


def test_who_is_taken_into_the_group_may_at_once_and_who_is_put_out_of_it_may_not(
    shared: Product, ben: Member, chloe: Member
) -> None:
    desk = shared.desk
    allow(shared, reserve=TELEPHONY)
    assert GROUP in chloe.types(SEATTLE).text
    desk.change("usergroup", handle="telephony", users=["chloe"])
    assert "Vous avez réservé" in chloe.types(SEATTLE).text
    assert GROUP in ben.types(SEATTLE).text


def test_where_slack_does_not_say_who_is_in_the_group_nothing_is_granted(shared: Product, ben: Member) -> None:
    desk = shared.desk
    allow(shared, reserve=TELEPHONY)
    desk.change("usergroup", handle="telephony", users=["ada", "ben"])
    desk.fault("usergroups.list", status=500)
    assert "Slack did not say what you may do" in ben.types(SEATTLE).text
    assert desk.in_use().held == 0
    assert "You hold" in ben.types(SEATTLE).text


@pytest.mark.parametrize("text", ["", SEATTLE, "search US", "log", "quota", "settings", "export log"])
def test_guests_and_members_of_other_workspaces_can_do_nothing(desk: Desk, dev: Member, eve: Member, text: str) -> None:
    assert "Guests cannot use the number desk." in dev.types(text).text
    assert "belongs to the workspace that installed it" in eve.types(text).text
    assert "Guests cannot use the number desk." in dev.home().words
    assert desk.in_use().held == 0


@pytest.fixture
def in_general(shared: Product) -> Product:
    """The desk may be used in #general, and where notices go."""
    shared.set_up(replace(SAMPLE, channels=(ChannelId("C0GENERAL"),)))
    return shared


def test_the_desk_is_used_only_in_the_channels_that_are_set(in_general: Product, ada: Member, ben: Member) -> None:
    desk = in_general.desk
    told = ada.at("shared-partner").types(SEATTLE).text
    assert told == "The number desk is not used in this channel. Go to <#C0GENERAL>, <#C0PHONES1>."
    assert "not used in this channel" in ben.at("@ben").types(SEATTLE).text
    assert desk.in_use().held == 0
    assert "You hold" in ben.at(GENERAL).types(SEATTLE).text
    assert "You hold" in ben.types(SEATTLE).text
    assert "/numbers" in ada.at("shared-partner").types("help").words
    assert ada.at("shared-partner").opens("settings")


def test_a_card_in_a_channel_that_is_not_set_any_more_is_pressed_in_vain(shared: Product, ada: Member) -> None:
    desk = shared.desk
    ada.at(GENERAL).types(SEATTLE)
    card = desk.card("H-1", channel=GENERAL)
    shared.set_up(replace(SAMPLE, channels=(ChannelId("C0PHONES1"),)))
    assert "not used in this channel" in ada.at(GENERAL).presses(card, "Release")
    assert desk.in_use().held == 2
    assert "You released H-1" in ada.types("release H-1").text


def test_who_may_do_what_is_set_in_the_settings(desk: Desk, ada: Member, ben: Member, chloe: Member) -> None:
    view = ada.opens("settings roles")
    assert view.standing("may_reserve") == "anyone"
    assert ada.submits(view, may_reserve="group:S0TELEPH1", may_release="anyone")["ok"]
    assert ada.submits(ada.opens("settings desk"), channels=["general"])["ok"]
    ada.closes(ada.modal())
    assert GROUP in chloe.types(SEATTLE).text
    ben.types(SEATTLE)
    assert "Vous avez libéré H-1" in chloe.presses(desk.card("H-1"), "Release")
    assert ada.opens("settings roles").standing("may_reserve") == "group:S0TELEPH1"
    assert ada.opens("settings desk").standing("channels") == ["C0GENERAL"]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        pytest.param({"approvers": "named", "approver_members": []}, "approver_members", id="nobody is named"),
        pytest.param(
            {"approvers": "named", "approver_members": ["ben"], "approvals": "2"}, "approver_members", id="too few"
        ),
        pytest.param({"approvers": "group:S0TELEPH1", "approvals": "3"}, "approvers", id="too small a group"),
    ],
)
def test_a_policy_that_nobody_could_satisfy_is_refused_at_its_field(
    desk: Desk, ada: Member, fields: dict[str, str | list[str]], wrong: str
) -> None:
    answer = ada.submits(ada.opens("settings approvals"), **fields)
    assert "There must be at least" in answer["response"]["errors"][wrong]
    assert desk.record("settings") == []


def test_approvers_who_may_not_use_the_desk_do_not_count(ada: Member) -> None:
    view = ada.opens("settings approvals")
    refused = ada.submits(view, approvers="named", approver_members=["dev"])
    assert "approver_members" in refused["response"]["errors"]


def test_the_policy_is_set_in_the_settings(desk: Desk, ada: Member, ben: Member) -> None:
    view = ada.opens("settings approvals")
    assert (view.standing("approvals"), view.standing("approvers")) == ("1", "anyone")
    fields: dict[str, str | list[str]] = {"approvals": "2", "approvers": "named", "approver_members": ["ada", "chloe"]}
    assert ada.submits(view, **fields, approvals_toll_free="0", approvals_from="2", extension_minutes="5")["ok"]
    again = ada.opens("settings approvals")
    assert again.standing("approver_members") == ["U0ADA0001", "U0CHLOE01"]
    assert again.standing("approvals_toll_free") == "0"
    ada.closes(again)
    ben.types(SEATTLE)
    ben.submits(ben.chooses(desk.card("H-1"), "Acquire numbers"))
    assert "*0 of 2* · certain members may approve" in desk.card("H-1", "asks").words

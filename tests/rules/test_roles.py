"""Who may do what, and whose approval is needed, as tables."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.approvals import rules as approval_rules
from handlers.approvals.rules import ApprovalRefusal
from handlers.batches.lines import BatchRefusal
from handlers.desk import FEATURES
from handlers.holds import rules as hold_rules
from handlers.holds.rules import HoldRefusal
from handlers.inventory.rules import InventoryRefusal
from handlers.kit import roles
from handlers.kit.member import Click, Member, Standing
from handlers.kit.refusals import AccessRefusal, Refusal, RoleRefusal
from handlers.ports import rules as port_rules
from handlers.ports.rules import PortRefusal
from handlers.quota.rules import QuotaRefusal
from handlers.record import rules as record_rules
from handlers.record.rules import RecordRefusal
from handlers.wanted.rules import WantedRefusal
from store.types import ChannelId, GroupId, Kind, UserId, WorkspaceId
from store.workspaces.types import Circle, Policy, Roles, Who, Workspace
from tests.rules.shown import EVERY_REFUSAL, HOLDER, request
from tests.table import table

ASKER, SOMEBODY_ELSE = HOLDER, UserId("U2")
TELEPHONY, OTHERS = GroupId("S0TELEPHONY"), GroupId("S0OTHERS")
ANYONE, ADMINS = Who(), Who(circle=Circle.ADMINS)
IN_A_GROUP = Who(circle=Circle.GROUP, group=TELEPHONY)
PHONES, GENERAL, NOTICES, HOME_TAB = (ChannelId(each) for each in ("C0PHONES", "C0GENERAL", "C0NOTICES", ""))


def member(
    standing: Standing = Standing.MEMBER, user: UserId = SOMEBODY_ELSE, groups: dict[GroupId, bool] | None = None
) -> Member:
    return Member(workspace=WorkspaceId("T1"), user=user, standing=standing, locale="en", groups=groups or {})


def workspace(**settings: Any) -> Workspace:
    return Workspace(id=WorkspaceId("T1"), **settings)


ADMIN = member(Standing.ADMIN)
MEMBER = member()
IN_IT, NOT_IN_IT = member(groups={TELEPHONY: True}), member(groups={TELEPHONY: False})
IN_ANOTHER = member(groups={OTHERS: True})
WHO_MAY = [
    pytest.param(ANYONE, MEMBER, True, id="anyone, and a member"),
    pytest.param(ANYONE, ADMIN, True, id="anyone, and an admin"),
    pytest.param(ADMINS, ADMIN, True, id="admins, and an admin"),
    pytest.param(ADMINS, MEMBER, False, id="admins, and a member"),
    pytest.param(IN_A_GROUP, IN_IT, True, id="a group, and one of its members"),
    pytest.param(IN_A_GROUP, NOT_IN_IT, False, id="a group, and a member who is not in it"),
    pytest.param(IN_A_GROUP, ADMIN, True, id="a group, and an admin of whose groups nothing is known"),
    pytest.param(IN_A_GROUP, MEMBER, None, id="a group, of which Slack said nothing"),
    pytest.param(IN_A_GROUP, IN_ANOTHER, None, id="a group, and Slack told only of another"),
]


def refusal_of(may: bool | None, refusal: Refusal) -> Refusal | None:
    """None: nobody knows whether they may."""
    return {True: None, False: refusal, None: AccessRefusal.UNKNOWN}[may]


@table(("who", "by", "may"), WHO_MAY)
def test_who_may_search(who: Who, by: Member, may: bool | None) -> None:
    assert roles.search(workspace(roles=Roles(search=who)), by) == refusal_of(may, RoleRefusal.MAY_NOT_SEARCH)


@table(("who", "by", "may"), WHO_MAY)
def test_who_may_reserve(who: Who, by: Member, may: bool | None) -> None:
    assert roles.reserve(workspace(roles=Roles(reserve=who)), by) == refusal_of(may, RoleRefusal.MAY_NOT_RESERVE)


@table(("who", "by", "may"), WHO_MAY)
def test_who_may_change_the_settings(who: Who, by: Member, may: bool | None) -> None:
    assert roles.settings(workspace(roles=Roles(settings=who)), by) == refusal_of(may, RoleRefusal.MAY_NOT_SET)


@table(("who", "by", "may"), WHO_MAY)
def test_who_may_assign_release_and_restore(who: Who, by: Member, may: bool | None) -> None:
    assert roles.manage(workspace(roles=Roles(manage=who)), by) == refusal_of(may, RoleRefusal.MAY_NOT_MANAGE)


@table(("who", "by", "may"), WHO_MAY)
def test_who_may_port(who: Who, by: Member, may: bool | None) -> None:
    assert roles.port(workspace(roles=Roles(port=who)), by) == refusal_of(may, RoleRefusal.MAY_NOT_PORT)


@table(("who", "by", "may"), WHO_MAY)
def test_who_may_fetch_signed_letters(who: Who, by: Member, may: bool | None) -> None:
    assert roles.letters(workspace(roles=Roles(letters=who)), by) == refusal_of(may, RoleRefusal.MAY_NOT_FETCH)


@table("standing", Standing)
def test_only_admins_say_what_the_carriers_make_of_port_orders(standing: Standing) -> None:
    assert port_rules.move_orders(member(standing)) == (
        None if standing is Standing.ADMIN else PortRefusal.MAY_NOT_MOVE
    )


@table(("who", "by", "may"), WHO_MAY)
def test_who_may_release_what_others_hold(who: Who, by: Member, may: bool | None) -> None:
    released = hold_rules.release(workspace(roles=Roles(release=who)), by, HOLDER)
    assert released == refusal_of(may, HoldRefusal.NOT_THE_HOLDER)


@table("who", [ANYONE, ADMINS, IN_A_GROUP], ids=lambda who: who.circle)
def test_everybody_may_release_what_they_hold_themselves(who: Who) -> None:
    assert hold_rules.release(workspace(roles=Roles(release=who)), member(user=HOLDER), HOLDER) is None


@table("standing", Standing)
def test_only_admins_may_take_the_record_away(standing: Standing) -> None:
    assert record_rules.export(member(standing)) == (None if standing is Standing.ADMIN else RecordRefusal.ADMINS_ONLY)


def test_in_a_new_workspace_all_search_reserve_and_port_and_admins_do_the_rest() -> None:
    new = workspace()
    assert roles.search(new, MEMBER) is None
    assert roles.reserve(new, MEMBER) is None
    assert roles.manage(new, MEMBER) is None
    assert roles.port(new, MEMBER) is None
    assert roles.letters(new, MEMBER) is RoleRefusal.MAY_NOT_FETCH
    assert hold_rules.release(new, MEMBER, HOLDER) is HoldRefusal.NOT_THE_HOLDER
    assert roles.settings(new, MEMBER) is RoleRefusal.MAY_NOT_SET


@table(
    ("channels", "notices", "channel", "refusal"),
    [
        pytest.param((), None, GENERAL, None, id="all channels"),
        pytest.param((PHONES,), None, PHONES, None, id="a channel of the list"),
        pytest.param((GENERAL, PHONES), None, PHONES, None, id="the last of the list"),
        pytest.param((PHONES,), None, GENERAL, AccessRefusal.NOT_HERE, id="a channel that is not in the list"),
        pytest.param((PHONES,), NOTICES, NOTICES, None, id="the channel for notices, though it is not in the list"),
        pytest.param((PHONES,), NOTICES, GENERAL, AccessRefusal.NOT_HERE, id="neither in the list nor for notices"),
        pytest.param((PHONES,), None, HOME_TAB, None, id="the Home tab"),
        pytest.param((PHONES,), None, ChannelId("D0BEN"), AccessRefusal.NOT_HERE, id="somebody's own messages"),
        pytest.param((), NOTICES, GENERAL, None, id="a channel for notices alone limits nothing"),
    ],
)
def test_where_the_desk_may_be_used(
    channels: tuple[ChannelId, ...], notices: ChannelId | None, channel: ChannelId, refusal: Refusal | None
) -> None:
    assert roles.here(workspace(channels=channels, notices=notices), in_channel(channel)) == refusal


def test_what_the_desk_put_into_somebodys_own_messages_can_be_pressed_there() -> None:
    only_phones, own_messages = workspace(channels=(PHONES,)), ChannelId("D0BEN")
    assert roles.here(only_phones, in_channel(own_messages, message="1.2")) is AccessRefusal.NOT_HERE
    assert roles.here(only_phones, replace(in_channel(own_messages), leads_to=own_messages)) is None
    assert roles.here(only_phones, replace(in_channel(own_messages), leads_to=PHONES)) is None
    assert roles.here(only_phones, replace(in_channel(PHONES), leads_to=GENERAL)) is AccessRefusal.NOT_HERE


def in_channel(channel: ChannelId, message: str = "") -> Click:
    return Click(member=MEMBER, channel=channel, key="click", message=message)


@table(
    ("policy", "kind", "quantity", "needed"),
    [
        pytest.param(Policy(), Kind.TOLL, 1, 1, id="one by default"),
        pytest.param(Policy(), Kind.TOLL_FREE, 1, 1, id="one for toll-free, too"),
        pytest.param(Policy(approvals=0), Kind.TOLL, 1_500, 0, id="none"),
        pytest.param(Policy(approvals=5), Kind.TOLL, 1, 5, id="five"),
        pytest.param(Policy(approvals=1, toll_free=3), Kind.TOLL_FREE, 1, 3, id="more for toll-free"),
        pytest.param(Policy(approvals=1, toll_free=3), Kind.TOLL, 1, 1, id="which does not change toll"),
        pytest.param(Policy(approvals=2, toll_free=0), Kind.TOLL_FREE, 1, 0, id="none for toll-free, though two else"),
        pytest.param(Policy(approvals=0, toll_free=1), Kind.TOLL, 1, 0, id="only for toll-free"),
        pytest.param(Policy(from_quantity=3), Kind.TOLL, 2, 0, id="one less than from where it is needed"),
        pytest.param(Policy(from_quantity=3), Kind.TOLL, 3, 1, id="just as many as from where it is needed"),
        pytest.param(Policy(from_quantity=3, toll_free=2), Kind.TOLL_FREE, 2, 0, id="the same for toll-free"),
        pytest.param(Policy(from_quantity=3, toll_free=2), Kind.TOLL_FREE, 3, 2, id="and its own number from there on"),
        pytest.param(Policy(from_quantity=1_500), Kind.TOLL, 1_500, 1, id="the largest quantity there is"),
    ],
)
def test_how_many_must_approve(policy: Policy, kind: Kind, quantity: int, needed: int) -> None:
    assert approval_rules.needed(policy, kind, quantity) == needed


@given(st.integers(0, 5), st.integers(1, 1_500), st.integers(1, 1_500), st.sampled_from(Kind))
def test_more_numbers_never_need_fewer_approvals(approvals: int, start: int, quantity: int, kind: Kind) -> None:
    policy = Policy(approvals=approvals, from_quantity=start)
    assert approval_rules.needed(policy, kind, quantity) <= approval_rules.needed(policy, kind, quantity + 1)


@table(
    ("by", "entitled", "refusal"),
    [
        pytest.param(MEMBER, True, None, id="one of those who approve"),
        pytest.param(MEMBER, False, ApprovalRefusal.NOT_AN_APPROVER, id="a member who is none of them"),
        pytest.param(ADMIN, True, None, id="an admin who is one of them"),
        pytest.param(ADMIN, False, ApprovalRefusal.NOT_AN_APPROVER, id="an admin who is none of them"),
        pytest.param(member(user=ASKER), True, ApprovalRefusal.OWN_REQUEST, id="their own request"),
        pytest.param(member(user=ASKER), False, ApprovalRefusal.OWN_REQUEST, id="their own, and none of them"),
        pytest.param(
            member(Standing.ADMIN, ASKER), True, ApprovalRefusal.OWN_REQUEST, id="their own, though they are an admin"
        ),
    ],
)
def test_who_may_approve(by: Member, entitled: bool, refusal: Refusal | None) -> None:
    assert approval_rules.approve(request(3), by, entitled=entitled) == refusal


@table(("approvals", "missing"), [pytest.param(0, 5, id="none yet"), (1, 4), (4, 1), pytest.param(5, 0, id="all")])
def test_how_many_approvals_are_missing(approvals: int, missing: int) -> None:
    assert request(3, approvals=approvals).missing == missing


def test_fewer_than_none_are_never_missing() -> None:
    assert replace(request(3, approvals=5), needed=2).missing == 0


def test_what_slack_says_of_a_member_is_asked_again_before_it_refuses_them() -> None:
    of_the_workspace = {QuotaRefusal.NO_LICENCE, QuotaRefusal.NO_CREDITS, QuotaRefusal.OVER_QUOTA}
    of_the_workspace |= {QuotaRefusal.NEEDS_APPROVAL}
    of_the_country = {HoldRefusal.NOT_OFFERED, HoldRefusal.ON_REQUEST}
    of_the_country |= {HoldRefusal.NO_AGREEMENT}  # it is said of what the workspace has set
    of_the_request = {ApprovalRefusal.OWN_REQUEST, ApprovalRefusal.NOT_THE_ASKER, AccessRefusal.NOT_HERE}
    of_the_request |= {WantedRefusal.OVER, WantedRefusal.TAKEN, WantedRefusal.NOT_THE_ASKER}
    of_the_request |= {ApprovalRefusal.ASKER_GONE}  # it is said of somebody else
    of_the_order = {PortRefusal.NO_SUCH_MOVE, PortRefusal.NO_FOC, PortRefusal.NO_REASON, PortRefusal.NUMBERS_TAKEN}
    of_its_state = {PortRefusal.NOT_EDITABLE, PortRefusal.NOTHING_NEW}
    of_the_number = {
        InventoryRefusal.NOT_OURS,
        InventoryRefusal.IS_RESTING,
        InventoryRefusal.IS_PORTING,
        InventoryRefusal.IS_ORDERED,
        InventoryRefusal.NOT_RESTING,
    }
    of_its_service = {
        InventoryRefusal.IS_ASSIGNED,
        InventoryRefusal.NOT_ASSIGNED,
        InventoryRefusal.NO_SERVICE,
        InventoryRefusal.LONG_NAME,
    }
    of_the_list = {BatchRefusal.SAID_BEFORE, InventoryRefusal.NOT_YES_OR_NO, InventoryRefusal.NO_SUCH_KIND}
    of_defaults = {
        InventoryRefusal.DEFAULT_OF_BRIDGES,
        InventoryRefusal.DEFAULT_IS_TOLL,
        InventoryRefusal.NAME_NEXT_DEFAULT,
    }
    of_nothing = {AccessRefusal.UNKNOWN}  # it has just been asked
    others = of_the_workspace | of_the_country | of_the_request | of_the_order | of_its_state | of_nothing
    others |= of_the_number | of_its_service | of_defaults | of_the_list
    assert set(EVERY_REFUSAL) - FEATURES.by_slacks_word == others

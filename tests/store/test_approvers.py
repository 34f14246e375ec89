"""Who may approve is Slack's word at the time they do: those in the channel, in a group, named, or admins."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from handlers.approvals import decide as approve
from handlers.approvals.entries import ApprovalAction
from handlers.approvals.requests import Decision
from handlers.approvals.rules import ApprovalRefusal
from handlers.kit.member import Member, Standing
from handlers.kit.tools import SlackSilent
from store.approvals.types import ApprovalRequest, Verdict
from store.audit.types import Deed
from store.holds.types import Hold, Outcome
from store.types import GroupId, UserId
from store.workspaces.types import ADMINS, Circle, Policy, Who
from tests.desk import ADA, BEN, CHLOE, DEV, TELEPHONY, Desk, click, fill, member

DORA, EDDY = member("UDORA"), member("UEDDY")
ANYONE = Who()
GROUP = Who(circle=Circle.GROUP, group=TELEPHONY)
NAMED = Who(circle=Circle.NAMED, members=(CHLOE.user, DORA.user))
Change = Callable[[Desk], object]


def asked(desk: Desk, approvers: Who = ANYONE, needed: int = 1, by: Member = BEN) -> tuple[Hold, ApprovalRequest]:
    """Two numbers that somebody asks for."""
    desk.set(policy=Policy(approvals=needed, approvers=approvers))
    fill(desk.database, 2)
    hold = desk.hold(by, 2)
    return hold, desk.asks(by, hold)


def _not_in_the_channel(*users: UserId) -> Change:
    return lambda desk: desk.slack.left.update(users)


def _in_the_group(*users: UserId) -> Change:
    return lambda desk: setattr(desk.slack, "telephony", frozenset(users))


def _stands(by: Member, standing: Standing) -> Change:
    return lambda desk: desk.slack.members.update({by.user: replace(by, standing=standing)})


def _nothing(_desk: Desk) -> None:
    """All is as it is."""


@pytest.mark.parametrize(
    ("approvers", "change", "by", "may"),
    [
        pytest.param(ANYONE, _nothing, CHLOE, True, id="any member of the channel"),
        pytest.param(ANYONE, _not_in_the_channel(CHLOE.user), CHLOE, False, id="not who is not in the channel"),
        pytest.param(ANYONE, _not_in_the_channel(ADA.user), ADA, False, id="nor an admin who is not"),
        pytest.param(ANYONE, _nothing, DEV, False, id="nor a guest who is"),
        pytest.param(GROUP, _nothing, ADA, True, id="a member of the group"),
        pytest.param(GROUP, _not_in_the_channel(ADA.user), ADA, True, id="wherever they are"),
        pytest.param(GROUP, _nothing, CHLOE, False, id="nobody else, where a group is asked"),
        pytest.param(GROUP, _in_the_group(CHLOE.user), ADA, False, id="not even an admin, if not of the group"),
        pytest.param(GROUP, _in_the_group(CHLOE.user), CHLOE, True, id="who has joined the group since"),
        pytest.param(GROUP, _in_the_group(DEV.user), DEV, False, id="no guest, though of the group"),
        pytest.param(replace(GROUP, group=GroupId("S9")), _nothing, ADA, False, id="nobody of a group that is gone"),
        pytest.param(NAMED, _nothing, CHLOE, True, id="who is named"),
        pytest.param(NAMED, _nothing, ADA, False, id="no admin, if not named"),
        pytest.param(NAMED, _stands(CHLOE, Standing.GUEST), CHLOE, False, id="not who is named but is a guest now"),
        pytest.param(ADMINS, _nothing, ADA, True, id="an admin"),
        pytest.param(ADMINS, _nothing, CHLOE, False, id="no member, where admins are asked"),
        pytest.param(ADMINS, _stands(CHLOE, Standing.ADMIN), CHLOE, True, id="who has become an admin since"),
        pytest.param(ADMINS, _stands(ADA, Standing.MEMBER), ADA, False, id="not who is no admin any more"),
        pytest.param(ANYONE, _stands(CHLOE, Standing.STRANGER), CHLOE, False, id="not who has left the workspace"),
    ],
)
def test_those_approve_and_decline_who_may(desk: Desk, approvers: Who, change: Change, by: Member, may: bool) -> None:
    hold, request = asked(desk, approvers)
    change(desk)
    before = desk.everything()
    if not may:
        assert desk.decline(by, request).refusal == ApprovalRefusal.NOT_AN_APPROVER
        assert desk.approve(by, request).refusal == ApprovalRefusal.NOT_AN_APPROVER
        assert desk.everything() == before
    else:
        desk.approve(by, request)
        assert desk.fresh(hold).outcome is Outcome.ACQUIRED


@pytest.mark.parametrize("by", [pytest.param(ADA, id="an approver"), pytest.param(CHLOE, id="anybody else")])
def test_whoever_wants_to_decline_is_asked_why_only_where_they_may(desk: Desk, by: Member) -> None:
    hold, request = asked(desk, GROUP)
    reply = approve.ask_why(desk.tools, click(by), Decision(request=request.id, ref=hold.ref))
    assert (reply.view is not None) == (by is ADA)
    assert reply.refusal == ("" if by is ADA else ApprovalRefusal.NOT_AN_APPROVER)


@pytest.mark.parametrize(
    ("approvers", "lose"),
    [
        pytest.param(ANYONE, _not_in_the_channel(CHLOE.user), id="left the channel"),
        pytest.param(GROUP, _in_the_group(ADA.user), id="left the group"),
        pytest.param(ANYONE, _stands(CHLOE, Standing.STRANGER), id="left the workspace"),
        pytest.param(NAMED, _stands(CHLOE, Standing.GUEST), id="became a guest"),
    ],
)
def test_an_approval_does_not_count_any_more_once_its_giver(desk: Desk, approvers: Who, lose: Change) -> None:
    _in_the_group(ADA.user, CHLOE.user, DORA.user)(desk)
    hold, request = asked(desk, approvers, needed=2)
    desk.approve(CHLOE, request)
    lose(desk)
    _in_the_group(ADA.user, DORA.user)(desk)
    desk.approve(DORA, request)
    assert desk.fresh(hold).outcome is None
    assert [approval.by for approval in desk.asked(hold).approvals] == [DORA.user]
    *_, lapsed, approved = (entry.deed for entry in desk.entries(hold.name))
    assert (lapsed.action, lapsed.before, lapsed.after["lapsed"]) == (
        ApprovalAction.LAPSED,
        {"approvals": 1},
        [CHLOE.user],
    )
    assert (approved.action, approved.before["approvals"], approved.after["approvals"]) == (
        ApprovalAction.APPROVED,
        0,
        1,
    )


def test_whose_approval_lapsed_gives_it_again_once_they_are_back(desk: Desk) -> None:
    hold, request = asked(desk, needed=3)
    desk.approve(CHLOE, request)
    desk.slack.left.add(CHLOE.user)
    desk.approve(DORA, request)
    desk.slack.left.clear()
    desk.approve(CHLOE, request)
    assert {approval.by for approval in desk.asked(hold).approvals} == {CHLOE.user, DORA.user}


def test_several_approvals_lapse_together(desk: Desk) -> None:
    hold, request = asked(desk, needed=3)
    desk.approve(CHLOE, request)
    desk.approve(DORA, request)
    desk.slack.left.update({CHLOE.user, DORA.user})
    desk.approve(EDDY, request)
    assert [approval.by for approval in desk.asked(hold).approvals] == [EDDY.user]
    assert [deed.after["lapsed"] for deed in deeds(desk, hold, ApprovalAction.LAPSED)] == [[CHLOE.user, DORA.user]]


def test_an_approver_who_left_can_still_take_their_approval_back(desk: Desk) -> None:
    hold, request = asked(desk, needed=2)
    desk.approve(CHLOE, request)
    desk.slack.left.add(CHLOE.user)
    desk.take_back(CHLOE, request)
    assert desk.asked(hold).approvals == ()


def test_whoever_may_not_approve_makes_no_approval_lapse(desk: Desk) -> None:
    _, request = asked(desk, GROUP, needed=2)
    desk.approve(ADA, request)
    _in_the_group()(desk)
    before = desk.everything()
    assert desk.approve(CHLOE, request).refusal == ApprovalRefusal.NOT_AN_APPROVER
    assert desk.everything() == before


@pytest.mark.parametrize("approvers", [ANYONE, GROUP, NAMED, ADMINS], ids=lambda who: who.circle)
@pytest.mark.parametrize(
    "decide",
    [
        pytest.param(lambda desk, request: desk.approve(ADA, request), id="approve"),
        pytest.param(lambda desk, request: desk.decline(ADA, request), id="decline"),
        pytest.param(
            lambda desk, request: approve.ask_why(
                desk.tools, click(ADA), Decision(request=request.id, ref=request.ref)
            ),
            id="open the modal",
        ),
    ],
)
def test_where_slack_is_silent_nobodys_right_is_known_and_nothing_is_changed(
    desk: Desk, approvers: Who, decide: Callable[[Desk, ApprovalRequest], object]
) -> None:
    _, request = asked(desk, approvers)
    desk.slack.silent = True
    before = desk.everything()
    with pytest.raises(SlackSilent):
        decide(desk, request)
    assert desk.everything() == before


def test_what_needs_no_word_of_slacks_is_done_while_it_is_silent(desk: Desk) -> None:
    hold, request = asked(desk, needed=2)
    desk.approve(CHLOE, request)
    desk.slack.silent = True
    desk.take_back(CHLOE, request)
    desk.withdraw(BEN, request)
    assert desk.asked(hold).verdict is Verdict.WITHDRAWN
    assert "withdrew" in desk.approve(CHLOE, request).text


def test_those_approve_whom_the_policy_named_when_it_was_asked(desk: Desk) -> None:
    hold, request = asked(desk, GROUP)
    desk.set(policy=Policy(approvers=ADMINS))
    _in_the_group(CHLOE.user)(desk)
    assert desk.approve(ADA, request).refusal == ApprovalRefusal.NOT_AN_APPROVER
    desk.approve(CHLOE, request)
    assert desk.fresh(hold).outcome is Outcome.ACQUIRED


def deeds(desk: Desk, hold: Hold, action: str) -> list[Deed]:
    return [entry.deed for entry in desk.entries(hold.name) if entry.deed.action == action]

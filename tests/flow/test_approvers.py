"""Who may approve: those whom the policy means, as Slack knows them at that moment; and whom the desk calls."""

import pytest

from handlers.approvals.entries import ApprovalAction
from store.types import UserId
from store.workspaces.types import Circle, Who
from tests.flow.asking import TELEPHONY, ask, policy
from tests.flow.desk import eventually
from tests.flow.member import Member
from tests.flow.product import Product


@pytest.mark.parametrize(
    ("approvers", "mention"),
    [
        pytest.param(TELEPHONY, "<!subteam^S0TELEPH1>", id="a group"),
        pytest.param(
            Who(circle=Circle.NAMED, members=(UserId("U0ADA0001"), UserId("U0CHLOE01"))),
            "<@U0ADA0001> <@U0CHLOE01>",
            id="named members",
        ),
    ],
)
def test_a_group_and_named_approvers_are_mentioned_once_in_the_thread(
    shared: Product, ben: Member, approvers: Who, mention: str
) -> None:
    desk = shared.desk
    policy(shared, approvers=approvers)
    card = ask(desk, ben)
    desk.settle()
    (line,) = desk.thread(card)
    assert line.text == f"{mention} {ben.mention} asks to acquire 3 of 3 numbers. One approval is needed."
    assert not line.is_broadcast
    assert mention not in desk.card("H-1").words


@pytest.mark.parametrize("approvers", [Who(), Who(circle=Circle.ADMINS)], ids=["any member", "admins"])
def test_where_any_member_or_any_admin_may_approve_nobody_is_mentioned(
    shared: Product, ben: Member, approvers: Who
) -> None:
    desk = shared.desk
    policy(shared, approvers=approvers)
    ask(desk, ben)
    desk.advance(minutes=8, seconds=1)
    desk.said("H-1 ends at")
    said = " ".join(message.words for message in desk.messages()).replace(ben.mention, "")
    assert "<@" not in said
    assert "<!" not in said.replace("<!date", "")


def test_those_who_may_approve_are_told_two_minutes_before_the_end(shared: Product, ben: Member) -> None:
    desk = shared.desk
    policy(shared, approvers=TELEPHONY)
    card = ask(desk, ben)
    desk.advance(minutes=8, seconds=1)
    warning = desk.said("H-1 ends at")
    assert warning.text.startswith("<!subteam^S0TELEPH1> H-1 ends at")
    assert "one approval is still missing" in warning.text
    assert warning in desk.thread(card)
    desk.settle()
    assert sum("<!subteam" in message.text for message in desk.messages()) == 2


@pytest.mark.parametrize(
    ("approvers", "may", "may_not"),
    [
        pytest.param(Who(), "chloe", "dev", id="any member, guests apart"),
        pytest.param(TELEPHONY, "ada", "chloe", id="a group"),
        pytest.param(Who(circle=Circle.NAMED, members=(UserId("U0CHLOE01"),)), "chloe", "ada", id="named"),
        pytest.param(Who(circle=Circle.ADMINS), "ada", "chloe", id="admins"),
    ],
)
def test_only_those_whom_the_policy_means_approve_or_decline(
    shared: Product, ben: Member, approvers: Who, may: str, may_not: str
) -> None:
    desk = shared.desk
    policy(shared, approvers=approvers)
    card = ask(desk, ben)
    for label in ("Approve", "Decline"):
        assert Member.of(desk, may_not).presses(card, label)
    assert Member.of(desk, may_not).modals() == []
    assert desk.in_use().acquired == 0
    Member.of(desk, may).presses(card, "Approve")
    assert desk.in_use().acquired == 3


def test_who_is_not_in_the_channel_does_not_approve_there(shared: Product, ben: Member, chloe: Member) -> None:
    desk = shared.desk
    card = ask(desk, ben)
    desk.post("member", channel="phone-numbers", user="chloe", present=False)
    waiting = chloe.home()
    assert "asks for *" not in waiting.words
    desk.post("member", channel="phone-numbers", user="chloe", present=True)
    assert "sont acquis" in chloe.presses(card, "Approve")


def test_who_left_the_group_does_not_approve_any_more_and_who_joined_it_does(
    shared: Product, ada: Member, ben: Member, chloe: Member
) -> None:
    desk = shared.desk
    policy(shared, approvers=TELEPHONY)
    card = ask(desk, ben)
    assert "<!subteam^S0TELEPH1>" in chloe.presses(card, "Approve")
    desk.change("usergroup", handle="telephony", users=["ben", "chloe"])
    assert "Only members of <!subteam^S0TELEPH1> can decide on H-1." in ada.presses(card, "Approve")
    assert "sont acquis" in chloe.presses(card, "Approve")


def test_an_approval_of_one_who_left_the_workspace_does_not_count_any_more(
    shared: Product, ada: Member, ben: Member, chloe: Member
) -> None:
    desk = shared.desk
    policy(shared, approvals=2)
    card = ask(desk, ben)
    chloe.presses(card, "Approve")
    card = desk.card("H-1", "*1 of 2*")
    desk.change("user", user="chloe", deleted=True)
    assert "You approved H-1: 1 of 2" in ada.presses(card, "Approve")
    desk.said(f"The approval of {chloe.mention} does not count any more")
    assert desk.in_use().acquired == 0
    # That too few are left to approve is found out by the clock, now or a moment later.
    decided = [action for action in desk.record("H-1")[2:] if action != ApprovalAction.LACKING]
    assert decided == [ApprovalAction.APPROVED, ApprovalAction.LAPSED, ApprovalAction.APPROVED]


def test_a_policy_that_is_changed_meanwhile_is_none_for_a_request_that_waits(
    shared: Product, ada: Member, ben: Member
) -> None:
    desk = shared.desk
    card = ask(desk, ben)
    policy(shared, approvals=3, approvers=Who(circle=Circle.NAMED, members=(UserId("U0CHLOE01"),)))
    assert "acquired" in ada.presses(card, "Approve")
    desk.card("H-1", "acquired *3 of 3")


def test_where_slack_does_not_say_who_may_approve_nothing_is_approved(
    shared: Product, ada: Member, ben: Member
) -> None:
    desk = shared.desk
    policy(shared, approvers=TELEPHONY)
    desk.change("usergroup", handle="telephony", users=["ada", "ben"])
    card = ask(desk, ben)
    # Whether too few are left to approve is asked by the clock, too, and may meet the first of these.
    desk.fault("usergroups.list", error="internal_error", times=3)
    assert "Please try again." in ada.presses(card, "Approve")
    assert desk.in_use().acquired == 0
    eventually(lambda: "acquired" in ada.presses(card, "Approve"))

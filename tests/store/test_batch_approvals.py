"""Where the workspace says so, teammates must agree before numbers are released: four eyes, as to acquire them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.approvals.entries import ApprovalAction
from handlers.approvals.owing import ApprovalOutbox
from handlers.approvals.rules import ApprovalRefusal
from handlers.batches.entries import BatchAction
from handlers.inventory.entries import InventoryAction
from handlers.inventory.rules import InventoryRefusal
from handlers.kit import delivery
from handlers.kit.member import Member
from handlers.kit.outgoing import Post
from handlers.kit.reply import Reply
from handlers.kit.tools import SlackSilent
from handlers.kit.words import BadInput
from store.approvals.types import RequestId, Verdict
from store.batches.types import DONE, Batch, Stage
from store.numbers.types import Status
from store.workspaces.types import ADMINS, Policy
from tests.desk import ADA, AWAY, BEN, CHLOE, EVE, START, Desk, fill
from tests.store.batching import (
    RELEASE,
    acquired,
    actions,
    asked,
    british,
    fresh,
    is_done,
    lines,
    next_owed,
    ours,
    outcomes,
    released,
    ring,
)
from tests.store.serving import REST, assign, owned, unassign

ONE = Policy(releases=True)
TWO = Policy(approvals=2, releases=True)
Work = Callable[..., Reply]


@pytest.fixture
def waiting(desk: Desk) -> Batch:
    """Two numbers that BEN asks to release, where two teammates must agree."""
    desk.set(policy=TWO)
    return released(desk, ours(desk, 2))


def status(desk: Desk, batch: Batch) -> set[Status | None]:
    """How the numbers stand that a batch is about."""
    found = [owned(desk, line.e164) for line in lines(desk, batch) if line.e164]
    return {each.status if each else None for each in found}


def test_a_release_waits_until_as_many_have_agreed_as_the_policy_says(desk: Desk, waiting: Batch) -> None:
    assert (waiting.stage, waiting.until, asked(desk, waiting).needed) == (Stage.ASKED, None, 2)
    assert status(desk, waiting) == {Status.ACQUIRED}
    assert "1 of 2" in desk.approve(CHLOE, asked(desk, waiting)).text
    assert status(desk, waiting) == {Status.ACQUIRED}
    desk.clock.advance(timedelta(days=40))
    desk.approve(ADA, asked(desk, waiting))
    ring(desk)
    assert status(desk, waiting) == {Status.RESTING}
    done = fresh(desk, waiting)
    assert (done.stage, done.done, done.until) == (Stage.DONE, 2, desk.clock() + REST)
    assert asked(desk, waiting).verdict is Verdict.APPROVED


def test_a_request_says_who_wants_to_release_which_numbers_and_how_many_must_agree(desk: Desk, waiting: Batch) -> None:
    request = asked(desk, waiting)
    assert (request.hold, request.batch, request.subject) == (None, waiting.id, "B-1")
    assert (request.asked_by, request.asked_at, request.numbers) == (BEN.user, START, tuple(british(2)))


def test_who_asked_who_agreed_and_what_was_done_are_on_the_record(desk: Desk, waiting: Batch) -> None:
    desk.approve(CHLOE, asked(desk, waiting))
    desk.approve(ADA, asked(desk, waiting))
    ring(desk)
    told = [(entry.deed.action, entry.deed.who) for entry in desk.entries(waiting.name)]
    assert told == [
        (BatchAction.RELEASE_ASKED, BEN.user),
        (ApprovalAction.APPROVED, CHLOE.user),
        (ApprovalAction.APPROVED, ADA.user),
        (BatchAction.BATCH_BEGUN, ADA.user),
        (BatchAction.BATCH_DONE, BEN.user),
    ]
    assert [actions(desk, number) for number in british(2)] == [[InventoryAction.NUMBER_RELEASED]] * 2
    assert desk.verify().flaw is None


@pytest.mark.parametrize("by", [BEN, ADA], ids=lambda by: by.name)
def test_nobody_approves_or_declines_what_they_asked_for_themselves(desk: Desk, by: Member) -> None:
    desk.set(policy=ONE)
    request = asked(desk, released(desk, ours(desk, 1), by))
    before = desk.everything()
    for reply in (desk.approve(by, request), desk.decline(by, request)):
        assert reply.refusal == ApprovalRefusal.OWN_REQUEST
        assert reply.text
    assert desk.everything() == before


def test_one_who_approves_twice_counts_once(desk: Desk, waiting: Batch) -> None:
    desk.approve(CHLOE, asked(desk, waiting))
    before = desk.everything()
    assert "You approved B-1 already" in desk.approve(CHLOE, asked(desk, waiting)).text
    assert desk.everything() == before


def test_only_those_whom_the_policy_names_approve(desk: Desk) -> None:
    desk.set(policy=replace(ONE, approvers=ADMINS))
    request = asked(desk, released(desk, ours(desk, 1)))
    assert desk.approve(CHLOE, request).refusal == ApprovalRefusal.NOT_AN_APPROVER
    assert not desk.approve(ADA, request).refusal


def test_an_approval_lapses_when_its_giver_may_not_approve_any_more(desk: Desk, waiting: Batch) -> None:
    desk.approve(CHLOE, asked(desk, waiting))
    desk.slack.left.add(CHLOE.user)
    desk.approve(ADA, asked(desk, waiting))
    ring(desk)
    assert [each.by for each in asked(desk, waiting).approvals] == [ADA.user]
    assert ApprovalAction.LAPSED in actions(desk, waiting.name)
    assert status(desk, waiting) == {Status.ACQUIRED}


def test_while_slack_is_silent_nobody_approves(desk: Desk, waiting: Batch) -> None:
    desk.slack.silent = True
    before = desk.everything()
    with pytest.raises(SlackSilent):
        desk.approve(CHLOE, asked(desk, waiting))
    assert desk.everything() == before


def test_an_approval_can_be_taken_back_until_the_last_is_there(desk: Desk, waiting: Batch) -> None:
    desk.approve(CHLOE, asked(desk, waiting))
    assert "0 of 2" in desk.take_back(CHLOE, asked(desk, waiting)).text
    desk.approve(ADA, asked(desk, waiting))
    ring(desk)
    assert status(desk, waiting) == {Status.ACQUIRED}
    desk.approve(CHLOE, asked(desk, waiting))
    ring(desk)
    before = desk.everything()
    assert desk.take_back(CHLOE, asked(desk, waiting)).text
    assert desk.everything() == before
    assert status(desk, waiting) == {Status.RESTING}


@pytest.mark.parametrize(
    ("end", "stage", "verdict", "action"),
    [
        pytest.param(
            lambda desk, request: desk.decline(CHLOE, request, "we need them"),
            Stage.DECLINED,
            Verdict.DECLINED,
            ApprovalAction.DECLINED,
            id="declined",
        ),
        pytest.param(
            lambda desk, request: desk.withdraw(BEN, request),
            Stage.WITHDRAWN,
            Verdict.WITHDRAWN,
            ApprovalAction.WITHDRAWN,
            id="withdrawn",
        ),
    ],
)
def test_a_request_that_is_refused_or_withdrawn_leaves_all_as_it_was(
    desk: Desk, waiting: Batch, end: Work, stage: Stage, verdict: Verdict, action: str
) -> None:
    assert not end(desk, asked(desk, waiting)).refusal
    assert (fresh(desk, waiting).stage, asked(desk, waiting).verdict) == (stage, verdict)
    assert status(desk, waiting) == {Status.ACQUIRED}
    assert actions(desk, waiting.name) == [BatchAction.RELEASE_ASKED, action]
    before = desk.everything()
    request = asked(desk, waiting)
    for reply in (desk.approve(ADA, request), desk.decline(ADA, request), desk.withdraw(BEN, request)):
        assert reply.text
    desk.clock.advance(timedelta(days=400))
    assert ring(desk) == 0
    assert desk.everything() == before


def test_who_declines_says_why_and_who_asked_hears_it(desk: Desk, waiting: Batch) -> None:
    desk.decline(CHLOE, asked(desk, waiting), "we need them")
    assert asked(desk, waiting).reason == "we need them"
    post = delivery.render(desk.tools, next_owed(desk, ApprovalOutbox.VERDICT))
    assert isinstance(post, Post)
    assert str(post.channel) == BEN.user
    assert "we need them" in post.message.text


def test_only_who_asked_withdraws(desk: Desk, waiting: Batch) -> None:
    before = desk.everything()
    for by in (CHLOE, ADA):
        assert desk.withdraw(by, asked(desk, waiting)).refusal == ApprovalRefusal.NOT_THE_ASKER
    assert desk.everything() == before


def test_what_was_declined_can_be_asked_for_again(desk: Desk, waiting: Batch) -> None:
    desk.decline(CHLOE, asked(desk, waiting))
    again = released(desk, british(2))
    assert (again.id, again.stage) == (2, Stage.ASKED)


def test_what_nobody_was_asked_to_approve_is_not_released_with_the_rest(desk: Desk) -> None:
    """The one that served something when approval was asked for, and nothing when it was given."""
    first, second = ours(desk, 2)
    assign(desk, second)
    desk.set(policy=ONE)
    batch = released(desk, [first, second])
    assert asked(desk, batch).numbers == (first,)
    unassign(desk, second)
    desk.approve(CHLOE, asked(desk, batch))
    ring(desk)
    assert outcomes(desk, batch) == [DONE, InventoryRefusal.IS_ASSIGNED]
    assert not is_done(desk, RELEASE, second)


def test_what_cannot_be_released_any_more_is_not_when_all_have_agreed(desk: Desk, waiting: Batch) -> None:
    first, _ = british(2)
    assign(desk, first)
    for by in (CHLOE, ADA):
        desk.approve(by, asked(desk, waiting))
    ring(desk)
    assert outcomes(desk, waiting) == [InventoryRefusal.IS_ASSIGNED, DONE]
    assert actions(desk, first) == [InventoryAction.ASSIGNED]


def test_the_policy_of_the_time_when_it_was_asked_for_holds(desk: Desk, waiting: Batch) -> None:
    desk.set(policy=ONE)
    desk.approve(CHLOE, asked(desk, waiting))
    assert fresh(desk, waiting).stage is Stage.ASKED


@pytest.mark.parametrize("decide", [Desk.approve, Desk.decline, Desk.take_back, Desk.withdraw])
def test_another_workspace_decides_on_nothing_of_ours(desk: Desk, waiting: Batch, decide: Work) -> None:
    request = asked(desk, waiting)
    desk.slack.members[EVE.user] = EVE
    before = desk.everything()
    with pytest.raises(BadInput):
        decide(desk, EVE, request)
    assert desk.everything() == before
    desk.set(AWAY, policy=TWO)
    theirs = released(desk, acquired(desk, 1, EVE), EVE)
    before = desk.everything()
    with pytest.raises(BadInput):
        desk.approve(EVE, replace(request, batch=theirs.id, id=RequestId(99)))
    assert desk.everything() == before


def test_a_request_is_not_found_under_another_batch_or_a_hold(desk: Desk, waiting: Batch) -> None:
    request, other = asked(desk, waiting), released(desk, acquired(desk, 1))
    hold = desk.hold(BEN, 1) if fill(desk.database, 1) else None
    assert hold
    before = desk.everything()
    for wrong in (replace(request, batch=other.id), replace(request, batch=None, hold=hold.id)):
        with pytest.raises(BadInput):
            desk.approve(CHLOE, wrong)
    assert desk.everything() == before

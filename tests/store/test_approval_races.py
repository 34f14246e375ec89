"""Many decide on one request at once, from a barrier: it comes to one end, and each approval counts once."""

from collections.abc import Callable
from random import Random

import pytest

from handlers.approvals.entries import ApprovalAction
from handlers.holds import expiry
from handlers.holds.entries import HoldAction
from store.approvals.types import ApprovalRequest, Verdict
from store.holds.types import Hold, Outcome
from store.workspaces.types import Policy
from tests.desk import A_MOMENT, ADA, AWAY, BEN, CHLOE, EVE, HOME, Desk, fill, member
from tests.store.test_races import AT_ONCE, each, race, rounds

APPROVERS = [member(f"UA{number}") for number in range(4)]


def _asked(desk: Desk, needed: int) -> tuple[Hold, ApprovalRequest]:
    """Four numbers that BEN asks for."""
    fill(desk.database, 4)
    desk.set(policy=Policy(approvals=needed))
    hold = desk.hold(BEN, 4)
    return hold, desk.asks(BEN, hold)


def _actions(desk: Desk, hold: Hold) -> list[str]:
    return [entry.deed.action for entry in desk.entries(hold.name)]


@rounds
def test_of_many_who_approve_one_acquires_and_the_others_are_told(desk: Desk, round_: int) -> None:
    hold, request = _asked(desk, needed=1)
    Random(round_).shuffle(approvers := list(APPROVERS))
    replies = race(*each(approvers, lambda by: desk.approve(by, request)))
    [winner] = desk.asked(hold).approvals
    assert sum("are acquired" in reply.text for reply in replies) == 1
    told = f"<@{winner.by}> approved what <@{BEN.user}> asked for"
    assert sum(told in reply.text for reply in replies) == len(approvers) - 1
    assert _actions(desk, hold) == [
        HoldAction.RESERVED,
        ApprovalAction.ASKED,
        ApprovalAction.APPROVED,
        HoldAction.ACQUIRED,
    ]


@rounds
def test_of_many_who_approve_exactly_as_many_as_are_needed_count(desk: Desk, round_: int) -> None:
    needed = 2 + round_ % 2
    hold, request = _asked(desk, needed)
    race(*each(APPROVERS, lambda by: desk.approve(by, request)))
    assert len(desk.asked(hold).approvals) == needed
    assert desk.asked(hold).verdict is Verdict.APPROVED
    assert desk.fresh(hold).acquired == 4
    assert _actions(desk, hold)[2:] == [ApprovalAction.APPROVED] * needed + [HoldAction.ACQUIRED]
    assert desk.verify().flaw is None


@rounds
def test_one_who_approves_many_times_at_once_counts_once(desk: Desk, round_: int) -> None:
    hold, request = _asked(desk, needed=2)
    race(*[lambda: desk.approve(APPROVERS[round_ % 4], request)] * AT_ONCE)
    assert len(desk.asked(hold).approvals) == 1
    assert desk.fresh(hold).outcome is None


@rounds
@pytest.mark.parametrize(
    ("against", "verdict", "outcome"),
    [
        pytest.param(
            lambda desk, request: desk.decline(ADA, request), Verdict.DECLINED, Outcome.RELEASED, id="one declines"
        ),
        pytest.param(lambda desk, request: desk.withdraw(BEN, request), Verdict.WITHDRAWN, None, id="one withdraws"),
        pytest.param(
            lambda desk, request: desk.release(BEN, desk.found(HOME, request.hold)),
            Verdict.RELEASED,
            Outcome.RELEASED,
            id="one releases",
        ),
    ],
)
def test_a_request_comes_to_one_end_where_some_approve_and(
    desk: Desk,
    round_: int,
    against: Callable[[Desk, ApprovalRequest], object],
    verdict: Verdict,
    outcome: Outcome | None,
) -> None:
    hold, request = _asked(desk, needed=1)
    ways: list[Callable[[], object]] = [
        *(lambda by=by: desk.approve(by, request) for by in APPROVERS[:2]),
        *[lambda: against(desk, request)] * 2,
    ]
    Random(round_).shuffle(ways)
    race(*ways)
    ended = desk.fresh(hold)
    assert (desk.asked(hold).verdict, ended.outcome) in ((Verdict.APPROVED, Outcome.ACQUIRED), (verdict, outcome))
    assert set(desk.outcomes(hold).values()) == {ended.outcome}
    assert ended.acquired == (4 if ended.outcome is Outcome.ACQUIRED else 0)
    assert len(_actions(desk, hold)) == (4 if ended.acquired else 3)


@rounds
def test_an_approval_that_is_taken_back_as_another_comes_is_counted_right(desk: Desk, round_: int) -> None:
    hold, request = _asked(desk, needed=2)
    first, second, *_ = APPROVERS
    desk.approve(first, request)
    ways = [lambda: desk.take_back(first, request), lambda: desk.approve(second, request)]
    Random(round_).shuffle(ways)
    race(*ways)
    given = {approval.by for approval in desk.asked(hold).approvals}
    if desk.fresh(hold).outcome is Outcome.ACQUIRED:
        assert given == {first.user, second.user}
        assert ApprovalAction.TAKEN_BACK not in _actions(desk, hold)
    else:
        assert given == {second.user}
        assert desk.asked(hold).verdict is None


@rounds
def test_at_the_very_end_a_request_is_approved_or_runs_out_never_both(desk: Desk, round_: int) -> None:
    """The clocks of the processes differ by a moment; others want the numbers too."""
    chance = Random(round_)
    hold, request = _asked(desk, needed=1)
    soon = [desk.at(hold.until - A_MOMENT * chance.randint(0, 1)) for _ in range(6)]
    ways: list[Callable[[], object]] = [
        lambda: soon[0].approve(ADA, request),
        lambda: soon[1].approve(CHLOE, request),
        lambda: soon[2].decline(APPROVERS[0], request),
        lambda: soon[3].reserve(EVE, 2),
        lambda: expiry.announce_ended(soon[4].tools),
        lambda: expiry.announce_ended(soon[5].tools),
    ]
    chance.shuffle(ways)
    race(*ways)
    after = desk.at(hold.until)
    expiry.announce_ended(after.tools)
    ended, verdict = desk.fresh(hold), desk.asked(hold).verdict
    assert (verdict, ended.outcome) in (
        (Verdict.APPROVED, Outcome.ACQUIRED),
        (Verdict.DECLINED, Outcome.RELEASED),
        (Verdict.RAN_OUT, Outcome.RAN_OUT),
    )
    assert set(desk.outcomes(hold).values()) == {ended.outcome}
    assert after.in_use() == ended.acquired
    assert after.in_use(AWAY) + after.in_use() + after.to_be_had() == 4
    assert len(_actions(desk, hold)) == (4 if ended.acquired else 3)
    assert desk.verify().flaw is None

"""A request's life: asked, approved by others, taken back, declined, withdrawn, or ended with its hold."""

from collections.abc import Callable

import pytest

from handlers.approvals.entries import ApprovalAction
from handlers.approvals.owing import ApprovalOutbox
from handlers.approvals.rules import ApprovalRefusal
from handlers.holds import expiry
from handlers.holds.entries import HoldAction
from handlers.kit.member import Member
from handlers.kit.reply import DONE, Reply
from store import approvals
from store.approvals.types import ApprovalRequest, RequestId, Verdict
from store.holds.types import Hold, Outcome, Purpose
from store.session import Db
from store.workspaces.types import Policy
from tests.desk import A_MOMENT, ADA, AWAY, BEN, CHLOE, HOLD_LASTS, HOME, START, Desk, fill
from tests.store.owing import in_order

TWO = Policy(approvals=2)
Decide = Callable[[Desk, ApprovalRequest], Reply]


@pytest.fixture
def held(desk: Desk) -> Hold:
    """Three numbers that BEN holds, where one teammate must approve."""
    desk.set(policy=Policy())
    fill(desk.database, 3)
    return desk.hold(BEN, 3)


def test_a_request_says_who_wants_which_numbers_what_for_and_how_many_must_agree(desk: Desk, held: Hold) -> None:
    first, second, _ = desk.took(held)
    desk.clock.advance(A_MOMENT)
    assert desk.acquire(BEN, held, first, second) == DONE
    assert desk.asked(held) == ApprovalRequest(
        workspace=HOME,
        id=RequestId(1),
        hold=held.id,
        asked_by=BEN.user,
        asked_at=START + A_MOMENT,
        numbers=(first, second),
        purpose=Purpose.CALL_QUEUE,
        note="for the bakery",
        needed=1,
        approvers=Policy().approvers,
    )
    assert desk.fresh(held).outcome is None
    assert desk.in_use() == 3


def test_the_last_approval_acquires_what_was_asked_for_and_gives_the_rest_back(desk: Desk, held: Hold) -> None:
    first, second, third = desk.took(held)
    request = desk.asks(BEN, held, first, third)
    desk.clock.advance(A_MOMENT)
    assert "You approved H-1" in desk.approve(CHLOE, request).text
    now, decided = desk.fresh(held), desk.asked(held)
    assert (now.outcome, now.closed_by, now.acquired, now.note) == (Outcome.ACQUIRED, BEN.user, 2, "for the bakery")
    assert (decided.verdict, decided.closed_by, decided.closed_at) == (Verdict.APPROVED, CHLOE.user, START + A_MOMENT)
    assert desk.outcomes(held) == {
        first: Outcome.ACQUIRED,
        second: Outcome.RELEASED,
        third: Outcome.ACQUIRED,
    }
    assert desk.to_be_had() == 1


def test_the_last_approval_is_on_the_record_with_who_asked_and_who_agreed(desk: Desk, held: Hold) -> None:
    desk.set(policy=TWO)
    request = desk.asks(BEN, held)
    desk.approve(CHLOE, request)
    desk.approve(ADA, request)
    *_, asked, first, second, acquired = (entry.deed for entry in desk.entries(held.name))
    assert [(deed.who, deed.action) for deed in (asked, first, second, acquired)] == [
        (BEN.user, ApprovalAction.ASKED),
        (CHLOE.user, ApprovalAction.APPROVED),
        (ADA.user, ApprovalAction.APPROVED),
        (ADA.user, HoldAction.ACQUIRED),
    ]
    assert [(deed.before["approvals"], deed.after["approvals"]) for deed in (first, second)] == [(0, 1), (1, 2)]
    assert (acquired.after["asked_by"], acquired.after["approved_by"]) == (BEN.user, [CHLOE.user, ADA.user])


@pytest.mark.parametrize("by", [pytest.param(BEN, id="a member"), pytest.param(ADA, id="an admin")])
@pytest.mark.parametrize("needed", [1, 2])
def test_nobody_approves_or_declines_their_own_request(desk: Desk, by: Member, needed: int) -> None:
    desk.set(policy=Policy(approvals=needed))
    fill(desk.database, 1)
    request = desk.asks(by, desk.hold(by, 1))
    before = desk.everything()
    for reply in (desk.approve(by, request), desk.decline(by, request)):
        assert reply.refusal == ApprovalRefusal.OWN_REQUEST
        assert "somebody else must decide" in reply.text
    assert desk.everything() == before


def test_whoever_asks_for_what_another_holds_cannot_approve_it_but_the_holder_can(desk: Desk, held: Hold) -> None:
    request = desk.asks(ADA, held)
    assert desk.approve(ADA, request).refusal == ApprovalRefusal.OWN_REQUEST
    desk.approve(BEN, request)
    assert desk.asked(held).verdict is Verdict.APPROVED


def test_one_who_approves_twice_counts_once(desk: Desk, held: Hold) -> None:
    desk.set(policy=TWO)
    request = desk.asks(BEN, held)
    desk.approve(CHLOE, request)
    before = desk.everything()
    assert "You approved H-1 already" in desk.approve(CHLOE, request).text
    assert desk.everything() == before
    assert desk.fresh(held).outcome is None


def test_two_must_agree_where_two_are_needed(desk: Desk, held: Hold) -> None:
    desk.set(policy=TWO)
    request = desk.asks(BEN, held)
    assert "1 of 2" in desk.approve(CHLOE, request).text
    assert desk.asked(held).missing == 1
    assert desk.fresh(held).outcome is None
    desk.approve(ADA, request)
    assert desk.fresh(held).outcome is Outcome.ACQUIRED


def test_an_approval_can_be_taken_back_while_others_are_missing(desk: Desk, held: Hold) -> None:
    desk.set(policy=TWO)
    request = desk.asks(BEN, held)
    desk.approve(CHLOE, request)
    assert "0 of 2" in desk.take_back(CHLOE, request).text
    assert desk.asked(held).approvals == ()
    desk.approve(ADA, request)
    assert desk.fresh(held).outcome is None
    desk.approve(CHLOE, request)
    assert desk.fresh(held).outcome is Outcome.ACQUIRED


def test_nobody_takes_back_what_they_did_not_give(desk: Desk, held: Hold) -> None:
    desk.set(policy=TWO)
    request = desk.asks(BEN, held)
    desk.approve(CHLOE, request)
    before = desk.everything()
    assert "You have not approved" in desk.take_back(ADA, request).text
    assert desk.everything() == before


def test_declining_gives_the_numbers_back_and_says_why(desk: Desk, held: Hold) -> None:
    request = desk.asks(BEN, held, desk.took(held)[0])
    desk.clock.advance(A_MOMENT)
    assert desk.decline(CHLOE, request, "two would do") == DONE
    declined = desk.asked(held)
    assert (declined.verdict, declined.closed_by, declined.reason) == (Verdict.DECLINED, CHLOE.user, "two would do")
    assert desk.fresh(held).outcome is Outcome.RELEASED
    assert desk.to_be_had() == 3
    deed = desk.entries(held.name)[-1].deed
    assert (deed.who, deed.action, deed.after["reason"]) == (CHLOE.user, ApprovalAction.DECLINED, "two would do")
    assert (held.name, ApprovalOutbox.VERDICT, "1") in in_order(desk)


def test_withdrawing_keeps_the_hold_and_its_numbers(desk: Desk, held: Hold) -> None:
    request = desk.asks(BEN, held)
    assert "H-1 is still held" in desk.withdraw(BEN, request).text
    assert desk.asked(held).verdict is Verdict.WITHDRAWN
    assert desk.fresh(held).is_live(desk.clock())
    assert desk.in_use() == 3


def test_after_withdrawing_others_can_be_asked_for_and_the_old_button_decides_nothing(desk: Desk, held: Hold) -> None:
    old = desk.asks(BEN, held)
    desk.withdraw(BEN, old)
    new = desk.asks(BEN, held, desk.took(held)[0])
    assert (old.id, new.id) == (1, 2)
    assert "withdrew" in desk.approve(CHLOE, old).text
    assert desk.asked(held) == new
    desk.approve(CHLOE, new)
    assert desk.fresh(held).acquired == 1


def test_only_who_asked_withdraws(desk: Desk, held: Hold) -> None:
    request = desk.asks(BEN, held)
    before = desk.everything()
    for by in (ADA, CHLOE):
        assert desk.withdraw(by, request).refusal == ApprovalRefusal.NOT_THE_ASKER
    assert desk.everything() == before


def test_a_hold_has_one_open_request_at_most(desk: Desk, held: Hold) -> None:
    desk.asks(BEN, held)
    before = desk.everything()
    assert "<@UBEN> has asked for approval" in desk.acquire(BEN, held).text
    assert "<@UBEN> has asked for approval" in desk.acquire(ADA, held).text
    assert desk.everything() == before


def test_releasing_the_hold_closes_its_request_and_tells_who_asked(desk: Desk, held: Hold) -> None:
    desk.asks(BEN, held)
    desk.release(ADA, held)
    request = desk.asked(held)
    assert (request.verdict, request.closed_by) == (Verdict.RELEASED, ADA.user)
    assert (held.name, ApprovalOutbox.VERDICT, "1") in in_order(desk)
    assert desk.to_be_had() == 3


def test_who_releases_what_they_asked_for_themselves_is_not_told_so(desk: Desk, held: Hold) -> None:
    desk.asks(BEN, held)
    desk.release(BEN, held)
    assert ApprovalOutbox.VERDICT not in {kind for _, kind, _ in in_order(desk)}


def test_a_request_ends_with_its_hold_and_who_asked_is_told(desk: Desk, held: Hold) -> None:
    desk.set(policy=TWO)
    desk.approve(CHLOE, desk.asks(BEN, held))
    desk.clock.advance(HOLD_LASTS)
    expiry.announce_ended(desk.tools)
    request = desk.asked(held)
    assert (request.verdict, request.closed_by, request.closed_at) == (Verdict.RAN_OUT, None, held.until)
    assert desk.entries(held.name)[-1].deed.before == {"size": 3, "request": 1, "approvals": 1, "needed": 2}
    assert (held.name, ApprovalOutbox.VERDICT, "1") in in_order(desk)


def _let_end(desk: Desk, _request: ApprovalRequest) -> Reply:
    desk.clock.advance(HOLD_LASTS)
    return DONE


def _let_end_and_be_told(desk: Desk, request: ApprovalRequest) -> Reply:
    expiry.announce_ended(desk.at(request.asked_at + HOLD_LASTS).tools)
    return _let_end(desk, request)


ENDS = [
    pytest.param(lambda desk, request: desk.approve(ADA, request), "<@UADA> approved", id="approved"),
    pytest.param(lambda desk, request: desk.decline(ADA, request, "no need"), "no need", id="declined"),
    pytest.param(lambda desk, request: desk.withdraw(BEN, request), "<@UBEN> withdrew", id="withdrawn"),
    pytest.param(
        lambda desk, request: desk.release(ADA, desk.found(HOME, request.hold)), "released by <@UADA>", id="released"
    ),
    pytest.param(_let_end, "H-1 ended", id="ended with its hold"),
    pytest.param(_let_end_and_be_told, "H-1 ended", id="ended and told so"),
]


@pytest.mark.parametrize(("end", "told"), ENDS)
@pytest.mark.parametrize(
    "decide",
    [
        pytest.param(lambda desk, request: desk.approve(CHLOE, request), id="who approves"),
        pytest.param(lambda desk, request: desk.decline(CHLOE, request), id="who declines"),
        pytest.param(lambda desk, request: desk.take_back(ADA, request), id="who takes back"),
        pytest.param(lambda desk, request: desk.withdraw(BEN, request), id="who withdraws"),
    ],
)
def test_whoever_comes_after_the_end_is_told_what_happened_and_changes_nothing(
    desk: Desk, held: Hold, decide: Decide, end: Decide, told: str
) -> None:
    request = desk.asks(BEN, held)
    end(desk, request)
    before = desk.everything()
    assert told in decide(desk, request).text
    assert desk.everything() == before


def test_requests_that_wait_come_by_the_end_of_their_holds(desk: Desk, held: Hold) -> None:
    fill(desk.database, 3)
    desk.set(hold_minutes=5)
    sooner, never_asked, ended = (desk.hold(BEN, 1) for _ in range(3))
    asked = [desk.asks(BEN, hold).id for hold in (held, sooner, ended)]
    desk.release(BEN, ended)
    assert never_asked.outcome is None
    assert asked == [1, 2, 3]
    assert _waiting(desk, lambda db: approvals.open_in(db, HOME, desk.clock())) == [2, 1]
    assert _waiting(desk, lambda db: approvals.open_in(db, HOME, sooner.until)) == [1]
    assert _waiting(desk, lambda db: approvals.open_in(db, AWAY, desk.clock())) == []


def _waiting(desk: Desk, look: Callable[[Db], list[ApprovalRequest]]) -> list[int]:
    with desk.database.reading() as db:
        return [request.id for request in look(db)]

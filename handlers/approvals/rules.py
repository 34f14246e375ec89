"""How many teammates must agree, and who may. No clock, no database."""

from collections.abc import Collection

from handlers.kit.member import Member
from handlers.kit.refusals import Refusal
from store.approvals.types import ApprovalRequest
from store.types import Kind
from store.workspaces.types import Policy


class ApprovalRefusal(Refusal):
    """Why somebody may not decide on a request."""

    OWN_REQUEST = "refused-own-request"
    NOT_AN_APPROVER = "refused-not-an-approver"
    NOT_THE_ASKER = "refused-not-the-asker"
    ASKER_GONE = "refused-asker-gone"


MOST = 5  # teammates that can be asked for


def needed(policy: Policy, kind: Kind, quantity: int, further: int = 0) -> int:
    """How many teammates must agree before so many numbers are acquired; `further` by what these cost."""
    if quantity < policy.from_quantity:
        return further
    by_policy = policy.toll_free if kind is Kind.TOLL_FREE and policy.toll_free is not None else policy.approvals
    return min(by_policy + further, MOST)


def needed_to_release(policy: Policy, kinds: Collection[Kind], quantity: int) -> int:
    """How many teammates must agree before so many numbers of these kinds are released."""
    return max((needed(policy, kind, quantity) for kind in kinds), default=0) if policy.releases else 0


def approve(request: ApprovalRequest, member: Member, *, entitled: bool) -> Refusal | None:
    """Who may approve or decline: `entitled` says whether they belong to those who do. Nobody their own request."""
    if request.asked_by == member.user:
        return ApprovalRefusal.OWN_REQUEST
    return None if entitled else ApprovalRefusal.NOT_AN_APPROVER

"""The one place where numbers become a workspace's own: licence, credits, quota and four eyes are asked here."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.approvals import needed
from handlers.kit.refusals import Refusal
from handlers.quota.rules import QuotaRefusal, take, use
from store.approvals.types import ApprovalRequest
from store.numbers.types import Permit
from store.types import Kind
from store.workspaces.types import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where numbers come from: whether they count against the quota, and whether teammates must agree by the policy.

    What does not count needs no licence either, but toll-free numbers always need the credits, and so a licence.
    """

    counts: bool
    asks_teammates: bool

    def refusal(self, workspace: Workspace, kind: Kind, quantity: int, in_use: int) -> Refusal | None:
        """Why licences, credits or quota do not allow so many more, if so."""
        if self.counts:
            return take(workspace, kind, quantity, in_use)
        return use(workspace, kind) if kind is Kind.TOLL_FREE else None


POOL = Origin(counts=True, asks_teammates=True)
PORTED = Origin(counts=False, asks_teammates=False)  # outside the quota; who may sign for them has signed
ADOPTED = Origin(counts=True, asks_teammates=False)  # the workspace pays its carrier for them already
RESTORED = Origin(counts=True, asks_teammates=False)  # it was agreed to when they were acquired


def admit(
    workspace: Workspace,
    origin: Origin,
    wanted: Mapping[Kind, int],
    in_use: Mapping[Kind, int],
    request: ApprovalRequest | None = None,
    further: int = 0,
) -> Permit | Refusal:
    """Let so many numbers of each kind become the workspace's own beside those in use, or say why not.

    `request` is what teammates were asked, by the policy of that time. NEEDS_APPROVAL: they have not agreed (yet).
    `further` is how many more must agree than by the policy, by what these numbers cost.
    """
    for kind, quantity in wanted.items():
        if refusal := origin.refusal(workspace, kind, quantity, in_use.get(kind, 0)):
            return refusal
        if origin.asks_teammates and _missing(workspace, kind, quantity, request, further):
            return QuotaRefusal.NEEDS_APPROVAL
    return Permit(workspace=workspace.id, quantity=sum(wanted.values()))


def _missing(workspace: Workspace, kind: Kind, quantity: int, request: ApprovalRequest | None, further: int) -> int:
    """How many more teammates must agree."""
    if request is None:
        return needed(workspace.policy, kind, quantity, further)
    return request.missing or max(quantity - len(request.numbers), 0)

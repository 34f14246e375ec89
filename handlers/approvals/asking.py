"""Ask teammates to agree to something before it is done."""

from collections.abc import Sequence

from handlers.kit.approvable import Requested
from handlers.kit.transaction import MemberTransaction
from store import approvals
from store.approvals.types import ApprovalRequest
from store.batches.types import BatchId
from store.holds.types import HoldId, Purpose
from store.types import E164


def ask(
    tx: MemberTransaction,
    thing: Requested,
    numbers: Sequence[E164],
    needed: int,
    *,
    purpose: Purpose = Purpose.NOT_YET,
    note: str = "",
) -> ApprovalRequest:
    """Write down a request for approval of these numbers, by the policy as it is now; and return it.

    Whoever asks writes the entry of the record, and owes the card and the line under it.
    """
    hold, batch = thing.ref.get("hold"), thing.ref.get("batch")
    request = ApprovalRequest(
        workspace=thing.workspace,
        id=approvals.next_id(tx.db, thing.workspace),
        hold=HoldId(hold) if hold else None,
        batch=BatchId(batch) if batch else None,
        asked_by=tx.member.user,
        asked_at=tx.now,
        numbers=tuple(numbers),
        purpose=purpose,
        note=note,
        needed=needed,
        approvers=tx.workspace.policy.approvers,
    )
    approvals.write(tx.db, request)
    return request

"""Requests for approval, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from store.batches.types import BatchId
from store.holds.types import HoldId, Purpose
from store.types import E164, UserId, WorkspaceId
from store.workspaces.types import Who

RequestId = NewType("RequestId", int)  # counted in each workspace from 1


class Verdict(StrEnum):
    """How a request for approval came to its end."""

    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    RELEASED = "released"  # with the hold, by somebody who released it
    RAN_OUT = "ran_out"  # with the hold, by the clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One member's, who is not the one who asked."""

    by: UserId
    at: datetime  # UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRequest:
    """Somebody asks to acquire numbers of a hold, or to release those of a batch: of one or the other.

    Whether one that waits can still be decided is up to its hold or batch.
    """

    workspace: WorkspaceId
    id: RequestId
    hold: HoldId | None = None
    batch: BatchId | None = None
    asked_by: UserId
    asked_at: datetime  # UTC
    numbers: tuple[E164, ...]
    purpose: Purpose
    note: str
    needed: int  # approvals, from 1 to 5, by the policy when it was asked
    approvers: Who  # who may approve, by that policy
    approvals: tuple[Approval, ...] = ()  # the first to come first
    verdict: Verdict | None = None  # None while it waits
    closed_at: datetime | None = None  # UTC
    closed_by: UserId | None = None  # None: the clock
    reason: str = ""  # of who declined
    lacking: bool = False  # fewer members can approve it than must, as far as was last seen

    @property
    def subject(self) -> str:
        """The name of the hold or the batch."""
        return f"H-{self.hold}" if self.hold else f"B-{self.batch}"

    @property
    def ref(self) -> Mapping[str, int]:
        """What finds the hold or the batch."""
        return {"hold": self.hold} if self.hold else {"batch": self.batch or 0}

    @property
    def missing(self) -> int:
        """How many more must approve."""
        return max(self.needed - len(self.approvals), 0)

    def is_approved_by(self, member: UserId) -> bool:
        """Whether an approval of theirs counts."""
        return any(approval.by == member for approval in self.approvals)

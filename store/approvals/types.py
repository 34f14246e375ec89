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

RequestId = NewType("RequestId", int)


class Verdict(StrEnum):
    """How a request for approval came to its end."""

    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    RELEASED = "released"  # with the hold, by somebody who released it
    RAN_OUT = "ran_out"  # with the hold, by the clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Given by a member at a time."""

    by: UserId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRequest:
    """Somebody asks to acquire numbers of a hold, or to release those of a batch.

    `needed` and `approvers` are as the policy was when they asked. `verdict` is None while it waits; whether it still
    can be decided is up to its hold.
    """

    workspace: WorkspaceId
    id: RequestId
    hold: HoldId | None = None
    batch: BatchId | None = None
    asked_by: UserId
    asked_at: datetime
    numbers: tuple[E164, ...]
    purpose: Purpose
    note: str
    needed: int
    approvers: Who
    approvals: tuple[Approval, ...] = ()
    verdict: Verdict | None = None
    closed_at: datetime | None = None
    closed_by: UserId | None = None
    reason: str = ""

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
        return max(self.needed - len(self.approvals), 0)

    def is_approved_by(self, member: UserId) -> bool:
        return any(approval.by == member for approval in self.approvals)

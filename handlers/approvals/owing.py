"""What is owed to who asked for approval."""

from enum import StrEnum

from handlers.kit.approvable import Requested
from store.approvals.types import ApprovalRequest
from store.outbox.types import OutboxItem
from store.types import ChannelId


class ApprovalOutbox(StrEnum):
    """What can be owed."""

    VERDICT = "verdict"  # what came of a request, told to who asked


def verdict(thing: Requested, request: ApprovalRequest) -> OutboxItem:
    """The one who asked is to be told what came of it."""
    return OutboxItem(
        workspace=thing.workspace,
        kind=ApprovalOutbox.VERDICT,
        subject=thing.name,
        channel=ChannelId(request.asked_by),
        item=str(request.id),
        detail={**thing.ref, "request": request.id},
    )

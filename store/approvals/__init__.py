"""Requests for approval: asked, approved by some, closed with a verdict. What they are for has one open at most."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, func, insert, select, update

from store.approvals.table import ApprovalRequestRow, ApprovalRow
from store.approvals.types import Approval, ApprovalRequest, RequestId, Verdict
from store.batches.types import Batch, BatchId
from store.due import NextDue
from store.holds.table import HoldRow
from store.holds.types import Hold, HoldId, Purpose
from store.session import Db
from store.types import E164, UserId, WorkspaceId
from store.workspaces import who

_LAST = select(func.max(ApprovalRequestRow.id)).where(ApprovalRequestRow.workspace == bindparam("workspace"))


def next_id(db: Db, workspace: WorkspaceId) -> RequestId:
    """Return the number of the next request in a workspace that this transaction has locked."""
    return RequestId((db.scalar(_LAST, {"workspace": workspace}) or 0) + 1)


def write(db: Db, request: ApprovalRequest) -> None:
    """Write down a request that nobody has approved yet.

    Raises IntegrityError where its hold has one that waits, or its batch has one at all.
    """
    row = {
        "workspace": request.workspace,
        "id": request.id,
        "hold": request.hold,
        "batch": request.batch,
        "asked_by": request.asked_by,
        "asked_at": request.asked_at,
        "numbers": list(request.numbers),
        "purpose": request.purpose,
        "note": request.note,
        "needed": request.needed,
        "approvers": asdict(request.approvers),
        "look_at": request.asked_at,
    }
    db.execute(insert(ApprovalRequestRow).values(row))


def find(db: Db, workspace: WorkspaceId, id: RequestId) -> ApprovalRequest | None:  # noqa: A002 (the field's own word)
    """Return a request of this workspace, with its approvals."""
    return next(iter(_requests(db, ApprovalRequestRow.workspace == workspace, ApprovalRequestRow.id == id)), None)


def open_of(db: Db, hold: Hold) -> ApprovalRequest | None:
    """The request of this hold that waits, if there is one."""
    of_hold = (ApprovalRequestRow.workspace == hold.workspace, ApprovalRequestRow.hold == hold.id)
    return next(iter(_requests(db, *of_hold, ApprovalRequestRow.verdict.is_(None))), None)


def of_batch(db: Db, batch: Batch) -> ApprovalRequest | None:
    """The request for a batch, if it needed one: it has one at most."""
    of_this = (ApprovalRequestRow.workspace == batch.workspace, ApprovalRequestRow.batch == batch.id)
    return next(iter(_requests(db, *of_this)), None)


def last_of(db: Db, holds: Sequence[Hold]) -> dict[HoldId, ApprovalRequest]:
    """The latest request of each of these holds of one workspace; those that were never asked for are left out."""
    if not holds:
        return {}
    of_these = (
        ApprovalRequestRow.workspace == holds[0].workspace,
        ApprovalRequestRow.hold.in_([hold.id for hold in holds]),
    )
    return {request.hold: request for request in _requests(db, *of_these) if request.hold}


def open_in(db: Db, workspace: WorkspaceId, now: datetime) -> list[ApprovalRequest]:
    """The requests that wait: of holds that are live, those that end first come first; then those of batches."""
    of_hold = (HoldRow.workspace == ApprovalRequestRow.workspace) & (HoldRow.id == ApprovalRequestRow.hold)
    live = (
        select(ApprovalRequestRow.id, HoldRow.until)
        .join(HoldRow, of_hold)
        .where(ApprovalRequestRow.workspace == workspace, ApprovalRequestRow.verdict.is_(None), HoldRow.until > now)
    )
    until = {RequestId(row.id): row.until for row in db.execute(live)}
    waiting = _requests(db, ApprovalRequestRow.workspace == workspace, ApprovalRequestRow.verdict.is_(None))
    of_holds = sorted((each for each in waiting if each.id in until), key=lambda each: (until[each.id], each.id))
    return [*of_holds, *(each for each in waiting if each.batch)]


def approve(db: Db, request: ApprovalRequest, by: UserId, at: datetime) -> ApprovalRequest:
    """Count an approval, and return the request with it.

    Raises IntegrityError where the member asked for it or has approved already.
    """
    row = {"workspace": request.workspace, "request": request.id, "member": by, "asked_by": request.asked_by, "at": at}
    db.execute(insert(ApprovalRow).values(row))
    return replace(request, approvals=(*request.approvals, Approval(by=by, at=at)))


def take_back(db: Db, request: ApprovalRequest, by: Iterable[UserId]) -> ApprovalRequest:
    """Count the approvals of these members no longer, and return the request without them."""
    gone = frozenset(by)
    of_these = (ApprovalRow.workspace == request.workspace, ApprovalRow.request == request.id)
    db.execute(delete(ApprovalRow).where(*of_these, ApprovalRow.member.in_(gone)))
    return replace(request, approvals=tuple(each for each in request.approvals if each.by not in gone))


def close(
    db: Db, request: ApprovalRequest, verdict: Verdict, *, at: datetime, by: UserId | None, reason: str = ""
) -> ApprovalRequest:
    """Close a request, and return it so; `by` None: the clock did.

    Raises IntegrityError for DECLINED without a reason, and for any other verdict with one.
    """
    of_this = (ApprovalRequestRow.workspace == request.workspace, ApprovalRequestRow.id == request.id)
    closed: dict[str, Any] = {"verdict": verdict, "closed_at": at, "closed_by": by, "reason": reason}
    db.execute(update(ApprovalRequestRow).where(*of_this).values(**closed, look_at=None))
    return replace(request, **closed)


def close_ended(db: Db, holds: Sequence[Hold]) -> list[ApprovalRequest]:
    """Close the open requests of holds of one workspace whose time ran out, and return them as they were."""
    if not holds:
        return []
    of_these = (
        ApprovalRequestRow.workspace == holds[0].workspace,
        ApprovalRequestRow.hold.in_([hold.id for hold in holds]),
    )
    waiting = _requests(db, *of_these, ApprovalRequestRow.verdict.is_(None))
    if waiting:
        until = select(HoldRow.until).where(
            HoldRow.workspace == ApprovalRequestRow.workspace, HoldRow.id == ApprovalRequestRow.hold
        )
        db.execute(
            update(ApprovalRequestRow)
            .where(*of_these, ApprovalRequestRow.verdict.is_(None))
            .values(verdict=Verdict.RAN_OUT, closed_at=until.scalar_subquery(), look_at=None)
        )
    return waiting


def next_look() -> NextDue:
    """When it is to be asked next whether enough members can approve a request."""
    look_at = ApprovalRequestRow.look_at
    return select(look_at).where(look_at.is_not(None)).order_by(look_at).limit(1)


def to_look_at(db: Db, now: datetime, *, limit: int) -> list[tuple[WorkspaceId, RequestId]]:
    """The requests of all workspaces of which that is to be asked, the earliest first."""
    due = select(ApprovalRequestRow.workspace, ApprovalRequestRow.id).where(ApprovalRequestRow.look_at <= now)
    rows = db.execute(due.order_by(ApprovalRequestRow.look_at, ApprovalRequestRow.workspace).limit(limit))
    return [(WorkspaceId(row.workspace), RequestId(row.id)) for row in rows]


def looked_at(db: Db, request: ApprovalRequest, *, lacking: bool, again_at: datetime) -> ApprovalRequest:
    """Keep whether too few can approve a request that waits, and when that is to be asked again; and return it so."""
    of_this = (ApprovalRequestRow.workspace == request.workspace, ApprovalRequestRow.id == request.id)
    waits = (*of_this, ApprovalRequestRow.look_at.is_not(None))
    db.execute(update(ApprovalRequestRow).where(*waits).values(lacking=lacking, look_at=again_at))
    return replace(request, lacking=lacking)


def look_again(db: Db, workspace: WorkspaceId, now: datetime) -> int:
    """Let it be asked now of all requests of a workspace that wait. How many there are is handed back."""
    waiting = (ApprovalRequestRow.workspace == workspace, ApprovalRequestRow.look_at > now)
    return db.execute(update(ApprovalRequestRow).where(*waiting).values(look_at=now)).rowcount


def are_waiting(db: Db, workspace: WorkspaceId) -> bool:
    """Whether a workspace has requests that wait."""
    waiting = (ApprovalRequestRow.workspace == workspace, ApprovalRequestRow.verdict.is_(None))
    return db.scalar(select(ApprovalRequestRow.id).where(*waiting).limit(1)) is not None


def _requests(db: Db, *which: ColumnElement[bool]) -> list[ApprovalRequest]:
    """Requests with their approvals, in their order: two statements, however many there are."""
    rows = db.execute(select(ApprovalRequestRow).where(*which).order_by(ApprovalRequestRow.id)).all()
    if not rows:
        return []
    given = _approvals(db, WorkspaceId(rows[0].workspace), [row.id for row in rows])
    return [_request(row, given.get(row.id, [])) for row in rows]


def _approvals(db: Db, workspace: WorkspaceId, requests: Sequence[int]) -> Mapping[int, list[Approval]]:
    of_these = (ApprovalRow.workspace == workspace, ApprovalRow.request.in_(requests))
    given: dict[int, list[Approval]] = {}
    for row in db.execute(select(ApprovalRow).where(*of_these).order_by(ApprovalRow.at, ApprovalRow.member)):
        given.setdefault(row.request, []).append(Approval(by=UserId(row.member), at=row.at))
    return given


def _request(row: Any, approvals: Sequence[Approval]) -> ApprovalRequest:
    return ApprovalRequest(
        workspace=WorkspaceId(row.workspace),
        id=RequestId(row.id),
        hold=HoldId(row.hold) if row.hold else None,
        batch=BatchId(row.batch) if row.batch else None,
        asked_by=UserId(row.asked_by),
        asked_at=row.asked_at,
        numbers=tuple(map(E164, row.numbers)),
        purpose=Purpose(row.purpose),
        note=row.note,
        needed=row.needed,
        approvers=who(row.approvers),
        approvals=tuple(approvals),
        verdict=Verdict(row.verdict) if row.verdict else None,
        closed_at=row.closed_at,
        closed_by=UserId(row.closed_by) if row.closed_by else None,
        reason=row.reason,
        lacking=row.lacking,
    )

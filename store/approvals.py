"""Requests for approval: asked, approved by some, closed with a verdict. What they are for has one open at most."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, func, insert, select, update

from store.batch_types import Batch
from store.session import Db
from store.tables import ApprovalRow, HoldRow, RequestRow
from store.types import (
    E164,
    Approval,
    BatchId,
    Hold,
    HoldId,
    Purpose,
    Request,
    RequestId,
    UserId,
    Verdict,
    WorkspaceId,
)
from store.workspaces import who

_LAST = select(func.max(RequestRow.id)).where(RequestRow.workspace == bindparam("workspace"))


def next_id(db: Db, workspace: WorkspaceId) -> RequestId:
    """Return the number of the next request in a workspace that this transaction has locked."""
    return RequestId((db.scalar(_LAST, {"workspace": workspace}) or 0) + 1)


def write(db: Db, request: Request) -> None:
    """Write down a request that nobody has approved yet."""
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
    }
    db.execute(insert(RequestRow).values(row))


def find(db: Db, workspace: WorkspaceId, id: RequestId) -> Request | None:  # noqa: A002 (the field's own word)
    """Return a request of this workspace, with its approvals."""
    return next(iter(_requests(db, RequestRow.workspace == workspace, RequestRow.id == id)), None)


def open_of(db: Db, hold: Hold) -> Request | None:
    """The request of this hold that waits, if there is one."""
    of_hold = (RequestRow.workspace == hold.workspace, RequestRow.hold == hold.id)
    return next(iter(_requests(db, *of_hold, RequestRow.verdict.is_(None))), None)


def of_batch(db: Db, batch: Batch) -> Request | None:
    """The request for a batch, if it needed one: it has one at most."""
    of_this = (RequestRow.workspace == batch.workspace, RequestRow.batch == batch.id)
    return next(iter(_requests(db, *of_this)), None)


def last_of(db: Db, holds: Sequence[Hold]) -> dict[HoldId, Request]:
    """The latest request of each of these holds of one workspace; those that were never asked for are left out."""
    if not holds:
        return {}
    of_these = (RequestRow.workspace == holds[0].workspace, RequestRow.hold.in_([hold.id for hold in holds]))
    return {request.hold: request for request in _requests(db, *of_these) if request.hold}


def open_in(db: Db, workspace: WorkspaceId, now: datetime) -> list[Request]:
    """The requests that wait: of holds that are live, those that end first come first; then those of batches."""
    of_hold = (HoldRow.workspace == RequestRow.workspace) & (HoldRow.id == RequestRow.hold)
    live = (
        select(RequestRow.id, HoldRow.until)
        .join(HoldRow, of_hold)
        .where(RequestRow.workspace == workspace, RequestRow.verdict.is_(None), HoldRow.until > now)
    )
    until = {RequestId(row.id): row.until for row in db.execute(live)}
    waiting = _requests(db, RequestRow.workspace == workspace, RequestRow.verdict.is_(None))
    of_holds = sorted((each for each in waiting if each.id in until), key=lambda each: (until[each.id], each.id))
    return [*of_holds, *(each for each in waiting if each.batch)]


def approve(db: Db, request: Request, by: UserId, at: datetime) -> Request:
    """Count an approval."""
    row = {"workspace": request.workspace, "request": request.id, "member": by, "asked_by": request.asked_by, "at": at}
    db.execute(insert(ApprovalRow).values(row))
    return replace(request, approvals=(*request.approvals, Approval(by=by, at=at)))


def take_back(db: Db, request: Request, by: Iterable[UserId]) -> Request:
    """Count the approvals of these members no longer."""
    gone = frozenset(by)
    of_these = (ApprovalRow.workspace == request.workspace, ApprovalRow.request == request.id)
    db.execute(delete(ApprovalRow).where(*of_these, ApprovalRow.member.in_(gone)))
    return replace(request, approvals=tuple(each for each in request.approvals if each.by not in gone))


def close(db: Db, request: Request, verdict: Verdict, *, at: datetime, by: UserId | None, reason: str = "") -> Request:
    """Close a request; `by` None: the clock did."""
    of_this = (RequestRow.workspace == request.workspace, RequestRow.id == request.id)
    closed: dict[str, Any] = {"verdict": verdict, "closed_at": at, "closed_by": by, "reason": reason}
    db.execute(update(RequestRow).where(*of_this).values(closed))
    return replace(request, **closed)


def close_ended(db: Db, holds: Sequence[Hold]) -> list[Request]:
    """Close the open requests of holds of one workspace whose time ran out, and return them as they were."""
    if not holds:
        return []
    of_these = (RequestRow.workspace == holds[0].workspace, RequestRow.hold.in_([hold.id for hold in holds]))
    waiting = _requests(db, *of_these, RequestRow.verdict.is_(None))
    if waiting:
        until = select(HoldRow.until).where(HoldRow.workspace == RequestRow.workspace, HoldRow.id == RequestRow.hold)
        db.execute(
            update(RequestRow)
            .where(*of_these, RequestRow.verdict.is_(None))
            .values(verdict=Verdict.RAN_OUT, closed_at=until.scalar_subquery())
        )
    return waiting


def _requests(db: Db, *which: ColumnElement[bool]) -> list[Request]:
    """Requests with their approvals, in their order: two statements, however many there are."""
    rows = db.execute(select(RequestRow).where(*which).order_by(RequestRow.id)).all()
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


def _request(row: Any, approvals: Sequence[Approval]) -> Request:
    return Request(
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
    )

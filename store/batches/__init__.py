"""Batches with their lines: written, looked up, moved on from stage to stage."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, func, insert, select, update

from store.batches.table import BatchLineRow, BatchRow
from store.batches.types import DONE, NOTHING, RESTORED, Batch, BatchId, Form, Line, Met, Stage, Verb
from store.due import NextDue
from store.numbers.at_carriers import is_carriers
from store.numbers.table import NumberRow
from store.services.types import ServiceKind
from store.session import Db
from store.types import E164, ChannelId, UserId, WorkspaceId

_CAME_TO = ("outcome", "met_kind", "met_name", "is_default")
_OF_BATCH = (BatchRow.workspace == BatchLineRow.workspace) & (BatchRow.id == BatchLineRow.batch)
_LAST = select(func.max(BatchRow.id)).where(BatchRow.workspace == bindparam("workspace"))


def next_id(db: Db, workspace: WorkspaceId) -> BatchId:
    """Return the number of the next batch of a workspace that this transaction has locked."""
    return BatchId((db.scalar(_LAST, {"workspace": workspace}) or 0) + 1)


def write(db: Db, batch: Batch, lines: Sequence[Line], due_at: datetime) -> Batch:
    """Write down a new batch with its lines, in the order in which they are to be done; and return it with its size."""
    told = {"workspace": batch.workspace, "id": batch.id, "verb": batch.verb, "asked_by": batch.asked_by}
    db.execute(insert(BatchRow).values(**told, channel=batch.channel, since=batch.since))
    return rewrite(db, batch, lines, due_at)


def rewrite(db: Db, batch: Batch, lines: Sequence[Line], due_at: datetime) -> Batch:
    """Give a draft another form and other lines, in the order in which they are to be done; some may be refused.

    It is forgotten at `due_at`.
    """
    refused = sum(line.outcome is not None for line in lines)
    written = replace(batch, size=len(lines), refused=refused, version=batch.version + 1)
    form = batch.form
    said = {"typed": form.typed, "service_kind": form.kind, "service_name": form.name}
    counted = {"size": written.size, "refused": refused, "awaits_file": batch.awaits_file, "read_as": batch.read_as}
    _change(db, batch, version=written.version, due_at=due_at, **said, **counted)
    db.execute(delete(BatchLineRow).where(*_of(BatchLineRow, batch)))
    rows = [_row(batch, line, turn) for turn, line in enumerate(lines)]
    if rows:
        db.execute(insert(BatchLineRow), rows)
    return written


def find(db: Db, workspace: WorkspaceId, id: BatchId, *, lock: bool = False) -> Batch | None:  # noqa: A002 (the field's own word)
    """Return a batch of this workspace. `lock` keeps it as it is until the transaction ends."""
    one = select(BatchRow).where(BatchRow.workspace == workspace, BatchRow.id == id)
    row = db.execute(one.with_for_update() if lock else one).first()
    return _batch(row) if row else None


def find_all(db: Db, workspace: WorkspaceId, ids: Collection[BatchId]) -> list[Batch]:
    """Return these batches of the workspace, in order."""
    these = select(BatchRow).where(BatchRow.workspace == workspace, BatchRow.id.in_(ids))
    return [_batch(row) for row in db.execute(these.order_by(BatchRow.id))] if ids else []


def lines(db: Db, batch: Batch, *, outcome: str | None = None, limit: int | None = None) -> list[Line]:
    """The lines of a batch as they were listed: all, or those that came to one outcome, as Line.outcome has it."""
    listed = select(BatchLineRow).where(*_of(BatchLineRow, batch)).order_by(BatchLineRow.line)
    came = [BatchLineRow.outcome == outcome] if outcome else []
    return [_line(row) for row in db.execute(listed.where(*came).limit(limit))]


def waiting(db: Db, batch: Batch, *, limit: int | None = None) -> list[Line]:
    """The lines of a batch that are not decided yet, in the order in which they are to be done."""
    waits = (*_of(BatchLineRow, batch), BatchLineRow.outcome.is_(None))
    return [
        _line(row) for row in db.execute(select(BatchLineRow).where(*waits).order_by(BatchLineRow.turn).limit(limit))
    ]


def restored_of(db: Db, batch: Batch) -> int:
    """How many of the numbers that a batch released were restored."""
    counted = select(func.count()).select_from(BatchLineRow)
    return db.scalar(counted.where(*_of(BatchLineRow, batch), BatchLineRow.outcome == RESTORED)) or 0


def has_carriers(db: Db, batch: Batch) -> bool:
    """Whether some of the numbers with which a batch did what it was to do came from carriers."""
    these = (*_of(BatchLineRow, batch), BatchLineRow.outcome == DONE, is_carriers())
    theirs = select(BatchLineRow.line).join(NumberRow, NumberRow.e164 == BatchLineRow.e164).where(*these)
    return db.scalar(theirs.limit(1)) is not None


def decide(db: Db, batch: Batch, decided: Sequence[Line]) -> Batch:
    """Write down what some lines came to, and return the batch with its counts, which `move` or `changed` writes."""
    if not decided:
        return batch
    of_line = (*_of(BatchLineRow, batch), BatchLineRow.line == bindparam("of_line"))
    came_to: dict[str, Any] = {name: bindparam(f"new_{name}") for name in _CAME_TO}
    db.execute(update(BatchLineRow).where(*of_line).values(came_to), [_came_to(line) for line in decided])
    done = batch.done + sum(line.outcome == DONE for line in decided)
    refused = batch.refused + sum(line.outcome != DONE for line in decided)
    return replace(batch, done=done, refused=refused)


def move(db: Db, batch: Batch, stage: Stage, now: datetime, *, due_at: datetime | None, **values: Any) -> Batch:
    """Put a batch into a stage; `due_at` is when the clock has to do with it next, None: never."""
    moved = replace(batch, stage=stage, since=now, version=batch.version + 1, **values)
    _change(db, moved, stage=stage, since=now, due_at=due_at, **_counted(moved), **values)
    return moved


def changed(db: Db, batch: Batch, **values: Any) -> Batch:
    """What is shown of a batch has changed: its buttons are others now."""
    moved = replace(batch, version=batch.version + 1, **values)
    _change(db, moved, **_counted(moved), **values)
    return moved


def ring_at(db: Db, batch: Batch, due_at: datetime | None) -> None:
    """Let the clock have to do with a batch at another time (UTC); None: never."""
    _change(db, batch, due_at=due_at)


def card_posted(db: Db, batch: Batch, *, channel: ChannelId, ts: str | None) -> Batch:
    """Remember where the batch's card is, and return it so; no ts: it is not posted (any more)."""
    _change(db, batch, channel=channel, card_ts=ts)
    return replace(batch, channel=channel, card_ts=ts)


def next_due() -> NextDue:
    """When the clock has to do with a batch next."""
    return select(BatchRow.due_at).where(BatchRow.due_at.is_not(None)).order_by(BatchRow.due_at).limit(1)


def due(db: Db, now: datetime, *, limit: int) -> list[Batch]:
    """The batches of all workspaces that the clock has to do with, the earliest first; no lock is taken."""
    first = select(BatchRow).where(BatchRow.due_at <= now).order_by(BatchRow.due_at, BatchRow.workspace)
    return [_batch(row) for row in db.execute(first.limit(limit))]


def still_due(db: Db, batch: Batch, now: datetime) -> Batch | None:
    """The batch as it is, kept so until the transaction ends; None where another process has done what was due."""
    this = (BatchRow.workspace == batch.workspace, BatchRow.id == batch.id, BatchRow.due_at <= now)
    row = db.execute(select(BatchRow).where(*this).with_for_update()).first()
    return _batch(row) if row else None


def restored(db: Db, workspace: WorkspaceId, numbers: Sequence[E164], now: datetime) -> list[tuple[Batch, list[E164]]]:
    """Write down that these numbers rest no longer, at the batches that released them; and return those with theirs."""
    resting = _done(workspace, numbers)
    released = select(BatchLineRow.batch, BatchLineRow.e164).join(BatchRow, _OF_BATCH).order_by(BatchLineRow.e164)
    theirs: dict[BatchId, list[E164]] = {}
    for row in db.execute(released.where(*resting, BatchRow.verb == Verb.RELEASE, BatchRow.until > now)):
        theirs.setdefault(BatchId(row.batch), []).append(E164(row.e164))
    if theirs:
        db.execute(update(BatchLineRow).where(*resting, BatchLineRow.batch.in_(theirs)).values(outcome=RESTORED))
    return [(batch, theirs[batch.id]) for batch in find_all(db, workspace, theirs)]


def told_to_be_back(db: Db, workspace: WorkspaceId, numbers: Sequence[E164], now: datetime) -> set[E164]:
    """Those of these numbers that were told to be in the pool again, by a process whose clock is ahead of `now`."""
    resting = _done(workspace, numbers)
    told = (BatchRow.stage == Stage.DONE, BatchRow.until > now, BatchRow.due_at.is_(None))
    return {
        E164(e164)
        for e164 in db.scalars(select(BatchLineRow.e164).join(BatchRow, _OF_BATCH).where(*resting, *told))
        if e164
    }


def forget(db: Db, batch: Batch, now: datetime) -> None:
    """Drop what a draft says that nobody goes on with. Its number is never used again: a button may still carry it."""
    emptied = rewrite(db, replace(batch, form=NOTHING, awaits_file=False, read_as=None), [], now)
    move(db, emptied, Stage.FORGOTTEN, now, due_at=None)


def _done(workspace: WorkspaceId, numbers: Sequence[E164]) -> Sequence[ColumnElement[bool]]:
    return (BatchLineRow.workspace == workspace, BatchLineRow.e164.in_(numbers), BatchLineRow.outcome == DONE)


def _of(table: Any, batch: Batch) -> Sequence[Any]:
    return (table.workspace == batch.workspace, table.batch == batch.id)


def _counted(batch: Batch) -> dict[str, int]:
    return {"version": batch.version, "done": batch.done, "refused": batch.refused}


def _change(db: Db, batch: Batch, **values: Any) -> None:
    db.execute(update(BatchRow).where(BatchRow.workspace == batch.workspace, BatchRow.id == batch.id).values(**values))


def _row(batch: Batch, line: Line, turn: int) -> dict[str, Any]:
    return {
        "workspace": batch.workspace,
        "batch": batch.id,
        "line": line.number,
        "turn": turn,
        "said": line.said,
        "e164": line.e164,
        "service_kind": line.kind,
        "service_name": line.name,
        "as_default": line.as_default,
        "from_file": line.from_file,
        "outcome": line.outcome,
        "met_name": "",
        "is_default": False,
    }


def _came_to(line: Line) -> dict[str, Any]:
    return {
        "of_line": line.number,
        "new_outcome": line.outcome,
        "new_met_kind": line.met.kind if line.met else None,
        "new_met_name": line.met.name if line.met else "",
        "new_is_default": line.is_default,
    }


def _line(row: Any) -> Line:
    return Line(
        number=row.line,
        said=row.said,
        e164=E164(row.e164) if row.e164 else None,
        kind=ServiceKind(row.service_kind) if row.service_kind else None,
        name=row.service_name,
        as_default=row.as_default,
        from_file=row.from_file,
        outcome=row.outcome,
        met=Met(kind=ServiceKind(row.met_kind), name=row.met_name) if row.met_kind else None,
        is_default=row.is_default,
    )


def _batch(row: Any) -> Batch:
    kind = ServiceKind(row.service_kind) if row.service_kind else None
    return Batch(
        workspace=WorkspaceId(row.workspace),
        id=BatchId(row.id),
        verb=Verb(row.verb),
        asked_by=UserId(row.asked_by),
        channel=ChannelId(row.channel),
        since=row.since,
        form=Form(typed=row.typed, kind=kind, name=row.service_name),
        stage=Stage(row.stage),
        size=row.size,
        done=row.done,
        refused=row.refused,
        awaits_file=row.awaits_file,
        read_as=row.read_as,
        until=row.until,
        card_ts=row.card_ts,
        version=row.version,
    )

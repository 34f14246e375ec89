"""Holds: written, closed, looked up. What a hold took is written with the hold."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, func, insert, select, update

from store.due import NextDue
from store.holds.table import HoldNumberRow, HoldRow
from store.holds.types import Hold, HoldId, Outcome, Purpose
from store.session import Db
from store.types import E164, ChannelId, Criteria, Digits, Kind, Place, UserId, WorkspaceId

_ENDED = 10_000
_LAST = select(func.max(HoldRow.id)).where(HoldRow.workspace == bindparam("workspace"))
_WRITE = insert(HoldRow)
_WRITE_NUMBERS = insert(HoldNumberRow)


def next_id(db: Db, workspace: WorkspaceId) -> HoldId:
    """Return the number of the next hold of a workspace that this transaction has locked, as `numbers.take` does."""
    last = db.scalar(_LAST, {"workspace": workspace})
    return HoldId((last or 0) + 1)


def write(db: Db, hold: Hold, taken: Sequence[E164], warn_at: datetime | None) -> None:
    """Write down a hold and what it took, one number at least; `warn_at` None: nobody is to be warned of its end.

    Raises IntegrityError where its number is taken: ask `next_id` for it under the same lock.
    """
    place = hold.wanted.place
    db.execute(
        _WRITE,
        {
            "workspace": hold.workspace,
            "id": hold.id,
            "held_by": hold.held_by,
            "channel": hold.channel,
            "country": place.country if place else None,
            "region": place.region if place else "",
            "city": place.city if place else "",
            "kind": hold.wanted.kind,
            "digits": {name: said for name, said in asdict(hold.wanted.digits).items() if said},
            "size": hold.size,
            "held_at": hold.held_at,
            "until": hold.until,
            "warn_at": warn_at,
            "at_carriers": hold.at_carriers,
        },
    )
    db.execute(_WRITE_NUMBERS, [{"workspace": hold.workspace, "hold": hold.id, "e164": e164} for e164 in taken])


def find(db: Db, workspace: WorkspaceId, id: HoldId, *, lock: bool = False) -> Hold | None:  # noqa: A002 (the field's own word)
    """Return a hold of this workspace. `lock` keeps it as it is until the transaction ends."""
    statement = select(HoldRow).where(HoldRow.workspace == workspace, HoldRow.id == id)
    row = db.execute(statement.with_for_update() if lock else statement).first()
    return _hold(row) if row else None


def find_all(db: Db, workspace: WorkspaceId, ids: Sequence[HoldId]) -> list[Hold]:
    """Return these holds of the workspace, in order."""
    rows = db.execute(select(HoldRow).where(HoldRow.workspace == workspace, HoldRow.id.in_(ids)).order_by(HoldRow.id))
    return [_hold(row) for row in rows]


def live_of(db: Db, workspace: WorkspaceId, member: UserId, now: datetime) -> list[Hold]:
    """The live holds of a member, the first to end first."""
    live = (HoldRow.workspace == workspace, HoldRow.outcome.is_(None), HoldRow.until > now)
    rows = db.execute(select(HoldRow).where(*live, HoldRow.held_by == member).order_by(HoldRow.until, HoldRow.id))
    return [_hold(row) for row in rows]


def acquired_lately(db: Db, workspace: WorkspaceId, *, limit: int) -> list[Hold]:
    """The holds of which numbers were acquired last, the latest first: `limit` at most."""
    acquired = (HoldRow.workspace == workspace, HoldRow.outcome == Outcome.ACQUIRED)
    rows = db.execute(select(HoldRow).where(*acquired).order_by(HoldRow.closed_at.desc()).limit(limit))
    return [_hold(row) for row in rows]


def that_took(db: Db, workspace: WorkspaceId, e164: E164) -> list[HoldId]:
    """The holds of this workspace that ever had a number, in no order."""
    took = (HoldNumberRow.e164 == e164, HoldNumberRow.workspace == workspace)
    return [HoldId(hold) for hold in db.scalars(select(HoldNumberRow.hold).where(*took))]


def acquired_with(db: Db, holds: Sequence[Hold]) -> dict[HoldId, list[E164]]:
    """The numbers that were acquired with each of these holds of one workspace, in order."""
    if not holds:
        return {}
    found = (
        select(HoldNumberRow.hold, HoldNumberRow.e164)
        .where(HoldNumberRow.workspace == holds[0].workspace, HoldNumberRow.hold.in_([hold.id for hold in holds]))
        .where(HoldNumberRow.outcome == Outcome.ACQUIRED)
        .order_by(HoldNumberRow.e164)
    )
    kept: dict[HoldId, list[E164]] = {}
    for hold, e164 in db.execute(found):
        kept.setdefault(HoldId(hold), []).append(E164(e164))
    return kept


def close_acquired(
    db: Db, hold: Hold, chosen: Sequence[E164], *, by: UserId, purpose: Purpose, note: str, now: datetime
) -> None:
    """Close a hold of which some numbers, one at least, were acquired; the others are released.

    That writes what came of them in the hold. The numbers themselves are moved by `numbers.acquire` and `give_back`.
    """
    _mark(db, hold, Outcome.ACQUIRED, HoldNumberRow.e164.in_(chosen))
    _mark(db, hold, Outcome.RELEASED, HoldNumberRow.outcome.is_(None))
    _close(db, hold, Outcome.ACQUIRED, now, closed_by=by, acquired=len(chosen), purpose=purpose, note=note)


def close_released(db: Db, hold: Hold, *, by: UserId | None, now: datetime) -> None:
    """Close a hold whose numbers were all released, by nobody where its carriers did not have them.

    `numbers.give_back` moves them.
    """
    _mark(db, hold, Outcome.RELEASED)
    _close(db, hold, Outcome.RELEASED, now, closed_by=by)


def next_end() -> NextDue:
    """When the next hold ends that nobody has closed yet."""
    return select(HoldRow.until).where(HoldRow.outcome.is_(None)).order_by(HoldRow.until).limit(1)


def next_warning() -> NextDue:
    """When the next warning before an end is due."""
    return select(HoldRow.warn_at).where(HoldRow.warn_at.is_not(None)).order_by(HoldRow.warn_at).limit(1)


def with_ended(db: Db, now: datetime) -> list[WorkspaceId]:
    """The workspaces with holds whose time ran out and that nobody has closed yet.

    Of the 10,000 such holds that ended first; a caller that closes them and asks again comes to all.
    """
    ended = select(HoldRow.workspace).where(HoldRow.outcome.is_(None), HoldRow.until <= now)
    # Without the limit SQLite would read all that are live, workspace by workspace, to name each only once.
    first = ended.order_by(HoldRow.until).limit(_ENDED).subquery()
    return [WorkspaceId(workspace) for workspace in db.scalars(select(first.c.workspace).distinct())]


def close_ended(db: Db, workspace: WorkspaceId, now: datetime, *, limit: int) -> list[Hold]:
    """Close up to `limit` holds of a workspace whose time ran out, and return them as they were.

    What others are closing is left.
    """
    ended = (
        select(HoldRow)
        .where(HoldRow.workspace == workspace, HoldRow.outcome.is_(None), HoldRow.until <= now)
        .order_by(HoldRow.until, HoldRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    holds = [_hold(row) for row in db.execute(ended)]
    if ids := [hold.id for hold in holds]:
        of_these = (HoldNumberRow.workspace == workspace, HoldNumberRow.hold.in_(ids))
        db.execute(update(HoldNumberRow).where(*of_these).values(outcome=Outcome.RAN_OUT))
        db.execute(
            update(HoldRow)
            .where(HoldRow.workspace == workspace, HoldRow.id.in_(ids))
            .values(outcome=Outcome.RAN_OUT, closed_at=HoldRow.until, warn_at=None, version=HoldRow.version + 1)
        )
    return holds


def take_warnings(db: Db, now: datetime, *, limit: int) -> list[Hold]:
    """Return live holds of all workspaces whose warning is due, `limit` at most; none is returned twice.

    What others are taking is left. Fewer may come back though more are due, for some due are not live any more.
    """
    due = (
        select(HoldRow)
        .where(HoldRow.warn_at <= now)
        .order_by(HoldRow.warn_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    holds = [_hold(row) for row in db.execute(due)]
    for workspace, ids in _by_workspace(holds):
        db.execute(update(HoldRow).where(HoldRow.workspace == workspace, HoldRow.id.in_(ids)).values(warn_at=None))
    return [hold for hold in holds if hold.is_live(now)]


def extend(db: Db, hold: Hold, *, minutes: int, until: datetime, warn_at: datetime | None) -> Hold:
    """Let a hold last until later, by `minutes` in all, and return it so; `numbers.extend` keeps its numbers."""
    _change(db, hold, until=until, warn_at=warn_at, extended_minutes=minutes)
    return replace(hold, until=until, extended_minutes=minutes)


def end_at(db: Db, hold: Hold, *, until: datetime, warn_at: datetime | None) -> Hold:
    """Let a hold end at another time, and return it so; `numbers.extend` has its numbers end with it."""
    _change(db, hold, until=until, warn_at=warn_at, version=HoldRow.version + 1)
    return replace(hold, until=until)


def leave_out(db: Db, hold: Hold, gone: Sequence[E164]) -> Hold:
    """Some numbers, not all, were never to be had: the hold did not take them. It is returned so."""
    of_hold = (HoldNumberRow.workspace == hold.workspace, HoldNumberRow.hold == hold.id)
    left = db.execute(delete(HoldNumberRow).where(*of_hold, HoldNumberRow.e164.in_(gone))).rowcount
    _change(db, hold, size=HoldRow.size - left, version=HoldRow.version + 1)
    return replace(hold, size=hold.size - left)


def not_given(db: Db, hold: Hold, failed: Sequence[E164]) -> None:
    """Write at numbers that were ordered with a hold that their carrier did not give them."""
    _mark(db, hold, Outcome.FAILED, HoldNumberRow.e164.in_(failed))
    changed(db, hold)


def changed(db: Db, hold: Hold) -> None:
    """What is shown of a hold has changed: its buttons are others now."""
    _change(db, hold, version=HoldRow.version + 1)


def held_again(db: Db, hold: Hold, *, again: HoldId, by: UserId) -> None:
    """Write at an ended hold which hold followed it."""
    _change(db, hold, again=again, again_by=by, version=HoldRow.version + 1)


def card_posted(db: Db, hold: Hold, *, channel: ChannelId, ts: str | None) -> Hold:
    """Remember where the hold's card is, and return it so; no ts: it is not posted (any more)."""
    _change(db, hold, channel=channel, card_ts=ts)
    return replace(hold, channel=channel, card_ts=ts)


def _close(db: Db, hold: Hold, outcome: Outcome, at: datetime, **values: Any) -> None:
    _change(db, hold, outcome=outcome, closed_at=at, warn_at=None, version=HoldRow.version + 1, **values)


def _change(db: Db, hold: Hold, **values: Any) -> None:
    db.execute(update(HoldRow).where(HoldRow.workspace == hold.workspace, HoldRow.id == hold.id).values(**values))


def _mark(db: Db, hold: Hold, outcome: Outcome, *which: ColumnElement[bool]) -> None:
    of_hold = (HoldNumberRow.workspace == hold.workspace, HoldNumberRow.hold == hold.id)
    db.execute(update(HoldNumberRow).where(*of_hold, *which).values(outcome=outcome))


def _by_workspace(holds: Iterable[Hold]) -> Iterable[tuple[WorkspaceId, list[HoldId]]]:
    """The ids in each workspace. Pairs of both would be sought through the whole table by SQLite."""
    ids: dict[WorkspaceId, list[HoldId]] = {}
    for hold in holds:
        ids.setdefault(hold.workspace, []).append(hold.id)
    return ids.items()


def _hold(row: Any) -> Hold:
    place = Place(country=row.country, region=row.region, city=row.city) if row.country else None
    return Hold(
        workspace=WorkspaceId(row.workspace),
        id=HoldId(row.id),
        held_by=UserId(row.held_by),
        channel=ChannelId(row.channel),
        wanted=Criteria(place=place, kind=Kind(row.kind), digits=Digits(**row.digits)),
        size=row.size,
        held_at=row.held_at,
        until=row.until,
        version=row.version,
        outcome=Outcome(row.outcome) if row.outcome else None,
        closed_at=row.closed_at,
        closed_by=UserId(row.closed_by) if row.closed_by else None,
        acquired=row.acquired,
        purpose=Purpose(row.purpose) if row.purpose else None,
        note=row.note,
        again=HoldId(row.again) if row.again else None,
        again_by=UserId(row.again_by) if row.again_by else None,
        card_ts=row.card_ts,
        extended_minutes=row.extended_minutes,
        at_carriers=row.at_carriers,
    )

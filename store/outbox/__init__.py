"""What is owed to Slack: a row says what, never which words. Claimed under a lease, deleted once paid.

Its times are real time, for Slack's limits and our leases do not follow the desk's clock. A *lane* is what Slack
counts as one: the posts to a channel, the edits of a workspace, its Home tabs. A lane has one sender at a time, and
its pace.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, and_, bindparam, delete, exists, func, literal, or_, select, update
from sqlalchemy.orm import aliased

from store.base import Utc
from store.due import NextDue
from store.outbox.table import LaneRow, OutboxRow
from store.outbox.types import CARD, HOME, Backlog, ClaimedItem, OutboxItem
from store.session import Db
from store.types import ChannelId, WorkspaceId
from store.upsert import insert

LEASE = timedelta(seconds=30)  # longer than a look-up and a send, ten seconds each at most
EDITS, HOMES = "edits", "homes"

# Built once, as in store.numbers: the sender runs them for each debt.
_NOW: BindParameter[datetime] = bindparam("now")
_REAL_NOW: BindParameter[datetime] = bindparam("real_now", type_=Utc())
_KINDS: BindParameter[Collection[str]] = bindparam("kinds", expanding=True)
_OF_LANE = and_(LaneRow.workspace == OutboxRow.workspace, LaneRow.name == OutboxRow.lane)
# An outer join, for the lane of a new debt is not yet written down.
_IS_DUE = (
    select(OutboxRow.due_at)
    .outerjoin(LaneRow, _OF_LANE)
    .where(OutboxRow.due_at <= _REAL_NOW, OutboxRow.parked_at.is_(None))
    .where(or_(LaneRow.free_at.is_(None), LaneRow.free_at <= _REAL_NOW))
    .limit(1)
)


def owe(db: Db, owed: Sequence[OutboxItem], now: datetime) -> None:
    """Owe each of these. What is owed already and not yet paid is owed once, with a new version."""
    if not owed:
        return
    rows = [
        {
            "workspace": owing.workspace,
            "kind": owing.kind,
            "subject": owing.subject,
            "item": owing.item,
            "detail": dict(owing.detail),
            "channel": owing.channel,
            "lane": _lane_of(owing),
            "owed_at": now,
            "due_at": now,
        }
        for owing in owed
    ]
    db.execute(_owe(db.dialect.name), rows)


def _lane_of(owing: OutboxItem) -> str:
    if owing.kind == HOME:
        return HOMES
    return EDITS if owing.edits else f"posts {owing.channel}"


def is_due(db: Db, now: datetime, kinds: Collection[str]) -> bool:
    """Whether something of these kinds could be sent now, of any workspace."""
    return db.scalar(due_since(kinds), {"real_now": now}) is not None


def due_since(kinds: Collection[str]) -> NextDue:
    """Since when (real time) some debt of these kinds could be sent at `real_now`, a parameter; no row: none yet."""
    return _IS_DUE.where(OutboxRow.kind.in_(kinds))


def open_lanes(db: Db, now: datetime) -> None:
    """Write down the lanes of new debts, so that `claim` finds them."""
    new = select(OutboxRow.workspace, OutboxRow.lane, literal(now), literal(now)).distinct()
    new = new.where(~exists().where(LaneRow.workspace == OutboxRow.workspace, LaneRow.name == OutboxRow.lane))
    columns = ["workspace", "name", "free_at", "paid_until"]
    db.execute(insert(db.dialect.name, LaneRow).from_select(columns, new).on_conflict_do_nothing())


def claim(db: Db, now: datetime, desk_now: datetime, kinds: Collection[str]) -> ClaimedItem | None:
    """Take the oldest due debt whose lane is free, both for LEASE. If we die, it falls due again by itself.

    A debt of none of these kinds is left to others: a newer version of the desk, running beside this one, owes it.
    Of one subject the card goes first, for all else is told under it; the rest goes in order. What counts as a try is
    what Slack made of it, so a sender's death does not.
    """
    row = db.execute(_claim(), {"now": now, "kinds": kinds}).first()
    if row is None:
        return None
    until = now + LEASE
    since = row.tried_since or desk_now
    db.execute(_row(row.id).values(due_at=until, tried_since=since))
    db.execute(_lane(row.workspace, row.lane).values(free_at=until))
    return _debt(row)


def paid(db: Db, debt: ClaimedItem, now: datetime) -> None:
    """Tick a debt off; where its subject changed while it was sent, it is due again at once."""
    same = and_(OutboxRow.id == debt.id, OutboxRow.version == debt.version)
    if db.execute(delete(OutboxRow).where(same)).rowcount == 0:
        db.execute(_row(debt.id).values(owed_at=now, due_at=now, tries=0, tried_since=None))


def put_off(db: Db, debt: ClaimedItem, until: datetime, error: str, *, counts: bool = True) -> None:
    """Try a debt again at `until`; `counts` says whether this was one of its tries, `error` why it is put off."""
    tries = debt.tries if counts else debt.tries - 1
    db.execute(_row(debt.id).values(due_at=until, tries=tries, error=error))


def park(db: Db, debt: ClaimedItem, now: datetime, error: str) -> None:
    """Stop trying a debt until `retry_parked`, or until it is owed anew; `error` is shown to whoever looks."""
    db.execute(_row(debt.id).values(parked_at=now, due_at=now, error=error))


def free_lane(db: Db, debt: ClaimedItem, now: datetime, *, every: timedelta, burst: int) -> None:
    """Let the next one into the lane: `burst` of them at once, then at the steady pace of one `every` so often."""
    lane = select(LaneRow.paid_until).where(LaneRow.workspace == debt.owing.workspace, LaneRow.name == debt.lane)
    paid_until = max(db.scalars(lane).one(), now) + every
    free_at = max(now, paid_until - every * (burst - 1))
    db.execute(_lane(debt.owing.workspace, debt.lane).values(free_at=free_at, paid_until=paid_until))


def close_lane(db: Db, debt: ClaimedItem, until: datetime) -> None:
    """Send nothing in the debt's lane before `until`, as Slack asked."""
    db.execute(_lane(debt.owing.workspace, debt.lane).values(free_at=until))


def backlog(db: Db, now: datetime) -> Backlog:
    """How far the sender is behind, in all workspaces."""
    pending = OutboxRow.parked_at.is_(None)
    oldest = func.min(OutboxRow.owed_at).filter(pending)
    statement = select(func.count().filter(pending), func.count(OutboxRow.parked_at), oldest.label("oldest"))
    count, parked, since = db.execute(statement.select_from(OutboxRow)).one()
    return Backlog(count=count, parked=parked, age=now - since if since else timedelta(0))


def parked(db: Db) -> list[tuple[ClaimedItem, str]]:
    """Return the parked debts of all workspaces with the error each met last, oldest first."""
    rows = db.execute(select(OutboxRow).where(OutboxRow.parked_at.is_not(None)).order_by(OutboxRow.id))
    return [(_debt(row), row.error or "") for row in rows]


def retry_parked(db: Db, now: datetime) -> int:
    """Make all parked debts of all workspaces due again, with no try counted, and return how many there were."""
    again = update(OutboxRow).where(OutboxRow.parked_at.is_not(None))
    return db.execute(again.values(parked_at=None, tries=0, due_at=now)).rowcount


@cache
def _claim() -> Select[Any]:
    """From the free lanes to the first debt of each: however many wait in other lanes, nobody looks at them."""
    lane, first, other = aliased(LaneRow), aliased(OutboxRow), aliased(OutboxRow)
    goes_before = exists().where(
        other.workspace == first.workspace,
        other.subject == first.subject,
        other.parked_at.is_(None),
        or_(other.kind == CARD, other.id < first.id),
    )
    first_of_lane = (
        select(first.id)
        .where(first.workspace == lane.workspace, first.lane == lane.name)
        .where(first.due_at <= _NOW, first.parked_at.is_(None), first.kind.in_(_KINDS))
        .where(or_(first.kind == CARD, ~goes_before))
        .order_by(first.id)
        .limit(1)
        .correlate(lane)
    )
    # Asked once for each lane; where it is compared with each debt, SQLite asks it for each debt.
    firsts = select(first_of_lane.scalar_subquery()).select_from(lane).where(lane.free_at <= _NOW)
    return (
        select(OutboxRow)
        .join(LaneRow, _OF_LANE)
        .where(LaneRow.free_at <= _NOW, OutboxRow.id.in_(firsts))
        .order_by(OutboxRow.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


@cache
def _owe(dialect: str) -> Any:
    once = insert(dialect, OutboxRow)
    anew = {name: once.excluded[name] for name in ("detail", "channel", "lane")}
    anew |= {"version": OutboxRow.version + 1, "tries": 0, "parked_at": None}
    return once.on_conflict_do_update(index_elements=["workspace", "kind", "subject", "item"], set_=anew)


def _row(id: int) -> Any:  # noqa: A002 (the field's own word)
    return update(OutboxRow).where(OutboxRow.id == id)


def _lane(workspace: str, name: str) -> Any:
    return update(LaneRow).where(LaneRow.workspace == workspace, LaneRow.name == name)


def _debt(row: Any) -> ClaimedItem:
    return ClaimedItem(
        id=row.id,
        owing=OutboxItem(
            workspace=WorkspaceId(row.workspace),
            kind=row.kind,
            subject=row.subject,
            channel=ChannelId(row.channel),
            item=row.item,
            detail=row.detail,
            edits=row.lane == EDITS,
        ),
        lane=row.lane,
        version=row.version,
        tries=row.tries + 1,
        tried_since=row.tried_since,
    )

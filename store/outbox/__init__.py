"""What is owed to Slack: a row says what, never which words. Claimed under a lease, deleted once paid.

Its times are real time, for Slack's limits and our leases do not follow the desk's clock. A *lane* is what Slack
counts as one: the posts to a channel, the edits of a workspace, its Home tabs. A lane has one sender at a time, and
its pace. A workspace that sleeps (`outages`) is sent nothing but a trial now and then.

A lease says until when nobody else takes a debt. Whose it is says its claim, a number: what a sender writes down counts
only where no later one was made, however long it was frozen and whatever the clocks say.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, delete, exists, func, literal, or_, select, update

from store.due import NextDue
from store.outbox.owing import EDITS, HOMES, again, owe
from store.outbox.table import LaneRow, OutageRow, OutboxRow
from store.outbox.timing import LEASE, pause, times, was_reached
from store.outbox.types import CARD, Backlog, ClaimedItem, OutboxItem
from store.session import Db
from store.types import ChannelId, WorkspaceId
from store.upsert import insert

__all__ = [
    "EDITS",
    "HOMES",
    "backlog",
    "claim",
    "close_lane",
    "detail",
    "due_since",
    "in_hand",
    "is_due",
    "mended",
    "open_lanes",
    "owe",
    "paid",
    "park",
    "parked",
    "put_off",
    "renew",
    "retry_parked",
]

# Built once, as in store.numbers: the sender runs them for each debt.
_KINDS: BindParameter[Collection[str]] = bindparam("kinds", expanding=True)
_OF_LANE = and_(LaneRow.workspace == OutboxRow.workspace, LaneRow.name == OutboxRow.lane)
_IS_ASLEEP = exists().where(OutageRow.workspace == OutboxRow.workspace, ~was_reached(OutageRow.retry_at))
# An outer join, for the lane of a new debt is not yet written down.
_IS_DUE = (
    select(OutboxRow.due_at)
    .outerjoin(LaneRow, _OF_LANE)
    .where(was_reached(OutboxRow.due_at), OutboxRow.parked_at.is_(None), ~_IS_ASLEEP)
    .where(or_(LaneRow.free_at.is_(None), was_reached(LaneRow.free_at)))
    .limit(1)
)


def detail(db: Db, owing: OutboxItem) -> Mapping[str, Any]:
    """What is owed already of this workspace, kind, subject and item; nothing where it is not. Kept so till the end."""
    once = {"workspace": owing.workspace, "kind": owing.kind, "subject": owing.subject, "item": owing.item}
    row = select(OutboxRow.detail).filter_by(**once).with_for_update()
    return db.scalar(row) or {}


def subjects(db: Db, workspace: WorkspaceId, kind: str, names: Collection[str]) -> set[str]:
    """Of which of these subjects something of a kind is owed, parked or not."""
    if not names:
        return set()
    owed = select(OutboxRow.subject).filter_by(workspace=workspace, kind=kind).where(OutboxRow.subject.in_(names))
    return set(db.scalars(owed))


def is_due(db: Db, now: datetime, kinds: Collection[str]) -> bool:
    """Whether something of these kinds could be sent now, of any workspace."""
    return db.scalar(due_since(kinds), times(now)) is not None


def due_since(kinds: Collection[str]) -> NextDue:
    """Since when some debt of these kinds could be sent, at the moment whose `times` it is given; no row: none yet."""
    return _IS_DUE.where(OutboxRow.kind.in_(kinds))


def open_lanes(db: Db, now: datetime) -> None:
    """Write down the lanes of new debts, so that `claim` finds them."""
    new = select(OutboxRow.workspace, OutboxRow.lane, literal(now), literal(now)).distinct()
    new = new.where(~exists().where(LaneRow.workspace == OutboxRow.workspace, LaneRow.name == OutboxRow.lane))
    columns = ["workspace", "name", "free_at", "paid_until"]
    db.execute(insert(db.dialect.name, LaneRow).from_select(columns, new).on_conflict_do_nothing())


def claim(db: Db, now: datetime, kinds: Collection[str]) -> ClaimedItem | None:
    """Take the oldest due debt whose lane is free, both for LEASE. If we die, it falls due again by itself.

    What came of it is written down together with the lane's being free again: who dies between two debts keeps no lane.

    What has failed lets all others go first, so that it holds none of them up.

    A debt of none of these kinds is left to others: a newer version of the desk, running beside this one, owes it.
    Of one subject the card goes first, for all else is told under it; the rest goes in order. What counts as a try is
    what Slack made of it, so a sender's death does not; but how many died of a debt is known by its claims.
    """
    row = db.execute(_claim(), times(now) | {"kinds": kinds}).first()
    if row is None:
        return None
    db.execute(
        _row(row.id).values(due_at=now + LEASE, tried_since=row.tried_since or now, claims=row.claims + 1),
    )
    debt = replace(_debt(row), claim=row.claims + 1, is_trial=row.is_trial)
    _hold_up(db, debt, now)
    return debt


def renew(db: Db, debt: ClaimedItem, now: datetime) -> bool:
    """Have a debt in hand for another LEASE from now on. False: it is in somebody else's hands, or out of ours."""
    still = OutboxRow.claims_ended < debt.claim
    if db.execute(_ours(debt).where(still).values(due_at=now + LEASE)).rowcount == 0:
        return False
    _hold_up(db, debt, now)
    return True


def paid(db: Db, debt: ClaimedItem, now: datetime) -> None:
    """Tick a debt off; where its subject changed while it was sent, it is due again at once."""
    same = and_(OutboxRow.id == debt.id, OutboxRow.claims == debt.claim, OutboxRow.version == debt.version)
    if db.execute(delete(OutboxRow).where(same)).rowcount:
        _free_lane(db, debt, now)
    else:
        _out_of_hand(db, debt, now, owed_at=now, due_at=now, tries=0, tried_since=None)


def mended(db: Db, debt: ClaimedItem, now: datetime) -> None:
    """Tick a debt off whose hindrance was taken away; where it was owed anew for that, this was one of its tries."""
    paid(db, debt, now)
    due_at = now if debt.tries == 1 else now + pause(debt.tries)
    db.execute(_ours(debt).values(tries=debt.tries, due_at=due_at))


def put_off(
    db: Db,
    debt: ClaimedItem,
    now: datetime,
    until: datetime,
    error: str,
    *,
    counts: bool = True,
    in_doubt: bool = True,
) -> None:
    """Try a debt again at `until`; `counts` says whether this was one of its tries, `error` why it is put off.

    Not `in_doubt`: Slack said for sure that no message of it is there.
    """
    tries = debt.tries if counts else debt.tries - 1
    doubt = {} if in_doubt else {"tried_since": None}
    _out_of_hand(db, debt, now, due_at=until, tries=tries, error=error, **doubt)


def park(db: Db, debt: ClaimedItem, now: datetime, error: str) -> None:
    """Stop trying a debt until its subject changes or `retry_parked`; `error` is shown to whoever looks."""
    _out_of_hand(db, debt, now, parked_at=now, due_at=now, error=error)


def close_lane(db: Db, debt: ClaimedItem, until: datetime) -> None:
    """Send nothing in the debt's lane before `until`, as Slack asked."""
    db.execute(_lane(debt.owing.workspace, debt.lane).values(free_at=until))


def backlog(db: Db, now: datetime) -> Backlog:
    """How far the sender is behind, in all workspaces."""
    pending = OutboxRow.parked_at.is_(None)
    oldest = func.min(OutboxRow.owed_at).filter(pending)
    statement = select(func.count().filter(pending), func.count(OutboxRow.parked_at), oldest.label("oldest"))
    count, parked, since = db.execute(statement.select_from(OutboxRow)).one()
    return Backlog(count=count, parked=parked, age=max(now - since, timedelta(0)) if since else timedelta(0))


def parked(db: Db) -> list[tuple[ClaimedItem, str]]:
    """Return the parked debts of all workspaces with the error each met last, oldest first."""
    rows = db.execute(select(OutboxRow).where(OutboxRow.parked_at.is_not(None)).order_by(OutboxRow.id))
    return [(_debt(row), row.error or "") for row in rows]


def retry_parked(db: Db, now: datetime) -> int:
    """Make all parked debts of all workspaces due again, with no try counted, and return how many there were."""
    return db.execute(update(OutboxRow).where(OutboxRow.parked_at.is_not(None)).values(**again(now))).rowcount


def in_hand(db: Db, debt: ClaimedItem) -> bool:
    """Whether nobody else has taken a debt since it was claimed; it is kept so until the transaction ends."""
    row = select(OutboxRow.id).where(OutboxRow.id == debt.id, OutboxRow.claims == debt.claim)
    return db.scalar(row.with_for_update()) is not None


@cache
def _claim() -> Any:
    """From the free lanes to the first debt of each: however many wait in other lanes, nobody looks at them."""
    lane, first, other = LaneRow.aliased(), OutboxRow.aliased(), OutboxRow.aliased()
    goes_before = exists().where(
        other.workspace == first.workspace,
        other.subject == first.subject,
        other.parked_at.is_(None),
        or_(other.kind == CARD, other.id < first.id),
    )
    first_of_lane = (
        select(first.id)
        .where(first.workspace == lane.workspace, first.lane == lane.name)
        .where(was_reached(first.due_at), first.parked_at.is_(None), first.kind.in_(_KINDS))
        .where(or_(first.kind == CARD, ~goes_before))
        .order_by(first.tries, first.due_at, first.id)
        .limit(1)
        .correlate(lane)
    )
    # Asked once for each lane; where it is compared with each debt, SQLite asks it for each debt.
    firsts = select(first_of_lane.scalar_subquery()).select_from(lane).where(was_reached(lane.free_at))
    is_trial = exists().where(OutageRow.workspace == OutboxRow.workspace)
    return (
        select(OutboxRow, is_trial.label("is_trial"))
        .join(LaneRow, _OF_LANE)
        .where(was_reached(LaneRow.free_at), OutboxRow.id.in_(firsts), ~_IS_ASLEEP)
        .order_by(OutboxRow.tries, OutboxRow.due_at, OutboxRow.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def _hold_up(db: Db, debt: ClaimedItem, now: datetime) -> None:
    """Let nobody else into a debt's lane for LEASE, nor try a workspace that sleeps."""
    until = now + LEASE
    db.execute(_lane(debt.owing.workspace, debt.lane).values(free_at=until))
    if debt.is_trial:
        db.execute(update(OutageRow).where(OutageRow.workspace == debt.owing.workspace).values(retry_at=until))


def _out_of_hand(db: Db, debt: ClaimedItem, now: datetime, **values: Any) -> None:
    """Write down what came of a debt, and let the next one into its lane; unless somebody else has both by now."""
    if db.execute(_ours(debt).values(claims_ended=debt.claim, **values)).rowcount:
        _free_lane(db, debt, now)


def _free_lane(db: Db, debt: ClaimedItem, now: datetime) -> None:
    lane = select(LaneRow.paid_until).where(LaneRow.workspace == debt.owing.workspace, LaneRow.name == debt.lane)
    # Further ahead it is only by a clock that was set back.
    ahead = min(db.scalars(lane).one(), now + debt.every * debt.burst)
    paid_until = max(ahead, now) + debt.every
    free_at = max(now, paid_until - debt.every * (debt.burst - 1))
    db.execute(_lane(debt.owing.workspace, debt.lane).values(free_at=free_at, paid_until=paid_until))


def _ours(debt: ClaimedItem) -> Any:
    """A debt, as long as it is in our hands."""
    return _row(debt.id).where(OutboxRow.claims == debt.claim)


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
        owed_at=row.owed_at,
        claim=row.claims,
        unended=row.claims - row.claims_ended,
    )

"""The pool: what can be had, taken and given back, inside the transaction.

A number can be had when its `available_at` is not after now, by any workspace or by the only one that it is kept for.
That is the only test, here and everywhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from sqlalchemy import ColumnElement, bindparam, exists, func, literal, select, union_all, update
from sqlalchemy.sql.dml import ReturningUpdate

from store.holds.table import HoldNumberRow, HoldRow
from store.holds.types import HeldNumber, Hold, HoldId, Outcome
from store.numbers.adding import NOT_IMPORTED, add_places, row, write
from store.numbers.available import NOW, in_order, to_be_had
from store.numbers.ease import ease
from store.numbers.reading import kept
from store.numbers.table import NumberRow
from store.numbers.types import PORTED, InUse, Kept, Permit, PoolNumber, Status, Taken, Taking
from store.ports.types import PortOrder
from store.services.table import AssignmentRow
from store.session import Db
from store.types import E164, Criteria, Kind, Place, WorkspaceId
from store.upsert import insert as insert_unless
from store.wanted import look_now

_AT_A_TIME = 1_000  # numbers that are looked up at once

# What every reservation runs is built once: SQLAlchemy takes longer to build a statement than to run it.
_WORKSPACE = NumberRow.workspace == bindparam("of_workspace")
# Imported, it was ported elsewhere: such numbers do not count against the quota.
_COUNTS = func.coalesce(NumberRow.imported_as, "").not_like(f"{PORTED}%")
# Holds are counted in each workspace, whose lock whoever takes numbers has.
_NEXT_HOLD = (
    select(func.coalesce(func.max(HoldRow.id), 0) + 1)
    .where(HoldRow.workspace == bindparam("of_workspace"))
    .scalar_subquery()
)
_IS_HELD = (NumberRow.available_at > NOW, NumberRow.status == Status.HELD)
_IS_ACQUIRED = (NumberRow.available_at.is_(None), NumberRow.port_order.is_(None), _COUNTS)
# Two ranges of one index. Joined by OR, they would be looked for among all numbers that the workspace ever held.
_IN_USE = union_all(
    select(NumberRow.kind, literal("held"), func.count()).where(_WORKSPACE, *_IS_HELD).group_by(NumberRow.kind),
    select(NumberRow.kind, NumberRow.status, func.count())
    .where(_WORKSPACE, *_IS_ACQUIRED)
    .group_by(NumberRow.kind, NumberRow.status),
)


def add(db: Db, numbers: Iterable[PoolNumber], now: datetime) -> None:
    """Put new numbers into the pool. Raises IntegrityError where one is known already."""
    new = list(numbers)
    if new:
        write(db, [row(number, now) for number in new])
        add_places(db, [(number.place, number.kind, number.kept_for) for number in new])


def is_empty(db: Db) -> bool:
    """Whether no number is known at all, in the pool or out of it."""
    return db.scalar(select(NumberRow.e164).limit(1)) is None


def take(db: Db, taking: Taking, quantity: int, *, these: Sequence[E164] | None = None) -> Taken:
    """Move up to `quantity` numbers out of the pool into the next hold, of `these` alone where they are named.

    Fewer are taken where fewer can be had, or where others are just taking them; none where as many would be over the
    quota, which the workspace's lock keeps as it is. The hold is to be written down in the same transaction.
    """
    given = {"now": taking.now, "until": taking.until, "of_workspace": taking.workspace}
    given |= {"quantity": quantity, "quota": taking.quota} | ({} if these is None else {"these": these})
    rows = db.execute(_take(taking.wanted, named=these is not None), given).all()
    return Taken(hold=HoldId(rows[0].hold) if rows else None, numbers=sorted(E164(row.e164) for row in rows))


def acquire(db: Db, hold: Hold, chosen: Sequence[E164], now: datetime, permit: Permit) -> int:
    """Keep chosen numbers that the hold still has. How many were kept is handed back."""
    _check(permit, hold.workspace, len(chosen))
    kept = update(NumberRow).where(NumberRow.e164.in_(chosen), *_still_in(hold, now))
    return db.execute(kept.values(status=Status.ACQUIRED, available_at=None)).rowcount


def extend(db: Db, hold: Hold, now: datetime, until: datetime) -> int:
    """Keep what the hold still has until later. How many are kept is handed back."""
    kept = update(NumberRow).where(*_still_in(hold, now))
    return db.execute(kept.values(available_at=until)).rowcount


def give_back(db: Db, hold: Hold, now: datetime) -> int:
    """Return to the pool at once what the hold still has. How many went back is handed back."""
    given = update(NumberRow).where(*_still_in(hold, now))
    count = db.execute(given.values(status=Status.FREE, available_at=now)).rowcount
    if count:
        country = hold.wanted.place.country if hold.wanted.place else ""
        look_now(db, {(country, hold.wanted.kind)}, now, hold.workspace)
    return count


def in_use(db: Db, workspace: WorkspaceId, now: datetime) -> dict[Kind, InUse]:
    """What counts against the quota: for each kind, numbers in live holds, ordered and acquired; none was ported."""
    rows = db.execute(_IN_USE, {"of_workspace": workspace, "now": now})
    counted = {(kind, how): number for kind, how, number in rows}
    return {
        kind: InUse(**{how: counted.get((kind, how), 0) for how in (Status.HELD, Status.ORDERED, Status.ACQUIRED)})
        for kind in Kind
    }


def held_numbers(
    db: Db, hold: Hold, *, containing: str = "", limit: int | None = None, outcome: Outcome | None = None
) -> list[HeldNumber]:
    """Return what a hold took, in order: all, or those that contain some digits or came to one outcome."""
    rows = db.execute(
        select(HoldNumberRow.e164, HoldNumberRow.outcome, NumberRow.country, NumberRow.region, NumberRow.city)
        .join(NumberRow, NumberRow.e164 == HoldNumberRow.e164)
        .where(HoldNumberRow.workspace == hold.workspace, HoldNumberRow.hold == hold.id)
        .where(*([HoldNumberRow.e164.contains(containing, autoescape=True)] if containing else []))
        .where(*([HoldNumberRow.outcome == outcome] if outcome else []))
        .order_by(HoldNumberRow.e164)
        .limit(limit)
    )
    return [
        HeldNumber(
            e164=E164(row.e164),
            place=Place(country=row.country, region=row.region, city=row.city),
            outcome=Outcome(row.outcome) if row.outcome else None,
        )
        for row in rows
    ]


def find(db: Db, e164: E164) -> Kept | None:
    """What is known of a number that is or was in the pool, or that an order brought, whosever it is."""
    return next(iter(kept(db, [e164])), None)


def find_each(db: Db, numbers: Sequence[E164], *, lock: bool = False) -> list[Kept]:
    """What is known of each of these numbers, whosever they are, in order; those that are not known are left out.

    `lock` keeps all of them as they are until the transaction ends.
    """
    return kept(db, numbers, lock=lock)


def ported(db: Db, order: PortOrder, permit: Permit) -> int:
    """The order's numbers are here: the workspace's own, and outside the quota. How many are is handed back.

    None of them is of the pool, which is not ported; those that were taken off the stock are known.
    """
    _check(permit, order.workspace, len(order.numbers))
    off_the_stock = (NumberRow.e164.in_(order.numbers), NumberRow.status == Status.REMOVED)
    ours = {"workspace": order.workspace, "hold": None, "port_order": order.id, **NOT_IMPORTED}
    db.execute(update(NumberRow).where(*off_the_stock).values(status=Status.ACQUIRED, available_at=None, **ours))
    new = insert_unless(db.dialect.name, NumberRow).on_conflict_do_nothing()
    here = {"country": order.country, "region": "", "city": "", "kind": order.kind, "status": Status.ACQUIRED}
    owner = {"workspace": order.workspace, "port_order": order.id, "available_at": None, "hold": None}
    db.execute(new, [{"e164": e164, "ease": ease(e164), **here, **owner} for e164 in order.numbers])
    add_places(db, [(Place(country=order.country), order.kind, None)] if order.kind else [])
    counted = select(func.count()).select_from(NumberRow)
    return db.scalar(counted.where(*_of_order(order), NumberRow.status == Status.ACQUIRED)) or 0


def release(db: Db, workspace: WorkspaceId, released: Sequence[E164], until: datetime) -> list[E164]:
    """Let acquired numbers that are not assigned rest until then (UTC). Those that do are handed back, in order."""
    ours = (NumberRow.workspace == workspace, NumberRow.status == Status.ACQUIRED, NumberRow.e164.in_(released))
    unassigned = ~exists().where(AssignmentRow.e164 == NumberRow.e164)
    rest = update(NumberRow).where(*ours, unassigned).returning(NumberRow.e164)
    return sorted(map(E164, db.scalars(rest.values(status=Status.RESTING, available_at=until))))


def restore(db: Db, workspace: WorkspaceId, wanted: Mapping[E164, Permit], now: datetime) -> list[E164]:
    """Make numbers that rest the workspace's own again. Those that are now are handed back, in order."""
    for permit in wanted.values():
        _check(permit, workspace, 1)
    resting = (NumberRow.workspace == workspace, NumberRow.status == Status.RESTING, NumberRow.available_at > now)
    again = update(NumberRow).where(*resting, NumberRow.e164.in_(list(wanted))).returning(NumberRow.e164)
    return sorted(map(E164, db.scalars(again.values(status=Status.ACQUIRED, available_at=None))))


def _check(permit: Permit, workspace: WorkspaceId, quantity: int) -> None:
    """Raise ValueError for what the permit is not for."""
    if permit.workspace != workspace or permit.quantity < quantity:
        raise ValueError(f"no permit for {quantity} numbers of {workspace}")


def _of_order(order: PortOrder) -> list[ColumnElement[bool]]:
    return [NumberRow.workspace == order.workspace, NumberRow.port_order == order.id]


def counting(db: Db, of: Sequence[E164]) -> dict[E164, Kind]:
    """The kind of each of these numbers that counts against the quota where it is acquired: all but those ported."""
    found: dict[E164, Kind] = {}
    for at in range(0, len(of), _AT_A_TIME):
        some = of[at : at + _AT_A_TIME]
        counted = (NumberRow.e164.in_(some), NumberRow.port_order.is_(None), _COUNTS)
        rows = db.execute(select(NumberRow.e164, NumberRow.kind).where(*counted))
        found |= {E164(each.e164): Kind(each.kind) for each in rows}
    return found


@lru_cache(maxsize=1000)
def _take(wanted: Criteria, *, named: bool) -> ReturningUpdate[str, int | None]:
    """The statement that takes numbers; `named`: of these alone."""
    used = sum((_used(wanted.kind, *which) for which in (_IS_HELD, _IS_ACQUIRED)), literal(0))
    available = (
        select(NumberRow.e164)
        .where(*to_be_had(wanted), used + bindparam("quantity") <= bindparam("quota"))
        .where(*([NumberRow.e164.in_(bindparam("these", expanding=True))] if named else []))
        .order_by(*in_order(NumberRow.__table__))
        .limit(bindparam("quantity"))
        .with_for_update(skip_locked=True)
        .cte()  # PostgreSQL may run a plain subquery once for each row, and its LIMIT each time anew
    )
    taken = update(NumberRow).where(NumberRow.e164.in_(select(available.c.e164)))
    return taken.returning(NumberRow.e164, NumberRow.hold).values(
        status=Status.HELD,
        available_at=bindparam("until"),
        workspace=bindparam("of_workspace"),
        hold=_NEXT_HOLD,
        port_order=None,
        **NOT_IMPORTED,
    )


def _used(kind: Kind, *which: ColumnElement[bool]) -> ColumnElement[int]:
    """How many numbers of a kind the workspace has that count in one way."""
    counted = select(func.count()).select_from(NumberRow).where(_WORKSPACE, NumberRow.kind == kind, *which)
    return counted.correlate(None).scalar_subquery()


def _still_in(hold: Hold, now: datetime) -> list[ColumnElement[bool]]:
    return [NumberRow.workspace == hold.workspace, NumberRow.hold == hold.id, NumberRow.available_at > now]

"""Numbers that are a carrier's to give: known while somebody here holds, orders or has them, never in the stock.

Whom such a number is kept for is no workspace: it is the carrier. So nobody can have it from the pool, and the carrier
has it back at the moment at which nobody here does.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, text, update

from store.due import NextDue
from store.holds.types import Hold
from store.numbers.adding import NOT_IMPORTED, add_places
from store.numbers.ease import ease
from store.numbers.table import TO_GIVE_UP, NumberRow
from store.numbers.types import Permit, Status
from store.session import Db
from store.types import E164, Kind, Place, WorkspaceId
from store.upsert import insert


def is_carriers() -> ColumnElement[bool]:
    """Whether a number is a carrier's to give."""
    return func.substr(NumberRow.kept_for, 1, 1) == "@"


def kept_by(carrier: str) -> str:
    """Whom a number of this carrier is kept for."""
    return f"@{carrier}"


def hold_offered(
    db: Db, hold: Hold, carrier: str, offered: Iterable[tuple[E164, Place, Kind]], now: datetime
) -> list[E164]:
    """Move numbers that a carrier offers into a hold; those that nobody here has, and that are not of the stock.

    Returned in order. The hold may be written down afterwards, in the same transaction.
    """
    held = {"status": Status.HELD, "available_at": hold.until, "workspace": hold.workspace, "hold": hold.id}
    ordered = sorted(offered, key=lambda each: each[0])
    return _take(db, [_row(each) | held | {"kept_for": kept_by(carrier)} for each in ordered], now)


def adopt(
    db: Db,
    workspace: WorkspaceId,
    carrier: str,
    billed: Iterable[tuple[E164, Place, Kind]],
    now: datetime,
    permit: Permit,
) -> set[E164]:
    """Make numbers a workspace's own that its carrier bills and nobody here has. Those that are now are handed back."""
    owned = {"status": Status.ACQUIRED, "available_at": None, "workspace": workspace, "kept_for": kept_by(carrier)}
    rows = [_row(each) | owned | {"imported_as": ""} for each in billed]
    if permit.workspace != workspace or permit.quantity < len(rows):
        raise ValueError(f"no permit for {len(rows)} numbers of {workspace}")
    return set(_take(db, rows, now))


def stock_up(db: Db, workspace: WorkspaceId, billed: Sequence[tuple[E164, Place, Kind]], now: datetime) -> set[E164]:
    """Put numbers into the stock of a workspace alone that its carrier bills and nobody here has; hand them back."""
    free = {"status": Status.FREE, "available_at": now, "workspace": None, "kept_for": workspace}
    came = set(_take(db, [_row(each) | free for each in billed], now))
    add_places(db, [(place, kind, workspace) for e164, place, kind in billed if e164 in came])
    return came


def order(db: Db, hold: Hold, chosen: Sequence[E164], now: datetime, permit: Permit) -> int:
    """Have numbers that the hold still has ordered at their carriers. How many are is handed back."""
    if permit.workspace != hold.workspace or permit.quantity < len(chosen):
        raise ValueError(f"no permit for {len(chosen)} numbers of {hold.workspace}")
    held = (NumberRow.workspace == hold.workspace, NumberRow.hold == hold.id, NumberRow.available_at > now)
    ordered = update(NumberRow).where(NumberRow.e164.in_(chosen), *held, is_carriers())
    return db.execute(ordered.values(status=Status.ORDERED, available_at=None)).rowcount


def arrived(db: Db, workspace: WorkspaceId, ours: Sequence[E164]) -> int:
    """Numbers that were ordered are the workspace's own. How many are is handed back."""
    ordered = (NumberRow.workspace == workspace, NumberRow.status == Status.ORDERED, NumberRow.e164.in_(ours))
    return db.execute(update(NumberRow).where(*ordered).values(status=Status.ACQUIRED)).rowcount


def lost(db: Db, workspace: WorkspaceId, gone: Sequence[E164], now: datetime) -> int:
    """Numbers that were held or ordered are not to be had. How many are the carrier's again is handed back."""
    theirs = (NumberRow.workspace == workspace, NumberRow.e164.in_(gone), is_carriers())
    had = NumberRow.status.in_((Status.HELD, Status.ORDERED))
    return db.execute(update(NumberRow).where(*theirs, had).values(status=Status.FREE, available_at=now)).rowcount


def next_rest_ends() -> NextDue:
    """When the next rest ends of a number that is to be given up at its carrier."""
    resting = select(NumberRow.available_at).where(text(TO_GIVE_UP))
    return resting.order_by(NumberRow.available_at).limit(1)


def with_rested(db: Db, now: datetime, *, limit: int) -> list[tuple[WorkspaceId, E164]]:
    """Numbers whose rest has ended and that their carriers are to have back, with whose they were."""
    over = select(NumberRow.workspace, NumberRow.e164).where(text(TO_GIVE_UP), NumberRow.available_at <= now)
    rows = db.execute(over.order_by(NumberRow.available_at).limit(limit))
    return [(WorkspaceId(row.workspace), E164(row.e164)) for row in rows]


def give_up(db: Db, workspace: WorkspaceId, rested: Sequence[E164], now: datetime) -> list[E164]:
    """The rest of these numbers has ended: they are the carrier's again. Those that are now are handed back."""
    over = (NumberRow.workspace == workspace, NumberRow.e164.in_(rested), NumberRow.available_at <= now)
    given = update(NumberRow).where(text(TO_GIVE_UP), *over).values(status=Status.FREE).returning(NumberRow.e164)
    return sorted(map(E164, db.scalars(given)))


def _row(offered: tuple[E164, Place, Kind]) -> dict[str, Any]:
    """A number that a carrier has, as the table has one that nobody brought."""
    e164, place, kind = offered
    return {
        "e164": e164,
        "country": place.country,
        "region": place.region,
        "city": place.city,
        "kind": kind,
        "ease": ease(e164),
        "hold": None,
        "port_order": None,
        **NOT_IMPORTED,
    }


def _take(db: Db, rows: Sequence[Mapping[str, Any]], now: datetime) -> list[E164]:
    """Write down these numbers, new ones and those that nobody here has any more; in order, those that are so now."""
    if not rows:
        return []
    new = insert(db.dialect.name, NumberRow).values(rows)
    anew = {name: new.excluded[name] for name in rows[0] if name != "e164"}
    had_back = and_(is_carriers(), NumberRow.available_at <= now)
    can_be = or_(NumberRow.status == Status.REMOVED, had_back)
    taken = new.on_conflict_do_update(index_elements=["e164"], set_=anew, where=can_be).returning(NumberRow.e164)
    return sorted(map(E164, db.scalars(taken)))

"""What carriers bill and what we have of theirs, compared: where these differ, and what was told of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, delete, func, select, text, update

from store.base import Base, column, one_of
from store.carriers.states import LIVE, ORDERED
from store.carriers.table import CarrierLineRow
from store.carriers.types import State
from store.due import NextDue
from store.session import Db
from store.types import E164, WorkspaceId
from store.upsert import insert
from store.workspaces.table import WorkspaceRow

_AT_A_TIME = 1_000  # numbers that are looked up at once
_LIVE = text(one_of("state", LIVE))


class Side(StrEnum):
    """Who has a number that the other has not."""

    THEIRS = "theirs"  # the carrier bills it, and the desk does not know it
    OURS = "ours"  # the desk has it from the carrier, which does not bill it


class CarrierStandingRow(Base):
    """When a carrier last answered a workspace's own questions, and when it was last compared (desk time)."""

    __tablename__ = "carrier_standings"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    carrier: ColumnElement[str] = column(primary_key=True)
    answered_at: ColumnElement[datetime]
    compared_at: ColumnElement[datetime | None]


class CarrierDifferenceRow(Base):
    """A number that only one of a carrier and a workspace has; it is gone as soon as they agree."""

    __tablename__ = "carrier_differences"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    carrier: ColumnElement[str] = column(primary_key=True)
    e164: ColumnElement[str] = column(primary_key=True)
    side: ColumnElement[str]
    monthly: ColumnElement[Decimal | None]
    upfront: ColumnElement[Decimal | None]
    currency: ColumnElement[str] = column(default="")
    found_at: ColumnElement[datetime]
    told: ColumnElement[bool] = column(default=False)

    __table_args__ = (
        CheckConstraint(one_of("side", Side), "side_known"),
        CheckConstraint("currency <> '' OR (monthly IS NULL AND upfront IS NULL)", "price_in_a_currency"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A number that only one of a carrier and a workspace has, and what the carrier says it costs."""

    e164: E164
    side: Side
    monthly: Decimal | None = None
    upfront: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of a workspace's account at a carrier, without asking it."""

    answered_at: datetime | None = None  # UTC
    compared_at: datetime | None = None  # UTC
    under_way: int = 0  # numbers that are ordered there, and neither ours nor failed yet


def next_due() -> NextDue:
    """When to compare next, in whichever workspace that has carriers."""
    looked_at = WorkspaceRow.carriers_look_at.is_not(None)
    return select(WorkspaceRow.carriers_look_at).where(looked_at).order_by(WorkspaceRow.carriers_look_at).limit(1)


def due(db: Db, now: datetime, *, limit: int) -> list[WorkspaceId]:
    """Some workspaces in which it is time to compare."""
    some = select(WorkspaceRow.id).where(WorkspaceRow.carriers_look_at <= now).limit(limit)
    return [WorkspaceId(each) for each in db.scalars(some)]


def never_compared(db: Db) -> list[WorkspaceId]:
    """The workspaces that had no carriers yet, as far as the clock knows."""
    return [
        WorkspaceId(each) for each in db.scalars(select(WorkspaceRow.id).where(WorkspaceRow.carriers_look_at.is_(None)))
    ]


def look_again(db: Db, workspace: WorkspaceId | None, at: datetime) -> None:
    """Compare again at that time; None: in every workspace."""
    these = (WorkspaceRow.id == workspace,) if workspace else ()
    db.execute(update(WorkspaceRow).where(*these).values(carriers_look_at=at))


def answered(db: Db, workspace: WorkspaceId, carrier: str, now: datetime, *, compared: bool = False) -> None:
    """A carrier has answered, and with `compared` was compared."""
    row = insert(db.dialect.name, CarrierStandingRow).values(
        workspace=workspace, carrier=carrier, answered_at=now, compared_at=now if compared else None
    )
    now_known = {"answered_at": now} | ({"compared_at": now} if compared else {})
    db.execute(row.on_conflict_do_update(index_elements=["workspace", "carrier"], set_=now_known))


def standing(db: Db, workspace: WorkspaceId, carrier: str) -> Standing:
    """How it stands with a carrier."""
    this = (CarrierStandingRow.workspace == workspace, CarrierStandingRow.carrier == carrier)
    row = db.execute(select(CarrierStandingRow).where(*this)).first()
    theirs = (CarrierLineRow.workspace == workspace, CarrierLineRow.carrier == carrier)
    under_way = select(func.count()).select_from(CarrierLineRow).where(*theirs, CarrierLineRow.state.in_(ORDERED))
    count = db.scalar(under_way) or 0
    if row is None:
        return Standing(under_way=count)
    return Standing(answered_at=row.answered_at, compared_at=row.compared_at, under_way=count)


def ours(db: Db, workspace: WorkspaceId, carrier: str, before: datetime) -> set[E164]:
    """The numbers that a workspace has from a carrier, and that have not changed since `before`."""
    theirs = (CarrierLineRow.workspace == workspace, CarrierLineRow.carrier == carrier)
    settled = (CarrierLineRow.state == State.OURS, CarrierLineRow.changed_at <= before)
    return set(map(E164, db.scalars(select(CarrierLineRow.e164).where(*theirs, *settled))))


def live(db: Db, numbers: Collection[E164]) -> set[E164]:
    """Those of these numbers that some workspace holds, orders or has at a carrier."""
    in_order = sorted(numbers)
    parts = (in_order[at : at + _AT_A_TIME] for at in range(0, len(in_order), _AT_A_TIME))
    found = (select(CarrierLineRow.e164).where(CarrierLineRow.e164.in_(part), _LIVE) for part in parts)
    return {E164(e164) for some in found for e164 in db.scalars(some)}


def write(db: Db, workspace: WorkspaceId, carrier: str, found: Sequence[Difference], now: datetime) -> None:
    """Write down where a carrier and a workspace differ now; what is not there any more is forgotten."""
    there = {each.e164: each.side for each in differences(db, workspace, carrier)}
    gone = [e164 for e164, side in there.items() if side not in {each.side for each in found if each.e164 == e164}]
    forget(db, workspace, carrier, gone)
    new = [each for each in found if there.get(each.e164) != each.side]
    rows = [
        {
            **{name: getattr(each, name) for name in ("e164", "side", "monthly", "upfront", "currency")},
            "workspace": workspace,
            "carrier": carrier,
            "found_at": now,
            "told": False,
        }
        for each in new
    ]
    if rows:
        db.execute(insert(db.dialect.name, CarrierDifferenceRow), rows)


def differences(db: Db, workspace: WorkspaceId, carrier: str) -> list[Difference]:
    """Where a carrier and a workspace differ, by number."""
    these = _these(workspace, carrier)
    rows = db.execute(select(CarrierDifferenceRow).where(*these).order_by(CarrierDifferenceRow.e164))
    return [
        Difference(
            e164=E164(row.e164),
            side=Side(row.side),
            monthly=row.monthly,
            upfront=row.upfront,
            currency=row.currency,
        )
        for row in rows
    ]


def tell(db: Db, workspace: WorkspaceId, carrier: str) -> int:
    """Differences that nobody was told of are told now. How many they are."""
    untold = update(CarrierDifferenceRow).where(*_these(workspace, carrier), CarrierDifferenceRow.told.is_(False))
    return db.execute(untold.values(told=True)).rowcount


def forget(db: Db, workspace: WorkspaceId, carrier: str, numbers: Collection[E164]) -> None:
    """These numbers are no differences any more."""
    if numbers:
        db.execute(
            delete(CarrierDifferenceRow).where(*_these(workspace, carrier), CarrierDifferenceRow.e164.in_(numbers))
        )


def _these(workspace: WorkspaceId, carrier: str) -> tuple[Any, ...]:
    return (CarrierDifferenceRow.workspace == workspace, CarrierDifferenceRow.carrier == carrier)

"""The workspace's own numbers: acquired, assigned, resting after a release, or about to be ported."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Integer,
    Select,
    String,
    Subquery,
    and_,
    bindparam,
    cast,
    false,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from store.base import Utc
from store.holds.table import HoldRow
from store.holds.types import HoldId
from store.inventory.types import EVERY, Filter, NumberUse, Owned
from store.numbers.table import NumberRow
from store.numbers.types import Status
from store.ports.table import PortNumberRow, PortOrderRow
from store.ports.types import SENT
from store.services.table import AssignmentRow, ServiceRow
from store.services.types import Service, ServiceId, ServiceKind
from store.session import Db
from store.types import E164, Kind, Place, UserId, WorkspaceId

_AT_A_TIME = 1_000  # rows read at once where all are read


def find(db: Db, workspace: WorkspaceId, e164: E164, now: datetime) -> Owned | None:
    """A number of the workspace's own; None: it is not."""
    return next(iter(find_all(db, workspace, [e164], now)), None)


def find_all(db: Db, workspace: WorkspaceId, numbers: Sequence[E164], now: datetime) -> list[Owned]:
    """Those of these numbers that are the workspace's own, in no order."""
    owned = _together(_sources(workspace, EVERY, now))
    return [_number(row) for row in db.execute(select(owned).where(owned.c.e164.in_(numbers)))]


def count(db: Db, workspace: WorkspaceId, wanted: Filter, now: datetime) -> int:
    """How many of its own numbers a workspace has, of those that are wanted."""
    owned = _together(_sources(workspace, wanted, now))
    return db.scalar(select(func.count()).select_from(owned)) or 0


def page(db: Db, workspace: WorkspaceId, wanted: Filter, now: datetime, *, limit: int, offset: int = 0) -> list[Owned]:
    """Some of those that are wanted, in order."""
    shown = _in_order(workspace, wanted, now, limit=limit, offset=offset)
    return [_number(row) for row in db.execute(shown, {"after": ""})]


def every(db: Db, workspace: WorkspaceId, wanted: Filter, now: datetime) -> Iterator[Owned]:
    """All that are wanted, in order; a thousand are in memory at a time, so the transaction must last as long."""
    some, last = _in_order(workspace, wanted, now, limit=_AT_A_TIME), ""
    while rows := db.execute(some, {"after": last}).all():
        yield from map(_number, rows)
        last = rows[-1].e164


def assigned_numbers(db: Db, services: Sequence[Service]) -> dict[ServiceId, list[tuple[E164, Kind, bool]]]:
    """The numbers of each of these services of one workspace, with their kind and whether it is the default."""
    if not services:
        return {}
    ids = [service.id for service in services]
    of_these = (AssignmentRow.workspace == services[0].workspace, AssignmentRow.service.in_(ids))
    rows = db.execute(
        select(AssignmentRow.service, AssignmentRow.e164, AssignmentRow.is_default, NumberRow.kind)
        .join(NumberRow, NumberRow.e164 == AssignmentRow.e164)
        .where(*of_these)
        .order_by(AssignmentRow.e164)
    )
    found: dict[ServiceId, list[tuple[E164, Kind, bool]]] = {}
    for row in rows:
        found.setdefault(ServiceId(row.service), []).append((E164(row.e164), Kind(row.kind), row.is_default))
    return found


def by_country(db: Db, workspace: WorkspaceId) -> dict[str, dict[Kind, int]]:
    """How many acquired numbers of each kind a workspace has, by country; where it has most comes first."""
    ours = (NumberRow.workspace == workspace, NumberRow.available_at.is_(None), NumberRow.status == Status.ACQUIRED)
    counted = select(NumberRow.country, NumberRow.kind, func.count()).where(*ours)
    found: dict[str, dict[Kind, int]] = {}
    for country, kind, number in db.execute(counted.group_by(NumberRow.country, NumberRow.kind)):
        found.setdefault(country, {})[Kind(kind)] = number
    return dict(sorted(found.items(), key=lambda item: (-sum(item[1].values()), item[0])))


def _sources(workspace: WorkspaceId, wanted: Filter, now: datetime) -> list[Select[Any]]:
    """Numbers that are here, and those of port orders that were sent: these need not be in the pool."""
    uses = set(wanted.uses) or set(NumberUse)
    sources = [_here(workspace, wanted, uses, now)] if uses != {NumberUse.PORTING} or wanted.services else []
    return [*sources, *([_porting(workspace, wanted)] if NumberUse.PORTING in uses and not wanted.services else [])]


def _in_order(workspace: WorkspaceId, wanted: Filter, now: datetime, *, limit: int, offset: int = 0) -> Select[Any]:
    """The statement for some numbers in order, those that follow the one that is bound as `after`."""
    # Each source gives no more than can be shown: ordered together they would all be read, for each page anew.
    first = [_first(source, limit + offset) for source in _sources(workspace, wanted, now)]
    owned = _together([select(each.subquery()) for each in first])
    return select(owned).order_by(owned.c.e164).limit(limit).offset(offset)


def _first(source: Select[Any], limit: int) -> Select[Any]:
    e164 = source.selected_columns.e164
    return source.where(e164 > bindparam("after")).order_by(e164).limit(limit)


def _together(sources: Sequence[Select[Any]]) -> Subquery:
    return union_all(*sources).subquery()


def _here(workspace: WorkspaceId, wanted: Filter, uses: Collection[NumberUse], now: datetime) -> Any:
    is_ours = and_(NumberRow.available_at.is_(None), NumberRow.status == Status.ACQUIRED)
    how = {
        NumberUse.ACQUIRED: and_(is_ours, AssignmentRow.e164.is_(None)),
        NumberUse.ASSIGNED: and_(is_ours, AssignmentRow.e164.is_not(None)),
        NumberUse.ORDERED: and_(NumberRow.available_at.is_(None), NumberRow.status == Status.ORDERED),
        NumberUse.RESTING: and_(NumberRow.status == Status.RESTING, NumberRow.available_at > now),
    }
    # In these words, so that the index of what is owned serves.
    owned = or_(NumberRow.available_at.is_(None), NumberRow.status == Status.RESTING)
    return (
        select(
            NumberRow.e164,
            *(NumberRow.country, NumberRow.region, NumberRow.city, NumberRow.kind, NumberRow.status),
            *(NumberRow.available_at, NumberRow.hold, NumberRow.port_order, NumberRow.imported_as, NumberRow.kept_for),
            func.coalesce(HoldRow.closed_by, PortOrderRow.requested_by, NumberRow.got_by).label("got_by"),
            func.coalesce(HoldRow.closed_at, PortOrderRow.since, NumberRow.got_at).label("got_at"),
            *(AssignmentRow.service, AssignmentRow.is_default),
            ServiceRow.kind.label("service_kind"),
            ServiceRow.name.label("service_name"),
            literal(str(workspace)).label("workspace"),
        )
        .outerjoin(AssignmentRow, AssignmentRow.e164 == NumberRow.e164)
        .outerjoin(
            ServiceRow,
            and_(ServiceRow.workspace == AssignmentRow.workspace, ServiceRow.id == AssignmentRow.service),
        )
        .outerjoin(HoldRow, and_(HoldRow.workspace == NumberRow.workspace, HoldRow.id == NumberRow.hold))
        .outerjoin(
            PortOrderRow,
            and_(PortOrderRow.workspace == NumberRow.workspace, PortOrderRow.id == NumberRow.port_order),
        )
        .where(NumberRow.workspace == workspace, owned, or_(false(), *(how[use] for use in uses if use in how)))
        .where(*_matches(wanted, NumberRow, NumberRow.e164))
        .where(*([AssignmentRow.service.in_(wanted.services)] if wanted.services else []))
    )


def _porting(workspace: WorkspaceId, wanted: Filter) -> Any:
    return (
        select(
            PortNumberRow.e164,
            PortOrderRow.country,
            literal("").label("region"),
            literal("").label("city"),
            PortOrderRow.kind,
            literal(str(Status.PORTING)).label("status"),
            cast(null(), Utc()).label("available_at"),
            cast(null(), Integer()).label("hold"),
            PortOrderRow.id.label("port_order"),
            cast(null(), String()).label("imported_as"),
            literal("").label("kept_for"),
            PortOrderRow.requested_by.label("got_by"),
            PortOrderRow.since.label("got_at"),
            cast(null(), Integer()).label("service"),
            cast(null(), Boolean()).label("is_default"),
            cast(null(), String()).label("service_kind"),
            cast(null(), String()).label("service_name"),
            literal(str(workspace)).label("workspace"),
        )
        .join(
            PortOrderRow,
            and_(PortOrderRow.workspace == PortNumberRow.workspace, PortOrderRow.id == PortNumberRow.port_order),
        )
        .where(PortNumberRow.workspace == workspace, PortNumberRow.is_open, PortOrderRow.state.in_(SENT))
        .where(*_matches(wanted, PortOrderRow, PortNumberRow.e164))
    )


def _matches(wanted: Filter, table: Any, e164: Any) -> list[ColumnElement[bool]]:
    """What both sources have; a number that is about to be ported has a country, and no city yet."""
    matches: list[ColumnElement[bool]] = []
    if wanted.place:
        matches.append(table.country == wanted.place.country)
        if wanted.place.region:
            matches.append(table.region == wanted.place.region if hasattr(table, "region") else false())
        if wanted.place.city:
            matches.append(table.city == wanted.place.city if hasattr(table, "city") else false())
    if wanted.kind:
        matches.append(table.kind == wanted.kind)
    if wanted.containing:
        matches.append(e164.contains(wanted.containing, autoescape=True))
    return matches


def _number(row: Any) -> Owned:
    service = None
    if row.service is not None:
        service = Service(
            workspace=WorkspaceId(row.workspace),
            id=ServiceId(row.service),
            kind=ServiceKind(row.service_kind),
            name=row.service_name,
        )
    return Owned(
        e164=E164(row.e164),
        place=Place(country=row.country, region=row.region, city=row.city),
        kind=Kind(row.kind),
        status=Status(row.status),
        available_at=row.available_at,
        hold=HoldId(row.hold) if row.hold else None,
        port_order=row.port_order,
        got_by=UserId(row.got_by) if row.got_by else None,
        got_at=row.got_at,
        service=service,
        is_default=bool(row.is_default),
        imported_as=row.imported_as,
        kept_for=row.kept_for,
    )

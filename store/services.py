"""Services by their names, and the numbers that are assigned to them: each to one at most."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from unicodedata import combining, normalize

from sqlalchemy import bindparam, delete, func, insert, select, update

from store.session import Db
from store.tables import AssignmentRow, NumberRow, ServiceRow
from store.types import E164, Kind, Service, ServiceId, ServiceKind, WorkspaceId

_LAST = select(func.max(ServiceRow.id)).where(ServiceRow.workspace == bindparam("workspace"))


def find(db: Db, workspace: WorkspaceId, id: ServiceId) -> Service | None:  # noqa: A002 (the field's own word)
    """Return a service of this workspace."""
    row = db.execute(select(ServiceRow).where(ServiceRow.workspace == workspace, ServiceRow.id == id)).first()
    return _service(row) if row else None


def named(db: Db, workspace: WorkspaceId, name: str, kind: ServiceKind | None = None) -> list[Service]:
    """The services of this name, however its letters are accented: of one kind or of any."""
    called = [ServiceRow.workspace == workspace, ServiceRow.folded == _folded(name)]
    rows = db.execute(select(ServiceRow).where(*called, *([ServiceRow.kind == kind] if kind else [])))
    return [_service(row) for row in rows]


def with_names_like(db: Db, workspace: WorkspaceId, said: str, *, limit: int) -> list[Service]:
    """Services whose name contains this, by name."""
    like = (ServiceRow.workspace == workspace, ServiceRow.folded.contains(_folded(said), autoescape=True))
    rows = db.execute(select(ServiceRow).where(*like).order_by(ServiceRow.folded, ServiceRow.kind).limit(limit))
    return [_service(row) for row in rows]


def count(db: Db, workspace: WorkspaceId) -> int:
    return db.scalar(select(func.count()).select_from(ServiceRow).where(ServiceRow.workspace == workspace)) or 0


def page(db: Db, workspace: WorkspaceId, *, limit: int, offset: int = 0) -> list[Service]:
    """Some services of this workspace, by kind and name."""
    in_order = select(ServiceRow).where(ServiceRow.workspace == workspace).order_by(ServiceRow.kind, ServiceRow.folded)
    return [_service(row) for row in db.execute(in_order.limit(limit).offset(offset))]


def make(db: Db, workspace: WorkspaceId, kind: ServiceKind, name: str) -> Service:
    """Write down a service that there is none of yet, in a workspace that this transaction has locked."""
    new = ServiceId((db.scalar(_LAST, {"workspace": workspace}) or 0) + 1)
    db.execute(insert(ServiceRow).values(workspace=workspace, id=new, kind=kind, name=name, folded=_folded(name)))
    return Service(workspace=workspace, id=new, kind=kind, name=name)


def rename(db: Db, service: Service, name: str) -> Service:
    """Call a service something else."""
    this = (ServiceRow.workspace == service.workspace, ServiceRow.id == service.id)
    db.execute(update(ServiceRow).where(*this).values(name=name, folded=_folded(name)))
    return replace(service, name=name)


def assign(db: Db, service: Service, e164: E164, *, is_default: bool) -> None:
    """Assign a number that serves nothing yet. Raises IntegrityError where it does, or where there is a default."""
    row = {"e164": e164, "workspace": service.workspace, "service": service.id, "is_default": is_default}
    db.execute(insert(AssignmentRow).values(**row))


def unassign(db: Db, service: Service, e164: E164) -> bool:
    """Let a number serve this service no longer. False: it did not."""
    of_this = (AssignmentRow.workspace == service.workspace, AssignmentRow.service == service.id)
    return db.execute(delete(AssignmentRow).where(AssignmentRow.e164 == e164, *of_this)).rowcount == 1


def set_default(db: Db, service: Service, e164: E164) -> bool:
    """Make a number of a service its default, in place of the one there was. False: it is none of its numbers."""
    of_this = (AssignmentRow.workspace == service.workspace, AssignmentRow.service == service.id)
    db.execute(update(AssignmentRow).where(*of_this, AssignmentRow.is_default).values(is_default=False))
    made = update(AssignmentRow).where(*of_this, AssignmentRow.e164 == e164).values(is_default=True)
    return db.execute(made).rowcount == 1


def numbers(db: Db, services: Sequence[Service]) -> dict[ServiceId, list[tuple[E164, Kind, bool]]]:
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


def _folded(name: str) -> str:
    """A name as it is compared: however its letters are accented or spelt in capitals."""
    apart = normalize("NFKD", name.casefold())
    return " ".join("".join(each for each in apart if not combining(each)).split())


def _service(row: Any) -> Service:
    return Service(
        workspace=WorkspaceId(row.workspace), id=ServiceId(row.id), kind=ServiceKind(row.kind), name=row.name
    )

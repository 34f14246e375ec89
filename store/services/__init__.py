"""Services by their names, and the numbers that are assigned to them: each to one at most."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from store.folding import folded
from store.services.table import AssignmentRow, ServiceRow
from store.services.types import Service, ServiceId, ServiceKind
from store.session import Db
from store.types import E164, WorkspaceId

_LAST = select(func.max(ServiceRow.id)).where(ServiceRow.workspace == bindparam("workspace"))


def find(db: Db, workspace: WorkspaceId, id: ServiceId) -> Service | None:  # noqa: A002 (the field's own word)
    """Return a service of this workspace."""
    row = db.execute(select(ServiceRow).where(ServiceRow.workspace == workspace, ServiceRow.id == id)).first()
    return _service(row) if row else None


def known(db: Db, workspace: WorkspaceId, names: Collection[str]) -> list[Service]:
    """The services of these names, of whatever kind."""
    called = (ServiceRow.workspace == workspace, ServiceRow.folded.in_({folded(name) for name in names}))
    return [_service(row) for row in db.execute(select(ServiceRow).where(*called))] if names else []


def named(db: Db, workspace: WorkspaceId, name: str, kind: ServiceKind | None = None) -> list[Service]:
    """The services of this name, however its letters are accented: of one kind or of any."""
    called = [ServiceRow.workspace == workspace, ServiceRow.folded == folded(name)]
    rows = db.execute(select(ServiceRow).where(*called, *([ServiceRow.kind == kind] if kind else [])))
    return [_service(row) for row in rows]


def with_names_like(db: Db, workspace: WorkspaceId, said: str, *, limit: int) -> list[Service]:
    """Services whose name contains this, by name."""
    like = (ServiceRow.workspace == workspace, ServiceRow.folded.contains(folded(said), autoescape=True))
    rows = db.execute(select(ServiceRow).where(*like).order_by(ServiceRow.folded, ServiceRow.kind).limit(limit))
    return [_service(row) for row in rows]


def count(db: Db, workspace: WorkspaceId) -> int:
    """How many services a workspace has, with numbers or without."""
    return db.scalar(select(func.count()).select_from(ServiceRow).where(ServiceRow.workspace == workspace)) or 0


def page(db: Db, workspace: WorkspaceId, *, limit: int, offset: int = 0) -> list[Service]:
    """Some services of this workspace, by kind and name."""
    in_order = select(ServiceRow).where(ServiceRow.workspace == workspace).order_by(ServiceRow.kind, ServiceRow.folded)
    return [_service(row) for row in db.execute(in_order.limit(limit).offset(offset))]


def make(db: Db, workspace: WorkspaceId, wanted: Sequence[tuple[ServiceKind, str]]) -> list[Service]:
    """Write down services that there are none of yet, in a workspace that this transaction has locked.

    Raises IntegrityError where there is one of the same kind and `folded` name.
    """
    if not wanted:
        return []
    last = db.scalar(_LAST, {"workspace": workspace}) or 0
    made = [
        Service(workspace=workspace, id=ServiceId(id_), kind=kind, name=name)
        for id_, (kind, name) in enumerate(wanted, last + 1)
    ]
    rows = [{"workspace": workspace, "id": each.id, "kind": each.kind, "name": each.name} for each in made]
    db.execute(insert(ServiceRow), [row | {"folded": folded(str(row["name"]))} for row in rows])
    return made


def rename(db: Db, service: Service, name: str) -> Service:
    """Call a service something else, and return it so.

    Raises IntegrityError where another of its kind has the same `folded` name.
    """
    this = (ServiceRow.workspace == service.workspace, ServiceRow.id == service.id)
    db.execute(update(ServiceRow).where(*this).values(name=name, folded=folded(name)))
    return replace(service, name=name)


def assign(db: Db, assigned: Mapping[E164, Service]) -> None:
    """Assign numbers that serve nothing yet, none as a default. Raises IntegrityError where one does."""
    rows = [
        {"e164": e164, "workspace": service.workspace, "service": service.id, "is_default": False}
        for e164, service in assigned.items()
    ]
    if rows:
        db.execute(insert(AssignmentRow), rows)


def unassign(db: Db, workspace: WorkspaceId, numbers: Sequence[E164]) -> None:
    """Let numbers of a workspace serve nothing any longer."""
    these = (AssignmentRow.e164.in_(numbers), AssignmentRow.workspace == workspace)
    db.execute(delete(AssignmentRow).where(*these))


def set_defaults(db: Db, workspace: WorkspaceId, defaults: Mapping[ServiceId, E164]) -> None:
    """Make a number of each of these services its default, in place of the one there was.

    A number that is not assigned to one of them is passed over: that service has no default then.
    """
    if not defaults:
        return
    of_these = (AssignmentRow.workspace == workspace, AssignmentRow.service.in_(defaults))
    db.execute(update(AssignmentRow).where(*of_these, AssignmentRow.is_default).values(is_default=False))
    made = update(AssignmentRow).where(*of_these, AssignmentRow.e164.in_(defaults.values()))
    db.execute(made.values(is_default=True))


def _service(row: Any) -> Service:
    return Service(
        workspace=WorkspaceId(row.workspace), id=ServiceId(row.id), kind=ServiceKind(row.kind), name=row.name
    )

"""Workspaces and what their admins have set."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, select, update

from store.session import Db
from store.types import WorkspaceId
from store.upsert import insert
from store.workspaces.kinds import who
from store.workspaces.settings import Setting
from store.workspaces.table import OWN, TOGETHER, WorkspaceRow
from store.workspaces.types import Credits, Licences, Policy, Roles, Tip, Workspace

__all__ = ["find", "greet", "lock", "read", "save", "who"]

_PARTS = {"licences": Licences, "credits": Credits, "policy": Policy, "roles": Roles}
_OWN = tuple((row, *row.field.rpartition(".")[::2]) for row in OWN)  # each with the part of a Workspace that it is in
_ONE = select(WorkspaceRow).where(WorkspaceRow.id == bindparam("id"))
_LOCKED = _ONE.with_for_update(key_share=True)


def lock(db: Db, id: WorkspaceId) -> Workspace:  # noqa: A002 (the field's own word)
    """Return the workspace, locked until the transaction ends; one never seen before is written down first.

    Holds and acquisitions are counted under this lock, so two that together exceed the quota cannot both pass.
    """
    row = db.execute(_LOCKED, {"id": id}).first()
    if row is None:
        db.execute(insert(db.dialect.name, WorkspaceRow).values(id=id).on_conflict_do_nothing())
        row = db.execute(_LOCKED, {"id": id}).one()
    return read(row)


def find(db: Db, id: WorkspaceId) -> Workspace:  # noqa: A002 (the field's own word)
    """Return the workspace as it is; one never seen before has no settings yet."""
    row = db.execute(_ONE, {"id": id}).first()
    return read(row) if row else Workspace(id=id)


def save(db: Db, workspace: Workspace) -> None:
    """Write the settings of a workspace that this transaction has locked. All are written, changed or not.

    Raises IntegrityError where one is out of its range.
    """
    db.execute(
        update(WorkspaceRow)
        .where(WorkspaceRow.id == workspace.id)
        .values(
            {row.name: row.kind.kept(row.of(workspace)) for row in OWN}
            | {name: _together(rows, workspace) for name, rows in TOGETHER.items()}
            | {"extra": dict(workspace.extra), "set_up": workspace.set_up, "greeted": workspace.greeted}
        )
    )


def greet(db: Db, id: WorkspaceId) -> None:  # noqa: A002 (the field's own word)
    """Remember that an admin was led to the settings of a workspace that this transaction has locked."""
    db.execute(update(WorkspaceRow).where(WorkspaceRow.id == id).values(greeted=True))


def _together(rows: Iterable[Setting[Any]], workspace: Workspace) -> dict[str, Any]:
    """The settings that share a column, as it keeps them."""
    return {_key(row): row.kind.kept(row.of(workspace)) for row in rows}


def _key(row: Setting[Any]) -> str:
    return row.field.rpartition(".")[2]


def read(row: Any) -> Workspace:
    """A row of all columns of a workspace, and perhaps others, as a value."""
    values: dict[str, dict[str, Any]] = {part: {} for part in ("", *_PARTS)}
    for of, part, inner in _OWN:
        values[part][inner] = of.kind.loaded(getattr(row, of.name))
    for column, rows in TOGETHER.items():
        kept = getattr(row, column)
        values[column] = {_key(of): of.kind.loaded(kept[_key(of)]) for of in rows if _key(of) in kept}
    parts: dict[str, Any] = {part: make(**values[part]) for part, make in _PARTS.items()}
    return Workspace(
        id=WorkspaceId(row.id),
        extra=row.extra,
        set_up=row.set_up,
        greeted=row.greeted,
        tip=Tip(number=row.last_entry, seal=row.last_seal),
        **parts,
        **values[""],
    )

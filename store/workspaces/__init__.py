"""Workspaces and what their admins have set."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam, select, update

from store.session import Db
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.upsert import insert
from store.workspaces.table import WorkspaceRow
from store.workspaces.types import Circle, Credits, Licences, Policy, Roles, Tip, Who, Workspace

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
    return _workspace(row)


def find(db: Db, id: WorkspaceId) -> Workspace:  # noqa: A002 (the field's own word)
    """Return the workspace as it is; one never seen before has no settings yet."""
    row = db.execute(_ONE, {"id": id}).first()
    return _workspace(row) if row else Workspace(id=id)


def save(db: Db, workspace: Workspace) -> None:
    """Write the settings of a workspace that this transaction has locked. All are written, changed or not.

    Raises IntegrityError where one is out of its range.
    """
    db.execute(
        update(WorkspaceRow)
        .where(WorkspaceRow.id == workspace.id)
        .values(
            **asdict(workspace.licences),
            credits_set_up=workspace.credits.set_up,
            credits_balance=workspace.credits.balance,
            credits_auto_recharge=workspace.credits.auto_recharge,
            locale=workspace.locale,
            notices=workspace.notices,
            hold_minutes=workspace.hold_minutes,
            approvals=workspace.policy.approvals,
            approvals_toll_free=workspace.policy.toll_free,
            approvals_from=workspace.policy.from_quantity,
            approvers=asdict(workspace.policy.approvers),
            extension_minutes=workspace.policy.extension_minutes,
            approve_releases=workspace.policy.releases,
            roles=asdict(workspace.roles),
            channels=list(workspace.channels),
            set_up=workspace.set_up,
            greeted=workspace.greeted,
            country=workspace.country,
            rest_days=workspace.rest_days,
            port_lead_days=dict(workspace.port_lead_days),
            port_silent_days=dict(workspace.port_silent_days),
        )
    )


def greet(db: Db, id: WorkspaceId) -> None:  # noqa: A002 (the field's own word)
    """Remember that an admin was led to the settings of a workspace that this transaction has locked."""
    db.execute(update(WorkspaceRow).where(WorkspaceRow.id == id).values(greeted=True))


def who(kept: Mapping[str, Any]) -> Who:
    """Who is meant by what `dataclasses.asdict` made of a Who; anyone by nothing at all.

    Raises ValueError for a circle that there is none of.
    """
    group = kept.get("group")
    return Who(
        circle=Circle(kept.get("circle", Circle.ANYONE)),
        group=GroupId(group) if group else None,
        members=tuple(map(UserId, kept.get("members", ()))),
    )


def _workspace(row: Any) -> Workspace:
    return Workspace(
        id=WorkspaceId(row.id),
        licences=Licences(
            enterprise_e5=row.enterprise_e5,
            phone_system=row.phone_system,
            audio_conferencing=row.audio_conferencing,
        ),
        credits=Credits(
            set_up=row.credits_set_up, balance=row.credits_balance, auto_recharge=row.credits_auto_recharge
        ),
        locale=row.locale,
        notices=ChannelId(row.notices) if row.notices else None,
        hold_minutes=row.hold_minutes,
        policy=Policy(
            approvals=row.approvals,
            toll_free=row.approvals_toll_free,
            from_quantity=row.approvals_from,
            approvers=who(row.approvers),
            extension_minutes=row.extension_minutes,
            releases=row.approve_releases,
        ),
        roles=Roles(**{name: who(kept) for name, kept in row.roles.items()}),
        channels=tuple(map(ChannelId, row.channels)),
        set_up=row.set_up,
        greeted=row.greeted,
        country=row.country,
        rest_days=row.rest_days,
        port_lead_days=row.port_lead_days,
        port_silent_days=row.port_silent_days,
        tip=Tip(number=row.last_entry, seal=row.last_seal),
    )

"""Who has opened their Home tab: those are kept up to date."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, ForeignKey, bindparam, select

from store.base import Base, column
from store.session import Db
from store.types import UserId, WorkspaceId
from store.upsert import insert


class HomeRow(Base):
    """Members who have opened their Home tab, so that it is kept up to date."""

    __tablename__ = "homes"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    member: ColumnElement[str] = column(primary_key=True)


# Built once, as in store.numbers: every change runs one of them.
_ALL = select(HomeRow.member).where(HomeRow.workspace == bindparam("of_workspace")).order_by(HomeRow.member)
_AMONG = _ALL.where(HomeRow.member.in_(bindparam("among", expanding=True)))


def opened(db: Db, workspace: WorkspaceId, member: UserId) -> None:
    """Remember that a member has looked at their Home tab."""
    db.execute(insert(db.dialect.name, HomeRow).values(workspace=workspace, member=member).on_conflict_do_nothing())


def of(db: Db, workspace: WorkspaceId, among: Collection[UserId] | None = None) -> list[UserId]:
    """The members who have, of these or of all."""
    if among is None:
        found = db.scalars(_ALL, {"of_workspace": workspace})
    else:
        found = db.scalars(_AMONG, {"of_workspace": workspace, "among": list(among)})
    return [UserId(member) for member in found]

"""The tables of services and of the numbers that are assigned to them."""

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint

from store.base import Base, column, one_of, partial_index
from store.services.types import ServiceKind


class ServiceRow(Base):
    """What numbers are assigned to; `folded` is the name as it is compared."""

    __tablename__ = "services"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    id: ColumnElement[int] = column(primary_key=True, autoincrement=False)
    kind: ColumnElement[str]
    name: ColumnElement[str]
    folded: ColumnElement[str]

    __table_args__ = (
        UniqueConstraint("workspace", "kind", "folded", name="services_by_name"),
        CheckConstraint(one_of("kind", ServiceKind), "kind_known"),
        CheckConstraint("name <> ''", "named"),
    )


class AssignmentRow(Base):
    """A number serves one service at a time, and a service has one default at most."""

    __tablename__ = "assignments"

    e164: ColumnElement[str] = column(ForeignKey("numbers.e164"), primary_key=True)
    workspace: ColumnElement[str]
    service: ColumnElement[int]
    is_default: ColumnElement[bool] = column(default=False)

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "service"], ["services.workspace", "services.id"]),
        Index("assignments_of_a_service", "workspace", "service", "e164"),
        partial_index("assignments_default", "workspace", "service", where="is_default", unique=True),
    )

"""The tables of port orders and of what goes with each."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, ForeignKeyConstraint, Index

from store.base import Base, column, none_of, one_of, partial_index
from store.ports.types import CLOSED, Alarm, Capacity, MediaType, Scope, State
from store.types import Kind


class PortOrderRow(Base):
    """Numbers to be moved here from another carrier. `fields` is what the order says beside its numbers."""

    __tablename__ = "port_orders"

    workspace: ColumnElement[str] = column(ForeignKey("workspaces.id"), primary_key=True)
    id: ColumnElement[int] = column(primary_key=True, autoincrement=False)
    requested_by: ColumnElement[str]
    channel: ColumnElement[str]
    created_at: ColumnElement[datetime]
    state: ColumnElement[str] = column(default="draft")
    since: ColumnElement[datetime]
    card_ts: ColumnElement[str | None]
    version: ColumnElement[int] = column(default=1)
    country: ColumnElement[str] = column(default="")  # "": none yet, or several
    kind: ColumnElement[str | None]
    scope: ColumnElement[str] = column(default="partial")
    fields: ColumnElement[dict[str, Any]] = column(default=dict)
    typed: ColumnElement[str] = column(default="")
    capacity: ColumnElement[str] = column(default="unsaid")
    foc: ColumnElement[datetime | None]
    reason: ColumnElement[str | None]
    comment: ColumnElement[str] = column(default="")
    sealed: ColumnElement[bytes | None]
    sealed_until: ColumnElement[datetime | None]  # when the secrets go; None: the order is open, or has none

    __table_args__ = (
        CheckConstraint(
            one_of("state", State),
            "state_known",
        ),
        CheckConstraint(one_of("kind", Kind), "kind_known"),
        CheckConstraint(one_of("scope", Scope), "scope_known"),
        CheckConstraint(one_of("capacity", Capacity), "capacity_known"),
        CheckConstraint(
            f"{one_of('state', (State.DRAFT, State.ERROR, State.CANCELLED))} OR (country <> '' AND kind IS NOT NULL)",
            "sent_for_one_kind",
        ),
        CheckConstraint(
            f"{one_of('state', (State.DRAFT, State.CANCELLED))} OR capacity <> 'unsaid'", "sent_with_a_word_on_capacity"
        ),
        CheckConstraint(
            f"(foc IS NOT NULL) = ({one_of('state', (State.APPROVED, State.PENDING, State.COMPLETED))})",
            "approved_with_a_foc",
        ),
        CheckConstraint("(reason IS NOT NULL) = (state = 'error')", "refused_for_a_reason"),
        partial_index("port_orders_open", "workspace", "id", where=none_of("state", CLOSED)),
        Index("port_orders_by_state", "workspace", "state", "id"),
        partial_index("port_orders_with_secrets", "sealed_until", where="sealed_until IS NOT NULL"),
        partial_index("port_orders_by_card", "workspace", "channel", "card_ts", where="card_ts IS NOT NULL"),
    )


class PortNumberRow(Base):
    """A number of a port order; `is_open` as long as the order is."""

    __tablename__ = "port_numbers"

    workspace: ColumnElement[str] = column(primary_key=True)
    port_order: ColumnElement[int] = column(primary_key=True)
    e164: ColumnElement[str] = column(primary_key=True)
    is_open: ColumnElement[bool] = column(default=True)

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"]),
        partial_index("port_numbers_in_one_order", "workspace", "e164", where="is_open", unique=True),
        Index("port_numbers_by_number", "workspace", "e164", "port_order"),
    )


class PortFollowerRow(Base):
    """Who hears of each change of a port order, beside the one who asked for it."""

    __tablename__ = "port_followers"

    workspace: ColumnElement[str] = column(primary_key=True)
    port_order: ColumnElement[int] = column(primary_key=True)
    member: ColumnElement[str] = column(primary_key=True)

    __table_args__ = (ForeignKeyConstraint(["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"]),)


class PortCommentRow(Base):
    """What somebody said in the thread of a port order's card, known by its message."""

    __tablename__ = "port_comments"

    workspace: ColumnElement[str] = column(primary_key=True)
    port_order: ColumnElement[int] = column(primary_key=True)
    ts: ColumnElement[str] = column(primary_key=True)
    by: ColumnElement[str]
    at: ColumnElement[datetime]
    text: ColumnElement[str]
    files: ColumnElement[list[str]]

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"]),
        Index("port_comments_by_time", "workspace", "port_order", "at"),
    )


class PortLetterRow(Base):
    """The signed letter of a port order, encrypted; `fields` and `numbers` are what the order said when it came in."""

    __tablename__ = "port_letters"

    workspace: ColumnElement[str] = column(primary_key=True)
    port_order: ColumnElement[int] = column(primary_key=True)
    by: ColumnElement[str]
    at: ColumnElement[datetime]
    name: ColumnElement[str]
    media_type: ColumnElement[str]
    size: ColumnElement[int]
    sha256: ColumnElement[str]
    signer: ColumnElement[str]
    fields: ColumnElement[dict[str, Any]]
    numbers: ColumnElement[list[str]]
    content: ColumnElement[bytes]

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"]),
        CheckConstraint(one_of("media_type", MediaType), "media_type_known"),
        CheckConstraint("size > 0", "size_counted"),
    )


class PortAlarmRow(Base):
    """What the clock will do with a port order, and when."""

    __tablename__ = "port_alarms"

    workspace: ColumnElement[str] = column(primary_key=True)
    port_order: ColumnElement[int] = column(primary_key=True)
    alarm: ColumnElement[str] = column(primary_key=True)
    at: ColumnElement[datetime]

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"]),
        CheckConstraint(one_of("alarm", Alarm), "alarm_known"),
        Index("port_alarms_by_time", "at", "workspace"),
    )

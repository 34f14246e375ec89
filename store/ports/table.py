"""The tables of port orders and of what goes with each."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base, none_of, one_of, partial_index
from store.ports.types import CLOSED, Alarm, Capacity, MediaType, Scope, State
from store.types import Kind


class PortOrderRow(Base):
    """Numbers to be moved here from another carrier. `fields` is what the order says beside its numbers."""

    __tablename__ = "port_orders"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    requested_by: Mapped[str]
    channel: Mapped[str]
    created_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default="draft")
    since: Mapped[datetime]
    card_ts: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    country: Mapped[str] = mapped_column(default="")  # "": none yet, or several
    kind: Mapped[str | None]
    scope: Mapped[str] = mapped_column(default="partial")
    fields: Mapped[dict[str, Any]] = mapped_column(default=dict)
    typed: Mapped[str] = mapped_column(default="")
    capacity: Mapped[str] = mapped_column(default="unsaid")
    foc: Mapped[datetime | None]
    reason: Mapped[str | None]
    comment: Mapped[str] = mapped_column(default="")
    sealed: Mapped[bytes | None]
    sealed_until: Mapped[datetime | None]  # when the secrets go; None: the order is open, or has none

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

    workspace: Mapped[str] = mapped_column(primary_key=True)
    port_order: Mapped[int] = mapped_column(primary_key=True)
    e164: Mapped[str] = mapped_column(primary_key=True)
    is_open: Mapped[bool] = mapped_column(default=True)

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"]),
        partial_index("port_numbers_in_one_order", "workspace", "e164", where="is_open", unique=True),
        Index("port_numbers_by_number", "workspace", "e164", "port_order"),
    )


class PortFollowerRow(Base):
    """Who hears of each change of a port order, beside the one who asked for it."""

    __tablename__ = "port_followers"

    workspace: Mapped[str] = mapped_column(primary_key=True)
    port_order: Mapped[int] = mapped_column(primary_key=True)
    member: Mapped[str] = mapped_column(primary_key=True)

    __table_args__ = (ForeignKeyConstraint(["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"]),)


class PortCommentRow(Base):
    """What somebody said in the thread of a port order's card, known by its message."""

    __tablename__ = "port_comments"

    workspace: Mapped[str] = mapped_column(primary_key=True)
    port_order: Mapped[int] = mapped_column(primary_key=True)
    ts: Mapped[str] = mapped_column(primary_key=True)
    by: Mapped[str]
    at: Mapped[datetime]
    text: Mapped[str]
    files: Mapped[list[str]]

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"]),
        Index("port_comments_by_time", "workspace", "port_order", "at"),
    )


class PortLetterRow(Base):
    """The signed letter of a port order, encrypted; `fields` and `numbers` are what the order said when it came in."""

    __tablename__ = "port_letters"

    workspace: Mapped[str] = mapped_column(primary_key=True)
    port_order: Mapped[int] = mapped_column(primary_key=True)
    by: Mapped[str]
    at: Mapped[datetime]
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    signer: Mapped[str]
    fields: Mapped[dict[str, Any]]
    numbers: Mapped[list[str]]
    content: Mapped[bytes]

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"]),
        CheckConstraint(one_of("media_type", MediaType), "media_type_known"),
        CheckConstraint("size > 0", "size_counted"),
    )


class PortAlarmRow(Base):
    """What the clock will do with a port order, and when."""

    __tablename__ = "port_alarms"

    workspace: Mapped[str] = mapped_column(primary_key=True)
    port_order: Mapped[int] = mapped_column(primary_key=True)
    alarm: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"]),
        CheckConstraint(one_of("alarm", Alarm), "alarm_known"),
        Index("port_alarms_by_time", "at", "workspace"),
    )

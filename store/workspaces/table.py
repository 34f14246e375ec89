"""The table of workspaces."""

from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.base import Base, one_of
from store.workspaces.types import LOCALES


class WorkspaceRow(Base):
    """A workspace and its settings; locked while its holds and acquisitions are counted and its record is added to."""

    __tablename__ = "workspaces"

    id: Mapped[str] = mapped_column(primary_key=True)
    enterprise_e5: Mapped[int] = mapped_column(default=0)
    phone_system: Mapped[int] = mapped_column(default=0)
    audio_conferencing: Mapped[int] = mapped_column(default=0)
    credits_set_up: Mapped[bool] = mapped_column(default=False)
    credits_balance: Mapped[Decimal | None]
    credits_auto_recharge: Mapped[bool] = mapped_column(default=False)
    locale: Mapped[str] = mapped_column(default="en")
    notices: Mapped[str | None]
    hold_minutes: Mapped[int] = mapped_column(default=10)
    approvals: Mapped[int] = mapped_column(default=1)
    approvals_toll_free: Mapped[int | None]  # None: as many
    approvals_from: Mapped[int] = mapped_column(default=1)
    approvers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    extension_minutes: Mapped[int] = mapped_column(default=0)
    approve_releases: Mapped[bool] = mapped_column(default=False)
    roles: Mapped[dict[str, Any]] = mapped_column(default=dict)
    channels: Mapped[list[str]] = mapped_column(default=list)
    set_up: Mapped[bool] = mapped_column(default=False)
    greeted: Mapped[bool] = mapped_column(default=False)
    country: Mapped[str] = mapped_column(default="US")
    rest_days: Mapped[int] = mapped_column(default=30)
    port_lead_days: Mapped[dict[str, Any]] = mapped_column(default=dict)
    port_silent_days: Mapped[dict[str, Any]] = mapped_column(default=dict)
    last_entry: Mapped[int] = mapped_column(default=0)
    last_seal: Mapped[str] = mapped_column(default="")

    __table_args__ = (
        CheckConstraint("enterprise_e5 >= 0 AND phone_system >= 0 AND audio_conferencing >= 0", "licences_counted"),
        CheckConstraint("hold_minutes BETWEEN 1 AND 60", "hold_minutes_in_range"),
        CheckConstraint(one_of("locale", LOCALES), "locale_known"),
        CheckConstraint("approvals BETWEEN 0 AND 5", "approvals_in_range"),
        CheckConstraint("approvals_toll_free BETWEEN 0 AND 5", "approvals_toll_free_in_range"),
        CheckConstraint("approvals_from > 0", "approvals_from_in_range"),
        CheckConstraint("extension_minutes BETWEEN 0 AND 60", "extension_minutes_in_range"),
        CheckConstraint("rest_days BETWEEN 0 AND 180", "rest_days_in_range"),
    )

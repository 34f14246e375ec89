"""All tables together, as migrations and tests see them."""

from store.answers import AnswerRow
from store.approvals.table import ApprovalRequestRow, ApprovalRow
from store.audit.table import EntryRow
from store.base import Base
from store.batches.table import BatchLineRow, BatchRow
from store.carriers.comparisons import CarrierDifferenceRow, CarrierStandingRow
from store.carriers.keys import CarrierKeyRow
from store.carriers.news import CarrierNewsRow
from store.carriers.table import CarrierLineRow, CarrierTaskRow
from store.heartbeats import HeartbeatRow
from store.holds.table import HoldNumberRow, HoldRow
from store.homes import HomeRow
from store.numbers.table import NumberRow, PoolPlaceRow
from store.outbox.table import LaneRow, OutageRow, OutboxRow
from store.ports.table import (
    PortAlarmRow,
    PortCommentRow,
    PortFollowerRow,
    PortLetterRow,
    PortNumberRow,
    PortOrderRow,
)
from store.services.table import AssignmentRow, ServiceRow
from store.wanted.table import WantedRow
from store.workspaces.table import WorkspaceRow

__all__ = ["TABLES", "Base"]

TABLES: tuple[type[Base], ...] = (
    WorkspaceRow,
    NumberRow,
    PoolPlaceRow,
    HoldRow,
    HoldNumberRow,
    ServiceRow,
    AssignmentRow,
    BatchRow,
    BatchLineRow,
    ApprovalRequestRow,
    ApprovalRow,
    PortOrderRow,
    PortNumberRow,
    PortFollowerRow,
    PortCommentRow,
    PortLetterRow,
    PortAlarmRow,
    EntryRow,
    AnswerRow,
    HomeRow,
    OutboxRow,
    LaneRow,
    OutageRow,
    HeartbeatRow,
    CarrierLineRow,
    CarrierTaskRow,
    CarrierKeyRow,
    CarrierNewsRow,
    CarrierStandingRow,
    CarrierDifferenceRow,
    WantedRow,
)

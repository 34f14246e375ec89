"""The tables, with the constraints that keep the impossible out of them."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    String,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Utc(TypeDecorator[datetime]):
    """An aware time in UTC. SQLite keeps no zone, so it is taken off on the way in and put on again on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (the signature is SQLAlchemy's)
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "pk": "%(table_name)s_pk",
            "fk": "%(table_name)s_%(column_0_name)s_fk",
            "ck": "%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 (SQLAlchemy reads it as a class attribute)
        datetime: Utc(),
        str: String(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
        Decimal: Numeric(14, 2),
        bytes: LargeBinary(),
    }


# SQLite numbers rows by itself only in a column typed exactly INTEGER.
_Counter = BigInteger().with_variant(Integer(), "sqlite")


def _partial(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of those rows alone of which `where` is true."""
    return Index(name, *columns, unique=unique, sqlite_where=text(where), postgresql_where=text(where))


class WorkspaceRow(Base):
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
        CheckConstraint("locale IN ('en', 'fr')", "locale_known"),
        CheckConstraint("approvals BETWEEN 0 AND 5", "approvals_in_range"),
        CheckConstraint("approvals_toll_free BETWEEN 0 AND 5", "approvals_toll_free_in_range"),
        CheckConstraint("approvals_from > 0", "approvals_from_in_range"),
        CheckConstraint("extension_minutes BETWEEN 0 AND 60", "extension_minutes_in_range"),
        CheckConstraint("rest_days BETWEEN 0 AND 180", "rest_days_in_range"),
    )


class HoldRow(Base):
    __tablename__ = "holds"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    held_by: Mapped[str]
    channel: Mapped[str]
    country: Mapped[str | None]  # None: anywhere
    region: Mapped[str]
    city: Mapped[str]
    kind: Mapped[str]
    size: Mapped[int]
    held_at: Mapped[datetime]
    until: Mapped[datetime]
    warn_at: Mapped[datetime | None]  # None: told already, or never to be told
    version: Mapped[int] = mapped_column(default=1)
    outcome: Mapped[str | None]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None]
    acquired: Mapped[int] = mapped_column(default=0)
    purpose: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    again: Mapped[int | None]
    again_by: Mapped[str | None]
    card_ts: Mapped[str | None]
    extended_minutes: Mapped[int] = mapped_column(default=0)

    __table_args__ = (
        CheckConstraint("kind IN ('toll', 'toll_free')", "kind_known"),
        CheckConstraint("outcome IN ('acquired', 'released', 'ran_out')", "outcome_known"),
        CheckConstraint("(outcome IS NULL) = (closed_at IS NULL)", "closed_with_an_outcome"),
        CheckConstraint("(outcome IS NOT NULL AND outcome = 'acquired') = (acquired > 0)", "acquired_counted"),
        CheckConstraint("size > 0 AND acquired BETWEEN 0 AND size", "size_counted"),
        CheckConstraint("until > held_at", "ends_after_it_began"),
        CheckConstraint("(again IS NULL) = (again_by IS NULL)", "held_again_by_somebody"),
        CheckConstraint("extended_minutes BETWEEN 0 AND 60", "extended_minutes_in_range"),
        _partial("holds_to_announce", "until", where="outcome IS NULL"),  # in which workspaces
        _partial("holds_undecided", "workspace", "until", where="outcome IS NULL"),
        _partial("holds_acquired", "workspace", "closed_at", where="outcome = 'acquired'"),
        _partial("holds_to_warn", "warn_at", where="warn_at IS NOT NULL"),
    )


class NumberRow(Base):
    __tablename__ = "numbers"

    e164: Mapped[str] = mapped_column(primary_key=True)
    country: Mapped[str]
    region: Mapped[str]
    city: Mapped[str]
    kind: Mapped[str]
    status: Mapped[str] = mapped_column(default="free")
    available_at: Mapped[datetime | None]  # None: ours, never in the pool
    workspace: Mapped[str | None]  # the last to take it; what each hold took is in hold_numbers
    hold: Mapped[int | None]
    port_order: Mapped[int | None]  # instead of a hold: what brought it here, or is about to

    __table_args__ = (
        # Numbers are taken before the hold is written, for only then is its size known.
        ForeignKeyConstraint(
            ["workspace", "hold"], ["holds.workspace", "holds.id"], deferrable=True, initially="DEFERRED"
        ),
        CheckConstraint("kind IN ('toll', 'toll_free')", "kind_known"),
        ForeignKeyConstraint(
            ["workspace", "port_order"], ["port_orders.workspace", "port_orders.id"], "numbers_order_fk"
        ),
        CheckConstraint("status IN ('free', 'held', 'acquired', 'porting', 'resting')", "status_known"),
        CheckConstraint("(status IN ('acquired', 'porting')) = (available_at IS NULL)", "ours_never_available"),
        CheckConstraint(
            "status = 'free' OR (workspace IS NOT NULL AND (hold IS NULL) <> (port_order IS NULL))",
            "taken_by_a_hold_or_an_order",
        ),
        CheckConstraint("status <> 'held' OR hold IS NOT NULL", "held_by_a_hold"),
        CheckConstraint("status <> 'porting' OR port_order IS NOT NULL", "ported_by_an_order"),
        # In the order in which numbers are shown and taken, so that the first few need no sort.
        Index("numbers_to_be_had", "kind", "country", "region", "city", "available_at", "e164"),
        # Also finds what a hold still has: no more than the quota lies after `available_at`.
        Index("numbers_in_use", "workspace", "available_at", "status", "hold", "kind"),
        _partial("numbers_owned", "workspace", "e164", where="available_at IS NULL OR status = 'resting'"),
        _partial("numbers_of_orders", "workspace", "port_order", where="port_order IS NOT NULL"),
    )


class HoldNumberRow(Base):
    __tablename__ = "hold_numbers"

    workspace: Mapped[str] = mapped_column(primary_key=True)
    hold: Mapped[int] = mapped_column(primary_key=True)
    e164: Mapped[str] = mapped_column(ForeignKey("numbers.e164"), primary_key=True)
    outcome: Mapped[str | None]

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "hold"], ["holds.workspace", "holds.id"]),
        Index("holds_of_a_number", "e164", "workspace"),
        CheckConstraint("outcome IN ('acquired', 'released', 'ran_out')", "outcome_known"),
    )


class ServiceRow(Base):
    """What numbers are assigned to; `folded` is the name as it is compared."""

    __tablename__ = "services"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    name: Mapped[str]
    folded: Mapped[str]

    __table_args__ = (
        UniqueConstraint("workspace", "kind", "folded", name="services_by_name"),
        CheckConstraint("kind IN ('bridge', 'attendant', 'queue')", "kind_known"),
        CheckConstraint("name <> ''", "named"),
    )


class AssignmentRow(Base):
    """A number serves one service at a time, and a service has one default at most."""

    __tablename__ = "assignments"

    e164: Mapped[str] = mapped_column(ForeignKey("numbers.e164"), primary_key=True)
    workspace: Mapped[str]
    service: Mapped[int]
    is_default: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "service"], ["services.workspace", "services.id"]),
        Index("assignments_of_a_service", "workspace", "service", "e164"),
        _partial("assignments_default", "workspace", "service", where="is_default", unique=True),
    )


class BatchRow(Base):
    """Several numbers to be assigned, unassigned or released. `due_at`: when the clock has to do with it next."""

    __tablename__ = "batches"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    verb: Mapped[str]
    asked_by: Mapped[str]
    channel: Mapped[str]
    since: Mapped[datetime]
    typed: Mapped[str] = mapped_column(default="")
    service_kind: Mapped[str | None]
    service_name: Mapped[str] = mapped_column(default="")
    stage: Mapped[str] = mapped_column(default="draft")
    size: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
    awaits_file: Mapped[bool] = mapped_column(default=False)
    until: Mapped[datetime | None]
    card_ts: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    due_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("verb IN ('assign', 'unassign', 'release')", "verb_known"),
        CheckConstraint(
            "stage IN ('draft', 'asked', 'under_way', 'done', 'declined', 'withdrawn', 'forgotten')", "stage_known"
        ),
        CheckConstraint("stage = 'draft' OR NOT awaits_file", "only_drafts_await_a_file"),
        CheckConstraint("done >= 0 AND refused >= 0 AND done + refused <= size", "lines_counted"),
        CheckConstraint("stage <> 'done' OR done + refused = size", "done_with_all"),
        CheckConstraint("until IS NULL OR verb = 'release'", "only_what_is_released_rests"),
        _partial("batches_due", "due_at", "workspace", where="due_at IS NOT NULL"),
    )


class BatchLineRow(Base):
    """One number of a batch, or what was said instead of one. Lines are done in the order of `turn`."""

    __tablename__ = "batch_lines"

    workspace: Mapped[str] = mapped_column(primary_key=True)
    batch: Mapped[int] = mapped_column(primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    turn: Mapped[int]
    said: Mapped[str]
    e164: Mapped[str | None]  # None: what was said is no number
    service_kind: Mapped[str | None]
    service_name: Mapped[str] = mapped_column(default="")
    as_default: Mapped[bool] = mapped_column(default=False)
    from_file: Mapped[bool] = mapped_column(default=False)
    outcome: Mapped[str | None]
    met_kind: Mapped[str | None]  # the service as it was called when the line was decided
    met_name: Mapped[str] = mapped_column(default="")
    is_default: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "batch"], ["batches.workspace", "batches.id"]),
        CheckConstraint(
            "e164 IS NOT NULL OR outcome IS NULL OR outcome NOT IN ('done', 'restored')", "done_to_a_number"
        ),
        _partial("batch_lines_that_wait", "workspace", "batch", "turn", where="outcome IS NULL"),
        _partial("batch_lines_of_a_number", "workspace", "e164", "batch", where="outcome = 'done'"),
    )


class RequestRow(Base):
    """Somebody asks to acquire numbers of a hold, or to release those of a batch; by the policy of that time."""

    __tablename__ = "requests"

    workspace: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hold: Mapped[int | None]
    batch: Mapped[int | None]
    asked_by: Mapped[str]
    asked_at: Mapped[datetime]
    numbers: Mapped[list[str]]
    purpose: Mapped[str]
    note: Mapped[str]
    needed: Mapped[int]
    approvers: Mapped[dict[str, Any]]
    verdict: Mapped[str | None]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None]
    reason: Mapped[str] = mapped_column(default="")

    __table_args__ = (
        ForeignKeyConstraint(["workspace", "hold"], ["holds.workspace", "holds.id"]),
        ForeignKeyConstraint(["workspace", "batch"], ["batches.workspace", "batches.id"], "requests_batch_fk"),
        CheckConstraint("(hold IS NULL) <> (batch IS NULL)", "for_a_hold_or_a_batch"),
        UniqueConstraint("workspace", "id", "asked_by", name="requests_by_who_asked"),
        CheckConstraint("needed BETWEEN 1 AND 5", "needed_in_range"),
        CheckConstraint("verdict IN ('approved', 'declined', 'withdrawn', 'released', 'ran_out')", "verdict_known"),
        CheckConstraint("(verdict IS NULL) = (closed_at IS NULL)", "closed_with_a_verdict"),
        CheckConstraint("(verdict IS NOT NULL AND verdict = 'declined') = (reason <> '')", "declined_with_a_reason"),
        _partial("requests_open", "workspace", "hold", where="verdict IS NULL", unique=True),
        Index("requests_of_a_hold", "workspace", "hold", "id"),
        _partial("requests_of_a_batch", "workspace", "batch", where="batch IS NOT NULL", unique=True),
    )


class ApprovalRow(Base):
    """Four eyes: nobody approves what they asked for themselves."""

    __tablename__ = "approvals"

    workspace: Mapped[str] = mapped_column(primary_key=True)
    request: Mapped[int] = mapped_column(primary_key=True)
    member: Mapped[str] = mapped_column(primary_key=True)
    asked_by: Mapped[str]
    at: Mapped[datetime]

    __table_args__ = (
        ForeignKeyConstraint(
            ["workspace", "request", "asked_by"], ["requests.workspace", "requests.id", "requests.asked_by"]
        ),
        CheckConstraint("member <> asked_by", "by_somebody_else"),
    )


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

    __table_args__ = (
        CheckConstraint(
            "state IN ('draft', 'processing', 'contacting_carrier', 'transfer_approved', 'transfer_pending', 'error',"
            " 'completed', 'cancelled')",
            "state_known",
        ),
        CheckConstraint("kind IN ('toll', 'toll_free')", "kind_known"),
        CheckConstraint("scope IN ('full', 'partial')", "scope_known"),
        CheckConstraint("capacity IN ('unsaid', 'not_yet', 'confirmed')", "capacity_known"),
        CheckConstraint(
            "state IN ('draft', 'error', 'cancelled') OR (country <> '' AND kind IS NOT NULL)", "sent_for_one_kind"
        ),
        CheckConstraint("state IN ('draft', 'cancelled') OR capacity <> 'unsaid'", "sent_with_a_word_on_capacity"),
        CheckConstraint(
            "(foc IS NOT NULL) = (state IN ('transfer_approved', 'transfer_pending', 'completed'))",
            "approved_with_a_foc",
        ),
        CheckConstraint("(reason IS NOT NULL) = (state = 'error')", "refused_for_a_reason"),
        _partial("port_orders_open", "workspace", "id", where="state NOT IN ('completed', 'cancelled')"),
        Index("port_orders_by_state", "workspace", "state", "id"),
        _partial("port_orders_by_card", "workspace", "channel", "card_ts", where="card_ts IS NOT NULL"),
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
        _partial("port_numbers_in_one_order", "workspace", "e164", where="is_open", unique=True),
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
        CheckConstraint("media_type IN ('application/pdf', 'image/png', 'image/jpeg')", "media_type_known"),
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
        CheckConstraint("alarm IN ('idle', 'silent', 'pending', 'hour', 'checklist')", "alarm_known"),
        Index("port_alarms_by_time", "at", "workspace"),
    )


class HomeRow(Base):
    """Members who have opened their Home tab, so that it is kept up to date."""

    __tablename__ = "homes"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    member: Mapped[str] = mapped_column(primary_key=True)


class EntryRow(Base):
    """The record: only ever added to. Numbered in each workspace without gaps, each sealed together with the last."""

    __tablename__ = "entries"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    who: Mapped[str | None]  # None: the clock
    name: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    channel: Mapped[str | None]
    message: Mapped[str | None]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    seal: Mapped[str]

    __table_args__ = (
        Index("entries_of_a_subject", "workspace", "subject", "number"),
        Index("entries_of_a_member", "workspace", "who", "at", "number"),
        Index("entries_by_time", "workspace", "at", "number"),
    )


class AnswerRow(Base):
    """What a member's click was answered, so that the same click again is answered the same."""

    __tablename__ = "answers"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    member: Mapped[str] = mapped_column(primary_key=True)
    click: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    reply: Mapped[dict[str, Any]]

    __table_args__ = (Index("answers_by_age", "at"),)


class DebtRow(Base):
    """The outbox: what is owed to Slack. `due_at` is schedule, retry and lease; its times are real time.

    A row that was paid is deleted; the ids are never used again, for messages are found by them.
    """

    __tablename__ = "outbox"

    id: Mapped[int] = mapped_column(_Counter, primary_key=True)
    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"))
    kind: Mapped[str]
    subject: Mapped[str]  # rows of one subject go in order
    item: Mapped[str]  # tells things of one kind and subject apart
    detail: Mapped[dict[str, Any]]
    channel: Mapped[str]
    lane: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    owed_at: Mapped[datetime]  # since when without being paid
    due_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    tried_since: Mapped[datetime | None]  # desk time, as messages are dated
    parked_at: Mapped[datetime | None]
    error: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("workspace", "kind", "subject", "item", name="outbox_owed_once"),
        Index("outbox_by_subject", "workspace", "subject", "id"),
        Index("outbox_by_lane", "workspace", "lane", "id"),
        {"sqlite_autoincrement": True},
    )


class LaneRow(Base):
    """What Slack counts as one: a channel's posts, a workspace's edits. One sender at a time; real time."""

    __tablename__ = "lanes"

    workspace: Mapped[str] = mapped_column(ForeignKey("workspaces.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    free_at: Mapped[datetime]  # lease, pace and Retry-After
    paid_until: Mapped[datetime]  # how far ahead of the steady pace the lane has gone

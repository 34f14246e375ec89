"""Port orders.

Stop the version now running first: what it writes of a number that a port order brought would count against the quota.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_WORKSPACES = (
    "country VARCHAR NOT NULL DEFAULT 'US'",
    "port_lead_days JSON NOT NULL DEFAULT '{}'",
    "port_silent_days JSON NOT NULL DEFAULT '{}'",
)
_CHECKS = {
    "status_known": "status IN ('free', 'held', 'acquired', 'porting', 'resting')",
    "ours_never_available": "(status IN ('acquired', 'porting')) = (available_at IS NULL)",
    "taken_by_a_hold_or_an_order": "status = 'free'"
    " OR (workspace IS NOT NULL AND (hold IS NULL) <> (port_order IS NULL))",
    "held_by_a_hold": "status <> 'held' OR hold IS NOT NULL",
    "ported_by_an_order": "status <> 'porting' OR port_order IS NOT NULL",
}
_CHECKS_BEFORE = {
    "status_known": "status IN ('free', 'held', 'acquired')",
    "ours_never_available": "(status = 'acquired') = (available_at IS NULL)",
    "taken_by_a_hold": "status = 'free' OR (workspace IS NOT NULL AND hold IS NOT NULL)",
}
_COLUMNS = "e164, country, region, city, kind, status, available_at, workspace, hold"
_ORDER = ("port_orders.workspace", "port_orders.id")


def upgrade() -> None:
    for column in _WORKSPACES:
        op.execute(f"ALTER TABLE workspaces ADD COLUMN {column}")
    _create_orders()
    _create_what_belongs_to_an_order()
    if op.get_bind().dialect.name == "sqlite":
        _copy_numbers(_CHECKS, with_order=True)
    else:
        op.add_column("numbers", sa.Column("port_order", sa.Integer()))
        op.create_foreign_key(
            "numbers_order_fk", "numbers", "port_orders", ["workspace", "port_order"], ["workspace", "id"]
        )
        _change_checks(_CHECKS_BEFORE, _CHECKS)
    _partial("numbers_of_orders", "numbers", ["workspace", "port_order"], "port_order IS NOT NULL")


def downgrade() -> None:
    # What a port order brought has no place in the old table, and none in the pool: it has a country and no more.
    op.execute(
        "DELETE FROM numbers WHERE port_order IS NOT NULL AND status = 'acquired' AND region = '' AND city = ''"
        " AND NOT EXISTS (SELECT 1 FROM hold_numbers WHERE hold_numbers.e164 = numbers.e164)"
    )
    op.execute(
        "UPDATE numbers SET status = 'free', available_at = CURRENT_TIMESTAMP, workspace = NULL"
        " WHERE port_order IS NOT NULL"
    )
    op.execute(
        "DELETE FROM outbox WHERE kind IN ('news', 'letter', 'signed', 'fetch', 'rejected') OR subject LIKE 'PO-%'"
    )
    op.drop_index("numbers_of_orders", "numbers")
    if op.get_bind().dialect.name == "sqlite":
        _copy_numbers(_CHECKS_BEFORE, with_order=False)
    else:
        _change_checks(_CHECKS, _CHECKS_BEFORE)
        op.drop_constraint("numbers_order_fk", "numbers")
        op.drop_column("numbers", "port_order")
    for table in ("alarms", "letters", "comments", "followers", "numbers", "orders"):
        op.drop_table(f"port_{table}")
    for column in _WORKSPACES:
        op.execute(f"ALTER TABLE workspaces DROP COLUMN {column.split()[0]}")


def _create_orders() -> None:
    op.create_table(
        "port_orders",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("requested_by", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("card_ts", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("typed", sa.String(), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("foc", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("comment", sa.String(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'processing', 'contacting_carrier', 'transfer_approved', 'transfer_pending', 'error',"
            " 'completed', 'cancelled')",
            name=op.f("port_orders_state_known"),
        ),
        sa.CheckConstraint("kind IN ('toll', 'toll_free')", name=op.f("port_orders_kind_known")),
        sa.CheckConstraint("scope IN ('full', 'partial')", name=op.f("port_orders_scope_known")),
        sa.CheckConstraint("capacity IN ('unsaid', 'not_yet', 'confirmed')", name=op.f("port_orders_capacity_known")),
        sa.CheckConstraint(
            "state IN ('draft', 'error', 'cancelled') OR (country <> '' AND kind IS NOT NULL)",
            name=op.f("port_orders_sent_for_one_kind"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'cancelled') OR capacity <> 'unsaid'",
            name=op.f("port_orders_sent_with_a_word_on_capacity"),
        ),
        sa.CheckConstraint(
            "(foc IS NOT NULL) = (state IN ('transfer_approved', 'transfer_pending', 'completed'))",
            name=op.f("port_orders_approved_with_a_foc"),
        ),
        sa.CheckConstraint("(reason IS NOT NULL) = (state = 'error')", name=op.f("port_orders_refused_for_a_reason")),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("port_orders_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("port_orders_pk")),
    )
    _partial("port_orders_open", "port_orders", ["workspace", "id"], "state NOT IN ('completed', 'cancelled')")
    op.create_index("port_orders_by_state", "port_orders", ["workspace", "state", "id"])
    _partial("port_orders_by_card", "port_orders", ["workspace", "channel", "card_ts"], "card_ts IS NOT NULL")


def _create_what_belongs_to_an_order() -> None:
    _create("numbers", sa.Column("e164", sa.String()), sa.Column("is_open", sa.Boolean(), nullable=False))
    _partial("port_numbers_in_one_order", "port_numbers", ["workspace", "e164"], "is_open", unique=True)
    op.create_index("port_numbers_by_number", "port_numbers", ["workspace", "e164", "port_order"])
    _create("followers", sa.Column("member", sa.String()))
    _create(
        "comments",
        sa.Column("ts", sa.String()),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
    )
    op.create_index("port_comments_by_time", "port_comments", ["workspace", "port_order", "at"])
    _create(
        "letters",
        None,
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("signer", sa.String(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "media_type IN ('application/pdf', 'image/png', 'image/jpeg')", name=op.f("port_letters_media_type_known")
        ),
        sa.CheckConstraint("size > 0", name=op.f("port_letters_size_counted")),
    )
    _create(
        "alarms",
        sa.Column("alarm", sa.String()),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "alarm IN ('idle', 'silent', 'pending', 'hour', 'checklist')", name=op.f("port_alarms_alarm_known")
        ),
    )
    op.create_index("port_alarms_by_time", "port_alarms", ["at", "workspace"])


def _create(name: str, key: "sa.Column[str] | None", *rest: "sa.Column[object] | sa.CheckConstraint") -> None:
    """A table of what belongs to an order; `key` tells several things of one order apart."""
    table = f"port_{name}"
    keys = [] if key is None else [key]
    op.create_table(
        table,
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("port_order", sa.Integer(), nullable=False),
        *keys,
        *rest,
        sa.ForeignKeyConstraint(["workspace", "port_order"], _ORDER, name=op.f(f"{table}_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "port_order", *(each.name for each in keys), name=op.f(f"{table}_pk")),
    )


def _change_checks(before: dict[str, str], after: dict[str, str]) -> None:
    for name in before:
        op.drop_constraint(op.f(f"numbers_{name}"), "numbers")
    for name, condition in after.items():
        op.create_check_constraint(op.f(f"numbers_{name}"), "numbers", condition)


def _copy_numbers(checks: dict[str, str], *, with_order: bool) -> None:
    """SQLite changes no check of a table, so it gets another one. Rows that refer to it refer to its name."""
    order = [sa.Column("port_order", sa.Integer(), nullable=True)] if with_order else []
    to_order = [sa.ForeignKeyConstraint(["workspace", "port_order"], _ORDER, name="numbers_order_fk")]
    op.create_table(
        "numbers_anew",
        sa.Column("e164", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("available_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("workspace", sa.String(), nullable=True),
        sa.Column("hold", sa.Integer(), nullable=True),
        *order,
        sa.CheckConstraint("kind IN ('toll', 'toll_free')", name=op.f("numbers_kind_known")),
        *(sa.CheckConstraint(condition, name=op.f(f"numbers_{name}")) for name, condition in checks.items()),
        sa.ForeignKeyConstraint(
            ["workspace", "hold"],
            ["holds.workspace", "holds.id"],
            name=op.f("numbers_workspace_fk"),
            initially="DEFERRED",
            deferrable=True,
        ),
        *(to_order if with_order else []),
        sa.PrimaryKeyConstraint("e164", name=op.f("numbers_pk")),
    )
    op.execute(f"INSERT INTO numbers_anew ({_COLUMNS}) SELECT {_COLUMNS} FROM numbers")  # noqa: S608 (our own words)
    op.drop_table("numbers")
    op.rename_table("numbers_anew", "numbers")
    op.create_index("numbers_in_use", "numbers", ["workspace", "available_at", "hold", "kind"])
    op.create_index("numbers_to_be_had", "numbers", ["kind", "country", "region", "city", "available_at", "e164"])


def _partial(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    op.create_index(name, table, columns, unique=unique, sqlite_where=sa.text(where), postgresql_where=sa.text(where))

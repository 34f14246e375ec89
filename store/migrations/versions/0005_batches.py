"""Batches: several numbers assigned, unassigned or released at once; and approval of releases.

The version now running keeps working as long as nobody asks for approval of a release: it knows requests for holds.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_TIME = sa.DateTime(timezone=True)
_EITHER = "(hold IS NULL) <> (batch IS NULL)"
_COLUMNS = (
    "workspace, id, hold, asked_by, asked_at, numbers, purpose, note, needed, approvers, verdict, closed_at, closed_by,"
    " reason"
)
_CHECKS = {
    "needed_in_range": "needed BETWEEN 1 AND 5",
    "verdict_known": "verdict IN ('approved', 'declined', 'withdrawn', 'released', 'ran_out')",
    "closed_with_a_verdict": "(verdict IS NULL) = (closed_at IS NULL)",
    "declined_with_a_reason": "(verdict IS NOT NULL AND verdict = 'declined') = (reason <> '')",
}


def upgrade() -> None:
    op.execute("ALTER TABLE workspaces ADD COLUMN approve_releases BOOLEAN NOT NULL DEFAULT false")
    _create_batches()
    if op.get_bind().dialect.name == "sqlite":
        _copy_requests(with_batch=True)
    else:
        op.alter_column("requests", "hold", nullable=True)
        op.add_column("requests", sa.Column("batch", sa.Integer()))
        op.create_foreign_key("requests_batch_fk", "requests", "batches", ["workspace", "batch"], ["workspace", "id"])
        op.create_check_constraint(op.f("requests_for_a_hold_or_a_batch"), "requests", _EITHER)
    _partial("requests_of_a_batch", "requests", ["workspace", "batch"], "batch IS NOT NULL", unique=True)


def downgrade() -> None:
    of_batches = "SELECT id FROM requests AS asked WHERE asked.workspace = approvals.workspace AND batch IS NOT NULL"
    op.execute(f"DELETE FROM approvals WHERE request IN ({of_batches})")  # noqa: S608 (our own words)
    op.execute("DELETE FROM requests WHERE batch IS NOT NULL")
    op.execute("DELETE FROM outbox WHERE kind = 'preview' OR subject LIKE 'B-%'")
    op.drop_index("requests_of_a_batch", "requests")
    if op.get_bind().dialect.name == "sqlite":
        _copy_requests(with_batch=False)
    else:
        op.drop_constraint(op.f("requests_for_a_hold_or_a_batch"), "requests")
        op.drop_constraint("requests_batch_fk", "requests")
        op.drop_column("requests", "batch")
        op.alter_column("requests", "hold", nullable=False)
    op.drop_table("batch_lines")
    op.drop_table("batches")
    op.execute("ALTER TABLE workspaces DROP COLUMN approve_releases")


def _create_batches() -> None:
    op.create_table(
        "batches",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.Column("typed", sa.String(), nullable=False),
        sa.Column("service_kind", sa.String(), nullable=True),
        sa.Column("service_name", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("awaits_file", sa.Boolean(), nullable=False),
        sa.Column("until", _TIME, nullable=True),
        sa.Column("card_ts", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("due_at", _TIME, nullable=True),
        sa.CheckConstraint("verb IN ('assign', 'unassign', 'release')", name=op.f("batches_verb_known")),
        sa.CheckConstraint(
            "stage IN ('draft', 'asked', 'under_way', 'done', 'declined', 'withdrawn', 'forgotten')",
            name=op.f("batches_stage_known"),
        ),
        sa.CheckConstraint("done >= 0 AND refused >= 0 AND done + refused <= size", name=op.f("batches_lines_counted")),
        sa.CheckConstraint("stage <> 'done' OR done + refused = size", name=op.f("batches_done_with_all")),
        sa.CheckConstraint("until IS NULL OR verb = 'release'", name=op.f("batches_only_what_is_released_rests")),
        sa.CheckConstraint("stage = 'draft' OR NOT awaits_file", name=op.f("batches_only_drafts_await_a_file")),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("batches_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("batches_pk")),
    )
    _partial("batches_due", "batches", ["due_at", "workspace"], "due_at IS NOT NULL")
    op.create_table(
        "batch_lines",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("e164", sa.String(), nullable=True),
        sa.Column("service_kind", sa.String(), nullable=True),
        sa.Column("service_name", sa.String(), nullable=False),
        sa.Column("as_default", sa.Boolean(), nullable=False),
        sa.Column("from_file", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("met_kind", sa.String(), nullable=True),
        sa.Column("met_name", sa.String(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "e164 IS NOT NULL OR outcome IS NULL OR outcome NOT IN ('done', 'restored')",
            name=op.f("batch_lines_done_to_a_number"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "batch"], ["batches.workspace", "batches.id"], name=op.f("batch_lines_workspace_fk")
        ),
        sa.PrimaryKeyConstraint("workspace", "batch", "line", name=op.f("batch_lines_pk")),
    )
    _partial("batch_lines_that_wait", "batch_lines", ["workspace", "batch", "turn"], "outcome IS NULL")
    _partial("batch_lines_of_a_number", "batch_lines", ["workspace", "e164", "batch"], "outcome = 'done'")


def _copy_requests(*, with_batch: bool) -> None:
    """SQLite lets no column be empty that could not before, so the table gets another in its place."""
    batch: list[sa.Column[int]] = [sa.Column("batch", sa.Integer(), nullable=True)] if with_batch else []
    checks = _CHECKS | ({"for_a_hold_or_a_batch": _EITHER} if with_batch else {})
    to_batch = [
        sa.ForeignKeyConstraint(["workspace", "batch"], ["batches.workspace", "batches.id"], name="requests_batch_fk")
    ]
    op.create_table(
        "requests_anew",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hold", sa.Integer(), nullable=with_batch),
        *batch,
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", _TIME, nullable=False),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("approvers", sa.JSON(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("closed_at", _TIME, nullable=True),
        sa.Column("closed_by", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        *(sa.CheckConstraint(condition, name=op.f(f"requests_{name}")) for name, condition in checks.items()),
        sa.ForeignKeyConstraint(
            ["workspace", "hold"], ["holds.workspace", "holds.id"], name=op.f("requests_workspace_fk")
        ),
        *(to_batch if with_batch else []),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("requests_pk")),
        sa.UniqueConstraint("workspace", "id", "asked_by", name="requests_by_who_asked"),
    )
    op.execute(f"INSERT INTO requests_anew ({_COLUMNS}) SELECT {_COLUMNS} FROM requests")  # noqa: S608 (our own words)
    op.drop_table("requests")
    op.rename_table("requests_anew", "requests")
    _partial("requests_open", "requests", ["workspace", "hold"], "verdict IS NULL", unique=True)
    op.create_index("requests_of_a_hold", "requests", ["workspace", "hold", "id"])


def _partial(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    op.create_index(name, table, columns, unique=unique, sqlite_where=sa.text(where), postgresql_where=sa.text(where))

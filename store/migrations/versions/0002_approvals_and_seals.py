"""Ask for approvals, and seal the record.

Stop the version now running first: it writes entries without their seals, which the record then refuses. The entries
that are there are numbered and sealed, so where there are any the key of the record is needed.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import context, op

from store import audit
from store.audit.table import EntryRow

revision = "0002"
down_revision = "0001"

# Both engines add a column with its check so; Alembic would copy the table on SQLite, under the rows that refer to it.
_ADDED = {
    "workspaces": (
        "approvals INTEGER NOT NULL DEFAULT 1"
        " CONSTRAINT workspaces_approvals_in_range CHECK (approvals BETWEEN 0 AND 5)",
        "approvals_toll_free INTEGER"
        " CONSTRAINT workspaces_approvals_toll_free_in_range CHECK (approvals_toll_free BETWEEN 0 AND 5)",
        "approvals_from INTEGER NOT NULL DEFAULT 1"
        " CONSTRAINT workspaces_approvals_from_in_range CHECK (approvals_from > 0)",
        "approvers JSON NOT NULL DEFAULT '{}'",
        "extension_minutes INTEGER NOT NULL DEFAULT 0"
        " CONSTRAINT workspaces_extension_minutes_in_range CHECK (extension_minutes BETWEEN 0 AND 60)",
        "roles JSON NOT NULL DEFAULT '{}'",
        "channels JSON NOT NULL DEFAULT '[]'",
        "set_up BOOLEAN NOT NULL DEFAULT false",
        "greeted BOOLEAN NOT NULL DEFAULT false",
        "last_entry INTEGER NOT NULL DEFAULT 0",
        "last_seal VARCHAR NOT NULL DEFAULT ''",
    ),
    "holds": (
        "extended_minutes INTEGER NOT NULL DEFAULT 0"
        " CONSTRAINT holds_extended_minutes_in_range CHECK (extended_minutes BETWEEN 0 AND 60)",
    ),
}

_ONLY_ADDED_TO = {
    "sqlite": [
        f"CREATE TRIGGER entries_{verb.lower()} BEFORE {verb} ON entries"
        " BEGIN SELECT RAISE(ABORT, 'the record is only added to'); END"
        for verb in ("UPDATE", "DELETE")
    ]
    + [
        # INSERT OR REPLACE deletes what is there without asking the trigger above.
        "CREATE TRIGGER entries_insert BEFORE INSERT ON entries WHEN EXISTS (SELECT 1 FROM entries"
        " WHERE workspace = NEW.workspace AND number = NEW.number OR rowid = NEW.rowid)"
        " BEGIN SELECT RAISE(ABORT, 'the record is only added to'); END"
    ],
    "postgresql": [
        "CREATE FUNCTION refuse_to_change_the_record() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'the record is only added to'"
        " USING ERRCODE = 'integrity_constraint_violation'; END $$",
        "CREATE TRIGGER entries_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON entries"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_record()",
    ],
}
_ADDED_TO_NO_LONGER = {
    "sqlite": [f"DROP TRIGGER entries_{verb}" for verb in ("update", "delete", "insert")],
    "postgresql": ["DROP TRIGGER entries_only_added_to ON entries", "DROP FUNCTION refuse_to_change_the_record"],
}


def upgrade() -> None:
    for table, columns in _ADDED.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    op.execute("UPDATE workspaces SET set_up = true, greeted = true WHERE notices IS NOT NULL")
    op.execute("UPDATE workspaces SET set_up = true, greeted = true WHERE phone_system + audio_conferencing > 0")
    op.execute("UPDATE workspaces SET set_up = true, greeted = true WHERE enterprise_e5 > 0")
    _index("holds_undecided", "holds", ["workspace", "until"], "outcome IS NULL")
    _index("holds_acquired", "holds", ["workspace", "closed_at"], "outcome = 'acquired'")
    op.create_index("holds_of_a_number", "hold_numbers", ["e164", "workspace"])
    _create_requests()
    op.create_table(
        "homes",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("homes_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "member", name=op.f("homes_pk")),
    )
    _seal_entries()
    for statement in _ONLY_ADDED_TO[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    for statement in _ADDED_TO_NO_LONGER[op.get_bind().dialect.name]:
        op.execute(statement)
    _unseal_entries()
    op.drop_table("homes")
    op.drop_table("approvals")
    op.drop_table("requests")
    op.drop_index("holds_of_a_number", "hold_numbers")
    op.drop_index("holds_acquired", "holds")
    op.drop_index("holds_undecided", "holds")
    for table, columns in _ADDED.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} DROP COLUMN {column.split()[0]}")


def _create_requests() -> None:
    op.create_table(
        "requests",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hold", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("approvers", sa.JSON(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.CheckConstraint("needed BETWEEN 1 AND 5", name=op.f("requests_needed_in_range")),
        sa.CheckConstraint(
            "verdict IN ('approved', 'declined', 'withdrawn', 'released', 'ran_out')",
            name=op.f("requests_verdict_known"),
        ),
        sa.CheckConstraint("(verdict IS NULL) = (closed_at IS NULL)", name=op.f("requests_closed_with_a_verdict")),
        sa.CheckConstraint(
            "(verdict IS NOT NULL AND verdict = 'declined') = (reason <> '')",
            name=op.f("requests_declined_with_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "hold"], ["holds.workspace", "holds.id"], name=op.f("requests_workspace_fk")
        ),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("requests_pk")),
        sa.UniqueConstraint("workspace", "id", "asked_by", name="requests_by_who_asked"),
    )
    _index("requests_open", "requests", ["workspace", "hold"], "verdict IS NULL", unique=True)
    op.create_index("requests_of_a_hold", "requests", ["workspace", "hold", "id"])
    op.create_table(
        "approvals",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("request", sa.Integer(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("member <> asked_by", name=op.f("approvals_by_somebody_else")),
        sa.ForeignKeyConstraint(
            ["workspace", "request", "asked_by"],
            ["requests.workspace", "requests.id", "requests.asked_by"],
            name=op.f("approvals_workspace_fk"),
        ),
        sa.PrimaryKeyConstraint("workspace", "request", "member", name=op.f("approvals_pk")),
    )


def _index(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    op.create_index(name, table, columns, unique=unique, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _seal_entries() -> None:
    """Put the entries into a table with a number and a seal for each, and say so to what is owed about them."""
    bind = op.get_bind()
    old = sa.Table("entries", sa.MetaData(), autoload_with=bind)
    at = EntryRow.__table__.c.at.type  # reads SQLite's times as UTC
    columns = [sa.type_coerce(column, at) if column.name == "at" else column for column in old.c]
    rows = [dict(row._mapping) for row in bind.execute(sa.select(*columns).order_by(old.c.id))]
    op.drop_table("entries")
    _create_entries()
    if rows:
        numbers = {row.pop("id"): number for row, number in zip(rows, _numbered(rows), strict=True)}
        audit.seal_all(
            bind, context.config.attributes["audit_key"], ({**row, "action": str(row["action"])} for row in rows)
        )
        _renumber_debts(bind, numbers)


def _numbered(rows: list[dict[str, Any]]) -> Iterator[int]:
    last: dict[str, int] = {}
    for row in rows:
        last[row["workspace"]] = last.get(row["workspace"], 0) + 1
        yield last[row["workspace"]]


def _renumber_debts(bind: sa.Connection, numbers: dict[int, int]) -> None:
    debts = sa.table("outbox", sa.column("id"), sa.column("kind"), sa.column("item"), sa.column("detail", sa.JSON()))
    lines = bind.execute(sa.select(debts).where(debts.c.kind == "line")).all()
    # From the oldest entry on: a number is never more than the id was, so it is no other line's any more.
    for row in sorted(lines, key=lambda row: row.detail["entry"]):
        number = numbers[row.detail["entry"]]
        renumbered = {"item": str(number), "detail": {**row.detail, "entry": number}}
        bind.execute(sa.update(debts).where(debts.c.id == row.id).values(renumbered))


def _create_entries() -> None:
    op.create_table(
        "entries",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("message", sa.String(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("entries_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "number", name=op.f("entries_pk")),
    )
    op.create_index("entries_of_a_subject", "entries", ["workspace", "subject", "number"])
    op.create_index("entries_of_a_member", "entries", ["workspace", "who", "at", "number"])
    op.create_index("entries_by_time", "entries", ["workspace", "at", "number"])


def _unseal_entries() -> None:
    bind = op.get_bind()
    kept = ("workspace", "at", "who", "action", "subject", "channel", "before", "after")
    old = sa.Table("entries", sa.MetaData(), autoload_with=bind)
    in_order = sa.select(*(old.c[name] for name in kept)).order_by(old.c.workspace, old.c.number)
    rows = [dict(row._mapping) for row in bind.execute(in_order)]
    op.drop_table("entries")
    new = op.create_table(
        "entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("entries_workspace_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("entries_pk")),
    )
    op.create_index("entries_of_a_subject", "entries", ["workspace", "subject", "id"])
    op.execute("DELETE FROM outbox WHERE kind IN ('line', 'moved', 'verdict', 'home', 'export')")
    if rows:
        op.bulk_insert(new, rows)

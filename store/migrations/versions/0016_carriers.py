"""Numbers at carriers, and what carriers are to be asked.

The version now running keeps working as long as no carrier is set up.
"""

import sqlalchemy as sa
from alembic import op

from store.base import Utc

revision = "0016"
down_revision = "0015"

_STATES = (
    *("to_hold", "held", "gone", "dropping", "ended", "to_order", "asked", "waiting", "papers", "ours"),
    *("failed", "cancelled", "giving_up", "given_up"),
)
_LIVE = "state IN ('to_hold', 'held', 'to_order', 'asked', 'waiting', 'papers', 'ours', 'giving_up')"
_OWNED = "state IN ('ours', 'giving_up', 'given_up')"
_IS_CARRIERS = "substr(kept_for, 1, 1) = '@'"
_BEFORE = {
    "status_known": "status IN ('free', 'held', 'acquired', 'porting', 'resting', 'removed')",
    "some_never_available": "(status IN ('acquired', 'porting', 'removed')) = (available_at IS NULL)",
}
_AFTER = {
    "status_known": "status IN ('free', 'held', 'ordered', 'acquired', 'porting', 'resting', 'removed')",
    "some_never_available": "(status IN ('ordered', 'acquired', 'porting', 'removed')) = (available_at IS NULL)",
    "ordered_at_a_carrier": f"status <> 'ordered' OR (hold IS NOT NULL AND {_IS_CARRIERS})",
}
_OUTCOMES = "outcome IN ('acquired', 'released', 'ran_out'%s)"


def upgrade() -> None:
    _change_checks("numbers", _BEFORE, _AFTER)
    failed = {"outcome_known": _OUTCOMES % ", 'failed'"}
    _change_checks("hold_numbers", {"outcome_known": ""}, failed)
    op.execute("ALTER TABLE holds ADD COLUMN at_carriers BOOLEAN NOT NULL DEFAULT FALSE")
    where = sa.text(f"status = 'resting' AND {_IS_CARRIERS}")
    op.create_index("numbers_to_give_up", "numbers", ["available_at"], sqlite_where=where, postgresql_where=where)
    _lines()
    _tasks()


def downgrade() -> None:
    op.drop_table("carrier_tasks")
    op.drop_table("carrier_lines")
    op.drop_index("numbers_to_give_up", "numbers")
    op.execute("ALTER TABLE holds DROP COLUMN at_carriers")
    op.execute("UPDATE hold_numbers SET outcome = 'released' WHERE outcome = 'failed'")
    _change_checks("hold_numbers", {"outcome_known": ""}, {"outcome_known": _OUTCOMES % ""})
    # Never to be had: an order may bring it to us yet.
    _change_checks("numbers", _AFTER, {})
    op.execute("UPDATE numbers SET status = 'acquired' WHERE status = 'ordered'")
    _change_checks("numbers", {}, _BEFORE)


def _lines() -> None:
    op.create_table(
        "carrier_lines",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("hold", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("e164", "carrier", "title")),
        *(sa.Column(name, sa.String(), nullable=True) for name in ("reference", "held_under")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("held_as", "state")),
        *(sa.Column(name, Utc(), nullable=True) for name in ("until", "at_most")),
        *(sa.Column(name, sa.Numeric(14, 2), nullable=True) for name in ("monthly", "upfront")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("currency", "code", "detail", "papers")),
        sa.Column("papers_until", Utc(), nullable=True),
        sa.Column("changed_at", Utc(), nullable=False),
        sa.CheckConstraint(f"state IN ({_listed(_STATES)})", name=op.f("carrier_lines_state_known")),
        sa.CheckConstraint(f"hold IS NOT NULL OR {_OWNED}", name=op.f("carrier_lines_held_or_owned")),
        sa.CheckConstraint("(hold IS NULL) = (reference IS NULL)", name=op.f("carrier_lines_held_under_a_reference")),
        sa.CheckConstraint(
            "(reference IS NULL) = (held_under IS NULL)", name=op.f("carrier_lines_ordered_under_a_reference")
        ),
        sa.CheckConstraint("state <> 'held' OR until IS NOT NULL", name=op.f("carrier_lines_held_until")),
        sa.CheckConstraint(
            "code <> '' OR NOT (state IN ('gone', 'failed'))", name=op.f("carrier_lines_failed_for_a_reason")
        ),
        sa.CheckConstraint(
            "state = 'papers' OR (papers = '' AND papers_until IS NULL)",
            name=op.f("carrier_lines_papers_while_wanted"),
        ),
        sa.CheckConstraint(
            "currency <> '' OR (monthly IS NULL AND upfront IS NULL)", name=op.f("carrier_lines_price_in_a_currency")
        ),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("carrier_lines_workspace_fk")),
        sa.ForeignKeyConstraint(["e164"], ["numbers.e164"], name=op.f("carrier_lines_e164_fk")),
        sa.ForeignKeyConstraint(
            ["workspace", "hold"], ["holds.workspace", "holds.id"], name=op.f("carrier_lines_workspace_fk_of_hold")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("carrier_lines_pk")),
        sa.UniqueConstraint("workspace", "hold", "e164", name="carrier_lines_once"),
    )
    _partial("carrier_lines_live", "e164", _LIVE, unique=True)
    _partial("carrier_lines_dropping", "until", "state = 'dropping'")
    op.create_index("carrier_lines_of_a_number", "carrier_lines", ["e164"])
    op.create_index("carrier_lines_of_a_carrier", "carrier_lines", ["workspace", "carrier", "state"])
    op.create_index("carrier_lines_by_reference", "carrier_lines", ["reference"])


def _tasks() -> None:
    op.create_table(
        "carrier_tasks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("workspace", "carrier", "operation", "subject")),
        sa.Column("hold", sa.Integer(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        *(sa.Column(name, Utc(), nullable=False) for name in ("owed_at", "due_at")),
        sa.Column("sent_at", Utc(), nullable=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("looks", "tries", "claims")),
        sa.Column("error", sa.String(), nullable=True),
        sa.CheckConstraint(
            "operation IN ('hold', 'extend', 'drop', 'order', 'poll', 'give_up', 'compare')",
            name=op.f("carrier_tasks_operation_known"),
        ),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("carrier_tasks_workspace_fk")),
        sa.ForeignKeyConstraint(
            ["workspace", "hold"], ["holds.workspace", "holds.id"], name=op.f("carrier_tasks_workspace_fk_of_hold")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("carrier_tasks_pk")),
        sa.UniqueConstraint("workspace", "carrier", "subject", "operation", name="carrier_tasks_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("carrier_tasks_due", "carrier_tasks", ["due_at", "id"])


def _partial(name: str, column: str, where: str, *, unique: bool = False) -> None:
    kept = sa.text(where)
    op.create_index(name, "carrier_lines", [column], unique=unique, sqlite_where=kept, postgresql_where=kept)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _change_checks(table: str, before: dict[str, str], after: dict[str, str]) -> None:
    """SQLite changes no check of a table, so it gets another one in its place; what keeps the index of digits stays."""
    triggers: list[str] = []
    if op.get_bind().dialect.name == "sqlite":
        of_table = f"SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"  # noqa: S608 (our own words)
        triggers = list(op.get_bind().exec_driver_sql(of_table).scalars())
    with op.batch_alter_table(table) as changed:
        for name in before:
            changed.drop_constraint(op.f(f"{table}_{name}"), type_="check")
        for name, condition in after.items():
            changed.create_check_constraint(op.f(f"{table}_{name}"), condition)
    for trigger in triggers:
        op.get_bind().exec_driver_sql(trigger)

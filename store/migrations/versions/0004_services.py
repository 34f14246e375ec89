"""Services, what is assigned to them, and the rest of released numbers.

Adds tables, an index and a column: the version now running keeps working, as long as nothing is released.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_OWNED = "available_at IS NULL OR status = 'resting'"
_IN_USE = ["workspace", "available_at", "status", "hold", "kind"]


def upgrade() -> None:
    op.execute(
        "ALTER TABLE workspaces ADD COLUMN rest_days INTEGER NOT NULL DEFAULT 30"
        " CONSTRAINT workspaces_rest_days_in_range CHECK (rest_days BETWEEN 0 AND 180)"
    )
    op.create_table(
        "services",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('bridge', 'attendant', 'queue')", name=op.f("services_kind_known")),
        sa.CheckConstraint("name <> ''", name=op.f("services_named")),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("services_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("services_pk")),
        sa.UniqueConstraint("workspace", "kind", "folded", name="services_by_name"),
    )
    op.create_table(
        "assignments",
        sa.Column("e164", sa.String(), nullable=False),
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("service", sa.Integer(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["e164"], ["numbers.e164"], name=op.f("assignments_e164_fk")),
        sa.ForeignKeyConstraint(
            ["workspace", "service"], ["services.workspace", "services.id"], name=op.f("assignments_workspace_fk")
        ),
        sa.PrimaryKeyConstraint("e164", name=op.f("assignments_pk")),
    )
    op.create_index("assignments_of_a_service", "assignments", ["workspace", "service", "e164"])
    _partial("assignments_default", "assignments", ["workspace", "service"], "is_default", unique=True)
    op.drop_index("numbers_in_use", "numbers")
    op.create_index("numbers_in_use", "numbers", _IN_USE)
    _partial("numbers_owned", "numbers", ["workspace", "e164"], _OWNED)


def downgrade() -> None:
    op.execute("UPDATE numbers SET status = 'free' WHERE status = 'resting'")
    op.drop_index("numbers_owned", "numbers")
    op.drop_index("numbers_in_use", "numbers")
    op.create_index("numbers_in_use", "numbers", [column for column in _IN_USE if column != "status"])
    op.drop_table("assignments")
    op.drop_table("services")
    op.execute("ALTER TABLE workspaces DROP COLUMN rest_days")


def _partial(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    op.create_index(name, table, columns, unique=unique, sqlite_where=sa.text(where), postgresql_where=sa.text(where))

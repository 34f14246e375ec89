"""Whose hands a debt is in is a number that counts up; a workspace that cannot be reached sleeps.

The version now running keeps working: it leaves the new columns as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.execute("ALTER TABLE outbox ADD COLUMN claims INTEGER NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE outbox ADD COLUMN claims_ended INTEGER NOT NULL DEFAULT 0")
    op.create_table(
        "outages",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("since", _TIME, nullable=False),
        sa.Column("retry_at", _TIME, nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("outages_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", name=op.f("outages_pk")),
    )


def downgrade() -> None:
    op.drop_table("outages")
    op.execute("ALTER TABLE outbox DROP COLUMN claims_ended")
    op.execute("ALTER TABLE outbox DROP COLUMN claims")

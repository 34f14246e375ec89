"""Who keeps the clock tells so now and then.

The version now running keeps working: it looks at no such table.
"""

import sqlalchemy as sa
from alembic import op

from store.base import Utc

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_heartbeats")),
    )


def downgrade() -> None:
    op.drop_table("heartbeats")

"""Accounts at carriers, their keys encrypted.

The version now running keeps working: it does not look at them.
"""

import sqlalchemy as sa
from alembic import op

from store.base import Utc

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_table(
        "carrier_keys",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("workspace", "carrier", "url")),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.String(), nullable=False),
        sa.Column("added_at", Utc(), nullable=False),
        sa.CheckConstraint("carrier <> ''", name=op.f("carrier_keys_of_a_carrier")),
        sa.CheckConstraint("substr(url, 1, 4) = 'http'", name=op.f("carrier_keys_reached_by_http")),
        sa.CheckConstraint("length(sealed) > 28", name=op.f("carrier_keys_sealed_at_all")),
        sa.PrimaryKeyConstraint("workspace", "carrier", name=op.f("carrier_keys_pk")),
    )


def downgrade() -> None:
    op.drop_table("carrier_keys")

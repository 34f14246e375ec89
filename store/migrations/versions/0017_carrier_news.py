"""What carriers pushed, and where what they bill differs from what a workspace has.

The version now running keeps working.
"""

import sqlalchemy as sa
from alembic import op

from store.base import Utc

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "carrier_news",
        sa.Column("carrier", sa.String(), nullable=False),
        sa.Column("news", sa.String(), nullable=False),
        sa.Column("heard_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("carrier", "news", name=op.f("carrier_news_pk")),
    )
    op.create_index("carrier_news_heard", "carrier_news", ["heard_at"])
    op.create_table(
        "carrier_standings",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("carrier", sa.String(), nullable=False),
        sa.Column("answered_at", Utc(), nullable=False),
        sa.Column("compared_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("carrier_standings_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "carrier", name=op.f("carrier_standings_pk")),
    )
    op.create_table(
        "carrier_differences",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("workspace", "carrier", "e164", "side")),
        *(sa.Column(name, sa.Numeric(14, 2), nullable=True) for name in ("monthly", "upfront")),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("found_at", Utc(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.CheckConstraint("side IN ('theirs', 'ours')", name=op.f("carrier_differences_side_known")),
        sa.CheckConstraint(
            "currency <> '' OR (monthly IS NULL AND upfront IS NULL)",
            name=op.f("carrier_differences_price_in_a_currency"),
        ),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("carrier_differences_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "carrier", "e164", name=op.f("carrier_differences_pk")),
    )
    op.add_column("workspaces", sa.Column("carriers_look_at", Utc(), nullable=True))
    where = sa.text("carriers_look_at IS NOT NULL")
    op.create_index(
        "workspaces_comparing_carriers", "workspaces", ["carriers_look_at"], sqlite_where=where, postgresql_where=where
    )


def downgrade() -> None:
    op.drop_index("workspaces_comparing_carriers", "workspaces")
    op.execute("ALTER TABLE workspaces DROP COLUMN carriers_look_at")
    for table in ("carrier_differences", "carrier_standings", "carrier_news"):
        op.drop_table(table)

"""Whether a carrier keeps numbers for us though nobody here holds them any more.

The version now running keeps working: what it writes down says that the carrier does not.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.add_column("carrier_lines", sa.Column("kept_to_end", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("carrier_lines", "kept_to_end")

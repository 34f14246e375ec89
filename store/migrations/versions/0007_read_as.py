"""A draft of a batch remembers what its file was taken for.

The version now running keeps working: it leaves the new column as it is.
"""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.execute("ALTER TABLE batches ADD COLUMN read_as JSON")


def downgrade() -> None:
    op.execute("ALTER TABLE batches DROP COLUMN read_as")

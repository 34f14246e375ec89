"""Settings without a column of their own; and what is owed is called by its room.

The version now running keeps working: it leaves the new column as it is. What it owes until the other takes over is
called as before, and is sent by it.
"""

from alembic import op

revision = "0006"
down_revision = "0005"

_FILES_OF_BATCHES = "subject LIKE 'B-%'"
_LISTS_OF_NUMBERS = "item LIKE 'numberdesk-numbers-%'"


def upgrade() -> None:
    op.execute("ALTER TABLE workspaces ADD COLUMN extra JSON NOT NULL DEFAULT '{}'")
    op.execute(f"UPDATE outbox SET kind = 'batch_fetch' WHERE kind = 'fetch' AND {_FILES_OF_BATCHES}")  # noqa: S608 (our own words)
    op.execute(f"UPDATE outbox SET kind = 'export_numbers' WHERE kind = 'export' AND {_LISTS_OF_NUMBERS}")  # noqa: S608


def downgrade() -> None:
    op.execute("UPDATE outbox SET kind = 'export' WHERE kind = 'export_numbers'")
    op.execute("UPDATE outbox SET kind = 'fetch' WHERE kind = 'batch_fetch'")
    op.execute("ALTER TABLE workspaces DROP COLUMN extra")

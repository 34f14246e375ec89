"""Requests for numbers say how these are to look.

The version now running keeps working: what it writes says nothing of that.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

_WAITS = sa.text("stage IN ('open', 'taken')")
_SAME = ("workspace", "asked_by", "kind", "country", "region", "city")


def upgrade() -> None:
    op.add_column("wanted", sa.Column("digits", sa.String(), nullable=False, server_default=""))
    op.drop_index("wanted_once", "wanted")
    _once(*_SAME, "digits")


def downgrade() -> None:
    op.drop_index("wanted_once", "wanted")
    # The version before asks for numbers however they look, and would find others.
    op.execute("DELETE FROM wanted WHERE digits <> ''")
    op.drop_column("wanted", "digits")
    _once(*_SAME)


def _once(*columns: str) -> None:
    op.create_index("wanted_once", "wanted", [*columns], unique=True, sqlite_where=_WAITS, postgresql_where=_WAITS)

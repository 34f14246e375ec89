"""What is of the pool is not ported: what port orders had taken out of it goes back.

The version now running keeps working; an order of such numbers that it completes meanwhile takes them as before.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from store.base import Utc

revision = "0012"
down_revision = "0011"

_NUMBERS = sa.table(
    "numbers",
    sa.column("status", sa.String()),
    sa.column("available_at", Utc()),
    sa.column("workspace", sa.String()),
    sa.column("port_order", sa.Integer()),
)


def upgrade() -> None:
    free = {"status": "free", "available_at": datetime.now(UTC), "workspace": None, "port_order": None}
    op.execute(sa.update(_NUMBERS).where(_NUMBERS.c.status == "porting").values(free))


def downgrade() -> None:
    """Orders that are on their way take nothing out of the pool again."""

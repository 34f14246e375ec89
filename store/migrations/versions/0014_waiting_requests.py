"""Requests for approval that nobody can approve are told of; those for a release end.

The version now running keeps working; what is asked of it meanwhile is looked at by the next only once it is closed.
"""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

from store.base import Utc

revision = "0014"
down_revision = "0013"

_DAYS = timedelta(days=7)
_REQUESTS = sa.table(
    "requests", sa.column("verdict", sa.String()), sa.column("asked_at", Utc()), sa.column("look_at", Utc())
)
_BATCHES = sa.table(
    "batches",
    sa.column("workspace", sa.String()),
    sa.column("id", sa.Integer()),
    sa.column("stage", sa.String()),
    sa.column("since", Utc()),
    sa.column("due_at", Utc()),
)


def upgrade() -> None:
    op.execute("ALTER TABLE requests ADD COLUMN lacking BOOLEAN NOT NULL DEFAULT FALSE")
    op.add_column("requests", sa.Column("look_at", Utc(), nullable=True))
    given = sa.text("look_at IS NOT NULL")
    op.create_index("requests_to_look_at", "requests", ["look_at"], sqlite_where=given, postgresql_where=given)
    op.execute(sa.update(_REQUESTS).where(_REQUESTS.c.verdict.is_(None)).values(look_at=_REQUESTS.c.asked_at))
    bind = op.get_bind()
    for row in bind.execute(sa.select(_BATCHES).where(_BATCHES.c.stage == "asked")).all():
        this = (_BATCHES.c.workspace == row.workspace, _BATCHES.c.id == row.id)
        bind.execute(sa.update(_BATCHES).where(*this).values(due_at=row.since + _DAYS))


def downgrade() -> None:
    op.execute(sa.update(_BATCHES).where(_BATCHES.c.stage == "asked").values(due_at=None))
    op.drop_index("requests_to_look_at", "requests")
    op.execute("ALTER TABLE requests DROP COLUMN look_at")
    op.execute("ALTER TABLE requests DROP COLUMN lacking")

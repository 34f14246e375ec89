"""Requests for numbers that cannot be had now.

The version now running keeps working: it knows nothing of them.
"""

import sqlalchemy as sa
from alembic import op

from store.base import Utc

revision = "0020"
down_revision = "0019"

_WAITS = "stage IN ('open', 'taken')"
_CHECKS = {
    "kind_known": "kind IN ('toll', 'toll_free')",
    "stage_known": "stage IN ('open', 'taken', 'in_stock', 'declined', 'withdrawn')",
    "some": "quantity > 0",
    "in_a_country": "country <> '' OR (region = '' AND city = '')",
    "closed_at_its_end": f"({_WAITS}) = (closed_at IS NULL)",
    "looked_for_while_it_waits": f"({_WAITS}) = (look_at IS NOT NULL)",
    "taken_by_somebody": "stage <> 'taken' OR seen_to_by IS NOT NULL",
    "declined_with_a_reason": "(stage = 'declined') = (reason <> '')",
    "ended_by_somebody": "stage NOT IN ('declined', 'withdrawn') OR closed_by IS NOT NULL",
}


def upgrade() -> None:
    op.create_table(
        "wanted",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", Utc(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("country", "region", "city", "kind", "stage")),
        sa.Column("seen_to_by", sa.String(), nullable=True),
        sa.Column("closed_at", Utc(), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("card_ts", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("look_at", Utc(), nullable=True),
        *(sa.CheckConstraint(check, name=op.f(f"wanted_{name}")) for name, check in _CHECKS.items()),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("wanted_workspace_fk")),
        sa.PrimaryKeyConstraint("workspace", "id", name=op.f("wanted_pk")),
    )
    _index("wanted_to_look_for", "look_at", "workspace", where="look_at IS NOT NULL")
    _index("wanted_once", "workspace", "asked_by", "kind", "country", "region", "city", where=_WAITS, unique=True)
    _index("wanted_waiting", "workspace", "id", where=_WAITS)


def downgrade() -> None:
    op.drop_table("wanted")
    op.execute("DELETE FROM outbox WHERE kind = 'wanted_news' OR subject LIKE 'R-%'")


def _index(name: str, *columns: str, where: str, unique: bool = False) -> None:
    only = sa.text(where)
    op.create_index(name, "wanted", [*columns], unique=unique, sqlite_where=only, postgresql_where=only)

"""The easiest numbers of a region, and of all, in order: else all that are easy are looked at to find a page of them.

The version now running keeps working.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"

_INDEXES = {
    "numbers_easy_in_region": ["kind", "country", "region", "ease", "e164"],
    "numbers_easy": ["kind", "ease", "e164"],
}
_EASY = sa.text("ease > 0")


def upgrade() -> None:
    for name, columns in _INDEXES.items():
        op.create_index(name, "numbers", columns, sqlite_where=_EASY, postgresql_where=_EASY)


def downgrade() -> None:
    for name in _INDEXES:
        op.drop_index(name, "numbers")

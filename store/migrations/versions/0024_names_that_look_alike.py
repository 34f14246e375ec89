"""Names of services are compared with letters of other scripts that look Latin as Latin ones.

A service that so looks like another of its kind stays as it is, to be renamed by who knows which it is; by its name
the other one is meant. The version now running keeps working, though it does not find by their names what has such.
"""

import sqlalchemy as sa
from alembic import op

from store.folding import folded

revision = "0024"
down_revision = "0023"

_SERVICES = sa.table("services", *map(sa.column, ("workspace", "id", "kind", "name", "folded")))


def upgrade() -> None:
    bind = op.get_bind()
    rows = bind.execute(sa.select(_SERVICES).order_by(_SERVICES.c.id)).all()
    taken = {(row.workspace, row.kind, row.folded) for row in rows}
    for row in rows:
        called = (row.workspace, row.kind, folded(row.name))
        if called not in taken:
            taken.add(called)
            this = (_SERVICES.c.workspace == row.workspace, _SERVICES.c.id == row.id)
            bind.execute(sa.update(_SERVICES).where(*this).values(folded=called[-1]))


def downgrade() -> None:
    """Nothing to undo: such a name is found by its kind and what it looks like, as before."""

"""Names of services are compared by what one sees; services whose names look alike become one.

The oldest of them stays, with its default; the numbers of the others are assigned to it, none as a second default.
What a name has that is not seen is taken out of it; one of which nothing is left is called by its code points. The
record stays as it was written. The version now running keeps working, though it may make such names anew.
"""

from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

from store.folding import folded, kept

revision = "0015"
down_revision = "0014"

_SERVICES = sa.table("services", *map(sa.column, ("workspace", "id", "kind", "name", "folded")))
_ASSIGNMENTS = sa.table(
    "assignments", sa.column("workspace"), sa.column("service"), sa.column("is_default", sa.Boolean())
)


def upgrade() -> None:
    bind = op.get_bind()
    rows = bind.execute(sa.select(_SERVICES)).mappings()
    in_order = sorted(({**row, "seen": _seen(row["name"])} for row in rows), key=lambda row: (*_alike(row), row["id"]))
    stay = [_merged(bind, list(alike)) for _, alike in groupby(in_order, key=_alike)]
    for row in stay:  # first out of each other's way: what one is called by now may be what another was
        _set(bind, row, folded=f"\n{row['id']}")
    for row in stay:
        _set(bind, row, name=row["seen"], folded=folded(row["seen"]))


def downgrade() -> None:
    """Nothing to undo: the names stay as one sees them."""


def _alike(row: Any) -> tuple[str, str, str]:
    return row["workspace"], row["kind"], folded(row["seen"])


def _merged(bind: sa.Connection, alike: list[Any]) -> Any:
    """The oldest of some services, with the numbers of all; the others are taken away."""
    oldest, *younger = alike
    if not younger:
        return oldest
    others = [row["id"] for row in younger]
    here, of = _ASSIGNMENTS.c.workspace == oldest["workspace"], _ASSIGNMENTS.c.service
    defaults = sa.select(of).where(here, of.in_([oldest["id"], *others]), _ASSIGNMENTS.c.is_default).order_by(of)
    first = bind.scalars(defaults).first()
    bind.execute(sa.update(_ASSIGNMENTS).where(here, of.in_(others), of != first).values(is_default=False))
    bind.execute(sa.update(_ASSIGNMENTS).where(here, of.in_(others)).values(service=oldest["id"]))
    bind.execute(sa.delete(_SERVICES).where(_SERVICES.c.workspace == oldest["workspace"], _SERVICES.c.id.in_(others)))
    return oldest


def _set(bind: sa.Connection, row: Any, **values: str) -> None:
    this = (_SERVICES.c.workspace == row["workspace"], _SERVICES.c.id == row["id"])
    bind.execute(sa.update(_SERVICES).where(*this).values(**values))


def _seen(name: str) -> str:
    return kept(name) or " ".join(f"U+{ord(sign):04X}" for sign in name)

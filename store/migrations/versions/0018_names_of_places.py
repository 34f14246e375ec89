"""Places of the pool are found by their names, as people type them.

The version now running keeps working, though places that it adds are not found by their names alone.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from store.spelling import fold

revision = "0018"
down_revision = "0017"

_KEY = ("country", "region", "city", "kind", "kept_for")
_PLACES = sa.table("pool_places", *map(sa.column, (*_KEY, "region_folded", "city_folded")))


def upgrade() -> None:
    for name in ("region", "city"):
        op.execute(f"ALTER TABLE pool_places ADD COLUMN {name}_folded VARCHAR NOT NULL DEFAULT ''")
    bind = op.get_bind()
    rows = bind.execute(sa.select(*(_PLACES.c[name] for name in _KEY))).all()
    if rows:
        this = sa.and_(*(_PLACES.c[name] == sa.bindparam(f"of_{name}") for name in _KEY))
        names: dict[str, Any] = {"region_folded": sa.bindparam("its_region"), "city_folded": sa.bindparam("its_city")}
        bind.execute(sa.update(_PLACES).where(this).values(**names), [_folded(row) for row in rows])
    op.create_index("pool_places_by_region", "pool_places", ["region_folded", "country", "region", "kept_for"])
    op.create_index("pool_places_by_city", "pool_places", ["city_folded", "country", "region", "city", "kept_for"])


def _folded(row: Any) -> dict[str, str]:
    key = {f"of_{name}": getattr(row, name) for name in _KEY}
    return {**key, "its_region": fold(row.region), "its_city": fold(row.city)}


def downgrade() -> None:
    for name in ("region", "city"):
        op.drop_index(f"pool_places_by_{name}", "pool_places")
        op.execute(f"ALTER TABLE pool_places DROP COLUMN {name}_folded")

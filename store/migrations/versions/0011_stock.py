"""Stock of one's own: for whom a number is kept, what came in acquired already, what was removed, where stock is low.

The version now running keeps working as long as no number is kept for one workspace, imported or removed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_ONE = " + ".join(f"(CASE WHEN {each} IS NULL THEN 0 ELSE 1 END)" for each in ("hold", "port_order", "imported_as"))
_BEFORE = {
    "status_known": "status IN ('free', 'held', 'acquired', 'porting', 'resting')",
    "ours_never_available": "(status IN ('acquired', 'porting')) = (available_at IS NULL)",
    "taken_by_a_hold_or_an_order": (
        "status = 'free' OR (workspace IS NOT NULL AND (hold IS NULL) <> (port_order IS NULL))"
    ),
}
_AFTER = {
    "status_known": "status IN ('free', 'held', 'acquired', 'porting', 'resting', 'removed')",
    "some_never_available": "(status IN ('acquired', 'porting', 'removed')) = (available_at IS NULL)",
    "taken_in_one_way": f"status IN ('free', 'removed') OR (workspace IS NOT NULL AND {_ONE} = 1)",
}
_NEW = {
    "kept_for": "VARCHAR NOT NULL DEFAULT ''",
    "note": "VARCHAR NOT NULL DEFAULT ''",
    "imported_as": "VARCHAR",
    "got_by": "VARCHAR",
}
_PLACE = ("country", "region", "city", "kind", "kept_for")


def upgrade() -> None:
    for column, kind in _NEW.items():
        op.execute(f"ALTER TABLE numbers ADD COLUMN {column} {kind}")
    op.add_column("numbers", sa.Column("got_at", sa.DateTime(timezone=True), nullable=True))
    _index(kept_for=True)
    _change_checks(_BEFORE, _AFTER)
    op.create_table(
        "pool_places",
        *(sa.Column(name, sa.String(), nullable=False) for name in _PLACE),
        sa.CheckConstraint("kind IN ('toll', 'toll_free')", name=op.f("pool_places_kind_known")),
        sa.PrimaryKeyConstraint(*_PLACE, name=op.f("pool_places_pk")),
    )
    columns = ", ".join(_PLACE)
    op.execute(f"INSERT INTO pool_places ({columns}) SELECT DISTINCT {columns} FROM numbers")  # noqa: S608 (our own words)
    op.execute("ALTER TABLE workspaces ADD COLUMN low_stock VARCHAR NOT NULL DEFAULT ''")
    op.add_column("workspaces", sa.Column("stock_look_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("ALTER TABLE workspaces ADD COLUMN stock_low JSON NOT NULL DEFAULT '[]'")
    where = sa.text("low_stock <> ''")
    op.create_index(
        "workspaces_watching_stock", "workspaces", ["stock_look_at"], sqlite_where=where, postgresql_where=where
    )


def downgrade() -> None:
    op.drop_index("workspaces_watching_stock", "workspaces")
    for column in ("low_stock", "stock_look_at", "stock_low"):
        op.execute(f"ALTER TABLE workspaces DROP COLUMN {column}")
    op.drop_table("pool_places")
    op.execute("DELETE FROM outbox WHERE kind LIKE 'stock_%'")
    imported = "status IN ('acquired', 'resting') AND imported_as IS NOT NULL"
    op.execute(f"DELETE FROM assignments WHERE e164 IN (SELECT e164 FROM numbers WHERE {imported})")  # noqa: S608
    # What has no place in the old table, and holds may tell of: never to be had.
    never = "status = 'free', available_at = '9999-12-31 00:00:00', workspace = NULL, hold = NULL"
    _change_checks(_AFTER, {})
    op.execute(f"UPDATE numbers SET {never} WHERE status = 'removed' OR ({imported})")  # noqa: S608
    _change_checks({}, _BEFORE)
    _index(kept_for=False)
    for column in (*_NEW, "got_at"):
        op.execute(f"ALTER TABLE numbers DROP COLUMN {column}")


def _change_checks(before: dict[str, str], after: dict[str, str]) -> None:
    """SQLite changes no check of a table, so it gets another one in its place; what keeps the index of digits stays."""
    triggers: list[str] = []
    if op.get_bind().dialect.name == "sqlite":
        of_numbers = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'numbers'"
        triggers = list(op.get_bind().exec_driver_sql(of_numbers).scalars())
    with op.batch_alter_table("numbers") as numbers:
        for name in before:
            numbers.drop_constraint(op.f(f"numbers_{name}"), type_="check")
        for name, condition in after.items():
            numbers.create_check_constraint(op.f(f"numbers_{name}"), condition)
    for trigger in triggers:
        op.get_bind().exec_driver_sql(trigger)


def _index(*, kept_for: bool) -> None:
    """In the order in which numbers are shown and taken; and what a workspace has in use."""
    op.drop_index("numbers_to_be_had", "numbers")
    op.drop_index("numbers_in_use", "numbers")
    kept, origins = (["kept_for"], ["port_order", "imported_as"]) if kept_for else ([], [])
    place = ["kind", "country", "region", "city"]
    op.create_index("numbers_to_be_had", "numbers", [*place, *kept, "available_at", "e164"])
    op.create_index("numbers_in_use", "numbers", ["workspace", "available_at", "status", "hold", *origins, "kind"])

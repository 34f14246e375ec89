"""How Alembic reaches the database: over the connection that `store.migrate` hands it."""

from alembic import context

from store.schema import Base

# The index of digits: an expression on PostgreSQL, a virtual table and what it keeps on SQLite. No class describes it.
_UNDESCRIBED = ("number_digits", "numbers_digits")


def _is_described(_thing: object, name: str | None, *_more: object) -> bool:
    return name is None or not name.startswith(_UNDESCRIBED)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    include_object=_is_described,
)
with context.begin_transaction():
    context.run_migrations()

"""Bring a database's tables up to date."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine


def upgrade(engine: Engine, audit_key: bytes, to: str = "head") -> None:
    """Apply the migrations that the database does not have yet, all in one transaction.

    The key seals entries of the record from before there were seals.
    """
    _run(engine, lambda config: command.upgrade(config, to), audit_key)


def downgrade(engine: Engine, to: str) -> None:
    """Take back the migrations after one of them."""
    _run(engine, lambda config: command.downgrade(config, to))


def check(engine: Engine) -> None:
    """Raise where the tables differ from their definitions."""
    _run(engine, command.check)


def _run(engine: Engine, step: Callable[[Config], None], audit_key: bytes = b"") -> None:
    config = Config()
    config.attributes["audit_key"] = audit_key
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.connect() as connection, _unreferenced(connection), connection.begin():
        config.attributes["connection"] = connection
        step(config)
        if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RuntimeError("rows refer to what is not there")


@contextmanager
def _unreferenced(connection: Connection) -> Iterator[None]:
    """Let SQLite put a table in another's place though rows refer to it. It heeds this outside of transactions only."""
    if connection.dialect.name != "sqlite":
        yield
        return
    sqlite = connection.connection.cursor()
    sqlite.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        sqlite.execute("PRAGMA foreign_keys = ON")

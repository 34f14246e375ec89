"""Ways around what keeps the record as it is: to empty databases between tests, and to tamper."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import text

from store.session import Database, Db


@contextmanager
def unguarded(db: Db) -> Iterator[None]:
    """Let this transaction change and delete entries of the record, as somebody could who has the database."""
    if db.dialect.name == "postgresql":
        db.execute(text("ALTER TABLE entries DISABLE TRIGGER USER"))
        yield
        db.execute(text("ALTER TABLE entries ENABLE TRIGGER USER"))
        return
    guards = db.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    for name, _ in guards:
        db.execute(text(f"DROP TRIGGER {name}"))
    yield
    for _, sql in guards:
        db.exec_driver_sql(sql)


@contextmanager
def unchecked(database: Database) -> Iterator[Db]:
    """A transaction of somebody who lets rows refer to what is not there, too."""
    with database.engine.connect() as db:
        if db.dialect.name == "postgresql":
            with db.begin():
                db.execute(text("SET LOCAL session_replication_role = replica"))
                yield db
            return
        dbapi: Any = db.connection.dbapi_connection
        dbapi.execute("PRAGMA foreign_keys = OFF")  # SQLite would not hear it in a transaction
        try:
            with db.begin(), unguarded(db):
                yield db
        finally:
            dbapi.execute("PRAGMA foreign_keys = ON")

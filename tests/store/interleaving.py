"""Races made to happen: somebody else goes on at one point of a transaction; and the locks taken out, for control."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import create_engine, event

from store.session import Database

T = TypeVar("T")

PATIENCE = 0.1  # seconds for the other to be done, or to be seen waiting for a lock
_LOCKS = re.compile(r" FOR (NO KEY )?UPDATE( OF \w+)?( SKIP LOCKED)?")
_NUMBER = re.compile(r"(INSERT INTO entries \(workspace, number, .* VALUES \([^,]+, )([^,]+)")
_NEXT = r"\1(SELECT coalesce(max(number), 0) + 1 FROM entries) + 0 * \2"


@contextmanager
def meanwhile(
    database: Database, after: str, other: Callable[[], T], patience: float = PATIENCE
) -> Iterator[Future[T]]:
    """Once the first statement that matches `after` was executed, let `other` go on until it is done or waits."""
    with ThreadPoolExecutor(1) as pool:
        others: Future[T] = Future()
        started: list[str] = []

        def run() -> None:
            try:
                others.set_result(other())
            except BaseException as failure:
                others.set_exception(failure)

        def on_executed(_db: object, _cursor: object, statement: str, *_: object) -> None:
            if not started and re.match(after, statement, re.DOTALL):
                started.append(statement)
                pool.submit(run)
                wait([others], patience)

        event.listen(database.engine, "after_cursor_execute", on_executed)
        try:
            yield others
        finally:
            event.remove(database.engine, "after_cursor_execute", on_executed)
        assert started, f"nothing matched {after}"


@contextmanager
def without_locks(database: Database) -> Iterator[Database]:
    """The same database with the locks taken out: none at BEGIN on SQLite, none of rows on PostgreSQL.

    The numbers of the record would stop whoever comes later too, so there they are given out anew.
    """
    engine = create_engine(database.engine.url)
    event.listen(engine, "before_cursor_execute", _unlocked, retval=True)
    yield replace(database, engine=engine)
    engine.dispose()


def _unlocked(_db: object, _cursor: object, statement: str, parameters: Any, *_: object) -> tuple[str, Any]:
    return _NUMBER.sub(_NEXT, _LOCKS.sub("", statement)), parameters

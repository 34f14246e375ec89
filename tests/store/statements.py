"""What the desk asks of the database: the statements of some work, and how the engine finds the rows for each."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, event

from store.session import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    sql: str
    parameters: Any

    def plan(self, db: Connection) -> list[str]:
        """The engine's plan, a line for each step."""
        explain = "EXPLAIN QUERY PLAN" if db.dialect.name == "sqlite" else "EXPLAIN"
        rows = db.exec_driver_sql(f"{explain} {self.sql}", self.parameters)
        return [str(row[-1]) for row in rows]


@contextmanager
def statements(database: Database) -> Iterator[list[Statement]]:
    """Collects what is executed meanwhile, by either way in; of a batch of rows the first."""
    executed: list[Statement] = []

    def on_execute(_db: object, _cursor: object, sql: str, parameters: Any, _context: object, many: bool) -> None:
        if not sql.startswith("BEGIN"):
            executed.append(Statement(sql=sql, parameters=parameters[0] if many else parameters))

    engines = (database.engine, database.reader, database.looker)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", on_execute)
    yield executed
    for engine in engines:
        event.remove(engine, "before_cursor_execute", on_execute)


def without_index(plan: list[str], tables: Collection[str]) -> list[str]:
    """The steps of a plan that read one of these tables without an index, or put its rows in order themselves."""
    of_these = re.compile(rf"\b({'|'.join(tables)})\b")
    read = [step for step in plan if re.search(r"^SCAN (?!.* INDEX )|Seq Scan on|Sort", step) and of_these.search(step)]
    return read + [step for step in plan if step.startswith("USE TEMP B-TREE")]


def scanned(plan: list[str]) -> set[str]:
    """The tables that a plan reads from end to end."""
    found = (re.search(r"^SCAN (\w+)|Seq Scan on (\w+)", step) for step in plan)
    return {match[1] or match[2] for match in found if match}

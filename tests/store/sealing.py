"""Entries of a record, and what somebody could do to them who has the database but not the key."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import delete, update

from handlers.holds.entries import HoldAction
from store.audit.table import EntryRow
from store.audit.types import Deed
from store.session import Database, Db
from store.workspaces.table import WorkspaceRow
from tests.desk import BEN, CHANNEL, HOME, START

DEED = Deed(
    workspace=HOME,
    at=START,
    who=BEN.user,
    name="ben",
    action=HoldAction.RELEASED,
    subject="H-1",
    channel=CHANNEL,
    message="1772442600.000100",
    before={"size": 2},
    after={"numbers": ["+12065550100"]},
)
RECORDED = 5
FORGED = "0" * 64
Tamper = Callable[[Db], object]


def entry(number: int) -> Any:
    return (EntryRow.workspace == HOME) & (EntryRow.number == number)


def change(column: str, value: object, number: int = 3) -> Tamper:
    return lambda db: db.execute(update(EntryRow).where(entry(number)).values({column: value}))


def remove(*numbers: int) -> Tamper:
    return lambda db: db.execute(delete(EntryRow).where(EntryRow.workspace == HOME, EntryRow.number.in_(numbers)))


def remember(**values: object) -> Tamper:
    """Change what the workspace's row tells."""
    return lambda db: db.execute(update(WorkspaceRow).where(WorkspaceRow.id == HOME).values(values))


def url_of(database: Database, **query: str) -> str:
    return database.engine.url.update_query_dict(query).render_as_string(hide_password=False)

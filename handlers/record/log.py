"""/numbers log: the record in words, newest first; and the whole of it as a file."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import TextIO

from handlers.kit import answers, roles
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction
from handlers.kit.transaction import transact
from handlers.record import rules, views
from handlers.record.entries import RecordAction
from handlers.record.owing import RecordOutbox
from handlers.record.requests import Log
from store import audit, holds, ports, workspaces
from store.audit.types import Entry, Wanted
from store.session import Db
from store.types import E164, WorkspaceId

# Where a spreadsheet takes ; or a tab for what separates columns, a cell may begin in the middle of ours: after one of
# them or a line's end, and a quotation mark that it takes for its own.
_BEGINS_ELSEWHERE = re.compile(r'([;\t\r\n])(?="*[=+\-@])')

COLUMNS = ("number", "at", "member", "name", "action", "subject", "channel", "message", "before", "after", "seal")


def log(tools: Tools, click: Click, ask: Log) -> Reply:
    """Show a page of the entries that are asked for."""
    locale = click.member.locale
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refusal := roles.search(workspace, click.member):
            return answers.may_not(locale, refusal, workspace)
        wanted = _wanted(db, workspace.id, ask, tools.now())
        total = audit.count(db, workspace.id, wanted)
        entries = audit.page(db, workspace.id, wanted, limit=views.PAGE, offset=(ask.page - 1) * views.PAGE)
    return views.log(locale, ask, entries, total, click.key)


def export(tools: Tools, click: Click) -> Reply:
    """Owe an admin the whole record as a file, in their own messages."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        if refusal := rules.export(tx.member):
            return answers.refused(locale, refusal)
        last = tx.record(RecordAction.EXPORTED, "log", before={}, after={})
        name = f"numberdesk-log-{tx.now:%Y%m%d-%H%M%S}.csv"
        tx.owe_file(RecordOutbox.EXPORT, name, last=last)
        return says(say(locale, "export-on-its-way"))

    return transact(tools, click, work, anywhere=True)


def write(tools: Tools, workspace: WorkspaceId, last: int, file: TextIO) -> None:
    """Write the record up to one entry as CSV; only some of it is in memory at a time."""
    table = csv.writer(file)
    table.writerow(COLUMNS)
    with tools.reading() as db:
        table.writerows(_rows(db, workspace, last))


def _rows(db: Db, workspace: WorkspaceId, last: int) -> Iterator[list[str]]:
    for entry, seal in audit.every(db, workspace, last):
        yield [safe(cell) for cell in _cells(entry, seal)]


def safe(cell: str) -> str:
    """A cell in which no spreadsheet finds a formula: what would begin one is told to be text by a quote before it."""
    marked = _BEGINS_ELSEWHERE.sub(r"\1'", cell)
    return f"'{marked}" if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else marked


def _cells(entry: Entry, seal: str) -> list[str]:
    deed = entry.deed
    return [
        str(entry.number),
        deed.at.astimezone(UTC).isoformat(),
        deed.who or "",
        deed.name,
        deed.action.value,
        deed.subject,
        deed.channel or "",
        deed.message or "",
        json.dumps(deed.before, ensure_ascii=False),
        json.dumps(deed.after, ensure_ascii=False),
        seal,
    ]


def _wanted(db: Db, workspace: WorkspaceId, ask: Log, now: datetime) -> Wanted:
    return Wanted(subjects=_subjects(db, workspace, ask), who=ask.who, since=_since(ask, now))


def _subjects(db: Db, workspace: WorkspaceId, ask: Log) -> list[str] | None:
    """What is asked about: a hold, a port order; or a number, and so every hold and order that ever had it."""
    if not ask.about:
        return None
    if not ask.about.startswith("+"):
        return [ask.about]
    e164 = E164(ask.about)
    of_holds = [f"H-{hold}" for hold in holds.that_took(db, workspace, e164)]
    return [e164, *of_holds, *(f"PO-{order}" for order in ports.with_number(db, workspace, e164))]


def _since(ask: Log, now: datetime) -> datetime | None:
    if isinstance(ask.since, date):
        return datetime.combine(ask.since, time(), UTC)
    return now - ask.since if ask.since else None

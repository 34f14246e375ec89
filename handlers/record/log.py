"""/numbers log: the record in words, newest first; and the whole of it as a file."""

import csv
import json
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from handlers.kit import answers, roles
from handlers.kit.cells import safe
from handlers.kit.entries import HIDDEN, EntryWords
from handlers.kit.member import Click, Member
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.kit.times import Local
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.record import rules, views
from handlers.record.entries import RecordAction
from handlers.record.owing import RecordOutbox
from handlers.record.requests import ExportLog, Log
from store import audit, workspaces
from store.audit.types import Entry, EntryFilter
from store.session import Db
from store.types import E164, WorkspaceId

COLUMNS = ("number", "at", "member", "name", "action", "subject", "channel", "message", "before", "after", "seal")


def log(tools: Tools, click: Click, ask: Log) -> Reply:
    """Show a page of the entries that are asked for."""
    locale = click.member.locale
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refusal := roles.search(workspace, click.member):
            return answers.may_not(locale, refusal, workspace)
        wanted = _wanted(tools, db, click.member, ask)
        total = audit.count(db, workspace.id, wanted)
        entries = audit.page(db, workspace.id, wanted, limit=views.PAGE, offset=(ask.page - 1) * views.PAGE)
    since = Local(at=wanted.since, zone=click.member.zone) if wanted.since else None
    return views.log(tools.features.entries, locale, ask, entries, total, click.key, since)


def export(tools: Tools, click: Click, _ask: ExportLog) -> Reply:
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
    """Write the record up to the entry numbered `last` into a file as CSV, oldest first; times are UTC.

    Only some of it is in memory at a time.
    """
    table = csv.writer(file)
    table.writerow(COLUMNS)
    with tools.reading() as db:
        table.writerows(_rows(db, workspace, last, tools.features.entries))


def _rows(db: Db, workspace: WorkspaceId, last: int, words: Mapping[str, EntryWords]) -> Iterator[list[str]]:
    for entry, seal in audit.every(db, workspace, last):
        hidden = words[entry.deed.action].hides if entry.deed.action in words else ()
        yield [safe(cell) for cell in _cells(entry, seal, hidden)]


def _cells(entry: Entry, seal: str, hidden: Collection[str]) -> list[str]:
    deed = entry.deed
    return [
        str(entry.number),
        deed.at.astimezone(UTC).isoformat(),
        deed.who or "",
        deed.name,
        deed.action,
        deed.subject,
        deed.channel or "",
        deed.message or "",
        json.dumps(_without(deed.before, hidden), ensure_ascii=False),
        json.dumps(_without(deed.after, hidden), ensure_ascii=False),
        seal,
    ]


def _without(told: Mapping[str, Any], hidden: Collection[str]) -> dict[str, Any]:
    return {name: HIDDEN if name in hidden and said else said for name, said in told.items()}


def _wanted(tools: Tools, db: Db, member: Member, ask: Log) -> EntryFilter:
    subjects = _subjects(tools, db, member.workspace, ask)
    return EntryFilter(subjects=subjects, who=ask.who, since=_since(ask, tools.now(), member.zone))


def _subjects(tools: Tools, db: Db, workspace: WorkspaceId, ask: Log) -> list[str] | None:
    """What is asked about; of a number, so is everything that ever had it."""
    if not ask.about:
        return None
    if not ask.about.startswith("+"):
        return [ask.about]
    e164 = E164(ask.about)
    had = [each.name(id_) for each in tools.features.subjects for id_ in each.that_had(db, workspace, e164)]
    return [e164, *had]


def _since(ask: Log, now: datetime, zone: str) -> datetime | None:
    if isinstance(ask.since, date):
        return datetime.combine(ask.since, time(), ZoneInfo(zone)).astimezone(UTC)
    return now - ask.since if ask.since else None

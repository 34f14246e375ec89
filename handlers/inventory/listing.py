"""What the workspace has: the list of its own numbers, all about one of them, and the list as a file."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from typing import TextIO

from handlers import carriers
from handlers.inventory.owing import InventoryOutbox
from handlers.inventory.requests import ExportNumbers, ListNumbers
from handlers.inventory.views import listing as views
from handlers.kit import answers, roles
from handlers.kit.cells import safe, text
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.kit.words import BadInput
from handlers.record import RecordAction, entry_line
from store import audit, inventory, numbers, services, workspaces
from store.audit.types import EntryFilter
from store.carriers import lines
from store.carriers.states import LEAVING
from store.inventory.types import Filter, NumberUse, Owned
from store.services.types import ServiceId
from store.session import Db
from store.types import E164, Kind, Place, WorkspaceId
from store.workspaces.types import Workspace

COLUMNS = (
    *("number", "country", "region", "city", "kind", "status"),
    *("service_kind", "service", "default", "acquired_by", "acquired_at", "hold", "port_order", "rests_until"),
)


def show_list(tools: Tools, click: Click, ask: ListNumbers) -> Reply:
    """A page of the workspace's own numbers."""
    locale = click.member.locale
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refusal := roles.search(workspace, click.member):
            return answers.may_not(locale, refusal, workspace)
        wanted, now = _wanted(db, workspace, ask.wanted, ask.service), tools.now()
        total = inventory.count(db, workspace.id, wanted, now)
        shown = inventory.page(db, workspace.id, wanted, now, limit=views.PAGE, offset=(ask.page - 1) * views.PAGE)
    return views.numbers(locale, ask, shown, total, click.key)


def show(tools: Tools, click: Click, e164: E164) -> Reply:
    """All about one number."""
    locale, now = click.member.locale, tools.now()
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refusal := roles.search(workspace, click.member):
            return answers.may_not(locale, refusal, workspace)
        owned = inventory.find(db, workspace.id, e164, now)
        kept = numbers.find(db, e164)
        had = [(each, each.that_had(db, workspace.id, e164)) for each in tools.features.subjects]
        subjects = [e164, *(each.name(number) for each, ids in had for number in ids)]
        entries = audit.page(db, workspace.id, EntryFilter(subjects=subjects), limit=views.HISTORY)
        latest = [(each, ids[0]) for each, ids in had if ids]
        told = [each.about_number(tools, db, workspace, number, locale) for each, number in latest]
        if leaving := lines.of_number(db, workspace.id, e164, *LEAVING):
            told.append(carriers.leaving(locale, leaving))
    data = views.NumberPage(
        e164=e164,
        owned=owned,
        kept=kept,
        told=[said for said in told if said],
        history=[entry_line(tools.features.entries, locale, entry) for entry in entries],
        workspace=workspace.id,
        now=now,
    )
    return views.number(locale, data, click.key)


def export(tools: Tools, click: Click, ask: ExportNumbers) -> Reply:
    """Owe a member the list as a file, in their own messages."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        if refusal := roles.search(tx.workspace, tx.member):
            return answers.may_not(locale, refusal, tx.workspace)
        wanted = _wanted(tx.db, tx.workspace, ask.wanted, ask.service)
        entry = tx.record(RecordAction.EXPORTED, "numbers", before={}, after=_written(wanted))
        name = f"numberdesk-numbers-{tx.now:%Y%m%d}-{entry}.csv"
        tx.owe_file(InventoryOutbox.EXPORT, name, last=entry, numbers=_written(wanted))
        return says(say(locale, "export-numbers-on-its-way"))

    return transact(tools, click, work)


def write(tools: Tools, workspace: WorkspaceId, wanted: Filter, file: TextIO) -> None:
    """Write these numbers as CSV; only some of them are in memory at a time."""
    table = csv.writer(file)
    table.writerow(COLUMNS)
    with tools.reading() as db:
        table.writerows(_rows(db, workspace, wanted, tools))


def _rows(db: Db, workspace: WorkspaceId, wanted: Filter, tools: Tools) -> Iterator[list[str]]:
    for owned in inventory.every(db, workspace, wanted, tools.now()):
        at = owned.got_at.astimezone(UTC).isoformat() if owned.got_at else ""
        rests = owned.available_at.astimezone(UTC).isoformat() if owned.available_at else ""
        service = owned.service
        cells = [
            *(owned.e164, owned.place.country, owned.place.region, owned.place.city, owned.kind),
            NumberUse.ASSIGNED if owned.service else owned.status,
            *((service.kind.value, text(service.name)) if service else ("", "")),
            "yes" if owned.is_default else "",
            *(owned.got_by or "", at),
            *_origin(owned),
            rests,
        ]
        yield [*map(text, map(str, cells[:4])), *map(safe, map(str, cells[4:]))]


def _origin(owned: Owned) -> tuple[str, str]:
    """The hold or the port order that brought a number, here or where it was imported from."""
    came_by = owned.imported_as or ""
    if owned.hold or owned.port_order:
        came_by = f"H-{owned.hold}" if owned.hold else f"PO-{owned.port_order}"
    return ("", came_by) if came_by.startswith("PO-") else (came_by, "")


def filter_of(written: dict[str, object]) -> Filter:
    """The filter that a debt carries."""
    place, kind = written.get("place"), written.get("kind")
    uses, of = written.get("uses"), written.get("services")
    return Filter(
        place=Place(**place) if isinstance(place, dict) else None,
        kind=Kind(str(kind)) if kind else None,
        uses=tuple(NumberUse(use) for use in uses) if isinstance(uses, list) else (),
        services=tuple(map(ServiceId, of)) if isinstance(of, list) else (),
        containing=str(written.get("containing") or ""),
    )


def _written(wanted: Filter) -> dict[str, object]:
    place = wanted.place
    return {
        "place": {"country": place.country, "region": place.region, "city": place.city} if place else None,
        "kind": wanted.kind,
        "uses": list(wanted.uses),
        "services": list(wanted.services),
        "containing": wanted.containing,
    }


def _wanted(db: Db, workspace: Workspace, wanted: Filter, service: str) -> Filter:
    """The filter with the service that is named. Raises BadInput where there is none of that name."""
    if not service:
        return wanted
    found = services.named(db, workspace.id, service)
    if not found:
        raise BadInput("no-such-service", "services", said=service)
    return replace(wanted, services=tuple(each.id for each in found))

"""Inventory: the workspace's own numbers, and the services they are assigned to."""

from pathlib import Path

from handlers.batches import RESTORE
from handlers.inventory import assign, cool_down, listing, look_up, menu, outbox, payloads, report, requests
from handlers.inventory.entries import ENTRIES
from handlers.inventory.owing import InventoryOutbox
from handlers.inventory.plan import Change, carry_out
from handlers.inventory.requests import (
    Assign,
    ExportNumbers,
    ListNumbers,
    ReleaseNumber,
    Report,
    Restore,
    ShowNumber,
    ShowServices,
    Unassign,
)
from handlers.inventory.service_name import kind_in_cell
from handlers.inventory.verbs import VERBS
from handlers.inventory.views import assign as modals
from handlers.inventory.views.listing import MENU, USES
from handlers.inventory.views.whose import whose
from handlers.kit.feature import Feature
from handlers.kit.fields import counted
from handlers.kit.shortcut import Shortcut
from handlers.kit.topics import Group, Topic
from store.batches.types import BatchId
from store.workspaces.columns import MAY_MANAGE, REST_DAYS

__all__ = ["INVENTORY", "USES", "Change", "ReleaseNumber", "carry_out", "kind_in_cell", "whose"]

INVENTORY = Feature(
    name="inventory",
    words=Path(__file__).parent,
    commands={
        "list": requests.read_list,
        "assign": requests.read_assign,
        "unassign": requests.read_unassign,
        "services": requests.read_services,
        "restore": requests.read_restore,
        "report": requests.read_report,
        "export": requests.read_export,
    },
    bare=requests.read_number,
    runs={
        ListNumbers: listing.show_list,
        ExportNumbers: listing.export,
        ShowNumber: lambda tools, click, ask: listing.show(tools, click, ask.e164),
        Assign: assign.assign,
        Unassign: lambda tools, click, ask: assign.unassign(tools, click, ask.e164),
        ShowServices: lambda tools, click, ask: assign.show(tools, click, ask.page),
        ReleaseNumber: lambda tools, click, ask: cool_down.ask(tools, click, ask.e164),
        Restore: lambda tools, click, ask: cool_down.restore(tools, click, ask.e164),
        Report: report.report,
    },
    actions={
        MENU: menu.choose,
        modals.ASK_NAME: lambda tools, click, value, _fields: assign.ask_for_name(
            tools, click, payloads.service(value)
        ),
        RESTORE: lambda tools, click, value, _fields: cool_down.restore_all(
            tools, click, BatchId(counted(value, "batch"))
        ),
    },
    submissions={
        modals.ASSIGN: lambda tools, click, _value, fields: assign.send(tools, click, payloads.assigned(fields)),
        modals.NEXT_DEFAULT: lambda tools, click, value, fields: assign.unassign(
            tools, click, payloads.number(value), payloads.next_default(fields)
        ),
        modals.RENAME: lambda tools, click, value, fields: assign.rename(tools, click, payloads.renamed(value, fields)),
        modals.RELEASE: lambda tools, click, value, _fields: cool_down.release(tools, click, payloads.number(value)),
    },
    shortcuts=(
        Shortcut(
            callback="look_up_numbers",
            name="Look these numbers up",
            about="Whose each number in this message is",
            on_message=True,
            use=look_up.look_up,
        ),
    ),
    options={modals.FIND_NUMBER: assign.find_numbers, modals.FIND_NAME: assign.find_names},
    messages={InventoryOutbox.EXPORT: outbox.put_export, InventoryOutbox.REPORT: outbox.put_report},
    verbs=VERBS,
    settings=(REST_DAYS, MAY_MANAGE),
    entries=ENTRIES,
    help=(
        Topic(word="list", group=Group.IN_SERVICE, short="help-short-list", full="help-list", takes_place=True),
        Topic(word="assign", group=Group.IN_SERVICE, short="help-short-assign", full="help-assign", also=("unassign",)),
        Topic(word="services", group=Group.IN_SERVICE, short="help-short-services", full="help-services"),
        Topic(word="restore", group=Group.IN_SERVICE, short="help-short-restore", full="help-restore"),
        Topic(word="report", group=Group.DESK, short="help-short-report", full="help-report"),
        Topic(word="export", group=Group.DESK, short="help-short-export", full="help-export", takes_place=True),
    ),
)

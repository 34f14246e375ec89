"""What a member types, presses or sends about numbers in service goes to the one who does it."""

import re
from collections.abc import Callable

from slack_sdk.models.blocks import Option

from handlers.inventory import assign, cool_down, report
from handlers.inventory import listing as inventory
from handlers.inventory.plan import Wish
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
from handlers.inventory.rules import NAME_LENGTH
from handlers.inventory.views import assign as assigning
from handlers.inventory.views import listing
from handlers.kit.fields import Carried, Fields, counted, needed, picked, selected, typed_within, word
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.requests import OfNumbers
from handlers.kit.tools import Tools
from handlers.kit.words import BadField, BadInput
from store.services.types import ServiceId, ServiceKind
from store.types import E164

__all__ = ["FINDS", "PRESSES", "SUBMITS", "run"]

Work = Callable[[Tools, Click, Carried, Fields], Reply]


def run(tools: Tools, click: Click, ask: OfNumbers) -> Reply:
    """A command about numbers in service was typed."""
    match ask:
        case Report():
            return report.report(tools, click)
        case Assign():
            return assign.assign(tools, click, ask)
        case Unassign(e164=e164):
            return assign.unassign(tools, click, e164)
        case ShowServices(page=page):
            return assign.show(tools, click, page)
        case ListNumbers():
            return inventory.show_list(tools, click, ask)
        case ExportNumbers():
            return inventory.export(tools, click, ask)
        case ShowNumber(e164=e164):
            return inventory.show(tools, click, e164)
        case ReleaseNumber(e164=e164):
            return cool_down.ask(tools, click, e164)
        case Restore(e164=e164):
            return cool_down.restore(tools, click, e164)


def _number(value: Carried) -> E164:
    said = needed(value, "number")
    if not re.fullmatch(r"\+[1-9][0-9]{2,14}", said):
        raise BadInput("stale-button")
    return E164(said)


def _menu(tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    """Something was chosen from the menu of a number's row."""
    verb = word(value.get("do"))
    if verb not in _VERBS:
        raise BadInput("stale-button")
    return _VERBS[verb](tools, click, _number(value))


def _ask_name(tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    return assign.ask_for_name(tools, click, ServiceId(counted(value, "service")))


def _assigned(tools: Tools, click: Click, _value: Carried, fields: Fields) -> Reply:
    kind = selected(fields, assigning.KIND)
    name = " ".join(selected(fields, assigning.NAME, assigning.FIND_NAME).split())
    if kind not in list(ServiceKind):
        raise BadField(assigning.KIND, "settings-not-a-choice")
    if not name or len(name) > NAME_LENGTH:
        raise BadField(assigning.NAME, "settings-not-a-choice")
    number = _number({"number": selected(fields, assigning.NUMBER, assigning.FIND_NUMBER)})
    as_default = assigning.DEFAULT in picked(fields, assigning.DEFAULT)
    return assign.send(tools, click, Wish(e164=number, kind=ServiceKind(kind), name=name, as_default=as_default))


def _next_default(tools: Tools, click: Click, value: Carried, fields: Fields) -> Reply:
    following = _number({"number": selected(fields, assigning.NUMBER)})
    return assign.unassign(tools, click, _number(value), following)


def _renamed(tools: Tools, click: Click, value: Carried, fields: Fields) -> Reply:
    name = " ".join(typed_within(fields, assigning.NAME, NAME_LENGTH, "port-too-long").split())
    if not name:
        raise BadField(assigning.NAME, "rename-no-name")
    return assign.rename(tools, click, ServiceId(counted(value, "service")), name)


def _find_numbers(tools: Tools, click: Click, said: str) -> list[Option]:
    digits = "".join(filter(str.isdigit, said))
    return [assigning.option(e164) for e164 in assign.find_numbers(tools, click, digits)]


def _find_names(tools: Tools, click: Click, said: str) -> list[Option]:
    return assigning.names(click.member.locale, said, assign.find_names(tools, click, said))


_VERBS: dict[str, Callable[[Tools, Click, E164], Reply]] = {
    listing.ASSIGN: lambda tools, click, e164: assign.ask_where(tools, click, Assign(e164=e164)),
    listing.UNASSIGN: assign.unassign,
    listing.RELEASE: cool_down.ask,
    listing.RESTORE: cool_down.restore,
    listing.DEFAULT: assign.make_default,
    listing.HISTORY_OF: inventory.show,
}
PRESSES: dict[str, Work] = {listing.MENU: _menu, assigning.ASK_NAME: _ask_name}
SUBMITS: dict[str, Work] = {
    assigning.ASSIGN: _assigned,
    assigning.NEXT_DEFAULT: _next_default,
    assigning.RENAME: _renamed,
    assigning.RELEASE: lambda tools, click, value, _fields: cool_down.release(tools, click, _number(value)),
}
FINDS: dict[str, Callable[[Tools, Click, str], list[Option]]] = {
    assigning.FIND_NUMBER: _find_numbers,
    assigning.FIND_NAME: _find_names,
}

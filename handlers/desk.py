"""What a member asks for goes to the one who does it, once it is known that they may ask."""

from slack_sdk.models.blocks import Option

from handlers.approvals import decide
from handlers.approvals import payloads as approvals_payloads
from handlers.approvals.views import decline as declining
from handlers.batches import routes as of_batches
from handlers.batches.requests import Many, ShowBatch
from handlers.help import topics
from handlers.help.requests import ShowHelp
from handlers.holds import acquire, release, reserve, show
from handlers.holds import payloads as holds_payloads
from handlers.holds.requests import ReleaseHold, Reserve, ShowHold
from handlers.holds.views import card
from handlers.holds.views import choose as acquiring
from handlers.inventory import routes as of_numbers
from handlers.kit import access
from handlers.kit.requests import OfBatches
from handlers.kit.requests import OfNumbers
from handlers.kit.requests import OfOrders
from handlers.kit import fields as fields_of
from handlers.kit.fields import Carried, Fields, unpacked
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.ports import routes as of_orders
from handlers.ports.requests import ListOrders, NewOrder, ShowOrder, Status
from handlers.ports.views.update import FIND_ZONE
from handlers.quota import quota
from handlers.quota.requests import ShowQuota
from handlers.record import log
from handlers.record.requests import ExportLog, Log
from handlers.search import payloads as search_payloads
from handlers.search import search
from handlers.search import views as searching
from handlers.search.requests import Search
from handlers.settings import payloads as settings_payloads
from handlers.settings import settings
from handlers.settings.requests import ShowSettings


def type_command(tools: Tools, click: Click, text: str) -> Reply:
    """A command was typed, or a button pressed that runs one."""
    entry = access.enter(tools, click)
    if entry.refused:
        return entry.refused
    if first_steps := settings.greet(tools, entry.click, entry.workspace):
        return first_steps
    return _run(tools, entry, text)


def press(tools: Tools, click: Click, action: str, value: Carried, fields: Fields) -> Reply:
    """A button was pressed; `fields` is what stands typed in the modal that it is in, if it is in one."""
    entry = access.enter(tools, click)
    if entry.refused:
        return entry.refused
    verb = action.partition(":")[0]
    if work := _PRESSES_IN_MODALS_TOO.get(verb):
        return entry.not_here or work(tools, entry.click, value, fields)
    if verb not in _PRESSES:
        return _run(tools, entry, fields_of.command(value))
    return entry.not_here or _PRESSES[verb](tools, entry.click, value)


def submit(tools: Tools, click: Click, callback: str, metadata: str, fields: Fields) -> Reply:
    """A modal was sent."""
    entry = access.enter(tools, click)
    if entry.refused:
        return entry.refused
    carried = unpacked(metadata)
    if callback == acquiring.CALLBACK:
        return acquire.acquire(tools, entry.click, holds_payloads.acquire(carried, fields))
    if callback in _SUBMITS:
        return _SUBMITS[callback](tools, entry.click, carried, fields)
    if callback in of_orders.SUBMITS:
        return of_orders.SUBMITS[callback](tools, entry.click, carried, fields, entry.workspace)
    if callback == declining.CALLBACK:
        return decide.decline(
            tools, entry.click, approvals_payloads.decision(carried), approvals_payloads.reason(fields)
        )
    return settings.save(tools, entry.click, settings_payloads.settings(fields, entry.workspace))


def find(tools: Tools, click: Click, action: str, metadata: str, said: str) -> list[Option]:
    """Something was typed into a list that finds as one types, time zones or numbers of a hold: its options."""
    entry = access.enter(tools, click)
    if entry.refused:
        return []
    if action in of_numbers.FINDS:
        return of_numbers.FINDS[action](tools, entry.click, said)
    if action == FIND_ZONE:
        return of_orders.find_zone(tools, said)
    digits = "".join(filter(str.isdigit, said))
    found = acquire.find(tools, click, holds_payloads.hold(unpacked(metadata)), digits)
    return [acquiring.option(e164) for e164 in found]


def _run(tools: Tools, entry: access.Entry, text: str) -> Reply:
    ask = read_command(text, tools.places, entry.workspace.country)
    match ask:
        case ShowHelp():
            return topics.help(tools, entry.click, ask)
        case ShowSettings():
            return settings.show(tools, entry.click)
        case ExportLog():
            return log.export(tools, entry.click)
        case _:
            return entry.not_here or _run_here(tools, entry.click, ask)


def _run_here(
    tools: Tools,
    click: Click,
    ask: Search | Reserve | ShowHold | ReleaseHold | Log | ShowQuota | OfOrders | OfNumbers | OfBatches,
) -> Reply:
    match ask:
        case Search():
            return search.search(tools, click, ask)
        case Reserve():
            return reserve.reserve(tools, click, ask)
        case ShowHold(hold=hold):
            return show.show(tools, click, hold)
        case ReleaseHold(hold=hold):
            return release.release(tools, click, hold)
        case Log():
            return log.log(tools, click, ask)
        case ShowQuota():
            return quota.quota(tools, click)
        case NewOrder() | ListOrders() | ShowOrder() | Status():
            return of_orders.run(tools, click, ask)
        case Many() | ShowBatch():
            return of_batches.run_command(tools, click, ask)
        case _:
            return of_numbers.run(tools, click, ask)


_SUBMITS = of_numbers.SUBMITS | of_batches.SUBMITS
_PRESSES_IN_MODALS_TOO = of_orders.PRESSES | of_numbers.PRESSES | of_batches.PRESSES

_PRESSES = {
    searching.RESERVE_THESE: lambda tools, click, value: reserve.reserve(
        tools, click, search_payloads.reserve_these(value, tools.places)
    ),
    card.SHOW: lambda tools, click, value: show.show_numbers(tools, click, holds_payloads.hold(value)),
    card.ACQUIRE: lambda tools, click, value: acquire.choose(tools, click, holds_payloads.hold(value)),
    card.RELEASE: lambda tools, click, value: release.release(tools, click, holds_payloads.hold(value)),
    card.AGAIN: lambda tools, click, value: reserve.hold_again(tools, click, holds_payloads.hold(value)),
    card.APPROVE: lambda tools, click, value: decide.approve(tools, click, approvals_payloads.decision(value)),
    card.TAKE_BACK: lambda tools, click, value: decide.take_back(tools, click, approvals_payloads.decision(value)),
    card.DECLINE: lambda tools, click, value: decide.ask_why(tools, click, approvals_payloads.decision(value)),
    card.WITHDRAW: lambda tools, click, value: decide.withdraw(tools, click, approvals_payloads.decision(value)),
}

"""Numbers in service: assigned to a bridge, an auto attendant or a call queue, taken away, made the default."""

from dataclasses import dataclass

from slack_sdk.models.blocks import Option

from handlers.inventory import plan
from handlers.inventory import rules as allowed
from handlers.inventory.entries import InventoryAction
from handlers.inventory.plan import Change
from handlers.inventory.requests import Assign
from handlers.inventory.rules import InventoryRefusal
from handlers.inventory.views import assign as views
from handlers.kit import answers, roles
from handlers.kit.fields import Carried
from handlers.kit.meanwhile import Fate, fate
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.normalization import figures
from handlers.kit.reply import DONE, Reply, opens, says
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact_as_manager
from handlers.kit.words import BadField, BadInput
from store import inventory, services, workspaces
from store.batches.types import Verb
from store.inventory import assigned_numbers
from store.inventory.types import Filter, NumberUse
from store.services.types import ServiceId, ServiceKind
from store.types import E164

_FOUND = 100  # options, as Slack allows


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """How a service is to be called; `shown` is the fingerprint of the name that the modal showed; "": nobody knows."""

    service: ServiceId
    name: str
    shown: str


def assign(tools: Tools, click: Click, ask: Assign) -> Reply:
    """Assign a number, or open the modal that asks for what was not said. Raises BadInput."""
    if len(ask.name) > allowed.NAME_LENGTH:
        raise BadInput("bad-service-name", said=ask.name, most=allowed.NAME_LENGTH)
    if ask.e164 is None or ask.kind is None or not ask.name:
        return ask_where(tools, click, ask)
    return send(tools, click, Change(e164=ask.e164, kind=ask.kind, name=ask.name, as_default=ask.as_default))


def ask_where(tools: Tools, click: Click, ask: Assign) -> Reply:
    """Open the modal in which a number is assigned."""
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refusal := roles.manage(workspace, click.member):
            return answers.may_not(click.member.locale, refusal, workspace)
        if ask.e164:
            owned = inventory.find(db, workspace.id, ask.e164, tools.now())
            if refusal := allowed.assign(workspace, owned, ask.kind or ServiceKind.QUEUE, as_default=False):
                return views.refused(click.member.locale, refusal, ask.e164, owned)
    return opens(views.assign(click.member.locale, ask))


def find_numbers(tools: Tools, click: Click, _carried: Carried, said: str) -> list[Option]:
    """Acquired numbers that serve nothing yet, for the list that finds as one types."""
    digits = figures(said)
    unassigned = Filter(uses=(NumberUse.ACQUIRED,), containing=digits)
    with tools.reading() as db:
        if roles.manage(workspaces.find(db, click.member.workspace), click.member) or (said.strip() and not digits):
            return []
        found = inventory.page(db, click.member.workspace, unassigned, tools.now(), limit=_FOUND)
    return [views.option(owned.e164) for owned in found]


def find_names(tools: Tools, click: Click, _carried: Carried, said: str) -> list[Option]:
    """Services whose name contains what was typed, and what was typed as a new one."""
    with tools.reading() as db:
        if roles.manage(workspaces.find(db, click.member.workspace), click.member):
            return views.names(click.member.locale, said, [])
        found = services.with_names_like(db, click.member.workspace, said, limit=_FOUND - 1)
    return views.names(click.member.locale, said, found)


def unassign(tools: Tools, click: Click, e164: E164, following: E164 | None = None) -> Reply:
    """Take a number from its service; `following` is the default of a bridge from then on."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        wish = Change(e164=e164, following=following)
        (decided,) = plan.carry_out(tx, Verb.UNASSIGN, [wish])
        owned, service = decided.owned, decided.service
        if decided.refusal is InventoryRefusal.NAME_NEXT_DEFAULT and owned and service:
            there = assigned_numbers(tx.db, [service])[service.id]
            return opens(views.next_default(locale, owned, service, allowed.next_defaults(e164, there)))
        if decided.refusal or owned is None or service is None:
            return views.refused(locale, decided.refusal or InventoryRefusal.NOT_OURS, e164, owned)
        return says(views.unassigned(locale, owned, service))

    return transact_as_manager(tools, click, work)


def make_default(tools: Tools, click: Click, e164: E164) -> Reply:
    """Make a number the default of the bridge that it is assigned to."""
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        owned = inventory.find(tx.db, tx.workspace.id, e164, tx.now)
        refusal = allowed.make_default(owned)
        if refusal or owned is None or owned.service is None:
            return views.refused(locale, refusal or InventoryRefusal.NOT_OURS, e164, owned)
        if owned.is_default:
            return says(say(locale, "default-already", number=views.shown(e164), service=views.named(owned.service)))
        before = allowed.default_of(assigned_numbers(tx.db, [owned.service])[owned.service.id])
        services.set_defaults(tx.db, tx.workspace.id, {owned.service.id: e164})
        told = {"default": before} if before else {}
        tx.record(InventoryAction.DEFAULT_CHANGED, e164, before=told, after={"service": owned.service.name})
        return says(views.default_changed(locale, owned, owned.service))

    return transact_as_manager(tools, click, work)


def rename(tools: Tools, click: Click, ask: Renaming) -> Reply:
    """Call a service something else.

    Raises BadField where another of its kind is called so, or where somebody has renamed it meanwhile.
    """
    name = ask.name

    def work(tx: MemberTransaction) -> Reply:
        service = services.find(tx.db, tx.workspace.id, ask.service)
        if service is None:
            raise BadInput("stale-button")
        comes_to = fate(name, service.name, ask.shown or None)
        if comes_to is Fate.CONFLICT:
            raise BadField(views.NAME, "renamed-meanwhile", name=service.name)
        if comes_to is Fate.AS_IT_IS:
            return DONE
        if any(other.id != service.id for other in services.named(tx.db, service.workspace, name, service.kind)):
            raise BadField(views.NAME, "service-name-taken", said=name)
        services.rename(tx.db, service, name)
        tx.record(
            InventoryAction.SERVICE_RENAMED,
            f"service {service.id}",
            before={"name": service.name},
            after={"name": name},
        )
        return DONE

    return transact_as_manager(tools, click, work)


def show(tools: Tools, click: Click, page: int) -> Reply:
    """The services with their numbers."""
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refusal := roles.search(workspace, click.member):
            return answers.may_not(click.member.locale, refusal, workspace)
        total = services.count(db, workspace.id)
        shown = services.page(db, workspace.id, limit=views.PAGE, offset=(page - 1) * views.PAGE)
        assigned = assigned_numbers(db, shown)
    return views.services(
        click.member.locale, page, total, [(each, assigned.get(each.id, [])) for each in shown], click.key
    )


def ask_for_name(tools: Tools, click: Click, of: ServiceId) -> Reply:
    """Open the modal in which a service is renamed."""
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refusal := roles.manage(workspace, click.member):
            return answers.may_not(click.member.locale, refusal, workspace)
        service = services.find(db, workspace.id, of)
    if service is None:
        raise BadInput("stale-button")
    return opens(views.rename(click.member.locale, service))


def send(tools: Tools, click: Click, wish: Change) -> Reply:
    """Assign a number to a service, to a new one where there is none of that name."""

    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        (decided,) = plan.carry_out(tx, Verb.ASSIGN, [wish])
        owned, service, before = decided.owned, decided.service, decided.default_before
        if decided.refusal or owned is None or service is None:
            return views.refused(locale, decided.refusal or InventoryRefusal.NOT_OURS, wish.e164, owned)
        return says(views.assigned(locale, owned, service, is_default=decided.is_default, others=before is not None))

    return transact_as_manager(tools, click, work)

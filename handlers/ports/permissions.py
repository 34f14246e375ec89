"""What a member may do with a port order, in words where they may not."""

from handlers.kit import answers, roles
from handlers.kit.member import Click
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Reply
from handlers.ports import rules as port_rules
from handlers.ports.rules import PortRefusal
from handlers.ports.views.parts import state_name
from store.ports.types import PortOrder, State
from store.workspaces.types import Workspace


def look(workspace: Workspace, click: Click) -> Reply | None:
    """Why a member may not know of port orders, if so."""
    refusal = roles.search(workspace, click.member)
    return answers.may_not(click.member.locale, refusal, workspace) if refusal else None


def port(workspace: Workspace, click: Click) -> Reply | None:
    """Why a member may have nothing to do with port orders, if so."""
    refusal = roles.port(workspace, click.member)
    return answers.may_not(click.member.locale, refusal, workspace) if refusal else None


def edit(workspace: Workspace, click: Click, order: PortOrder) -> Reply | None:
    """Why a member may not change what an order says, if so: only of drafts and refused orders it can be."""
    if refusal := port(workspace, click):
        return refusal
    if port_rules.is_editable(order):
        return None
    return in_its_state(click, PortRefusal.NOT_EDITABLE, order, order.state)


def in_its_state(click: Click, refusal: Refusal, order: PortOrder, state: State, to: State | None = None) -> Reply:
    """Say that an order's state does not allow something."""
    locale = click.member.locale
    said = {"order": order.name, "state": state_name(locale, state)}
    return answers.refused(locale, refusal, **said, **({"to": state_name(locale, to)} if to else {}))

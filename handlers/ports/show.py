"""Where port orders are: a list, one of them as its card shows it, and the order that a number is in."""

from collections.abc import Collection
from datetime import datetime

from handlers.kit.member import Click
from handlers.kit.reply import Message, Reply
from handlers.kit.tools import Tools
from handlers.ports import lookup, open_points, permissions
from handlers.ports.entries import PortAction
from handlers.ports.requests import ListOrders
from handlers.ports.views import card as cards
from handlers.ports.views import lists as views
from handlers.ports.views.lists import Listing
from store import audit, numbers, ports, workspaces
from store.ports import comments
from store.ports.types import OPEN, OrderId, PortOrder, State
from store.session import Db
from store.types import E164
from store.workspaces.types import Workspace

_COMMENTS = 5


def show_list(tools: Tools, click: Click, ask: ListOrders) -> Reply:
    """A page of the orders in a state, or of those that are open."""
    locale = click.member.locale
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refused := permissions.look(workspace, click):
            return refused
        states = OPEN if ask.state is None else {ask.state}
        found = listing(db, workspace, states, tools.now(), limit=views.PAGE, offset=(ask.page - 1) * views.PAGE)
    return views.orders(locale, ask, found, click.key)


def show(tools: Tools, click: Click, of: OrderId) -> Reply:
    """Answer with what the order's card shows, and what was last said about it."""
    member = click.member
    with tools.reading() as db:
        workspace = workspaces.find(db, member.workspace)
        if refused := permissions.look(workspace, click):
            return refused
        order = lookup.find(db, member.workspace, of)
        card = render(db, workspace, order, member.locale, tools.now())
        said = comments.last(db, order, limit=_COMMENTS)
    return views.with_comments(member.locale, card, said)


def status(tools: Tools, click: Click, e164: E164) -> Reply:
    """Where a number is."""
    member = click.member
    with tools.reading() as db:
        workspace = workspaces.find(db, member.workspace)
        if refused := permissions.look(workspace, click):
            return refused
        kept = numbers.find(db, e164)
        in_orders = ports.with_number(db, workspace.id, e164)[:1]
        orders = [lookup.find(db, workspace.id, order) for order in in_orders]
    return views.where_is(member.locale, e164, kept, orders, workspace.id, tools.now())


def listing(
    db: Db, workspace: Workspace, states: Collection[State], now: datetime, *, limit: int, offset: int = 0
) -> Listing:
    """Some orders in these states, the latest first, with their open points."""
    orders = ports.page(db, workspace.id, states, limit=limit, offset=offset)
    points = {order.id: open_points.open_points(order, workspace, now.date()) for order in orders}
    return Listing(orders=orders, points=points, total=ports.count(db, workspace.id, states), now=now)


def render(db: Db, workspace: Workspace, order: PortOrder, locale: str, now: datetime) -> Message:
    """The order's card as it is now."""
    data = cards.OrderCard(
        order=order,
        points=open_points.open_points(order, workspace, now.date()),
        reached=_reached(db, order),
        followers=ports.followers(db, order),
        now=now,
    )
    return cards.card(locale, data)


def _reached(db: Db, order: PortOrder) -> dict[State, datetime]:
    """When the order came to each state, the last time, as the record has it."""
    reached = {State.DRAFT: order.created_at}
    for entry in audit.of(db, order.workspace, order.name):
        if entry.deed.action == PortAction.PORT_MOVED and entry.deed.after["state"] != entry.deed.before["state"]:
            reached[State(entry.deed.after["state"])] = entry.deed.at
    return reached

"""Several port orders at once, and where a number is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from slack_sdk.models.blocks import Block

from handlers.inventory import whose
from handlers.kit.blocks import actions, brief, context, mention, pretty, runs, section, some
from handlers.kit.messages import moment, say, unescaped
from handlers.kit.reply import Message, Reply, says
from handlers.ports.open_points import Point
from handlers.ports.requests import ListOrders, as_typed
from handlers.ports.views.parts import comment, points, reason_words, state_name, titled
from store.numbers.types import Kept
from store.ports.types import OPEN, Comment, OrderId, PortOrder
from store.types import E164, WorkspaceId

PAGE = 8
_FILES, _FILE_NAME = 3, 60  # files of a comment that are named, and characters of a name
NEW = "port new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Some orders with their open points, of `total` that were asked for."""

    orders: Sequence[PortOrder]
    points: Mapping[OrderId, Sequence[Point]]
    total: int
    now: datetime


def orders(locale: str, ask: ListOrders, listing: Listing, nonce: str) -> Reply:
    """A page of orders, each with a button that shows it."""
    begin = runs(say(locale, "port-button-new"), NEW, nonce, at=PAGE)
    if not listing.orders:
        said = say(locale, "port-none-open")
        if ask.state:
            said = say(locale, "port-none-in", state=state_name(locale, ask.state))
        return says(said, section(said), actions(begin))
    lines = [order_line(locale, order, listing.points[order.id], listing.now) for order in listing.orders]
    first = (ask.page - 1) * PAGE + 1
    last = first + len(listing.orders) - 1
    shown = say(locale, "search-shown", first=first, last=last, total=listing.total)
    buttons = [runs(order.name, f"port {order.name}", nonce, at=at) for at, order in enumerate(listing.orders)]
    if last < listing.total:
        next_page = as_typed(replace(ask, page=ask.page + 1))
        buttons.append(runs(say(locale, "button-next-page"), next_page, nonce, turn=True, at=PAGE + 1))
    blocks = [*map(section, lines), context(shown), actions(*buttons, begin)]
    return says("\n".join([*lines, shown]).replace("*", "")[:3000], *blocks)


def order_line(locale: str, order: PortOrder, open_points: Sequence[Point], now: datetime) -> str:
    """An order in a few lines: what it is, where it is, and what somebody has to do."""
    said = say(
        locale, "port-standing", state=state_name(locale, order.state_at(now)), since=moment(order.since_at(now))
    )
    foc = f" · {say(locale, 'port-foc', time=moment(order.foc))}" if order.foc else ""
    reason = [reason_words(locale, order.reason)] if order.reason else []
    todo = [f"• {each}" for each in points(locale, order, open_points)]
    return "\n".join([titled(locale, order), f"{said}{foc}", *reason, *todo])


def with_comments(locale: str, card: Message, comments: Sequence[Comment]) -> Reply:
    """An order as its card shows it, with what was last said about it."""
    said = [section(say(locale, "port-comments")), *(section(_comment(locale, each)) for each in comments)]
    return says(card.text, *card.blocks, *(said if comments else []))


def where_is(
    locale: str, e164: E164, kept: Kept | None, orders: Sequence[PortOrder], own: WorkspaceId, now: datetime
) -> Reply:
    """Where a number is: in which order, or whose."""
    told_by_its_order = kept is None and any(order.state in OPEN for order in orders)
    where = "" if told_by_its_order else whose(locale, e164, kept, own, now)
    lines = [say(locale, "port-number", number=pretty(e164)), where]
    lines += [order_line(locale, order, (), now) for order in orders]
    text = "\n".join(filter(None, lines))
    return says(text.replace("*", ""), section(text))


def _comment(locale: str, said: Comment) -> str:
    named = some(locale, [brief(name, _FILE_NAME) for name in said.files], _FILES)
    files = f" · {named}" if named else ""
    return f"{mention(said.by)} · {moment(said.at)}: {comment(unescaped(said.text))}{files}"


def home(locale: str, listing: Listing, nonce: str, *, may_begin: bool) -> list[Block]:
    """The open orders as the Home tab shows them; `may_begin` whether the member may write another."""
    buttons = [runs(order.name, f"port {order.name}", nonce, at=20 + at) for at, order in enumerate(listing.orders)]
    buttons += [runs(say(locale, "port-button-new"), NEW, nonce, at=19)] if may_begin else []
    begin = [actions(*buttons)] if buttons else []
    if not listing.orders:
        return [section(say(locale, "home-no-orders")), *begin]
    lines = [section(order_line(locale, order, listing.points[order.id], listing.now)) for order in listing.orders]
    more = listing.total - len(listing.orders)
    return [*lines, *([context(say(locale, "and-more", count=more))] if more > 0 else []), *begin]

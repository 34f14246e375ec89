"""Which numbers of a list can be in an order, as the desk's own books have it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from handlers.kit.member import Member
from handlers.kit.tools import Tools
from handlers.ports import dates, port_list
from handlers.ports.port_list import Bad, Listed, RefusedNumber
from store import numbers, ports, workspaces
from store.numbers.types import Kept, Status
from store.ports.types import Field, OrderId, PortOrder, Scope
from store.session import Db
from store.types import E164, WorkspaceId


def judge(db: Db, workspace: WorkspaceId, listed: Listed, now: datetime, of: OrderId | None) -> Listed:
    """The list without the numbers that are of the stock, or in an open order other than `of`: those are named."""
    taken = unfit(db, workspace, [each.e164 for each in listed.numbers], now, of)
    refused = tuple(taken[each.e164] for each in listed.numbers if each.e164 in taken)
    fit = tuple(each for each in listed.numbers if each.e164 not in taken)
    return replace(listed, numbers=fit, refused=(*listed.refused, *refused))


def may_insist(by: Member, listed: Listed, before: Collection[E164]) -> Listed:
    """The list without the numbers beyond the numbering plan, where those are new and who wrote them is no admin."""
    new = [] if by.is_admin else insisted_on(listed, before)
    refused = tuple(RefusedNumber(said=e164, why=Bad.MAY_NOT_INSIST) for e164 in new)
    fit = tuple(each for each in listed.numbers if each.e164 not in new)
    return replace(listed, numbers=fit, refused=(*listed.refused, *refused))


def insisted_on(listed: Listed, before: Collection[E164]) -> list[E164]:
    """The numbers that are new to an order though the numbering plan does not know them."""
    return [each.e164 for each in listed.numbers if each.beyond_plan and each.e164 not in before]


def unfit(
    db: Db,
    workspace: WorkspaceId,
    named: Sequence[E164],
    now: datetime,
    of: OrderId | None,
    *,
    lock: bool = False,
) -> Mapping[E164, RefusedNumber]:
    """Of these numbers, those that cannot be in the order `of`, each with the reason: they are of the desk's own stock,
    whoever has them, or in another open order.

    `lock` keeps it so until the transaction ends.
    """
    refused = {
        kept.e164: RefusedNumber(said=kept.e164, why=_why(kept, workspace, now))
        for kept in numbers.find_each(db, named, lock=lock)
        if kept.status is not Status.REMOVED
    }
    elsewhere = ports.in_open_orders(db, workspace, named)
    in_order = {
        e164: RefusedNumber(said=e164, why=Bad.IN_ORDER, detail=f"PO-{order}")
        for e164, order in elsewhere.items()
        if order != of
    }
    return refused | in_order


def _why(kept: Kept, workspace: WorkspaceId, now: datetime) -> Bad:
    if kept.available_at is not None and kept.available_at <= now:
        return Bad.IN_STOCK
    if kept.workspace != workspace:
        return Bad.TAKEN
    return Bad.ON_HOLD if kept.status is Status.HELD else Bad.OURS


def find_out(tools: Tools, workspace: WorkspaceId, of: OrderId) -> None:
    """Find out what takes long of an order before anybody waits for its lock: it is remembered.

    What the numbering plan says of its numbers takes a second where there are thousands, and holidays nearly as long.
    """
    with tools.reading() as db:
        order, settings = ports.find(db, workspace, of), workspaces.find(db, workspace)
    if order:
        port_list.read(order.typed, settings.country)
        dates.first_date(settings, countries(order, settings.country), tools.now().date())


def parts(order: PortOrder, country: str) -> list[PortOrder]:
    """The orders that an order must be split into: each for one country and kind, with no more numbers than it may.

    The first is the order itself; the others have no number yet. Of a full port, those that the BTN is not in are
    partial: they leave it out.
    """
    groups = port_list.split(port_list.known(order.numbers, country))
    if not groups:
        return [replace(order, country="", kind=None)]
    return [
        replace(
            order,
            id=order.id if at == 0 else OrderId(0),
            country=home,
            kind=kind,
            numbers=tuple(sorted(group)),
            scope=order.scope if order.says(Field.BTN) in group else Scope.PARTIAL,
        )
        if len(groups) > 1
        else replace(order, country=home, kind=kind)
        for at, (home, kind, group) in enumerate(groups)
    ]


def of_one_kind(order: PortOrder, country: str) -> PortOrder:
    """The order with its country and kind, where it has but one of both."""
    first, *others = parts(order, country)
    return replace(order, country="", kind=None) if others else replace(order, country=first.country, kind=first.kind)


def countries(order: PortOrder, country: str) -> list[str]:
    """The countries that an order's numbers are of."""
    return list(dict.fromkeys(each.country for each in port_list.known(order.numbers, country)))

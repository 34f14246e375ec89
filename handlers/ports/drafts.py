"""Drafts as they are written down, changed and divided: each time with its entry, its card and its alarm."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.kit.cards import card
from handlers.kit.transaction import MemberTransaction
from handlers.ports import eligibility, move
from handlers.ports import rules as port_rules
from handlers.ports.entries import PortAction
from handlers.ports.views.steps import LIST_LENGTH
from store import ports
from store.ports import secrets
from store.ports.types import SECRETS, PortOrder, Scope
from store.types import E164, ChannelId, UserId


def blank(tx: MemberTransaction, channel: ChannelId) -> PortOrder:
    """A new order of the member's that nothing is written in yet."""
    return PortOrder(
        workspace=tx.workspace.id,
        id=ports.next_id(tx.db, tx.workspace.id),
        requested_by=tx.member.user,
        channel=channel,
        created_at=tx.now,
        since=tx.now,
    )


def write(tx: MemberTransaction, order: PortOrder, after: dict[str, Any]) -> None:
    """Write down a new order; `after` is what the record tells of it."""
    order = secrets.hide(tx.tools.vault, order)
    ports.write(tx.db, order)
    tx.record(PortAction.PORT_DRAFTED, order.name, before={}, after=after)
    tx.owe(card(order))
    move.alarm_anew(tx, order)
    tx.concerns_everybody()


def save(tx: MemberTransaction, before: PortOrder, order: PortOrder) -> PortOrder:
    """Write down what an order says now, and return it with its new version."""
    order = secrets.hide(tx.tools.vault, order)
    saved = ports.save(tx.db, before, order)
    was, is_ = _said(before), _said(order)
    changed = [name for name in sorted(was.keys() | is_.keys()) if was.get(name) != is_.get(name)]
    if changed:
        told = [{name: _told(name, said.get(name)) for name in changed} for said in (was, is_)]
        tx.record(PortAction.PORT_EDITED, order.name, before=told[0], after=told[1])
    tx.owe(card(saved))
    move.alarm_anew(tx, saved)
    tx.concerns_everybody()
    return saved


def notify(tx: MemberTransaction, order: PortOrder, wanted: Sequence[UserId]) -> None:
    """Let these members hear of each change, and nobody else beside the one who asked."""
    now = ports.followers(tx.db, order)
    gone, come = set(now) - set(wanted), [user for user in wanted if user not in now]
    if gone:
        ports.unfollow(tx.db, order, gone)
    ports.follow(tx.db, order, come)
    if gone or come:
        tx.record(
            PortAction.PORT_EDITED, order.name, before={"followers": sorted(now)}, after={"followers": sorted(wanted)}
        )
        tx.owe(card(ports.changed(tx.db, order)))


def split(tx: MemberTransaction, order: PortOrder) -> None:
    """Split an order that is of several kinds or countries, or of too many numbers."""
    first, *others = eligibility.parts(order, tx.workspace.country)
    if others:
        first = save(tx, order, _relisted(first))
        _divide(tx, first, others)


def take_out(tx: MemberTransaction, order: PortOrder, gone: Sequence[E164]) -> None:
    """Put some numbers of an order into an order of their own, which says the same."""
    kept, country = port_rules.kept_apart(order.numbers, gone), tx.workspace.country
    left = save(tx, order, _relisted(eligibility.of_one_kind(replace(order, numbers=kept), country)))
    apart = eligibility.of_one_kind(replace(order, numbers=tuple(gone), scope=Scope.PARTIAL), country)
    _divide(tx, left, [apart])


def _divide(tx: MemberTransaction, order: PortOrder, parts: Sequence[PortOrder]) -> None:
    """Make drafts of these parts of an order, which has them no longer."""
    followers, orders = ports.followers(tx.db, order), {}
    for part in parts:
        draft = _relisted(
            replace(
                blank(tx, order.channel),
                requested_by=order.requested_by,
                country=part.country,
                kind=part.kind,
                scope=part.scope,
                fields=secrets.reveal(tx.tools.vault, order).fields,
                numbers=part.numbers,
            )
        )
        write(tx, draft, {"from": order.name, "numbers": draft.numbers})
        ports.follow(tx.db, draft, followers)
        orders[draft.name] = len(draft.numbers)
    move.changed(tx, order, tx.record(PortAction.PORT_DIVIDED, order.name, before={}, after={"orders": orders}))


def _relisted(order: PortOrder) -> PortOrder:
    """The order with a list of its own numbers, and of no others, as far as there is room for that."""
    listed = "\n".join(order.numbers)
    return replace(order, typed=listed if len(listed) <= LIST_LENGTH else "")


def _said(order: PortOrder) -> dict[str, Any]:
    return {**order.fields, "scope": order.scope, "numbers": order.numbers}


def _told(name: str, said: Any) -> Any:
    return secrets.MASK if name in SECRETS and said else said

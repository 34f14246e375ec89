"""What becomes of a port order once it is written: sent, moved on, followed, divided, cancelled."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.kit import answers
from handlers.kit.blocks import pretty
from handlers.kit.cards import card
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.number_reading import Unread
from handlers.kit.one_number import unread_in_field
from handlers.kit.reply import DONE, Reply, opens, says
from handlers.kit.telephone import spans
from handlers.kit.times import Local, understood
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.kit.words import BadField
from handlers.ports import drafts, eligibility, lookup, move, open_points, permissions, rules
from handlers.ports import rules as port_rules
from handlers.ports.entries import PortAction
from handlers.ports.rules import NO_NEWS, Mover, News, PortRefusal
from handlers.ports.views import answers as views
from handlers.ports.views import update as modals
from handlers.ports.views.parts import state_name
from handlers.ports.views.words import CAPACITIES
from store import ports, workspaces
from store.ports.types import Capacity, OrderId, PortOrder, State
from store.types import E164
from store.workspaces.types import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """An order to be sent. `shown`: what the modal showed of it; "": nobody knows."""

    order: OrderId
    capacity: Capacity
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """Where an order is now, as an admin says. `shown`: what the modal showed of it; "": nobody knows."""

    order: OrderId
    shown: str
    to: State
    news: News
    foc: Local | None = None  # that of the news, as it was given


def ask_to_send(tools: Tools, click: Click, of: OrderId) -> Reply:
    """Open the modal in which an order is sent, where nothing is missing."""
    with tools.reading() as db:
        workspace, order = workspaces.find(db, click.member.workspace), lookup.find(db, click.member.workspace, of)
        now = tools.now()
        refused = permissions.edit(workspace, click, order) or _lacks(workspace, click, order, now)
    return refused or opens(modals.send(click.member.locale, order, open_points.warnings(order)))


def send(tools: Tools, click: Click, ask: Send) -> Reply:
    """Send a draft or a refused order, with what support said of the capacity.

    Raises BadField where somebody has said something else of that meanwhile.
    """

    def work(tx: MemberTransaction, order: PortOrder) -> Reply:
        refused = permissions.edit(tx.workspace, click, order) or _lacks(tx.workspace, click, order, tx.now)
        if refused:
            return refused
        if taken := eligibility.unfit(tx.db, order.workspace, order.numbers, tx.now, order.id, lock=True):
            return views.taken(click.member.locale, order, list(taken.values()))
        if ask.capacity is not order.capacity:
            if ask.shown not in ("", modals.shown(order)):
                raise _moved_meanwhile(tx, order, modals.CAPACITY)
            order = _say_capacity(tx, order, ask.capacity)
        return _moved(tx, order, State.PROCESSING, Mover.MEMBER) or DONE

    return _act(tools, click, ask.order, work)


def ask_for_update(tools: Tools, click: Click, of: OrderId) -> Reply:
    """Open the modal in which an admin says where an order is."""
    with tools.reading() as db:
        order = lookup.find(db, click.member.workspace, of)
    locale, now = click.member.locale, tools.now()
    if refusal := rules.move_orders(click.member):
        return answers.refused(locale, refusal)
    state = order.state_at(now)
    states = port_rules.moves(state, Mover.ADMIN)
    if not states:
        return permissions.in_its_state(click, PortRefusal.NOTHING_NEW, order, state)
    return opens(modals.update(locale, order, states, now))


def update(tools: Tools, click: Click, ask: Update) -> Reply:
    """Move an order where an admin says it is. Raises BadField where somebody has moved it meanwhile."""

    def work(tx: MemberTransaction, order: PortOrder) -> Reply:
        if refusal := rules.move_orders(tx.member):
            return answers.refused(click.member.locale, refusal)
        if ask.to is order.state is State.APPROVED and ask.news.foc == order.foc:
            raise BadField(modals.DATE, "port-same-foc")
        allowed = port_rules.moves(order.state_at(tx.now), Mover.ADMIN)
        if ask.shown not in ("", modals.shown(order)) and ask.to in allowed:
            raise _moved_meanwhile(tx, order, modals.STATE)
        return _moved(tx, order, ask.to, Mover.ADMIN, ask.news) or _read_as(click.member.locale, order, ask.foc)

    return _act(tools, click, ask.order, work)


def _moved_meanwhile(tx: MemberTransaction, order: PortOrder, field: str) -> BadField:
    locale = tx.member.locale
    capacity = say(locale, CAPACITIES[order.capacity])
    foc = [f"FOC {order.foc:%Y-%m-%d %H:%M} UTC"] if order.foc else []
    now = " · ".join([state_name(locale, order.state_at(tx.now)), *foc, capacity])
    return BadField(field, "port-moved-meanwhile", now=now)


def _read_as(locale: str, order: PortOrder, foc: Local | None) -> Reply:
    """Say what a FOC was taken for; nothing where none was given."""
    if foc is None:
        return DONE
    return says(say(locale, "port-foc-read", order=order.name, time=understood(locale, foc)))


def cancel(tools: Tools, click: Click, of: OrderId) -> Reply:
    """End an order that is not about to be transferred."""
    locale = click.member.locale

    def work(tx: MemberTransaction, order: PortOrder) -> Reply:
        refused = permissions.port(tx.workspace, click) or _moved(tx, order, State.CANCELLED, Mover.MEMBER)
        return refused or says(say(locale, "port-you-cancelled", order=order.name))

    return _act(tools, click, of, work)


def confirm_capacity(tools: Tools, click: Click, of: OrderId) -> Reply:
    """Support has confirmed the capacity of an order that was sent without."""
    locale = click.member.locale

    def work(tx: MemberTransaction, order: PortOrder) -> Reply:
        if refused := permissions.port(tx.workspace, click):
            return refused
        if order.capacity is Capacity.CONFIRMED or not port_rules.TABLE[order.state]:
            return says(say(locale, "port-capacity-settled", order=order.name))
        _say_capacity(tx, order, Capacity.CONFIRMED)
        return says(say(locale, "port-capacity-thanks", order=order.name))

    return _act(tools, click, of, work)


def follow(tools: Tools, click: Click, of: OrderId) -> Reply:
    """Let a member hear of each change of an order."""
    locale = click.member.locale

    def work(tx: MemberTransaction, order: PortOrder) -> Reply:
        user = tx.member.user
        if refused := permissions.look(tx.workspace, click):
            return refused
        if user == order.requested_by or user in ports.followers(tx.db, order):
            return says(say(locale, "port-followed-already", order=order.name))
        ports.follow(tx.db, order, [user])
        tx.record(PortAction.PORT_FOLLOWED, order.name, before={}, after={})
        tx.owe(card(ports.changed(tx.db, order)))
        return says(say(locale, "port-followed", order=order.name))

    return _act(tools, click, of, work)


def unfollow(tools: Tools, click: Click, of: OrderId) -> Reply:
    """Let a member hear of an order no longer; who asked for it always does."""
    locale = click.member.locale

    def work(tx: MemberTransaction, order: PortOrder) -> Reply:
        user = tx.member.user
        if user == order.requested_by:
            return says(say(locale, "port-yours", order=order.name))
        if not ports.unfollow(tx.db, order, [user]):
            return permissions.look(tx.workspace, click) or says(say(locale, "port-not-followed", order=order.name))
        tx.record(PortAction.PORT_UNFOLLOWED, order.name, before={}, after={})
        tx.owe(card(ports.changed(tx.db, order)))
        return says(say(locale, "port-unfollowed", order=order.name))

    return _act(tools, click, of, work)


def ask_what_to_take_out(tools: Tools, click: Click, of: OrderId) -> Reply:
    """Open the modal in which numbers are taken out of an order."""
    with tools.reading() as db:
        workspace, order = workspaces.find(db, click.member.workspace), lookup.find(db, click.member.workspace, of)
    return permissions.edit(workspace, click, order) or opens(modals.take_out(click.member.locale, order))


def take_out(tools: Tools, click: Click, of: OrderId, said: str) -> Reply:
    """Put the numbers that were written into an order of their own, so that the others can go on. Raises BadField."""

    def work(tx: MemberTransaction, order: PortOrder) -> Reply:
        if refused := permissions.edit(tx.workspace, click, order):
            return refused
        gone = _named(said, order, tx.workspace.country)
        if len(gone) == len(order.numbers):
            raise BadField(modals.NUMBERS, "port-nothing-left")
        drafts.take_out(tx, order, sorted(gone))
        return DONE

    return _act(tools, click, of, work)


def _named(text: str, order: PortOrder, country: str) -> set[E164]:
    """The numbers of an order that a list names. Raises BadField where it names others, or none."""
    named: set[E164] = set()
    in_order = frozenset(order.numbers)
    for said, span in spans(text, country, among=order.numbers, beyond_plan=True):
        if isinstance(span, Unread):
            raise unread_in_field(modals.NUMBERS, span, said, country)
        meant = [E164(f"+{digits}") for digits in span]
        strangers = [e164 for e164 in meant if e164 not in in_order]
        if strangers:
            raise BadField(modals.NUMBERS, "port-not-in-it", said=pretty(strangers[0]))
        named.update(meant)
    if not named:
        raise BadField(modals.NUMBERS, "port-not-in-it", said=text)
    return named


def _act(tools: Tools, click: Click, of: OrderId, work: Callable[[MemberTransaction, PortOrder], Reply]) -> Reply:
    """Do something with an order, which is locked meanwhile."""
    eligibility.find_out(tools, click.member.workspace, of)
    return transact(tools, click, lambda tx: work(tx, lookup.find(tx.db, tx.workspace.id, of, lock=True)))


def _lacks(workspace: Workspace, click: Click, order: PortOrder, now: datetime) -> Reply | None:
    lacking = open_points.before_sending(order, workspace, now.date())
    return views.lacks(click.member.locale, order, lacking, "port-not-ready") if lacking else None


def _moved(tx: MemberTransaction, order: PortOrder, to: State, mover: Mover, news: News = NO_NEWS) -> Reply | None:
    """Move an order; or say why that cannot be."""
    moved = move.move(tx, order, to, mover, news)
    if isinstance(moved, PortOrder):
        return None
    return permissions.in_its_state(tx.click, moved, order, order.state_at(tx.now), to)


def _say_capacity(tx: MemberTransaction, order: PortOrder, capacity: Capacity) -> PortOrder:
    before = {"capacity": order.capacity}
    order = ports.said_of_capacity(tx.db, order, capacity)
    entry = tx.record(PortAction.PORT_CAPACITY, order.name, before=before, after={"capacity": capacity})
    move.changed(tx, order, entry)
    return order

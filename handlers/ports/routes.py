"""What a member presses or sends about port orders goes to the one who does it."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import Option

from handlers.kit.fields import Carried, Fields, file, selected, typed, typed_within
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.requests import OfOrders
from handlers.kit.tools import Tools
from handlers.kit.words import BadField
from handlers.ports import follow_up, form, letters, show, write
from handlers.ports.follow_up import Update
from handlers.ports.form import order
from handlers.ports.letters import Signed
from handlers.ports.requests import ListOrders, NewOrder, ShowOrder, Status
from handlers.ports.rules import News
from handlers.ports.views import card, letter, steps
from handlers.ports.views import update as modals
from store.ports.types import Capacity, OrderId, Reason, State
from store.workspaces.types import Workspace

__all__ = ["PRESSES", "SUBMITS", "find_zone", "run"]

Press = Callable[[Tools, Click, Carried, Fields], Reply]
Submit = Callable[[Tools, Click, Carried, Fields, Workspace], Reply]


def run(tools: Tools, click: Click, ask: OfOrders) -> Reply:
    """A command about port orders was typed."""
    match ask:
        case NewOrder():
            return write.new(tools, click)
        case ListOrders():
            return show.show_list(tools, click, ask)
        case ShowOrder(order=of):
            return show.show(tools, click, of)
        case Status(e164=e164):
            return show.status(tools, click, e164)


def find_zone(tools: Tools, said: str) -> list[Option]:
    """The time zones for what was typed."""
    return modals.zones(said, tools.now())


def _about(work: Callable[[Tools, Click, OrderId], Reply]) -> Press:
    return lambda tools, click, value, _fields: work(tools, click, order(value))


def _back(tools: Tools, click: Click, value: Carried, fields: Fields) -> Reply:
    return write.back(tools, click, form.as_typed(value, fields))


def _step(tools: Tools, click: Click, value: Carried, fields: Fields, workspace: Workspace) -> Reply:
    return write.next_step(tools, click, form.written(value, fields, workspace.country))


def _signed(tools: Tools, click: Click, value: Carried, fields: Fields, _workspace: Workspace) -> Reply:
    signer = typed_within(fields, letter.SIGNER, letter.NAME_LENGTH, "port-too-long")
    return letters.hand_in(tools, click, Signed(order=order(value), file=file(fields, letter.FILE), signer=signer))


def _sent(tools: Tools, click: Click, value: Carried, fields: Fields, _workspace: Workspace) -> Reply:
    said = selected(fields, modals.CAPACITY)
    if said not in (Capacity.CONFIRMED, Capacity.NOT_YET):
        raise BadField(modals.CAPACITY, "port-no-capacity")
    return follow_up.send(tools, click, order(value), Capacity(said))


def _updated(tools: Tools, click: Click, value: Carried, fields: Fields, _workspace: Workspace) -> Reply:
    state, reason = selected(fields, modals.STATE), selected(fields, modals.REASON)
    if state not in list(State):
        raise BadField(modals.STATE, "settings-not-a-choice")
    comment = typed_within(fields, modals.COMMENT, modals.COMMENT_LENGTH, "port-too-long")
    to = State(state)
    if to is State.ERROR and reason not in list(Reason):
        raise BadField(modals.REASON, "port-no-reason")
    news = News(
        foc=_foc(fields, tools.now()) if to is State.APPROVED else None,
        reason=Reason(reason) if to is State.ERROR else None,
        comment=comment,
    )
    return follow_up.update(tools, click, Update(order=order(value), to=to, news=news))


def _foc(fields: Fields, now: datetime) -> datetime:
    date = form.iso_date(typed(fields, modals.DATE, "selected_date"))
    time = form.iso_time(typed(fields, modals.TIME, "selected_time"))
    zone = selected(fields, modals.ZONE, modals.FIND_ZONE)
    for said, name in ((date, modals.DATE), (time, modals.TIME)):
        if not said:
            raise BadField(name, "port-no-foc")
    if zone not in modals.ZONES:
        raise BadField(modals.ZONE, "port-no-zone")
    foc = modals.foc_at(date, time, zone)
    if foc <= now:
        raise BadField(modals.DATE, "port-past-foc", now=f"{now.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}")
    return foc


def _taken_out(tools: Tools, click: Click, value: Carried, fields: Fields, _workspace: Workspace) -> Reply:
    said = typed_within(fields, modals.NUMBERS, modals.NUMBERS_LENGTH, "port-too-long")
    return follow_up.take_out(tools, click, order(value), said)


PRESSES: dict[str, Press] = {
    steps.BACK: _back,
    card.GO_ON: _about(write.go_on),
    card.LETTER: _about(letters.make),
    card.SIGNED: _about(letters.ask),
    card.FETCH: _about(letters.fetch),
    card.SEND: _about(follow_up.ask_to_send),
    card.UPDATE: _about(follow_up.ask_for_update),
    card.CANCEL: _about(follow_up.cancel),
    card.CAPACITY: _about(follow_up.confirm_capacity),
    card.FOLLOW: _about(follow_up.follow),
    card.UNFOLLOW: _about(follow_up.unfollow),
    card.TAKE_OUT: _about(follow_up.ask_what_to_take_out),
}
SUBMITS: dict[str, Submit] = {
    steps.CALLBACK: _step,
    letter.CALLBACK: _signed,
    modals.SEND: _sent,
    modals.UPDATE: _updated,
    modals.TAKE_OUT: _taken_out,
}

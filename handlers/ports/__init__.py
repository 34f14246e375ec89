"""Ports: existing numbers are brought over from another carrier, with a letter of authorisation."""

from collections.abc import Callable
from pathlib import Path

from handlers.kit.feature import Feature, Press
from handlers.kit.fields import Carried, Fields
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.settings import Section
from handlers.kit.tools import Tools
from handlers.kit.topics import Group, Topic
from handlers.ports import clock, follow_up, letters, outbox, payloads, requests, show, step_payloads, wizard
from handlers.ports.entries import ENTRIES
from handlers.ports.events import heed
from handlers.ports.owing import PortOutbox
from handlers.ports.requests import ListOrders, NewOrder, ShowOrder, Status
from handlers.ports.rules import PortRefusal
from handlers.ports.settings import SECRET_DAYS
from handlers.ports.show import listing
from handlers.ports.step_payloads import order
from handlers.ports.subject import PortSubject
from handlers.ports.views import card, letter, steps, update
from handlers.ports.views.lists import Listing
from handlers.ports.views.lists import home as orders_at_home
from store.ports.types import OrderId
from store.workspaces import columns

__all__ = ["PORTS", "Listing", "heed", "listing", "orders_at_home"]


def _about(work: Callable[[Tools, Click, OrderId], Reply]) -> Press:
    """What a button does that carries nothing but its order."""
    return lambda tools, click, value, _fields: work(tools, click, order(value))


def _back(tools: Tools, click: Click, value: Carried, fields: Fields) -> Reply:
    return wizard.back(tools, click, step_payloads.as_typed(value, fields))


PORTS = Feature(
    name="ports",
    words=Path(__file__).parent,
    commands={"port": requests.read_port, "status": requests.read_status},
    runs={
        NewOrder: lambda tools, click, _ask: wizard.new(tools, click),
        ListOrders: show.show_list,
        ShowOrder: lambda tools, click, ask: show.show(tools, click, ask.order),
        Status: lambda tools, click, ask: show.status(tools, click, ask.e164),
    },
    actions={
        steps.BACK: _back,
        card.GO_ON: _about(wizard.go_on),
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
    },
    submissions={
        steps.CALLBACK: wizard.send_step,
        letter.CALLBACK: lambda tools, click, value, fields: letters.hand_in(
            tools, click, payloads.signed(value, fields)
        ),
        update.SEND: lambda tools, click, value, fields: follow_up.send(tools, click, payloads.send(value, fields)),
        update.UPDATE: lambda tools, click, value, fields: follow_up.update(
            tools, click, payloads.update(value, fields, tools.now())
        ),
        update.TAKE_OUT: lambda tools, click, value, fields: follow_up.take_out(
            tools, click, order(value), payloads.taken_out(fields)
        ),
    },
    options={update.FIND_ZONE: lambda tools, _click, _carried, said: update.zones(said, tools.now())},
    messages={
        PortOutbox.NEWS: outbox.put_news,
        PortOutbox.LETTER: outbox.put_letter,
        PortOutbox.SIGNED: outbox.put_signed,
        PortOutbox.REJECTED: outbox.put_rejected,
        PortOutbox.FETCH: outbox.put_fetch,
    },
    subjects=(PortSubject(),),
    entries=ENTRIES,
    timers=clock.TIMERS,
    settings=(
        columns.COUNTRY,
        columns.PORT_LEAD_DAYS,
        columns.PORT_SILENT_DAYS,
        SECRET_DAYS,
        columns.MAY_PORT,
        columns.MAY_FETCH_LETTERS,
    ),
    sections=(Section(name="ports", title="settings-orders", typed="settings-typed-ports", order=40),),
    help=(
        Topic(word="port", group=Group.PORT, short="help-short-port", full="help-port"),
        Topic(word="status", group=Group.PORT, short="help-short-status", full="help-status"),
    ),
    by_slacks_word=frozenset({PortRefusal.MAY_NOT_MOVE}),
)

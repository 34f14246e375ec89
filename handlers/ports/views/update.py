"""The modals in which an order is sent, moved on, or numbers are taken out of it."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from phonenumbers import parse
from slack_sdk.models.blocks import (
    Block,
    DatePickerElement,
    ExternalDataSelectElement,
    Option,
    RadioButtonsElement,
    StaticSelectElement,
    TimePickerElement,
)
from slack_sdk.models.views import View

from handlers.kit.blocks import LABEL, asked, context, cut, form, plain_text, section, text_input
from handlers.kit.meanwhile import fingerprint
from handlers.kit.messages import moment, say
from handlers.kit.times import zone_name
from handlers.ports.open_points import Warned
from handlers.ports.views.parts import state_name, titled, warned
from handlers.ports.views.words import CAPACITIES, REASONS
from store.ports.types import Capacity, PortOrder, Reason, State

SEND, UPDATE, TAKE_OUT = "port_sent", "port_updated", "port_taken_out"
CAPACITY, STATE, DATE, TIME, ZONE, REASON, COMMENT, NUMBERS = (
    *("capacity", "state", "foc_date", "foc_time", "foc_zone", "reason", "comment", "numbers"),
)
COMMENT_LENGTH, NUMBERS_LENGTH = 500, 3_000
FIND_ZONE = "port_zone"
_FOUND = 100  # options, as Slack allows


def send(locale: str, order: PortOrder, warnings: Sequence[Warned]) -> View:
    """Ask for the word on capacity, and say what must not be forgotten."""
    options = {
        capacity: Option(text=plain_text(say(locale, CAPACITIES[capacity])), value=capacity.value)
        for capacity in (Capacity.CONFIRMED, Capacity.NOT_YET)
    }
    element = RadioButtonsElement(
        action_id=CAPACITY, options=list(options.values()), initial_option=options.get(order.capacity)
    )
    said = [f":warning: {each}" for each in warned(locale, order, warnings)]
    return _modal(
        locale,
        SEND,
        order,
        "port-send-title",
        "port-button-send",
        [
            section(titled(locale, order)),
            section(say(locale, "port-never-cancel")),
            *([context("\n".join(said))] if said else []),
            asked(locale, CAPACITY, "port-capacity", element, hint="port-capacity-hint"),
        ],
    )


def update(locale: str, order: PortOrder, states: Sequence[State], now: datetime) -> View:
    """Ask where the order is now, of the states it can be moved to; the FOC with its zone, the reason, a comment."""
    foc = order.foc.astimezone(ZoneInfo(zone_of(order))) if order.foc else None
    options = [Option(text=plain_text(_to(locale, order, state)), value=state.value) for state in states]
    reasons = [
        Option(text=plain_text(cut(say(locale, REASONS[reason]), LABEL)), value=reason.value) for reason in Reason
    ]
    date = DatePickerElement(action_id=DATE, initial_date=f"{foc:%Y-%m-%d}" if foc else None)
    time = TimePickerElement(action_id=TIME, initial_time=f"{foc:%H:%M}" if foc else None)
    zone = ExternalDataSelectElement(
        action_id=FIND_ZONE, initial_option=zone_option(zone_of(order), now), min_query_length=0
    )
    reason = StaticSelectElement(action_id=REASON, options=reasons)
    return _modal(
        locale,
        UPDATE,
        order,
        "port-update-title",
        "button-save",
        [
            section(f"{titled(locale, order)}\n{_now(locale, order, now)}"),
            asked(locale, STATE, "port-new-state", StaticSelectElement(action_id=STATE, options=options)),
            asked(locale, DATE, "port-foc-date", date, hint="port-foc-hint", optional=True),
            asked(locale, TIME, "port-foc-time", time, optional=True),
            asked(locale, ZONE, "port-foc-zone", zone, optional=True),
            asked(locale, REASON, "port-reason", reason, hint="port-reason-hint", optional=True),
            asked(
                locale, COMMENT, "port-comment", text_input(COMMENT, "", COMMENT_LENGTH, multiline=True), optional=True
            ),
        ],
    )


def take_out(locale: str, order: PortOrder) -> View:
    """Ask which numbers go into an order of their own."""
    element = text_input(NUMBERS, "", NUMBERS_LENGTH, multiline=True)
    return _modal(
        locale,
        TAKE_OUT,
        order,
        "port-take-out-title",
        "port-button-take-out",
        [
            section(say(locale, "port-take-out-intro", order=order.name)),
            asked(locale, NUMBERS, "port-take-out-numbers", element, hint="port-take-out-hint"),
        ],
    )


def zones(said: str, now: datetime) -> list[Option]:
    """The time zones whose name contains what was typed."""
    wanted = said.strip().casefold().replace(" ", "_")
    found = sorted(
        zone for zone in all_zones() if wanted in zone.casefold() and "/" in zone and not zone.startswith("Etc")
    )
    return [zone_option(zone, now) for zone in (found if wanted else ["UTC", *found])[:_FOUND]]


def zone_option(zone: str, now: datetime) -> Option:
    """A time zone as a choice, with how far it is from UTC at that time."""
    return Option(text=plain_text(zone_name(zone, now)), value=zone)


@cache
def all_zones() -> frozenset[str]:
    """The names of all time zones; some hundred files are looked at once, when somebody first asks."""
    return frozenset(available_timezones())


def zone_of(order: PortOrder) -> str:
    """Where the numbers are, as far as they tell; toll-free ones are everywhere."""
    if not order.numbers:
        return "UTC"
    from phonenumbers.timezone import time_zones_for_number  # not when a process starts: it brings its own tables

    found = time_zones_for_number(parse(order.numbers[0]))
    return found[0] if len(found) == 1 and found[0] in all_zones() else "UTC"


def _to(locale: str, order: PortOrder, state: State) -> str:
    return say(locale, "port-another-foc") if state is order.state else state_name(locale, state)


def shown(order: PortOrder) -> str:
    """What these modals begin from, as they carry it: where the order is, its FOC, what was said of its capacity.

    That a transfer is near by now is the clock's doing, and nobody's word.
    """
    state = State.APPROVED if order.state is State.PENDING else order.state
    return fingerprint([state, order.foc.isoformat() if order.foc else "", order.capacity])


def _now(locale: str, order: PortOrder, now: datetime) -> str:
    state, since = state_name(locale, order.state_at(now)), moment(order.since_at(now))
    said = say(locale, "port-is-now", state=state, since=since)
    return f"{said} {say(locale, 'port-foc', time=moment(order.foc))}" if order.foc else said


def _modal(locale: str, callback: str, order: PortOrder, title: str, submit: str, blocks: list[Block]) -> View:
    return form(
        locale,
        callback,
        title,
        submit,
        carried={"order": order.id, "shown": shown(order)},
        blocks=blocks,
    )

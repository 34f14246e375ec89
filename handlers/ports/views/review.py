"""The last step of the modal: all that the order says, what it will be, and what is still to be done."""

from datetime import date, time

from slack_sdk.models.blocks import (
    Block,
)

from handlers.kit.blocks import context, few, section
from handlers.kit.messages import say
from handlers.kit.times import Skipped, local, understood
from handlers.ports.views.parts import day, how_many, names, points, refusals, told_by, warned
from handlers.ports.views.step_view import PARTS, StepView
from handlers.ports.views.update import zone_of
from handlers.ports.views.words import SCOPES
from store.ports.types import Field, PortOrder


def review(locale: str, data: StepView) -> list[Block]:
    """The last step: each order that it will be, what was left out and why, what it says, and what is to be done."""
    order = data.order
    if order is None:
        return []
    left_out = [section(refusals(locale, data.listed.refused))] if data.listed.refused else []
    return [*_parts(locale, data), *left_out, section(_summary(locale, order, data)), *_outlook(locale, order, data)]


def _parts(locale: str, data: StepView) -> list[Block]:
    """Each order that it will be."""
    shown = [section(_part(locale, part)) for part in data.parts[:PARTS]]
    more = len(data.parts) - len(shown)
    rest = [context(say(locale, "and-more", count=more))] if more > 0 else []
    if len(data.parts) < 2:
        return shown
    return [section(say(locale, "port-split", count=len(data.parts))), *shown, *rest]


def _part(locale: str, part: PortOrder) -> str:
    scope = say(locale, SCOPES[part.scope])
    name = part.name if part.id else say(locale, "port-new-order")
    return f"*{name}* · {how_many(locale, part)} · {scope}\n{few(locale, part.numbers)}"


def _summary(locale: str, order: PortOrder, data: StepView) -> str:
    """What the order says beside its numbers, as it would be read out."""
    said = order.fields
    account = (Field.CARRIER, Field.ACCOUNT, Field.BTN)
    place = (Field.COMPANY, Field.STREET, Field.CITY, Field.REGION, Field.POSTCODE)
    signer = (Field.AUTHORISED, Field.TITLE, Field.PHONE, Field.EMAIL)
    lines = [
        (say(locale, "port-step-account"), [told_by(locale, said, field) for field in account]),
        (say(locale, "port-step-address"), [told_by(locale, said, field) for field in place if said.get(field)]),
        (say(locale, "port-step-signer"), [told_by(locale, said, field) for field in signer if said.get(field)]),
        (say(locale, "port-field-wanted_date"), _wanted(locale, order)),
        (say(locale, "port-notify"), [names(locale, data.followers)] if data.followers else []),
    ]
    return "\n".join(f"*{label}* {', '.join(parts) or say(locale, 'port-nothing')}" for label, parts in lines)


def _wanted(locale: str, order: PortOrder) -> list[str]:
    """What the wanted date and time were taken for; in the zone of the numbers, where that is known."""
    on, of_day, zone = order.says(Field.WANTED_DATE), order.says(Field.WANTED_TIME), zone_of(order)
    if not on or not of_day:
        return [day(locale, on)] if on else [of_day] if of_day else []
    found = local(date.fromisoformat(on), time.fromisoformat(of_day), zone)
    if zone == "UTC" or isinstance(found, Skipped):
        return [day(locale, on), say(locale, "port-at-the-address", time=of_day)]
    return [understood(locale, found)]


def _outlook(locale: str, order: PortOrder, data: StepView) -> list[Block]:
    """What is still to be done, and what may go wrong."""
    todo = points(locale, order, data.points)
    open_points = [section("\n".join([say(locale, "port-open-points"), *(f"• {each}" for each in todo)]))]
    return [*warnings(locale, data), *(open_points if todo else [])]


def warnings(locale: str, data: StepView) -> list[Block]:
    """What an order may be refused for though it can be sent; nothing where there is nothing."""
    said = warned(locale, data.order, data.warnings) if data.order else []
    return [context("\n".join(f":warning: {each}" for each in said))] if said else []

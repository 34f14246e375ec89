"""What a member pressed or sent about port orders once they are written, read once."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.kit import times
from handlers.kit.fields import Carried, Fields, file, selected, typed, typed_within, word
from handlers.kit.times import Local
from handlers.kit.words import BadField
from handlers.ports.follow_up import Send, Update
from handlers.ports.letters import Signed
from handlers.ports.rules import News
from handlers.ports.step_payloads import order
from handlers.ports.views import letter
from handlers.ports.views import update as modals
from store.ports.types import Capacity, Reason, State


def signed(value: Carried, fields: Fields) -> Signed:
    """A signed letter and who signed it. Raises BadField, BadInput."""
    signer = typed_within(fields, letter.SIGNER, letter.NAME_LENGTH, "port-too-long")
    return Signed(order=order(value), file=file(fields, letter.FILE), signer=signer, shown=word(value.get("shown")))


def send(value: Carried, fields: Fields) -> Send:
    """An order that is to be sent, with what support said of the capacity. Raises BadField, BadInput."""
    said = selected(fields, modals.CAPACITY)
    if said not in (Capacity.CONFIRMED, Capacity.NOT_YET):
        raise BadField(modals.CAPACITY, "port-no-capacity")
    return Send(order=order(value), capacity=Capacity(said), shown=word(value.get("shown")))


def update(value: Carried, fields: Fields, now: datetime) -> Update:
    """Where an order is, as an admin says. Raises BadField, BadInput."""
    state, reason = selected(fields, modals.STATE), selected(fields, modals.REASON)
    if state not in list(State):
        raise BadField(modals.STATE, "settings-not-a-choice")
    comment = typed_within(fields, modals.COMMENT, modals.COMMENT_LENGTH, "port-too-long")
    to = State(state)
    if to is State.ERROR and reason not in list(Reason):
        raise BadField(modals.REASON, "port-no-reason")
    foc = _foc(fields, now) if to is State.APPROVED else None
    news = News(
        foc=foc.at if foc else None,
        reason=Reason(reason) if to is State.ERROR else None,
        comment=comment,
    )
    return Update(order=order(value), to=to, news=news, foc=foc, shown=word(value.get("shown")))


def taken_out(fields: Fields) -> str:
    """The numbers that are to go into an order of their own, as typed. Raises BadField."""
    return typed_within(fields, modals.NUMBERS, modals.NUMBERS_LENGTH, "port-too-long")


def _foc(fields: Fields, now: datetime) -> Local:
    date = times.iso_date(typed(fields, modals.DATE, "selected_date"))
    time = times.iso_time(typed(fields, modals.TIME, "selected_time"))
    zone = selected(fields, modals.ZONE, modals.FIND_ZONE)
    for said, name in ((date, modals.DATE), (time, modals.TIME)):
        if not said:
            raise BadField(name, "port-no-foc")
    if zone not in modals.all_zones():
        raise BadField(modals.ZONE, "port-no-zone")
    foc = times.at_field(date, time, zone, modals.TIME)
    if foc.at <= now:
        raise BadField(modals.DATE, "port-past-foc", now=f"{now.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}")
    return foc

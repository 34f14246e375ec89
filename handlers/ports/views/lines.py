"""Entries of the record about port orders, as they are told under the card and in members' own messages."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from slack_sdk.models.blocks import Block

from handlers.kit import file_faults, understood
from handlers.kit.blocks import brief, context, mention, section, some
from handlers.kit.messages import moment, plain, say
from handlers.kit.reply import Message
from handlers.ports.entries import PortAction
from handlers.ports.port_list import Bad, RefusedNumber
from handlers.ports.views.parts import comment, reason_words, refusals, state_name
from store.audit.types import Deed
from store.ports.types import Alarm, Capacity, PortOrder, Reason, State

_NAME = 60  # characters of a file's name


def line(locale: str, order: PortOrder, deed: Deed) -> Message | None:
    """An entry in words; None where there is nothing to be told."""
    told = _LINES.get(deed.action)
    if told is None:
        return None
    by = mention(deed.who) if deed.who else say(locale, "log-the-clock")
    said = f"*{order.name}* · {told(locale, by, order, deed)}"
    return Message(text=said.replace("*", ""), blocks=[section(said)])


def rejected(locale: str, order: PortOrder, unused: Mapping[str, Any], name: str, most: int) -> Message:
    """Tell a member that their file, of `most` bytes, could not be used."""
    file = brief(name, _NAME) or say(locale, "port-the-file")
    return Message(text=f"{order.name} · {file_faults.in_words(locale, unused, file=file, most=most)}")


def _moved(locale: str, by: str, _order: PortOrder, deed: Deed) -> str:
    after = deed.after
    to, was = State(after["state"]), State(deed.before["state"])
    foc = moment(datetime.fromisoformat(after["foc"])) if after.get("foc") else ""
    said = [_headline(locale, by, to, was, foc, deed)]
    if to is State.ERROR:
        said.append(reason_words(locale, Reason(after["reason"])))
    if to in _NEXT:
        said.append(say(locale, _NEXT[to]))
    if after.get("comment"):
        said.append(say(locale, "port-comment-said", comment=comment(after["comment"])))
    return "\n".join(said)


_NEXT = {
    State.PROCESSING: "port-never-cancel",
    State.PENDING: "port-never-cancel-tomorrow",
    State.COMPLETED: "port-assign-now",
}


def _headline(locale: str, by: str, to: State, was: State, foc: str, deed: Deed) -> str:
    if to is State.APPROVED and was is State.APPROVED:
        before = moment(datetime.fromisoformat(deed.before["foc"]))
        return say(locale, "port-line-foc-changed", by=by, time=foc, before=before)
    if to is State.APPROVED:
        return say(locale, "port-line-approved", by=by, time=foc)
    if to is State.PENDING:
        return say(locale, "port-line-pending", time=foc)
    return say(locale, "port-line-moved", by=by, state=state_name(locale, to), before=state_name(locale, was))


def _reminded(locale: str, _by: str, order: PortOrder, deed: Deed) -> str:
    alarm, state = Alarm(deed.after["alarm"]), State(deed.after["state"])
    since = moment(datetime.fromisoformat(deed.after["since"]))
    match alarm:
        case Alarm.IDLE:
            return say(locale, "port-line-idle", by=mention(order.requested_by), since=since)
        case Alarm.HOUR:
            return say(locale, "port-line-hour", time=moment(order.foc) if order.foc else since)
        case Alarm.CHECKLIST:
            return say(locale, "port-line-checklist")
        case _:
            return say(locale, "port-line-silent", state=state_name(locale, state), since=since)


def _listed(locale: str, by: str, _order: PortOrder, deed: Deed) -> str:
    after = deed.after
    said = say(locale, "port-line-listed", by=by, count=after["added"], file=brief(after["file"], _NAME))
    if after.get("read_as"):
        said = f"{said} {understood.in_words(locale, after['read_as'])}"
    if not after["left_out"]:
        return said
    told = [RefusedNumber(said=each, why=Bad(why), detail=detail) for each, why, detail in after["refused"]]
    return f"{said}\n{refusals(locale, told, after['left_out'])}"


def _divided(locale: str, by: str, _order: PortOrder, deed: Deed) -> str:
    orders = some(locale, [f"*{name}* ({count})" for name, count in deed.after["orders"].items()])
    return say(locale, "port-line-divided", by=by, orders=orders)


def _capacity(locale: str, by: str, _order: PortOrder, deed: Deed) -> str:
    return say(locale, _CAPACITIES[Capacity(deed.after["capacity"])], by=by)


_CAPACITIES = {
    Capacity.UNSAID: "port-line-capacity-unsaid",
    Capacity.NOT_YET: "port-line-capacity-not_yet",
    Capacity.CONFIRMED: "port-line-capacity-confirmed",
}


def _letter_made(locale: str, by: str, _order: PortOrder, _deed: Deed) -> str:
    return say(locale, "port-line-letter-made", by=by)


def _letter_signed(locale: str, by: str, _order: PortOrder, deed: Deed) -> str:
    said = say(locale, "port-line-letter-signed", by=by)
    return said if deed.after["signer"] else f"{said} {say(locale, 'port-line-who-signed')}"


def _letter_signer(locale: str, by: str, _order: PortOrder, deed: Deed) -> str:
    return say(locale, "port-line-letter-signer", by=by, signer=plain(deed.after["signer"]))


_LINES: dict[str, Callable[[str, str, PortOrder, Deed], str]] = {
    PortAction.PORT_MOVED: _moved,
    PortAction.PORT_REMINDED: _reminded,
    PortAction.PORT_LISTED: _listed,
    PortAction.PORT_DIVIDED: _divided,
    PortAction.PORT_CAPACITY: _capacity,
    PortAction.LETTER_MADE: _letter_made,
    PortAction.LETTER_SIGNED: _letter_signed,
    PortAction.LETTER_SIGNER: _letter_signer,
}


def see(locale: str, order: PortOrder) -> Block:
    """Where the order's card is."""
    return context(say(locale, "port-see", channel=f"<#{order.channel}>"))

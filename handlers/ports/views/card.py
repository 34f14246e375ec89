"""A port order's card: one message that always shows where the order is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement, ConfirmObject

from handlers.kit.blocks import actions, context, few, mention, runs, section
from handlers.kit.cards import press
from handlers.kit.messages import moment, say
from handlers.kit.reply import Message
from handlers.ports.open_points import Point
from handlers.ports.rules import EDITABLE, Mover, moves
from handlers.ports.views.parts import comment, day, names, points, reason_words, state_name, titled
from store.ports.types import Capacity, Field, PortOrder, State
from store.types import UserId

GO_ON, LETTER, SIGNED, SEND, TAKE_OUT, CANCEL = (
    *("port_go_on", "port_letter", "port_hand_in", "port_send", "port_take_out", "port_cancel"),
)
UPDATE, CAPACITY, FETCH, FOLLOW, UNFOLLOW = (
    *("port_update", "port_confirm", "port_fetch", "port_follow", "port_unfollow"),
)
_DONE, _HERE, _AHEAD, _STOPPED = "✓", "●", "○", "✗"  # which every font has, and every screen reader
PATH = (State.DRAFT, State.PROCESSING, State.CONTACTING, State.APPROVED, State.PENDING, State.COMPLETED)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCard:
    """What a card shows of an order at one moment. `reached` says when it came to each state, the last time."""

    order: PortOrder
    points: Sequence[Point]
    reached: Mapping[State, datetime]
    followers: Sequence[UserId]
    now: datetime


def card(locale: str, data: OrderCard) -> Message:
    """The card of a port order: where it is, how it came there, what it lacks, and what can be done."""
    order = data.order
    head = f"{titled(locale, order)}\n{_standing(locale, data)}"
    blocks = [section(head), section(_timeline(locale, data)), *_more(locale, data), *_buttons(locale, data)]
    return Message(text=head.replace("*", ""), blocks=blocks)


def _standing(locale: str, data: OrderCard) -> str:
    """Where the order is, since when, and what matters there most."""
    order = data.order
    state = order.state_at(data.now)
    said = [say(locale, "port-standing", state=state_name(locale, state), since=moment(_since(data, state)))]
    if order.foc:
        said.append(say(locale, "port-foc", time=moment(order.foc)))
    if order.reason:
        said.append(reason_words(locale, order.reason))
    if order.comment:
        said.append(say(locale, "port-comment-said", comment=comment(order.comment)))
    return "\n".join(said)


def _since(data: OrderCard, state: State) -> datetime:
    return data.reached.get(state, data.order.since_at(data.now))


def _timeline(locale: str, data: OrderCard) -> str:
    """What is done, where it is, and what is next."""
    now = data.order.state_at(data.now)
    if now in PATH:
        done, ahead = PATH[: PATH.index(now)], PATH[PATH.index(now) + 1 :]
    else:
        done, ahead = tuple(state for state in PATH if state in data.reached), ()
    here = _DONE if now is State.COMPLETED else _STOPPED if now in (State.ERROR, State.CANCELLED) else _HERE
    return "\n".join(
        [
            *(f"{_DONE} {_reached(locale, data, state)}" for state in done),
            f"{here} *{_reached(locale, data, now)}*",
            *(f"{_AHEAD} {state_name(locale, state)}" for state in ahead),
        ]
    )


def _reached(locale: str, data: OrderCard, state: State) -> str:
    at = data.reached.get(state)
    return f"{state_name(locale, state)} · {moment(at)}" if at else state_name(locale, state)


def _more(locale: str, data: OrderCard) -> list[Block]:
    order = data.order
    todo = points(locale, order, data.points)
    blocks = [section("\n".join([say(locale, "port-open-points"), *(f"• {each}" for each in todo)]))] if todo else []
    if order.numbers:
        blocks.append(section(few(locale, order.numbers)))
    said = [say(locale, "port-requested-by", by=mention(order.requested_by))]
    if data.followers:
        said.append(say(locale, "port-followers", who=names(locale, data.followers)))
    if order.says(Field.WANTED_DATE) and order.foc is None and order.state is not State.CANCELLED:
        said.append(say(locale, "port-wanted", day=day(locale, order.says(Field.WANTED_DATE))))
    if order.letter:
        said.append(say(locale, "port-letter-is-there", by=mention(order.letter.by), time=moment(order.letter.at)))
    return [*blocks, context(*said)]


def _buttons(locale: str, data: OrderCard) -> list[Block]:
    groups = [_of_writing(locale, data), _of_all(locale, data)]
    return [actions(*group) for group in groups if group]


def _of_writing(locale: str, data: OrderCard) -> list[ButtonElement]:
    """What can be done as long as what the order says can be changed."""
    order = data.order
    if order.state not in EDITABLE:
        return []
    again = order.state is State.ERROR
    letter = order.letter is not None and not order.letter.signer
    return [
        press(locale, order, "port-button-edit" if again else "port-button-continue", GO_ON),
        press(locale, order, "port-button-letter", LETTER),
        press(locale, order, "port-button-signer" if letter else "port-button-signed", SIGNED),
        press(
            locale,
            order,
            "port-button-send-again" if again else "port-button-send",
            SEND,
            style=None if data.points and data.points != [Point.CAPACITY] else "primary",
        ),
        *([press(locale, order, "port-button-take-out", TAKE_OUT)] if len(order.numbers) > 1 else []),
    ]


def _of_all(locale: str, data: OrderCard) -> list[ButtonElement]:
    order = data.order
    state = order.state_at(data.now)
    if not moves(state, Mover.MEMBER) and not moves(state, Mover.ADMIN):
        assign = runs(say(locale, "button-assign"), "assign", f"{order.name}.{order.version}")
        return [
            *([assign] if state is State.COMPLETED else []),
            *([press(locale, order, "port-button-fetch", FETCH)] if order.letter else []),
        ]
    unsaid = order.capacity is Capacity.NOT_YET and order.state not in EDITABLE
    return [
        *([press(locale, order, "port-button-update", UPDATE)] if moves(state, Mover.ADMIN) else []),
        *([press(locale, order, "port-button-capacity", CAPACITY)] if unsaid else []),
        press(locale, order, "port-button-follow", FOLLOW),
        press(locale, order, "port-button-unfollow", UNFOLLOW),
        *([press(locale, order, "port-button-fetch", FETCH)] if order.letter else []),
        *([_cancel(locale, order)] if State.CANCELLED in moves(state, Mover.MEMBER) else []),
    ]


def _cancel(locale: str, order: PortOrder) -> ButtonElement:
    confirm = ConfirmObject(
        title=say(locale, "port-confirm-cancel-title", order=order.name),
        text=say(locale, "port-confirm-cancel"),
        confirm=say(locale, "port-button-cancel"),
        deny=say(locale, "port-button-keep"),
        style="danger",
    )
    return press(locale, order, "port-button-cancel", CANCEL, style="danger", confirm=confirm)

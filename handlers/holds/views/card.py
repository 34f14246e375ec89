"""A hold's card: one message that always shows the hold as it is now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement, ConfirmObject

from handlers import approvals, carriers
from handlers.holds.views.words import PURPOSES
from handlers.kit.blocks import actions, context, counted, first, mention, quota_left, runs, section, where
from handlers.kit.cards import press
from handlers.kit.messages import plain, say, slack_time
from handlers.kit.reply import Message
from handlers.quota import Left
from store.approvals.types import ApprovalRequest, Verdict
from store.carriers.states import NOT_GIVEN, ORDERED, OWNED
from store.carriers.types import Line
from store.holds.types import Hold, Outcome
from store.types import E164

SHOW, ACQUIRE, RELEASE, AGAIN = "show_numbers", "acquire_numbers", "release_hold", "hold_again"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldCard:
    """What a card shows of a hold at one moment: its first numbers, and the quota left.

    Once some are acquired, `numbers` are the first of those that came from the stock: its `lines` tell the others.
    `request` is the last for its approval, if anybody asked; `lines` are its numbers at carriers. `waits`: by the
    policy teammates must agree before any is acquired.
    """

    hold: Hold
    numbers: Sequence[E164]
    room: Left
    now: datetime
    request: ApprovalRequest | None = None
    lines: Sequence[Line] = ()
    waits: bool = False


def card(locale: str, data: HoldCard) -> Message:
    """The card of a hold: held, asked for, acquired, released or ended."""
    hold = data.hold
    if hold.is_live(data.now):
        waits = data.request and data.request.verdict is None
        blocks = _asked(locale, data, data.request) if waits and data.request else _live(locale, data)
    else:
        blocks = _CLOSED[hold.outcome or Outcome.RAN_OUT](locale, data)
    first = blocks[0].to_dict()["text"]["text"]
    return Message(text=first.replace("*", ""), blocks=blocks)


def _live(locale: str, data: HoldCard) -> list[Block]:
    hold = data.hold
    left = quota_left(locale, hold.wanted.kind, data.room.left, data.room.quota)
    longest = carriers.at_most(locale, data.lines) if data.waits else []
    return [
        section(_head(locale, hold, "card-live", holder=mention(hold.held_by))),
        section(first(locale, data.numbers, hold.size)),
        *carriers.standing(locale, data.lines, data.now),
        *_costs(locale, data.lines),
        context(say(locale, "card-until", time=slack_time(hold.until)), *_was_extended(locale, hold), *longest, left),
        actions(
            press(locale, hold, "button-show", SHOW),
            press(locale, hold, "button-acquire", ACQUIRE, style="primary"),
            press(locale, hold, "button-release", RELEASE, style="danger", confirm=_confirm(locale, data)),
        ),
    ]


def _was_extended(locale: str, hold: Hold) -> list[str]:
    return [say(locale, "card-was-extended", minutes=hold.extended_minutes)] if hold.extended_minutes else []


def _asked(locale: str, data: HoldCard, request: ApprovalRequest) -> list[Block]:
    hold = data.hold
    asker, count = mention(request.asked_by), len(request.numbers)
    until = [say(locale, "card-until", time=slack_time(hold.until))]
    if hold.extended_minutes:
        until.append(say(locale, "card-extended", minutes=hold.extended_minutes))
    until += carriers.at_most(locale, data.lines)
    chosen = [line for line in data.lines if line.e164 in request.numbers]
    return [
        section(_head(locale, hold, "card-asked", asker=asker, count=count)),
        section(first(locale, data.numbers, count)),
        wish(locale, request),
        *carriers.standing(locale, data.lines, data.now),
        *_costs(locale, chosen),
        section(approvals.standing(locale, request)),
        context(*until),
        actions(
            *approvals.decide_buttons(locale, request, hold),
            *approvals.reconsider_buttons(locale, request, hold),
            press(locale, hold, "button-show", SHOW),
        ),
    ]


def _acquired(locale: str, data: HoldCard) -> list[Block]:
    hold = data.hold
    by = mention(hold.closed_by or hold.held_by)
    said = [say(locale, "card-purpose", purpose=say(locale, PURPOSES[hold.purpose]))]
    if hold.note:
        said.append(say(locale, "card-note", note=plain(hold.note)))
    if hold.acquired < hold.size:
        said.append(_back(locale, hold, hold.size - hold.acquired))
    if data.request and data.request.verdict is Verdict.APPROVED:
        approved = approvals.mentions(each.by for each in data.request.approvals)
        said.append(say(locale, "card-approved-by", by=approved))
    waits = any(line.state in ORDERED for line in data.lines)
    got = hold.acquired - sum(line.state in NOT_GIVEN for line in data.lines)
    of_stock = hold.acquired - sum(line.state in (*ORDERED, *NOT_GIVEN, *OWNED) for line in data.lines)
    key = "card-ordered" if waits else "card-acquired" if got else "card-not-given"
    return [
        section(_head(locale, hold, key, by=by, count=got)),
        *([section(first(locale, data.numbers, of_stock))] if of_stock else []),
        *carriers.standing(locale, data.lines, data.now),
        *_costs(locale, data.lines),
        context(*said),
        actions(
            press(locale, hold, "button-show", SHOW),
            *(
                [runs(say(locale, "button-assign"), "assign", f"{hold.name}.{hold.version}")]
                if got and not waits
                else []
            ),
            *_again(locale, data),
        ),
        *_was_held_again(locale, hold),
    ]


def _released(locale: str, data: HoldCard) -> list[Block]:
    hold, request = data.hold, data.request
    back = context(_back(locale, hold, hold.size))
    by = mention(hold.closed_by or hold.held_by)
    if hold.closed_by is None:
        head = _head(locale, hold, "card-gone", holder=mention(hold.held_by))
        return [section(head), *carriers.standing(locale, data.lines, data.now)]
    if request and request.verdict is Verdict.DECLINED:
        head = _head(locale, hold, "card-declined", by=by, asker=mention(request.asked_by))
        reason = section(say(locale, "card-reason", reason=plain(request.reason)))
        return [section(head), reason, back, *_kept(locale, data)]
    return [section(_head(locale, hold, "card-released", by=by)), back, *_kept(locale, data)]


def _ran_out(locale: str, data: HoldCard) -> list[Block]:
    hold = data.hold
    holder, time = mention(hold.held_by), slack_time(hold.until)
    said = [_back(locale, hold, hold.size)]
    if (request := data.request) and request.verdict in (None, Verdict.RAN_OUT):
        given, needed = len(request.approvals), request.needed
        said.insert(0, say(locale, "card-not-approved", asker=mention(request.asked_by), given=given, needed=needed))
    kept = carriers.standing(locale, data.lines, data.now)
    blocks = [section(_head(locale, hold, "card-ran-out", holder=holder, time=time)), context(*said), *kept]
    if hold.again:
        return [*blocks, *_was_held_again(locale, hold)]
    return [*blocks, actions(press(locale, hold, "button-again", AGAIN, style="primary"))]


def _costs(locale: str, lines: Sequence[Line]) -> list[Block]:
    said = carriers.prices(locale, lines)
    return [context(said)] if said else []


def _back(locale: str, hold: Hold, count: int) -> str:
    """So many numbers are not held any more: they are in the pool again, or their carriers' to give."""
    return say(locale, "card-let-go" if hold.at_carriers else "card-back", count=count)


def _kept(locale: str, data: HoldCard) -> list[Block]:
    """What carriers keep for us of a hold that was given back, and the button that takes it, or who did."""
    again = _again(locale, data)
    return [
        *carriers.standing(locale, data.lines, data.now),
        *([actions(*again)] if again else []),
        *_was_held_again(locale, data.hold),
    ]


def _again(locale: str, data: HoldCard) -> list[ButtonElement]:
    if data.hold.again or not any(carriers.is_kept(line, data.now) for line in data.lines):
        return []
    return [press(locale, data.hold, "button-again", AGAIN)]


def _was_held_again(locale: str, hold: Hold) -> list[Block]:
    if not (hold.again and hold.again_by):
        return []
    return [section(say(locale, "card-again", by=mention(hold.again_by), again=f"H-{hold.again}"))]


_CLOSED = {Outcome.ACQUIRED: _acquired, Outcome.RELEASED: _released, Outcome.RAN_OUT: _ran_out}


def _head(locale: str, hold: Hold, key: str, **values: str | int) -> str:
    numbers = counted(locale, hold.size, hold.wanted.kind)
    place = where(locale, hold.wanted.place)
    return say(locale, key, numbers=numbers, place=place, hold=hold.name, **values)


def _confirm(locale: str, data: HoldCard) -> ConfirmObject:
    hold, fate = data.hold, carriers.fate(locale, data.hold, data.lines, data.now)
    return ConfirmObject(
        title=say(locale, "confirm-release-title", hold=hold.name),
        text=say(locale, "confirm-release", count=hold.size, fate=fate),
        confirm=say(locale, "button-release"),
        deny=say(locale, "button-cancel"),
        style="danger",
    )


def wish(locale: str, request: ApprovalRequest) -> Block:
    """What the numbers are for."""
    said = [say(locale, "card-purpose", purpose=say(locale, PURPOSES[request.purpose]))]
    return context(*said, *([say(locale, "card-note", note=plain(request.note))] if request.note else []))

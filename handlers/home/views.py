"""What the Home tab shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.models.blocks import Block, DividerBlock, HeaderBlock
from slack_sdk.models.views import View

from handlers.approvals import decide_buttons
from handlers.help import group_buttons
from handlers.holds import PURPOSES
from handlers.kit.approvable import Approvable, Requested
from handlers.kit.blocks import actions, context, counted, mention, plain_text, pretty, runs, section, where
from handlers.kit.messages import plain, say, slack_time
from handlers.kit.reply import Reply
from handlers.kit.words import COMMAND
from handlers.ports import Listing, orders_at_home
from store.approvals.types import ApprovalRequest, RequestId
from store.holds.types import Hold, HoldId
from store.types import E164, is_channel

ORDERS = 5  # port orders that are open
ACQUIRED = 5  # holds of which numbers were acquired lately

WAITING = 8  # requests; a Home tab may have a hundred blocks
_LIVE = 10
_NUMBERS = 5
_DO = {
    "help-button-search": "search",
    "help-button-settings": "settings",
    "help-button-log": "log",
    "help-button-help": "help",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeTab:
    """What a member's Home tab shows at one moment."""

    waiting: Sequence[tuple[Approvable[Any], Requested, ApprovalRequest]]  # for their approval
    live: Sequence[Hold]  # theirs
    asked: Mapping[HoldId, ApprovalRequest]  # what is awaited, of any hold
    costs: Mapping[RequestId, str] = field(default_factory=dict)  # of what waits, where it costs something
    orders: Listing | None  # None, here and below: not for this member to see
    acquired: Sequence[tuple[Hold, Sequence[E164]]] | None
    quota: Reply
    is_new: bool
    may_set: bool
    may_port: bool


def home(locale: str, data: HomeTab, nonce: str) -> View:
    """All of a member's Home tab; never more than the hundred blocks that Slack shows."""
    blocks: list[dict[str, Any] | Block] = [
        *_first_steps(locale, data, nonce),
        *_waiting(locale, data),
        *_live(locale, data),
        *_orders(locale, data, nonce),
        _title(locale, "home-quota"),
        *map(dict, data.quota.blocks),
        *_acquired(locale, data),
        DividerBlock(),
        _buttons(locale, data, nonce),
        context(say(locale, "help-text")),
        group_buttons(locale, nonce),
    ]
    return View(type="home", blocks=blocks)


def closed(refusal: Reply) -> View:
    """For those who may not use the desk."""
    return View(type="home", blocks=[section(refusal.text)])


def _first_steps(locale: str, data: HomeTab, nonce: str) -> list[Block]:
    if not data.is_new:
        return []
    if not data.may_set:
        return [section(say(locale, "home-not-set-up", command=COMMAND))]
    button = runs(say(locale, "button-first-steps"), "settings", nonce, at=9)
    button.style = "primary"
    return [_title(locale, "home-first-steps"), section(say(locale, "first-steps-intro")), actions(button)]


def _waiting(locale: str, data: HomeTab) -> list[Block]:
    title = _title(locale, "home-waiting")
    if not data.waiting:
        return [title, section(say(locale, "home-nothing-waits"))]
    shown = [block for waits in data.waiting[:WAITING] for block in _request(locale, data, *waits)]
    return [title, *shown, *_more(locale, len(data.waiting) - WAITING)]


def _request(
    locale: str, data: HomeTab, of: Approvable[Any], thing: Requested, request: ApprovalRequest
) -> list[Block]:
    values: dict[str, str | int] = {
        "asker": mention(request.asked_by),
        "numbers": of.numbers(locale, thing, len(request.numbers)),
        "hold": thing.name,
        "given": len(request.approvals),
        "needed": request.needed,
        **of.values(locale, thing),
    }
    said = say(locale, of.words.home, **values)
    buttons = decide_buttons(locale, request, thing, at=f":{request.id}")
    shown = section(f"{said}\n{_numbers(locale, request.numbers)}")
    costs = data.costs.get(request.id)
    return [shown, *of.what_for(locale, request), *([context(costs)] if costs else []), actions(*buttons)]


def _live(locale: str, data: HomeTab) -> list[Block]:
    title = _title(locale, "home-holds")
    if not data.live:
        return [title, section(say(locale, "home-no-holds", command=COMMAND))]
    lines = [section(_hold(locale, hold, data.asked.get(hold.id))) for hold in data.live[:_LIVE]]
    return [title, *lines, *_more(locale, len(data.live) - _LIVE)]


def _hold(locale: str, hold: Hold, request: ApprovalRequest | None) -> str:
    numbers = counted(locale, hold.size, hold.wanted.kind)
    place, time = where(locale, hold.wanted.place), slack_time(hold.until)
    channel = f"<#{hold.channel}>" if is_channel(hold.channel) else "none"
    said = say(locale, "home-hold", numbers=numbers, place=place, hold=hold.name, time=time, channel=channel)
    if request is None:
        return said
    return f"{said}\n{say(locale, 'home-awaits', given=len(request.approvals), needed=request.needed)}"


def _orders(locale: str, data: HomeTab, nonce: str) -> list[Block]:
    if data.orders is None:
        return []
    return [_title(locale, "home-orders"), *orders_at_home(locale, data.orders, nonce, may_begin=data.may_port)]


def _acquired(locale: str, data: HomeTab) -> list[Block]:
    if data.acquired is None:
        return []
    title = _title(locale, "home-acquired")
    if not data.acquired:
        return [title, section(say(locale, "home-none-acquired"))]
    return [title, *(section(_kept(locale, hold, numbers)) for hold, numbers in data.acquired)]


def _kept(locale: str, hold: Hold, numbers: Sequence[E164]) -> str:
    at = hold.closed_at or hold.until
    day = f"<!date^{int(at.timestamp())}^{{date_short_pretty}}|{at:%Y-%m-%d}>"
    by = mention(hold.closed_by or hold.held_by)
    said = say(locale, "home-kept", by=by, day=day, purpose=say(locale, PURPOSES[hold.purpose]))
    note = f" · {plain(hold.note[:80])}" if hold.note else ""
    return f"{_numbers(locale, numbers)}\n{said}{note}"


def _numbers(locale: str, numbers: Sequence[E164]) -> str:
    named = ", ".join(f"`{pretty(e164)}`" for e164 in numbers[:_NUMBERS])
    more = len(numbers) - _NUMBERS
    return f"{named} {say(locale, 'and-more', count=more)}" if more > 0 else named


def _more(locale: str, count: int) -> list[Block]:
    return [context(say(locale, "and-more", count=count))] if count > 0 else []


def _buttons(locale: str, data: HomeTab, nonce: str) -> Block:
    hidden = {"settings"} if not data.may_set else set()
    hidden |= {"search", "log"} if data.orders is None else set()
    does = {key: verb for key, verb in _DO.items() if verb not in hidden}
    return actions(*(runs(say(locale, label), verb, nonce, at=at) for at, (label, verb) in enumerate(does.items())))


def _title(locale: str, key: str) -> Block:
    return HeaderBlock(text=plain_text(say(locale, key)))

"""The card of a request, the lines under it, and what who asked is told."""

from slack_sdk.models.blocks import ButtonElement

from handlers.kit.blocks import actions, context, counted, mention, section, where
from handlers.kit.cards import press
from handlers.kit.criteria import how
from handlers.kit.messages import plain, say, slack_time
from handlers.kit.reply import Message
from handlers.wanted.entries import WantedAction
from store.audit.types import Deed
from store.wanted.types import Stage, WantedNumbers

TAKE, DECLINE, WITHDRAW, RESERVE = "take_wanted", "decline_wanted", "withdraw_wanted", "reserve_wanted"

_STAGES = {
    Stage.OPEN: "wanted-open",
    Stage.TAKEN: "wanted-taken",
    Stage.IN_STOCK: "wanted-in-stock",
    Stage.DECLINED: "wanted-declined",
    Stage.WITHDRAWN: "wanted-withdrawn",
}
_LINES: dict[str, str] = {
    WantedAction.ASKED: "line-wanted-asked",
    WantedAction.TAKEN: "line-wanted-taken",
    WantedAction.IN_STOCK: "line-wanted-in-stock",
    WantedAction.DECLINED: "line-wanted-declined",
    WantedAction.WITHDRAWN: "line-wanted-withdrawn",
}


def summary(locale: str, request: WantedNumbers) -> str:
    """Who asks for what."""
    numbers, place = what(locale, request)
    return say(
        locale, "wanted-summary", name=request.name, asker=mention(request.asked_by), numbers=numbers, place=place
    )


def what(locale: str, request: WantedNumbers) -> tuple[str, str]:
    """How many numbers, and where and how they are to be."""
    numbers = counted(locale, request.quantity, request.wanted.kind)
    return numbers, where(locale, request.wanted.place) + how(request.wanted)


def stage(locale: str, request: WantedNumbers) -> str:
    """How far it has come."""
    by = mention(request.closed_by or request.seen_to_by or request.asked_by)
    at = slack_time(request.closed_at or request.asked_at)
    return say(locale, _STAGES[request.stage], by=by, time=at, reason=plain(request.reason))


def card(locale: str, request: WantedNumbers) -> Message:
    """A request as it stands, with what can be done about it."""
    said, state = summary(locale, request), stage(locale, request)
    buttons = _buttons(locale, request)
    return Message(
        text=f"{said} {state}".replace("*", ""),
        blocks=[section(said), context(state), *([actions(*buttons)] if buttons else [])],
    )


def line(locale: str, deed: Deed) -> Message | None:
    """An entry of the record in one line; None where it is not told."""
    key = _LINES.get(deed.action)
    if key is None:
        return None
    by = mention(deed.who) if deed.who else ""
    return Message(text=say(locale, key, by=by, reason=plain(deed.after.get("reason", ""))))


def news(locale: str, request: WantedNumbers) -> Message | None:
    """What who asked is told of it; None where there is nothing to tell."""
    numbers, place = what(locale, request)
    if request.stage is Stage.IN_STOCK:
        said = say(locale, "wanted-news-in-stock", name=request.name, numbers=numbers, place=place)
        return Message(text=said.replace("*", ""), blocks=[section(said), actions(_reserve(locale, request))])
    if request.stage is Stage.DECLINED and request.closed_by:
        by, reason = mention(request.closed_by), plain(request.reason)
        said = say(
            locale, "wanted-news-declined", name=request.name, numbers=numbers, place=place, by=by, reason=reason
        )
        return Message(text=said.replace("*", ""), blocks=[section(said)])
    return None


def _buttons(locale: str, request: WantedNumbers) -> list[ButtonElement]:
    if request.stage is Stage.IN_STOCK:
        return [_reserve(locale, request)]
    if not request.waits:
        return []
    take = [press(locale, request, "button-wanted-take", TAKE)] if request.stage is Stage.OPEN else []
    return [
        *take,
        press(locale, request, "button-wanted-decline", DECLINE, style="danger"),
        press(locale, request, "button-wanted-withdraw", WITHDRAW),
    ]


def _reserve(locale: str, request: WantedNumbers) -> ButtonElement:
    return press(locale, request, "button-wanted-reserve", RESERVE, style="primary")

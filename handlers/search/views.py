"""What a search shows, and what can be done from there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from slack_sdk.models.blocks import ButtonElement

from handlers.kit.blocks import actions, button, context, counted, listed, pretty, quota_left, runs, section, where
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.quota import Left
from handlers.search.requests import Search, as_typed
from store.numbers.types import PoolNumber
from store.places import describe
from store.types import Kind

RESERVE_THESE = "reserve_these"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What came of a search: how many can be had, some of them, and the quota left."""

    search: Search
    total: int
    numbers: Sequence[PoolNumber]
    room: Left


def found(locale: str, result: Found, nonce: str) -> Reply:
    """A page of the numbers that can be had, with a button that reserves them."""
    search = result.search
    place = where(locale, search.wanted.place)
    numbers = counted(locale, result.total, search.wanted.kind)
    said = [say(locale, "search-found", numbers=numbers, place=place)]
    if search.quantity:
        key = "search-enough" if search.quantity <= result.total else "search-too-few"
        said.append(say(locale, key, quantity=search.quantity))
    shown = say(
        locale, "search-shown", first=search.skipped + 1, last=search.skipped + len(result.numbers), total=result.total
    )
    buttons = [_reserve_these(locale, result, nonce)]
    if result.total > search.skipped + len(result.numbers):
        further = as_typed(replace(search, page=search.page + 1))
        buttons.append(runs(say(locale, "button-next-page"), further, nonce, turn=True))
    return says(
        " ".join(said).replace("*", ""),
        section(" ".join(said)),
        section(_rows(locale, result)),
        context(shown, quota_left(locale, search.wanted.kind, result.room.left, result.room.quota)),
        actions(*buttons),
    )


def nothing(locale: str, search: Search, total: int, *, elsewhere: bool, nonce: str) -> Reply:
    """Nothing to show: past the last page, or nothing to be had there. Where the country has some, a button looks."""
    place = where(locale, search.wanted.place)
    if total:
        numbers = counted(locale, total, search.wanted.kind)
        return says(say(locale, "search-past-the-end", page=search.page, numbers=numbers, place=place))
    said = say(locale, "search-none", kind=search.wanted.kind.value, place=place)
    if not elsewhere or search.wanted.place is None:
        return says(said)
    country = replace(search.wanted.place, region="", city="")
    said += " " + say(locale, "search-elsewhere", country=describe(country, locale))
    wider = as_typed(replace(search, wanted=replace(search.wanted, place=country), page=1))
    return says(said, section(said), actions(runs(say(locale, "help-button-search"), wider, nonce, turn=True)))


def _rows(locale: str, result: Found) -> str:
    place = result.search.wanted.place
    if result.search.wanted.kind is Kind.TOLL_FREE or (place and place.city):
        return listed(number.e164 for number in result.numbers)
    return "\n".join(f"`{pretty(number.e164)}` {describe(number.place, locale)}" for number in result.numbers)


def _reserve_these(locale: str, result: Found, nonce: str) -> ButtonElement:
    search = result.search
    value = {
        "search": as_typed(replace(search, page=1)),
        "these": [number.e164 for number in result.numbers],
        "nonce": nonce,
    }
    return button(say(locale, "button-reserve-these"), RESERVE_THESE, value, style="primary")

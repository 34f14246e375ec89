"""What a search shows, and what can be done from there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from slack_sdk.models.blocks import Block, ButtonElement

from handlers.kit.ask_for import ask_for_them
from handlers.kit.blocks import (
    KINDS,
    LABEL,
    actions,
    button,
    context,
    counted,
    cut,
    pretty,
    quota_left,
    runs,
    section,
    where,
)
from handlers.kit.criteria import digits_as_typed, how
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.quota import Left
from handlers.search.requests import Search, as_typed
from handlers.search.views.why import why
from store.numbers.types import Counted, Page, PoolNumber, Run
from store.places import describe
from store.types import ANY_DIGITS, Kind, Place

RESERVE_THESE = "reserve_these"

_WIDER = 8  # the first `at` of buttons that search elsewhere: no two of a message have one


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What came of a search: a page, the quota left, and searches for a part of it where it is too much."""

    search: Search
    page: Page
    room: Left
    narrower: Sequence[Search] = ()

    @property
    def last(self) -> int:
        """The place of the last one shown, of all that were found."""
        return self.search.skipped + len(self.page.numbers)

    @property
    def total(self) -> int:
        """How many were found: more may be shown than were counted, where not all were looked at."""
        return max(self.page.total.number, self.last)


def found(locale: str, result: Found, nonce: str) -> Reply:
    """A page of what can be had, with a button that reserves it."""
    said = " ".join(_said(locale, result))
    small = [quota_left(locale, result.search.wanted.kind, result.room.left, result.room.quota)]
    if result.page.numbers:
        small.insert(0, _which(locale, result))
    if result.page.total.gave_up:
        small.append(say(locale, "search-gave-up", count=result.page.total.looked_at))
    buttons = [_reserve_these(locale, result, nonce)]
    if result.page.ended:
        further = replace(result.search, page=result.search.page + 1, ended=result.page.ended)
        buttons.append(runs(say(locale, "button-next-page"), as_typed(further), nonce, turn=True))
    narrower = [
        runs(_label(locale, result.search, part), as_typed(part), nonce, turn=True, at=at)
        for at, part in enumerate(result.narrower, start=_WIDER)
    ]
    return says(
        said.replace("*", ""),
        section(said),
        _rows(locale, result),
        context(*small),
        actions(*buttons),
        *([actions(*narrower)] if narrower else []),
    )


def nothing(
    locale: str, search: Search, total: Counted, nearest: Sequence[Search], *, nonce: str, elsewhere: str = ""
) -> Reply:
    """Nothing to show: past the last page, or nothing to be had there; then what comes nearest, a button each.

    `elsewhere` says where the country offers numbers, if not there.
    """
    wanted = search.wanted
    place = where(locale, wanted.place)
    if total.number:
        numbers = counted(locale, total.number, wanted.kind)
        return says(say(locale, "search-past-the-end", page=search.page, numbers=numbers, place=place))
    key = "search-none-like-it" if wanted.digits != ANY_DIGITS else "search-none"
    said = [say(locale, key, kind=wanted.kind.value, place=place + how(wanted))]
    if elsewhere:
        said.append(elsewhere)
    if total.gave_up:
        said.append(say(locale, "search-gave-up", count=total.looked_at))
    if any(_is_whole_country(search, near) for near in nearest) and wanted.place:
        country = replace(wanted.place, region="", city="")
        said.append(say(locale, "search-elsewhere", country=describe(country, locale)))
    quantity = search.quantity or wanted.digits.in_a_row or 1
    buttons = [
        runs(_label(locale, search, near), as_typed(near), nonce, turn=True, at=at) for at, near in enumerate(nearest)
    ]
    buttons.append(ask_for_them(locale, wanted, quantity, nonce))
    return says(" ".join(said), section(" ".join(said)), actions(*buttons))


def _said(locale: str, result: Found) -> Iterator[str]:
    search, total = result.search, result.page.total
    place = where(locale, search.wanted.place) + how(search.wanted)
    if result.page.runs:
        yield say(locale, "search-runs", run=search.wanted.digits.in_a_row, place=place)
        return
    numbers = counted(locale, result.total, search.wanted.kind)
    key = "search-found-more" if total.more else "search-found-at-least" if total.gave_up else "search-found"
    yield say(locale, key, numbers=numbers, place=place)
    if search.quantity and not total.gave_up:
        enough = search.quantity <= result.total
        yield say(locale, "search-enough" if enough else "search-too-few", quantity=search.quantity)


def _which(locale: str, result: Found) -> str:
    total = result.page.total
    key = "search-shown-of-more" if total.more else "search-shown-of-at-least" if total.gave_up else "search-shown"
    return say(locale, key, first=result.search.skipped + 1, last=result.last, total=result.total)


def _rows(locale: str, result: Found) -> Block:
    page = result.page
    if page.runs:
        return section("\n".join(_run(locale, run, result) for run in page.runs))
    return section("\n".join(_row(locale, each, result) for each in page.numbers))


def _row(locale: str, number: PoolNumber, result: Found) -> str:
    told = (_place(locale, result, number.place), why(locale, number.e164, result.search.wanted.digits))
    return " ".join(filter(None, (f"`{pretty(number.e164)}`", " · ".join(filter(None, told)))))


def _run(locale: str, run: Run, result: Found) -> str:
    first, last = (f"`{pretty(e164)}`" for e164 in (run.first, run.last))
    told = say(locale, "search-run", first=first, last=last, count=run.size)
    return f"{told} {_place(locale, result, run.place)}".strip()


def _place(locale: str, result: Found, place: Place) -> str:
    """Where a number is; "" where the search says so."""
    wanted = result.search.wanted
    is_said = wanted.kind is Kind.TOLL_FREE or (wanted.place and wanted.place.city)
    return "" if is_said else describe(place, locale)


def _is_whole_country(search: Search, near: Search) -> bool:
    """Whether the same is looked for in all of the country."""
    same = replace(search.wanted, place=near.wanted.place)
    return near.wanted == same != search.wanted and bool(near.wanted.place and not near.wanted.place.region)


def _label(locale: str, search: Search, near: Search) -> str:
    """What a button that searches elsewhere says."""
    place, digits = near.wanted.place, digits_as_typed(near.wanted.digits)
    if place == search.wanted.place and near.wanted.kind is search.wanted.kind:
        return cut(digits or say(locale, "search-any-digits"), LABEL)
    if place and place.city:
        return cut(place.city, LABEL)
    if near.wanted.kind is not search.wanted.kind or place is None:
        return say(locale, KINDS[near.wanted.kind])
    return cut(describe(place, locale), LABEL)


def _reserve_these(locale: str, result: Found, nonce: str) -> ButtonElement:
    """What is shown; of runs one, as long as is wanted."""
    search = result.search.first
    these = [each.e164 for each in result.page.numbers]  # a run is found again: all of it or another is held
    value = {"search": as_typed(search), "these": these, "nonce": nonce}
    return button(say(locale, "button-reserve-these"), RESERVE_THESE, value, style="primary")

"""What carriers offer beside what the stock has: each with its numbers, what they cost, and a button that reserves."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from slack_sdk.models.blocks import Block, ButtonElement

from handlers.carriers import MOST_OFFERED, Offers
from handlers.kit.blocks import LABEL, actions, button, context, counted, cut, pretty, quota_left, runs, section, where
from handlers.kit.carriers import CarrierOffer
from handlers.kit.messages import say
from handlers.kit.prices import price
from handlers.kit.reply import Reply, says
from handlers.kit.words import COMMAND
from handlers.quota import Left
from handlers.search.requests import Search, as_typed
from handlers.search.views.why import why
from store.places import describe
from store.types import Kind

RESERVE = "reserve_these"

_LOOK_AGAIN, _FURTHER = 20, 30  # the first `at` of these buttons: no two of a message have one


def beside(
    locale: str,
    above: Reply | None,
    search: Search,
    offered: Sequence[Offers],
    nonce: str,
    *,
    agreed: bool,
    room: Left | None = None,
) -> Reply:
    """An answer, and under it what carriers offer; None where the stock has nothing, or was not asked.

    `agreed`: nothing is resold. `room`: what is left of the quota, where that is not said above.
    """
    above = above or _not_in_stock(locale, search)
    shown: list[Block] = []
    for at, each in enumerate(offered):
        shown += _carrier(locale, search, each, nonce, at, agreed=agreed)
    if any(each.trouble for each in offered):
        again = say(locale, "button-look-again")
        shown.append(actions(runs(again, as_typed(search), nonce, turn=True, at=_LOOK_AGAIN)))
    if room:
        shown.append(context(quota_left(locale, search.wanted.kind, room.left, room.quota)))
    said = [above.text, *(_head(locale, search, each).replace("*", "") for each in offered)]
    head = list(above.blocks) or ([section(above.text).to_dict()] if above.text else [])
    return replace(above, text="\n".join(filter(None, said)), blocks=[*head, *(block.to_dict() for block in shown)])


def _not_in_stock(locale: str, search: Search) -> Reply:
    """What stands above the offers of carriers where the stock has nothing; nothing where it was not asked."""
    if search.source:
        return says("")
    kind, place = search.wanted.kind, where(locale, search.wanted.place)
    return says(say(locale, "search-not-in-stock", kind=kind.value, place=place))


def _carrier(locale: str, search: Search, each: Offers, nonce: str, at: int, *, agreed: bool) -> Iterator[Block]:
    rows = [_row(locale, search, offer) for offer in each.offers]
    yield section("\n".join([_head(locale, search, each), *rows]))
    if small := list(_small(locale, search, each, agreed=agreed)):
        yield context(*small)
    if each.offers:
        first = replace(search.first, source=each.rules.name)
        value = {"search": as_typed(first), "these": [offer.number for offer in each.offers], "nonce": nonce}
        label = say(locale, "button-reserve-these")
        if search.source != each.rules.name:
            label = cut(say(locale, "button-reserve-these-at", carrier=each.rules.title), LABEL)
        reserve = button(label, f"{RESERVE}:{each.rules.name}", value, style="primary")
        yield actions(reserve, *_further(locale, search, each, nonce, at))


def _further(locale: str, search: Search, each: Offers, nonce: str, at: int) -> list[ButtonElement]:
    """The button that shows what else a carrier has, from it alone."""
    page = replace(search, source=each.rules.name, page=search.page + 1, ended=None)
    if not each.more or page.skipped >= MOST_OFFERED:
        return []
    if not search.source:
        label = say(locale, "button-more-of", carrier=each.rules.title)
    else:
        label = say(locale, "button-next-page" if each.rules.shows_all else "button-other-numbers")
    return [runs(cut(label, LABEL), as_typed(page), nonce, turn=True, at=_FURTHER + at)]


def _head(locale: str, search: Search, each: Offers) -> str:
    title = f"*{each.rules.title}*"
    if each.trouble:
        return say(locale, each.trouble, carrier=title)
    if not each.offers:
        key = "search-carrier-none" if search.page == 1 else "search-carrier-no-more"
        return say(locale, key, carrier=title, place=where(locale, search.wanted.place))
    numbers = counted(locale, len(each.offers), search.wanted.kind)
    return say(locale, "search-carrier-more" if each.more else "search-carrier", carrier=title, numbers=numbers)


def _small(locale: str, search: Search, each: Offers, *, agreed: bool) -> Iterator[str]:
    title = each.rules.title
    if each.offers and search.skipped and each.rules.shows_all:
        yield say(locale, "search-carrier-shown", first=search.skipped + 1, last=search.skipped + len(each.offers))
    if each.looked_at:
        yield say(locale, "search-carrier-looked-at", carrier=title, count=each.looked_at)
    if each.offers and not each.rules.shows_all:
        yield say(locale, "search-carrier-sample", carrier=title)
    if each.offers and each.rules.wants_agreement and not agreed:
        yield say(locale, "search-carrier-agree", carrier=title, command=COMMAND)


def _row(locale: str, search: Search, offer: CarrierOffer) -> str:
    wanted = search.wanted
    is_said = wanted.kind is Kind.TOLL_FREE or offer.place == wanted.place
    place = "" if is_said else describe(offer.place, locale)
    told = (place, why(locale, offer.number, wanted.digits), price(locale, offer.price))
    return f"`{pretty(offer.number)}` {' · '.join(filter(None, told))}"

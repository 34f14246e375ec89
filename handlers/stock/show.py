"""/numbers pool: how much stock there is, by country, region, city and kind."""

from dataclasses import replace

from handlers.kit import answers
from handlers.kit.blocks import KINDS, actions, context, runs, section, where
from handlers.kit.member import Click
from handlers.kit.messages import plain, say
from handlers.kit.reply import Reply, says
from handlers.kit.tools import Tools
from handlers.stock import rules
from handlers.stock.requests import IMPORT, ShowPool, as_typed
from store.numbers import stock
from store.numbers.stock import MOST_COUNTED, StockCount
from store.places import describe

PAGE = 10


def show(tools: Tools, click: Click, ask: ShowPool) -> Reply:
    """A page of places, with what can be had there, is held and rests."""
    locale = click.member.locale
    if refusal := rules.see_to(click.member):
        return answers.refused(locale, refusal)
    workspace = click.member.workspace
    with tools.reading() as db:
        total = stock.count_places(db, workspace, ask.within)
        counts = stock.by_place(db, workspace, ask.within, tools.now(), limit=PAGE, offset=(ask.page - 1) * PAGE)
    bring_in = runs(say(locale, "button-stock-import"), f"pool {IMPORT}", click.key, at=1)
    if not counts:
        said = _nothing(locale, ask, total)
        return says(said, section(said), actions(bring_in))
    lines = [_line(locale, each) for each in counts]
    first = (ask.page - 1) * PAGE + 1
    last = first + len(lines) - 1
    buttons = [bring_in]
    if last < total:
        further = as_typed(replace(ask, page=ask.page + 1))
        buttons.insert(0, runs(say(locale, "button-next-page"), further, click.key, turn=True))
    shown = say(locale, "search-shown", first=first, last=last, total=total)
    text = "\n".join(lines)
    return says(text.replace("*", ""), section(text), context(shown), actions(*buttons))


def _nothing(locale: str, ask: ShowPool, total: int) -> str:
    if total:
        return say(locale, "stock-past-the-end", page=ask.page)
    if ask.within:
        return say(locale, "stock-none-there", place=where(locale, ask.within))
    return say(locale, "stock-empty")


def _line(locale: str, each: StockCount) -> str:
    return say(
        locale,
        "stock-at",
        place=plain(describe(each.place, locale)),
        kind=say(locale, KINDS[each.kind]),
        free=_count(each.free),
        held=_count(each.held),
        resting=_count(each.resting),
    )


def _count(number: int) -> str:
    return f"{MOST_COUNTED:,}+" if number > MOST_COUNTED else f"{number:,}"

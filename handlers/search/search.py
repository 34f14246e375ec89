"""/numbers search: what the stock has and then what carriers offer; where nothing is, what comes nearest."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from handlers import carriers
from handlers.carriers import Offers
from handlers.holds import offered_elsewhere, unoffered
from handlers.kit import answers, roles
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.quota import Left, left
from handlers.search.nearest import instead_of_nothing, narrower
from handlers.search.requests import Search, as_typed, instead
from handlers.search.views import found as views
from handlers.search.views import offered as offered_views
from store import numbers, workspaces
from store.numbers import search as pool
from store.numbers import stock
from store.numbers.nearest import in_its_place
from store.session import Db
from store.workspaces.types import Workspace


def search(tools: Tools, click: Click, ask: Search) -> Reply:
    """Answer with a page of what can be had, in the stock and then at carriers. Raises BadInput for a source."""
    locale = click.member.locale
    refusal = unoffered(click, tools, ask.wanted, instead(ask))
    may_be_offered = bool(tools.carriers.of(click.member.workspace))
    if refusal and not may_be_offered:
        return refusal
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refused := roles.search(workspace, click.member):
            return answers.may_not(locale, refused, workspace)
        ask = replace(ask, wanted=in_its_place(db, ask.wanted))
        if not (may_be_offered or ask.source):
            return _found(tools, db, click, workspace, ask)
    offered = _offered(tools, workspace, ask)  # outside of any transaction
    with tools.reading() as db:
        return _found(tools, db, click, workspace, ask, offered, refusal)


def _found(
    tools: Tools,
    db: Db,
    click: Click,
    workspace: Workspace,
    ask: Search,
    offered: Sequence[Offers] = (),
    refusal: Reply | None = None,
) -> Reply:
    """What the stock has and what carriers offer as well; the `refusal` only where they offer nothing."""
    locale, now = click.member.locale, tools.now()
    offered = _not_here(db, offered, ask, now)
    are_offers = any(each.offers for each in offered)
    above = refusal if refusal and not are_offers else _in_stock(tools, db, click, workspace, ask, now, are_offers)
    if not offered and above:
        return above
    room = None if above else _room(db, workspace, ask, now)
    agreed = carriers.NO_RESALE.of(workspace)
    return offered_views.beside(locale, above, ask, offered, click.key, agreed=agreed, room=room)


def _in_stock(
    tools: Tools, db: Db, click: Click, workspace: Workspace, ask: Search, now: datetime, are_offers: bool
) -> Reply | None:
    """A page of what the stock has; where that is nothing, what comes nearest.

    None where only carriers were asked, or only they have some.
    """
    locale = click.member.locale
    if ask.source not in ("", carriers.STOCK):
        return None
    offset = 0 if ask.ended else ask.skipped
    page = pool.find(db, workspace.id, ask.wanted, now, limit=ask.size, offset=offset, ended=ask.ended)
    if page.numbers or page.runs:
        narrow = list(narrower(db, workspace.id, ask.first, now)) if page.ended and not ask.ended else []
        room = _room(db, workspace, ask, now)
        return views.found(locale, views.Found(search=ask, page=page, narrower=narrow, room=room), click.key)
    if are_offers:
        return None
    if page.total.number:
        return views.nothing(locale, ask, page.total, (), nonce=click.key)
    nearest = list(instead_of_nothing(db, workspace.id, ask.first, now))
    elsewhere = offered_elsewhere(db, click, tools.places, ask.wanted)
    return views.nothing(locale, ask, page.total, nearest, nonce=click.key, elsewhere=elsewhere)


def _room(db: Db, workspace: Workspace, ask: Search, now: datetime) -> Left:
    return left(workspace, numbers.in_use(db, workspace.id, now)[ask.wanted.kind].total)


def _offered(tools: Tools, workspace: Workspace, ask: Search) -> Sequence[Offers]:
    """What carriers offer, beside the stock on its first page. Raises BadInput where there is no such source."""
    carriers.check_source(tools, workspace, ask.source, lambda source: as_typed(replace(ask.first, source=source)))
    if ask != ask.first and ask.source in ("", carriers.STOCK):
        return ()
    limit = min(ask.skipped + ask.size, carriers.MOST_OFFERED)
    return carriers.offers_for(tools, workspace, ask.wanted, limit, ask.source)


def _not_here(db: Db, offered: Sequence[Offers], ask: Search, now: datetime) -> Sequence[Offers]:
    """A page of the offers, without numbers that somebody here holds or has, or that are in our own stock.

    No carrier can be asked for a page: of one that shows all it has those on the pages before are left out, and of one
    that shows a sample each page is another sample.
    """
    known = stock.known(db, [offer.number for each in offered for offer in each.offers]) if offered else {}
    here = {e164 for e164, kept in known.items() if not kept.is_back_at_carrier(now)}

    def page(each: Offers) -> Offers:
        free = [offer for offer in each.offers if offer.number not in here]
        skipped = ask.skipped if each.rules.shows_all else 0
        return replace(each, offers=free[skipped : skipped + ask.size])

    return list(map(page, offered))

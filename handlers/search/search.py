"""/numbers search: how many can be had, and the first of them."""

from dataclasses import replace

from handlers.holds import unoffered
from handlers.kit import answers, roles
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.quota import left
from handlers.search import views
from handlers.search.requests import Search, instead
from store import numbers, workspaces
from store.session import Db
from store.types import Criteria


def search(tools: Tools, click: Click, ask: Search) -> Reply:
    """Answer with a page of what can be had."""
    locale, now = click.member.locale, tools.now()
    if refusal := unoffered(click, tools.places, ask.wanted, instead(ask)):
        return refusal
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refused := roles.search(workspace, click.member):
            return answers.may_not(locale, refused, workspace)
        total = numbers.count(db, ask.wanted, now)
        page = numbers.page(db, ask.wanted, now, limit=ask.size, offset=ask.skipped)
        if not page:
            elsewhere = _some_in_the_country(tools, db, ask.wanted)
            return views.nothing(locale, ask, total, elsewhere=elsewhere, nonce=click.key)
        used = numbers.in_use(db, workspace.id, now)[ask.wanted.kind]

    found = views.Found(search=ask, total=total, numbers=page, room=left(workspace, used.total))
    return views.found(locale, found, click.key)


def _some_in_the_country(tools: Tools, db: Db, wanted: Criteria) -> bool:
    if wanted.place is None or not wanted.place.region + wanted.place.city:
        return False
    country = replace(wanted.place, region="", city="")
    return bool(numbers.page(db, replace(wanted, place=country), tools.now(), limit=1))

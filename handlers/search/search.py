"""/numbers search: a page of what can be had and looks as is asked; where nothing does, what comes nearest."""

from handlers.holds import unoffered
from handlers.kit import answers, roles
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.quota import left
from handlers.search.nearest import instead_of_nothing, narrower
from handlers.search.requests import Search, instead
from handlers.search.views import found as views
from store import numbers, workspaces
from store.numbers import search as pool


def search(tools: Tools, click: Click, ask: Search) -> Reply:
    """Answer with a page of what can be had."""
    locale, now = click.member.locale, tools.now()
    if refusal := unoffered(click, tools.places, ask.wanted, instead(ask)):
        return refusal
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refused := roles.search(workspace, click.member):
            return answers.may_not(locale, refused, workspace)
        offset = 0 if ask.ended else ask.skipped
        page = pool.find(db, workspace.id, ask.wanted, now, limit=ask.size, offset=offset, ended=ask.ended)
        if not page.numbers and not page.runs:
            nearest = [] if page.total.number else list(instead_of_nothing(db, workspace.id, ask.first, now))
            return views.nothing(locale, ask, page.total, nearest, nonce=click.key)
        narrow = list(narrower(db, workspace.id, ask.first, now)) if page.ended and not ask.ended else []
        used = numbers.in_use(db, workspace.id, now)[ask.wanted.kind]

    found = views.Found(search=ask, page=page, narrower=narrow, room=left(workspace, used.total))
    return views.found(locale, found, click.key)

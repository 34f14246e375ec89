"""/numbers requests: what is asked for, the oldest first."""

from dataclasses import replace

from handlers.kit import answers, roles
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.wanted.requests import ListWanted
from handlers.wanted.views import answers as views
from store import wanted, workspaces

PAGE = 10


def show(tools: Tools, click: Click, ask: ListWanted) -> Reply:
    """A page of what waits in the workspace; what the member asked for can be withdrawn there."""
    locale = click.member.locale
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refused := roles.search(workspace, click.member):
            return answers.may_not(locale, refused, workspace)
        total = wanted.count_waiting(db, workspace.id)
        requests = wanted.waiting(db, workspace.id, limit=PAGE, offset=(ask.page - 1) * PAGE)
    further = replace(ask, page=ask.page + 1) if ask.page * PAGE < total else None
    return views.listing(click, requests, total, further)

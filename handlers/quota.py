"""/numbers quota: licences, acquired, held, left."""

from handlers.member import Click
from handlers.reply import Reply
from handlers.tools import Tools
from handlers.views import quota as views
from store import numbers, workspaces


def quota(tools: Tools, click: Click) -> Reply:
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        in_use = numbers.in_use(db, workspace.id, tools.now())
    return views.quota(click.member.locale, workspace, in_use)

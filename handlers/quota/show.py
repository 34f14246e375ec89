"""/numbers quota: licences, acquired, held, left."""

from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.quota import views
from handlers.quota.requests import ShowQuota
from store import numbers, workspaces


def quota(tools: Tools, click: Click, _ask: ShowQuota) -> Reply:
    """Answer with licences, what is in use, and what is left."""
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        in_use = numbers.in_use(db, workspace.id, tools.now())
    return views.quota(click.member.locale, workspace, in_use)

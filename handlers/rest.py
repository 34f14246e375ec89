"""Released numbers rest before they are in the pool again, and can be had back until then."""

from datetime import timedelta

from handlers import rules
from handlers import service_rules as allowed
from handlers.act import Act, act
from handlers.member import Click
from handlers.messages import say
from handlers.reply import Reply, opens, says
from handlers.rules import Refusal
from handlers.tools import Tools
from handlers.views import answers
from handlers.views import assign as views
from handlers.views import inventory as listing
from store import inventory, numbers, workspaces
from store.types import E164, Action


def ask(tools: Tools, click: Click, e164: E164) -> Reply:
    """Open the modal that says what it means to release a number."""
    locale, now = click.member.locale, tools.now()
    with tools.reading() as db:
        workspace = workspaces.find(db, click.member.workspace)
        if refused := rules.manage(workspace, click.member):
            return answers.may_not(locale, refused, workspace)
        owned = inventory.find(db, workspace.id, e164, now)
    if refusal := allowed.release(owned):
        return views.refused(locale, refusal, e164, owned)
    return opens(views.release(locale, e164, now + timedelta(days=workspace.rest_days), workspace.rest_days))


def release(tools: Tools, click: Click, e164: E164) -> Reply:
    """Let an acquired number rest, and go back to the pool when the rest has ended."""
    locale = click.member.locale

    def work(doing: Act) -> Reply:
        if refused := rules.manage(doing.workspace, doing.member):
            return answers.may_not(locale, refused, doing.workspace)
        owned = inventory.find(doing.db, doing.workspace.id, e164, doing.now)
        until = doing.now + timedelta(days=doing.workspace.rest_days)
        refusal = allowed.release(owned)
        if refusal or not numbers.release(doing.db, doing.workspace.id, [e164], until):
            return views.refused(locale, refusal or Refusal.NOT_OURS, e164, owned)
        doing.record(Action.NUMBER_RELEASED, e164, before={}, after={"until": until.isoformat()})
        doing.concerns_everybody()
        return listing.released(locale, e164, until, doing.workspace.rest_days, click.key)

    return act(tools, click, work)


def restore(tools: Tools, click: Click, e164: E164) -> Reply:
    """Make a number that rests the workspace's own again, by quota."""
    locale = click.member.locale

    def work(doing: Act) -> Reply:
        if refused := rules.manage(doing.workspace, doing.member):
            return answers.may_not(locale, refused, doing.workspace)
        owned = inventory.find(doing.db, doing.workspace.id, e164, doing.now)
        in_use = numbers.in_use(doing.db, doing.workspace.id, doing.now)
        used = in_use[owned.kind].total if owned else 0
        refusal = allowed.restore(doing.workspace, owned, used)
        if refusal is Refusal.OVER_QUOTA:
            quota = rules.quota(doing.workspace.licences)
            return answers.refused(locale, refusal, quota=quota, left=max(quota - used, 0))
        if refusal or not numbers.restore(doing.db, doing.workspace.id, [e164], doing.now):
            return views.refused(locale, refusal or Refusal.NOT_RESTING, e164, owned)
        doing.record(Action.RESTORED, e164, before={}, after={})
        doing.concerns_everybody()
        return says(say(locale, "restored", number=views.shown(e164)))

    return act(tools, click, work)

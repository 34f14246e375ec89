"""The Home tab: what waits for a member, what they hold, the quota, and what they can do."""

from slack_sdk.models.views import View

from handlers import act, rights, rules
from handlers.member import Click, Member, Standing
from handlers.ports import show
from handlers.tools import SlackSilent, Tools
from handlers.views import answers, quota
from handlers.views import home as views
from store import approvals, holds, homes, numbers, outbox, workspaces
from store.port_types import OPEN
from store.session import Db
from store.types import Hold, Request, UserId, WorkspaceId


def opened(tools: Tools, click: Click) -> View:
    """A member looks at their Home tab: from now on it is kept up to date."""
    if not rules.enter(click.member):
        with tools.reading() as db:
            known = homes.of(db, click.member.workspace, [click.member.user])
        if not known:
            with tools.begin() as db:
                workspaces.lock(db, click.member.workspace)
                homes.opened(db, click.member.workspace, click.member.user)
    return home(tools, click.member, click.key)


def draw_later(tools: Tools, click: Click) -> None:
    """Owe a member their Home tab that could not be drawn when they opened it."""
    with tools.begin() as db:
        workspaces.lock(db, click.member.workspace)
        outbox.owe(db, [act.home(click.member.workspace, click.member.user)], tools.real_now())


def redrawn(tools: Tools, workspace: WorkspaceId, user: UserId, key: str) -> View:
    """The Home tab of a member as it is now."""
    return home(tools, tools.people.member(workspace, user), key)


def home(tools: Tools, member: Member, key: str) -> View:
    """The Home tab as a member sees it; `key` tells its buttons' clicks from others. Raises SlackSilent."""
    if member.standing is Standing.UNKNOWN:
        raise SlackSilent
    if refusal := rules.enter(member):
        return views.closed(answers.refused(member.locale, refusal))
    with tools.reading() as db:
        now = tools.now()
        workspace = workspaces.find(db, member.workspace)
        waiting = _with_holds(db, approvals.open_in(db, workspace.id, now))
        live = holds.live_of(db, workspace.id, member.user, now)
        acquired = holds.acquired_lately(db, workspace.id, limit=views.ACQUIRED)
        kept = holds.acquired_with(db, acquired)
        in_use = numbers.in_use(db, workspace.id, now)
        orders = show.listing(db, workspace, OPEN, now, limit=views.ORDERS)
    member = rights.knowing(tools, member, workspace)
    mine = [(hold, request) for hold, request in waiting if _is_for(tools, member, hold, request)]
    return views.home(
        member.locale,
        views.Sight(
            waiting=mine,
            live=live,
            asked={request.hold: request for _, request in waiting},
            orders=orders,
            acquired=[(hold, kept.get(hold.id, [])) for hold in acquired],
            quota=quota.quota(member.locale, workspace, in_use),
            is_new=not workspace.set_up,
            may_set=rules.change_settings(workspace, member) is None,
        ),
        key,
    )


def _with_holds(db: Db, requests: list[Request]) -> list[tuple[Hold, Request]]:
    if not requests:
        return []
    found = holds.find_all(db, requests[0].workspace, [request.hold for request in requests])
    by_id = {hold.id: hold for hold in found}
    return [(by_id[request.hold], request) for request in requests]


def _is_for(tools: Tools, member: Member, hold: Hold, request: Request) -> bool:
    """Whether a request waits for this member. Raises SlackSilent."""
    if request.asked_by == member.user or request.is_approved_by(member.user):
        return False
    return rights.approves(tools, member.workspace, member.user, request.approvers, hold.channel)

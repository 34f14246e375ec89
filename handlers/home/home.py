"""The Home tab: what waits for a member, what they hold, the quota, and what they can do."""

from slack_sdk.models.views import View

from handlers.home import views
from handlers.kit import access
from handlers.kit import answers
from handlers.kit import homes as homes_kit
from handlers.kit import roles
from handlers.kit.cards import Requested
from handlers.kit.member import Click, Member, Standing
from handlers.kit.tools import SlackSilent, Tools
from handlers.ports import show
from handlers.quota import views as quota
from store import approvals, batches, holds, homes, numbers, outbox, workspaces
from store.approvals.types import ApprovalRequest
from store.ports.types import OPEN
from store.session import Db
from store.types import UserId, WorkspaceId


def opened(tools: Tools, click: Click) -> View:
    """A member looks at their Home tab: from now on it is kept up to date."""
    if not roles.enter(click.member):
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
        outbox.owe(db, [homes_kit.home(click.member.workspace, click.member.user)], tools.real_now())


def redrawn(tools: Tools, workspace: WorkspaceId, user: UserId, key: str) -> View:
    """The Home tab of a member as it is now."""
    return home(tools, tools.people.member(workspace, user), key)


def home(tools: Tools, member: Member, key: str) -> View:
    """The Home tab as a member sees it; `key` tells its buttons' clicks from others. Raises SlackSilent."""
    if member.standing is Standing.UNKNOWN:
        raise SlackSilent
    if refusal := roles.enter(member):
        return views.closed(answers.refused(member.locale, refusal))
    with tools.reading() as db:
        now = tools.now()
        workspace = workspaces.find(db, member.workspace)
        waiting = _with_what_for(db, approvals.open_in(db, workspace.id, now))
        live = holds.live_of(db, workspace.id, member.user, now)
        acquired = holds.acquired_lately(db, workspace.id, limit=views.ACQUIRED)
        kept = holds.acquired_with(db, acquired)
        in_use = numbers.in_use(db, workspace.id, now)
        orders = show.listing(db, workspace, OPEN, now, limit=views.ORDERS)
    member = access.knowing(tools, member, workspace)
    mine = [(thing, request) for thing, request in waiting if _is_for(tools, member, thing, request)]
    return views.home(
        member.locale,
        views.Sight(
            waiting=mine,
            live=live,
            asked={request.hold: request for _, request in waiting if request.hold},
            orders=orders,
            acquired=[(hold, kept.get(hold.id, [])) for hold in acquired],
            quota=quota.quota(member.locale, workspace, in_use),
            is_new=not workspace.set_up,
            may_set=roles.settings(workspace, member) is None,
        ),
        key,
    )


def _with_what_for(db: Db, requests: list[ApprovalRequest]) -> list[tuple[Requested, ApprovalRequest]]:
    if not requests:
        return []
    workspace = requests[0].workspace
    found: list[Requested] = []
    found += holds.find_all(db, workspace, [each.hold for each in requests if each.hold])
    found += batches.find_all(db, workspace, {each.batch for each in requests if each.batch})
    by_name = {thing.name: thing for thing in found}
    return [(by_name[each.subject], each) for each in requests]


def _is_for(tools: Tools, member: Member, thing: Requested, request: ApprovalRequest) -> bool:
    """Whether a request waits for this member. Raises SlackSilent."""
    if request.asked_by == member.user or request.is_approved_by(member.user):
        return False
    return access.approves(tools, member.workspace, member.user, request.approvers, thing.channel)

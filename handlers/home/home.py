"""The Home tab: what waits for a member, what they hold, the quota, and what they can do."""

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.views import View

from handlers import ports, quota
from handlers.home import views
from handlers.kit import access, answers, roles
from handlers.kit.approvable import Approvable, Requested
from handlers.kit.homes import home as home_tab
from handlers.kit.member import Click, Member, Standing
from handlers.kit.outgoing import Publish
from handlers.kit.refusals import AccessRefusal
from handlers.kit.tools import SlackSilent, Tools
from store import approvals, holds, homes, numbers, outbox, workspaces
from store.approvals.types import ApprovalRequest, RequestId
from store.outbox.types import ClaimedItem
from store.ports.types import OPEN
from store.session import Db
from store.types import UserId

Waits = tuple[Approvable[Any], Requested, ApprovalRequest]


def opened(tools: Tools, click: Click) -> View:
    """A member looks at their Home tab: from now on it is kept up to date. Raises SlackSilent."""
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
        outbox.owe(db, [home_tab(click.member.workspace, click.member.user)], tools.real_now())


def put_home(tools: Tools, claimed: ClaimedItem) -> Publish:
    """The Home tab of a member as it is now. Raises SlackSilent."""
    user = UserId(claimed.owing.channel)
    key = f"home {claimed.id}.{claimed.version}"
    return Publish(user=user, view=home(tools, tools.people.member(claimed.owing.workspace, user), key))


def home(tools: Tools, member: Member, key: str) -> View:
    """The Home tab as a member sees it; `key` tells its buttons' clicks from others. Raises SlackSilent."""
    if member.standing is Standing.UNKNOWN:
        raise SlackSilent
    if refusal := roles.enter(member):
        return views.closed(answers.refused(member.locale, refusal))
    with tools.reading() as db:
        now = tools.now()
        workspace = workspaces.find(db, member.workspace)
        waiting = _with_what_for(tools, db, approvals.open_in(db, workspace.id, now))
        live = holds.live_of(db, workspace.id, member.user, now)
        acquired = holds.acquired_lately(db, workspace.id, limit=views.ACQUIRED)
        kept = holds.acquired_with(db, acquired)
        in_use = numbers.in_use(db, workspace.id, now)
        orders = ports.listing(db, workspace, OPEN, now, limit=views.ORDERS)
    member = access.knowing(tools, member, workspace)
    hidden = roles.search(workspace, member)
    if hidden is AccessRefusal.UNKNOWN:
        raise SlackSilent
    mine = [(of, thing, request) for of, thing, request in waiting if _is_for(tools, member, thing, request)]
    costs = _costs(tools, member.locale, mine[: views.WAITING]) if mine else {}
    return views.home(
        member.locale,
        views.HomeTab(
            waiting=mine,
            costs=costs,
            live=live,
            asked={request.hold: request for _, _, request in waiting if request.hold},
            orders=None if hidden else orders,
            acquired=None if hidden else [(hold, kept.get(hold.id, [])) for hold in acquired],
            quota=quota.in_words(member.locale, workspace, in_use),
            is_new=not workspace.set_up,
            may_set=roles.settings(workspace, member) is None,
            may_port=roles.port(workspace, member) is None,
        ),
        key,
    )


def _with_what_for(
    tools: Tools, db: Db, requests: Sequence[ApprovalRequest]
) -> list[tuple[Approvable[Any], Requested, ApprovalRequest]]:
    """Each request with what it is for, looked up together for each kind of things."""
    found: dict[str, tuple[Approvable[Any], Requested]] = {}
    for key, of in tools.features.approvables.items():
        asked = [each for each in requests if key in each.ref]
        if asked:
            things = of.find_all(db, asked[0].workspace, {each.ref[key] for each in asked})
            found |= {thing.name: (of, thing) for thing in things}
    return [(*found[each.subject], each) for each in requests]


def _costs(tools: Tools, locale: str, waiting: Sequence[Waits]) -> dict[RequestId, str]:
    """What is asked for costs, where somebody is to be paid for it."""
    with tools.reading() as db:
        return {request.id: of.costs(db, locale, thing, request) for of, thing, request in waiting}


def _is_for(tools: Tools, member: Member, thing: Requested, request: ApprovalRequest) -> bool:
    """Whether a request waits for this member. Raises SlackSilent."""
    if request.asked_by == member.user or request.is_approved_by(member.user):
        return False
    return access.approves(tools, member.workspace, member.user, request.approvers, thing.channel)

"""Show a hold: as its card shows it, or with all its numbers."""

from handlers import approvals as agreeing
from handlers import carriers
from handlers.holds import lookup
from handlers.holds.views import card as views
from handlers.holds.views import numbers as all_numbers
from handlers.kit import answers, roles
from handlers.kit.blocks import FIRST
from handlers.kit.member import Click, Member
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Message, Reply, opens, says
from handlers.kit.tools import Tools
from handlers.quota import left
from store import approvals, numbers, workspaces
from store.carriers import lines
from store.holds.types import Hold, HoldId, Outcome
from store.numbers import held_numbers
from store.session import Db
from store.workspaces.types import Workspace


def show(tools: Tools, click: Click, of: HoldId) -> Reply:
    """Answer with what the hold's card shows. Raises BadInput where there is no such hold."""
    member = click.member
    with tools.reading() as db:
        workspace, hold = workspaces.find(db, member.workspace), lookup.find(db, member.workspace, of)
        if refusal := _refused(db, workspace, member, hold):
            return answers.may_not(member.locale, refusal, workspace)
        message = render(tools, db, workspace, hold, member.locale)
    return says(message.text, *message.blocks)


def show_numbers(tools: Tools, click: Click, of: HoldId) -> Reply:
    """Open a modal with every number of a hold. Raises BadInput where there is no such hold."""
    member = click.member
    with tools.reading() as db:
        workspace, hold = workspaces.find(db, member.workspace), lookup.find(db, member.workspace, of)
        if refusal := _refused(db, workspace, member, hold):
            return answers.may_not(member.locale, refusal, workspace)
        held = held_numbers(db, hold)
        waiting = approvals.open_of(db, hold) if hold.is_live(tools.now()) else None
        costs = carriers.monthly_of(db, member.locale, hold)
    return opens(all_numbers.numbers(member.locale, hold, held, waiting, costs))


def _refused(db: Db, workspace: Workspace, member: Member, hold: Hold) -> Refusal | None:
    """Who holds may always look at it, and so may all while approval is awaited."""
    if member.user == hold.held_by or approvals.open_of(db, hold):
        return None
    return roles.search(workspace, member)


def render(tools: Tools, db: Db, workspace: Workspace, hold: Hold, locale: str) -> Message:
    """The hold's card as it is now."""
    now = tools.now()
    request = approvals.last_of(db, [hold]).get(hold.id)
    at_carriers = lines.of_hold(db, hold) if hold.at_carriers else []
    if request and request.verdict is None and hold.is_live(now):
        first = list(request.numbers[:FIRST])
    elif hold.outcome is Outcome.ACQUIRED:
        told = {line.e164 for line in at_carriers}
        acquired = held_numbers(db, hold, limit=None if told else FIRST, outcome=Outcome.ACQUIRED)
        first = [number.e164 for number in acquired if number.e164 not in told][:FIRST]
    else:
        first = [number.e164 for number in held_numbers(db, hold, limit=FIRST)]
    used = numbers.in_use(db, workspace.id, now)[hold.wanted.kind]
    data = views.HoldCard(
        hold=hold,
        numbers=first,
        room=left(workspace, used.total),
        now=now,
        request=request,
        lines=at_carriers,
        waits=agreeing.needed(workspace.policy, hold.wanted.kind, hold.size) > 0,
    )
    return views.card(locale, data)
